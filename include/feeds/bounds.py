"""Bounds for two of feedparser's ways that take quadratic time; and captions kept apart.

Imported for its effect: it replaces methods of feedparser's parser class. They are
private, so a test holds that they are still there and still bounded.

- Every author is searched for an e-mail address by an expression that takes 8 s for 32 KB
  (https://github.com/kurtmckee/feedparser/issues/562). Ours keeps the author as written;
  `names` finds the address.
- Every tag is compared with all tags before it: 20,000 of them take 12 s.
- The caption of a photo (`media:description`) is taken for the entry's summary, and the
  summary for something else. Ours keeps it under its own name.
"""

from __future__ import annotations

from typing import Any

from feedparser.mixin import _FeedParserMixin
from feedparser.namespaces import mediarss

MAX_AUTHOR = 1_000
MAX_TAGS = 100

_sync_author_detail = _FeedParserMixin._sync_author_detail
_add_tag = _FeedParserMixin._add_tag


def _author_as_written(self: Any, key: str = "author") -> None:
    context = self._get_context()
    detail = (context.get(f"{key}s") or [{}])[-1]
    if detail:
        _sync_author_detail(self, key)
    elif author := context.get(key):
        detail["name"] = author[:MAX_AUTHOR]


def _some_tags(self: Any, term: Any, scheme: Any, label: Any) -> None:
    if len(self._get_context().get("tags") or ()) < MAX_TAGS:
        _add_tag(self, term, scheme, label)


def _start_caption(self: Any, _: Any) -> None:
    self.push("media_description", 0)


def _end_caption(self: Any) -> None:
    self.pop("media_description")


_FeedParserMixin._sync_author_detail = _author_as_written
_FeedParserMixin._add_tag = _some_tags
mediarss.Namespace._start_media_description = _start_caption
mediarss.Namespace._end_media_description = _end_caption
