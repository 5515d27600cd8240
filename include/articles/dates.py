"""When an article was published and updated, from scored claims, and who made the claim.

Claims come from linked data, meta elements, time elements, the feed, the URL and, last,
the visible text (`visible_dates.py`, then htmldate, Barbaresi 2020,
https://doi.org/10.21105/joss.02439). A claim before 1990 or more than a day after the page
was fetched is dropped. Nothing is made up: without a claim there is no date. An instant
keeps the offset its page gives, which tells the day its readers know it by; without one it
is the local time of the page's country where that has one, and otherwise UTC. One stored
in UTC is told in the zone that the page, or its country, gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any

from htmldate import find_date

from include.articles import linked_data
from include.articles.instants import instant, zone_of
from include.articles.page import Page
from include.articles.prune import names_of
from include.articles.visible_dates import country_of, url_month, visible_date

# Below this score no claim is a statement about publication: what is printed is asked too.
_DOUBTFUL = 57
_MAX_TIMES = 12
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
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
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
)
# They name a date, not of what: of publication, of the last change, of the file.
_VAGUE_META = (
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
    "timestamp",
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
    r"\b(?:(?:date)?publish\w{0,4}|pub ?date|posted?|entry date|datum|article date|"
    r"publi\w{0,8})\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:comments?|kommentare?|related|teasers?|sidebar|recommend\w{0,8}|popular|latest|"
    r"widget|trending)\b"
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
    titles: frozenset[str] = frozenset(),
    language: str | None = None,
    fetched_at: datetime | None = None,
    feed_published_at: datetime | None = None,
) -> Dates:
    """The best claims of the page. See the module's head for who is believed.

    `titles` are its names for its article, folded, `language` the one it declares.
    """
    latest = (fetched_at or datetime.now(UTC)) + timedelta(days=1)
    local = zone_of(country_of(page))
    claims = [
        claim
        for claim in _published(page, feed_published_at, local)
        if _EARLIEST <= claim.at <= latest
    ]
    updated = [at for at in _updated(page, local) if _EARLIEST <= at <= latest]
    if max((claim.score for claim in claims), default=0) < _DOUBTFUL:
        printed = visible_date(page, titles, language, latest)
        if printed is not None:
            claims.append(_Claim(printed.at, "text", 30 + printed.score, False))
    if not claims:
        claims = [c for c in _in_text(page, latest) if _EARLIEST <= c.at <= latest]
    if not claims:
        return Dates(None, None, max(updated, default=None))
    best = _timed(max(claims, key=lambda claim: claim.score), claims)
    updated_at = max((at for at in updated if at >= best.at), default=None)
    return Dates(_local(best, claims, local), best.origin, updated_at)


def _timed(best: _Claim, claims: list[_Claim]) -> _Claim:
    """`best`, or a claim of the same day that knows the time too."""
    if best.has_time:
        return best
    same = (c for c in claims if c.has_time and c.at.date() == best.at.date())
    return max(same, key=lambda claim: claim.score, default=best)


def _local(best: _Claim, claims: list[_Claim], local: tzinfo) -> datetime:
    """The instant in the zone of its readers, where it was given in UTC.

    Content systems store UTC; the page beside it often names the same instant with its
    offset, and most countries have one zone. A day without a time stays the day it is.
    """
    if best.at.utcoffset() or not best.has_time:
        return best.at
    other = next((c.at for c in claims if c.at == best.at and c.at.utcoffset()), None)
    zone = other.tzinfo if other is not None else local
    try:
        at = best.at.astimezone(zone)
    except (OverflowError, ValueError):
        return best.at
    offset = at.utcoffset()
    return at.replace(tzinfo=timezone(offset)) if offset else best.at


def _published(page: Page, feed_published_at: datetime | None, local: tzinfo) -> Iterator[_Claim]:
    for rank, node in enumerate(linked_data.article_nodes(page.nodes)[:3]):
        yield from _claims(node.get("datePublished"), "json_ld", 100 - 4 * rank, local)
        yield from _claims(node.get("dateCreated"), "json_ld", 70 - 4 * rank, local)
    for rank, name in enumerate(_PUBLISHED_META):
        for value in page.meta.get(name, ())[:1]:
            yield from _claims(value, "meta", 90 - rank, local)
    for name in _VAGUE_META:
        for value in page.meta.get(name, ())[:1]:
            yield from _claims(value, "meta", 42, local)
    yield from _time_elements(page, local)
    if feed_published_at is not None:
        at = feed_published_at
        yield _Claim(at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC), "feed", 60, True)
    for node in page.nodes:
        kinds = linked_data.types(node)
        if any(kind.endswith("Page") for kind in kinds):
            yield from _claims(node.get("datePublished"), "json_ld", 58, local)
    found = _URL_DATE.search(page.url[:600])
    if found is not None:
        try:
            at = datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC)
        except ValueError:
            return
        yield _Claim(at, "url", 56, False)


def _claims(value: Any, origin: str, score: int, local: tzinfo = UTC) -> Iterator[_Claim]:
    for text in linked_data.texts(value):
        found = instant(text, local)
        if found is not None:
            yield _Claim(found[0], origin, score + (2 if found[1] else 0), found[1])
            return


def _time_elements(page: Page, local: tzinfo) -> Iterator[_Claim]:
    count = 0
    for element in page.tree.iter("time"):
        found = instant(element.get("datetime") or element.get("content"), local)
        if found is None:
            continue
        count += 1
        if count > _MAX_TIMES:
            return
        parent = element.getparent()
        role = (element.get("itemprop") or "").lower()
        words = f"{names_of(element)} {role} "
        words += names_of(parent) if parent is not None else ""
        if _IS_UPDATE.search(words) or role == "datemodified":
            continue
        around = list(element.iterancestors())
        if any(_ELSEWHERE.search(names_of(each)) for each in around[:6]):
            continue
        score = 62 if element.get("pubdate") is not None or _IS_PUBLISHED.search(words) else 52
        in_head = any(each.tag in ("header", "article", "main") for each in around)
        yield _Claim(found[0], "time_element", score - 2 * count + 2 + 3 * in_head, found[1])


def _updated(page: Page, local: tzinfo) -> Iterator[datetime]:
    for node in linked_data.article_nodes(page.nodes)[:1]:
        for claim in _claims(node.get("dateModified"), "json_ld", 0, local):
            yield claim.at
    for name in _UPDATED_META:
        for value in page.meta.get(name, ())[:1]:
            for claim in _claims(value, "meta", 0, local):
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
    # A bare year, as in "© 2026", it takes for the first of January, "/2026/03/" for the first
    # of March; and what the URL says of the month stands against any other.
    month = url_month(page.url)
    if not day or day.endswith("-01-01") or (month and day == f"{month}-01"):
        return
    if month is None or day.startswith(month):
        yield from _claims(day, "text", 30)
