-- The feeds that are polled, at their present URLs, as a feed list has them.
SELECT feeds.feed_id, feeds.url, publishers.name AS publisher, feeds.title, feeds.language,
       publishers.country, feeds.kind
FROM core.feeds
JOIN core.publishers USING (publisher_id)
WHERE feeds.is_listed AND feeds.stopped_at IS NULL AND feeds.merged_into IS NULL
ORDER BY publishers.name, feeds.feed_id
