-- Partitions of months that lie more than so many whole months back.
SELECT name, month, items, bytes FROM ops.old_partitions(%(keep_months)s)
