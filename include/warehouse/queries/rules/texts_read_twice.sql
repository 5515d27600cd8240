-- In how many texts two configurations were both used: (texts).
SELECT count(*) AS texts
FROM core.extractions AS before
JOIN core.extractions AS after USING (text_id)
WHERE before.config_hash LIKE %(old)s || '%%' AND after.config_hash LIKE %(new)s || '%%'
  AND before.extraction_id <> after.extraction_id
