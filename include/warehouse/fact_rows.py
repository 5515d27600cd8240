"""The rows of facts, a record a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from include.records import Party, Span
from include.warehouse.rows import Cut, Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow(Stored):
    """What every fact has: its extraction, its text, and where it stands there."""

    extraction_id: int
    text_id: int
    start_char: int
    end_char: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow(FactRow):
    """A row of `core.mentions`."""

    stored_by: ClassVar[str] = "insert_mentions"
    label: str
    role: str | None
    entity_id: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRow(FactRow):
    """A row of `core.times`."""

    stored_by: ClassVar[str] = "insert_times"
    type: str
    value: str | None
    confidence: float
    mod: str | None
    on_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow(FactRow):
    """A row of `core.places`."""

    stored_by: ClassVar[str] = "insert_places"
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    confidence: float
    kind: str | None
    admin1: str | None
    is_main: bool
    is_metonym: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow(FactRow):
    """A row of `core.quotes`."""

    stored_by: ClassVar[str] = "insert_quotes"
    kind: str
    confidence: float
    speaker: Annotated[Span | None, Cut("speaker_start_char", "speaker_end_char", "speaker_text")]
    speaker_entity_id: int | None
    speaker_basis: str | None
    speaker_pronoun: Annotated[
        Span | None,
        Cut("speaker_pronoun_start_char", "speaker_pronoun_end_char", "speaker_pronoun"),
    ]
    speaker_gender: str | None
    cue: Annotated[Span | None, Cut("cue_start_char", "cue_end_char", "cue_text")]
    addressee: Annotated[
        Span | None, Cut("addressee_start_char", "addressee_end_char", "addressee_text")
    ]
    addressee_entity_id: int | None
    place_id: int | None
    time_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FragmentRow(Stored):
    """A row of `core.quote_fragments`."""

    stored_by: ClassVar[str] = "insert_quote_fragments"
    quote_id: int
    number: int
    start_char: int
    end_char: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutRow(FactRow):
    """A row of `core.left_out_quotes`."""

    stored_by: ClassVar[str] = "insert_left_out"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(Stored):
    """A row of `core.figures`: it stands in the text, or in the headline alone."""

    stored_by: ClassVar[str] = "insert_figures"
    extraction_id: int
    text_id: int
    start_char: int | None
    end_char: int | None
    headline_start_char: int | None
    headline_end_char: int | None
    headline: str | None
    text: str
    what: str
    low: Decimal | None
    high: Decimal | None
    bound: str
    unit: str | None
    place_text: str | None
    attributed_to: str | None
    attributed_to_entity_id: int | None
    told_by: str | None
    confidence: float
    place_id: int | None
    time_id: int | None
    of_what: Annotated[Span | None, Cut("of_what_start_char", "of_what_end_char", "of_what")]
    holder: Annotated[Party | None, Cut("holder_start_char", "holder_end_char", "holder")]
    holder_entity_id: int | None
    status: str
    change: str | None
    currency_basis: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(FactRow):
    """A row of `core.events`."""

    stored_by: ClassVar[str] = "insert_events"
    kind: str
    status: str
    confidence: float
    actor: Annotated[Party | None, Cut("actor_start_char", "actor_end_char", "actor_text")]
    actor_entity_id: int | None
    target: Annotated[Party | None, Cut("target_start_char", "target_end_char", "target_text")]
    target_entity_id: int | None
    place_id: int | None
    time_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordRow(Stored):
    """A row of `core.keywords`."""

    stored_by: ClassVar[str] = "insert_keywords"
    extraction_id: int
    text_id: int
    keyword: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow(Stored):
    """A row of `core.entities`."""

    stored_by: ClassVar[str] = "upsert_entities"
    kind: str
    name_key: str
    name: str
