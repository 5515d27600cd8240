-- A text is to be read for grouping.
UPDATE core.texts SET grouped_as = NULL WHERE text_id = %(text_id)s
