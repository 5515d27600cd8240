"""Words and addresses that speak of a feed, of news sitemaps, or of readers' comments."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_MOST = 45  # longer link texts are headlines
_RSS = re.compile(
    r"\brss\b|\b(?:atom|xml|json|news|web)[ -]?feeds?\b|^(?:feeds?|atom|xml|syndication|fil rss)$",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"/(?:rss|rdf)(?:\d|[/._-]|$)|/(?:feeds?|atom|newsfeeds?|rssfeeds?|xmlfeeds?)(?:[/.]|$)"
    r"|\.(?:rss|rdf|atom)$|(?:rss|feed|atom)[\w-]{0,40}\.(?:xml|json|php|aspx?)$|[-_]rss/?$",
    re.IGNORECASE,
)
_QUERY = re.compile(
    r"(?:^|&)(?:feed|format|type|output|outputtype|alt|_format)=(?:rss|atom|rdf|feed|xml)",
    re.IGNORECASE,
)
_HOST = re.compile(r"^(?:rss|feeds?|newsfeeds?)\d?\.", re.IGNORECASE)
_NEWS = re.compile(r"news|latest|breaking|aktuell|actualit", re.IGNORECASE)
# As WordPress and Blogger write it. Plain "Comment" is what newspapers call opinion.
_COMMENTS_TITLE = re.compile(
    r"^(?:comments (?:for|on)|commentaires (?:sur|pour)|kommentare (?:zu|für)|"
    r"coment[aá]rios? (?:en|em|para|sobre|de)\b|commenti (?:per|su|a)\b|reacties op)\b"
    r"|\b(?:comments? feed|flux (?:des|de) commentaires|kommentar-?feed|"
    r"feed d(?:e|os|ei|elle) com\w{1,12}|reacties-?feed)\b",
    re.IGNORECASE,
)
_COMMENTS_URL = re.compile(
    r"/comments/(?:feed|default|rss|atom)|/comments\.(?:rss|xml|atom)|[?&]feed=comments",
    re.IGNORECASE,
)


def says_feed(text: str) -> bool:
    """Whether a link's short text speaks of a feed."""
    text = text.strip()
    return len(text) <= _MOST and _RSS.search(text) is not None


def says_feed_url(url: str) -> bool:
    """Whether a URL looks like a feed's, or like a page's that lists feeds."""
    parts = urlsplit(url)
    return bool(
        _PATH.search(parts.path) or _QUERY.search(parts.query) or _HOST.search(parts.netloc)
    )


def says_news(url: str) -> bool:
    """Whether a sitemap's path says that it is of news; hosts are often called so anyway."""
    return _NEWS.search(urlsplit(url).path) is not None


def says_comments(url: str, *titles: str) -> bool:
    """Whether a feed is of readers' comments, by its URL or one of its titles."""
    return bool(_COMMENTS_URL.search(url)) or any(_COMMENTS_TITLE.search(one) for one in titles)
