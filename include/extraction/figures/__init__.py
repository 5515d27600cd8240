"""How many, of what, and how surely."""
