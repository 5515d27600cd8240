"""Places of a text, and where on earth they are."""
