-- Which figure counts in a text, and what a figure leaves open: one rule for views and alerts.
CREATE VIEW mart.lead_figures AS
SELECT DISTINCT ON (figures.text_id, figures.extraction_id, figures.what, figures.unit)
       figures.text_id,
       figures.extraction_id,
       figures.what,
       figures.unit,
       figures.figure_id
FROM core.figures
JOIN core.extractions USING (extraction_id)
LEFT JOIN core.times ON times.time_id = figures.time_id
WHERE figures.status = 'actual' AND figures.superseded_by_id IS NULL
  -- A toll of another year is of another event.
  AND (times.value IS NULL OR times.value !~ '^[12][0-9]{3}' OR extractions.reference_at IS NULL
       OR left(times.value, 4)::integer
          >= extract(year FROM extractions.reference_at - interval '60 days'))
-- The opening has the number that counts, and beside it parts of that number.
ORDER BY figures.text_id, figures.extraction_id, figures.what, figures.unit,
         figures.start_char >= 800,
         CASE WHEN figures.start_char < 800 THEN -coalesce(figures.low, figures.high) END,
         figures.start_char;
COMMENT ON VIEW mart.lead_figures IS 'One row a text, kind and unit: the figure that counts, where one is told as fact. mart.figures and mart.figure_timeline have it as is_lead.';
COMMENT ON COLUMN mart.lead_figures.text_id IS 'The text.';
COMMENT ON COLUMN mart.lead_figures.extraction_id IS 'The extraction that found it.';
COMMENT ON COLUMN mart.lead_figures.what IS 'What is counted.';
COMMENT ON COLUMN mart.lead_figures.unit IS 'Its unit.';
COMMENT ON COLUMN mart.lead_figures.figure_id IS 'Number of the figure.';

CREATE FUNCTION mart.least(low numeric, bound text) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(CASE bound WHEN 'about' THEN 0.9 ELSE 1 END * low, '-infinity');
COMMENT ON FUNCTION mart.least IS 'The least value that a figure allows: of "about 60", a tenth below; of "at most 5", minus infinity.';

CREATE FUNCTION mart.most(high numeric, bound text) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(CASE bound WHEN 'about' THEN 1.1 ELSE 1 END * high, 'infinity');
COMMENT ON FUNCTION mart.most IS 'The greatest value that a figure allows: of "about 60", a tenth above; of "at least 12", infinity.';
