-- An import that was asked for: (subject, mark, turn).
SELECT %(url)s::text AS subject, '' AS mark, 0 AS turn
