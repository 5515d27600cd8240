"""Lines that end at a width: read as the paragraphs they are of, offset for offset.

Agencies and mailing lists break their lines at some 72 columns. There a line end parts
nothing, so a model that begins a sentence at each reads halves of clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from include.extraction.reading.tuned import TUNED

_CLOSING = "\"”»'’)]"
_ENDS = (".", "?", "!", ":")
_BEGINS_ANEW = re.compile(r"\s{2}|\t|[-–—*•>|#]|\d{1,3}[.)]\s")
_GOES_ON = re.compile(r"[^\W\d_A-ZÀ-ÖØ-Þ]|\d|[$€£¥]\d")
#: Words that no line of a list, a title or a paragraph ends with.
_OPEN = frozenset(
    str.split(
        "a an the of in on at to from by for with and or than as is was were has had that its his "
        "her their der die das den dem des ein eine und oder von in im zu auf mit für le la les "
        "des du de et ou à un une el los las y o en con del al por para que"
    )
)
_LINE = re.compile(r"[^\n]*\n?")

Break = tuple[int, str, str]


def unwrapped(text: str) -> str:
    """The text with a space for each line end that only a width has made.

    It is as long as before, so every offset holds in both. A text whose lines end with
    their paragraphs, a list and a table stay as they are.
    """
    if text.count("\n") < 1:
        return text
    found = list(_breaks(text))
    cut = [one for one in found if not _is_end(one[1])]
    if 2 * len(cut) < len(found) or not _is_running(text, cut):
        return text
    letters = list(text)
    for at, _, _ in found:
        letters[at] = " "
    return "".join(letters)


def _breaks(text: str) -> Iterator[Break]:
    """(where, the line, the next line) of the line ends that a width may have made."""
    block: list[tuple[int, str]] = []
    for match in _LINE.finditer(text):
        line = match.group().rstrip("\r\n")
        if line.strip():
            block.append((match.start(), line))
            if match.end() < len(text):
                continue
        yield from _breaks_of(block)
        block = []


def _breaks_of(block: list[tuple[int, str]]) -> Iterator[Break]:
    width = max((len(line.rstrip()) for _, line in block), default=0)
    if not TUNED.narrowest <= width <= TUNED.widest:
        return
    for (start, line), (_, behind) in pairwise(block):
        first = behind.split(None, 1)[0]
        slack = 0 if _is_end(line) else TUNED.wrapped_slack
        is_full = len(line.rstrip()) + 1 + len(first) > width - slack
        if is_full and " " in line.strip() and not _BEGINS_ANEW.match(behind):
            yield start + len(line), line, behind


def _is_end(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.rstrip().rstrip(_CLOSING).endswith(_ENDS)


def _is_running(text: str, cut: list[Break]) -> bool:
    """Whether lines run on into the next, or end with the words of a text in capitals."""
    if text.isupper():
        return len(cut) >= TUNED.wrapped_capitals
    return 0 < len(cut) <= 3 * sum(_runs_on(line, behind) for _, line, behind in cut)


def _runs_on(line: str, behind: str) -> bool:
    last = line.rstrip().rpartition(" ")[2]
    return _GOES_ON.match(behind.lstrip()) is not None or last.endswith(",") or last in _OPEN
