"""Words and phrases that tell what a text is about."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from include.records import Keyword, Mention


def find_keywords(
    doc: Doc, mentions: Sequence[Mention], *, title: str = "", most: int = 10
) -> tuple[Keyword, ...]:
    """The keywords of a text, best first."""
    return ()
