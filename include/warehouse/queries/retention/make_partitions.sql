-- Partitions of the coming months are made where they are not there: (made).
SELECT ops.ensure_partitions(%(months)s) AS made
