-- Who said what, with the sentence, the article, the publisher and the story.
CREATE VIEW mart.quotes AS
SELECT quotes.quote_id,
       coalesce(speakers.shown_as, speakers.name) AS speaker,
       quotes.speaker_text,
       array_to_string(parts.fragments, ' … ') AS quote,
       parts.fragments,
       quotes.kind,
       quotes.cue_text AS cue,
       coalesce(addressees.shown_as, addressees.name, quotes.addressee_text) AS addressee,
       places.name AS place,
       places.country AS place_country,
       times.on_day,
       quotes.confidence,
       mart.sentence(articles.body, quotes.start_char, quotes.end_char) AS sentence,
       articles.title,
       articles.publisher,
       articles.published_at,
       articles.story_id,
       articles.url,
       articles.article_id,
       articles.is_copy,
       speakers.entity_id AS speaker_entity_id,
       statement_quotes.statement_id,
       statement_quotes.is_shortened,
       statement_quotes.is_altered,
       quotes.place_id,
       articles.independent_text_id,
       quotes.text_id,
       quotes.start_char,
       quotes.end_char,
       articles.publisher_country,
       articles.language,
       mart.reported_at(since.version, said.published_at, said.updated_at, said.fetched_at,
           mart.last_stated(unsaid.published_at, unsaid.updated_at, unsaid.fetched_at)) AS reported_at,
       articles.reported_until,
       mart.reported_basis(since.version, said.published_at, said.updated_at, said.fetched_at,
           mart.last_stated(unsaid.published_at, unsaid.updated_at, unsaid.fetched_at)) AS reported_basis,
       said.fetched_at AS seen_at,
       articles.version,
       since.version AS since_version,
       articles.is_current,
       articles.is_gone,
       CASE WHEN speakers.entity_id IS NOT NULL THEN speakers.kind
            ELSE mart.speaker_kind(quotes.speaker_text, quotes.speaker_basis) END AS speaker_kind,
       quotes.speaker_basis,
       quotes.speaker_pronoun,
       quotes.speaker_pronoun_start_char,
       quotes.speaker_pronoun_end_char,
       quotes.speaker_gender,
       quotes.within_quote_id,
       EXISTS (SELECT FROM core.boilerplate_spans AS spans
               WHERE spans.text_id = quotes.text_id AND spans.start_char <= quotes.start_char
                 AND spans.end_char >= quotes.end_char) AS is_boilerplate
FROM core.quotes
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = quotes.text_id
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(fragments.text ORDER BY fragments.number), ARRAY[quotes.text])
        AS fragments
    FROM core.quote_fragments AS fragments WHERE fragments.quote_id = quotes.quote_id
) AS parts
LEFT JOIN core.entities AS names ON names.entity_id = quotes.speaker_entity_id
LEFT JOIN core.entity_merges AS here ON here.from_entity_id = names.entity_id
    AND here.text_id = quotes.text_id AND here.undone_at IS NULL
LEFT JOIN core.entities AS speakers
    ON speakers.entity_id = coalesce(here.into_entity_id, names.canonical_id)
LEFT JOIN core.entities AS addressees ON addressees.entity_id = (
    SELECT canonical_id FROM core.entities WHERE entity_id = quotes.addressee_entity_id)
LEFT JOIN core.places ON places.place_id = quotes.place_id
LEFT JOIN core.times ON times.time_id = quotes.time_id
LEFT JOIN core.statement_quotes ON statement_quotes.quote_id = quotes.quote_id
CROSS JOIN LATERAL (
    -- The version since which it has been there; nearly all articles have one version.
    SELECT CASE WHEN articles.version = 1 THEN 1 ELSE 1 + coalesce((
        SELECT max(before.number)
        FROM core.article_versions AS before
        WHERE before.article_id = articles.article_id AND before.number < articles.version
          AND NOT EXISTS (
              SELECT FROM core.quotes AS same
              JOIN core.extractions AS reading USING (extraction_id)
              WHERE same.text_id = before.text_id AND reading.is_current
                AND same.text = quotes.text)
    ), 0) END AS version
) AS since
LEFT JOIN core.article_versions AS said
    ON said.article_id = articles.article_id AND said.number = since.version
LEFT JOIN core.article_versions AS unsaid
    ON unsaid.article_id = articles.article_id AND unsaid.number = since.version - 1
WHERE extractions.is_current;
COMMENT ON VIEW mart.quotes IS 'One row a quote and article that carries it.';
COMMENT ON COLUMN mart.quotes.quote_id IS 'Number of the quote.';
COMMENT ON COLUMN mart.quotes.speaker IS 'Who said it, whatever the text calls them; null where the text names nobody, or what it says of them contradicts. Ask speaker IS DISTINCT FROM ''X'' for all but X.';
COMMENT ON COLUMN mart.quotes.speaker_text IS 'The speaker as the text has it: she.';
COMMENT ON COLUMN mart.quotes.quote IS 'What was said, without the reporter''s words between its parts, which … joins.';
COMMENT ON COLUMN mart.quotes.fragments IS 'The parts of what was said, in order: one where the cue does not interrupt it.';
COMMENT ON COLUMN mart.quotes.kind IS 'direct, indirect or mixed.';
COMMENT ON COLUMN mart.quotes.cue IS 'The word of saying.';
COMMENT ON COLUMN mart.quotes.addressee IS 'To whom it was said, where the text tells.';
COMMENT ON COLUMN mart.quotes.place IS 'Where it was said, where its sentence tells.';
COMMENT ON COLUMN mart.quotes.place_country IS 'ISO 3166-1 alpha-2 code of that place.';
COMMENT ON COLUMN mart.quotes.on_day IS 'The day it was said, where its sentence tells.';
COMMENT ON COLUMN mart.quotes.confidence IS 'How much speaks for the quote and its speaker, 0 to 1: by hand, not fitted. Kind, cue, how the speaker is told, distance and length count.';
COMMENT ON COLUMN mart.quotes.sentence IS 'The sentence it stands in.';
COMMENT ON COLUMN mart.quotes.title IS 'Headline of the article.';
COMMENT ON COLUMN mart.quotes.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.quotes.published_at IS 'When the article was published, as its page states; null where it does not. What an edit brought is newer: reported_at.';
COMMENT ON COLUMN mart.quotes.story_id IS 'The story.';
COMMENT ON COLUMN mart.quotes.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.quotes.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.quotes.is_copy IS 'Whether the article''s text is a copy.';
COMMENT ON COLUMN mart.quotes.speaker_entity_id IS 'Number of the speaker, as in mart.entities.';
COMMENT ON COLUMN mart.quotes.statement_id IS 'The statement it is of, as in mart.statements: quotes of one statement share it. Of a quote that holds a second statement, the one it has more words of; mart.statement_wordings has both.';
COMMENT ON COLUMN mart.quotes.is_shortened IS 'Whether it leaves out the beginning or end of the fullest wording.';
COMMENT ON COLUMN mart.quotes.is_altered IS 'Whether words within it differ from the fullest wording.';
COMMENT ON COLUMN mart.quotes.place_id IS 'Number of the place, as in core.places.';
COMMENT ON COLUMN mart.quotes.independent_text_id IS 'The text it is a copy of, or its own: count these to count independent texts.';
COMMENT ON COLUMN mart.quotes.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.quotes.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.quotes.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN mart.quotes.publisher_country IS 'The publisher''s country, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.quotes.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.quotes.reported_at IS 'Since when this article says so, at the latest: the time of the version that first had it.';
COMMENT ON COLUMN mart.quotes.reported_until IS 'Until when: when its page was found deleted; null while it stands.';
COMMENT ON COLUMN mart.quotes.reported_basis IS 'What reported_at goes by: published or revised, as the page states, or first_seen, when we fetched it, where the page states neither.';
COMMENT ON COLUMN mart.quotes.seen_at IS 'When we first fetched it.';
COMMENT ON COLUMN mart.quotes.version IS 'The version of the article that is read here: its newest.';
COMMENT ON COLUMN mart.quotes.since_version IS 'The version since which it has been there.';
COMMENT ON COLUMN mart.quotes.is_current IS 'Whether the page still says so: it stands, in this version.';
COMMENT ON COLUMN mart.quotes.is_gone IS 'Whether the page was found deleted: it is said no more.';
COMMENT ON COLUMN mart.quotes.speaker_kind IS 'person, organisation, place, group, …, as in mart.entities. Of speakers without a name: unnamed, people who are only described (a witness, two officials); body, told by what it is (the ministry, police, a report); name, which the text contradicts or that is nobody''s we know; pronoun, of which the text does not tell whom it means. Null where there is no speaker.';
COMMENT ON COLUMN mart.quotes.speaker_basis IS 'How the text tells the speaker: named; title (an office held by one it names); pronoun; described (a witness, no name); nearest: the nearest name, and nothing better.';
COMMENT ON COLUMN mart.quotes.speaker_pronoun IS 'The word by which the text tells of the speaker''s sex: she, his, Mr; null where none does. Given names are none.';
COMMENT ON COLUMN mart.quotes.speaker_pronoun_start_char IS 'Where that word begins, from 0.';
COMMENT ON COLUMN mart.quotes.speaker_pronoun_end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN mart.quotes.speaker_gender IS 'f or m, as that word tells. Count women and men quoted by it, and tell how many are null.';
COMMENT ON COLUMN mart.quotes.within_quote_id IS 'The quote between whose parts this one stands. No two quotes of a text share words.';
COMMENT ON COLUMN mart.quotes.is_boilerplate IS 'Whether it stands in a passage that its publisher has in three stories and more: a notice, classifieds, an appeal. Search, copies and the counts of mart.entities leave such passages out; here ask WHERE NOT is_boilerplate.';
