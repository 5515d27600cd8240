"""Normal words of a text, and hashes of its word sequences: what copies are compared by.

Two texts with the same normal words are the same text: case, space, punctuation and
the choice between compatible characters (ﬁ and fi, full-width digits) do not count.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from itertools import takewhile

from include.stories.tuned_copies import TUNED as COPIES

# Scripts that write no space between words count one word a character.
_UNSPACED_BLOCKS = [
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F40, 0x0FBC),  # Tibetan
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17B3),  # Khmer
    (0x3040, 0x30FF),  # Japanese syllables
    (0x3400, 0x4DBF),  # Chinese characters, as in the next two
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
]
# Vowel signs and accents belong to the letter before them; \w alone would split there.
_MARKS = {char for char in map(chr, range(0x300, 0x11000)) if unicodedata.category(char)[0] == "M"}
_UNSPACED = {chr(code) for low, high in _UNSPACED_BLOCKS for code in range(low, high + 1)} - _MARKS
_SPECIAL = _MARKS | _UNSPACED
_ONE = f"[{''.join(f'{chr(low)}-{chr(high)}' for low, high in _UNSPACED_BLOCKS)}]"
_MARK = f"[{''.join(sorted(_MARKS))}]"
_BREAK = re.compile(r"[.!?:\n“\"«]")
_PLAIN = re.compile(r"[^\W_]+")
_WORD = re.compile(rf"(?!{_MARK}){_ONE}{_MARK}*|(?:(?!{_ONE})[^\W_]{_MARK}*)+")


def normal_words(text: str) -> list[str]:
    """The words of `text`, case-folded, in order; no punctuation, no space."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _pattern(folded).findall(folded)


def written_words(text: str) -> list[re.Match[str]]:
    """The words of `text` as written; positions count in its NFKC form (`match.string`)."""
    normal = unicodedata.normalize("NFKC", text)
    return list(_pattern(normal).finditer(normal))


def _pattern(text: str) -> re.Pattern[str]:
    # The general pattern is ten times slower, and most texts need only the plain one.
    return _PLAIN if _SPECIAL.isdisjoint(set(text)) else _WORD


def opens_sentence(match: re.Match[str], previous_end: int) -> bool:
    """Whether this word is the first of its sentence; `previous_end` is −1 for no word before."""
    return previous_end < 0 or bool(_BREAK.search(match.string, previous_end, match.start()))


def names_and_numbers(text: str, most: int) -> tuple[dict[int, str], dict[int, str]]:
    """The names and the numbers among the first `most` words, each by its position.

    A name is a capitalised word that does not begin a sentence, as a normal word; a
    number is the digits that a word begins with.
    """
    names: dict[int, str] = {}
    numbers: dict[int, str] = {}
    end = -1
    for position, match in enumerate(written_words(text)[:most]):
        word = match[0]
        if word[0].isdigit():
            numbers[position] = "".join(takewhile(str.isdigit, word))
        elif word[0].isupper() and not opens_sentence(match, end):
            names[position] = word.casefold()
        end = match.end()
    return names, numbers


def sequences(words: list[str], length: int = COPIES.sequence) -> list[str]:
    """Every run of `length` neighbouring words, joined by spaces; none in a shorter text."""
    parts = [words[start : len(words) - length + 1 + start] for start in range(length)]
    return [" ".join(run) for run in zip(*parts, strict=True)] if len(words) >= length else []


def is_unspaced(word: str) -> bool:
    """Whether `word` is one character of a script without spaces."""
    return word[0] in _UNSPACED


def hash63(text: str) -> int:
    """A hash of `text` from 0 to 2⁶³ − 1, the same in every process: a Postgres bigint."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()) >> 1
