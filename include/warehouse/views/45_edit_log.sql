-- What was changed after publication: word for word, how long the old stood, and whether it was said.
CREATE VIEW mart.edit_log AS
SELECT edits.*,
       edits.found_at - edits.old_since AS old_stood,
       NOT (edits.says_updated OR edits.says_corrected) AS is_silent
FROM (
    SELECT publishers.name AS publisher,
           later.title,
           changes.what,
           changes.change,
           changes.detail,
           CASE WHEN shown.may_read OR changes.what <> 'passage' THEN changes.old END AS old,
           CASE WHEN shown.may_read OR changes.what <> 'passage' THEN changes.new END AS new,
           earlier.fetched_at AS old_since,
           later.fetched_at AS found_at,
           coalesce(later.updated_at > coalesce(earlier.updated_at, earlier.published_at), false)
               AS says_updated,
           EXISTS (
               SELECT FROM core.edit_changes AS notes
               WHERE notes.version_id = later.version_id AND notes.is_notice
           ) AS says_corrected,
           later.number AS version,
           articles.canonical_url AS url,
           members.story_id,
           articles.article_id,
           later.version_id
    FROM core.edit_changes AS changes
    JOIN core.article_versions AS later USING (version_id)
    JOIN core.article_versions AS earlier
        ON earlier.article_id = later.article_id AND earlier.number = later.number - 1
        AND later.number > 1
    JOIN core.articles ON articles.article_id = later.article_id
    JOIN core.publishers USING (publisher_id)
    CROSS JOIN LATERAL (
        SELECT publishers.text_shown OR has_column_privilege('core.texts', 'body', 'SELECT')
    ) AS shown (may_read)
    LEFT JOIN core.story_articles AS members ON members.article_id = articles.article_id
    UNION ALL
    SELECT publishers.name,
           versions.title,
           'article',
           'removed',
           NULL,
           versions.title,
           NULL,
           versions.fetched_at,
           articles.gone_at,
           false,
           false,
           versions.number,
           articles.canonical_url,
           members.story_id,
           articles.article_id,
           versions.version_id
    FROM core.articles
    JOIN core.article_versions AS versions USING (version_id)
    JOIN core.publishers USING (publisher_id)
    LEFT JOIN core.story_articles AS members ON members.article_id = articles.article_id
    WHERE articles.gone_at IS NOT NULL
    UNION ALL
    SELECT publishers.name,
           coalesce(next.title, entries.title),
           'feed headline',
           'changed',
           NULL,
           before.title,
           coalesce(next.title, entries.title),
           coalesce(previous.stood_until, entries.first_seen_at),
           before.stood_until,
           coalesce(coalesce(next.updated_at, entries.updated_at)
               > coalesce(before.updated_at, before.published_at), false),
           false,
           before.number + 1,
           coalesce(articles.canonical_url, entries.url),
           members.story_id,
           articles.article_id,
           NULL
    FROM core.entry_versions AS before
    JOIN core.entries USING (entry_key)
    JOIN core.feeds USING (feed_id)
    JOIN core.publishers USING (publisher_id)
    LEFT JOIN core.entry_versions AS next
        ON next.entry_key = before.entry_key AND next.number = before.number + 1
    LEFT JOIN core.entry_versions AS previous
        ON previous.entry_key = before.entry_key AND previous.number = before.number - 1
    LEFT JOIN core.pages USING (page_id)
    LEFT JOIN core.articles ON articles.article_id = pages.article_id
    LEFT JOIN core.story_articles AS members ON members.article_id = articles.article_id
    WHERE before.title <> coalesce(next.title, entries.title)
      -- A headline that changed on the page too is one change, and told there.
      AND NOT EXISTS (
          SELECT FROM core.edit_changes AS heads
          JOIN core.article_versions AS changed USING (version_id)
          WHERE changed.article_id = articles.article_id AND heads.what = 'headline'
            AND btrim(lower(regexp_replace(heads.new, '[^[:alnum:]]+', ' ', 'g')))
                = btrim(lower(regexp_replace(
                    coalesce(next.title, entries.title), '[^[:alnum:]]+', ' ', 'g')))
      )
) AS edits;
COMMENT ON VIEW mart.edit_log IS 'One row a thing that an article changed after we first saw it; a deleted article is one too.';
COMMENT ON COLUMN mart.edit_log.publisher IS 'Who changed it.';
COMMENT ON COLUMN mart.edit_log.title IS 'Headline after the change.';
COMMENT ON COLUMN mart.edit_log.what IS 'headline, figure, quote, name, passage (a paragraph), article (all of it) or feed headline: in the feed alone; one that changed on the page too is a headline.';
COMMENT ON COLUMN mart.edit_log.change IS 'changed, added or removed.';
COMMENT ON COLUMN mart.edit_log.detail IS 'Of a figure, what it counts; of a quote, its speaker; of a name, its kind.';
COMMENT ON COLUMN mart.edit_log.old IS 'What stood there; null where it was added, and of passages where texts are withheld.';
COMMENT ON COLUMN mart.edit_log.new IS 'What stands there now; null where it was removed, and of passages where texts are withheld.';
COMMENT ON COLUMN mart.edit_log.old_since IS 'Since when we know the old to have stood: when its version was fetched.';
COMMENT ON COLUMN mart.edit_log.found_at IS 'When we first fetched the new.';
COMMENT ON COLUMN mart.edit_log.says_updated IS 'Whether the page states a later time of change than before.';
COMMENT ON COLUMN mart.edit_log.says_corrected IS 'Whether a changed or added passage speaks of a correction or update (English, French, German, Spanish).';
COMMENT ON COLUMN mart.edit_log.version IS 'The later version of the article; of a feed headline, of its entry.';
COMMENT ON COLUMN mart.edit_log.url IS 'Canonical URL.';
COMMENT ON COLUMN mart.edit_log.story_id IS 'The story.';
COMMENT ON COLUMN mart.edit_log.article_id IS 'Number of the article, where there is one.';
COMMENT ON COLUMN mart.edit_log.version_id IS 'Number of the later version; null of a feed headline.';
COMMENT ON COLUMN mart.edit_log.old_stood IS 'How long the old stood at least, from old_since to found_at.';
COMMENT ON COLUMN mart.edit_log.is_silent IS 'Neither a later time nor a word of it: a silent correction, or a deletion.';
