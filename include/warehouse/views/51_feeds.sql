-- How each feed is doing.
CREATE VIEW mart.feeds AS
SELECT feeds.feed_id,
       publishers.name AS publisher,
       feeds.title,
       CASE
           WHEN has_column_privilege('core.feeds', 'url', 'SELECT') THEN feeds.url
           ELSE regexp_replace(regexp_replace(feeds.url, '//[^/@]*@', '//'), '\?.*$', '?…')
       END AS url,
       count(entries.entry_key) AS entries,
       count(pages.article_id) AS loaded,
       max(entries.first_seen_at) AS last_new_entry_at,
       feeds.last_polled_at,
       feeds.next_poll_at,
       feeds.poll_interval,
       feeds.failures,
       feeds.last_reason,
       reasons.explanation,
       feeds.is_listed,
       feeds.stopped_at,
       tries.quarantined_at
FROM core.feeds
JOIN core.publishers USING (publisher_id)
LEFT JOIN core.entries USING (feed_id)
LEFT JOIN core.pages USING (page_id)
LEFT JOIN ops.tries ON tries.stage = 'poll_feeds' AND tries.subject = feeds.feed_id
LEFT JOIN ops.reasons ON reasons.reason = feeds.last_reason
GROUP BY feeds.feed_id, publishers.name, reasons.explanation, tries.quarantined_at;
COMMENT ON VIEW mart.feeds IS 'One row a feed: its health and yield.';
COMMENT ON COLUMN mart.feeds.feed_id IS 'Short name.';
COMMENT ON COLUMN mart.feeds.publisher IS 'Whose it is.';
COMMENT ON COLUMN mart.feeds.title IS 'Title.';
COMMENT ON COLUMN mart.feeds.url IS 'Where it is polled; readers see it without user, password and query, which may be keys.';
COMMENT ON COLUMN mart.feeds.entries IS 'Entries it has listed so far.';
COMMENT ON COLUMN mart.feeds.loaded IS 'Those that became articles.';
COMMENT ON COLUMN mart.feeds.last_new_entry_at IS 'When it last listed a new one.';
COMMENT ON COLUMN mart.feeds.last_polled_at IS 'When it was last polled.';
COMMENT ON COLUMN mart.feeds.next_poll_at IS 'When it is due.';
COMMENT ON COLUMN mart.feeds.poll_interval IS 'Present gap between polls.';
COMMENT ON COLUMN mart.feeds.failures IS 'Failures in a row, weighted by kind.';
COMMENT ON COLUMN mart.feeds.last_reason IS 'Reason of its last poll''s outcome.';
COMMENT ON COLUMN mart.feeds.explanation IS 'That, in words.';
COMMENT ON COLUMN mart.feeds.is_listed IS 'Whether the feed list holds it.';
COMMENT ON COLUMN mart.feeds.stopped_at IS 'When its server said it is gone.';
COMMENT ON COLUMN mart.feeds.quarantined_at IS 'Since when it is not polled any more, because it ended its worker in three runs; null while it is.';
