-- Why: feed lists say UK where ISO 3166-1 says GB: one country was counted as two.
-- Safe because: the codes are no others in ISO 3166-1 (UK and EL are reserved for these countries).
-- Undo: nothing to undo; the feed list says GB from now on.
UPDATE core.publishers SET country = CASE country WHEN 'UK' THEN 'GB' ELSE 'GR' END
WHERE country IN ('UK', 'EL');
