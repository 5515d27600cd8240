-- Give a turn back.
SELECT ops.end_turn(%(lease_id)s)
