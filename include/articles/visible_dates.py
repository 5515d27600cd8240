"""Dates as pages print them: where a reader looks for one, in the languages of the news.

Claims of the visible text are weighed by where they stand: near the headline, in an
element named for a date, behind "Published", in a short line. Numeric dates with slashes
are read as the page's country writes them; a part above twelve decides by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from include.articles.blocks import Block, blocks_of
from include.articles.page import Page
from include.articles.prune import names_of
from include.articles.text import line

# Beginnings of month names in the languages served; the longest that fits decides.
_MONTHS: dict[str, int] = {
    stem: month
    for month, stems in enumerate(
        (
            "jan jän gen ene oca styc led tammi янв січ ιαν",
            "feb fév fev şub lut úno helmi фев лют φεβ",
            "mar mär mrt maa mac březn márc мар бер μαρ",
            "apr avr abr nis kwi dub huht ápr апр квіт απρ",
            "may mai mag maj mei květ touko máj мая май трав μαΐ μαϊ mayıs",
            "jun juin giu haz czerw červn červen kesä jún июн черв ιουν",
            "jul juil lug tem lip červenc červene heinä júl июл лип ιουλ",
            "aug aoû aou ago ağu sierp srpn elo авг серп αυγ agu",
            "sep set eyl wrz září syys szept сен вер σεπ",
            "oct okt ott out eki paź říj loka окт жовт οκτ",
            "nov kas list marras ноя лист νοε",
            "dec dez déc dic ara gru pros joulu des дек груд δεκ",
        ),
        start=1,
    )
    for stem in stems.split()
}
_LONGEST = max(map(len, _MONTHS))
_YEAR = r"((?:19|20)\d\d)"
_ISO = re.compile(
    rf"(?<!\d){_YEAR}\s?(?:[-/.]|年)\s?(\d{{1,2}})\s?(?:[-/.]|月)\s?(\d{{1,2}})(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?<![\d:])(\d{1,2})(?:\.|st|nd|rd|th|er|º|°|ª)?[\s-]{0,2}(?:de |of |di )?"
    r"([^\W\d_]{3,14})[.,]?[\s-]{1,2}(?:de |del |do )?"
    r"((?:19|20)\d\d|\d\d(?=\s?\)?$))(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)([^\W\d_]{{3,14}})\.?\s{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)?\d\d)(?![\d/-]|\.\d)"
)
_PUBLISHED = re.compile(
    r"\b(?:publish|posted|veröffentlicht|erschienen|erstellt|publi[ée]|publicad|pubblicat|"
    r"gepubliceerd|geplaatst|publicerad|publisert|udgivet|opublikowan|dodano|vydáno|julkaistu|"
    r"опубликован|дата публикации|yayın|eingestellt|online seit|released?|datum|date|fecha)",
    re.IGNORECASE,
)
# German puts the participle behind the date: "wurde am 3. März 2026 veröffentlicht".
_PUBLISHED_BEHIND = re.compile(
    r"^[^.!?]{0,30}\b(?:veröffentlicht|gepostet|verfasst|geschrieben|eingestellt|geplaatst)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated|modified|edited|aktualisiert|geändert|stand:|mis à jour|modifié|actualizad|"
    r"atualizad|aggiornat|bijgewerkt|uppdaterad|oppdatert|opdateret|aktualizac|päivitetty|"
    r"обновлен|güncelle)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:date|dates|datum|fecha|data|dato|published|publish|pub|pubdate|posted|posted on|"
    r"time|timestamp|datetime|meta|byline|dateline|zeit|kopf|infos?|credits?)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:footer|sidebar|aside|related|comments?|kommentare?|teasers?|archive?|calendar|"
    r"kalender|nav|navigation|menu|copyright|latest|more|recent|widget|events?|termine?|"
    r"slides?|slider|carousel|profile|joined|available|availability|expires?|expiry|valid)\b"
)
_MONTH_FIRST_COUNTRIES = frozenset(("us", "ph", "fm", "pw"))
_DAY_FIRST_COUNTRIES = frozenset(
    "uk gb au nz ie in za sg hk my ng ke gh pk bd lk tt jm eu ca mt zw ug tz na bw zm".split()
)
_ENOUGH = 10
_LONG = 240
_SENTENCE_END = re.compile(r"\w{3}[.!?…。]\W{0,3}$")
_OPENING_LENGTH = 40
_OPENING = re.compile(r"^\W?\d{1,2}\.? ?\w{1,14}\.? ?\d{2,4}(?:\)|[.:,]? [–—-]|\. |: )")
_ENTRY = re.compile(
    r"^(?:this (?:entry|post|article) was|dieser (?:beitrag|eintrag|artikel) wurde|"
    r"(?:cet |cette )(?:article|billet|entrée) a été|este (?:artículo|artigo|post)|"
    r"questo articolo è stato|dit bericht (?:is|werd))\b",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"/(19[9]\d|20[0-4]\d)[/-]?(0[1-9]|1[0-2])(?!\d{3})")

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class VisibleDate:
    """A day printed on the page, and how likely it is the article's."""

    at: datetime
    score: int


def visible_date(
    page: Page, titles: frozenset[str], language: str | None, latest: datetime
) -> VisibleDate | None:
    """The day of publication in the page's text, if one stands where such days stand.

    `titles` are the page's names for its article, folded; days after `latest` are ignored.
    """
    blocks = blocks_of(page.tree)
    headline = _headline(blocks, titles)
    month_first = writes_month_first(page, language)
    month = url_month(page.url)
    best: VisibleDate | None = None
    for index, block in enumerate(blocks):
        shown = _dated_part(_spaced(block))
        for start, day in days_in(shown, month_first=month_first):
            at = datetime(*day, tzinfo=UTC)
            if at > latest or at.year < 1990:
                continue
            is_told = _PUBLISHED_BEHIND.match(shown[start + 6 :][:60]) is not None
            is_entry = is_told and any(len(t) > 12 and block.key.startswith(t) for t in titles)
            score = _score(block, shown[:start], index, headline, is_entry=is_entry)
            score += 15 * is_told
            score += 15 * (month is not None and f"{at:%Y-%m}" == month)
            if best is None or score > best.score:
                best = VisibleDate(at, score)
    enough = _ENOUGH if headline is not None else 2 * _ENOUGH
    return best if best is not None and best.score >= enough else None


def _spaced(block: Block) -> str:
    """The text of a block with spaces between its elements, which a stylesheet may set apart
    ("28.09.26" and "12:44"); of a long one, the text as it is."""
    if len(block.text) > _LONG or not any(map(str.isdigit, block.text)) or not len(block.element):
        return block.text
    spaced = line(" ".join(block.element.itertext()))
    return spaced if spaced.replace(" ", "") == block.text.replace(" ", "") else block.text


def _dated_part(text: str) -> str:
    """The part of a block that may date the article: all of a short one, of others an opening
    date ("3 March 2026. The bridge …") or a note on when the entry was posted."""
    if len(text) <= _LONG:
        return text if len(text) >= 6 and any(map(str.isdigit, text)) else ""
    if _OPENING.match(text) is not None:
        return text[:_OPENING_LENGTH]
    return text[:_LONG] if _ENTRY.match(text) is not None else ""


def url_month(url: str) -> str | None:
    """The month a URL files its page under, as "2026-03"."""
    found = _URL_MONTH.search(url[:600])
    return f"{found[1]}-{found[2]}" if found is not None else None


def days_in(text: str, *, month_first: bool) -> Iterator[tuple[int, Day]]:
    """Each day a text names with its year, and where it begins in the text."""
    for found in _ISO.finditer(text):
        yield from _day(found.start(), found[1], int(found[2]), found[3])
    for found in _DAY_FIRST.finditer(text):
        yield from _day(found.start(), found[3], _month(found[2]), found[1])
    for found in _MONTH_FIRST.finditer(text):
        yield from _day(found.start(), found[3], _month(found[1]), found[2])
    for found in _NUMERIC.finditer(text):
        first, second = int(found[1]), int(found[3])
        if len(found[4]) == 2 and found[2] == "-":
            continue
        month_leads = month_first and found[2] != "."
        if first > 12 or (second <= 12 and not month_leads):
            first, second = second, first
        yield from _day(found.start(), found[4], first, str(second))


def _day(start: int, year: str, month: int, day: str) -> Iterator[tuple[int, Day]]:
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        datetime(full, month, int(day), tzinfo=UTC)
    except ValueError:
        return
    yield start, (full, month, int(day))


def _month(name: str) -> int:
    """The number of a month by its name, 0 for other words."""
    name = name.lower()
    for length in range(min(_LONGEST, len(name)), 2, -1):
        if name[:length] in _MONTHS:
            return _MONTHS[name[:length]]
    return 0


def writes_month_first(page: Page, language: str | None) -> bool:
    """Whether 3/4/2026 is the fourth of March on this page."""
    country = country_of(page)
    if country in _MONTH_FIRST_COUNTRIES:
        return True
    return language == "en" and country not in _DAY_FIRST_COUNTRIES


def country_of(page: Page) -> str | None:
    """The country of a page, by its host's ending or the locale it declares."""
    ending = (urlsplit(page.url).hostname or "").rsplit(".", 1)[-1]
    if len(ending) == 2 and ending not in ("io", "tv", "co", "me", "ai", "fm"):
        return ending
    for locale in (page.first("og:locale"), page.tree.get("lang")):
        found = re.fullmatch(r"\s?[A-Za-z]{2,3}[-_]([A-Za-z]{2})\s?", locale or "")
        if found is not None:
            return found[1].lower()
    return None


def _headline(blocks: list[Block], titles: frozenset[str]) -> int | None:
    named = [i for i, block in enumerate(blocks) if block.key in titles]
    headed = [i for i in named if blocks[i].is_head]
    first = [i for i, block in enumerate(blocks) if block.tag == "h1"]
    return next(iter(headed or first or named), None)


def _score(block: Block, before: str, index: int, headline: int | None, *, is_entry: bool) -> int:
    size = len(block.text)
    score = 14 if size <= 24 else 10 if size <= 50 else 4 if size <= 100 else -6
    is_updated = _UPDATED.search(before[-40:]) is not None
    if (is_entry or _ENTRY.match(block.text) is not None) and not is_updated:
        score = 24
    elif len(before) < 2 and _OPENING.match(block.text) is not None:
        score = 20 if before else 14
    elif size > 50 and _SENTENCE_END.search(block.text) is not None:
        score -= 8
    if block.is_head or block.key.startswith("©"):
        score -= 12
    if headline is not None:
        distance = index - headline
        if 0 <= distance <= 6:
            score += 20 - distance
        elif -4 <= distance < 0:
            score += 12 + distance
        elif distance > 40 or distance < -15:
            score -= 8
    names = [names_of(block.element)]
    around = block.element.getparent()
    for _ in range(4):
        if around is None or around.tag in ("body", "html"):
            break
        names.append(f"{around.tag} {names_of(around)}")
        around = around.getparent()
    if block.tag == "time" or any(_NAMED.search(name) for name in names[:2]):
        score += 12
    is_named = _PUBLISHED.search(before[-40:]) is not None
    if any(_ELSEWHERE.search(name) for name in names):
        score -= 8 if is_named else 16
    if is_updated:
        score -= 10
    elif is_named:
        score += 15
    if block.link_share > 0.8:
        score -= 10
    return score
