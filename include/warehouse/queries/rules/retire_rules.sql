-- All rules are of the past until the present ones are written.
UPDATE ops.rules SET is_present = false WHERE is_present
