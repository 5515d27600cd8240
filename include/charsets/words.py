"""The language of a text by its words, whoever reads its letters wrong."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_LATIN = re.compile(rb"[A-Za-z]")
_SURE = 0.3


@cache
def identifier() -> Any:
    """py3langid's model with probabilities, loaded once."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def is_latin_text(text: bytes, high: int) -> bool:
    """Whether plain letters are more than the `high` bytes beyond ASCII."""
    return len(_LATIN.findall(text)) > high


def likely_language(text: bytes) -> str | None:
    """The language of a sample in Latin letters.

    The letters that are plain ASCII tell it, also where the others are misread.
    """
    language, confidence = identifier().classify(text[:3_000].decode("cp1252", "replace"))
    return str(language) if float(confidence) >= _SURE else None
