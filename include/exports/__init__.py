"""What leaves the warehouse as files: Parquet and GKG by day, Atom by watchlist."""

FORMAT = 1
"""Number of the form of the files. Raise it with any change of their tables: all days are made
anew."""
