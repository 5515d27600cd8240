-- Rows (story_id, label, lead_article_id, first, last, size, cohesion). The label and lead
-- of a story that is there stay.
INSERT INTO core.stories (story_id, label, lead_article_id, first_published_at,
    last_published_at, size, cohesion)
VALUES %s
ON CONFLICT (story_id) DO UPDATE SET
    first_published_at = least(stories.first_published_at, EXCLUDED.first_published_at),
    last_published_at = greatest(stories.last_published_at, EXCLUDED.last_published_at),
    size = EXCLUDED.size,
    cohesion = EXCLUDED.cohesion,
    updated_at = now()
