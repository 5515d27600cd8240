-- Pages to clean, of one shard or of all: (subject, mark, turn).
SELECT page_id::text AS subject, encode(body_sha256, 'hex') AS mark, page_id AS turn
FROM core.pages
WHERE body_sha256 IS NOT NULL AND cleaned_sha256 IS DISTINCT FROM body_sha256
  AND page_id %% %(of)s = %(shard)s
