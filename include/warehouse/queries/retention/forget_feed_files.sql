-- Feeds whose kept body lies in these files of the archive forget where: it goes.
UPDATE core.feeds SET archive_path = NULL, archive_offset = NULL, archive_length = NULL
WHERE archive_path = ANY (%(paths)s)
