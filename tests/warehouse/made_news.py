"""A small warehouse written row by row, for tests that need rows and no run."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from psycopg2.extensions import connection as Connection

from include.warehouse.connect import connect

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
BODY = (
    "Officials in Ulm said the bridge would close on Friday.\n"
    "“It is not safe,” said Mara Feld, the mayor. At least 12 people were hurt."
)


class News:
    """Writes publishers, articles with their facts, and stories; each call commits."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self.conn: Connection = connect(dsn)
        self._numbers = itertools.count(1)

    def close(self) -> None:
        """Give the connection back."""
        self.conn.close()

    def rows(self, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Run a statement and commit; returns its rows."""
        with self.conn, self.conn.cursor() as cur:
            cur.execute(statement, parameters or None)
            return list(cur.fetchall()) if cur.description else []

    def one(self, statement: str, *parameters: Any) -> Any:
        """The first value of a statement's first row."""
        return self.rows(statement, *parameters)[0][0]

    def publisher(self, name: str = "harbourtimes.example") -> int:
        """The number of a publisher, made if need be."""
        self.rows("INSERT INTO core.publishers (name, country) VALUES (%s, 'GB') "
                  "ON CONFLICT DO NOTHING", name)  # fmt: skip
        return int(self.one("SELECT publisher_id FROM core.publishers WHERE name = %s", name))

    def text(self, body: str) -> int:
        """The number of a text, made with its facts if need be."""
        sha = hashlib.sha256(body.encode()).digest()
        known = self.rows("SELECT text_id FROM core.texts WHERE sha256 = %s", sha)
        if known:
            return int(known[0][0])
        text_id = self.one(
            "INSERT INTO core.texts (sha256, body, language, words, fingerprinted_at) "
            "VALUES (%s, %s, 'en', %s, now()) RETURNING text_id", sha, body, len(body.split()),
        )  # fmt: skip
        self._facts(text_id, body)
        return int(text_id)

    def article(
        self, title: str = "Bridge closes", body: str = BODY, *,
        publisher: str = "harbourtimes.example", first_seen_at: datetime = NOON,
        published_at: datetime | None = NOON - timedelta(hours=2), story: str | None = None,
        authors: Sequence[str] = ("Jo Reyes",), image_url: str | None = None,
    ) -> int:  # fmt: skip
        """A new article with one version, in `story` where one is named."""
        number = next(self._numbers)
        url = f"https://{publisher}/2026/11/{number}"
        key = hashlib.sha256(url.encode()).digest()
        publisher_id, text_id = self.publisher(publisher), self.text(body)
        article_id = self.one(
            "INSERT INTO core.articles (canonical_url, url_sha256, publisher_id, first_seen_at) "
            "VALUES (%s, %s, %s, %s) RETURNING article_id", url, key, publisher_id, first_seen_at,
        )  # fmt: skip
        self.rows(
            "INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host, "
            "article_id, body_sha256, cleaned_sha256, fetched_at, last_reason, next_fetch_at, "
            "archive_path, archive_offset, archive_length) "
            "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, 'new', NULL, %s, 0, 10)",
            url, url, key, publisher_id, publisher, article_id, key, key, first_seen_at,
            f"{first_seen_at:%Y/%m/%d}/pages-{number}.warc.gz",
        )  # fmt: skip
        self._version(article_id, text_id, title, published_at, authors, image_url)
        if story:
            self.join(article_id, story)
        return int(article_id)

    def edit(self, article_id: int, title: str, body: str) -> None:
        """A new version of an article, from a page that changed."""
        page = hashlib.sha256(title.encode()).digest()
        self.rows("UPDATE core.pages SET body_sha256 = %s, cleaned_sha256 = %s "
                  "WHERE article_id = %s", page, page, article_id)  # fmt: skip
        self._version(article_id, self.text(body), title, NOON, ("Jo Reyes",), None)

    def join(self, article_id: int, story: str) -> None:
        """Put an article into a story, made if need be; an article in another is moved."""
        self.rows(
            "INSERT INTO core.stories (story_id, label, lead_article_id, first_published_at, "
            "last_published_at, size, cohesion, first_seen_at) "
            "SELECT %s, %s, article_id, first_seen_at, first_seen_at, 1, 0, first_seen_at "
            "FROM core.articles WHERE article_id = %s ON CONFLICT DO NOTHING",
            story, f"Story {story}", article_id,
        )  # fmt: skip
        self.rows(
            "INSERT INTO core.story_articles (article_id, story_id, version_id, reason, score) "
            "SELECT article_id, %s, version_id, 'same_event', 0.9 FROM core.articles "
            "WHERE article_id = %s ON CONFLICT (article_id) "
            "DO UPDATE SET story_id = EXCLUDED.story_id",
            story, article_id,
        )  # fmt: skip

    def _version(
        self, article_id: int, text_id: int, title: str, published_at: datetime | None,
        authors: Sequence[str], image_url: str | None,
    ) -> None:  # fmt: skip
        self.rows(
            "WITH stored AS (INSERT INTO core.article_versions (article_id, number, text_id, "
            "title, authors, published_at, published_from, language, method, method_reason, "
            "cleaned_by, page_id, page_sha256, fetched_at, image_url) "
            "SELECT article_id, 1 + (SELECT count(*) FROM core.article_versions AS v "
            "WHERE v.article_id = pages.article_id), %s, %s, %s, %s, %s, 'en', 'made', 'made', "
            "'made/1', page_id, body_sha256, now(), %s FROM core.pages WHERE article_id = %s "
            "RETURNING version_id, article_id) "
            "UPDATE core.articles SET version_id = stored.version_id, gone_at = NULL FROM stored "
            "WHERE articles.article_id = stored.article_id",
            text_id, title, list(authors), published_at, "feed" if published_at else None,
            image_url, article_id,
        )  # fmt: skip

    def _facts(self, text_id: int, body: str) -> None:
        extraction = self.one(
            "INSERT INTO core.extractions (text_id, extractor, config_hash, language) "
            "VALUES (%s, 'made/1', 'made', 'en') RETURNING extraction_id", text_id,
        )  # fmt: skip

        def add(table: str, words: str, **columns: Any) -> Any:
            start = body.find(words)
            if start < 0:
                return None
            fields = {
                "extraction_id": extraction, "text_id": text_id, "start_char": start,
                "end_char": start + len(words), "text": words, "confidence": 0.9, **columns,
            }  # fmt: skip
            names = ", ".join(fields)
            marks = ", ".join(["%s"] * len(fields))
            key = {"mentions": "mention_id", "quotes": "quote_id", "figures": "figure_id",
                   "times": "time_id", "places": "place_id"}[table]  # fmt: skip
            return self.one(
                f"INSERT INTO core.{table} ({names}) VALUES ({marks}) RETURNING {key}",
                *fields.values(),
            )

        feld = self._entity("person", "Mara Feld")
        add("mentions", "Mara Feld", label="PERSON", entity_id=feld)
        add("mentions", "Ulm", label="GPE", entity_id=self._entity("place", "Ulm"))
        said, speaker = body.find("said Mara"), body.find("Mara Feld")
        quote = "“It is not safe,”"
        quote_id = add(
            "quotes", quote, kind="direct", speaker_entity_id=feld, speaker_text="Mara Feld",
            speaker_start_char=speaker, speaker_end_char=speaker + 9, cue_text="said",
            cue_start_char=said, cue_end_char=said + 4,
        )  # fmt: skip
        if quote_id:
            start = body.find(quote)
            self.rows("INSERT INTO core.quote_fragments VALUES (%s, 1, %s, %s, %s)",
                      quote_id, start, start + len(quote), quote)  # fmt: skip
        add("figures", "At least 12 people", what="wounded", low=12, bound="at_least",
            unit="person", place_text="Ulm")  # fmt: skip
        add("times", "Friday", type="DATE", value="2026-11-20")
        add("places", "Ulm", name="Ulm", country="DE", lat=48.4, lon=9.98, geonames_id=2820256,
            kind="town", admin1="01", is_main=True)  # fmt: skip

    def _entity(self, kind: str, name: str) -> int:
        self.rows("INSERT INTO core.entities (kind, name, name_key) VALUES (%s, %s, %s) "
                  "ON CONFLICT DO NOTHING", kind, name, name.lower())  # fmt: skip
        return int(self.one("SELECT entity_id FROM core.entities WHERE kind = %s AND name = %s",
                            kind, name))  # fmt: skip


def closing_news(dsn: str) -> closing[News]:
    """News on a warehouse, closed at the end."""
    return closing(News(dsn))
