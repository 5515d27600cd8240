-- How we behaved at each host: the receipt of our manners.
CREATE VIEW mart.hosts AS
SELECT fetches.host,
       count(*) FILTER (WHERE is_sent) AS requests,
       count(*) FILTER (WHERE is_sent AND kind = 'feed') AS feed_requests,
       count(*) FILTER (WHERE is_sent AND kind = 'page') AS page_requests,
       count(*) FILTER (WHERE is_sent AND kind = 'robots') AS robots_requests,
       count(*) FILTER (WHERE is_conditional AND is_sent) AS conditional_requests,
       count(*) FILTER (WHERE http_status = 304) AS not_modified,
       round(count(*) FILTER (WHERE http_status = 304)::numeric
             / nullif(count(*) FILTER (WHERE is_conditional AND is_sent), 0), 3)
           AS not_modified_share,
       count(*) FILTER (WHERE robots = 'disallowed') AS robots_disallowed,
       count(*) FILTER (WHERE robots = 'unreachable') AS robots_unreachable,
       count(*) FILTER (WHERE retry_after_s IS NOT NULL) AS asked_to_wait,
       count(*) FILTER (WHERE reason = 'rate_limited' AND NOT is_sent) AS held_back,
       sum(wire_bytes) AS wire_bytes,
       round(avg(elapsed_ms)) AS mean_ms,
       min(fetched_at) AS first_at,
       max(fetched_at) AS last_at
FROM ops.fetches
GROUP BY fetches.host;
COMMENT ON VIEW mart.hosts IS 'One row a host: the requests we made there, and those we held back.';
COMMENT ON COLUMN mart.hosts.host IS 'Host, and port where it is not the usual one.';
COMMENT ON COLUMN mart.hosts.requests IS 'Requests that left this machine.';
COMMENT ON COLUMN mart.hosts.feed_requests IS 'Of these, for feeds.';
COMMENT ON COLUMN mart.hosts.page_requests IS 'Of these, for pages.';
COMMENT ON COLUMN mart.hosts.robots_requests IS 'Of these, for robots.txt.';
COMMENT ON COLUMN mart.hosts.conditional_requests IS 'Of these, with validators.';
COMMENT ON COLUMN mart.hosts.not_modified IS 'Answered 304.';
COMMENT ON COLUMN mart.hosts.not_modified_share IS 'Share of conditional requests that were answered 304.';
COMMENT ON COLUMN mart.hosts.robots_disallowed IS 'Pages not asked for, since robots.txt disallows them.';
COMMENT ON COLUMN mart.hosts.robots_unreachable IS 'Pages not asked for, since robots.txt could not be read.';
COMMENT ON COLUMN mart.hosts.asked_to_wait IS 'Answers that asked us to wait.';
COMMENT ON COLUMN mart.hosts.held_back IS 'Requests we held back because the host had asked us to wait.';
COMMENT ON COLUMN mart.hosts.wire_bytes IS 'Bytes of bodies as they came.';
COMMENT ON COLUMN mart.hosts.mean_ms IS 'Mean time of an answer in milliseconds.';
COMMENT ON COLUMN mart.hosts.first_at IS 'First request that is still in the ledger.';
COMMENT ON COLUMN mart.hosts.last_at IS 'Last request.';
