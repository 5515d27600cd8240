-- Workers that died more than a week ago are forgotten.
DELETE FROM ops.workers WHERE beat_at < now() - interval '7 days'
