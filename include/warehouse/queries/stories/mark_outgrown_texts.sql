-- Texts of the last month of news that were placed when less than half of today's texts were
-- known are placed again: how rare a term is was known badly then.
UPDATE core.grouped_texts SET placed_among = NULL
WHERE published_at > (SELECT max(published_at) FROM core.grouped_texts) - interval '30 days'
  AND placed_among * 2 < (SELECT texts FROM core.term_counts WHERE term = '')
