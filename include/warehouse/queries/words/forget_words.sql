-- Words that no vocabulary has any more are gone. Repeating it changes nothing.
DELETE FROM ops.vocabulary
WHERE (vocabulary, word) NOT IN (SELECT * FROM unnest(%(vocabularies)s::text[], %(words)s::text[]))
