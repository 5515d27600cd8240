-- Hosts that asked us to wait: (host, not_before).
SELECT host, not_before FROM ops.hosts WHERE host = ANY (%(hosts)s) AND not_before > now()
