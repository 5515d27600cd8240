"""A text as rules read it: models, tokens as lists, datelines, numbers, links between facts."""
