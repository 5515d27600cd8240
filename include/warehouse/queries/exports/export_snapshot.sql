-- The last change that this transaction sees (last_number); texts are withheld from it as from
-- any reader, for what is exported is read by others.
SELECT last_number FROM ops.change_numbers, set_config('dateline.withhold', 'on', true)
