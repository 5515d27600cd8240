"""Statements put together from quotation marks and from the parse.

First each quoted stretch is given its cue, by its place beside it; then contents the
parse shows are added, and where they hold quoted words they are mixed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from include.extraction.quotes import saying_words as words
from include.extraction.quotes.attribution import Attribution, is_denied
from include.extraction.quotes.cues import Cues
from include.extraction.quotes.marks import Quoted
from include.extraction.quotes.shape import (
    clause_start,
    ends_sentence,
    is_complete,
    is_title,
    sentence_end,
    stands_alone,
    starts_small,
    whole_end,
)
from include.extraction.quotes.speakers import SpeakerFinder
from include.extraction.quotes.unspoken import Unspoken

Place = tuple[int, int]
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_EDGE = " \t\n\r,.;:—–-"
_CUE_REACH = 14
_WIDEST = 400
_MIN_WORDS = 3
_MIN_UNCUED_WORDS = 5
_LEAST_TOLD = 2
_BY_LABEL, _CARRIED, _NOBODYS = 0.65, 0.55, 0.4
_CARRY_REACH = 1_500
_BESIDE = 3  # characters between a speaker and the word of saying: nobody else fits in
# What stands before a quotation that goes on with the one before it; "" is nothing.
_MAY_FOLLOW = frozenset({"", *".!?;:…,\"”’'»"})
_PARTS = re.compile(r"[;:?!]|\b(?:that|and|but|which|while)\b")


@dataclass(slots=True)
class Statement:
    """A statement while it is put together; places are characters [start, end)."""

    pieces: list[Place]
    kind: str
    speaker: Place | None
    cue: Place | None
    confidence: float
    last_end: int = field(default=0)
    how: str = "parse"
    """How the speaker was found: parse, beside the cue, label, or nearest."""


def quoted_statements(
    doc: Doc,
    text: str,
    quoted: Sequence[Quoted],
    attributions: Sequence[Attribution],
    speakers: SpeakerFinder,
) -> list[Statement]:
    """Direct statements: quoted stretches with a cue beside them, or carried over."""
    cues = Cues(doc, speakers, attributions)
    unspoken = Unspoken(speakers)
    statements: list[Statement] = []
    for position, here in enumerate(quoted):
        before = quoted[position - 1].end if position else 0
        behind = quoted[position + 1].start if position + 1 < len(quoted) else len(text)
        if is_title(text, here):
            continue
        count = sum(1 for _ in _WORD.finditer(text, here.start, here.end))
        begin = clause_start(text, max(before, here.start - 400), here.start)
        end = sentence_end(text, here.end, min(behind, here.end + 400))
        whole = whole_end(text, here, quoted, position)
        full = is_complete(text, here)
        cue = _cue_beside(text, here, begin, end, cues, full, parsed=speakers.index.is_parsed)
        if cue is None:
            previous = statements[-1] if statements else None
            is_signed = unspoken.signed(here, behind) is not None
            if (
                previous
                and not is_signed
                and count >= _least(previous)
                and _follows(text, previous, here)
            ):
                previous.pieces.append((here.start, here.end))
                previous.last_end = max(whole, here.end)
                continue
            told = unspoken.beside(here, before, behind) if count >= _LEAST_TOLD else None
            if told is not None and not (told[1] < _BY_LABEL and not stands_alone(text, here)):
                how = "nearest" if told[1] < _BY_LABEL else "label"
                statements.append(
                    Statement([(here.start, here.end)], "direct", *told_by(told), here.end, how)
                )
            elif count >= _MIN_UNCUED_WORDS and stands_alone(text, here):
                carried = _carried(previous, here, unspoken)
                sure = _CARRIED if carried else _NOBODYS
                statements.append(
                    Statement(
                        [(here.start, here.end)], "direct", carried, None, sure, here.end, "nearest"
                    )
                )
            pointed = unspoken.behind(quoted, position)
            if pointed is not None:
                _give_back(text, statements, here, pointed)
            continue
        if count < _MIN_WORDS and not full:
            continue
        place = (cue.idx, cue.idx + len(cue))
        previous = statements[-1] if statements else None
        if previous and previous.cue == place and "\n" not in text[previous.last_end : here.start]:
            previous.pieces.append((here.start, here.end))
            previous.last_end = max(whole, here.end)
            continue
        if _is_part(doc, text, here, cue, cues):
            continue
        speaker, how = _speaker(doc, cue, cues, speakers, begin, end)
        lead = _lead(text, here, cue, cues)
        kind, first = ("mixed", lead) if lead is not None else ("direct", here.start)
        statements.append(
            Statement([(first, here.end)], kind, speaker, place, 0.9, max(whole, here.end), how)
        )
    return statements


def _least(previous: Statement) -> int:
    """How many words a stretch needs to go on with the one before: one where the cue stands
    between the two ("“It was,” he paused, “beautiful.”")."""
    cue = previous.cue
    return 1 if cue is not None and cue[0] >= previous.pieces[-1][1] else 2


def told_by(told: tuple[Place, float]) -> tuple[Place, None, float]:
    """The speaker, cue and confidence of a statement that no verb introduces."""
    return told[0], None, told[1]


def _carried(previous: Statement | None, here: Quoted, unspoken: Unspoken) -> Place | None:
    """The speaker of the statement before, where nobody else is named between the two."""
    if previous is None or here.start - previous.last_end > _CARRY_REACH:
        return None
    return None if unspoken.between(previous.last_end, here.start) else previous.speaker


def _give_back(text: str, statements: list[Statement], here: Quoted, speaker: Place) -> None:
    """Give a run of statements without a speaker the one named behind it."""
    begin = here.start
    for statement in reversed(statements):
        if statement.cue is not None:
            return
        if text[statement.last_end : begin].strip() and statement.last_end != here.end:
            return
        statement.speaker, statement.confidence, statement.how = speaker, _BY_LABEL, "label"
        begin = statement.pieces[0][0]


def _is_part(doc: Doc, text: str, here: Quoted, cue: Token, cues: Cues) -> bool:
    """Whether the parse shows that what is said goes on outside the quotation marks."""
    parsed = cues.parsed.get(cue.i)
    if parsed is None:
        return False
    if text[max(0, here.start - 3) : here.start].rstrip()[-1:] in {",", ":"}:
        # "The club, she said, “is a wreck”": what she says begins before the cue.
        if not starts_small(text, here) or len(parsed.contents) < 2:
            return False
        return bool(parsed.contents[0][1] <= cue.i)
    for first, after in parsed.contents:
        start, end = _chars(doc, first, after)
        if start <= here.start and end >= here.end:
            rest = text[start : here.start] + text[here.end : end]
            return bool(_WORD.search(rest))
    return False


def _lead(text: str, here: Quoted, cue: Token, cues: Cues) -> int | None:
    """Where a sentence begins that is quoted in its second part only, or None: Roads are
    “a death trap,” she said."""
    if cue.idx < here.end:
        return None
    begin = clause_start(text, max(0, here.start - 400), here.start)
    lead = text[begin : here.start]
    if not starts_small(text, here):
        # "so “I would learn it,” she wrote": only "I" has a capital within a sentence.
        inner = text[here.start : here.end].strip("“”\"'‘’«„ ")
        if inner[:2] not in {"I ", "I'", "I’"} or lead.rstrip()[-1:] in {",", "—", "–", "-"}:
            return None
    if not _WORD.search(lead) or lead.rstrip()[-1:] in {":", ".", "!", "?"}:
        return None
    if cues.last_in(begin, here.start) is not None:
        return None
    return begin + len(lead) - len(lead.lstrip(_EDGE))


def _speaker(
    doc: Doc, cue: Token, cues: Cues, speakers: SpeakerFinder, begin: int, end: int
) -> tuple[Place | None, str]:
    parsed = cues.parsed.get(cue.i)
    if parsed is not None and parsed.speaker is not None:
        first, after = parsed.speaker
        place = (doc[first].idx, doc[after - 1].idx + len(doc[after - 1]))
        if not speakers.is_quoted(place[0]):
            return place, "parse"
    place = (cue.idx, cue.idx + len(cue))
    found = (
        speakers.unnamed(place, begin, end)  # with the office before the name; untagged texts only
        or speakers.near(place, begin, end)
        or speakers.near(place, max(0, begin - 200), end + 80)
    )
    if found is None:
        return None, "nearest"
    gap = max(found[0] - place[1], place[0] - found[1])
    return found, "beside" if gap <= _BESIDE else "nearest"


def _follows(text: str, previous: Statement, here: Quoted) -> bool:
    """Whether the stretch goes on with the statement before: same paragraph, close by."""
    gap = text[previous.pieces[-1][1] : here.start]
    if "\n" in gap or len(gap) > 300 or previous.cue is None:
        return False
    if gap.rstrip()[-1:] not in _MAY_FOLLOW:
        return False
    rest = text[previous.last_end : here.start]
    return not rest.strip(" .,;:—–-\"'") and is_complete(text, here)


def _cue_beside(
    text: str, here: Quoted, begin: int, end: int, cues: Cues, full: bool, *, parsed: bool
) -> Token | None:
    """The cue that introduces or closes a quoted stretch, or None."""
    lead = text[begin : here.start].rstrip()
    introduced = lead[-1:] in {",", ":"} or lead[-2:] == "--"
    after = None
    if full and not ends_sentence(text, here):
        after = cues.first_in(here.end, end)
        if after is None and parsed:
            after = cues.unlisted(here.end, end)
    near = after is not None and _reaches(text, here.end, after.idx)
    if after and not near and not _speaks_at_once(text, here, cues.parsed.get(after.i), after):
        after = None
    if after is not None and parsed and (_says_other(after) or _spoken_around(here, after)):
        after = None
    if after is not None and parsed and is_denied(after):
        after = None
    before = cues.last_in(begin, here.start)
    if before is not None:
        words_between = len(text[before.idx + len(before) : here.start].split())
        is_bare = before.tag_ == "VB" and lead[-1:] != ":"
        direct = words_between <= 1 or (introduced and words_between <= _CUE_REACH and not is_bare)
        if not direct:
            before = None
        elif lead[-1:] == ":" or after is None:
            return before
    return after or before


def _speaks_at_once(text: str, here: Quoted, parsed: Attribution | None, cue: Token) -> bool:
    """Whether the cue's subject, however long, stands right behind the quoted stretch."""
    if parsed is None or parsed.speaker is None or parsed.speaker[0] >= cue.i:
        return False
    return not text[here.end : cue.doc[parsed.speaker[0]].idx].strip(" ,")


def _says_other(cue: Token) -> bool:
    """Whether a cue behind a quoted stretch belongs to the next clause: “…,” noting that."""
    if cue.tag_ == "VBG":
        return True
    if not any(c.dep_ == "nsubj" and c.i < cue.i for c in cue.children):
        return False  # "said Ana Ruiz", whatever the parse makes of her name
    return any(c.dep_ == "ccomp" and c.left_edge.i == cue.i + 1 for c in cue.children)


def _spoken_around(here: Quoted, cue: Token) -> bool:
    """Whether the stretch lies between a verb and its subject: “the host of “Today,” said no”."""
    subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.idx < here.start


def _reaches(text: str, begin: int, cue: int) -> bool:
    between = text[begin:cue]
    return len(between.split()) <= _CUE_REACH and not _PARTS.search(between)


def join_statements(
    doc: Doc,
    text: str,
    quoted: Sequence[Quoted],
    attributions: Sequence[Attribution],
    direct: list[Statement],
) -> list[Statement]:
    """The direct statements and those the parse adds, indirect or mixed."""
    starts = [q.start for q in quoted]
    taken = {s.cue for s in direct if s.cue}
    found = list(direct)
    speakers_of: dict[int, tuple[int, int] | None] = {}
    for attribution in attributions:
        cue = _chars(doc, *attribution.cue)
        verb = (
            doc[attribution.cue[0]].idx,
            doc[attribution.cue[0]].idx + len(doc[attribution.cue[0]]),
        )
        if not attribution.contents or verb in taken:
            continue
        if _is_quoted(quoted, starts, cue[0]):
            continue
        pieces = []
        for first, after in attribution.contents:
            following = _next_said(doc, first, after, quoted, starts)
            if following is not None:
                speakers_of[following] = attribution.speaker
                after = following - 1
            piece = _trim(doc, first, after)
            if piece is not None:
                pieces.append(_widen(text, piece, quoted, starts))
        if not pieces:
            continue
        said_by = speakers_of.get(attribution.cue[0], attribution.speaker)
        speaker = _chars(doc, *said_by) if said_by else None
        if speaker is None and attribution.base != "according":
            continue
        if all(text[a:b].casefold() in words.BARE_OBJECTS for a, b in pieces):
            continue
        kind = _kind(text, pieces, quoted, starts)
        found.append(Statement(pieces, kind, speaker, cue, 0.7, pieces[-1][1]))
    return found


def _next_said(
    doc: Doc, first: int, after: int, quoted: Sequence[Quoted], starts: list[int]
) -> int | None:
    """The verb by which the same speaker says the next thing: "… and *urged* shops to close".

    A verb with a subject of its own is part of what is said.
    """
    for i in range(first + 2, after):
        token = doc[i]
        if token.tag_ != "VBD" or token.lower_ not in words.VERBS or token.dep_ != "conj":
            continue
        if doc[i - 1].lower_ not in {"and", "but"} or _is_quoted(quoted, starts, token.idx):
            continue
        if token.head.tag_ != "VBD" and not any(c.dep_ == "nsubj" for c in token.children):
            return i
    return None


def _chars(doc: Doc, first: int, after: int) -> Place:
    return doc[first].idx, doc[after - 1].idx + len(doc[after - 1])


def _is_quoted(quoted: Sequence[Quoted], starts: list[int], at: int) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < quoted[index].end


def _trim(doc: Doc, first: int, after: int) -> Place | None:
    while first < after and (
        doc[first].is_space or doc[first].text in {",", ".", ";", ":", "-", "--", "—"}
    ):
        first += 1
    while after > first and (
        doc[after - 1].is_space or doc[after - 1].text in {",", ".", ";", ":", "-", "--", "—"}
    ):
        after -= 1
    if after <= first:
        return None
    return _chars(doc, first, after)


def _widen(text: str, piece: Place, quoted: Sequence[Quoted], starts: list[int]) -> Place:
    """The piece, stretched over a quoted stretch that it cuts."""
    start, end = piece
    index = bisect_right(starts, end - 1) - 1
    if index >= 0 and quoted[index].start >= start and 0 < quoted[index].end - end < _WIDEST:
        end = quoted[index].end
    index = bisect_right(starts, start) - 1
    if index >= 0 and quoted[index].start < start < quoted[index].end <= end:
        start = quoted[index].start
    return start, end


def _kind(text: str, pieces: list[Place], quoted: Sequence[Quoted], starts: list[int]) -> str:
    """direct, mixed or indirect by the words of the pieces that stand in marks."""
    inside = outside = 0
    for start, end in pieces:
        for word in _WORD.finditer(text, start, end):
            if _is_quoted(quoted, starts, word.start()):
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
