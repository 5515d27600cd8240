"""What a story is called: the headline of the article that stands for it."""

from __future__ import annotations

from include.stories.tuned import TUNED as STORIES


def label_of(title: str, body: str) -> str:
    """The headline, or the start of the text; at most 140 characters, one line."""
    text = " ".join(title.split()) or " ".join(body[: 2 * STORIES.longest_label].split())
    if len(text) <= STORIES.longest_label:
        return text or "Untitled"
    return text[: STORIES.longest_label - 1].rsplit(" ", 1)[0] + "…"
