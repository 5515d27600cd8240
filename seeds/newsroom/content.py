"""Read the newsroom's articles and publishers as they stand in one edition.

An article is `articles/PUBLISHER/STEM.md`: TOML between two lines of `+++`, then its text.
Instants are written `DAY HH:MM`, days counted from the newsroom's day, in the publisher's
time zone: `-1 18:40` is the evening before. README.md lists every key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from seeds.newsroom.moving import DAY as DAY
from seeds.newsroom.moving import moved

HERE = Path(__file__).resolve().parent
EDITIONS = (1, 2, 3)

_OFFSET = re.compile(r"^([+-]?\d{1,3}) (\d\d):(\d\d)$")
_LINK = re.compile(r"\[([^\]]{1,200})\]\(([^)\s]{1,300})\)")
_FIGURE = re.compile(r"^!\[(?P<caption>[^|\]]*)(?:\|(?P<credit>[^\]]*))?\]\((?P<src>[^)]*)\)$")


class ContentError(ValueError):
    """A source file of the newsroom is wrong; the text names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSource:
    """One feed of a publisher; `section` keeps only that section."""

    id: str
    path: str
    title: str
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """A publisher, as publishers.toml states it."""

    slug: str
    domain: str
    title: str
    tagline: str
    country: str
    language: str
    timezone: str
    city: str
    format: str
    layout: str
    dates: str
    path: str
    json_ld: str = "plain"
    tracking: str = ""
    fault: str = ""
    ending: str = ""
    sections: tuple[str, ...] = ()
    feeds: tuple[FeedSource, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a text: kind is p, h2, quote, list or figure."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    credit: str = ""
    src: str = ""

    @property
    def plain(self) -> str:
        """The words of the block without link targets."""
        return "\n".join(self.items) if self.items else _LINK.sub(r"\1", self.text)

    @property
    def runs(self) -> tuple[tuple[str, str | None], ...]:
        """The text cut into (words, link target or None)."""
        found: list[tuple[str, str | None]] = []
        at = 0
        for link in _LINK.finditer(self.text):
            found += [(self.text[at : link.start()], None), (link[1], link[2])]
            at = link.end()
        return (*found, (self.text[at:], None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as it stands in one edition. `changed` is its last change, told or not."""

    id: str
    publisher: Publisher
    path: str
    title: str
    summary: str
    section: str
    kind: str = "article"
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    changed: datetime
    credit: str = ""
    feed_title: str = ""
    guid: str = ""
    link: str | None = None
    is_gone: bool = False
    blocks: tuple[Block, ...] = field(default=())

    @property
    def body(self) -> str:
        """The article's words without captions, a paragraph a line, with plain spaces."""
        lines = [block.plain for block in self.blocks if block.kind != "figure"]
        return "\n".join(lines).replace("\u00a0", " ")


def load_publishers() -> dict[str, Publisher]:
    """Publishers by slug, in the order of publishers.toml."""
    table = tomllib.loads((HERE / "publishers.toml").read_text("utf-8"))
    found = {}
    for slug, row in table.items():
        feeds = tuple(FeedSource(**feed) for feed in row.pop("feeds"))
        found[slug] = Publisher(slug=slug, feeds=feeds, sections=tuple(row.pop("sections")), **row)
    return found


def load_articles(edition: int = 1, day: date | None = None) -> dict[str, Article]:
    """Articles by id, those published by `edition`, as they stand in it.

    Raises:
        ContentError: a source file is wrong.
    """
    if edition not in EDITIONS:
        raise ContentError(f"no edition {edition}: there are {EDITIONS}")
    publishers = load_publishers()
    sources = {_id_of(path): path for path in sorted((HERE / "articles").glob("*/*.md"))}
    found = {}
    for article_id, path in sources.items():
        try:
            head, text = _split(path.read_text("utf-8"))
            if "text_from" in head:
                text = _copy(head, _split(sources[head["text_from"]].read_text("utf-8"))[1])
            if int(head.get("edition", 1)) <= edition:
                house = publishers[path.parent.name]
                found[article_id] = _article(article_id, house, head, text, edition, day or DAY)
        except (KeyError, TypeError, ValueError) as error:
            raise ContentError(f"{article_id}: {error!r}") from error
    return found


def instant(offset: str, publisher: Publisher, day: date) -> datetime:
    """`-1 18:40` as an aware datetime in the publisher's time zone."""
    match = _OFFSET.match(offset)
    if match is None:
        raise ContentError(f"{offset!r} is not DAY HH:MM")
    on = day + timedelta(days=int(match[1]))
    return datetime.combine(
        on, time(int(match[2]), int(match[3])), tzinfo=ZoneInfo(publisher.timezone)
    )


def _id_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _split(text: str) -> tuple[dict[str, Any], str]:
    _, head, body = text.split("+++\n", 2)
    return tomllib.loads(head), body.strip()


def _swap(text: str, pairs: list[list[str]]) -> str:
    for old, new in pairs:
        if old not in text:
            raise ContentError(f"nothing to replace: {old!r}")
        text = text.replace(old, new)
    return text


def _copy(head: Mapping[str, Any], text: str) -> str:
    paragraphs = text.split("\n\n")
    kept = paragraphs[: head.get("paragraphs", len(paragraphs))]
    return _swap("\n\n".join(kept), head.get("replace", []))


def _article(
    article_id: str,
    publisher: Publisher,
    head: dict[str, Any],
    text: str,
    edition: int,
    day: date,
) -> Article:
    published = instant(head["published"], publisher, day)
    changed, updated = published, head.get("updated")
    told = instant(updated, publisher, day) if updated else None
    title, summary, feed_title = head["title"], head.get("summary", ""), ""
    for revision in head.get("revision", []):
        if revision["edition"] > edition:
            continue
        changed = instant(revision["at"], publisher, day)
        told = told if revision.get("silent") else changed
        text = _swap(text, revision.get("replace", []))
        title = revision.get("title", title)
        summary = revision.get("summary", summary)
        feed_title = revision.get("feed_title", feed_title)
    title, summary, feed_title, text = (
        moved(words, day, publisher.language)
        for words in (title, summary, feed_title or head.get("feed_title", ""), text)
    )
    if publisher.language == "fr":
        title, summary, feed_title, text = map(_typeset, (title, summary, feed_title, text))
    section = head["section"]
    stem = article_id.split("/")[1]
    path = head.get("path") or publisher.path.format(section=section, stem=stem, at=published)
    is_dated = head.get("kind") != "nodate"
    blocks = tuple(_block(part) for part in text.split("\n\n") if part.strip())
    return Article(
        id=article_id,
        publisher=publisher,
        path=f"/{publisher.slug}/{path}",
        title=title,
        summary=summary or (blocks[0].plain if blocks else ""),
        section=section,
        kind=head.get("kind", "article"),
        authors=tuple(head.get("authors", [])),
        tags=tuple(head.get("tags", [])),
        published=published if is_dated else None,
        updated=told if is_dated else None,
        changed=max(changed, told or changed),
        credit=head.get("credit", ""),
        feed_title=feed_title,
        guid=head.get("guid", ""),
        link=head.get("link"),
        is_gone=head.get("removed", 99) <= edition,
        blocks=blocks,
    )


def _typeset(text: str) -> str:
    # French sets a space that does not break inside guillemets and before high marks
    return re.sub(r"(?<=«) | (?=[»:;?!])", "\u00a0", text)


def _block(part: str) -> Block:
    lines = part.strip().splitlines()
    figure = _FIGURE.match(part.strip())
    if figure:
        words = {name: (value or "").strip() for name, value in figure.groupdict().items()}
        return Block(kind="figure", text=words["caption"], credit=words["credit"], src=words["src"])
    if part.startswith("## "):
        return Block(kind="h2", text=part[3:].strip())
    if all(line.startswith("- ") for line in lines):
        return Block(kind="list", items=tuple(line[2:].strip() for line in lines))
    if part.startswith("> "):
        return Block(kind="quote", text=" ".join(line.removeprefix("> ") for line in lines))
    return Block(kind="p", text=" ".join(lines))


def without_words(article: Article) -> Article:
    """The article with its text withheld but for the first block: what a paywall shows."""
    return replace(article, blocks=article.blocks[:1])
