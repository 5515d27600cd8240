-- Rows (story_id, label, lead_article_id, names, first, last, size, cohesion).
INSERT INTO core.stories (story_id, label, lead_article_id, names, first_published_at,
    last_published_at, size, cohesion)
VALUES %s
ON CONFLICT (story_id) DO UPDATE SET
    label = EXCLUDED.label,
    lead_article_id = EXCLUDED.lead_article_id,
    names = EXCLUDED.names,
    first_published_at = EXCLUDED.first_published_at,
    last_published_at = EXCLUDED.last_published_at,
    size = EXCLUDED.size,
    cohesion = EXCLUDED.cohesion,
    merged_into = NULL,
    updated_at = now()
