-- The terms by which some texts were counted.
SELECT terms FROM core.grouped_texts WHERE text_id = ANY (%(text_ids)s)
