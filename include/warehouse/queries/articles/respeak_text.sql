-- A text is in the language that present rules find. Repeating it changes nothing.
UPDATE core.texts SET language = %(language)s
WHERE text_id = %(text_id)s AND language IS DISTINCT FROM %(language)s
