-- Texts are to be found by other terms.
DELETE FROM core.text_terms WHERE text_id = ANY (%(text_ids)s)
