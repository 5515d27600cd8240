-- Texts that wait to be placed, of all or of some, the earliest first: (text_id, subject, mark, tries).
SELECT text_id, 'text ' || text_id AS subject, %(rules)s AS mark, coalesce(tries.tries, 0) AS tries
FROM core.grouped_texts
LEFT JOIN ops.tries
    ON tries.stage = 'group_stories' AND tries.subject = 'text ' || text_id
    AND tries.mark = %(rules)s
WHERE placed_among IS NULL AND (%(only)s::bigint[] IS NULL OR text_id = ANY (%(only)s))
ORDER BY published_at, text_id
LIMIT %(most)s
