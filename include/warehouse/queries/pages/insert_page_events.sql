-- Rows (page_id, kind, from_url, to_url, http_status): what happened to pages.
INSERT INTO core.page_events (page_id, kind, from_url, to_url, http_status) VALUES %s
