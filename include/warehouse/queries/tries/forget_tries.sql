-- Items that went well have no failed tries any more.
DELETE FROM ops.tries WHERE stage = %(stage)s AND subject = ANY (%(subjects)s)
