-- Where items went, run by run; and what became of every entry.
CREATE VIEW mart.funnel AS
SELECT outcomes.run_id,
       runs.started_at,
       outcomes.stage,
       outcomes.status,
       outcomes.reason,
       reasons.explanation,
       sum(outcomes.items) AS items
FROM ops.outcomes
JOIN ops.runs USING (run_id)
LEFT JOIN ops.reasons USING (reason)
GROUP BY outcomes.run_id, runs.started_at, outcomes.stage, outcomes.status, outcomes.reason,
         reasons.explanation;
COMMENT ON VIEW mart.funnel IS 'Items by run, stage, status and reason.';
COMMENT ON COLUMN mart.funnel.run_id IS 'The run.';
COMMENT ON COLUMN mart.funnel.started_at IS 'When it began.';
COMMENT ON COLUMN mart.funnel.stage IS 'The stage.';
COMMENT ON COLUMN mart.funnel.status IS 'How items left it.';
COMMENT ON COLUMN mart.funnel.reason IS 'Why.';
COMMENT ON COLUMN mart.funnel.explanation IS 'Why, in words.';
COMMENT ON COLUMN mart.funnel.items IS 'How many.';

CREATE VIEW mart.entry_outcomes AS
SELECT entries.entry_key,
       entries.feed_id,
       entries.title,
       entries.url,
       CASE
           WHEN entries.url_reason IS NOT NULL THEN 'read_entries'
           WHEN pages.body_sha256 IS NULL THEN 'fetch_pages'
           WHEN pages.cleaned_sha256 IS NULL THEN 'clean_articles'
           WHEN pages.article_id IS NULL THEN 'clean_articles'
           WHEN versions.doubt IS NOT NULL THEN 'loaded'
           WHEN story_articles.article_id IS NULL THEN 'group_stories'
           ELSE 'loaded'
       END AS stage,
       CASE
           WHEN entries.url_reason IS NOT NULL THEN entries.url_reason
           WHEN pages.body_sha256 IS NULL THEN coalesce(pages.last_reason, 'waiting')
           WHEN pages.cleaned_sha256 IS NULL THEN 'waiting'
           WHEN pages.article_id IS NULL THEN pages.clean_reason
           WHEN versions.doubt IS NOT NULL THEN 'doubtful'
           WHEN story_articles.article_id IS NULL THEN 'waiting'
           ELSE 'loaded'
       END AS reason,
       pages.http_status,
       pages.page_id,
       pages.article_id,
       entries.first_seen_at
FROM core.entries
LEFT JOIN core.pages USING (page_id)
LEFT JOIN core.articles USING (article_id)
LEFT JOIN core.article_versions AS versions USING (version_id)
LEFT JOIN core.story_articles ON story_articles.article_id = articles.article_id;
COMMENT ON VIEW mart.entry_outcomes IS 'One row an entry: how far it came and why no further.';
COMMENT ON COLUMN mart.entry_outcomes.entry_key IS 'Number of the entry.';
COMMENT ON COLUMN mart.entry_outcomes.feed_id IS 'Its feed.';
COMMENT ON COLUMN mart.entry_outcomes.title IS 'Its title.';
COMMENT ON COLUMN mart.entry_outcomes.url IS 'Where it leads.';
COMMENT ON COLUMN mart.entry_outcomes.stage IS 'Where it is, or where it fell out; loaded if it came through.';
COMMENT ON COLUMN mart.entry_outcomes.reason IS 'Why (ops.reasons); waiting if that stage is still due.';
COMMENT ON COLUMN mart.entry_outcomes.http_status IS 'Last status code of its page.';
COMMENT ON COLUMN mart.entry_outcomes.page_id IS 'Its page.';
COMMENT ON COLUMN mart.entry_outcomes.article_id IS 'Its article.';
COMMENT ON COLUMN mart.entry_outcomes.first_seen_at IS 'When the feed first listed it.';
