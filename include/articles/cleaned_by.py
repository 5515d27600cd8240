"""By what a page is cleaned. Nothing here loads Trafilatura, so that choosing work stays light."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from include.rules import code_digest

LIBRARIES = ("trafilatura", "lxml", "py3langid")
"""Libraries whose version decides how a page comes out."""


@cache
def cleaned_by() -> str:
    """What cleans pages: the library, and a digest of the rules and libraries that decide."""
    digest = code_digest("include.articles.cleaner", libraries=LIBRARIES)
    return f"trafilatura/{version('trafilatura')}+dateline/{digest}"
