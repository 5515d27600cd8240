"""Articles from pages: `clean` a fetched page into its article, or say why there is none.

Trafilatura is imported when something is cleaned, not when work is only chosen.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from include.articles.cleaned_by import cleaned_by
from include.articles.rejected import Rejected

if TYPE_CHECKING:
    from include.articles.cleaner import clean


def __getattr__(name: str) -> Any:
    if name != "clean":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module("include.articles.cleaner").clean


__all__ = ["Rejected", "clean", "cleaned_by"]
