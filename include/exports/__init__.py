"""What leaves the warehouse as files: Parquet and GKG by day, Atom by watchlist."""
