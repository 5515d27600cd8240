"""When an article was published and updated, from scored claims, and who made the claim.

Claims come from linked data, meta elements, time elements, the feed, the URL and, last,
the visible text (`visible_dates.py`). A claim before 1990 or more than a day after the page
was fetched is dropped. Nothing is made up: without a claim there is no date, and a day that
stands in a script, an image's path, a box of other pages, a comment, a footer or a sentence
is no claim. A printed day of unknown meaning is given as a hint, apart from the date. An instant
keeps the offset its page gives, which tells the day its readers know it by; without one it
is the local time of the page's country where that has one, and otherwise UTC. One stored
in UTC is told in the zone that the page, or its country, gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import islice
from typing import Any

from include.articles import linked_data
from include.articles.beside import in_card, is_beside
from include.articles.instants import instant, zone_of
from include.articles.page import Page
from include.articles.prune import names_of
from include.articles.visible_dates import country_of, visible_date, writes_month_first
from include.records import DateHint

# Below this score no claim is a statement about publication: what is printed is asked too.
_DOUBTFUL = 57
_MAX_TIMES = 12
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_URL_DATE = re.compile(
    r"(?<![\d])(19[9]\d|20[0-4]\d)[/\-_.]?(0[1-9]|1[0-2])[/\-_.]?(0[1-9]|[12]\d|3[01])(?![\d])"
)
# A day that is no month leaves no doubt that it comes first.
_URL_DAY_FIRST = re.compile(
    r"(?<![\d-])(1[3-9]|2\d|3[01])[-_.](0[1-9]|1[0-2])[-_.](20[0-4]\d)(?![\d-])"
)
# Folders of a year, a month and a day leave no doubt, with one digit too.
_URL_FOLDERS = re.compile(r"/(20[0-4]\d)/(1[0-2]|0?[1-9])/(3[01]|[12]\d|0?[1-9])/")
_URL_DIGITS = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(20[0-4]\d)(?!\d)")
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
# Publishers put their own letters before the common names: "w-published-date".
_PUBLISHED_META_NAME = re.compile(
    r"(?:^|[.:_-])(?:date-?published|(?:first-?)?publish(?:ed)?-?(?:date|time)|"
    r"publication-?(?:date|time))$"
)
_MOST_META = 200
# Works that are no articles, though they are dated as such.
_WORKS = frozenset({"HowTo", "Recipe", "CreativeWork"})
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
    r"widget|trending|most (?:read|viewed|popular)|mais lidas|mas leidas|meistgelesen|footer)\b"
)


@dataclass(frozen=True, slots=True)
class Dates:
    """The two instants, in the zone their page names, and the origin of the first."""

    published_at: datetime | None
    published_from: str | None
    updated_at: datetime | None
    hint: DateHint | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """How a page's dates are read: the zone of times without one, the language, its titles."""

    local: tzinfo
    language: str | None
    titles: frozenset[str]


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
    country = country_of(page)
    how = _Read(zone_of(country), _speech(page, language, country), titles)
    claims = [
        claim
        for claim in _published(page, feed_published_at, how)
        if _EARLIEST <= claim.at <= latest
    ]
    updated = [at for at in _updated(page, how) if _EARLIEST <= at <= latest]
    hint = None
    if max((claim.score for claim in claims), default=0) < _DOUBTFUL:
        printed = visible_date(page, titles, language, latest)
        if printed.published is not None:
            claims.append(_Claim(printed.published, "text", 30 + printed.score, False))
        if printed.updated is not None and not updated:
            updated = [printed.updated]
        if printed.hint is not None:
            hint = DateHint(at=printed.hint, origin="markup")
    if not claims:
        return Dates(None, None, max(updated, default=None), hint)
    best = _timed(max(claims, key=lambda claim: claim.score), claims)
    updated_at = max((at for at in updated if at >= best.at), default=None)
    return Dates(_local(best, claims, how.local), best.origin, updated_at)


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


def _speech(page: Page, language: str | None, country: str | None) -> str | None:
    """The language of the page with its country, which tell whether the day comes first."""
    if language == "en" and country is None:
        return "en-US" if writes_month_first(page, language) else "en-GB"
    return f"{language}-{country.upper()}" if language and country else language


def _published(page: Page, feed_published_at: datetime | None, how: _Read) -> Iterator[_Claim]:
    for rank, node in enumerate(linked_data.article_nodes(page.nodes)[:3]):
        yield from _claims(node.get("datePublished"), "json_ld", 100 - 4 * rank, how)
        yield from _claims(node.get("dateCreated"), "json_ld", 70 - 4 * rank, how)
    for rank, name in enumerate(_PUBLISHED_META):
        for value in page.meta.get(name, ())[:1]:
            yield from _claims(value, "meta", 90 - rank, how)
    for name in islice(page.meta, _MOST_META):
        if _PUBLISHED_META_NAME.search(name.replace("_", "-")) and name not in _PUBLISHED_META:
            for value in page.meta[name][:1]:
                yield from _claims(value, "meta", 50, how)
    for name in _VAGUE_META:
        for value in page.meta.get(name, ())[:1]:
            yield from _claims(value, "meta", 42, how)
    yield from _time_elements(page, how)
    if feed_published_at is not None:
        at = feed_published_at
        yield _Claim(at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC), "feed", 60, True)
    for node in page.nodes:
        kinds = linked_data.types(node)
        if any(kind in _WORKS or kind.endswith("Page") for kind in kinds):
            yield from _claims(node.get("datePublished"), "json_ld", 58, how)
    found = _URL_DATE.search(page.url[:600]) or _URL_FOLDERS.search(page.url[:600])
    parts = (found[1], found[2], found[3]) if found is not None else None
    if parts is None and (turned := _day_first(page.url, how)) is not None:
        parts = (turned[3], turned[2], turned[1])
    if parts is not None:
        try:
            at = datetime(int(parts[0]), int(parts[1]), int(parts[2]), tzinfo=UTC)
        except ValueError:
            return
        yield _Claim(at, "url", 56, False)


def _day_first(url: str, how: _Read) -> re.Match[str] | None:
    """A day in a URL that begins with it: beyond doubt, or as the page's language writes days."""
    found = _URL_DAY_FIRST.search(url[:600])
    is_foreign = how.language is not None and not how.language.startswith("en")
    return found or (_URL_DIGITS.search(url[:600]) if is_foreign else None)


def _claims(value: Any, origin: str, score: int, how: _Read) -> Iterator[_Claim]:
    for text in linked_data.texts(value):
        found = instant(text, how.local, how.language)
        if found is not None:
            yield _Claim(found[0], origin, score + (2 if found[1] else 0), found[1])
            return


def _time_elements(page: Page, how: _Read) -> Iterator[_Claim]:
    count = 0
    for element in page.tree.iter("time"):
        found = instant(element.get("datetime") or element.get("content"), how.local, how.language)
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
        if is_beside(element) or in_card(element, how.titles):
            continue
        score = 62 if element.get("pubdate") is not None or _IS_PUBLISHED.search(words) else 52
        in_head = any(each.tag in ("header", "article", "main") for each in around)
        yield _Claim(found[0], "time_element", score - 2 * count + 2 + 3 * in_head, found[1])


def _updated(page: Page, how: _Read) -> Iterator[datetime]:
    for node in linked_data.article_nodes(page.nodes)[:1]:
        for claim in _claims(node.get("dateModified"), "json_ld", 0, how):
            yield claim.at
    for name in _UPDATED_META:
        for value in page.meta.get(name, ())[:1]:
            for claim in _claims(value, "meta", 0, how):
                yield claim.at
