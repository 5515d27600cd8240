"""Google News sitemaps: a publisher's articles of the last two days."""

from __future__ import annotations

from lxml import etree

from include.dates.reader import read_instant
from include.feeds.entry import build, language_tag, link
from include.feeds.newest import newest, when_written
from include.feeds.prescreen import NotAFeed, Screened
from include.records import FeedDocument, FeedEntry

FORMAT = "news_sitemap"
_NEWS = "google.com/schemas/sitemap-news"


def read_sitemap(screened: Screened, *, url: str | None, max_entries: int) -> FeedDocument:
    """The articles a news sitemap lists; its publication's name is the feed's title.

    Raises:
        NotAFeed: it is another sitemap, or too broken to read.
    """
    if screened.root == "sitemapindex":
        raise NotAFeed("an index of sitemaps, not a news sitemap: list one of those it names")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(screened.utf8, parser=parser)
    if root is None:
        raise NotAFeed("a sitemap too broken to read")
    entries: list[FeedEntry] = []
    name, language = "", None
    found = [
        (one, news)
        for one in root.iterchildren("{*}url")
        if (news := next((part for part in one.iterchildren("{*}news") if _is_news(part)), None))
        is not None
    ]
    if not found:
        raise NotAFeed("a sitemap without news: only Google News sitemaps are feeds")
    kept = newest([when_written(_text(news, "publication_date")) for _, news in found], max_entries)
    for one, news in (found[place] for place in kept):
        name = name or _text(news, "publication/name")
        spoken = language_tag(_text(news, "publication/language"))
        language = language or spoken
        page = link(_text(one, "loc"), url)
        entries.append(
            build(
                identifier=page,
                url=page,
                title=_text(news, "title"),
                summary="",
                published_at=read_instant(_text(news, "publication_date")),
                updated_at=read_instant(_text(one, "lastmod")),
                language=spoken,
                tags=_text(news, "keywords").split(","),
            )
        )
    return FeedDocument(
        format=FORMAT,
        title=name,
        language=language,
        ttl_minutes=None,
        entries=tuple(entries),
        left_out=screened.left_out + len(found) - len(kept),
    )


def _is_news(element: etree._Element) -> bool:
    return _NEWS in (etree.QName(element).namespace or "")


def _text(element: etree._Element, path: str) -> str:
    found: etree._Element | None = element
    for name in path.split("/"):
        found = None if found is None else next(found.iterchildren(f"{{*}}{name}"), None)
    return "" if found is None else "".join(found.itertext()).strip()
