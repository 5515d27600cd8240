-- A piece of an import is stored, or it ended. An empty position leaves it where it was.
UPDATE ops.imports SET
    state = %(state)s, detail = %(detail)s,
    position = CASE WHEN %(position)s = '' THEN position ELSE %(position)s END,
    records = records + %(records)s, pages = pages + %(pages)s, updated_at = now()
WHERE url = %(url)s
