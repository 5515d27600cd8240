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
    FROM (
        SELECT quote_id, is_shortened, is_altered FROM core.statement_quotes
        WHERE statement_id = statements.statement_id
        UNION ALL
        SELECT quote_id, is_shortened, is_altered FROM core.statement_parts
        WHERE statement_id = statements.statement_id
    ) AS of
    JOIN core.quotes USING (quote_id)
    JOIN mart.articles ON articles.text_id = quotes.text_id
) AS carried;
COMMENT ON VIEW mart.statements IS 'One row a statement, however many articles quote it; the words of all its quotes overlap. A quote of two sentences counts for both statements.';
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
COMMENT ON COLUMN mart.statements.shortened IS 'Articles that leave out its beginning or end. Which, and in which words: mart.statement_wordings.';
COMMENT ON COLUMN mart.statements.altered IS 'Articles in which words within it differ.';
COMMENT ON COLUMN mart.statements.story_ids IS 'Stories of these articles.';
COMMENT ON COLUMN mart.statements.first_article_id IS 'Number of the article that carried it first.';
COMMENT ON COLUMN mart.statements.speaker_entity_id IS 'Number of the speaker, as in mart.entities.';
COMMENT ON COLUMN mart.statements.first_published_basis IS 'What first_published_at goes by: stated, as a page states it, or first_seen, when we first saw the article, where it states nothing.';
COMMENT ON COLUMN mart.statements.first_publisher_country IS 'Country of the first publisher, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.statements.first_language IS 'Language code of that article.';
COMMENT ON COLUMN mart.statements.standing IS 'Of articles those whose pages still stand.';

-- A statement's wordings, each once, with who printed it.
CREATE VIEW mart.statement_wordings AS
SELECT statements.statement_id,
       coalesce(speakers.shown_as, speakers.name) AS speaker,
       printed.wording,
       printed.is_fullest,
       printed.is_shortened,
       printed.is_altered,
       printed.changes,
       printed.is_among_more,
       printed.publishers,
       printed.languages,
       printed.articles,
       printed.independent_texts,
       printed.stories,
       printed.first_reported_at,
       statements.text AS statement,
       speakers.entity_id AS speaker_entity_id
FROM core.statements
LEFT JOIN core.entities AS named ON named.entity_id = statements.speaker_entity_id
LEFT JOIN core.entities AS speakers ON speakers.entity_id = named.canonical_id
CROSS JOIN LATERAL (
    SELECT (array_agg(said.words ORDER BY articles.published_at NULLS LAST, articles.article_id))[1]
               AS wording,
           bool_or(said.quote_id = statements.canonical_quote_id) AS is_fullest,
           bool_and(said.is_shortened) AS is_shortened,
           bool_or(said.is_altered) AS is_altered,
           min(said.changes) AS changes,
           said.is_among_more,
           array_agg(DISTINCT articles.publisher) AS publishers,
           array_agg(DISTINCT articles.language) AS languages,
           count(DISTINCT articles.article_id) AS articles,
           count(DISTINCT articles.independent_text_id) AS independent_texts,
           count(DISTINCT articles.story_id) AS stories,
           min(articles.reported_at) AS first_reported_at
    FROM (
        SELECT of.*,
               quotes.text_id,
               -- Of a mixed quote the words inside its marks.
               coalesce(
                   CASE WHEN quotes.kind = 'mixed' THEN (
                       SELECT string_agg(marked.found[1], ' … ' ORDER BY marked.place)
                       FROM regexp_matches(parts.words, '[“„«"]([^“”„«»"]+)[”“»"]', 'g')
                           WITH ORDINALITY AS marked (found, place)) END,
                   parts.words) AS words
        FROM (
            SELECT quote_id, is_shortened, is_altered, changes,
                   EXISTS (SELECT FROM core.statement_parts AS held
                           WHERE held.quote_id = statement_quotes.quote_id) AS is_among_more
            FROM core.statement_quotes
            WHERE statement_id = statements.statement_id
            UNION ALL
            SELECT quote_id, is_shortened, is_altered, changes, true
            FROM core.statement_parts
            WHERE statement_id = statements.statement_id
        ) AS of
        JOIN core.quotes USING (quote_id)
        CROSS JOIN LATERAL (
            SELECT coalesce(string_agg(fragments.text, ' … ' ORDER BY fragments.number), quotes.text)
                AS words
            FROM core.quote_fragments AS fragments WHERE fragments.quote_id = quotes.quote_id
        ) AS parts
    ) AS said
    JOIN mart.articles ON articles.text_id = said.text_id
    GROUP BY said.is_among_more, btrim(lower(regexp_replace(said.words, '[^[:alnum:]]+', ' ', 'g')))
) AS printed;
COMMENT ON VIEW mart.statement_wordings IS 'One row a wording of a statement, as outlets printed it: letter case, marks and spaces make no other wording.';
COMMENT ON COLUMN mart.statement_wordings.statement_id IS 'The statement, as in mart.statements and mart.quotes.';
COMMENT ON COLUMN mart.statement_wordings.speaker IS 'Who said it; null where unknown.';
COMMENT ON COLUMN mart.statement_wordings.wording IS 'The words as printed, as the earliest article has them; of a mixed quote those inside its marks.';
COMMENT ON COLUMN mart.statement_wordings.is_fullest IS 'Whether it is the wording that stands for the statement.';
COMMENT ON COLUMN mart.statement_wordings.is_shortened IS 'Whether it leaves out the beginning or end of that.';
COMMENT ON COLUMN mart.statement_wordings.is_altered IS 'Whether words within it differ from that.';
COMMENT ON COLUMN mart.statement_wordings.changes IS 'Which: [-of the fullest wording-] and {+its own+}.';
COMMENT ON COLUMN mart.statement_wordings.is_among_more IS 'Whether the quote says more than the statement: another sentence of it is of another statement.';
COMMENT ON COLUMN mart.statement_wordings.publishers IS 'Who printed it so.';
COMMENT ON COLUMN mart.statement_wordings.languages IS 'Language codes of these articles.';
COMMENT ON COLUMN mart.statement_wordings.articles IS 'Articles that have it so.';
COMMENT ON COLUMN mart.statement_wordings.independent_texts IS 'Texts that have it so, copies not counted.';
COMMENT ON COLUMN mart.statement_wordings.stories IS 'Stories these articles belong to.';
COMMENT ON COLUMN mart.statement_wordings.first_reported_at IS 'Since when the earliest of them does, at the latest.';
COMMENT ON COLUMN mart.statement_wordings.statement IS 'The fullest wording.';
COMMENT ON COLUMN mart.statement_wordings.speaker_entity_id IS 'Number of the speaker, as in mart.entities.';
