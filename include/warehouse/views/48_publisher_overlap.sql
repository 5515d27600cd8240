-- Which publishers report the same things, and who hands texts to whom.
CREATE MATERIALIZED VIEW mart.publisher_overlap AS
WITH reporting AS MATERIALIZED (
    SELECT known.story_id,
           known.publisher_id,
           min(known.published_at) AS at
    FROM core.summarized_articles AS known
    WHERE known.story_id IS NOT NULL
    GROUP BY known.story_id, known.publisher_id
),
totals AS (SELECT publisher_id, count(*) AS stories FROM reporting GROUP BY publisher_id),
pairs AS (
    SELECT one.publisher_id,
           two.publisher_id AS other_id,
           count(*) AS shared,
           count(*) FILTER (WHERE one.at < two.at) AS earlier,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM two.at - one.at)) AS lead_s
    FROM reporting AS one
    JOIN reporting AS two ON two.story_id = one.story_id AND two.publisher_id <> one.publisher_id
    GROUP BY one.publisher_id, two.publisher_id
),
texts AS MATERIALIZED (
    SELECT DISTINCT root_text_id, publisher_id FROM core.summarized_articles
),
copied AS (
    SELECT one.publisher_id, two.publisher_id AS other_id, count(*) AS texts
    FROM texts AS one
    JOIN texts AS two ON two.root_text_id = one.root_text_id AND two.publisher_id <> one.publisher_id
    GROUP BY one.publisher_id, two.publisher_id
)
SELECT publishers.name AS publisher,
       others.name AS other,
       pairs.shared AS shared_stories,
       round(pairs.shared::numeric / totals.stories, 3) AS share,
       pairs.earlier AS first_with,
       make_interval(secs => round(pairs.lead_s)) AS median_lead,
       coalesce(copied.texts, 0) AS shared_texts,
       pairs.publisher_id,
       pairs.other_id
FROM pairs
JOIN totals USING (publisher_id)
JOIN core.publishers USING (publisher_id)
JOIN core.publishers AS others ON others.publisher_id = pairs.other_id
LEFT JOIN copied ON copied.publisher_id = pairs.publisher_id AND copied.other_id = pairs.other_id;
CREATE UNIQUE INDEX publisher_overlap_key ON mart.publisher_overlap (publisher_id, other_id);
COMMENT ON MATERIALIZED VIEW mart.publisher_overlap IS 'One row an ordered pair of publishers with a story in common. Made anew by each run.';
COMMENT ON COLUMN mart.publisher_overlap.publisher IS 'The one.';
COMMENT ON COLUMN mart.publisher_overlap.other IS 'The other.';
COMMENT ON COLUMN mart.publisher_overlap.shared_stories IS 'Stories both report.';
COMMENT ON COLUMN mart.publisher_overlap.share IS 'Their share of all stories the one reports, 0 to 1.';
COMMENT ON COLUMN mart.publisher_overlap.first_with IS 'Those that the one had first.';
COMMENT ON COLUMN mart.publisher_overlap.median_lead IS 'How much earlier the one had them, in the median; negative: later.';
COMMENT ON COLUMN mart.publisher_overlap.shared_texts IS 'Texts both carry, word for word or as near copies.';
COMMENT ON COLUMN mart.publisher_overlap.publisher_id IS 'Number of the one.';
COMMENT ON COLUMN mart.publisher_overlap.other_id IS 'Number of the other.';

CREATE VIEW mart.copy_lineage AS
SELECT known.root_text_id AS independent_text_id,
       family.position,
       publishers.name AS publisher,
       versions.title,
       known.published_at,
       known.published_at - family.first_at AS lag,
       CASE
           WHEN texts.text_id = known.root_text_id THEN 1
           ELSE texts.copy_score
       END AS score,
       versions.credit,
       versions.language,
       known.story_id,
       articles.canonical_url AS url,
       known.article_id,
       texts.text_id,
       CASE WHEN versions.published_at IS NULL THEN 'first_seen' ELSE 'stated' END AS published_basis,
       articles.gone_at IS NOT NULL AS is_gone
FROM core.summarized_articles AS known
JOIN core.articles USING (article_id)
JOIN core.publishers ON publishers.publisher_id = known.publisher_id
JOIN core.article_versions AS versions ON versions.version_id = known.version_id
JOIN core.texts ON texts.text_id = versions.text_id
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (
               WHERE (members.published_at, members.article_id)
                     <= (known.published_at, known.article_id)) AS position,
           min(members.published_at) AS first_at,
           count(*) AS size
    FROM core.summarized_articles AS members
    WHERE members.root_text_id = known.root_text_id
) AS family
WHERE family.size > 1;
COMMENT ON VIEW mart.copy_lineage IS 'One row an article whose text others carry too: the original first, its copies in order.';
COMMENT ON COLUMN mart.copy_lineage.independent_text_id IS 'What the articles of one lineage share: the text all are copies of.';
COMMENT ON COLUMN mart.copy_lineage.position IS '1 for the earliest article, and so on.';
COMMENT ON COLUMN mart.copy_lineage.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.copy_lineage.title IS 'Its headline.';
COMMENT ON COLUMN mart.copy_lineage.published_at IS 'When it was published; by which clock, published_basis says.';
COMMENT ON COLUMN mart.copy_lineage.lag IS 'How much later than the earliest.';
COMMENT ON COLUMN mart.copy_lineage.score IS 'Share of the shorter text''s words that lie in a sequence of five which the original has.';
COMMENT ON COLUMN mart.copy_lineage.credit IS 'News agency it credits, if any.';
COMMENT ON COLUMN mart.copy_lineage.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.copy_lineage.story_id IS 'The story.';
COMMENT ON COLUMN mart.copy_lineage.url IS 'Canonical URL.';
COMMENT ON COLUMN mart.copy_lineage.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.copy_lineage.text_id IS 'Its text.';
COMMENT ON COLUMN mart.copy_lineage.published_basis IS 'What published_at, and with it position and lag, goes by: stated, as a page states it, or first_seen, when we first saw the article, where it states nothing.';
COMMENT ON COLUMN mart.copy_lineage.is_gone IS 'Whether its page was found deleted.';
