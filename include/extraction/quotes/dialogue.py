"""Speech that no quotation mark shows: dashes at the beginning of a line, questions and answers.

"— No iremos —dijo Marta Rivas—. Queremos negociar." (Spanish, Portuguese), "— Pas sans moi,
répondit Claire." (French); "Q: …" and "Ann Odell: …" in turn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from include.extraction.quotes import saying_words as words
from include.extraction.quotes.speakers import SpeakerFinder
from include.extraction.quotes.tuned import TUNED

Place = tuple[int, int]
_DASH = re.compile(r"^[—―–]\s?(?=\S)", re.M)
_LANGUAGES = frozenset({"es", "pt", "fr", "it", "ca", "gl", "ro"})
_SAYS_AFTER_DASH = re.compile(r"\s?[—―–]\s?(?=[^\W\d_])")
_SAYS_AFTER_COMMA = re.compile(r"[,!?…»]\s?(?=[^\W\d_])")
_LABEL = re.compile(r"^[\"“]?(?P<who>[^\W\d_][\w.'’ -]{0,40}): (?=\S)", re.M)
_ASKS = frozenset({"q", "question", "frage", "pregunta", "domanda", "pergunta"})


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said in one line, in pieces, with its cue and its speaker where they are told."""

    pieces: tuple[Place, ...]
    cue: Place | None
    speaker: Place | None


def find_speech(text: str, language: str, speakers: SpeakerFinder) -> list[Speech]:
    """The speech of a text's lines, in order."""
    return [*_dashed(text, language, speakers), *_interview(text, speakers)]


def _dashed(text: str, language: str, speakers: SpeakerFinder) -> list[Speech]:
    verbs = words.quoting(language)
    if language not in _LANGUAGES or not verbs:
        return []
    lines = [(m.end(), _line_end(text, m.end())) for m in _DASH.finditer(text)]
    found = [_dashed_line(text, begin, end, verbs, speakers) for begin, end in lines]
    # A list has dashes too: dialogue has at least one line that tells who speaks.
    return found if any(one.cue for one in found) else []


def _dashed_line(
    text: str, begin: int, end: int, verbs: frozenset[str], speakers: SpeakerFinder
) -> Speech:
    for pattern in (_SAYS_AFTER_DASH, _SAYS_AFTER_COMMA):
        for match in pattern.finditer(text, begin, end):
            verb = _verb_behind(text, match.end(), end, verbs)
            if verb is None:
                continue
            stop = _clause_end(text, verb[1], end, by_dash=pattern is _SAYS_AFTER_DASH)
            speaker = speakers.near(verb, match.end(), stop) or speakers.unnamed(
                verb, match.end(), stop
            )
            said = match.start() + (pattern is _SAYS_AFTER_COMMA and text[match.start()] in "!?…")
            rest = _trimmed(text, stop, end)
            pieces = ((begin, said), *([rest] if rest else []))
            return Speech(pieces, verb, speaker)
    return Speech(((begin, end),), None, None)


def _verb_behind(text: str, begin: int, end: int, verbs: frozenset[str]) -> Place | None:
    for number, word in enumerate(re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text[begin:end])):
        if number == TUNED.words_to_verb:
            return None
        if word[0].casefold() in verbs:
            return begin + word.start(), begin + word.end()
        if word[0][:1].isupper():
            return None
    return None


def _clause_end(text: str, begin: int, end: int, *, by_dash: bool) -> int:
    marks = "—―–" if by_dash else ".:;"
    at = min((i for i in (text.find(mark, begin, end) for mark in marks) if i >= 0), default=end)
    return at


def _trimmed(text: str, begin: int, end: int) -> Place | None:
    while begin < end and (text[begin].isspace() or text[begin] in "—―–.,:;-"):
        begin += 1
    return (begin, end) if end - begin > 1 else None


def _line_end(text: str, begin: int) -> int:
    at = text.find("\n", begin)
    line = text[begin : at if at >= 0 else len(text)]
    return begin + len(line.rstrip())


def _interview(text: str, speakers: SpeakerFinder) -> Iterator[Speech]:
    """The answers of an interview: lines that begin with who speaks, some with "Q"."""
    turns = [m for m in _LABEL.finditer(text) if len(m["who"].split()) <= TUNED.name_words]
    asked = [m for m in turns if m["who"].casefold().rstrip(".") in _ASKS]
    if len(asked) < 2 and not _is_transcript(turns):
        return
    for turn in turns:
        if turn["who"].casefold().rstrip(".") in _ASKS:
            continue
        names = [m for m in speakers.mentions if turn.start() <= m.start < turn.end("who")]
        is_person = any(m.label in {"PERSON", "PER"} for m in names)
        if len(turn["who"]) > 1 and (is_person or _is_name(turn["who"])):
            end = _line_end(text, turn.end())
            if text[turn.start()] in '"“' and text[end - 1] in '"”':
                end -= 1
            yield Speech(((turn.end(), end),), None, turn.span("who"))


def _is_transcript(turns: Sequence[re.Match[str]]) -> bool:
    """Whether labels are those of people who speak in turn: at least two, each more than once."""
    counts = Counter(m["who"] for m in turns)
    often = [who for who, count in counts.items() if count > 1 and _is_name(who)]
    return len(often) > 1 and sum(counts[who] for who in often) > len(turns) / 2


def _is_name(who: str) -> bool:
    return all(word[:1].isupper() for word in who.split())
