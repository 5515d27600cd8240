"""Retention removes what settings say, after saying so; by default nothing, and facts never."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from include.__main__ import main
from include.pages.archive import Archive
from include.pages.warc import Reference
from include.records import Response
from include.settings import Settings
from include.stages import Run, make_partitions, plan_removals, remove_old
from include.stages.archiving import keep, sha256
from include.stages.extracting import config_hashes
from include.warehouse import fact_claims, texts
from include.warehouse.changes import NoSuchChange, changes_since
from include.warehouse.check import run_checks
from include.warehouse.connect import connect, connector
from tests.warehouse.made_news import BODY, News
from tests.warehouse.stored_articles import renew_texts

pytestmark = pytest.mark.warehouse
NOW = datetime.now(UTC)
EVERYTHING = {"keep_ledger_months": 1, "keep_archive_days": 30, "keep_leftovers_hours": 12,
              "keep_text_days": {"*": 30}}  # fmt: skip


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    yield made
    made.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def run_with(news: News, home: Path, **settings: Any) -> Run:
    return Run(connect=connector(news.dsn), settings=Settings(home=home, **settings), run_id="test")


def tables(news: News) -> set[str]:
    rows = news.rows(
        "SELECT oid::regclass::text FROM pg_class WHERE relispartition AND relkind = 'r'"
    )
    return {name for (name,) in rows}


def age_ledger(news: News) -> None:
    """A partition of each table four months back, with a row in it."""
    for table in ("ops.outcomes", "ops.fetches", "ops.checks", "core.changes"):
        news.rows("SELECT ops.make_partition(%s, (now() - interval '4 months')::date)", table)
    news.rows("UPDATE core.changes SET recorded_at = now() - interval '4 months'")


def age_texts(news: News) -> None:
    news.rows("UPDATE core.article_versions SET fetched_at = now() - interval '90 days', "
              "published_at = now() - interval '90 days'")  # fmt: skip


def old_files(home: Path, days: int = 90) -> Path:
    """An archive with a file of 90 days ago, a half one, and files of others."""
    day = NOW - timedelta(days=days)
    folder = home / "archive" / f"{day:%Y/%m/%d}"
    folder.mkdir(parents=True)
    name = f"pages-{day:%Y%m%dT%H%M%SZ}-{'a' * 32}.warc.gz"
    for file in (name, f"{name}.part", "mine.warc.gz", "notes.txt"):
        (folder / file).write_bytes(b"x" * 100)
        os.utime(folder / file, (day.timestamp(), day.timestamp()))
    return folder / name


def test_by_default_nothing_goes_but_what_killed_processes_left(news: News, home: Path) -> None:
    news.article(story="a")
    age_ledger(news)
    age_texts(news)
    file = old_files(home)
    before = tables(news)
    run = run_with(news, home)
    assert (plan_removals(run), remove_old(run)) == ({"left-over": 1}, {"left-over": 1})
    assert tables(news) == before
    assert len(list(file.parent.iterdir())) == 3
    assert news.one("SELECT body FROM core.texts") == BODY


def test_a_plan_counts_and_removes_nothing(news: News, home: Path) -> None:
    news.article(story="a")
    age_ledger(news)
    age_texts(news)
    file = old_files(home)
    (home / "exports/.aside/dead").mkdir(parents=True)
    os.utime(home / "exports/.aside/dead", (0, 0))
    before = tables(news)
    run = run_with(news, home, **EVERYTHING)
    plan = plan_removals(run)
    assert plan == {"month": 4, "text": 1, "archive file": 1, "left-over": 2}
    assert tables(news) == before
    assert len(list(file.parent.iterdir())) == 4
    assert news.one("SELECT body FROM core.texts") == BODY
    assert remove_old(run) == plan
    assert plan_removals(run) == {}
    assert {one.name for one in file.parent.iterdir()} == {"mine.warc.gz", "notes.txt"}
    assert not (home / "exports/.aside/dead").exists()
    kinds = news.rows(
        "SELECT kind, count(*), bool_and(run_id = 'test') FROM ops.removals GROUP BY 1"
    )
    assert sorted(kinds) == [("archive file", 1, True), ("left-over", 2, True), ("month", 4, True),
                             ("text", 1, True)]  # fmt: skip


def test_this_month_and_the_last_are_never_dropped(news: News, home: Path) -> None:
    news.rows("SELECT ops.make_partition('ops.outcomes', (now() - interval '1 month')::date)")
    before = tables(news)
    assert remove_old(run_with(news, home, keep_ledger_months=1)) == {}
    assert tables(news) == before


def test_old_alerts_go_with_the_months_of_the_ledger(news: News, home: Path) -> None:
    for months in (0, 1, 2, 5):
        news.rows(
            "INSERT INTO ops.alerts (kind, subject, dedup_key, sentence, query, raised_at) VALUES "
            "('failing_feed', 's', %s, 'Feed failed.', 'SELECT 1;', "
            "now() - make_interval(months => %s))",
            f"{months} back", months,
        )  # fmt: skip
    assert remove_old(run_with(news, home)) == {}
    assert remove_old(run_with(news, home, keep_ledger_months=1)) == {"alert": 2}
    kept = news.rows("SELECT dedup_key FROM ops.alerts ORDER BY alert_id")
    assert kept == [("0 back",), ("1 back",)]
    (told,) = news.rows("SELECT kind, subject, items, reason FROM ops.removals")
    assert told == ("alert", "ops.alerts", 2, "KEEP_LEDGER_MONTHS=1")


@pytest.mark.parametrize("wanted", ["core.articles", "ops.runs", "pg_catalog.pg_class", "x; --"])
def test_only_old_months_can_be_dropped(news: News, wanted: str) -> None:
    with pytest.raises(psycopg2.errors.RaiseException, match="is no month older"):
        news.rows("SELECT ops.drop_partition(%s, 1)", wanted)


@pytest.mark.parametrize(("role", "may"), [("dateline_loader", True), ("dateline_reader", False)])
def test_the_loader_may_drop_old_months_and_the_reader_not(
    news: News, role: str, may: bool
) -> None:
    age_ledger(news)
    month = f"ops.outcomes_{news.one('SELECT month FROM ops.old_partitions(1) LIMIT 1'):%Y_%m}"
    with closing(connect(news.dsn)) as conn, conn.cursor() as cur:
        cur.execute(f"SET ROLE {role}")
        if may:
            cur.execute("SELECT ops.drop_partition(%s, 1)", (month,))
        else:
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                cur.execute("SELECT ops.drop_partition(%s, 1)", (month,))


def test_a_reader_of_changes_learns_that_some_are_gone(news: News, home: Path) -> None:
    news.article()
    age_ledger(news)
    remove_old(run_with(news, home, keep_ledger_months=2))
    with pytest.raises(NoSuchChange, match=r"up to 1 are no longer kept. Read the tables"):
        list(changes_since(connector(news.dsn), 0))
    news.article("Later", publisher="b.example")
    assert [row["kind"] for row in changes_since(connector(news.dsn), 1)] == ["new"]


def test_partitions_are_made_ahead_and_missed_by_a_check(news: News, home: Path) -> None:
    run = run_with(news, home)
    # four tables a month, and another four where a month began since the schema was made
    assert make_partitions(run)["made"] in (4, 8)
    assert make_partitions(run) == {"made": 0}

    def missing() -> int:
        with news.conn, news.conn.cursor() as cur:
            found = {one.name: one.offending for one in run_checks(cur, "x", max_failed_share=0.5)}
        return found["partitions_ahead"]

    assert missing() == 0
    for name in tables(news):
        if name.startswith("ops.fetches"):
            news.rows(f"DROP TABLE {name}")
    assert missing() == 2


def bodies(news: News) -> dict[str, str]:
    return dict(news.rows("SELECT canonical_url, body FROM core.articles "
                          "JOIN core.article_versions USING (version_id) "
                          "JOIN core.texts USING (text_id)"))  # fmt: skip


def test_texts_go_by_publisher_and_their_facts_stay(news: News, home: Path) -> None:
    news.article("Mine", "One text here.", publisher="mine.example", story="a")
    news.article("Theirs", BODY, publisher="theirs.example", story="a")
    age_texts(news)
    before = news.rows("SELECT count(*) FROM mart.mentions")
    run = run_with(news, home, keep_text_days={"theirs.example": 30})
    assert remove_old(run) == {"text": 1}
    found = {url.split("/")[2]: body for url, body in bodies(news).items()}
    assert found == {"mine.example": "One text here.", "theirs.example": ""}
    assert news.rows("SELECT count(*) FROM mart.mentions") == before
    assert news.rows("SELECT quote FROM mart.quotes") == [("“It is not safe,”",)]
    with news.conn, news.conn.cursor() as cur:
        assert not [one for one in run_checks(cur, "x", max_failed_share=0.5) if one.is_red]
    kinds = [row["kind"] for row in changes_since(connector(news.dsn), 0)]
    assert kinds.count("text_removed") == 1


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ({"theirs.example": 30}, "another publisher keeps it"),
        ({"theirs.example": 30, "mine.example": 365}, "another keeps it for longer"),
        ({"*": 120}, "it is younger than that"),
        ({"*": 30, "mine.example": 365}, "its publisher's own days come before *"),
    ],
)
def test_a_shared_text_stays_while_anybody_keeps_it(
    news: News, home: Path, days: dict[str, int], why: str
) -> None:
    news.article("Mine", BODY, publisher="mine.example", story="a")
    news.article("Theirs", BODY, publisher="theirs.example", story="a")
    age_texts(news)
    assert remove_old(run_with(news, home, keep_text_days=days)) == {}, why


@pytest.mark.parametrize(
    "waits",
    [
        "UPDATE core.texts SET fingerprinted_at = NULL",
        "UPDATE core.extractions SET is_current = false",
        "DELETE FROM core.story_articles",
    ],
)
def test_a_text_that_waits_for_a_stage_stays(news: News, home: Path, waits: str) -> None:
    news.article(story="a")
    age_texts(news)
    news.rows(waits)
    assert remove_old(run_with(news, home, keep_text_days={"*": 30})) == {}


def test_a_removed_text_is_neither_extracted_again_nor_judged_anew(news: News, home: Path) -> None:
    news.article("Original", BODY, story="a")
    news.article("Copy", BODY + " Copied.", publisher="b.example", story="a")
    news.rows(
        "UPDATE core.texts SET copy_of = (SELECT min(text_id) FROM core.texts), copy_score = 1, "
        "copy_reason = 'same' WHERE text_id > (SELECT min(text_id) FROM core.texts)"
    )
    age_texts(news)
    run = run_with(news, home, keep_text_days={"harbourtimes.example": 30})
    assert remove_old(run) == {"text": 1}
    hashes = config_hashes(run.settings)
    with news.conn, news.conn.cursor() as cur:
        assert renew_texts(cur, hashes, most=9) == 1
    with run.claims("extract_texts") as held, news.conn, news.conn.cursor() as cur:
        waiting = fact_claims.claim_unextracted(cur, held, hashes, shard=0, of=1, most=9)
        assert [row["chars"] for row in waiting] == [len(BODY + " Copied.")]
        cur.execute("SELECT array_agg(text_id) FROM core.texts")
        (ids,) = cur.fetchone() or ([],)
        assert texts.texts_to_compare(cur, ids) == []


def test_a_file_that_holds_an_uncleaned_page_stays(news: News, home: Path) -> None:
    file = old_files(home)
    path = str(file.relative_to(home / "archive"))
    news.article()
    news.rows("UPDATE core.pages SET archive_path = %s, cleaned_sha256 = NULL", path)
    run = run_with(news, home, keep_archive_days=30)
    assert remove_old(run) == {"left-over": 1}
    news.rows("UPDATE core.pages SET cleaned_sha256 = body_sha256")
    assert remove_old(run) == {"archive file": 1}
    assert news.rows("SELECT archive_path, archive_offset FROM core.pages") == [(None, None)]


def test_a_body_seen_again_after_its_file_went_is_kept_whole(news: News, home: Path) -> None:
    archive = Archive.at((home / "archive").as_uri())
    answer = Response(
        requested_url="https://a.example/1", url="https://a.example/1", status=200,
        headers={"content-type": "text/html"}, body=b"<p>body</p>", fetched_at=NOW, elapsed_ms=1,
    )  # fmt: skip

    def row() -> dict[str, Any]:
        names = (
            "url, final_url, fetched_at, body_sha256, archive_path, archive_offset, archive_length"
        )
        values = news.rows(f"SELECT {names} FROM core.pages")[0]
        return {"page_id": 1, **dict(zip(names.split(", "), values, strict=True))}

    news.article(first_seen_at=NOW)
    news.rows("UPDATE core.pages SET archive_path = NULL")
    first = keep(archive, "pages", [(row(), answer)], key="page_id")[0][1]
    old = home / "archive" / (NOW - timedelta(days=90)).strftime("%Y/%m/%d") / Path(first.path).name
    old.parent.mkdir(parents=True)
    (home / "archive" / first.path).rename(old)
    news.rows(
        "UPDATE core.pages SET archive_path = %s, archive_offset = %s, archive_length = %s, "
        "body_sha256 = %s, cleaned_sha256 = %s", str(old.relative_to(home / "archive")),
        first.offset, first.length, sha256(answer.body), sha256(answer.body),
    )  # fmt: skip
    assert remove_old(run_with(news, home, keep_archive_days=30)) == {"archive file": 1}
    assert not old.parent.exists()
    again: Reference = keep(archive, "pages", [(row(), answer)], key="page_id")[0][1]
    assert archive.read(again).body == answer.body


def test_a_young_part_belongs_to_a_writer_at_work(news: News, home: Path) -> None:
    file = old_files(home)
    part = file.with_name(f"{file.name}.part")
    os.utime(part)
    assert remove_old(run_with(news, home, keep_leftovers_hours=12)) == {}
    assert part.exists()


def test_the_command_is_a_dry_run_until_told_to_delete(
    news: News, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = old_files(home)
    settings = Settings(home=home, warehouse=news.dsn, keep_archive_days=30)
    monkeypatch.setattr("include.settings.load", lambda: settings)
    monkeypatch.setattr("include.__main__._utf8", lambda: None)
    assert main(["keep-house"]) == 0
    told = capsys.readouterr().out
    assert "archive file" in told
    assert "DATELINE_KEEP_ARCHIVE_DAYS=30" in told
    assert "a dry run: nothing was removed" in told
    assert file.exists()
    assert main(["keep-house", "--all", "--delete"]) == 0
    assert "gone; ops.removals has each" in capsys.readouterr().out
    assert not file.exists()
    assert main(["keep-house"]) == 0
    assert "nothing is to go" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("KEEP_TEXT_DAYS", "bbc.co.uk", "write publisher=days"),
        ("KEEP_TEXT_DAYS", "bbc.co.uk=soon", "write publisher=days"),
        ("KEEP_TEXT_DAYS", "bbc.co.uk=0", "1 to 36500 days"),
        ("KEEP_LEDGER_MONTHS", "0", "greater than or equal to 1"),
        ("KEEP_LEFTOVERS_HOURS", "1", "greater than or equal to 12"),
    ],
)
def test_a_wrong_setting_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    from include.settings import SettingsError, load

    monkeypatch.setenv(f"DATELINE_{name}", value)
    load.cache_clear()
    try:
        with pytest.raises(SettingsError, match=told) as caught:
            load()
        assert str(caught.value).startswith(f"DATELINE_{name}: ")
    finally:
        monkeypatch.undo()
        load.cache_clear()
