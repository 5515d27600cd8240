-- The changes after a number, in order.
SELECT * FROM mart.changes_since(%(since)s, %(most)s)
