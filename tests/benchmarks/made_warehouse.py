"""A made warehouse of any size, loaded by COPY: articles, versions, copies, stories, facts.

Texts are put together from a pool of made sentences in which names, quotes and figures stand
at known characters, so every fact's offsets reproduce its text. Words and names are as uneven
as real ones (Zipf); articles of a story draw on the same sentences. A year of days ends with
`LAST_DAY`. The same seed makes the same warehouse.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import StringIO
from itertools import accumulate
from typing import Any

from psycopg2.extensions import connection as Connection

LAST_DAY = datetime(2026, 11, 23, tzinfo=UTC)
DAYS = 365
PUBLISHERS = (
    "meridianwire.example harbourtimes.example thecontinental.example andescourier.example "
    "quotidien-du-rhone.example straitsherald.example capetribune.example nilegazette.example "
    "prairieledger.example valleyobserver.example norderbote.example"
).split()
KNOWN_NAMES = (
    ("person", "Ursula von der Leyen"), ("person", "Volodymyr Zelenskyy"),
    ("person", "Vladimir Putin"), ("person", "Kaja Kallas"), ("person", "Donald Trump"),
    ("place", "Kyiv"), ("place", "Ukraine"), ("place", "Peru"), ("place", "Brussels"),
    ("organisation", "European Commission"), ("organisation", "European Union"),
    ("organisation", "World Health Organization"), ("organisation", "Meridian Wire"),
)  # fmt: skip
KNOWN_WORDS = (
    "toll earthquake quake strike ferry attack court minister police killed wounded vaccine "
    "cholera union budget election storm school hospital fraud verdict harbour protest"
).split()
RARE_WORDS = "ayacucho bintan kyiv civil defense seisme greve negotiating".split()
SYLLABLES = (
    "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bre cla dro fli".split()
)
WHATS = ("killed", "wounded", "missing", "arrested", "displaced", "protesters")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its facts: (table, start, end, more columns), offsets within it."""

    text: str
    facts: tuple[tuple[str, int, int, tuple[Any, ...]], ...]


@dataclass(slots=True)
class Made:
    """Rows by table, not yet copied."""

    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def add(self, table: str, *row: Any) -> None:
        """Keep a row of `table`."""
        self.rows.setdefault(table, []).append(row)


COLUMNS = {
    "ops.runs": "run_id, kind, started_at, finished_at, version",
    "publishers": "publisher_id, name, country, first_seen_at",
    "feeds": "feed_id, publisher_id, url, host, listed_url",
    "entities": "entity_id, kind, name, name_key, canonical_id",
    "texts": "text_id, sha256, body, language, words, first_seen_at, fingerprinted_at, copy_of, "
    "copy_score, copy_reason",
    "pages": "page_id, url, canonical_url, url_sha256, publisher_id, host, first_seen_at, "
    "next_fetch_at, http_status, body_sha256, fetched_at, cleaned_sha256, cleaned_by, "
    "cleaned_at, article_id",
    "entries": "entry_key, feed_id, entry_id, entry_sha256, url, title, content_sha256, page_id, "
    "first_seen_at",
    "articles": "article_id, canonical_url, url_sha256, publisher_id, version_id, first_seen_at",
    "article_versions": "version_id, article_id, number, text_id, title, published_at, "
    "published_from, language, method, method_reason, cleaned_by, page_id, page_sha256, "
    "fetched_at, loaded_at",
    "stories": "story_id, label, lead_article_id, first_published_at, last_published_at, size, "
    "cohesion",
    "story_articles": "article_id, story_id, version_id, reason, score, grouped_at",
    "story_memberships": "article_id, story_id, since",
    "extractions": "extraction_id, text_id, extractor, config_hash, language, extracted_at",
    "mentions": "extraction_id, text_id, start_char, end_char, text, label, entity_id, confidence",
    "quotes": "extraction_id, text_id, start_char, end_char, text, kind, speaker_text, "
    "speaker_entity_id, cue_text, confidence",
    "figures": "extraction_id, text_id, start_char, end_char, text, what, low, high, bound, unit, "
    "confidence",
    "times": "extraction_id, text_id, start_char, end_char, text, type, value, confidence",
    "places": "extraction_id, text_id, start_char, end_char, text, name, country, lat, lon, "
    "geonames_id, confidence, kind, is_main",
}
FACTS = ("mentions", "quotes", "figures", "times", "places")
STATEMENTS = """
    INSERT INTO core.statements (text, canonical_quote_id, speaker_entity_id, first_article_id,
        first_published_at, quotes, texts)
    SELECT quotes.text, min(quote_id), speaker_entity_id, min(article_id), min(published_at),
           count(DISTINCT quote_id), count(DISTINCT text_id)
    FROM core.quotes JOIN core.article_versions USING (text_id)
    GROUP BY quotes.text, speaker_entity_id;
    INSERT INTO core.statement_quotes (quote_id, statement_id, is_shortened, is_altered, likeness)
    SELECT quote_id, statement_id, false, false, 1
    FROM core.quotes JOIN core.statements USING (text, speaker_entity_id);
"""


class Maker:
    """Makes the rows of a warehouse with `articles` articles."""

    def __init__(self, articles: int, *, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._articles = articles
        made = [self._word() for _ in range(20_000)]
        for rank, word in enumerate(KNOWN_WORDS):  # of a seventh to a fiftieth of all articles
            made.insert(300 + 100 * rank, word)
        self._words = ["said", *made[:8_000], *RARE_WORDS, *made[8_000:]]
        self._word_weights = list(accumulate(1 / (rank + 8) for rank in range(len(self._words))))
        self._names = self._make_names(max(1_000, articles // 4))
        self._name_weights = list(accumulate(1 / (rank + 15) for rank in range(len(self._names))))
        self._pool = [self._sentence() for _ in range(max(2_000, articles * 2 // 5))]
        self._text_id = self._version_id = self._extraction_id = 0
        self._drawn: dict[int, list[Sentence]] = {}  # of the texts of one story

    def _word(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 4)))

    def _make_names(self, wanted: int) -> list[tuple[str, str]]:
        names = dict.fromkeys(KNOWN_NAMES)
        while len(names) < wanted:
            kind = self._random.choices(("person", "organisation", "place", "group"), (4, 3, 3, 1))[
                0
            ]
            parts = 2 if kind in ("person", "organisation") else 1
            names[kind, " ".join(self._word().capitalize() for _ in range(parts))] = None
        return list(names)

    def _sentence(self) -> Sentence:
        text, facts = "", []
        for word in self._random.choices(
            self._words, cum_weights=self._word_weights, k=self._random.randint(12, 26)
        ):
            text += (word.capitalize() if not text else word) + " "
            chance = self._random.random()
            if chance < 0.038:
                number = self._random.choices(
                    range(len(self._names)), cum_weights=self._name_weights
                )[0]
                kind, name = self._names[number]
                span = (len(text), len(text) + len(name))
                facts.append(("mentions", *span, (name, "PERSON", number + 1, 0.9)))
                if kind == "place":
                    facts.append(("places", *span, (
                        name, name, "PE", number % 140 - 70.0, number % 340 - 170.0, number + 1,
                        0.8, "town", chance < 0.015)))  # fmt: skip
                text += name + " "
            elif chance < 0.045:
                value = self._random.randint(1, 400)
                shown = str(value)
                what = self._random.choice(WHATS)
                facts.append(("figures", len(text), len(text) + len(shown), (
                    shown, what, value, value, "exact", "person", 0.8)))  # fmt: skip
                text += shown + " "
            elif chance < 0.049:
                facts.append(("times", len(text), len(text) + 8, (
                    "Thursday", "DATE", "2026-11-19", 0.8)))  # fmt: skip
                text += "Thursday "
        text = text.rstrip() + "."
        people = [fact for fact in facts if fact[0] == "mentions"]
        if people and self._random.random() < 0.3:
            name, _, number, _ = people[0][3]
            facts.append(("quotes", 0, len(text), (
                text, "direct", name, number, "said", 0.9)))  # fmt: skip
        return Sentence(text, tuple(facts))

    def chunks(self, size: int = 5_000) -> Iterator[Made]:
        """The rows, so many articles at a time; what they refer to comes first."""
        made = Made()
        names = [*PUBLISHERS, *(f"{self._word()}{n}.example" for n in range(len(PUBLISHERS), 200))]
        first = LAST_DAY - timedelta(days=DAYS)
        for number, name in enumerate(names, 1):
            made.add("publishers", number, name, "US", first)
            url = f"https://{name}/feed"
            made.add("feeds", name, number, url, name, url)
        for number, (kind, name) in enumerate(self._names, 1):
            made.add("entities", number, kind, name, f"{name.lower()} {number}"
                     if number > len(KNOWN_NAMES) else name.lower(), number)  # fmt: skip
        made.add("ops.runs", "made:1", "manual", first, first + timedelta(days=200), "made")
        made.add("ops.runs", "made:2", "manual", LAST_DAY, LAST_DAY, "made")
        yield made
        made, article_id, story = Made(), 0, 0
        while article_id < self._articles:
            story += 1
            size_of_story = min(
                int(self._random.paretovariate(1.1)) * 2 - 1, 300, self._articles - article_id
            )
            self._story(made, story, range(article_id + 1, article_id + size_of_story + 1), names)
            article_id += size_of_story
            if len(made.rows["articles"]) >= size:
                yield made
                made = Made()
        if made.rows:
            yield made

    def _story(self, made: Made, number: int, article_ids: Sequence[int], names: list[str]) -> None:
        begun = LAST_DAY - timedelta(days=DAYS * (1 - article_ids[0] / (self._articles + 1)))
        story_id, topic, at = f"made-{number}", self._random.randrange(len(self._pool) - 60), begun
        original = 0
        self._drawn.clear()
        label = " ".join(self._random.choices(self._words, cum_weights=self._word_weights, k=8))
        for article_id in article_ids:
            at = min(at + timedelta(minutes=self._random.expovariate(1 / 60)), LAST_DAY)
            kind = self._random.random() if original else 1.0
            text_id = original
            if kind > 0.07:
                copy_of = original if kind < 0.15 else None
                text_id = self._text(made, topic, at, copy_of)
                original = original or text_id
            self._article(made, article_id, text_id, at, story_id, kind, label, topic, names)
        made.add("stories", story_id, label, article_ids[0], begun, at, len(article_ids), 0.4)

    def _text(
        self, made: Made, topic: int, at: datetime, copy_of: int | None, reason: str = "overlap"
    ) -> int:
        self._text_id += 1
        self._extraction_id += 1
        if copy_of is None:
            drawn = [
                self._pool[topic + self._random.randrange(60)] if draw < 8
                else self._random.choice(self._pool)
                for draw in range(16)
            ]  # fmt: skip
        else:
            drawn = list(self._drawn[copy_of])
            for place in self._random.sample(range(16), 2):
                drawn[place] = self._random.choice(self._pool)
        self._drawn[self._text_id] = drawn
        body, offset = [], 0
        for sentence in drawn:
            for table, start, end, more in sentence.facts:
                made.add(table, self._extraction_id, self._text_id, start + offset,
                         end + offset, *more)  # fmt: skip
            body.append(sentence.text)
            offset += len(sentence.text) + 1
        text = "\n".join(body)
        made.add("texts", self._text_id, _sha(f"{self._text_id} {text}"), text, "en",
                 text.count(" ") + 16, at, at, copy_of, 0.9 if copy_of else None,
                 reason if copy_of else None)  # fmt: skip
        made.add("extractions", self._extraction_id, self._text_id, "made", "made", "en",
                 at + timedelta(minutes=9))  # fmt: skip
        return self._text_id

    def _article(
        self, made: Made, article_id: int, text_id: int, at: datetime, story_id: str, kind: float,
        label: str, topic: int, names: list[str],
    ) -> None:  # fmt: skip
        publisher = min(int(self._random.paretovariate(0.6)), len(names))
        host = names[publisher - 1]
        url = f"https://{host}/{article_id}"
        seen, digest = at + timedelta(minutes=self._random.uniform(2, 40)), _sha(url)
        made.add("pages", article_id, url, url, digest, publisher, host, seen, None, 200, digest,
                 seen, digest, "made", seen, article_id)  # fmt: skip
        made.add("entries", article_id, host, url, digest, url, label, digest, article_id, seen)
        texts = [text_id]
        if self._random.random() < 0.05:
            texts.append(self._text(made, topic, seen, text_id, "revision"))
        for number, each in enumerate(texts, 1):
            self._version_id += 1
            fetched = seen + timedelta(hours=6 * (number - 1))
            title = label if number == 1 else f"{label} updated"
            made.add("article_versions", self._version_id, article_id, number, each, title, at,
                     "feed", "en", "made", "made", "made", article_id, _sha(f"{url} {number}"),
                     fetched, fetched + timedelta(minutes=3))  # fmt: skip
        made.add("articles", article_id, url, digest, publisher, self._version_id, seen)
        reason = "copy" if kind < 0.15 else "first_of_story" if kind == 1.0 else "same_event"
        made.add("story_articles", article_id, story_id, self._version_id, reason, 0.5,
                 seen + timedelta(minutes=10))  # fmt: skip
        made.add("story_memberships", article_id, story_id, seen + timedelta(minutes=10))


def _sha(text: str) -> str:
    return "\\x" + sha256(text.encode()).hexdigest()


def _lines(rows: Sequence[tuple[Any, ...]]) -> StringIO:
    return StringIO("".join("\t".join(map(_field, row)) + "\n" for row in rows))


def _field(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.replace("\\", "\\\\").replace("\n", "\\n")
    return str(value)


def load(conn: Connection, articles: int, *, seed: int = 1) -> tuple[int, int]:
    """Fill the migrated, empty warehouse; returns how many rows, and how many of them facts.

    Keys are not checked row by row: the maker makes none that leads nowhere.
    """
    rows = facts = 0
    with conn, conn.cursor() as cur:
        cur.execute("SET LOCAL session_replication_role = replica")
        for made in Maker(articles, seed=seed).chunks():
            for table, columns in COLUMNS.items():
                if listed := made.rows.get(table):
                    cur.copy_expert(
                        f"COPY {table if '.' in table else 'core.' + table} ({columns}) FROM STDIN",
                        _lines(listed),
                    )
                    rows += len(listed)
                    facts += len(listed) if table in FACTS else 0
        cur.execute(STATEMENTS)
        rows += cur.rowcount
        for table, key in (
            ("publishers", "publisher_id"), ("entities", "entity_id"), ("texts", "text_id"),
            ("pages", "page_id"), ("entries", "entry_key"), ("articles", "article_id"),
            ("article_versions", "version_id"), ("extractions", "extraction_id"),
        ):  # fmt: skip
            cur.execute(
                f"SELECT setval(pg_get_serial_sequence('core.{table}', '{key}'), max({key})) "
                f"FROM core.{table}"
            )
    with conn, conn.cursor() as cur:
        cur.execute("ANALYZE")
    return rows, facts
