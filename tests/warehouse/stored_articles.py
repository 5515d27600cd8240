"""Put articles straight into a warehouse, as cleaning would leave them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from psycopg2.extensions import cursor as Cursor

from include.group_records import ArticleToGroup
from include.warehouse import rules


def store_article(
    cur: Cursor, article: ArticleToGroup, *, seen_at: datetime | None = None
) -> tuple[int, int]:
    """Store an article (its id is its URL) or its next version: (article_id, text_id).

    One without a publisher has one of its own.
    """
    digest = hashlib.sha256(article.id.encode()).digest()
    publisher = article.publisher or f"{digest.hex()[:12]}.test"

    def one(statement: str, *parameters: object) -> int:
        cur.execute(statement, parameters)
        (number,) = cur.fetchone() or (None,)
        assert isinstance(number, int)
        return number

    publisher_id = one(
        "INSERT INTO core.publishers (name) VALUES (%s)"
        " ON CONFLICT (name) DO UPDATE SET name = EXCLUDED.name RETURNING publisher_id",
        publisher,
    )
    page_id = one(
        "INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host)"
        " VALUES (%s, %s, %s, %s, %s)"
        " ON CONFLICT (url_sha256) DO UPDATE SET host = EXCLUDED.host RETURNING page_id",
        article.id, article.id, digest.hex(), publisher_id, publisher,
    )  # fmt: skip
    text_id = one(
        "INSERT INTO core.texts (sha256, body, language, words, first_seen_at)"
        " VALUES (%s, %s, %s, %s, coalesce(%s, now()))"
        " ON CONFLICT (sha256) DO UPDATE SET words = EXCLUDED.words RETURNING text_id",
        hashlib.sha256(article.body.encode("utf-8", "replace")).digest(), article.body,
        article.language, len(article.body.split()), seen_at,
    )  # fmt: skip
    article_id = one(
        "INSERT INTO core.articles (canonical_url, url_sha256, publisher_id, first_seen_at)"
        " VALUES (%s, %s, %s, coalesce(%s, now()))"
        " ON CONFLICT (url_sha256) DO UPDATE SET gone_at = NULL RETURNING article_id",
        article.id, digest, publisher_id, seen_at,
    )  # fmt: skip
    one(
        "WITH stored AS (INSERT INTO core.article_versions (article_id, number, text_id, title,"
        " published_at, published_from, language, method, method_reason, cleaned_by, page_id,"
        " page_sha256, fetched_at)"
        " SELECT %s, count(*) + 1, %s, %s, %s, %s, %s, 'made', 'made', 'made', %s, '', now()"
        " FROM core.article_versions WHERE article_id = %s RETURNING version_id, article_id)"
        " UPDATE core.articles SET version_id = stored.version_id"
        " FROM stored WHERE articles.article_id = stored.article_id RETURNING articles.article_id",
        article_id, text_id, article.title, article.published_at,
        "feed" if article.published_at else None, article.language, page_id, article_id,
    )  # fmt: skip
    return article_id, text_id


def store_articles(cur: Cursor, articles: Iterable[ArticleToGroup]) -> None:
    """Store articles one after another."""
    for article in articles:
        store_article(cur, article)


def renew_texts(cur: Cursor, hashes: dict[str, str], *, most: int) -> int:
    """Make the newest texts with facts by other rules due again; returns how many."""
    found = rules.old_texts(cur, hashes, run_id="test", most=most)
    return rules.renew(cur, "texts", [row["item"] for row in found])
