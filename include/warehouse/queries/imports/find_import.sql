-- How far the import of a file or folder has come.
SELECT mark, state, position FROM ops.imports WHERE url = %(url)s
