-- Rows (feed_id, publisher, url, host, title, language, kind): the feed list as it now stands.
-- A new URL, or kind, forgets the old one's validators; everything else learned is kept, and so is
-- where the listed URL has moved to.
INSERT INTO core.feeds (feed_id, publisher_id, url, listed_url, host, title, language, kind)
SELECT given.feed_id, publishers.publisher_id, given.url, given.url, given.host, given.title, given.language,
       given.kind
FROM (VALUES %s) AS given (feed_id, publisher, url, host, title, language, kind)
JOIN core.publishers ON publishers.name = given.publisher
ORDER BY given.feed_id
ON CONFLICT (feed_id) DO UPDATE SET
    publisher_id = EXCLUDED.publisher_id,
    url = CASE WHEN feeds.listed_url = EXCLUDED.listed_url THEN feeds.url ELSE EXCLUDED.url END,
    host = CASE WHEN feeds.listed_url = EXCLUDED.listed_url THEN feeds.host ELSE EXCLUDED.host END,
    listed_url = EXCLUDED.listed_url,
    kind = EXCLUDED.kind,
    title = coalesce(nullif(EXCLUDED.title, ''), feeds.title),
    language = coalesce(EXCLUDED.language, feeds.language),
    is_listed = true,
    etag = CASE WHEN (feeds.listed_url, feeds.kind) = (EXCLUDED.listed_url, EXCLUDED.kind)
        THEN feeds.etag END,
    last_modified = CASE WHEN (feeds.listed_url, feeds.kind) = (EXCLUDED.listed_url, EXCLUDED.kind)
        THEN feeds.last_modified END,
    body_sha256 = CASE WHEN (feeds.listed_url, feeds.kind) = (EXCLUDED.listed_url, EXCLUDED.kind)
        THEN feeds.body_sha256 END,
    next_poll_at = CASE WHEN (feeds.listed_url, feeds.kind) = (EXCLUDED.listed_url, EXCLUDED.kind)
        THEN feeds.next_poll_at ELSE now() END,
    merged_into = CASE WHEN feeds.listed_url = EXCLUDED.listed_url THEN feeds.merged_into END,
    stopped_at = CASE WHEN feeds.listed_url = EXCLUDED.listed_url THEN feeds.stopped_at END
WHERE (feeds.publisher_id, feeds.listed_url, feeds.kind, feeds.is_listed)
    IS DISTINCT FROM (EXCLUDED.publisher_id, EXCLUDED.listed_url, EXCLUDED.kind, true)
