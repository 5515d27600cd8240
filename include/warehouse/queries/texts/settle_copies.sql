-- Rows (text_id, copy_of, copy_score, copy_reason, compared_by): what these texts are copies of.
UPDATE core.texts SET
    copy_of = done.copy_of,
    copy_score = done.copy_score,
    copy_reason = done.copy_reason,
    compared_by = done.compared_by,
    fingerprinted_at = coalesce(texts.fingerprinted_at, now())
FROM (VALUES %s) AS done (text_id, copy_of, copy_score, copy_reason, compared_by)
WHERE texts.text_id = done.text_id
