-- The next turn at a host: (lease_id, wait_s); lease_id null where too many are held.
SELECT lease_id, wait_s
FROM ops.take_turn(%(host)s, %(worker)s, %(gap_s)s, %(at_once)s, %(longest_s)s)
