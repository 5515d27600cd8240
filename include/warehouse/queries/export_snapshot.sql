-- The last change that this transaction sees: (last_number).
SELECT last_number FROM ops.change_numbers
