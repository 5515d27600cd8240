-- (name, publisher_id) of publishers.
SELECT name, publisher_id FROM core.publishers WHERE name = ANY (%(names)s)
