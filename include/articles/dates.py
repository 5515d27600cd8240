"""When an article was published and updated, from scored claims, and who made the claim.

Claims come from linked data, meta elements, time elements, the feed, the URL and, last,
the visible text (htmldate, Barbaresi 2020, https://doi.org/10.21105/joss.02439). A claim
before 1990 or more than a day after the page was fetched is dropped. Nothing is made up:
without a claim there is no date. An instant keeps the offset its page gives, which tells
the day its readers know it by; without one it is taken as UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from dateutil import parser as date_parser
from htmldate import find_date

from include.articles import linked_data
from include.articles.page import Page
from include.articles.prune import names_of

# Without a zone on purpose: what is parsed onto it keeps none of its own making.
_NO_DATE = datetime(1900, 1, 1)  # noqa: DTZ001
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
# Hours from UTC of the zones that pages abbreviate; others are not guessed.
_ZONES = {
    **dict.fromkeys(("UTC", "GMT", "Z", "WET", "UT"), 0),
    **{"BST": 3600, "CET": 3600, "MEZ": 3600, "WEST": 3600, "WAT": 3600},
    **{"CEST": 7200, "MESZ": 7200, "EET": 7200, "SAST": 7200, "CAT": 7200},
    **{"EEST": 10800, "MSK": 10800, "TRT": 10800, "EAT": 10800, "IST": 19800},
    **{"JST": 32400, "KST": 32400, "AEST": 36000, "AEDT": 39600, "NZST": 43200},
    **{"EST": -18000, "EDT": -14400, "CST": -21600, "CDT": -18000},
    **{"MST": -25200, "MDT": -21600, "PST": -28800, "PDT": -25200, "BRT": -10800},
}
_UNKNOWN_ZONE = re.compile(r"(?<=[\d\s])\(?([A-Z]{2,5})\)?\s{0,9}$")
_ISO_START = re.compile(r"^\s{0,9}(\d{4})-?(\d{2})-?(\d{2})")
_URL_DATE = re.compile(
    r"(?<![\d])(19[9]\d|20[0-4]\d)[/\-_.]?(0[1-9]|1[0-2])[/\-_.]?(0[1-9]|[12]\d|3[01])(?![\d])"
)
_PUBLISHED_META = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "published_at",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "published-date",
    "date.issued",
    "dcterms.date.issued",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
    "article_date_original",
    "originalpublicationdate",
    "timestamp",
    "rnews:datepublished",
)
_UPDATED_META = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "article:modified",
)
_IS_UPDATE = re.compile(
    r"\b(?:modif\w{0,6}|updat\w{0,6}|aktualisiert|actualiz\w{0,6}|mise? a jour)\b"
)
_IS_PUBLISHED = re.compile(
    r"\b(?:publish\w{0,4}|pub ?date|posted?|entry date|datum|article date|publi\w{0,8})\b"
)


@dataclass(frozen=True, slots=True)
class Dates:
    """The two instants, in the zone their page names, and the origin of the first."""

    published_at: datetime | None
    published_from: str | None
    updated_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Claim:
    at: datetime
    origin: str
    score: int
    has_time: bool


def find_dates(
    page: Page,
    *,
    fetched_at: datetime | None = None,
    feed_published_at: datetime | None = None,
) -> Dates:
    """The best claims of the page. See the module's head for who is believed."""
    latest = (fetched_at or datetime.now(UTC)) + timedelta(days=1)
    claims = [
        claim for claim in _published(page, feed_published_at) if _EARLIEST <= claim.at <= latest
    ]
    updated = [at for at in _updated(page) if _EARLIEST <= at <= latest]
    if not claims:
        claims = [c for c in _in_text(page, latest) if _EARLIEST <= c.at <= latest]
    if not claims:
        return Dates(None, None, max(updated, default=None))
    best = max(claims, key=lambda claim: claim.score)
    updated_at = max((at for at in updated if at >= best.at), default=None)
    return Dates(best.at, best.origin, updated_at)


def instant(text: Any) -> tuple[datetime, bool] | None:
    """The instant a machine-readable date names, in the zone it names (or UTC), and whether
    it has a time."""
    if not isinstance(text, str) or not 4 <= len(text.strip()) <= 60:
        return None
    text = text.strip()
    if re.fullmatch(r"\d{10}|\d{13}", text):
        try:
            return datetime.fromtimestamp(int(text[:10]), UTC), True
        except (OverflowError, OSError, ValueError):
            return None
    if not re.search(r"\d{4}", text):
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        try:
            zone = _UNKNOWN_ZONE.search(text)
            if zone is not None and zone[1] not in (*_ZONES, "AM", "PM"):
                text = text[: zone.start()]
            at = date_parser.parse(text, default=_NO_DATE, tzinfos=_ZONES)
        except (ValueError, OverflowError, TypeError, AttributeError):
            iso = _ISO_START.match(text)
            if iso is None:
                return None
            try:
                at = _NO_DATE.replace(int(iso[1]), int(iso[2]), int(iso[3]))
            except ValueError:
                return None
    if at.year <= 1900:
        return None
    has_time = ":" in text or bool(at.hour or at.minute)
    if at.tzinfo is None:
        return at.replace(tzinfo=UTC), has_time
    try:
        offset = at.utcoffset() or timedelta()
        return at.replace(tzinfo=timezone(offset) if offset else UTC), has_time
    except (OverflowError, ValueError):
        return None


def _published(page: Page, feed_published_at: datetime | None) -> Iterator[_Claim]:
    for rank, node in enumerate(linked_data.article_nodes(page.nodes)[:3]):
        yield from _claims(node.get("datePublished"), "json_ld", 100 - 4 * rank)
        yield from _claims(node.get("dateCreated"), "json_ld", 70 - 4 * rank)
    for rank, name in enumerate(_PUBLISHED_META):
        for value in page.meta.get(name, ())[:1]:
            yield from _claims(value, "meta", 90 - rank)
    yield from _time_elements(page)
    if feed_published_at is not None:
        at = feed_published_at
        yield _Claim(at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC), "feed", 60, True)
    for node in page.nodes:
        kinds = linked_data.types(node)
        if any(kind.endswith("Page") for kind in kinds):
            yield from _claims(node.get("datePublished"), "json_ld", 58)
    found = _URL_DATE.search(page.url[:600])
    if found is not None:
        try:
            at = datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC)
        except ValueError:
            return
        yield _Claim(at, "url", 45, False)


def _claims(value: Any, origin: str, score: int) -> Iterator[_Claim]:
    for text in linked_data.texts(value):
        found = instant(text)
        if found is not None:
            yield _Claim(found[0], origin, score + (2 if found[1] else 0), found[1])
            return


def _time_elements(page: Page) -> Iterator[_Claim]:
    for count, element in enumerate(page.tree.iter("time")):
        if count >= 12:
            return
        found = instant(element.get("datetime") or element.get("content"))
        if found is None:
            continue
        parent = element.getparent()
        words = f"{names_of(element)} {element.get('itemprop') or ''} ".lower()
        words += names_of(parent) if parent is not None else ""
        if _IS_UPDATE.search(words):
            continue
        score = 62 if element.get("pubdate") is not None or _IS_PUBLISHED.search(words) else 52
        in_head = any(a.tag in ("header", "article", "main") for a in element.iterancestors())
        yield _Claim(found[0], "time_element", score - 2 * count + 3 * in_head, found[1])


def _updated(page: Page) -> Iterator[datetime]:
    for node in linked_data.article_nodes(page.nodes)[:1]:
        for claim in _claims(node.get("dateModified"), "json_ld", 0):
            yield claim.at
    for name in _UPDATED_META:
        for value in page.meta.get(name, ())[:1]:
            for claim in _claims(value, "meta", 0):
                yield claim.at


def _in_text(page: Page, latest: datetime) -> Iterator[_Claim]:
    try:
        day = find_date(
            copy(page.tree),
            original_date=True,
            outputformat="%Y-%m-%d",
            min_date="1990-01-01",
            max_date=latest.strftime("%Y-%m-%d"),
        )
    except Exception:  # a date is worth no failed page, whatever htmldate meets
        return
    if day and not day.endswith("-01-01"):  # what it makes of a bare year, as in "© 2026"
        yield from _claims(day, "text", 30)
