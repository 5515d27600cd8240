"""Stretches between quotation marks, in every convention news uses.

Straight and curly, single and double, guillemets either way round, German low marks,
TeX marks. A mark that stays open at the end of a paragraph runs on where the next
paragraph opens with one again, else it ends with its paragraph. One pass a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DOUBLE_OPEN: dict[str, frozenset[str]] = {
    "“": frozenset({"”"}),
    "„": frozenset({"“", "”"}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
    "‟": frozenset({"”"}),
    "``": frozenset({"''"}),
    "‘‘": frozenset({"’’"}),
    "「": frozenset({"」"}),
}
_MARK = re.compile(r"``|''|‘‘|’’|[“”„‟«»\"‘’‚'＂「」]")
_STRAIGHT = frozenset({'"', "''", "＂"})
_ELISIONS = re.compile(r"['’](?:\d0s|\d\d\b|em\b|til\b|cause\b|tis\b|twas\b|n\b|round\b|s\b)", re.I)
_MAX_SINGLE = 600
_FEET = re.compile(r"\d['’′]\s?-?\d{1,2}(?:½|¼|\.\d)?$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch, marks included: [start, end). `closed` tells whether it ends in one.

    `parts` are its pieces, more than one where it runs over paragraphs.
    """

    start: int
    end: int
    closed: bool
    parts: tuple[tuple[int, int], ...]


def find_quoted(text: str) -> list[Quoted]:
    """The outermost quoted stretches of a text in order; nested ones are inside them."""
    found: list[Quoted] = []
    start = 0
    for line in text.split("\n"):
        pieces = _paragraph(text, start, start + len(line))
        if pieces and found and _runs_on(text, found[-1], pieces[0], start):
            found[-1] = _joined(found[-1], pieces.pop(0))
        found += pieces
        start += len(line) + 1
    return found


def _runs_on(text: str, before: Quoted, here: Quoted, paragraph: int) -> bool:
    if before.closed or text[paragraph : here.start].strip():
        return False
    return "\n" in text[before.end : here.start] and not text[before.end : here.start].strip()


def _joined(before: Quoted, here: Quoted) -> Quoted:
    return Quoted(before.start, here.end, here.closed, before.parts + here.parts)


def _paragraph(text: str, begin: int, end: int) -> list[Quoted]:
    marks = [(m.start(), m[0]) for m in _MARK.finditer(text, begin, end)]
    found: list[Quoted] = []
    opened: tuple[int, str] | None = None
    depth = 0
    for position, (at, mark) in enumerate(marks):
        if opened is None:
            if _opens(text, begin, end, at, mark, marks, position):
                opened, depth = (at, mark), 0
            continue
        start, opener = opened
        if mark == opener and opener in {"“", "„", "«"} and not _is_tail(text, begin, end, at):
            depth += 1
        elif _closes(text, begin, end, at, mark, opener):
            if depth and opener in {"„", "«"}:
                depth -= 1
                continue
            stop = at + len(mark)
            found.append(Quoted(start, stop, True, ((start, stop),)))
            opened = None
    if opened is not None and opened[1] not in {"‘", "'", "‚", "»"}:
        stop = end - (len(text[begin:end]) - len(text[begin:end].rstrip()))
        if stop > opened[0] + 1:
            found.append(Quoted(opened[0], stop, False, ((opened[0], stop),)))
    return found


def _is_tail(text: str, begin: int, end: int, at: int) -> bool:
    """Whether a mark stands at the end of words: “so typed“."""
    before = text[at - 1] if at > begin else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isspace() and not after.isalnum()


def _is_inches(text: str, begin: int, at: int) -> bool:
    """Whether a mark stands behind feet and inches: 6’ 2”."""
    return _FEET.search(text, max(begin, at - 12), at) is not None


def _opens(
    text: str,
    begin: int,
    end: int,
    at: int,
    mark: str,
    marks: list[tuple[int, str]],
    position: int,
) -> bool:
    before = text[at - 1] if at > begin else " "
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if mark in {"“", "„", "«", "``", "‘‘", "‟", "「"}:
        return True
    if mark == "»":
        return (
            not before.isalnum()
            and after.isalnum()
            and any(m == "«" for _, m in marks[position + 1 : position + 2])
        )
    if mark in _STRAIGHT:
        if mark == "''" and before.isalnum() and after.isalnum():
            return False
        return not after.isspace() or before.isspace() or before in "([—–-"
    if mark in {"‘", "'", "‚"}:
        if before.isalnum() or after.isspace() or not (after.isalnum() or after in '“"$£€.¿¡['):
            return False
        if mark == "'" and _ELISIONS.match(text, at):
            return False
        return any(
            other - at < _MAX_SINGLE and _closes(text, begin, end, other, m, mark)
            for other, m in marks[position + 1 : position + 12]
        )
    return False


def _closes(text: str, begin: int, end: int, at: int, mark: str, opener: str) -> bool:
    if opener in {"‘", "'", "‚"}:
        if mark not in {"‘": "’", "'": "'’", "‚": "‘’"}[opener]:
            return False
        before = text[at - 1] if at > begin else " "
        after = text[at + 1] if at + 1 < end else " "
        if after.isalnum() or before.isspace():
            return False
        return not (before in "sS" and after == " " and text[at + 2 : at + 3].islower()) or (
            "’" not in text[at + 1 : min(end, at + 200)] and "'" not in text[at + 1 : at + 200]
        )
    if mark in _STRAIGHT and opener in _STRAIGHT:
        after = text[at + len(mark)] if at + len(mark) < end else " "
        before = text[at - 1] if at > begin else " "
        return not (before.isspace() and after.isalnum())
    if mark in {"”", '"'} and _is_inches(text, begin, at):
        return False
    if (opener, mark) in {("“", '"'), ('"', "”")}:
        return True
    if opener == "“" and mark == "“":
        return _is_tail(text, begin, end, at)
    return mark in _DOUBLE_OPEN.get(opener, ())
