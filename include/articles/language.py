"""The language an article is written in: found in its words, checked against its claims.

py3langid (Lui and Baldwin 2012, https://aclanthology.org/P12-3005) reads the first six hundred
characters. What a page declares decides only where there is little to read:
content systems declare their default.
"""

from __future__ import annotations

import re

from include import languages
from include.articles import linked_data
from include.articles.page import Page
from include.charsets.words import identifier

_SAMPLE = 600
_ENOUGH = 200
_TAG = re.compile(r"^\s{0,9}([a-z]{2,3})(?:[-_][A-Za-z0-9-]{1,20})?\s{0,9}$", re.IGNORECASE)
_THREE = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it"}
_COMMON = 10.0
_CAPITALISED = re.compile(r"\b[^\W\d_a-zà-öø-ÿß][^\W\d_'’-]*")
# One language under several codes: the code in use stands for the family.
_FAMILY = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "tl": "fil"}


def declared_language(page: Page, *, feed_language: str | None = None) -> str | None:
    """The language the page says it is in, as a two- or three-letter code."""
    nodes = linked_data.article_nodes(page.nodes)
    for claim in (
        page.tree.get("lang") or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        linked_data.first_text(nodes[:1], "inLanguage"),
        page.first("og:locale"),
        page.first("content-language", "language", "dc.language"),
        feed_language,
    ):
        code = _code(claim)
        if code:
            return code
    return None


def find_language(body: str, title: str, declared: str | None) -> str | None:
    """The language of the body; the declared one where the body is too short to tell."""
    sample = f"{title}\n{body[:_SAMPLE]}" if len(body) < _ENOUGH else body[:_SAMPLE]
    if not sample.strip():
        return declared
    detected, confidence = identifier().classify(sample)
    code = _code(str(detected))
    if declared and (len(sample) < _ENOUGH or float(confidence) < 0.9):
        return declared
    if len(sample) < _ENOUGH and float(confidence) < 0.9:
        return _code(_likeliest(sample))
    return code


def _likeliest(sample: str) -> str:
    """The language of a few words: names mislead, so what is left without them counts as much.

    Languages that news is mostly written in go before others as like: few words of English are
    as well Nigerian Pidgin.
    """
    odds: dict[str, float] = {}
    for text in (sample, _CAPITALISED.sub(" ", sample)):
        for language, share in identifier().rank(text):
            odds[language] = odds.get(language, 1.0) * float(share)
    common = languages.codes()
    return max(odds, key=lambda one: odds[one] * (_COMMON if one in common else 1.0))


def _code(tag: str | None) -> str | None:
    found = _TAG.match(tag) if tag else None
    if found is None:
        return None
    code = found[1].lower()
    code = _THREE.get(code, code)
    return _FAMILY.get(code, code)
