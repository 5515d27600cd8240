-- What two configurations found in the texts that both read: (kind, change, facts, examples).
WITH both_read AS (
    SELECT before.extraction_id AS old_id, after.extraction_id AS new_id, before.text_id
    FROM core.extractions AS before
    JOIN core.extractions AS after USING (text_id)
    WHERE before.config_hash LIKE %(old)s || '%%' AND after.config_hash LIKE %(new)s || '%%'
), changes AS (
    SELECT both_read.text_id, found.*
    FROM both_read
    CROSS JOIN LATERAL core.changes_of_facts(both_read.old_id, both_read.new_id) AS found
)
SELECT kind, change, count(*) AS facts,
       (array_agg(format('text %%s, %%s to %%s: %%s', text_id, start_char, end_char,
                         coalesce(old, '') || ' -> ' || coalesce(new, ''))
                  ORDER BY text_id, start_char))[1 : %(examples)s] AS examples
FROM changes
GROUP BY kind, change
ORDER BY kind, change
