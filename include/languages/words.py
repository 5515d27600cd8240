"""Words of a language as the files write them: running text, which reads and compares best."""

from __future__ import annotations

Words = frozenset[str]
NO_WORDS: Words = frozenset()


def words(text: str) -> Words:
    """The words of a text that are separated by white space."""
    return frozenset(text.split())
