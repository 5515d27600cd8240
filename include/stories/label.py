"""What a story is called: the headline of the article that stands for it."""

from __future__ import annotations

MAX_LABEL = 140


def label_of(title: str, body: str) -> str:
    """The headline, or the start of the text; at most 140 characters, one line."""
    text = " ".join(title.split()) or " ".join(body[: 2 * MAX_LABEL].split())
    if len(text) <= MAX_LABEL:
        return text or "Untitled"
    return text[: MAX_LABEL - 1].rsplit(" ", 1)[0] + "…"
