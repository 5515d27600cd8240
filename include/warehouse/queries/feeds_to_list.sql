-- How feeds are doing; `only` is due, failing, quiet (nothing new for a week), stopped or null.
SELECT feed_id, publisher, last_polled_at, next_poll_at, last_new_entry_at, entries, explanation
FROM mart.feeds
WHERE is_listed AND CASE %(only)s::text
    WHEN 'due' THEN stopped_at IS NULL AND next_poll_at <= now()
    WHEN 'failing' THEN failures > 0
    WHEN 'quiet' THEN coalesce(last_new_entry_at < now() - interval '7 days', true)
    WHEN 'stopped' THEN stopped_at IS NOT NULL
    ELSE true
END
ORDER BY publisher, feed_id
