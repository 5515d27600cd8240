-- Something happened to a feed.
INSERT INTO core.feed_events (feed_id, kind, from_url, to_url, detail)
VALUES (%(feed_id)s, %(kind)s, %(from_url)s, %(to_url)s, %(detail)s)
