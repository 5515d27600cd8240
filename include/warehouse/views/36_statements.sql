-- What was said, each thing once: who carried it first, how far it went, in which wordings.
CREATE VIEW mart.statements AS
SELECT statements.statement_id,
       coalesce(speakers.shown_as, speakers.name) AS speaker,
       statements.text AS statement,
       firsts.publisher AS first_publisher,
       statements.first_published_at,
       firsts.url AS first_url,
       statements.texts AS independent_texts,
       carried.articles,
       carried.stories,
       carried.publishers,
       carried.shortened,
       carried.altered,
       carried.story_ids,
       statements.first_article_id,
       speakers.entity_id AS speaker_entity_id,
       CASE WHEN firsts.published_at IS NULL THEN 'first_seen' ELSE 'stated' END
           AS first_published_basis,
       firsts.publisher_country AS first_publisher_country,
       firsts.language AS first_language,
       carried.standing
FROM core.statements
LEFT JOIN core.entities AS named ON named.entity_id = statements.speaker_entity_id
LEFT JOIN core.entities AS speakers ON speakers.entity_id = named.canonical_id
LEFT JOIN mart.articles AS firsts ON firsts.article_id = statements.first_article_id
CROSS JOIN LATERAL (
    SELECT count(DISTINCT articles.article_id) AS articles,
           count(DISTINCT articles.story_id) AS stories,
           count(DISTINCT articles.publisher) AS publishers,
           count(DISTINCT articles.article_id) FILTER (WHERE of.is_shortened) AS shortened,
           count(DISTINCT articles.article_id) FILTER (WHERE of.is_altered) AS altered,
           count(DISTINCT articles.article_id) FILTER (WHERE articles.is_current) AS standing,
           array_agg(DISTINCT articles.story_id) FILTER (WHERE articles.story_id IS NOT NULL)
               AS story_ids
    FROM core.statement_quotes AS of
    JOIN core.quotes USING (quote_id)
    JOIN mart.articles ON articles.text_id = quotes.text_id
    WHERE of.statement_id = statements.statement_id
) AS carried;
COMMENT ON VIEW mart.statements IS 'One row a statement, however many articles quote it.';
COMMENT ON COLUMN mart.statements.statement_id IS 'Number of the statement.';
COMMENT ON COLUMN mart.statements.speaker IS 'Who said it; null where unknown.';
COMMENT ON COLUMN mart.statements.statement IS 'Its fullest wording.';
COMMENT ON COLUMN mart.statements.first_publisher IS 'Who published it first, of those collected.';
COMMENT ON COLUMN mart.statements.first_published_at IS 'When; by which clock, first_published_basis says.';
COMMENT ON COLUMN mart.statements.first_url IS 'URL of that article.';
COMMENT ON COLUMN mart.statements.independent_texts IS 'Texts that carry it, copies not counted.';
COMMENT ON COLUMN mart.statements.articles IS 'Articles that carry it as they now stand.';
COMMENT ON COLUMN mart.statements.stories IS 'Stories these belong to.';
COMMENT ON COLUMN mart.statements.publishers IS 'Their publishers.';
COMMENT ON COLUMN mart.statements.shortened IS 'Articles that leave out its beginning or end.';
COMMENT ON COLUMN mart.statements.altered IS 'Articles in which words within it differ.';
COMMENT ON COLUMN mart.statements.story_ids IS 'Stories of these articles.';
COMMENT ON COLUMN mart.statements.first_article_id IS 'Number of the article that carried it first.';
COMMENT ON COLUMN mart.statements.speaker_entity_id IS 'Number of the speaker, as in mart.entities.';
COMMENT ON COLUMN mart.statements.first_published_basis IS 'What first_published_at goes by: stated, as a page states it, or first_seen, when we first saw the article, where it states nothing.';
COMMENT ON COLUMN mart.statements.first_publisher_country IS 'Country of the first publisher, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.statements.first_language IS 'Language code of that article.';
COMMENT ON COLUMN mart.statements.standing IS 'Of articles those whose pages still stand.';
