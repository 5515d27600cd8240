-- A text that cannot be placed anew stays where it is; none that is in no story.
UPDATE core.grouped_texts SET placed_among = counts.texts
FROM core.term_counts AS counts
WHERE counts.term = '' AND text_id = %(text_id)s AND story_id IS NOT NULL
