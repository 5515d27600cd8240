-- level: fail
-- what: new and changed entries of this run are all in the warehouse.
SELECT outcomes.subject, outcomes.status, outcomes.reason
FROM ops.outcomes
WHERE run_id = %(run_id)s AND stage = 'read_entries' AND subject_kind = 'entry'
  AND NOT EXISTS (
    SELECT FROM core.entries
    WHERE entries.feed_id || ' ' || left(entries.entry_id, 1900) = outcomes.subject
)
