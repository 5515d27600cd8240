-- A partition of an old month goes.
SELECT ops.drop_partition(%(partition)s, %(keep_months)s)
