"""Store articles, their versions and their texts, and judge whether anything changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from psycopg2.extensions import cursor as Cursor

from include import urls
from include.outcomes import Reason, Status
from include.records import CleanArticle
from include.urls_before import canonical_before
from include.warehouse import queries
from include.warehouse.queries import Row
from include.warehouse.text import storable

# A refetched body under this share of the stored one's words is a wall or a broken page.
_WORSE = 0.5


def store_article(
    cur: Cursor, article: CleanArticle, page: Row
) -> tuple[int | None, Status, Reason]:
    """Store one cleaned page as a new article, a new version, or neither.

    `page` is a row of `claim_uncleaned`. Returns the article's number, and what became
    of it. A text that is already there is shared, not stored twice.
    """
    url_sha256 = urls.key(article.canonical_url)
    known = queries.one(cur, "find_article", url_sha256=url_sha256)
    if known is None:
        known = _under_former_key(cur, article, page)
    if known is None:
        made = queries.one(
            cur,
            "insert_article",
            canonical_url=article.canonical_url,
            url_sha256=url_sha256,
            publisher_id=page["publisher_id"],
        )
        if made is not None:
            text_id, is_new = _text(cur, article)
            _version(cur, made["article_id"], 1, text_id, article, page)
            if article.doubt is not None:
                return made["article_id"], Status.STORED, Reason.DOUBTFUL
            if is_new:
                return made["article_id"], Status.STORED, Reason.NEW
            return made["article_id"], Status.STORED, Reason.EXACT_COPY
        known = queries.one(cur, "find_article", url_sha256=url_sha256)
        if known is None:
            raise RuntimeError(f"article {article.canonical_url} appeared and vanished")
    return _revise(cur, known, article, page)


def _under_former_key(cur: Cursor, article: CleanArticle, page: Row) -> Row | None:
    """This page's article, where it is known under the key that its URL had before; it takes
    the present one. What another page has under that key is another article."""
    before = canonical_before(article.canonical_url)
    if before is None:
        return None
    known = queries.one(cur, "find_article", url_sha256=urls.key(before))
    if known is None or known["page_id"] != page["page_id"]:
        return None
    queries.run(
        cur,
        "rename_article",
        article_id=known["article_id"],
        canonical_url=article.canonical_url,
        url_sha256=urls.key(article.canonical_url),
    )
    return known


def _revise(
    cur: Cursor, known: Row, article: CleanArticle, page: Row
) -> tuple[int, Status, Reason]:
    article_id = int(known["article_id"])
    is_own_page = bytes(page["url_sha256"]) == urls.key(article.canonical_url)
    if known["page_id"] != page["page_id"] and not is_own_page:
        return article_id, Status.DUPLICATE, Reason.SAME_PAGE
    is_doubted_now = article.doubt is not None and known["doubt"] is None
    if is_doubted_now or count_words(article.body) < _WORSE * known["words"]:
        return article_id, Status.SKIPPED, Reason.WORSE_THAN_STORED
    text_id, _ = _text(cur, article)
    if text_id == known["text_id"] and storable(article.title) == known["title"]:
        if article.cleaned_by != known["cleaned_by"] and _restate(cur, known, article):
            return article_id, Status.UNCHANGED, Reason.RESTATED
        return article_id, Status.UNCHANGED, Reason.SAME_TEXT
    _version(cur, article_id, known["number"] + 1, text_id, article, page)
    return article_id, Status.UPDATED, Reason.CHANGED


def _restate(cur: Cursor, known: Row, article: CleanArticle) -> bool:
    """The newest version takes the particulars that other rules read; whether any is new.

    Its text is extracted again, in its turn, where it was read by an instant that no longer
    holds, or as of another language.
    """
    before = queries.one(
        cur, "restate_version", version_id=known["version_id"], **_particulars(article)
    )
    if before is None or not before["is_restated"]:
        return False
    text_id = known["text_id"]
    if article.language is not None:
        queries.run(cur, "respeak_text", text_id=text_id, language=article.language)
    follow_dates(
        cur,
        article_id=known["article_id"],
        text_id=text_id,
        before=(before["published_at"], before["updated_at"]),
        now=(article.published_at, article.updated_at),
    )
    return True


def follow_dates(
    cur: Cursor,
    *,
    article_id: int,
    text_id: int,
    before: Sequence[datetime | None],
    now: Sequence[datetime | None],
) -> None:
    """An article states other dates than `before` (publication first): its story lasts otherwise,
    and facts that were read by an instant that went are extracted again in their turn."""
    if before[0] != now[0]:
        queries.run(cur, "retime_article", article_id=article_id)
    left = {*before} - {*now, None}
    is_dated = {*before} == {None} and now[0] is not None
    if left or is_dated:
        queries.run(
            cur, "outdate_extraction", text_id=text_id, left=sorted(left), is_dated=is_dated
        )


def _text(cur: Cursor, article: CleanArticle) -> tuple[int, bool]:
    body = storable(article.body)
    for _ in range(2):  # a text stored by another worker this instant is seen the second time
        row = queries.one(
            cur,
            "upsert_text",
            sha256=hashlib.sha256(body.encode()).digest(),
            body=body,
            language=article.language,
            words=count_words(body),
        )
        if row is not None:
            return int(row["text_id"]), bool(row["is_new"])
    raise RuntimeError("a text could be neither stored nor found")


def _version(
    cur: Cursor, article_id: int, number: int, text_id: int, article: CleanArticle, page: Row
) -> None:
    queries.run(
        cur,
        "insert_version",
        article_id=article_id,
        number=number,
        text_id=text_id,
        title=storable(article.title)[:2000],
        page_id=page["page_id"],
        page_sha256=bytes(page["body_sha256"]),
        fetched_at=page["fetched_at"],
        **_particulars(article),
    )


def _particulars(article: CleanArticle) -> dict[str, Any]:
    """What is stored of an article beside its words, as parameters of a statement."""
    return {
        "authors": [storable(name)[:300] for name in article.authors],
        "credit": article.credit and storable(article.credit),
        "credit_from": article.credit_from,
        "published_at": article.published_at,
        "published_from": article.published_from,
        "updated_at": article.updated_at,
        "language": article.language,
        "language_declared": article.language_declared,
        "section": article.section and storable(article.section)[:300],
        "tags": [storable(tag)[:200] for tag in article.tags][:100],
        "image_url": article.image_url and storable(article.image_url)[:2048],
        "is_free": article.is_free,
        "doubt": article.doubt and article.doubt.reason,
        "doubt_score": article.doubt and article.doubt.score,
        "doubt_detail": article.doubt and storable(article.doubt.detail)[:500],
        "published_hint": article.published_hint and article.published_hint.at,
        "published_hint_from": article.published_hint and article.published_hint.origin,
        "license": article.license and storable(article.license)[:500],
        "method": article.method,
        "method_reason": article.method_reason,
        "cleaned_by": article.cleaned_by,
    }


_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")


def count_words(body: str) -> int:
    """Words of a text; two characters count for one where a script has no spaces."""
    unspaced = len(_UNSPACED.findall(body))
    return len(_UNSPACED.sub(" ", body).split()) + unspaced // 2
