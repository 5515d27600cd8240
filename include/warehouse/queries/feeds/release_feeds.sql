-- Claims on feeds end.
UPDATE core.feeds SET claimed_until = NULL
WHERE feed_id = ANY (%(feed_ids)s) AND claimed_until IS NOT NULL
