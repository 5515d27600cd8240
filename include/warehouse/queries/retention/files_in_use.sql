-- Of these files of the archive, those that hold a body which is not cleaned yet: (archive_path).
SELECT DISTINCT archive_path FROM core.pages
WHERE archive_path = ANY (%(paths)s)
  AND body_sha256 IS NOT NULL AND cleaned_sha256 IS DISTINCT FROM body_sha256
