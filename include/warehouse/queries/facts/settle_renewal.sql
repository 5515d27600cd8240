-- The facts of a text are by the present rules again.
UPDATE core.texts SET is_renewed = false WHERE text_id = %(text_id)s AND is_renewed
