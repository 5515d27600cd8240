-- Rows (figure_id, part_of_id, superseded_by_id, compared_with_id) of figures that hang on others.
UPDATE core.figures
SET part_of_id = related.part_of_id::bigint,
    superseded_by_id = related.superseded_by_id::bigint,
    compared_with_id = related.compared_with_id::bigint
FROM (VALUES %s) AS related (figure_id, part_of_id, superseded_by_id, compared_with_id)
WHERE figures.figure_id = related.figure_id
