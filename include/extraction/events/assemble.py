"""What a clause tells of, put together: parties, place, day, status, confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc

from include.extraction.events.clauses import ClauseReader, Told
from include.extraction.figures.status import is_old
from include.extraction.reading.links import Links
from include.extraction.reading.phrases import Phrase
from include.extraction.reading.token_index import TokenIndex
from include.extraction.reading.token_table import TokenTable
from include.records import Event, Mention, Party, TimeExpression

_BOTH, _ONE, _NAMELESS, _OF_NOUN = 0.85, 0.8, 0.75, 0.05


def events_of_clauses(
    doc: Doc,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    *,
    day: date | None,
) -> Iterator[Event]:
    """The events of a text without a parse, in order. `day` is that of its publication."""
    table = TokenTable.of(doc)
    index = TokenIndex.of(doc)
    links = Links(table.text, mentions, times, (), language=doc.lang_)
    for told in ClauseReader(doc, mentions).told():
        first, after = index.sentence(told.trigger)
        begin, end = table.starts[first], table.end(after - 1)
        yield _event(table, links, told, times, begin, end, day)


def _event(
    table: TokenTable,
    links: Links,
    told: Told,
    times: Sequence[TimeExpression],
    begin: int,
    end: int,
    day: date | None,
) -> Event:
    start = table.starts[told.trigger]
    actor, target = _party(table, told.actor), _party(table, told.target)
    own = min(
        (one for one in times if begin <= one.start < end),
        key=lambda one: abs(one.start - start),
        default=None,
    )
    status = told.status
    if status == "actual" and day is not None and own is not None:
        if is_old(own.value, day, is_event=True):
            status = "earlier"
        elif told.may_be_ahead and own.type == "DATE" and (own.value or "")[:10] > day.isoformat():
            status = "forecast"
    place = links.place(begin, end, start, but=(actor.start, actor.end) if actor else (0, 0))
    named = sum(1 for one in (actor, target) if one is not None and one.entity)
    sure = (_NAMELESS, _ONE, _BOTH)[named] - (_OF_NOUN if told.is_noun else 0.0)
    time = own if own is not None and own in links.days else None
    return Event(
        start=start,
        end=table.end(told.trigger),
        text=table.texts[told.trigger],
        kind=told.kind,
        status=status,
        confidence=round(sure, 3),
        actor=actor,
        target=target,
        place_start=place.start if place is not None else None,
        time_start=time.start if time is not None else None,
    )


def _party(table: TokenTable, phrase: Phrase | None) -> Party | None:
    if phrase is None:
        return None
    start, end = table.starts[phrase.first], table.end(phrase.after - 1)
    entity = None
    if phrase.mention is not None:
        start, end = min(start, phrase.mention.start), max(end, phrase.mention.end)
        entity = phrase.mention.entity
    return Party(start=start, end=end, text=table.text[start:end], entity=entity)
