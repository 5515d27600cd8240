-- Which publishers' pages lie at hosts: (host, publisher_id).
SELECT DISTINCT host, publisher_id FROM core.pages WHERE host = ANY (%(hosts)s)
