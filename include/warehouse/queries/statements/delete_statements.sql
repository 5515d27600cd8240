-- Statements that are made anew or have no quote left; their quotes' rows go with them.
DELETE FROM core.statements WHERE statement_id = ANY(%(statement_ids)s)
