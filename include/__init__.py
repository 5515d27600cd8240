"""Dateline's library: everything that DAG files wire together."""

__version__ = "0.1.0"
