-- How many pages wait to be cleaned.
SELECT count(*) FROM core.pages
WHERE body_sha256 IS NOT NULL AND cleaned_sha256 IS DISTINCT FROM body_sha256
  AND (claimed_until IS NULL OR claimed_until < now())
