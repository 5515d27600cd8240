-- Number the changes that are settled: (last_number). Repeating it changes nothing.
SELECT ops.number_changes() AS last_number
