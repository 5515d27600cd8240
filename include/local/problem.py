"""What goes wrong on a user's machine, told in one line."""

from __future__ import annotations


class Problem(Exception):
    """Something the user has to see to. Its text is one line that says what to do."""
