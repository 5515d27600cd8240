"""A long text is read by its model in parts, so that memory does not follow its length.

A model holds some 6.5 KiB for each character that it reads at once. A part ends with a paragraph
where it can, since no name or clause spans two; else with a word. Facts are found in the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from include.extraction.reading.model_names import READ_AT_ONCE

_ENDS = tuple(re.compile(rf"(?<={end})(?=\S)") for end in (r"\n", r"[.!?…”»\"]\s", r"\s"))
"""Where a part may end, the better places first."""
_SHARE = 0.5
"""Of a part: what is looked through for a better place to end."""


def docs_of(nlp: Language, bodies: Sequence[str]) -> Iterator[Doc]:
    """The bodies as the model reads them, in order; their texts stay as they are."""
    if all(len(body) <= READ_AT_ONCE for body in bodies):
        yield from nlp.pipe(bodies, batch_size=max(1, len(bodies)))
        return
    for body in bodies:
        docs = list(nlp.pipe(parts_of(body), batch_size=1))
        whole = Doc.from_docs(docs, ensure_whitespace=False, exclude=("tensor", "user_data"))
        yield nlp.make_doc(body) if whole is None else whole


def parts_of(body: str, most: int = READ_AT_ONCE) -> list[str]:
    """The text in parts of at most so many characters, none of them blank but a blank text."""
    parts: list[str] = []
    at = 0
    while len(body) - at > most:
        end = _end(body, at, most)
        parts.append(body[at:end])
        at = end
    return [*parts, body[at:]]


def _end(body: str, at: int, most: int) -> int:
    first = at + int(most * (1 - _SHARE))
    for end in _ENDS:
        found = [one.start() for one in end.finditer(body, first, at + most)]
        if found:
            return found[-1]
    return at + most
