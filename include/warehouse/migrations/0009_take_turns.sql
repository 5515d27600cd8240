-- Why: spacing and concurrency per host must hold across workers, not in one process only.
-- Safe because: new tables and functions; nothing that exists is touched.
-- Undo: DROP FUNCTION ops.take_turn, ops.end_turn; DROP TABLE ops.host_turns, ops.host_leases;
CREATE TABLE ops.host_turns (
    host text PRIMARY KEY,
    next_start_at timestamptz NOT NULL,
    waiting text,
    waiting_at timestamptz
);
COMMENT ON TABLE ops.host_turns IS 'From when the next request to a host may start, for all workers.';
COMMENT ON COLUMN ops.host_turns.host IS 'Host, and port where it is not the usual one.';
COMMENT ON COLUMN ops.host_turns.next_start_at IS 'Earliest start of the next request.';
COMMENT ON COLUMN ops.host_turns.waiting IS 'The worker that was refused first and comes next; null where none waits.';
COMMENT ON COLUMN ops.host_turns.waiting_at IS 'When it last asked; one that stops asking loses its place.';

CREATE TABLE ops.host_leases (
    lease_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    host text NOT NULL REFERENCES ops.host_turns,
    held_until timestamptz NOT NULL
);
CREATE INDEX host_leases_host_idx ON ops.host_leases (host);
COMMENT ON TABLE ops.host_leases IS 'Requests that are under way or about to start, one row each.';
COMMENT ON COLUMN ops.host_leases.lease_id IS 'Number of the lease.';
COMMENT ON COLUMN ops.host_leases.host IS 'The host it counts for.';
COMMENT ON COLUMN ops.host_leases.held_until IS 'When it ends by itself, should its worker have died.';

CREATE FUNCTION ops.take_turn(
    wanted text, worker text, gap_s double precision, at_once integer, longest_s double precision,
    OUT lease_id bigint, OUT wait_s double precision
) LANGUAGE plpgsql SET search_path = pg_catalog, ops AS $$
DECLARE
    starts timestamptz;
    next_worker text;
BEGIN
    INSERT INTO ops.host_turns (host, next_start_at) VALUES (wanted, clock_timestamp())
    ON CONFLICT DO NOTHING;
    SELECT greatest(next_start_at, clock_timestamp()),
           CASE WHEN waiting_at > clock_timestamp() - interval '0.5 seconds' THEN waiting END
    INTO starts, next_worker
    FROM ops.host_turns WHERE host = wanted FOR UPDATE;
    DELETE FROM ops.host_leases WHERE host = wanted AND held_until < clock_timestamp();
    IF (SELECT count(*) FROM ops.host_leases WHERE host = wanted) >= at_once
        OR next_worker <> worker
    THEN
        IF next_worker IS NULL OR next_worker = worker THEN
            UPDATE ops.host_turns SET waiting = worker, waiting_at = clock_timestamp()
            WHERE host = wanted;
        END IF;
        wait_s := 0.05;
        RETURN;
    END IF;
    UPDATE ops.host_turns SET next_start_at = starts + make_interval(secs => gap_s),
        waiting = NULL, waiting_at = NULL
    WHERE host = wanted;
    INSERT INTO ops.host_leases (host, held_until)
    VALUES (wanted, starts + make_interval(secs => longest_s))
    RETURNING host_leases.lease_id INTO lease_id;
    wait_s := extract(epoch FROM starts - clock_timestamp());
END $$;
COMMENT ON FUNCTION ops.take_turn IS 'Take a host''s next turn: its lease and the seconds until it starts; no lease where too many are held.';

CREATE FUNCTION ops.end_turn(ended bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, ops AS $$
    DELETE FROM ops.host_leases WHERE lease_id = ended
$$;
COMMENT ON FUNCTION ops.end_turn IS 'Give a lease back.';
