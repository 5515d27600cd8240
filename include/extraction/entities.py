"""Names in a text, each with the fullest form it takes there."""

from __future__ import annotations

from spacy.tokens import Doc

from include.records import Mention

LABELS = frozenset("PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK_OF_ART LAW".split())


def find_mentions(doc: Doc) -> tuple[Mention, ...]:
    """The names of a text in order."""
    return tuple(
        Mention(
            start=e.start_char, end=e.end_char, text=e.text, label=e.label_, entity=e.text,
            confidence=0.7,
        )
        for e in doc.ents
        if e.label_ in LABELS
    )  # fmt: skip
