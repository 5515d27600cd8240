-- level: fail
-- what: new and changed entries of this run are all in the warehouse.
WITH told AS (
    SELECT outcomes.subject, outcomes.status, outcomes.reason,
           -- A subject that is too long for an index is cut, and ends with a digest.
           octet_length(subject) > 980 AS is_cut
    FROM ops.outcomes
    WHERE run_id = %(run_id)s AND stage = 'read_entries' AND subject_kind = 'entry'
)
SELECT subject, status, reason
FROM told
WHERE NOT is_cut
  AND NOT EXISTS (
    SELECT FROM core.entries WHERE entries.feed_id || ' ' || entries.entry_id = told.subject
)
UNION ALL
SELECT subject, status, reason
FROM told
WHERE is_cut
  AND NOT EXISTS (
    SELECT FROM core.entries
    WHERE entries.feed_id = split_part(told.subject, ' ', 1)
      AND starts_with(entries.feed_id || ' ' || entries.entry_id, left(told.subject, 200))
)
