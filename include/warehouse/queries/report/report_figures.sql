-- A few figures of people in the widest reported stories, one a story and thing counted.
SELECT what, low, high, bound, unit, place, sentence, publisher
FROM (
    SELECT DISTINCT ON (figures.story_id, figures.what)
           figures.*, stories.independent_texts
    FROM mart.figures
    JOIN mart.stories USING (story_id)
    WHERE figures.unit = 'person' AND NOT figures.is_copy
      AND coalesce(figures.low, figures.high) >= 2
      AND figures.what IN ('killed', 'wounded', 'missing', 'arrested', 'displaced', 'evacuated',
                           'protesters', 'kidnapped', 'freed', 'infected')
      AND figures.status = 'actual'
    ORDER BY figures.story_id, figures.what, figures.confidence DESC, figures.figure_id
) AS best
ORDER BY independent_texts DESC, story_id, figure_id
LIMIT 5
