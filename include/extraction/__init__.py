"""Texts → facts: mentions, quotes, figures, times, places and keywords."""

from __future__ import annotations

from include.extraction.pipeline import config_hash, extract, load_models
from include.extraction.reading.models import ModelMissing

__all__ = ["ModelMissing", "config_hash", "extract", "load_models"]
