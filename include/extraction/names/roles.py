"""What a text says a person is, beside the name: "French president", "the mayor of Riga".

Three places tell: the words right before a name ("Russian President Vladimir Putin"), a
description before a comma ("the firm's chief executive, Mary Barra,"), and the apposition
behind it ("Ann Lowe, a senator from Ohio,"). The role is given as written, without its article.
"""

from __future__ import annotations

import re

from include.extraction.names.role_words import HEAD_SYNONYMS
from include.extraction.names.words import TITLES
from include.extraction.reading.token_table import TokenTable
from include.extraction.reading.word_sets import word_set

_NOT_ROLES = word_set("then former vice hon deputy first advocate principal forward")
_ROLES = (
    TITLES
    | frozenset(HEAD_SYNONYMS)
    | word_set(
        "actress teacher nurse doctor surgeon physician driver farmer student journalist reporter "
        "correspondent editor columnist author writer novelist poet musician rapper composer "
        "filmmaker designer architect engineer owner partner founder co-founder chairperson "
        "chancellor treasurer prosecutor magistrate campaigner organiser organizer resident "
        "pastor priest vicar chaplain captain striker player champion boxer athlete swimmer "
        "billionaire investor consultant strategist adviser advisor aide envoy diplomat "
        "negotiator commander soldier candidate nominee historian biologist physicist "
        "epidemiologist geologist seismologist meteorologist psychologist hacker dissident "
        "widow mother father brother sister daughter son wife husband neighbour neighbor witness "
        "survivor defendant suspect"
    )
) - _NOT_ROLES
_BESIDE_TAGS = ("NN", "JJ", "VBN", "VBG", "POS", "FW", "CD")
_GLUE = frozenset({"'s", "’s", "-"})
_MOST_BEFORE = 9
_MOST_BEHIND = 14
_ARTICLE = re.compile(r"^(?:the|an?|his|her|their|its|our)\s+", re.IGNORECASE)
_ENDS = frozenset(', . ; : ( ) " “ ” — – who whose that which and said says told'.split())


def role_of(table: TokenTable, first: int, after: int) -> str | None:
    """The role of the person named by tokens [first, after), or None."""
    return (
        _before(table, first)
        or _behind(table, after)
        or (_before(table, first - 1) if _is_set_off(table, first, after) else None)
    )


def _is_role(word: str) -> bool:
    return word.rstrip(".").rpartition("-")[2] in _ROLES or word in _ROLES


def _before(table: TokenTable, end: int) -> str | None:
    """The noun phrase that ends before a token in a role, its article left out."""
    first = end
    while first > 0 and end - first < _MOST_BEFORE:
        if first == end:
            if not _is_role(table.lower[first - 1]):
                return None
        elif not _belongs(table, first - 1):
            break
        first -= 1
    while first < end and table.lower[first] in _GLUE:
        first += 1
    return _ARTICLE.sub("", table.span(first, end)) or None


def _belongs(table: TokenTable, index: int) -> bool:
    """Whether a word goes on with the phrase that ends in a role."""
    if table.labels[index] in {"ORG", "GPE", "NORP"}:
        return True
    if table.tags[index] in {"VBG", "VBN"} and index and table.tags[index - 1].startswith("NN"):
        return False  # "calls involving Ukrainian President": the verb is no part of the role
    is_phrase = table.tags[index].startswith(_BESIDE_TAGS) or table.lower[index] in _GLUE
    return is_phrase and table.labels[index] != "PERSON" and "\n" not in table.texts[index]


def _behind(table: TokenTable, after: int) -> str | None:
    """The apposition behind a name, up to its first comma, verb or relative clause."""
    if after + 1 >= len(table) or table.texts[after] != ",":
        return None
    first = last = after + 1
    has_role = False
    while last < len(table) and last - first < _MOST_BEHIND:
        lower, tag = table.lower[last], table.tags[last]
        if lower in _ENDS or "\n" in lower or tag in {"VBD", "VBZ", "VBP", "MD"}:
            break
        if not (has_role or tag.startswith((*_BESIDE_TAGS, "DT", "PRP$", "RB"))):
            break
        has_role = has_role or (_is_role(lower) and tag[:2] == "NN")
        last += 1
    if not has_role or table.labels[first] == "PERSON":
        return None
    return _ARTICLE.sub("", table.span(first, last)) or None


def _is_set_off(table: TokenTable, first: int, after: int) -> bool:
    """Whether a name stands between commas, as an apposition itself."""
    return (
        first > 1
        and table.texts[first - 1] == ","
        and after < len(table)
        and table.texts[after] in {",", ".", ";"}
    )
