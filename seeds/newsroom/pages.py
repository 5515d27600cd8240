"""Render the newsroom's pages: every path of an edition with its answer."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from seeds.newsroom.content import (
    DAY,
    HERE,
    Article,
    Publisher,
    load_articles,
    load_publishers,
    without_words,
)
from seeds.newsroom.dates import show_date
from seeds.newsroom.feeds import CONTENT_TYPES, newest, write_feed

HTML = "text/html; charset=utf-8"
_TEMPLATES = {
    "paywall": "paywall.html",
    "botwall": "botwall.html",
    "challenge": "challenge.html",
    "consent": "consent.html",
    "listing": "listing.html",
    "gallery": "gallery.html",
    "video": "video.html",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server says to a GET of one path."""

    status: int = 200
    content_type: str = HTML
    body: bytes = b""
    changed: datetime | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        """A strong validator: the hash of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


def build(base: str, edition: int = 1, day: date | None = None) -> dict[str, Answer]:
    """Every path of the newsroom at `base` (no final slash) with its answer."""
    publishers = load_publishers()
    articles = load_articles(edition, day)
    today = (day or DAY) + timedelta(days=edition - 1)
    env = environment()
    shared = {"base": base, "today": today}
    site: dict[str, Answer] = {}
    for publisher in publishers.values():
        own = [article for article in articles.values() if article.publisher.slug == publisher.slug]
        changed = newest(own)
        for source in publisher.feeds:
            content_type, body = write_feed(env, publisher, source, own, base)
            site[f"/{publisher.slug}/{source.path}"] = Answer(
                content_type=content_type, body=body, changed=changed
            )
        home = _render("listing.html", publisher, own, None, shared)
        site[f"/{publisher.slug}/"] = Answer(body=home, changed=changed)
        for article in own:
            if article.link is None or article.kind != "article":
                site |= _answers(article, own, changed, shared)
    site["/robots.txt"] = Answer(
        content_type="text/plain; charset=utf-8", body=(HERE / "robots.txt").read_bytes()
    )
    front = env.get_template("front.html").render(shared, publishers=publishers.values())
    site["/"] = Answer(body=front.encode())
    return site


@cache
def environment() -> Environment:
    """The templates. All are HTML or XML, so everything is escaped."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["show_date"] = show_date
    return env


@cache
def _furniture() -> dict[str, Any]:
    return tomllib.loads((HERE / "furniture.toml").read_text("utf-8"))


def _answers(
    article: Article, own: list[Article], changed: datetime, shared: Mapping[str, Any]
) -> dict[str, Answer]:
    def page(template: str, shown: Article = article) -> bytes:
        return _render(template, article.publisher, own, shown, shared)

    path = article.path
    if article.is_gone:
        return {path: Answer(status=410, body=page("gone.html"))}
    if article.kind == "missing":
        return {}
    shown = without_words(article) if article.kind == "paywall" else article
    status = 403 if article.kind == "botwall" else 200
    answers = {path: Answer(status=status, body=page(_layout(article), shown), changed=changed)}
    if article.kind == "redirect":
        answers[f"{path}-moved"] = Answer(status=301, headers={"Location": shared["base"] + path})
    return answers


def _layout(article: Article) -> str:
    return _TEMPLATES.get(article.kind, f"{article.publisher.layout}.html")


def _render(
    template: str,
    publisher: Publisher,
    own: list[Article],
    article: Article | None,
    shared: Mapping[str, Any],
) -> bytes:
    others = [other for other in own if not other.is_gone and other.link is None]
    others.sort(key=lambda other: (other.changed, other.id), reverse=True)
    page = (
        environment()
        .get_template(template)
        .render(
            shared,
            publisher=publisher,
            article=article,
            others=[other for other in others if article is None or other.id != article.id],
            feed_type=CONTENT_TYPES[publisher.format].partition(";")[0],
            words=_furniture()[publisher.language],
            json_ld=_json_ld(article, shared["base"]) if article else "",
        )
    )
    return page.encode()


def _json_ld(article: Article, base: str) -> str:
    publisher = article.publisher
    if publisher.json_ld == "none":
        return ""
    news: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "mainEntityOfPage": base + article.path,
        "inLanguage": publisher.language,
        "articleSection": article.section,
        "keywords": list(article.tags),
        "image": [
            f"{base}/{publisher.slug}/images/{b.src}" for b in article.blocks if b.kind == "figure"
        ],
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": publisher.title},
        "isAccessibleForFree": article.kind != "paywall",
    }
    if article.published:
        news["datePublished"] = article.published.isoformat()
        news["dateModified"] = (article.updated or article.published).isoformat()
    context = {"@context": "https://schema.org"}
    if publisher.json_ld == "graph":
        site = {"@type": "WebSite", "name": publisher.title, "url": f"{base}/{publisher.slug}/"}
        crumbs = {"@type": "BreadcrumbList", "itemListElement": []}
        document: dict[str, Any] = {**context, "@graph": [site, crumbs, news]}
    else:
        document = {**context, **news}
    # "<" must not end the script element
    return json.dumps(document, ensure_ascii=False).replace("<", "\\u003c")
