"""What a new article costs as the warehouse grows: `make bench-stories`.

A warehouse is filled by program to each size in turn (independent texts at a steady rate a
day, in stories of five, each text with its 48 hashes, its search terms and its links), the
newest of the day before. Then two batches of new articles, half on stored stories, a fifth
of them copies, go through `fingerprint_texts` and `group_stories`; the second is timed. The
rest of the way (cleaning, extraction) does not look at what is stored.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import psycopg2

from include.group_records import ArticleToGroup
from include.local.postgres import EmbeddedServer
from include.settings import Settings
from include.stages import Run, fingerprint_texts, group_stories
from include.warehouse.connect import connector
from include.warehouse.migrate import migrate
from tests.unit.stories.made_texts import edit, make_word
from tests.warehouse.stored_articles import store_articles

BEGIN = datetime(2031, 5, 6, tzinfo=UTC)
BATCH = 250

_UNINDEXED = {
    "core.fingerprints": ("fingerprints_pkey", "hash, text_id", "fingerprints_text_idx"),
    "core.text_terms": ("text_terms_pkey", "term, published_at, text_id", "text_terms_text_idx"),
    "core.text_links": ("text_links_pkey", "text_id, other_id", "text_links_other_idx"),
}
_SECOND = {
    "fingerprints_text_idx": "core.fingerprints (text_id)",
    "text_terms_text_idx": "core.text_terms (text_id)",
    "text_links_other_idx": "core.text_links (other_id)",
}
_FILL = """
CREATE TEMP TABLE made AS
SELECT 1000000 + n AS id, n / 5 AS story, n,
       %(begin)s + n * interval '1 day' / %(rate)s AS at
FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS n;
ANALYZE made;
INSERT INTO core.texts (text_id, sha256, body, words, first_seen_at, fingerprinted_at, grouped_as)
OVERRIDING SYSTEM VALUE
SELECT id, sha256(id::text::bytea), 'Made text ' || id, 3, at, at, id FROM made;
INSERT INTO core.pages (page_id, url, canonical_url, url_sha256, publisher_id, host, next_fetch_at)
OVERRIDING SYSTEM VALUE
SELECT id, 'made/' || id, 'made/' || id, sha256(('p' || id)::bytea), 1, 'a.test', NULL FROM made;
INSERT INTO core.articles (article_id, canonical_url, url_sha256, publisher_id, version_id,
    first_seen_at, grouped_version_id)
OVERRIDING SYSTEM VALUE
SELECT id, 'made/' || id, sha256(('a' || id)::bytea), 1, id, at, id FROM made;
INSERT INTO core.article_versions (version_id, article_id, number, text_id, title, published_at,
    published_from, method, method_reason, cleaned_by, page_id, page_sha256, fetched_at)
OVERRIDING SYSTEM VALUE
SELECT id, id, 1, id, 'Made', at, 'feed', '', '', '', id, '', at FROM made;
INSERT INTO core.stories (story_id, label, lead_article_id, first_published_at,
    last_published_at, size, cohesion)
SELECT 'made' || story, 'Made', min(id), min(at), max(at), count(*), 0.4 FROM made GROUP BY story
ON CONFLICT DO NOTHING;
INSERT INTO core.text_terms (term, published_at, text_id)
SELECT CASE WHEN k < 5 THEN '@s' || story || 'n' || k WHEN k < 10 THEN 's' || story || 'n' || k - 5
            ELSE 'w' || (abs(hashint8(id)::bigint) + k * 7919) %% %(words)s END, at, id
FROM made CROSS JOIN generate_series(0, 19) AS k;
INSERT INTO core.grouped_texts (text_id, published_at, first_article_id, terms, names, story_id,
    opens_story, score, placed_among)
SELECT id, at, id,
       (SELECT jsonb_object_agg(
            CASE WHEN k < 5 THEN '@s' || story || 'n' || k
                 WHEN k < 10 THEN 's' || story || 'n' || k - 5
                 ELSE 'w' || (abs(hashint8(id)::bigint) + k * 7919) %% %(words)s END, 2)
        FROM generate_series(0, 89) AS k),
       '{}', 'made' || story, n %% 5 = 0, 0.4, 1000000000
FROM made;
INSERT INTO core.story_articles (article_id, story_id, version_id, text_id, reason, score)
SELECT id, 'made' || story, id, id, 'same_event', 0.4 FROM made;
INSERT INTO core.text_links (text_id, other_id, likeness)
SELECT one.id, other.id, 0.4 FROM made AS one JOIN made AS other USING (story)
WHERE one.id <> other.id;
INSERT INTO core.fingerprints (hash, text_id)
SELECT abs(hashint8extended(id, k)), id FROM made CROSS JOIN generate_series(1, 48) AS k;
INSERT INTO core.term_counts (term, texts)
SELECT term, count(*) FROM (
    SELECT unnest(ARRAY['@', '']) || 's' || story || 'n' || k AS term
    FROM made CROSS JOIN generate_series(0, 4) AS k
) AS own GROUP BY term
ON CONFLICT (term) DO UPDATE SET texts = term_counts.texts + EXCLUDED.texts;
INSERT INTO core.term_counts (term, texts)
SELECT 'w' || n, (SELECT count(*) FROM made) * 80 / %(words)s
FROM generate_series(0, %(words)s - 1) AS n
UNION ALL SELECT '', count(*) FROM made
ON CONFLICT (term) DO UPDATE SET texts = term_counts.texts + EXCLUDED.texts;
DROP TABLE made;
"""


def main() -> None:
    """Fill a warehouse step by step and print what new articles cost at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,30000,100000", help="stored texts")
    parser.add_argument("--rate", type=int, default=5_000, help="independent texts a day")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    folder.chmod(0o755)
    try:
        with EmbeddedServer(folder / "postgres") as server:
            execute(server.url(), *(f"ALTER SYSTEM SET {name} = {value}" for name, value in {
                "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
                "max_wal_size": "'8GB'", "maintenance_work_mem": "'1GB'", "work_mem": "'128MB'",
            }.items()), "SELECT pg_reload_conf()", "CREATE DATABASE bench")  # fmt: skip
            migrate(server.url("bench"))
            tell(server.url("bench"), sizes, rate=options.rate)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def tell(dsn: str, sizes: list[int], *, rate: int) -> None:
    """Fill the warehouse at `dsn` to each size and time a batch there."""
    run = Run(connect=connector(dsn), settings=Settings(), run_id="bench")
    execute(dsn, "INSERT INTO core.publishers (name) VALUES ('made.test')")
    stored = 0
    print("stored texts   ms a new article: copies  stories   fill s")
    for size in sizes:
        started = time.monotonic()
        fill(dsn, stored, size, rate=rate)
        filled = time.monotonic() - started
        stored = size
        for trial in range(2):
            with run.transaction() as cur:
                store_articles(cur, list(news(size, rate=rate, seed=size + trial)))
            times = []
            for stage in (fingerprint_texts, group_stories):
                started = time.perf_counter()
                stage(run)
                times.append(1000 * (time.perf_counter() - started) / BATCH)
        print(f"{size:12,} {times[0]:24.1f} {times[1]:9.1f} {filled:8.0f}", flush=True)


def fill(dsn: str, first: int, last: int, *, rate: int) -> None:
    """Add made texts `first` to `last`; large tables lose their indexes meanwhile."""
    off = [f"DROP INDEX core.{second}; ALTER TABLE {table} DROP CONSTRAINT {key}"
           for table, (key, _, second) in _UNINDEXED.items()]  # fmt: skip
    on = [f"ALTER TABLE {table} ADD CONSTRAINT {key} PRIMARY KEY ({columns});"
          f" CREATE INDEX {second} ON {_SECOND[second]}"
          for table, (key, columns, second) in _UNINDEXED.items()]  # fmt: skip
    values = {"first": first, "last": last - 1, "begin": BEGIN, "rate": rate, "words": 20_000}
    conn = psycopg2.connect(dsn)
    with conn, conn.cursor() as cur:
        cur.execute("SET session_replication_role = replica")
        for statement in off:
            cur.execute(statement)
        cur.execute(_FILL, values)
        for statement in on:
            cur.execute(statement)
    conn.autocommit = True
    with conn.cursor() as cur:
        cur.execute("ANALYZE")
    conn.close()


def news(stored: int, *, rate: int, seed: int) -> Iterator[ArticleToGroup]:
    """A batch of new articles of about 250 words, half of them on stored stories."""
    rnd = Random(seed)
    now = BEGIN + timedelta(days=stored / rate)
    bodies: list[str] = []
    for number in range(BATCH):
        if bodies and rnd.random() < 0.2:
            body = edit(rnd.choice(bodies), 0.04, rnd)
        else:
            story = (stored - rnd.randint(1, 4_000)) // 5 if rnd.random() < 0.5 else -number
            names = [f"S{story}n{k}" for k in range(5)] if story > 0 else []
            names = names or [make_word(rnd).capitalize() + "burg" for _ in range(5)]
            words = [f"w{rnd.randrange(20_000)}" for _ in range(140)]
            words += [make_word(rnd) for _ in range(80)] + names * 4
            rnd.shuffle(words)
            body = "the " + " ".join(words)
        bodies.append(body)
        yield ArticleToGroup(
            id=f"https://new.test/{seed}/{number}", text_id="", title="", body=body,
            published_at=now + timedelta(minutes=rnd.randint(0, 600)), publisher="new.test",
        )  # fmt: skip


def execute(dsn: str, *statements: str) -> None:
    """Run statements outside a transaction."""
    conn = psycopg2.connect(dsn)
    conn.autocommit = True
    with conn.cursor() as cur:
        for statement in statements:
            cur.execute(statement)
    conn.close()


if __name__ == "__main__":
    main()
