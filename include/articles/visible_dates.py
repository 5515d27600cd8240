"""Dates as pages print them: where a reader looks for one, in the languages of the news.

Claims of the visible text are weighed by where they stand: near the headline, in an
element named for a date, behind "Published", in a short line. Numeric dates with slashes
are read as the page's country writes them; a part above twelve decides by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import urlsplit

from include.articles.beside import NAMED_FOR_DATE, in_card, is_beside
from include.articles.blocks import Block
from include.articles.days import days_in
from include.articles.page import Page
from include.articles.prune import names_of
from include.articles.text import line

_PUBLISHED = re.compile(
    r"\b(?:publish|posted|veröffentlicht|erschienen|erstellt|publi[ée]|publicad|pubblicat|"
    r"gepubliceerd|geplaatst|publicerad|publisert|udgivet|opublikowan|dodano|vydáno|julkaistu|"
    r"опубликован|дата публикации|yayın|geschrieben|pressemitteilung vom|"
    r"eingestellt|online seit|released?|datum|date|fecha|(?:beitrag von|post by) )",
    re.IGNORECASE,
)
# German puts the participle behind the date: "wurde am 3. März 2026 veröffentlicht".
_PUBLISHED_BEHIND = re.compile(
    r"^[^.!?]{0,45}\b(?:veröffentlicht|gepostet|verfasst|geschrieben|eingestellt|geplaatst)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated|modified|edited|aktualisiert|geändert|mis à jour|modifié|actualizad|"
    r"atualizad|aggiornat|bijgewerkt|uppdaterad|oppdatert|opdateret|aktualizac|päivitetty|"
    r"обновлен|güncelle)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:(?<!post )(?<!entry )(?<!asset )(?<!article )footer|sidebar|aside|related|comments?|"
    r"kommentare?|teasers?|archive?|calendar|"
    r"kalender|nav|navigation|menu|copyright|latest|more|recent|widget|events?|termine?|"
    r"slides?|slider|carousel|profile|joined|available|availability|expires?|expiry|valid)\b"
)
# Names of the one article of a page, which also stand on boxes that are named for teasers.
_OWN = re.compile(r"\b(?:news|post|article|entry|artikel|beitrag|blog) ?(?:single|detail)")
# A label of a member, of a clock or of an end, right before a day.
_LABEL_OF_OTHER = re.compile(
    r"\b(?:registrier\w{1,3}|registered|joined|member since|mitglied seit|dabei seit|inscrit le|"
    r"aktuelle zeit|current time|it is currently|es ist|bis|until|till|jusqu'au|geboren|born)"
    r"\W{0,3}(?:(?:am|on|zum|le) )?$",
    re.IGNORECASE,
)
# The day of an issue of a journal that a line cites.
_CITED = re.compile(r"\b(?:doi|isbn|issn|vol\.|pp\.)", re.IGNORECASE)
_ONLY_WHEN = re.compile(r"^(?:am|on|le|el|il|op|den) $", re.IGNORECASE)
# A day of these is of something else even beside the headline.
_OF_OTHER = re.compile(
    r"\b(?:comments?|calendar|kalender|events?|termine?|slides?|slider|carousel|profile|joined|"
    r"available|availability|expires?|expiry|valid)\b"
)
_UPDATED_BEHIND = re.compile(
    r"^[^.!?,;|]{0,14}\b(?:aktualisiert|geändert|updated|güncelle|bijgewerkt|uppdaterad)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"©|\bcopyright\b", re.IGNORECASE)
_BYLINE = re.compile(
    r"^\W?(?:(?:geschrieben |verfasst |beitrag |written )?(?:von|by)|par|por|di) ", re.IGNORECASE
)
_ONLY_A_DAY = 18
_DATE = frozenset({"date", "datum", "fecha"})
_HEAD = 8
_SHORT_LABEL = 30
_SHORT_LINE = 60
_FEWEST_BEFORE = 3
_MOST_PARTS = 80
_MONTH_FIRST_COUNTRIES = frozenset(("us", "ph", "fm", "pw"))
_DAY_FIRST_COUNTRIES = frozenset(
    "uk gb au nz ie in za sg hk my ng ke gh pk bd lk tt jm eu ca mt zw ug tz na bw zm".split()
)
_ENOUGH = 10
_LONG = 240
_SENTENCE_END = re.compile(r"\w{3}[.!?…。]\W{0,3}$")
_OPENING_LENGTH = 40
_OPENING = re.compile(
    r"^\W?\d{1,2}\.? ?\w{1,14}\.? ?\d{2,4}(?:\)|[.:,]? [–—-]|\. |: | \||\s(?=[„“\"«]))"
)
_ENTRY = re.compile(
    r"^(?:this (?:entry|post|article) was|dieser (?:beitrag|eintrag|artikel) wurde|"
    r"(?:cet |cette )(?:article|billet|entrée) a été|este (?:artículo|artigo|post)|"
    r"questo articolo è stato|dit bericht (?:is|werd)|(?:presse|medien)mitteilung vom)\b",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"/(19[9]\d|20[0-4]\d)[/-]?(0[1-9]|1[0-2])(?!\d{3})")


@dataclass(frozen=True, slots=True)
class VisibleDates:
    """The days printed on the page: of publication, and how likely that is; of the last
    change, where it says so; and one of unknown meaning, where neither is told."""

    published: datetime | None = None
    score: int = 0
    updated: datetime | None = None
    hint: datetime | None = None


def visible_date(
    page: Page, titles: frozenset[str], language: str | None, latest: datetime
) -> VisibleDates:
    """The days of publication and change in the page's text, where such days stand.

    `titles` are the page's names for its article, folded; days after `latest` are ignored.
    """
    blocks = page.blocks
    headline = _headline(blocks, titles)
    month_first = writes_month_first(page, language)
    month = url_month(page.url)
    best: tuple[int, datetime, bool] | None = None
    updated: datetime | None = None
    seen: set[datetime] = set()
    for index, block in enumerate(blocks):
        shown = _dated_part(_spaced(block))
        days = sorted(days_in(shown, month_first=month_first)) if shown else []
        if not days:
            continue
        at_headline = headline is not None and -4 <= index - headline <= 6
        # A thread's first post stands among comments, but right below its headline.
        is_first = headline is not None and index == headline + 1
        if is_beside(block.element, at_headline=at_headline, is_first=is_first):
            continue
        if not at_headline and in_card(block.element, titles):
            continue
        if _CITED.search(shown) is not None:
            continue
        is_signed = _is_signed(blocks, index)
        for rank, (start, day) in enumerate(days):
            at = datetime(*day, tzinfo=UTC)
            if at > latest or at.year < 1990:
                continue
            before = shown[days[rank - 1][0] if rank else 0 : start]
            behind = shown[start + 6 :][:60]
            if _LABEL_OF_OTHER.search(shown[:start]) is not None:
                continue
            is_told = _PUBLISHED_BEHIND.match(behind) is not None
            following = shown[start + 6 : days[rank + 1][0]] if rank + 1 < len(days) else ""
            if len(following) <= _SHORT_LABEL and _UPDATED_BEHIND.match(following) is not None:
                # "3 March 2026, updated: 4 March 2026": the word is the next day's.
                behind, is_told = "", True
            is_told = is_told or (is_signed and _ONLY_WHEN.match(shown[:start]) is not None)
            if _is_update(before, behind):
                near = headline is None or -_HEAD <= index - headline <= _HEAD
                updated = max(filter(None, (updated, at))) if near else updated
                continue
            is_entry = is_told and any(len(t) > 12 and block.key.startswith(t) for t in titles)
            if not (is_told or is_entry) and _is_in_sentence(block, shown[:start]):
                continue
            score = _score(block, shown[:start], before, index, headline, is_entry=is_entry)
            score += 15 * is_told
            score += 15 * (month is not None and f"{at:%Y-%m}" == month)
            seen.add(at)
            is_named = is_told or is_entry or _PUBLISHED.search(before[-40:]) is not None
            if best is None or score > best[0]:
                best = score, at, is_named
    if best is None:
        return VisibleDates(updated=updated)
    # The only day that a page prints outside its sentences needs less to be its own.
    enough = 0 if len(seen) == 1 else _ENOUGH if headline is not None or best[2] else 2 * _ENOUGH
    if best[0] < enough:
        return VisibleDates(updated=updated, hint=best[1] if best[0] >= 0 else None)
    return VisibleDates(published=best[1], score=best[0], updated=updated)


def _is_signed(blocks: list[Block], index: int) -> bool:
    """Whether the line above, in the same element, names the author."""
    if index == 0 or blocks[index - 1].element is not blocks[index].element:
        return False
    above = blocks[index - 1].text
    return len(above) <= _SHORT_LINE and _BYLINE.match(above) is not None


def _is_update(before: str, behind: str) -> bool:
    """Whether the last label before a day is one of change, or the word just behind it."""
    label = before[-60:]
    changed = max((found.start() for found in _UPDATED.finditer(label)), default=-1)
    published = max(
        # "Updated: Date:" and "date of the last change" are of change.
        (f.start() for f in _PUBLISHED.finditer(label) if changed < 0 or f[0].lower() not in _DATE),
        default=-1,
    )
    if changed < 0 and published < 0:
        return _UPDATED_BEHIND.match(behind) is not None
    return changed > published


def _is_in_sentence(block: Block, before: str) -> bool:
    """Whether a day stands within a sentence, which tells of what happened on it."""
    text = block.text
    if len(text) <= _SHORT_LINE or _SENTENCE_END.search(text) is None:
        return False
    if _ENTRY.match(text) is not None or _OPENING.match(text) is not None:
        return False
    return len(before.split()) >= _FEWEST_BEFORE and _PUBLISHED.search(before[-40:]) is None


def _spaced(block: Block) -> str:
    """The text of a block with spaces between its elements, which a stylesheet may set apart
    ("28.09.26" and "12:44"); of a long one, the text as it is."""
    if len(block.text) > _LONG or not any(map(str.isdigit, block.text)) or not len(block.element):
        return block.text
    # An element of many blocks (lines parted by breaks) is never the text of one.
    spaced = line(" ".join(islice(block.element.itertext(), _MOST_PARTS)))
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


def _has_dated_part(block: Block) -> bool:
    """Whether an element named for a date, with digits, stands within a heading."""
    return any(
        NAMED_FOR_DATE.search(names_of(part)) is not None and any(map(str.isdigit, part.text or ""))
        for part in islice(block.element.iterdescendants(), 12)
    )


def _headline(blocks: list[Block], titles: frozenset[str]) -> int | None:
    # A site that puts its own name in the title links it at the foot.
    named = [i for i, block in enumerate(blocks) if block.key in titles]
    headed = [i for i in named if blocks[i].is_head]
    first = [i for i, block in enumerate(blocks) if block.tag == "h1"]
    said = [i for i in named if not is_beside(blocks[i].element, at_headline=True)]
    return next(iter(headed or first or said), None)


def _score(
    block: Block, before: str, label: str, index: int, headline: int | None, *, is_entry: bool
) -> int:
    size = len(block.text)
    score = 14 if size <= 24 else 10 if size <= 50 else 4 if size <= 100 else -6
    if is_entry or _ENTRY.match(block.text) is not None:
        score = 24
    elif len(before) < 2 and _OPENING.match(block.text) is not None:
        score = 20 if before else 14
    elif size > 50 and _SENTENCE_END.search(block.text) is not None:
        score -= 8
    is_dated_head = block.is_head and not before and _has_dated_part(block)
    if (block.is_head and not is_dated_head) or _COPYRIGHT.search(block.text[:60]) is not None:
        score -= 12
    if _BYLINE.match(block.text) is not None:
        score += 10
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
    if (
        block.tag == "time"
        or is_dated_head
        or any(NAMED_FOR_DATE.search(name) for name in names[:2])
    ):
        score += 12
    is_named = _PUBLISHED.search(label[-40:]) is not None
    is_own = any(_OWN.search(name) for name in names)
    if not is_own and any(_ELSEWHERE.search(name) for name in names):
        is_near = headline is not None and -4 <= index - headline <= 10
        is_other = any(_OF_OTHER.search(name) for name in names)
        score -= 8 if is_named or (is_near and not is_other) else 16
    elif size <= _ONLY_A_DAY:
        score += 6
    if is_named:
        score += 15
    if block.link_share > 0.8:
        score -= 10
    return score
