-- Names that others are pinned to and no text has yet: (kind, name_key, name, from_key).
INSERT INTO core.entities (kind, name_key, name)
SELECT pinned.kind, pinned.name_key, pinned.name
FROM (VALUES %s) AS pinned (kind, name_key, name, from_key)
WHERE EXISTS (
    SELECT FROM core.entities AS named
    WHERE named.kind = pinned.kind AND named.name_key = pinned.from_key AND named.sense = ''
)
GROUP BY 1, 2, 3
ON CONFLICT (kind, name_key, sense) DO NOTHING
