-- Articles found changed since an instant in a headline, figure, quote or name, or removed,
-- where neither a later time nor a word of it was seen: one row a version.
SELECT publisher, title, url, article_id, version_id, story_id, max(found_at) AS found_at,
       bool_or(what = 'article') AS is_removed,
       json_agg(json_build_object('what', what, 'change', change, 'detail', detail,
                                  'old', old, 'new', new) ORDER BY what, old, new) AS changes
FROM mart.edit_log
WHERE found_at >= %(since)s AND is_silent
  AND what IN ('headline', 'figure', 'quote', 'name', 'article')
GROUP BY publisher, title, url, article_id, version_id, story_id
ORDER BY max(found_at), version_id
LIMIT 500
