-- A push without a right signature.
UPDATE ops.subscriptions SET refused_pushes = refused_pushes + 1
WHERE token_sha256 = %(token_sha256)s
