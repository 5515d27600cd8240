-- Why: a redirect is a request too: it gets a row of its own, at the host that was asked.
-- Safe because: changes comments only; older rows keep one row for all hops.
-- Undo: nothing to undo.
COMMENT ON TABLE ops.fetches IS 'Every request we wanted to make, redirects among them, and what came of it: the receipt of our manners. By month.';
COMMENT ON COLUMN ops.fetches.final_url IS 'The URL that answered; of a redirect, where it leads.';
COMMENT ON COLUMN ops.fetches.redirects IS 'How many redirects led to this request.';
