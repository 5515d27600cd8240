-- The newest texts read for stories by other rules are due to be read and placed again.
UPDATE core.texts SET grouped_as = NULL
FROM (
    SELECT text_id FROM core.grouped_texts
    WHERE read_by IS DISTINCT FROM %(rules)s
    ORDER BY published_at DESC, text_id DESC
    LIMIT %(most)s
) AS old
WHERE texts.text_id = old.text_id AND texts.grouped_as IS NOT NULL
