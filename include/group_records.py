"""The records by which copies and stories are grouped: frozen, typed, without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What copies of a text are found by: `bands` are up to 48 hashes of 63 bits;
    two texts that share any one may be copies."""

    text_id: str
    sha256: str
    words: int
    bands: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyVerdict:
    """Whether `text_id` is a copy of `copy_of`, with the measured score and why."""

    text_id: str
    copy_of: str | None
    reason: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleToGroup:
    """What grouping knows of an article. `entities` and `places` are normalised names."""

    id: str
    text_id: str
    title: str
    body: str
    published_at: datetime | None
    publisher: str
    language: str | None = None
    entities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
