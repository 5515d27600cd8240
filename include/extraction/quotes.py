"""Statements in a text: what was said, by whom, with which word of saying."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from include.extraction.attribution import find_attributions
from include.extraction.quote_marks import find_quoted
from include.extraction.quote_speakers import SpeakerFinder
from include.extraction.statements import Statement, join_statements, quoted_statements
from include.records import Mention, Quote, Span


def find_quotes(doc: Doc, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """The direct, indirect and mixed statements of a text in order of their start.

    Without a parse only words in quotation marks are found, their speaker by the
    nearest name beside a verb of saying.
    """
    text = doc.text
    quoted = find_quoted(text)
    attributions = list(find_attributions(doc)) if doc.has_annotation("DEP") else []
    speakers = SpeakerFinder(doc, mentions, quoted)
    direct = quoted_statements(doc, text, quoted, attributions, speakers)
    statements = join_statements(doc, text, quoted, attributions, direct)
    quotes = [q for q in (_quote(text, s, speakers) for s in statements) if q is not None]
    return tuple(sorted(quotes, key=lambda q: (q.start, q.end)))


def _quote(text: str, statement: Statement, speakers: SpeakerFinder) -> Quote | None:
    if not statement.pieces:
        return None
    start, end = statement.pieces[0][0], statement.pieces[-1][1]
    speaker = _span(text, statement.speaker)
    entity = speakers.entity(statement.speaker) if statement.speaker else None
    return Quote(
        start=start,
        end=end,
        text=text[start:end],
        kind=statement.kind,
        fragments=tuple(Span(start=a, end=b, text=text[a:b]) for a, b in statement.pieces),
        speaker=speaker,
        speaker_entity=entity,
        cue=_span(text, statement.cue),
        confidence=statement.confidence,
    )


def _span(text: str, place: tuple[int, int] | None) -> Span | None:
    if place is None:
        return None
    return Span(start=place[0], end=place[1], text=text[place[0] : place[1]])
