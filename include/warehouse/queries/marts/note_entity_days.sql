-- Note the days of entities in these articles, before or after their appearances are made anew.
CREATE TEMPORARY TABLE IF NOT EXISTS touched_days (
    entity_id bigint, day date, PRIMARY KEY (entity_id, day)
) ON COMMIT DROP;
INSERT INTO touched_days
SELECT DISTINCT entity_id, day FROM core.appearances WHERE article_id = ANY (%(article_ids)s)
ON CONFLICT DO NOTHING
