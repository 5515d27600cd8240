"""Figures in a text: numbers somebody reports, with what they count, bounds and place."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from include.extraction.figures import words
from include.extraction.figures.amounts import Amount, find_amounts
from include.extraction.figures.kinds import Event, EventFinder, Kind, counted_noun, singular
from include.extraction.figures.relations import Draft, fill_ellipses, relate, share_events
from include.extraction.figures.sentences import Sentences
from include.extraction.figures.traps import is_trap
from include.extraction.reading.links import Links, source_of
from include.extraction.reading.token_index import TokenIndex
from include.languages import language
from include.records import Figure, Mention, Quote, TimeExpression

# What a number of things behind these tells is where something happened, not to how many.
_WHERE = frozenset({"in", "at", "across", "near", "within", "throughout"})
_ONE = frozenset({"one", "un", "une", "ein", "eine"})
_FARTHEST = 14


def find_figures(
    doc: Doc,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote] = (),
) -> tuple[Figure, ...]:
    """The figures of a text in order.

    Numbers that are dates, ages, scores, streets, flights or magnitudes are left out,
    and so are bare numbers that count nothing known. Whoever speaks a statement of `quotes`
    is the source of the figures in it.
    """
    text = doc.text
    index = TokenIndex.of(doc)
    amounts = _amounts(doc, index, text, doc.lang_ or "en", times)
    if not amounts:
        return ()
    finder = EventFinder(doc, amounts)
    sentences = Sentences(doc, text, index)
    drafts: list[Draft] = []
    for amount, first, after in amounts:
        draft = Draft(amount, first, after, sentences.around(first), None)
        drafts.append(_read(doc, index, text, draft, finder, drafts))
    drafts = share_events(doc, drafts, tagged=index.is_tagged)
    drafts = fill_ellipses(doc, drafts)
    drafts = relate(doc, [draft for draft in drafts if draft.kind is not None])
    links = Links(text, mentions, times, quotes)
    return tuple(_figure(doc, index, text, draft, drafts, links) for draft in drafts)


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
        if not len(span) or is_trap(text, amount, doc, span):
            continue
        found.append((amount, span.start, span.end))
    return found


def _read(
    doc: Doc,
    index: TokenIndex,
    text: str,
    draft: Draft,
    finder: EventFinder,
    earlier: Sequence[Draft],
) -> Draft:
    """The draft with what it counts, or with no kind where it counts nothing known."""
    begin, end = draft.sentence
    noun = counted_noun(doc, draft.after, end, tagged=index.is_tagged)
    word = noun.lower_ if noun is not None else ""
    known = language(doc.lang_).figures
    kind = _of_unit(draft.amount, word, known.person_nouns)
    kind = kind or _of_thing(doc, text, draft, word)
    if kind is not None:
        return _with(draft, kind if kind.what else None, None)
    event = finder.event(draft.first, draft.after, begin, end)
    is_thing = bool(word) and word not in known.person_nouns
    if event is not None and is_thing and doc[event.token].lower_ in words.OF_THINGS_TOO:
        event = None
    if event is not None and event.cost < _FARTHEST:
        return _with(draft, _of_event(draft.amount, _number(text, draft), event), event)
    return _with(draft, _of_noun(doc, text, draft, word, earlier), None)


def _with(draft: Draft, kind: Kind | None, event: Event | None) -> Draft:
    told_by, side = (event.token, event.side) if event and kind else (None, None)
    return Draft(
        draft.amount, draft.first, draft.after, draft.sentence, kind, told_by=told_by, side=side
    )


def _number(text: str, draft: Draft) -> str:
    return text[draft.amount.number_start : draft.amount.number_end].casefold()


def _of_unit(amount: Amount, word: str, person_nouns: frozenset[str]) -> Kind | None:
    if amount.unit == "percent":
        return Kind("percent", "percent", 0.9)
    if amount.unit and len(amount.unit) == 3 and amount.unit.isupper():
        return Kind("money", amount.unit, 0.9)
    if amount.unit and amount.unit != "fraction":
        is_thing = word and word not in person_nouns
        return Kind(singular(word) if is_thing else amount.unit, amount.unit, 0.7)
    return None


def _of_thing(doc: Doc, text: str, draft: Draft, word: str) -> Kind | None:
    """The kind of things counted; one without a name where they are no figure."""
    known = language(doc.lang_).figures
    if not word or word in known.person_nouns:
        return None
    unit = draft.amount.unit or singular(word)
    if word in known.thing_nouns:
        if _number(text, draft) in {"one", "no", "none"}:
            return Kind("", None, 0.0)
        return Kind(singular(word), unit, 0.7)
    if draft.first and doc[draft.first - 1].lower_ in _WHERE:
        return Kind(singular(word), unit, 0.6)
    return None


def _of_event(amount: Amount, number: str, event: Event) -> Kind | None:
    if number in _ONE and event.cost > 4:
        return None
    if amount.low == 0 == amount.high and event.cost > 8:
        return None
    return Kind(event.kind, amount.unit or "person", max(0.5, 0.95 - 0.04 * int(event.cost)))


def _of_noun(doc: Doc, text: str, draft: Draft, word: str, earlier: Sequence[Draft]) -> Kind | None:
    amount = draft.amount
    if amount.low == 0 == amount.high:
        return None
    last = next((d for d in reversed(earlier) if d.kind is not None), None)
    here = last is not None and last.sentence == draft.sentence
    is_person = bool(here and last and last.kind and last.kind.what in words.PERSON_KINDS)
    if is_person and last and last.kind and _continues(doc, draft):
        return Kind(last.kind.what, "person", 0.6)
    if not word or _number(text, draft) in {*_ONE, "a couple"}:
        return None
    what = singular(word)
    person_nouns = language(doc.lang_).figures.person_nouns
    unit = "person" if word in person_nouns else what
    return Kind(what, amount.unit or unit, 0.6)


def _continues(doc: Doc, draft: Draft) -> bool:
    """Whether the figure is part of the one before: "including four", "20 of whom"."""
    before = doc[draft.first - 1].lower_ if draft.first else ""
    behind = [t.lower_ for t in doc[draft.after : draft.after + 2]]
    return before in {"including", "dont", "darunter"} or behind in (["of", "whom"], ["of", "them"])


def _figure(
    doc: Doc,
    index: TokenIndex,
    text: str,
    draft: Draft,
    drafts: Sequence[Draft],
    links: Links,
) -> Figure:
    amount, kind = draft.amount, draft.kind
    assert kind is not None
    sentence = doc[draft.sentence[0] : draft.sentence[1]]
    begin, end = sentence.start_char, sentence.end_char
    day = links.day(begin, end, amount.start)
    statement = links.statement(amount.start, amount.end)
    said_by = statement.speaker if statement else None
    but = (said_by.start, said_by.end) if said_by else (0, 0)
    place = links.place(begin, end, amount.start, but=but)
    source = said_by.text if said_by else None
    if source is None and index.is_parsed:
        source = source_of(sentence)
    return Figure(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        what=kind.what,
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        unit=amount.unit or kind.unit,
        place=(place.entity or place.text) if place else None,
        confidence=round(kind.confidence * (0.9 if amount.is_vague else 1.0), 3),
        attributed_to=source,
        attributed_entity=statement.speaker_entity if statement else None,
        told_by=doc[draft.told_by].text if draft.told_by is not None else None,
        place_start=place.start if place else None,
        time_start=day.start if day else None,
        part_of=_start(drafts, draft.part_of),
        superseded_by=_start(drafts, draft.superseded_by),
    )


def _start(drafts: Sequence[Draft], position: int | None) -> int | None:
    return drafts[position].amount.start if position is not None else None
