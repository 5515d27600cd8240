-- In how many independent texts some terms stand; the empty term counts all texts.
SELECT term, texts FROM core.term_counts WHERE term = ANY (%(terms)s)
