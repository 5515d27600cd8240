"""Statements put together from quotation marks and from the parse.

First each quoted stretch is given its cue, by its place beside it; then contents the
parse shows are added, and where they hold quoted words they are mixed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from include.extraction import saying_words as words
from include.extraction.attribution import Attribution, is_denied
from include.extraction.quote_marks import Quoted
from include.extraction.quote_speakers import SpeakerFinder

Place = tuple[int, int]
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_ENDS_CLAUSE = re.compile(r"[.,!?…;—–-][\"'”’»“‘›)\]]*$")
_EDGE = " \t\n\r,.;:—–-"
_CUE_REACH = 14
_WIDEST = 400
_MIN_WORDS = 3
_MIN_UNCUED_WORDS = 5


@dataclass(slots=True)
class Statement:
    """A statement while it is put together; places are characters [start, end)."""

    pieces: list[Place]
    kind: str
    speaker: Place | None
    cue: Place | None
    confidence: float
    last_end: int = field(default=0)


class _Cues:
    """The cue tokens of a text outside quotation marks, by place."""

    def __init__(
        self, doc: Doc, speakers: SpeakerFinder, attributions: Sequence[Attribution]
    ) -> None:
        verbs = words.QUOTING.get(doc.lang_ or "en", words.QUOTING["en"])
        tagged = doc.has_annotation("TAG") and doc.lang_ == "en"
        found = []
        for token in doc:
            word = token.lower_
            if word in verbs and (not tagged or token.tag_.startswith("VB")):
                if not speakers.is_quoted(token.idx):
                    found.append(token)
            elif word == "according" and doc.lang_ == "en":
                found.append(token)
        self.tokens = found
        self.starts = [t.idx for t in found]
        self.parsed = {a.cue[0]: a for a in attributions}

    def first_in(self, begin: int, end: int) -> Token | None:
        index = bisect_left(self.starts, begin)
        if index < len(self.starts) and self.starts[index] < end:
            return self.tokens[index]
        return None

    def last_in(self, begin: int, end: int) -> Token | None:
        index = bisect_left(self.starts, end) - 1
        if index >= 0 and self.starts[index] >= begin:
            return self.tokens[index]
        return None


def quoted_statements(
    doc: Doc,
    text: str,
    quoted: Sequence[Quoted],
    attributions: Sequence[Attribution],
    speakers: SpeakerFinder,
) -> list[Statement]:
    """Direct statements: quoted stretches with a cue beside them, or carried over."""
    cues = _Cues(doc, speakers, attributions)
    statements: list[Statement] = []
    for position, here in enumerate(quoted):
        before = quoted[position - 1].end if position else 0
        behind = quoted[position + 1].start if position + 1 < len(quoted) else len(text)
        count = sum(1 for _ in _WORD.finditer(text, here.start, here.end))
        begin = _clause_start(text, max(before, here.start - 400), here.start)
        end = _sentence_end(text, here.end, min(behind, here.end + 400))
        full = _is_complete(text, here)
        cue = _cue_beside(text, here, begin, end, cues, full, parsed=speakers.index.is_parsed)
        if cue is None:
            previous = statements[-1] if statements else None
            if previous and count >= 2 and _follows(text, previous, here):
                previous.pieces.append((here.start, here.end))
                previous.last_end = max(end, here.end)
            elif previous and count >= _MIN_UNCUED_WORDS and _stands_alone(text, here):
                carried = previous.speaker if here.start - previous.last_end < 1500 else None
                statements.append(
                    Statement([(here.start, here.end)], "direct", carried, None, 0.55, here.end)
                )
            continue
        if count < _MIN_WORDS and not full:
            continue
        if _is_part(doc, text, here, cue, cues):
            continue
        place = (cue.idx, cue.idx + len(cue))
        previous = statements[-1] if statements else None
        if previous and previous.cue == place and "\n" not in text[previous.last_end : here.start]:
            previous.pieces.append((here.start, here.end))
            previous.last_end = max(end, here.end)
            continue
        speaker = _speaker(doc, cue, cues, speakers, begin, end)
        statements.append(
            Statement([(here.start, here.end)], "direct", speaker, place, 0.9, max(end, here.end))
        )
    return statements


def _is_part(doc: Doc, text: str, here: Quoted, cue: Token, cues: _Cues) -> bool:
    """Whether the parse shows that what is said goes on outside the quotation marks."""
    parsed = cues.parsed.get(cue.i)
    if parsed is None or text[max(0, here.start - 3) : here.start].rstrip()[-1:] in {",", ":"}:
        return False
    for first, after in parsed.contents:
        start, end = _chars(doc, first, after)
        if start <= here.start and end >= here.end:
            rest = text[start : here.start] + text[here.end : end]
            return bool(_WORD.search(rest))
    return False


def _speaker(
    doc: Doc, cue: Token, cues: _Cues, speakers: SpeakerFinder, begin: int, end: int
) -> Place | None:
    parsed = cues.parsed.get(cue.i)
    if parsed is not None and parsed.speaker is not None:
        first, after = parsed.speaker
        place = (doc[first].idx, doc[after - 1].idx + len(doc[after - 1]))
        if not speakers.is_quoted(place[0]):
            return place
    place = (cue.idx, cue.idx + len(cue))
    return speakers.near(place, begin, end) or speakers.near(place, max(0, begin - 200), end + 80)


def _is_complete(text: str, here: Quoted) -> bool:
    """Whether the stretch ends a clause: punctuation just inside or just outside."""
    if not here.closed:
        return True
    inside = text[max(here.start, here.end - 5) : here.end]
    after = text[here.end : here.end + 2].lstrip()
    return bool(_ENDS_CLAUSE.search(inside)) or after[:1] in {",", ""}


def _stands_alone(text: str, here: Quoted) -> bool:
    """Whether the stretch fills its paragraph or opens and ends its own sentence."""
    line = text.rfind("\n", 0, here.start) + 1
    opens = not text[line : here.start].strip() or text[line : here.start].rstrip()[-1] in ".!?:"
    inner = text[here.start : here.start + 4].lstrip("“”\"'‘«„» `[")
    return opens and inner[:1].isupper() and bool(_ENDS_CLAUSE.search(text[: here.end][-5:]))


def _follows(text: str, previous: Statement, here: Quoted) -> bool:
    """Whether the stretch goes on with the statement before: same paragraph, close by."""
    gap = text[previous.pieces[-1][1] : here.start]
    if "\n" in gap or len(gap) > 300 or previous.cue is None:
        return False
    rest = text[previous.last_end : here.start]
    return not rest.strip(" .,;:—–-\"'") and _is_complete(text, here)


def _clause_start(text: str, begin: int, end: int) -> int:
    """Where the sentence that leads to a quoted stretch begins; a colon reaches over the
    end of its paragraph."""
    lead = text[begin:end].rstrip()
    if lead.endswith(":"):
        end = begin + len(lead)
    marks = (". ", "! ", "? ", "\n", ".” ", '." ')
    ends = [at + len(mark) for mark in marks if (at := text.rfind(mark, begin, end)) >= 0]
    return max(ends, default=begin)


def _sentence_end(text: str, begin: int, end: int) -> int:
    for match in re.finditer(r"[.!?](?=\s+[A-Z“\"«„‘'])|\n", text[begin:end]):
        if match[0] != "." or not re.search(
            r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Rev|St|Jr|Sr|[A-Z])$",
            text[max(begin, begin + match.start() - 5) : begin + match.start()],
        ):
            return begin + match.start()
    return end


def _cue_beside(
    text: str, here: Quoted, begin: int, end: int, cues: _Cues, full: bool, *, parsed: bool
) -> Token | None:
    """The cue that introduces or closes a quoted stretch, or None."""
    lead = text[begin : here.start].rstrip()
    introduced = lead[-1:] in {",", ":"} or lead[-2:] == "--"
    after = cues.first_in(here.end, end) if full and not _ends_sentence(text, here) else None
    if after is not None and not _reaches(text, here.end, after.idx):
        after = None
    if after is not None and parsed and is_denied(after):
        after = None
    before = cues.last_in(begin, here.start)
    if before is not None:
        words_between = len(text[before.idx + len(before) : here.start].split())
        direct = words_between <= 1 or (introduced and words_between <= _CUE_REACH)
        if not direct:
            before = None
        elif lead[-1:] == ":" or after is None:
            return before
    return after or before


def _ends_sentence(text: str, here: Quoted) -> bool:
    """Whether the stretch closes its sentence: a full stop inside, a capital behind."""
    inner = text[here.start : here.end].rstrip("\"'”’»“‘›)] ")
    behind = text[here.end : here.end + 3].lstrip()
    return inner[-1:] == "." and not behind[:1].islower()


def _reaches(text: str, begin: int, cue: int) -> bool:
    between = text[begin:cue]
    return len(between.split()) <= _CUE_REACH and not re.search(r"[;:?!]|\bthat\b|\band\b", between)


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
            piece = _trim(doc, first, after)
            if piece is not None:
                pieces.append(_widen(text, piece, quoted, starts))
        if not pieces:
            continue
        speaker = _chars(doc, *attribution.speaker) if attribution.speaker else None
        if speaker is None and attribution.base != "according":
            continue
        kind = _kind(text, pieces, quoted, starts)
        found.append(Statement(pieces, kind, speaker, cue, 0.7, pieces[-1][1]))
    return found


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
