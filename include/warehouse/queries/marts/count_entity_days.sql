-- Count the noted days of entities anew.
ANALYZE touched_days;
DELETE FROM core.entity_days USING touched_days AS touched
WHERE entity_days.entity_id = touched.entity_id AND entity_days.day = touched.day;
INSERT INTO core.entity_days (entity_id, day, articles, independent_texts, stories)
SELECT appearances.entity_id,
       appearances.day,
       count(DISTINCT appearances.article_id),
       count(DISTINCT known.root_text_id),
       count(DISTINCT known.story_id)
FROM touched_days AS touched
JOIN core.appearances USING (entity_id, day)
JOIN core.summarized_articles AS known USING (article_id)
GROUP BY appearances.entity_id, appearances.day
