-- Articles go where their texts went.
UPDATE core.story_articles SET
    story_id = texts.story_id,
    reason = CASE
        WHEN story_articles.article_id <> texts.first_article_id THEN 'copy'
        WHEN texts.opens_story THEN 'first_of_story'
        ELSE 'same_event'
    END,
    score = CASE WHEN story_articles.article_id = texts.first_article_id THEN texts.score ELSE story_articles.score END
FROM core.grouped_texts AS texts
WHERE texts.text_id = ANY (%(text_ids)s) AND story_articles.text_id = texts.text_id
