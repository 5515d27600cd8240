"""Statements in a text: what was said, by whom, to whom, with which word of saying."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from include.extraction.quotes.attribution import find_attributions
from include.extraction.quotes.bounds import apart
from include.extraction.quotes.context import Context
from include.extraction.quotes.dialogue import find_speech
from include.extraction.quotes.left_out import left_out
from include.extraction.quotes.marks import Quoted, find_quoted
from include.extraction.quotes.reported import find_reported
from include.extraction.quotes.speakers import SpeakerFinder
from include.extraction.quotes.statements import Statement, join_statements, quoted_statements
from include.extraction.quotes.tuned import TUNED
from include.extraction.quotes.weighing import one_sex_each, weighed
from include.extraction.reading.links import Links
from include.records import LeftOut, Mention, Quote, Span, TimeExpression


def find_statements(
    doc: Doc, mentions: Sequence[Mention], times: Sequence[TimeExpression] = ()
) -> tuple[tuple[Quote, ...], tuple[LeftOut, ...]]:
    """The statements of a text, and the words in quotation marks that are none.

    Both in order of their start. Without a parse only words in quotation marks are found,
    their speaker by the nearest name beside a verb of saying.
    """
    text = doc.text
    quoted = find_quoted(text)
    attributions = list(find_attributions(doc)) if doc.has_annotation("DEP") else []
    speakers = SpeakerFinder(doc, mentions, quoted)
    direct = quoted_statements(doc, text, quoted, attributions, speakers)
    direct += spoken_lines(text, doc.lang_ or "en", speakers, quoted)
    statements = join_statements(doc, text, quoted, attributions, direct)
    statements += find_reported(doc, mentions, quoted)
    links = Links(text, mentions, times, (), language=doc.lang_)
    context = Context(doc, text, speakers.index, links)
    found = [q for q in (_quote(text, s, speakers, context) for s in statements) if q is not None]
    quotes, cut = apart(text, found)
    quotes = tuple(weighed(text, quote) for quote in one_sex_each(quotes))
    return quotes, (*left_out(text, quoted, quotes, mentions, language=doc.lang_), *cut)


def spoken_lines(
    text: str, language: str, speakers: SpeakerFinder, quoted: Sequence[Quoted]
) -> list[Statement]:
    """Statements of dialogue and interviews, where no quotation mark shows them."""
    found = []
    for speech in find_speech(text, language, speakers):
        if any(speakers.is_quoted(start) for start, _ in speech.pieces):
            continue
        sure = TUNED.speech if speech.speaker else TUNED.speech_of_nobody
        pieces = list(speech.pieces)
        how = "beside" if speech.cue else "label"
        found.append(
            Statement(pieces, "direct", speech.speaker, speech.cue, sure, pieces[-1][1], how)
        )
    return found


def _quote(
    text: str, statement: Statement, speakers: SpeakerFinder, context: Context
) -> Quote | None:
    if not statement.pieces:
        return None
    start, end = statement.pieces[0][0], statement.pieces[-1][1]
    speaker, cue = statement.speaker, statement.cue
    if speaker is not None:
        longer = speakers.with_apposition(speaker)
        if not any(a < longer[1] and longer[0] < b for a, b in statement.pieces):
            speaker = longer
    entity = speakers.entity(speaker) if speaker else None
    if speaker and entity:
        entity = speakers.agreed(speaker, entity)
    told = speakers.told(speaker, entity) if speaker else None
    addressee = place = day = None
    if cue is not None:
        addressee = context.addressee(cue, statement.pieces, speaker)
        place, day = context.scene(cue, statement.pieces)
        cue = context.cue(cue)
    return Quote(
        start=start,
        end=end,
        text=text[start:end],
        kind=statement.kind,
        fragments=tuple(Span(start=a, end=b, text=text[a:b]) for a, b in statement.pieces),
        speaker=_span(text, speaker),
        speaker_entity=entity,
        cue=_span(text, cue),
        confidence=statement.confidence,
        addressee=_span(text, addressee),
        addressee_entity=speakers.entity(addressee) if addressee else None,
        place_start=place.start if place else None,
        time_start=day.start if day else None,
        speaker_basis=_basis(speakers, speaker, entity, statement.how) if speaker else None,
        speaker_pronoun=_span(text, told.place) if told else None,
        speaker_gender=told.gender if told else None,
    )


def _basis(speakers: SpeakerFinder, speaker: tuple[int, int], entity: str | None, how: str) -> str:
    if how == "nearest":
        return "nearest"
    if speakers.is_pronoun(speaker):
        return "pronoun"
    is_name = speakers.holds_name(speaker, of_person=entity is None)
    if is_name or how == "label":
        return "named"
    return "title" if entity else "described"


def _span(text: str, place: tuple[int, int] | None) -> Span | None:
    if place is None:
        return None
    return Span(start=place[0], end=place[1], text=text[place[0] : place[1]])
