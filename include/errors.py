"""The one error that is told to a person in a line, without a trace."""

from __future__ import annotations


class CannotWork(Exception):
    """Something outside the code must be put right; the text is one line that says what."""
