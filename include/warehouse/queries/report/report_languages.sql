-- Articles in whose language not all names are read, by language, the most first.
SELECT language, names_read, articles, with_names
FROM mart.languages
WHERE names_read IN ('lists', 'countries')
ORDER BY articles DESC, language
