"""Migrations on warehouses that hold data, from every number; and none that locks for long."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from include.warehouse import marts
from include.warehouse import migrate as migrations
from include.warehouse.connect import connect
from include.warehouse.migrate import MIGRATIONS, migrate

pytestmark = pytest.mark.warehouse

FILES = sorted(MIGRATIONS.glob("*.sql"))
FIRST_WITH_ARTICLES = "0007"
BEFORE_THE_LINTER = frozenset(
    [*(f"{number:04}" for number in range(1, 16)), "0018", "0020", "0025", "0026"]
)
SQUAWK = Path(sys.executable).parent / "squawk"
# Rules of style, and rules that ask for what the connection and yoyo give: a transaction,
# timeouts. What stays are the rules on locks.
NOT_OURS = (
    "prefer-bigint-over-int", "prefer-bigint-over-smallint", "prefer-robust-stmts",
    "require-lock-timeout", "require-statement-timeout", "ban-drop-table", "ban-drop-constraint",
    "ban-drop-not-null",
)  # fmt: skip

DATA = """
    INSERT INTO core.publishers (name) VALUES ('p');
    INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host)
    VALUES ('u', 'u', '\\x01', 1, 'h');
    INSERT INTO core.texts (sha256, body, language, words) VALUES ('\\x01', 'Ana spoke.', 'en', 2);
    INSERT INTO core.articles (canonical_url, url_sha256, publisher_id) VALUES ('u', '\\x01', 1);
    INSERT INTO core.article_versions (article_id, number, text_id, title, language, method,
        method_reason, cleaned_by, page_id, page_sha256, fetched_at)
    VALUES (1, 1, 1, 'T', 'en', 'm', 'm', 'm', 1, '\\x01', now());
    UPDATE core.articles SET version_id = 1;
    INSERT INTO core.stories (story_id, label, lead_article_id, first_published_at,
        last_published_at, size, cohesion) VALUES ('s', 'T', 1, now(), now(), 1, 0);
    INSERT INTO core.story_articles (article_id, story_id, version_id, reason, score)
    VALUES (1, 's', 1, 'first_of_story', 1);
    INSERT INTO core.extractions (text_id, extractor, config_hash, language)
    VALUES (1, 'e', 'e', 'en');
    INSERT INTO core.entities (kind, name, name_key) VALUES ('person', 'Ana', 'ana');
    INSERT INTO core.mentions (extraction_id, text_id, start_char, end_char, text, label,
        entity_id, confidence) VALUES (1, 1, 0, 3, 'Ana', 'PERSON', 1, 1);
"""


@pytest.mark.parametrize(
    "last",
    [file for file in FILES[:-1] if file.stem[:4] >= FIRST_WITH_ARTICLES],
    ids=lambda file: file.stem[:4],
)
def test_data_of_any_number_migrates_and_can_be_asked(
    empty_dsn: str, last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older, no_views = tmp_path / "migrations", tmp_path / "views"
    older.mkdir()
    no_views.mkdir()
    for file in FILES[: FILES.index(last) + 1]:
        shutil.copy(file, older)
    with monkeypatch.context() as at_that_time:
        at_that_time.setattr(migrations, "MIGRATIONS", older)
        at_that_time.setattr(migrations, "_apply_views", lambda conn: None)
        assert migrate(empty_dsn)[-1] == last.stem
    with closing(connect(empty_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(DATA)
    assert migrate(empty_dsn) == [file.stem for file in FILES[FILES.index(last) + 1 :]]
    with closing(connect(empty_dsn)) as conn, conn, conn.cursor() as cur:
        marts.summarize(cur, marts.to_summarize(cur))
        marts.refresh_views(cur)
        cur.execute("SELECT title FROM mart.search('spoke')")
        assert cur.fetchall() == [("T",)]
        cur.execute("SELECT entity, articles FROM mart.find_entities('ana')")
        assert cur.fetchall() == [("Ana", 1)]


@pytest.mark.skipif(not SQUAWK.exists(), reason="squawk-cli is not installed")
@pytest.mark.parametrize(
    "file",
    [file for file in FILES if file.stem[:4] not in BEFORE_THE_LINTER],
    ids=lambda file: file.stem,
)
def test_no_migration_locks_for_long(file: Path) -> None:
    excluded = [part for rule in NOT_OURS for part in ("--exclude", rule)]
    done = subprocess.run(
        [SQUAWK, "--pg-version", "15", "--assume-in-transaction", "--reporter", "gcc", *excluded,
         file],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not SQUAWK.exists(), reason="squawk-cli is not installed")
def test_the_linter_refuses_an_index_that_locks_out_writers(tmp_path: Path) -> None:
    file = tmp_path / "9999_lock.sql"
    file.write_text("CREATE INDEX mentions_label_idx ON core.mentions (label);")
    done = subprocess.run([SQUAWK, file], capture_output=True, text=True, check=False)
    assert "require-concurrent-index-creation" in done.stdout + done.stderr


def test_the_committed_picture_is_current(warehouse_dsn: str) -> None:
    from include.warehouse.picture import picture

    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        drawn = (migrations.HERE / "picture.svg").read_text("utf-8")
        assert drawn == picture(cur), "run `make docs`"
