"""Normal words of a text, and hashes of its word sequences: what copies are compared by.

Two texts with the same normal words are the same text: case, space, punctuation and
the choice between compatible characters (ﬁ and fi, full-width digits) do not count.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

SEQUENCE = 5
MAX_WORDS = 20_000

# Scripts that write no space between words count one word a character.
_UNSPACED = (
    "\u0e00-\u0eff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17b3"
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def normal_words(text: str) -> list[str]:
    """The words of `text`, case-folded, in order; no punctuation, no space."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def written_words(text: str) -> list[re.Match[str]]:
    """The words of `text` as written, each with its position."""
    return list(_WORD.finditer(text))


def sequences(words: list[str], length: int = SEQUENCE) -> list[str]:
    """Every run of `length` neighbouring words, joined by spaces; none in a shorter text."""
    parts = [words[start : len(words) - length + 1 + start] for start in range(length)]
    return [" ".join(run) for run in zip(*parts, strict=True)] if len(words) >= length else []


def hash63(text: str) -> int:
    """A hash of `text` from 0 to 2⁶³ − 1, the same in every process: a Postgres bigint."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()) >> 1
