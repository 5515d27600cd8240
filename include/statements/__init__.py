"""Which quotes, over texts, are one statement."""
