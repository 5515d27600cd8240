"""Figures in a text: numbers somebody reports, with what they count, bounds and place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from include.extraction import figure_words as words
from include.extraction.figure_kinds import EventFinder, Kind, counted_noun, singular
from include.extraction.figure_numbers import Amount, find_amounts
from include.extraction.figure_sentences import Sentences
from include.extraction.token_index import TokenIndex
from include.records import Figure, Mention, TimeExpression

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMES_BEFORE = frozenset(
    str.split(
        "flight highway route no no. number article chapter page section room boeing airbus "
        "act bill "
        "resolution group channel interstate magnitude version level phase category grade bus line "
        "apollo area division brigade battalion regiment zone block sector aged age case "
        "covid depth "
        "vol rd art g f a- gate platform studio world"
    )
)
# What a number of things behind these tells is where something happened, not to how many.
_WHERE = frozenset({"in", "at", "across", "near", "within", "throughout"})
_STREET = re.compile(
    r"\s(?:[A-Z][\w'’.-]{1,20}\s){1,3}(?:St|Street|Road|Rd|Avenue|Ave|Lane|Square|Drive|Boulevard"
    r"|Blvd|Way|Place|Court|Terrace)\b"
)
_AGE = re.compile(
    r"\s?-?\s?(?:years?|months?|ans|jahre)[\s-](?:old|alt|of age)|\s?-?year-?olds?", re.I
)
_MAGNITUDE = re.compile(r"[\s-](?:magnitude|on the richter|richter)|[-\s]?(?:th|st|nd|rd)\b", re.I)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o'clock|hrs|gmt|hours gmt)|:\d|/\d|-\d", re.I)


def find_figures(
    doc: Doc, mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> tuple[Figure, ...]:
    """The figures of a text in order.

    Numbers that are dates, ages, scores, streets, flights or magnitudes are left out,
    and so are bare numbers that count nothing known.
    """
    language = doc.lang_ or "en"
    text = doc.text
    index = TokenIndex(doc)
    amounts = _amounts(doc, index, text, language, times)
    finder = EventFinder(doc, amounts)
    sentences = Sentences(doc, text, index)
    places = [m for m in mentions if m.label in _PLACES]
    figures: list[Figure] = []
    for amount, first, after in amounts:
        begin, end = sentences.around(first)
        sentence = doc[begin:end]
        kind = _kind(doc, index, text, amount, first, after, sentence, finder, figures)
        if kind is None:
            continue
        figures.append(
            Figure(
                start=amount.start,
                end=amount.end,
                text=text[amount.start : amount.end],
                what=kind.what,
                low=amount.low,
                high=amount.high,
                bound=amount.bound,
                unit=amount.unit or kind.unit,
                place=_place(places, sentence, amount),
                confidence=round(kind.confidence * (0.9 if amount.is_vague else 1.0), 3),
                attributed_to=_source(sentence) if index.is_parsed else None,
            )
        )
    return tuple(figures)


def _amounts(
    doc: Doc, index: TokenIndex, text: str, language: str, times: Sequence[TimeExpression]
) -> list[tuple[Amount, int, int]]:
    """Amounts that may be figures, with the token indexes they cover."""
    found = []
    position = 0
    for amount in find_amounts(text, language):
        while position < len(times) and times[position].end <= amount.number_start:
            position += 1
        if position < len(times) and times[position].start < amount.number_end:
            continue
        first, after = index.tokens(amount.start, amount.end)
        span = doc[first:after]
        if not len(span) or _is_name(text, amount, doc, span):
            continue
        found.append((amount, span.start, span.end))
    return found


def _is_name(text: str, amount: Amount, doc: Doc, span: Span) -> bool:
    """Whether the number is an age, a clock time, a street, a flight, a magnitude."""
    after = text[amount.end : amount.end + 60]
    if _MAGNITUDE.match(after) or _AGE.match(after) or _CLOCK.match(after):
        return True
    if amount.unit is None and _STREET.match(after):
        return True
    before = doc[span.start - 1].lower_ if span.start else ""
    if amount.unit in {None, "kilometer", "kilometre", "km"} and before in _NAMES_BEFORE:
        return True
    if (
        before == "of"
        and span.start > 1
        and doc[span.start - 2].lower_ in {"depth", "age", "speed"}
    ):
        return True
    if amount.is_bare_digits:
        edge = text[amount.start - 2 : amount.start]
        if (
            edge == ", "
            and after[:1] in {",", "."}
            and span.start > 1
            and _is_age(doc, span, after)
        ):
            return True
    return False


def _is_age(doc: Doc, span: Span, after: str) -> bool:
    """ ", 34," behind a name or a person is an age."""
    previous = doc[span.start - 2]
    if previous.is_digit:
        return False
    return after[:1] == "," and not (previous.text[:1].isdigit())


def _kind(
    doc: Doc,
    index: TokenIndex,
    text: str,
    amount: Amount,
    first: int,
    after: int,
    sentence: Span,
    finder: EventFinder,
    earlier: list[Figure],
) -> Kind | None:
    if amount.unit == "percent":
        return Kind("percent", "percent", 0.9)
    if amount.unit and len(amount.unit) == 3 and amount.unit.isupper():
        return Kind("money", amount.unit, 0.9)
    noun = counted_noun(doc, after, sentence.end, tagged=index.is_tagged)
    word = noun.lower_ if noun is not None else ""
    lowered = text[amount.number_start : amount.number_end].casefold()
    if amount.unit and amount.unit != "fraction":
        return Kind(
            singular(word) if word and word not in words.PERSON_NOUNS else amount.unit,
            amount.unit,
            0.7,
        )
    if word in words.THING_NOUNS and word not in words.PERSON_NOUNS:
        if lowered in {"one", "no", "none"}:
            return None
        return Kind(singular(word), amount.unit or singular(word), 0.7)
    if word and word not in words.PERSON_NOUNS and first and doc[first - 1].lower_ in _WHERE:
        return Kind(singular(word), amount.unit or singular(word), 0.6)
    event = finder.event(first, after, sentence.start, sentence.end)
    zero = amount.low == 0 == amount.high
    if event is not None and (event[1] < 14):
        if lowered in {"one", "un", "une", "ein", "eine"} and event[1] > 4:
            return None
        if zero and event[1] > 8:
            return None
        return Kind(event[0], amount.unit or "person", max(0.5, 0.95 - 0.04 * event[1]))
    if zero:
        return None
    if (
        _continues(doc, amount, first, after)
        and earlier
        and earlier[-1].start >= sentence.start_char
    ) and earlier[-1].what in words.PERSON_KINDS:
        return Kind(earlier[-1].what, "person", 0.6)
    if not word or lowered in {"one", "a couple", "un", "une", "ein", "eine"}:
        return None
    what = singular(word)
    unit = "person" if word in words.PERSON_NOUNS else what
    return Kind(what, amount.unit or unit, 0.6)


def _continues(doc: Doc, amount: Amount, first: int, after: int) -> bool:
    """Whether the figure is part of the one before: "including four", "20 of whom"."""
    before = doc[first - 1].lower_ if first else ""
    behind = [t.lower_ for t in doc[after : after + 2]]
    return before in {"including", "dont", "darunter"} or behind in (["of", "whom"], ["of", "them"])


def _place(places: list[Mention], sentence: Span, amount: Amount) -> str | None:
    inside = [m for m in places if sentence.start_char <= m.start < sentence.end_char]
    if not inside:
        return None
    near = min(inside, key=lambda m: max(m.start - amount.end, amount.start - m.end))
    return near.entity or near.text


_SAYING = frozenset(
    str.split(
        "said says say told added reported reports announced confirmed stated claimed estimated"
    )
)


def _source(sentence: Span) -> str | None:
    """The subject of the sentence's verb of saying, or what follows "according to"."""
    doc = sentence.doc
    for token in sentence:
        if token.lower_ in _SAYING:
            for child in token.children:
                if child.dep_ == "nsubj":
                    return str(doc[child.left_edge.i : child.right_edge.i + 1])[:120]
        if token.lower_ == "according" and token.i + 2 < sentence.end:
            below = doc[token.i + 1]
            for child in below.children:
                if child.dep_ == "pobj":
                    return str(doc[child.left_edge.i : child.right_edge.i + 1])[:120]
    return None
