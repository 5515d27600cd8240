-- How right extraction is, over time.
CREATE VIEW mart.scores AS
SELECT measured_at,
       language,
       kind,
       round("right"::numeric / nullif(found, 0), 3) AS precision,
       round("right"::numeric / nullif(expected, 0), 3) AS recall,
       round(2.0 * "right" / nullif(expected + found, 0), 3) AS f1,
       round(2.0 * "right" / nullif(expected + found, 0), 3)
           - lag(round(2.0 * "right" / nullif(expected + found, 0), 3)) OVER before AS f1_change,
       config_hash IS DISTINCT FROM lag(config_hash) OVER before AS is_by_other_rules,
       expected,
       found,
       "right",
       documents,
       config_hash,
       version,
       run_id
FROM ops.scores
WINDOW before AS (PARTITION BY language, kind, documents ORDER BY measured_at, run_id);
COMMENT ON VIEW mart.scores IS 'How right extraction is on texts whose facts are known, by language and kind of fact: one row a measurement.';
COMMENT ON COLUMN mart.scores.measured_at IS 'When it was measured.';
COMMENT ON COLUMN mart.scores.language IS 'Language of the texts.';
COMMENT ON COLUMN mart.scores.kind IS 'Kind of fact: people, bodies, places, quotes, speakers, figures or times.';
COMMENT ON COLUMN mart.scores.precision IS 'Share of what was extracted that is right.';
COMMENT ON COLUMN mart.scores.recall IS 'Share of what a careful reader finds that was extracted.';
COMMENT ON COLUMN mart.scores.f1 IS 'Harmonic mean of precision and recall.';
COMMENT ON COLUMN mart.scores.f1_change IS 'By how much f1 rose since the measurement before, on the same texts.';
COMMENT ON COLUMN mart.scores.is_by_other_rules IS 'Whether rules, model or libraries differ from those of the measurement before.';
COMMENT ON COLUMN mart.scores.expected IS 'Facts that a careful reader finds.';
COMMENT ON COLUMN mart.scores.found IS 'Facts that were extracted.';
COMMENT ON COLUMN mart.scores."right" IS 'Facts that were extracted and are expected.';
COMMENT ON COLUMN mart.scores.documents IS 'Digest of the texts and what is expected of them.';
COMMENT ON COLUMN mart.scores.config_hash IS 'The configuration that extracted, as in core.extractions.';
COMMENT ON COLUMN mart.scores.version IS 'Version of Dateline.';
COMMENT ON COLUMN mart.scores.run_id IS 'The run that measured it.';
