-- Stories, counted on three levels: articles, independent texts, publishers; and their chains.
CREATE VIEW mart.stories AS
SELECT stories.story_id,
       stories.label,
       stories.names,
       count(*) AS articles,
       count(DISTINCT articles.independent_text_id) AS independent_texts,
       count(DISTINCT articles.publisher) AS publishers,
       count(DISTINCT articles.publisher) FILTER (WHERE NOT articles.is_copy) AS independent_publishers,
       array_agg(DISTINCT articles.language ORDER BY articles.language)
           FILTER (WHERE articles.language IS NOT NULL) AS languages,
       stories.first_seen_at,
       stories.first_published_at,
       stories.last_published_at,
       stories.cohesion,
       stories.continues,
       stories.continues_score,
       stories.lead_article_id,
       CASE WHEN bool_or(articles.published_at = stories.first_published_at) THEN 'stated'
            ELSE 'first_seen' END AS first_published_basis,
       CASE WHEN bool_or(articles.published_at = stories.last_published_at) THEN 'stated'
            ELSE 'first_seen' END AS last_published_basis,
       count(*) FILTER (WHERE articles.published_at IS NULL) AS undated_articles,
       count(*) FILTER (WHERE articles.is_gone) AS gone_articles
FROM core.stories
JOIN mart.articles USING (story_id)
GROUP BY stories.story_id;
COMMENT ON VIEW mart.stories IS 'One row a story: an event and how widely it is reported. What is told for weeks is a chain of stories.';
COMMENT ON COLUMN mart.stories.story_id IS 'Stable name of the story.';
COMMENT ON COLUMN mart.stories.label IS 'Headline of its lead article.';
COMMENT ON COLUMN mart.stories.names IS 'People, bodies and places that most of its texts name, the most shared first.';
COMMENT ON COLUMN mart.stories.articles IS 'Articles on it, copies included.';
COMMENT ON COLUMN mart.stories.independent_texts IS 'Texts on it, each copied text once.';
COMMENT ON COLUMN mart.stories.publishers IS 'Publishers that report it.';
COMMENT ON COLUMN mart.stories.independent_publishers IS 'Publishers with a text of their own on it, not only copies.';
COMMENT ON COLUMN mart.stories.languages IS 'Languages it is reported in.';
COMMENT ON COLUMN mart.stories.first_seen_at IS 'When it was first grouped.';
COMMENT ON COLUMN mart.stories.first_published_at IS 'When its first article was published; by which clock, first_published_basis says.';
COMMENT ON COLUMN mart.stories.last_published_at IS 'When its last article was published; by which clock, last_published_basis says.';
COMMENT ON COLUMN mart.stories.cohesion IS 'How alike its texts are on average, 0 to 1; 0 for one text.';
COMMENT ON COLUMN mart.stories.continues IS 'The earlier story that it continues: only time kept the two apart.';
COMMENT ON COLUMN mart.stories.continues_score IS 'How alike the two are, 0 to 1, days left aside.';
COMMENT ON COLUMN mart.stories.lead_article_id IS 'The article that stands for it.';
COMMENT ON COLUMN mart.stories.first_published_basis IS 'What first_published_at goes by: stated, as a page states it, or first_seen, when we first saw the article, where it states nothing.';
COMMENT ON COLUMN mart.stories.last_published_basis IS 'What last_published_at goes by, likewise.';
COMMENT ON COLUMN mart.stories.undated_articles IS 'Its articles whose pages state no time of publication.';
COMMENT ON COLUMN mart.stories.gone_articles IS 'Its articles whose pages were found deleted; they are counted in articles too.';

CREATE VIEW mart.story_events AS
SELECT events.happened_at,
       events.kind,
       events.texts,
       events.score,
       events.from_story_id,
       earlier.label AS from_label,
       events.to_story_id,
       later.label AS to_label,
       events.run_id
FROM core.story_events AS events
JOIN core.stories AS earlier ON earlier.story_id = events.from_story_id
JOIN core.stories AS later ON later.story_id = events.to_story_id;
COMMENT ON VIEW mart.story_events IS 'Stories that merged or split, and texts that moved, as more became known.';
COMMENT ON COLUMN mart.story_events.happened_at IS 'When.';
COMMENT ON COLUMN mart.story_events.kind IS 'merged: nothing is left of the earlier story; split: the texts make a new one; moved: both go on.';
COMMENT ON COLUMN mart.story_events.texts IS 'How many independent texts went.';
COMMENT ON COLUMN mart.story_events.score IS 'How alike they are on average to the rest of the story they went to, 0 to 1.';
COMMENT ON COLUMN mart.story_events.from_story_id IS 'The story they were in.';
COMMENT ON COLUMN mart.story_events.from_label IS 'What that is called now.';
COMMENT ON COLUMN mart.story_events.to_story_id IS 'The story they are in since.';
COMMENT ON COLUMN mart.story_events.to_label IS 'What that is called now.';
COMMENT ON COLUMN mart.story_events.run_id IS 'The run.';
