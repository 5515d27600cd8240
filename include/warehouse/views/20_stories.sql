-- Stories in three levels of counting: articles, independent texts, publishers.
CREATE VIEW mart.stories AS
SELECT stories.story_id,
       stories.label,
       count(*) AS articles,
       count(DISTINCT articles.independent_text_id) AS independent_texts,
       count(DISTINCT articles.publisher) AS publishers,
       array_agg(DISTINCT articles.language ORDER BY articles.language)
           FILTER (WHERE articles.language IS NOT NULL) AS languages,
       stories.first_published_at,
       stories.last_published_at,
       stories.lead_article_id
FROM core.stories
JOIN mart.articles USING (story_id)
GROUP BY stories.story_id;
COMMENT ON VIEW mart.stories IS 'One row a story: an event and how widely it is reported.';
COMMENT ON COLUMN mart.stories.story_id IS 'Stable name of the story.';
COMMENT ON COLUMN mart.stories.label IS 'Headline of its lead article.';
COMMENT ON COLUMN mart.stories.articles IS 'Articles on it, copies included.';
COMMENT ON COLUMN mart.stories.independent_texts IS 'Texts on it, each copied text once.';
COMMENT ON COLUMN mart.stories.publishers IS 'Publishers that report it.';
COMMENT ON COLUMN mart.stories.languages IS 'Languages it is reported in.';
COMMENT ON COLUMN mart.stories.first_published_at IS 'When its first article was published.';
COMMENT ON COLUMN mart.stories.last_published_at IS 'When its last article was published.';
COMMENT ON COLUMN mart.stories.lead_article_id IS 'The article that stands for it.';
