-- What each version of these articles has otherwise than the version before: headline, passages, quotes, figures, names.
-- What differs only in letter case, marks and spaces is no change. A thing that went and its likeliest successor are one change.
WITH pairs AS MATERIALIZED (
    SELECT later.version_id,
           earlier.title AS old_title,
           later.title AS new_title,
           earlier.text_id AS old_text_id,
           later.text_id AS new_text_id
    FROM core.article_versions AS later
    JOIN core.article_versions AS earlier
        ON earlier.article_id = later.article_id AND earlier.number = later.number - 1
    -- The same bytes cleaned by other rules are a version, but no edit.
    WHERE later.article_id = ANY (%(article_ids)s)
      AND later.page_sha256 <> earlier.page_sha256
      AND (later.title <> earlier.title OR later.text_id <> earlier.text_id)
),
sides AS MATERIALIZED (
    SELECT version_id, 'old' AS side, old_text_id AS text_id FROM pairs
    WHERE old_text_id <> new_text_id
    UNION ALL
    SELECT version_id, 'new', new_text_id FROM pairs WHERE old_text_id <> new_text_id
),
things AS MATERIALIZED (
    SELECT version_id,
           side,
           'passage' AS what,
           '' AS within,
           lower(regexp_replace(passage, '[^[:alnum:]]+', ' ', 'g')) AS key,
           passage AS shown,
           NULL AS detail,
           place::integer AS place
    FROM sides
    JOIN core.texts USING (text_id)
    CROSS JOIN LATERAL regexp_split_to_table(body, '\n') WITH ORDINALITY AS split (passage, place)
    WHERE passage ~ '[[:alnum:]]'
      -- Beside a text that was removed, every passage would be new.
      AND NOT EXISTS (
          SELECT FROM pairs JOIN core.texts AS either ON either.text_id IN (old_text_id, new_text_id)
          WHERE pairs.version_id = sides.version_id AND either.removed_at IS NOT NULL
      )
    UNION ALL
    SELECT version_id, side, 'quote', '', lower(regexp_replace(quotes.text, '[^[:alnum:]]+', ' ', 'g')),
           quotes.text, coalesce(speakers.name, quotes.speaker_text), quotes.start_char
    FROM sides
    JOIN core.extractions ON extractions.text_id = sides.text_id AND is_current
    JOIN core.quotes USING (extraction_id)
    LEFT JOIN core.entities AS speakers ON speakers.entity_id = quotes.speaker_entity_id
    WHERE quotes.kind <> 'indirect'
    UNION ALL
    SELECT version_id, side, 'figure', figures.what || ' ' || coalesce(unit, ''),
           concat_ws(' ', figures.what, unit, low, high, bound),
           figures.text, figures.what, figures.start_char
    FROM sides
    JOIN core.extractions ON extractions.text_id = sides.text_id AND is_current
    JOIN core.figures USING (extraction_id)
    WHERE figures.headline IS NULL
    UNION ALL
    SELECT version_id, side, 'name', names.kind, names.name_key, min(names.name), names.kind,
           min(mentions.start_char)
    FROM sides
    JOIN core.extractions ON extractions.text_id = sides.text_id AND is_current
    JOIN core.mentions USING (extraction_id)
    JOIN core.entities AS names ON names.entity_id = mentions.entity_id
    GROUP BY version_id, side, names.kind, names.name_key
),
-- At most sixty of a kind: a live report that is written anew every minute is not compared pair by pair.
differing AS MATERIALIZED (
    SELECT *
    FROM (
        SELECT one.*,
               row_number() OVER (PARTITION BY version_id, side, what ORDER BY place) AS nth
        FROM (
            SELECT DISTINCT ON (version_id, side, what, key) * FROM things
            ORDER BY version_id, side, what, key, place
        ) AS one
        WHERE NOT EXISTS (
            SELECT FROM things AS other
            WHERE other.version_id = one.version_id AND other.what = one.what
              AND other.key = one.key AND other.side <> one.side
        )
    ) AS numbered
    WHERE nth <= 60
),
alike AS (
    SELECT gone.version_id, gone.what, gone.key AS old_key, come.key AS new_key,
           row_number() OVER (
               PARTITION BY gone.version_id, gone.what, gone.key
               ORDER BY likeness DESC, abs(gone.place - come.place), come.place) AS of_gone,
           row_number() OVER (
               PARTITION BY come.version_id, come.what, come.key
               ORDER BY likeness DESC, abs(gone.place - come.place), gone.place) AS of_come
    FROM differing AS gone
    JOIN differing AS come
        ON come.version_id = gone.version_id AND come.what = gone.what AND come.within = gone.within
    CROSS JOIN LATERAL (
        SELECT CASE gone.what WHEN 'figure' THEN 1 ELSE mart.likeness(left(gone.key, 2000), left(come.key, 2000)) END
    ) AS measured (likeness)
    WHERE gone.side = 'old' AND come.side = 'new' AND likeness >= 0.35
),
matched AS MATERIALIZED (SELECT * FROM alike WHERE of_gone = 1 AND of_come = 1),
changes AS (
    SELECT version_id, 1 AS sort, 0 AS place, 'headline' AS what, 'changed' AS change,
           old_title AS old, new_title AS new, NULL AS detail
    FROM pairs WHERE old_title <> new_title
    UNION ALL
    SELECT gone.version_id, 2, come.place, gone.what, 'changed', gone.shown, come.shown,
           coalesce(come.detail, gone.detail)
    FROM matched
    JOIN differing AS gone ON gone.version_id = matched.version_id AND gone.what = matched.what
        AND gone.key = matched.old_key AND gone.side = 'old'
    JOIN differing AS come ON come.version_id = matched.version_id AND come.what = matched.what
        AND come.key = matched.new_key AND come.side = 'new'
    UNION ALL
    SELECT version_id, 3, place, what, CASE side WHEN 'old' THEN 'removed' ELSE 'added' END,
           CASE side WHEN 'old' THEN shown END, CASE side WHEN 'new' THEN shown END, detail
    FROM differing AS alone
    WHERE NOT EXISTS (
        SELECT FROM matched
        WHERE matched.version_id = alone.version_id AND matched.what = alone.what
          AND CASE alone.side WHEN 'old' THEN old_key ELSE new_key END = alone.key
    )
)
INSERT INTO core.edit_changes (version_id, number, what, change, old, new, detail, is_notice)
SELECT version_id,
       row_number() OVER (
           PARTITION BY version_id
           ORDER BY array_position(ARRAY['headline', 'figure', 'quote', 'name', 'passage'], what), sort, place,
                    change, old, new),
       what, change, old, new, detail,
       what = 'passage' AND coalesce(new ~* '\m(correct(ed|ion|s)|clarif(ied|ication)|updated|revis(ed|ing|es)|amended|erratum|earlier version|previous version|rectificati[fv]|corrigé|mise? à jour|précédente version|korrektur|korrigiert|berichtigt|aktualisiert|corregid[oa]|fe de errores|actualizad[oa])', false)
FROM changes
