-- Rows (name, country): makes publishers that are not there. Repeating it changes nothing.
INSERT INTO core.publishers (name, country)
VALUES %s
ON CONFLICT (name) DO UPDATE
    SET country = coalesce(EXCLUDED.country, publishers.country)  -- keep what we knew
    WHERE publishers.country IS DISTINCT FROM coalesce(EXCLUDED.country, publishers.country)
