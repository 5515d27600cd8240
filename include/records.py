"""The records that pass between stages: frozen, typed, without behaviour.

Offsets (`start`, `end`) count Unicode code points in the article's body, end
exclusive, so `body[start:end] == text` for every span. Instants are aware datetimes;
those read from a page keep the page's UTC offset. Confidences lie between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A URL that lists entries, as a seed file states it; `kind` is feed or (HTML) page."""

    feed_id: str
    url: str
    publisher: str
    title: str = ""
    language: str | None = None
    country: str | None = None
    kind: str = "feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a server answered to one GET, after redirects, decompressed.

    `body` is empty for a 304. `requested_url` is the URL asked for, `url` the one
    that answered; `redirects` lists (status, location) of each hop. `wire_bytes` is the size
    of the body as it came, `request_headers` what was sent with the last hop.
    """

    requested_url: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    elapsed_ms: int
    redirects: tuple[tuple[int, str], ...] = ()
    request_headers: Mapping[str, str] = field(default_factory=dict)
    wire_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One item as its feed states it. `entry_id` is the feed's own identifier (guid, id), or the
    entry's URL where it gives none, or a hash of its words. Text fields are plain text, never
    HTML; `terms` are those of an RSL licence, as `rsl.Terms` writes them."""

    entry_id: str
    url: str | None
    title: str
    authors: tuple[str, ...] = ()
    summary: str = ""
    published_at: datetime | None = None
    updated_at: datetime | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    terms: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDocument:
    """A parsed feed: what it says of itself, and its entries in document order. `left_out` counts
    entries beyond the limit (all but the newest), `licences` are addresses of RSL licences, `hub`
    and `topic` where, and as what, news of it can be subscribed to."""

    format: str
    title: str
    language: str | None
    ttl_minutes: int | None
    entries: tuple[FeedEntry, ...]
    left_out: int = 0
    licences: tuple[str, ...] = ()
    hub: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """A page as it was fetched, with what its feed said of it: the input of cleaning."""

    url: str
    body: bytes
    content_type: str | None = None
    feed_title: str | None = None
    feed_authors: tuple[str, ...] = ()
    feed_published_at: datetime | None = None
    feed_language: str | None = None
    publisher_country: str | None = None
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Why a page may hold no article, or not all of it.

    `reason` is listing, table, gallery, media, offer, short, paywall, consent or service (a page
    of a site's own business); `score` says how likely it is, `detail` what was seen.
    """

    reason: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateHint:
    """A day that a page names without saying that its article was published then; `origin` is
    where it stands: markup, a printed day of unknown meaning."""

    at: datetime
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanArticle:
    """An article without its page: paragraphs of `body` are separated by one newline.

    `credit` is the news agency it is credited to, `credit_from` where the page says so: dateline,
    byline, foot, or help where the page only says that the agency helped.
    `published_from` names where the date came from: feed, json_ld, meta, time_element,
    url, text, or None where `published_at` is None; an instant without a zone is the local
    time of the page's country where that has one; `published_hint` is a day that may be meant
    where none is stated. `doubt` says why it may be no article, or not all of one; None where
    nothing speaks against it. `license` is a URL or short name the page
    gives, `wishes` what it says of machines, as `name=value`, `name: value` or a bare name.
    """

    url: str
    canonical_url: str
    title: str
    body: str
    authors: tuple[str, ...]
    published_at: datetime | None
    published_from: str | None
    updated_at: datetime | None
    language: str | None
    language_declared: str | None
    section: str | None
    tags: tuple[str, ...]
    image_url: str | None
    credit: str | None
    is_free: bool | None
    method: str
    method_reason: str
    cleaned_by: str
    license: str | None = None
    wishes: tuple[str, ...] = ()
    doubt: Doubt | None = None
    published_hint: DateHint | None = None
    credit_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of a body."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a text. `entity` is the fullest form of the name within this text."""

    start: int
    end: int
    text: str
    label: str
    entity: str
    confidence: float
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Something said: `start` and `end` are the outer span, `fragments` its parts.
    `kind` is direct, indirect or mixed. `speaker` is the span as written, `speaker_entity` the
    name it resolves to; `speaker_basis` how it is told: named, title, pronoun, described (no
    name) or nearest; `speaker_gender` (f, m) is by the word `speaker_pronoun` ("she", "Mr").
    `place_start` and `time_start` are where the place and day begin that its cue's clause gives.
    """

    start: int
    end: int
    text: str
    kind: str
    fragments: tuple[Span, ...]
    speaker: Span | None
    speaker_entity: str | None
    cue: Span | None
    confidence: float
    addressee: Span | None = None
    addressee_entity: str | None = None
    place_start: int | None = None
    time_start: int | None = None
    speaker_basis: str | None = None
    speaker_pronoun: Span | None = None
    speaker_gender: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Span):
    """Words that are kept as no statement; `reason` is one of `vocabulary.LeftOut`."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Span):
    """Whose a figure is, or who takes part in an event; `entity` is the name in full."""

    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number somebody reports, in the `where` of body or headline that its offsets count in.

    `what` is killed, wounded, missing, arrested, displaced, evacuated, kidnapped, freed,
    protesters, infected, money, percent, term, count or the noun counted. `low` and `high` are
    exact decimals, None at an open end; `bound` exact, at_least, at_most, about or between.
    `unit` is person, an ISO 4217 code (`currency_basis` says by what it is known), percent,
    percentage_point, fraction or a singular noun. `of_what` is measured, `holder` whose it is;
    `status` actual, forecast, possible, negated or earlier. `compared_with`, `place_start`,
    `time_start`, `part_of`, `superseded_by` tell where its fellow begins.
    """

    start: int
    end: int
    text: str
    what: str
    low: Decimal | None
    high: Decimal | None
    bound: str
    unit: str | None
    place: str | None
    confidence: float
    of_what: Span | None = None
    holder: Party | None = None
    status: str = "actual"
    compared_with: int | None = None
    change: str | None = None
    attributed_to: str | None = None
    attributed_entity: str | None = None
    told_by: str | None = None
    place_start: int | None = None
    time_start: int | None = None
    part_of: int | None = None
    superseded_by: int | None = None
    where: str = "body"
    currency_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time in a text. `type` is DATE, TIME, DURATION or SET; `value` is TIMEX3 style.

    `mod` is TIMEX3's modifier of a fuzzy time: APPROX, BEFORE, AFTER, START, MID, END,
    EQUAL_OR_LESS, EQUAL_OR_MORE, LESS_THAN or MORE_THAN.
    """

    start: int
    end: int
    text: str
    type: str
    value: str | None
    confidence: float
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A mention resolved to a position in degrees (WGS 84). Unresolved: position None.

    `kind` is continent, country, state, region, county, town or landmark, and `admin1`
    GeoNames' code of the state or province it lies in, within its country. `is_main`: where
    the text's events are; `is_metonym`: named for its government.
    """

    start: int
    end: int
    text: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    confidence: float
    kind: str | None = None
    admin1: str | None = None
    is_main: bool = False
    is_metonym: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, at the word that tells of it.

    `kind` is one of those of `include.extraction.events`; `actor` is who did it, `target` whom
    or what it befell. `status` is actual, forecast (planned, expected), possible (may have,
    alleged), negated (denied, averted) or earlier. `place_start` and `time_start` are where the
    place and the day begin that its clause gives.
    """

    start: int
    end: int
    text: str
    kind: str
    status: str
    confidence: float
    actor: Party | None = None
    target: Party | None = None
    place_start: int | None = None
    time_start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A word or phrase that tells what a text is about."""

    text: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextToExtract:
    """A body with what extraction may know of it. `published_at` anchors "Thursday"."""

    id: str
    body: str
    title: str = ""
    language: str | None = None
    published_at: datetime | None = None
    publisher_country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedText:
    """Every fact of one text, each tuple in order of `start` (keywords by score); `rules` are the
    digests of rules, `headline` one that figures stand in, `cut` counts facts beyond bounds."""

    id: str
    language: str
    extractor: str
    config_hash: str
    rules: Mapping[str, str] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    headline: str | None = None
    cut: int = 0
