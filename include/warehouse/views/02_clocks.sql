-- When an outlet said something, and how we know: one rule for articles, facts and exports.
-- The time of a revision that a page states holds only if it is later than what the page
-- stated before: most edits are made without a new time.
CREATE FUNCTION mart.last_stated(
    published_at timestamptz, updated_at timestamptz, fetched_at timestamptz
) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(greatest(published_at, updated_at), fetched_at);
COMMENT ON FUNCTION mart.last_stated IS 'The latest time that a page states of itself, or else when we fetched it.';

CREATE FUNCTION mart.reported_at(
    version integer, published_at timestamptz, updated_at timestamptz, fetched_at timestamptz,
    earlier_stated_at timestamptz
) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN updated_at <= fetched_at
         AND updated_at > CASE version
             WHEN 1 THEN coalesce(published_at, '-infinity') ELSE earlier_stated_at END
        THEN updated_at
    WHEN version = 1 THEN coalesce(published_at, fetched_at)
    ELSE fetched_at
END;
COMMENT ON FUNCTION mart.reported_at IS 'When a version of an article said what it says, at the latest: as its page states it, or else when we first fetched it.';

CREATE FUNCTION mart.reported_basis(
    version integer, published_at timestamptz, updated_at timestamptz, fetched_at timestamptz,
    earlier_stated_at timestamptz
) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN updated_at <= fetched_at
         AND updated_at > CASE version
             WHEN 1 THEN coalesce(published_at, '-infinity') ELSE earlier_stated_at END
        THEN 'revised'
    WHEN version = 1 AND published_at IS NOT NULL THEN 'published'
    ELSE 'first_seen'
END;
COMMENT ON FUNCTION mart.reported_basis IS 'By which clock mart.reported_at tells: published, revised (both stated by the page) or first_seen (our own).';
