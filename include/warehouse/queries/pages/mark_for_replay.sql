-- Pages whose kept body was fetched in a span of time are due to be cleaned again.
UPDATE core.pages SET cleaned_sha256 = NULL
WHERE fetched_at >= %(since)s AND fetched_at < %(until)s
  AND archive_path IS NOT NULL AND cleaned_sha256 IS NOT NULL
