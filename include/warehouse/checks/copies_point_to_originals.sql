-- level: fail
-- what: a copy names an independent text, never another copy.
SELECT copy.text_id, copy.copy_of, original.copy_of AS which_copies
FROM core.texts AS copy
JOIN core.texts AS original ON original.text_id = copy.copy_of
WHERE original.copy_of IS NOT NULL
