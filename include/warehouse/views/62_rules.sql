-- By which rules the warehouse is made: how much of it by those now in force, how much by others.
CREATE VIEW mart.rules AS
WITH made AS (
    SELECT 'clean_articles' AS stage, 'page' AS kind, '*' AS language, cleaned_by AS rules,
           count(*) AS items, max(cleaned_at) AS last_made_at
    FROM core.pages WHERE cleaned_sha256 IS NOT NULL
    GROUP BY cleaned_by
    UNION ALL
    SELECT 'extract_texts', kinds.kind, coalesce(known.language, '*'), rules ->> kinds.kind,
           count(*), max(extracted_at)
    FROM core.extractions
    CROSS JOIN (SELECT DISTINCT kind FROM ops.rules WHERE stage = 'extract_texts') AS kinds
    LEFT JOIN (
        SELECT DISTINCT language FROM ops.rules
        WHERE stage = 'extract_texts' AND is_present AND language <> '*'
    ) AS known ON known.language = extractions.language
    WHERE is_current
    GROUP BY kinds.kind, known.language, rules ->> kinds.kind
    UNION ALL
    SELECT 'fingerprint_texts', 'copy', '*', compared_by, count(*), max(fingerprinted_at)
    FROM core.texts WHERE fingerprinted_at IS NOT NULL
    GROUP BY compared_by
    UNION ALL
    SELECT 'group_stories', 'story', '*', read_by, count(*), NULL
    FROM core.grouped_texts
    GROUP BY read_by
    UNION ALL
    SELECT 'refresh_marts', 'mart', '*', made_by, count(*), max(made_at)
    FROM core.summarized_articles
    GROUP BY made_by
    UNION ALL
    SELECT 'export_days', 'day', '*', made_by, count(*), max(exported_at)
    FROM ops.exports
    GROUP BY made_by
)
SELECT made.stage, made.kind, made.language, made.rules,
       coalesce(rules.is_present, false) AS is_present,
       made.items,
       round(made.items / sum(made.items) OVER (PARTITION BY made.stage, made.kind, made.language), 4)
           AS share,
       rules.version,
       rules.first_used_at,
       made.last_made_at
FROM made
LEFT JOIN ops.rules USING (stage, kind, language, rules);
COMMENT ON VIEW mart.rules IS 'By which rules the rows of the warehouse are made: one row a stage, kind, language and rules. Where is_present is false, runs renew them, the newest first.';
COMMENT ON COLUMN mart.rules.stage IS 'The stage that made them.';
COMMENT ON COLUMN mart.rules.kind IS 'What it made: page, names, quotes, figures, times, places, events, keywords, copy or story.';
COMMENT ON COLUMN mart.rules.language IS 'Language of the rules; * for all, or for all others.';
COMMENT ON COLUMN mart.rules.rules IS 'Digest of the rules; null for rows older than the keeping of digests.';
COMMENT ON COLUMN mart.rules.is_present IS 'Whether the last run went by these rules.';
COMMENT ON COLUMN mart.rules.items IS 'How many pages or texts.';
COMMENT ON COLUMN mart.rules.share IS 'Their share of the stage, kind and language, 0 to 1.';
COMMENT ON COLUMN mart.rules.version IS 'Version of Dateline that first used the rules here.';
COMMENT ON COLUMN mart.rules.first_used_at IS 'When a run first used the rules here.';
COMMENT ON COLUMN mart.rules.last_made_at IS 'When the newest of the items was made; null for stories.';

CREATE FUNCTION mart.fact_changes(of_text bigint)
RETURNS TABLE (kind text, start_char integer, end_char integer, change text, old text, new text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, core AS $$
    SELECT changes.*
    FROM core.extractions AS present
    CROSS JOIN LATERAL (
        SELECT extraction_id FROM core.extractions AS others
        WHERE others.text_id = present.text_id AND NOT others.is_current
        ORDER BY others.extraction_id DESC LIMIT 1
    ) AS before
    CROSS JOIN LATERAL core.changes_of_facts(before.extraction_id, present.extraction_id) AS changes
    WHERE present.text_id = of_text AND present.is_current
    ORDER BY changes.start_char, changes.kind
$$;
COMMENT ON FUNCTION mart.fact_changes(bigint) IS 'What the present extraction of a text found otherwise than the one before: added, removed, changed.';
