"""Errors that are told to a person in a line, without a trace."""

from __future__ import annotations


class CannotWork(Exception):
    """Something outside the code must be put right; the text is one line that says what."""


class NeedsSetup(CannotWork):
    """A setting or an installation must be put right first: trying again does not help."""


class BrieflyAway(CannotWork):
    """Something does not answer that may be back in a moment: trying again later may help."""
