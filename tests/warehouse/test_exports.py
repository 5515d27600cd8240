"""Exports hold what the warehouse holds, as DuckDB and pandas read them; changes come through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import feedparser
import pandas as pd
import pytest

from include.__main__ import main
from include.errors import CannotWork
from include.exports.gkg import COLUMNS
from include.exports.place import digest
from include.exports.tables import TABLES
from include.settings import Settings
from include.stages import Run, choose_days, export_days, exporting, write_watchlists
from include.stages.watching import BadWatchlists
from include.warehouse import definitions
from include.warehouse.connect import connector
from tests.warehouse.made_news import BODY, NOON, News

pytestmark = pytest.mark.warehouse
NEXT = NOON + timedelta(days=1)
OTHER = "The mayor of Ulm, Mara Feld, said 14 boats; 3 were sunk | lost #now.\nAt least 12 people."


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    made.article("Bridge closes", story="bridge")
    made.article("Bridge shut", publisher="copy.example", story="bridge", published_at=None)
    made.article(
        "Boats\tsunk", OTHER, first_seen_at=NEXT, story="boats", authors=("A; B", "C & D"),
        image_url="https://harbourtimes.example/i.jpg",
    )  # fmt: skip
    yield made
    made.close()


@pytest.fixture
def run(news: News, tmp_path: Path) -> Run:
    settings = Settings(exports=str(tmp_path / "out"), watchlist_days=365)
    return Run(connect=connector(news.dsn), settings=settings, run_id="test")


def export(run: Run, **options: Any) -> list[str]:
    """Export what is due; returns the days."""
    batches = choose_days(run, **options)
    for batch in batches:
        export_days(run, batch)
    return [batch["day"] for batch in batches]


def folder(run: Run) -> Path:
    return Path(run.exports.root)


def ask(run: Run, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query by DuckDB, in the folder of the exports."""
    with duckdb.connect() as conn:
        return conn.execute(query.replace("@", f"{folder(run)}/")).fetchall()


@pytest.mark.parametrize("table", TABLES)
def test_duckdb_finds_what_the_warehouse_holds(run: Run, news: News, table: str) -> None:
    assert export(run) == ["2026-11-20", "2026-11-21"]
    key = {"stories": "story_id", "statements": "statement_id"}.get(table, "article_id")
    ours = news.rows(f"SELECT count(*), count(DISTINCT {key}) FROM mart.{table}")
    theirs = ask(run, f"SELECT count(*), count(DISTINCT {key}) FROM '@{table}/*/*.parquet'")
    assert theirs == ours
    assert ours[0][0] > 0 or table == "statements", "made news joins no statements"
    names = [
        name
        for (name,) in news.rows(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = 'mart' AND table_name = %s ORDER BY ordinal_position",
            table,
        )
    ]
    columns = ", ".join(f'"{name}"' for name in names)
    order = "article_id, start_char, 1" if "start_char" in names else "1"
    described = ask(run, f"DESCRIBE SELECT * EXCLUDE (day) FROM '@{table}/*/*.parquet'")
    assert [name for name, *_ in described] == names, "all columns of the view, in its order"
    plain = news.rows(f"SELECT {columns} FROM mart.{table} ORDER BY {order}")
    read = ask(
        run,
        f"SET TimeZone = 'UTC'; SELECT {columns} FROM '@{table}/*/*.parquet' ORDER BY {order}",
    )
    assert [list(map(norm, row)) for row in read] == [list(map(norm, row)) for row in plain]


def norm(value: Any) -> Any:
    """A value as both databases can agree on it."""
    if isinstance(value, float) or type(value).__name__ == "Decimal":
        return round(float(value), 5)
    return value.timestamp() if hasattr(value, "timestamp") else value


def test_pandas_reads_all_days_as_one_table(run: Run, news: News) -> None:
    export(run)
    read = pd.read_parquet(folder(run) / "articles")
    assert sorted(read["day"].astype(str).unique()) == ["2026-11-20", "2026-11-21"]
    assert len(read) == 3
    assert str(read["published_at"].dtype).startswith("datetime64[us")
    assert read.set_index("title").loc["Bridge closes", "body"] == BODY
    assert read["published_at"].isna().sum() == 1
    assert list(read.loc[read["title"] == "Boats\tsunk", "authors"].iloc[0]) == ["A; B", "C & D"]


def test_the_manifest_tells_rows_hashes_and_columns(run: Run) -> None:
    export(run)
    told = json.loads((folder(run) / "manifests/day=2026-11-20.json").read_text("utf-8"))
    assert set(told["tables"]) == {*TABLES, "gkg"}
    for table in told["tables"].values():
        file = folder(run) / table["path"]
        assert digest(file) == table["sha256"]
        assert file.stat().st_size == table["bytes"]
    assert told["tables"]["articles"]["rows"] == 2
    assert all(column["about"] for table in told["tables"].values() for column in table["columns"])


def test_only_changed_days_are_exported_again(run: Run, news: News) -> None:
    export(run)
    assert export(run) == []
    (one,) = news.rows("SELECT article_id FROM core.articles WHERE first_seen_at = %s", NEXT)[0]
    news.edit(one, "Boats found", OTHER + " Found.")
    assert export(run) == ["2026-11-21"]
    assert ask(run, "SELECT title, version FROM '@articles/day=2026-11-21/*.parquet'") == [
        ("Boats found", 2)
    ]
    news.rows("UPDATE core.articles SET gone_at = now() WHERE article_id = %s", one)
    assert export(run) == ["2026-11-21"]
    news.join(one, "bridge")  # the day of the article, and that of the story it joins
    assert export(run) == ["2026-11-20", "2026-11-21"]
    assert ask(run, "SELECT articles FROM '@stories/*/*.parquet' WHERE story_id = 'bridge'") == [
        (3,)
    ]
    news.rows("UPDATE core.entities SET shown_as = 'M. Feld' WHERE kind = 'person'")
    assert export(run) == ["2026-11-20", "2026-11-21"]
    assert ask(run, "SELECT DISTINCT speaker FROM '@quotes/*/*.parquet'") == [("M. Feld",)]
    news.rows("UPDATE core.publishers SET country = 'DE' WHERE name = 'copy.example'")
    assert export(run) == ["2026-11-20"]
    assert export(run) == []


def test_days_can_be_asked_for(run: Run, news: News) -> None:
    export(run)
    first, second = date(2026, 11, 20), date(2026, 11, 21)
    assert export(run, since=second) == []
    assert export(run, since=second, again=True) == ["2026-11-21"]
    assert export(run, until=first, again=True) == ["2026-11-20"]
    assert export(run, since=date(2020, 1, 1), until=date(2020, 1, 2), again=True) == []


def test_days_by_other_rules_give_way_the_newest_first(
    run: Run, news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(run)
    news.rows("UPDATE ops.exports SET made_by = 'old'")
    monkeypatch.setattr(exporting, "OLD_DAYS_A_RUN", 1)
    assert export(run) == ["2026-11-21"]
    news.article("Bridge again", BODY)
    assert export(run) == ["2026-11-20"]
    assert export(run) == []
    told = json.loads((folder(run) / "manifests/day=2026-11-20.json").read_text("utf-8"))
    assert told["made_by"] == exporting.export_rules()


def test_a_column_more_in_a_view_is_another_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    before = exporting.export_rules()
    files = definitions._defined()
    ((name, text),) = files["mart.quotes"].items()
    changed = files | {
        "mart.quotes": {name: text.replace("quotes.kind,", "quotes.kind, 1 AS one,")}
    }
    monkeypatch.setattr(definitions, "_defined", lambda: changed)
    exporting.export_rules.cache_clear()
    assert exporting.export_rules() != before
    exporting.export_rules.cache_clear()


def test_running_a_day_again_replaces_it_and_an_error_leaves_it(
    run: Run, news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(run)
    before = {file: digest(file) for file in folder(run).rglob("*.parquet")}
    assert export(run, again=True) == ["2026-11-20", "2026-11-21"]
    assert {file: digest(file) for file in folder(run).rglob("*.parquet")} == before
    news.rows("UPDATE core.articles SET gone_at = now()")

    def fail(*_: Any, **options: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("include.exports.gkg.write_gkg", fail)
    with pytest.raises(OSError, match="No space"):
        export(run)
    assert {file: digest(file) for file in folder(run).rglob("*.parquet")} == before
    assert not list((folder(run) / ".aside").iterdir())
    monkeypatch.undo()
    assert export(run) == ["2026-11-20", "2026-11-21"]  # still due


def test_all_tables_of_a_day_are_of_one_state(
    run: Run, news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = exporting.write_parquet

    def meanwhile(*given: Any, **options: Any) -> int:
        news.article(f"Late {len(news.rows('SELECT 1 FROM core.articles'))}", story="bridge")
        return write(*given, **options)

    monkeypatch.setattr(exporting, "write_parquet", meanwhile)
    export_days(run, choose_days(run)[0])
    assert ask(run, "SELECT count(*) FROM '@articles/*/*.parquet'") == [(2,)]
    assert ask(run, "SELECT articles FROM '@stories/*/*.parquet'") == [(2,)]
    monkeypatch.undo()
    assert export(run) == ["2026-11-20", "2026-11-21"]
    assert ask(run, "SELECT count(*) FROM '@articles/*/*.parquet'") == [(3 + len(TABLES),)]


def test_a_text_that_is_withheld_is_in_no_file(run: Run, news: News, tmp_path: Path) -> None:
    news.rows("SELECT mart.show_texts(name, false, 'facts only') FROM core.publishers")
    assert news.rows("SELECT count(body) > 0 FROM mart.articles") == [(True,)], "the owner's own"
    export(run)
    write_watchlists(with_lists(run, tmp_path, "all,,,,Ulm"))
    assert ask(run, "SELECT count(body), count(*) FROM '@articles/*/*.parquet'") == [(0, 3)]
    assert ask(run, "SELECT count(sentence) FROM '@quotes/*/*.parquet'") == [(0,)]
    for file in folder(run).rglob("*"):
        if file.suffix in (".csv", ".atom"):
            assert "Officials in Ulm" not in file.read_text("utf-8")


def test_a_gkg_record_has_the_codebooks_fields(run: Run, news: News) -> None:
    export(run)
    lines = (folder(run) / "gkg/day=2026-11-20/20261120.gkg.csv").read_text("utf-8").splitlines()
    assert len(lines) == 2
    first, second = (dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines)
    assert first["GKGRECORDID"] == "20261120120000-1"
    assert first["V2.1DATE"] == "20261120100000"
    assert second["V2.1DATE"] == "0"
    assert first["V2SOURCECOMMONNAME"] == "harbourtimes.example"
    assert first["V1COUNTS"] == "WOUND#12#person#4#Ulm#GM#GM01#48.40000#9.98000#2820256"
    assert first["V2.1COUNTS"] == f"{first['V1COUNTS']}#{BODY.find('At least')}"
    assert first["V2ENHANCEDLOCATIONS"] == "4#Ulm#GM#GM01##48.40000#9.98000#2820256#13"
    assert first["V1PERSONS"] == "mara feld"
    assert first["V2ENHANCEDPERSONS"] == f"Mara Feld,{BODY.find('Mara')}"
    assert first["V2.1ENHANCEDDATES"] == f"3#11#20#2026#{BODY.find('Friday')}"
    assert first["V2.1QUOTATIONS"] == f"{BODY.find('“It')}|17|said|It is not safe"
    assert first["V2.1AMOUNTS"] == f"12,wounded,{BODY.find('At least')}"
    assert first["V2GCAM"] == f"wc:{len(BODY.split())}"
    offset = int(first["V2ENHANCEDPERSONS"].split(",")[1])
    assert BODY[offset:].startswith("Mara Feld")


def test_delimiters_in_values_do_not_break_a_gkg_record(run: Run, news: News) -> None:
    export(run)
    (line,) = (folder(run) / "gkg/day=2026-11-21/20261121.gkg.csv").read_text("utf-8").splitlines()
    record = dict(zip(COLUMNS, line.split("\t"), strict=True))
    assert record["V2.1SHARINGIMAGE"] == "https://harbourtimes.example/i.jpg"
    assert "<PAGE_AUTHORS>A; B;C &amp; D</PAGE_AUTHORS>" in record["V2EXTRASXML"]
    assert "<PAGE_TITLE>Boats sunk</PAGE_TITLE>" in record["V2EXTRASXML"]
    news.rows("UPDATE core.entities SET shown_as = 'F;e,l#d|' WHERE kind = 'person'")
    ((persons,),) = news.rows("SELECT v2persons FROM mart.gkg WHERE sharingimage IS NOT NULL")
    assert persons == f"F e l d,{OTHER.find('Mara')}"


def test_the_gkg_view_has_the_27_columns_in_order(news: News) -> None:
    with news.conn, news.conn.cursor() as cur:
        cur.execute("SELECT * FROM mart.gkg LIMIT 0")
        names = [column.name for column in cur.description or ()]
    assert len(names) == len(COLUMNS) == 27
    assert names[0] == "gkgrecordid"
    assert names[-1] == "extras"


def with_lists(run: Run, tmp_path: Path, *lines: str) -> Run:
    """The run with a file of watchlists."""
    file = tmp_path / "lists.csv"
    file.write_text("watchlist_id,title,words,entities,places,publishers,languages\n"
                    + "\n".join(lines), "utf-8")  # fmt: skip
    settings = run.settings.model_copy(update={"watchlists": file})
    return Run(connect=run.connect, settings=settings, run_id="test")


@pytest.mark.parametrize(
    ("criteria", "fitting"),
    [
        ("bridge", 3),
        ("bridge WOULD close", 2),
        ("close bridge would", 0),
        ("nothing|boats", 1),
        (",mara FELD", 3),
        (",,ulm", 3),
        (",,DE", 3),
        (",,FR", 0),
        (",,FR|Ulm", 3),
        (",,,copy.example", 1),
        (",,,,en", 3),
        (",,,,fr", 0),
        ("boats,Mara Feld,DE,harbourtimes.example,en", 1),
        ("boats,Mara Feld,FR,harbourtimes.example,en", 0),
    ],
)
def test_watchlists_find_what_fits(
    run: Run, news: News, tmp_path: Path, criteria: str, fitting: int
) -> None:
    news.rows("UPDATE core.articles SET first_seen_at = now()")
    news.article("Bridges of the world", "A long read on each old bridge.", published_at=None,
                 first_seen_at=NOON - timedelta(days=800))  # fmt: skip
    news.rows(
        "UPDATE core.article_versions SET title = 'Bridge of boats' WHERE title = 'Boats\tsunk'"
    )
    assert write_watchlists(with_lists(run, tmp_path, f"one,One,{criteria}")) == {"one": fitting}
    read = feedparser.parse(BytesIO((folder(run) / "watchlists/one.atom").read_bytes()))
    assert (read.bozo, len(read.entries)) == (False, fitting)


def test_withdrawn_articles_leave_the_feed(run: Run, news: News, tmp_path: Path) -> None:
    news.rows("UPDATE core.articles SET first_seen_at = now()")
    news.rows("UPDATE core.articles SET gone_at = now() WHERE article_id = 1")
    assert write_watchlists(with_lists(run, tmp_path, "one,One,,Mara Feld")) == {"one": 2}


def test_a_bad_watchlist_is_told_after_the_good_ones_are_written(
    run: Run, news: News, tmp_path: Path
) -> None:
    with pytest.raises(BadWatchlists, match=r"lists\.csv: line 3: language 'English' is no code"):
        write_watchlists(with_lists(run, tmp_path, "one,One,bridge", "two,,,,,,English"))
    assert (folder(run) / "watchlists/one.atom").is_file()


def test_the_command_exports_and_says_what(
    news: News, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(warehouse=news.dsn, exports=str(tmp_path / "other"))
    monkeypatch.setattr("include.settings.load", lambda: settings)
    monkeypatch.setattr("include.__main__._utf8", lambda: None)
    assert main(["export", "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("2026-11-20  2 articles, ")
    assert told[2].startswith("days exported: 2, to file://")
    assert (tmp_path / "out/manifests/day=2026-11-21.json").is_file()
    assert main(["export", "--out", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.startswith("nothing changed")
    with pytest.raises(SystemExit) as stopped:
        main(["export", "--day", "yesterday"])
    assert stopped.value.code == 2
    assert "'yesterday' is no day: write YYYY-MM-DD" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told_in_a_line(run: Run, news: News) -> None:
    settings = run.settings.model_copy(update={"exports": "/proc/nowhere"})
    other = Run(connect=run.connect, settings=settings, run_id="test")
    with pytest.raises(CannotWork, match=r"^exports to file:///proc/nowhere: "):
        export(other)


def test_a_span_without_a_day_is_refused(run: Run) -> None:
    with pytest.raises(CannotWork, match="no day lies between"):
        choose_days(run, since=date(2026, 11, 30), until=date(2026, 11, 1))
