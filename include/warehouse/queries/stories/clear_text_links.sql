-- Texts are to be linked anew.
DELETE FROM core.text_links WHERE text_id = ANY (%(text_ids)s) OR other_id = ANY (%(text_ids)s)
