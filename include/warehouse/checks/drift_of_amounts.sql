-- level: warn
-- what: what the last day brought lies far from the 28 days before it, in amount or in facts a text.
-- Far: beyond five deviations from the median, the deviation being 1.4826 times the median
-- absolute deviation (Leys et al. 2013) and never less than a tenth of the median. Nothing is
-- said until seven days before have articles, nor of a day with under twenty texts.
WITH versions AS (
    SELECT floor(extract(epoch FROM now() - versions.loaded_at) / 86400)::integer AS days_ago,
           versions.version_id, versions.number, versions.text_id, versions.published_at,
           versions.is_free, texts.words, texts.copy_of, extractions.extraction_id
    FROM core.article_versions AS versions
    JOIN core.texts USING (text_id)
    LEFT JOIN core.extractions ON extractions.text_id = versions.text_id AND is_current
    WHERE versions.loaded_at >= now() - interval '29 days'
), days AS (
    SELECT days_ago,
           count(*) FILTER (WHERE number = 1) AS articles,
           count(*) FILTER (WHERE number > 1)::numeric / count(*) AS edited_share,
           count(*) FILTER (WHERE published_at IS NULL)::numeric / count(*) AS undated_share,
           count(*) FILTER (WHERE copy_of IS NOT NULL)::numeric / count(*) AS copied_share,
           avg(words) AS words_a_text,
           1000.0 * sum(mentions.found) / sum(words) AS mentions_a_thousand_words,
           1000.0 * sum(quotes.found) / sum(words) AS quotes_a_thousand_words,
           1000.0 * sum(figures.found) / sum(words) AS figures_a_thousand_words,
           count(*) AS versions
    FROM versions
    CROSS JOIN LATERAL (SELECT count(*) AS found FROM core.mentions
        WHERE mentions.extraction_id = versions.extraction_id) AS mentions
    CROSS JOIN LATERAL (SELECT count(*) AS found FROM core.quotes
        WHERE quotes.extraction_id = versions.extraction_id) AS quotes
    CROSS JOIN LATERAL (SELECT count(*) AS found FROM core.figures
        WHERE figures.extraction_id = versions.extraction_id) AS figures
    GROUP BY days_ago
), measured AS (
    SELECT days_ago, versions, measures.*
    FROM days
    CROSS JOIN LATERAL (VALUES
        ('articles', articles::numeric), ('edited_share', edited_share),
        ('undated_share', undated_share), ('copied_share', copied_share),
        ('words_a_text', words_a_text),
        ('mentions_a_thousand_words', mentions_a_thousand_words),
        ('quotes_a_thousand_words', quotes_a_thousand_words),
        ('figures_a_thousand_words', figures_a_thousand_words)
    ) AS measures (measure, value)
), medians AS (
    SELECT measure, count(*) AS days,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY value)::numeric AS median
    FROM measured WHERE days_ago BETWEEN 1 AND 28
    GROUP BY measure
), deviations AS (
    SELECT measure, days, median,
           greatest(
               1.4826 * percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(value - median))::numeric,
               0.1 * abs(median), CASE WHEN measure LIKE '%%share' THEN 0.02 ELSE 0 END
           ) AS deviation
    FROM measured
    JOIN medians USING (measure)
    WHERE days_ago BETWEEN 1 AND 28
    GROUP BY measure, days, median
)
SELECT measure, round(value, 3) AS last_day, round(median, 3) AS usual,
       round(deviation, 3) AS deviation, days
FROM deviations
JOIN measured USING (measure)
WHERE days_ago = 0 AND days >= 7 AND (versions >= 20 OR measure = 'articles')
  AND abs(value - median) > 5 * deviation
