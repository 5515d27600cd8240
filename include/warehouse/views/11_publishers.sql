-- Publishers, and whether readers may see their texts.
CREATE VIEW mart.publishers AS
SELECT publishers.publisher_id,
       publishers.name AS publisher,
       publishers.country,
       publishers.text_shown,
       publishers.licence,
       (SELECT count(*) FROM core.feeds
        WHERE feeds.publisher_id = publishers.publisher_id AND is_listed) AS feeds,
       coalesce(counted.articles, 0) AS articles,
       coalesce(counted.independent_texts, 0) AS independent_texts,
       coalesce(counted.stories, 0) AS stories,
       publishers.first_seen_at,
       publishers.agency_site
FROM core.publishers
LEFT JOIN (
    SELECT publisher_id,
           count(*) AS articles,
           count(DISTINCT root_text_id) AS independent_texts,
           count(DISTINCT story_id) AS stories
    FROM core.summarized_articles
    GROUP BY publisher_id
) AS counted USING (publisher_id);
COMMENT ON VIEW mart.publishers IS 'One row a publisher. Its stories and texts are reported by others too: they do not add up over publishers; count DISTINCT story_id in mart.articles.';
COMMENT ON COLUMN mart.publishers.publisher_id IS 'Number of the publisher.';
COMMENT ON COLUMN mart.publishers.publisher IS 'Its name.';
COMMENT ON COLUMN mart.publishers.country IS 'Its country, ISO 3166-1 alpha-2, where the feed list states it.';
COMMENT ON COLUMN mart.publishers.text_shown IS 'Whether readers see its texts; its facts, headlines and spans are shown either way.';
COMMENT ON COLUMN mart.publishers.licence IS 'Why: the licence or agreement.';
COMMENT ON COLUMN mart.publishers.feeds IS 'Its feeds that are polled.';
COMMENT ON COLUMN mart.publishers.articles IS 'Its articles, when the marts were last refreshed.';
COMMENT ON COLUMN mart.publishers.independent_texts IS 'Their texts, each copied text once, whoever had it first.';
COMMENT ON COLUMN mart.publishers.stories IS 'Stories it has reported.';
COMMENT ON COLUMN mart.publishers.agency_site IS 'The news agency whose own site it is; null for all others.';
COMMENT ON COLUMN mart.publishers.first_seen_at IS 'When it first stood in the feed list.';

CREATE FUNCTION mart.show_texts(publisher text, shown boolean, licence text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    UPDATE core.publishers SET text_shown = shown, licence = show_texts.licence
    WHERE publishers.name = publisher;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no publisher is called %: mart.publishers lists them', quote_literal(publisher);
    END IF;
    RETURN publisher || CASE WHEN shown THEN ': texts are shown to readers' ELSE ': texts are withheld from readers' END;
END $$;
COMMENT ON FUNCTION mart.show_texts IS 'Show a publisher''s texts to readers, or withhold them, and keep why. For the owner and the loader. Example: SELECT mart.show_texts(''harbourtimes.example'', false, ''facts only'')';
