-- Texts that are copies no more.
DELETE FROM core.copy_changes WHERE text_id = ANY (%(text_ids)s)
