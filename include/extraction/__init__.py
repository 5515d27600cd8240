"""Texts → facts: mentions, quotes, figures, times, places and keywords.

spaCy is imported when something is extracted, not when work is only chosen.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from include.extraction.config import config_hash
from include.extraction.reading.model_names import ModelMissing

if TYPE_CHECKING:
    from include.extraction.pipeline import extract, load_models

_IN_PIPELINE = ("extract", "load_models")


def __getattr__(name: str) -> Any:
    if name not in _IN_PIPELINE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("include.extraction.pipeline"), name)


__all__ = ["ModelMissing", "config_hash", "extract", "load_models"]
