-- Days that no change up to a number touches hold all of it.
UPDATE ops.exports SET through = %(through)s
WHERE folder = %(folder)s AND through < %(through)s AND NOT day = ANY (%(chosen)s)
