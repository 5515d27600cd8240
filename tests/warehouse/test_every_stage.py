"""In every stage, a bad item costs itself: it has an outcome, and all others are stored.

The stages are walked: one that is new, and is neither tried here nor said to work on no items,
turns this red.
"""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from include import stages
from include.settings import PROJECT
from include.stages import renewing
from tests.warehouse.small_world import BAD, PAGES, World, page, site, work_here

WITHOUT_ITEMS = {
    "choose_articles": "chooses by number what was stored before",
    "choose_days": "chooses days",
    "choose_imports": "lists files; see test_import.py for names that cannot be kept",
    "choose_pages": "chooses by number what was stored before",
    "choose_texts": "chooses by number what was stored before",
    "close_run": "one row",
    "is_anything_to_export": "reads",
    "make_partitions": "makes months",
    "mark_for_replay": "one statement over a span",
    "open_run": "one row",
    "plan_removals": "reads",
    "regroup_stories": "marks a span in one statement, then works as group_stories",
    "release_quarantine": "one statement",
    "run_counts": "reads",
    "score_quality": "reads texts of the project, each against its facts; a bad file is refused",
    "tell_late": "one alert",
    "run_note": "reads",
    "whole_run": "opens and closes a run",
}


@pytest.fixture
def world(warehouse_dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    work_here(monkeypatch)
    with site() as port:
        yield World(warehouse_dsn, tmp_path, port, monkeypatch)


Act = Callable[[World], object]


@dataclass(frozen=True, kw_only=True)
class Case:
    """A stage, what comes before it, and ways in which one of its items is made bad.

    `raising` makes functions raise for it, one at a time; `refused` is what the warehouse is
    told to refuse, with `{bad}` for the number that `number` finds. `others` finds how many of
    the other items are stored, and how many should be. `outcome` is that of the bad item.
    """

    before: Act
    do: Act
    raising: dict[str, Callable[..., bool]]
    refused: str | None
    others: Callable[[World], tuple[object, object]]
    outcome: Callable[[World], str]
    number: Callable[[World], object] = lambda world: None
    stage: str | None = None


def number_of_bad(table: str, key: str, column: str) -> Callable[[World], Any]:
    return lambda world: world.one(
        f"SELECT min({key}) FROM core.{table} WHERE {column} LIKE '%%{BAD}%%'"
    )


def counted(statement: str, expected: object) -> Callable[[World], tuple[object, object]]:
    return lambda world: (world.one(statement), expected)


bad_text = number_of_bad("texts", "text_id", "body")
bad_article = number_of_bad(
    "article_versions JOIN core.articles USING (article_id)", "article_id", "title"
)
bad_name = number_of_bad("entities", "entity_id", "name")


def bad_quote(world: World) -> Any:
    return world.one("SELECT min(quote_id) FROM core.quotes WHERE text LIKE '%%quagmire%%'")


def bad_page(world: World) -> Any:
    return world.one("SELECT page_id FROM core.pages WHERE url LIKE '%%/3'")


def holds(*texts: object) -> bool:
    return any(BAD.lower() in str(one).lower() for one in texts)


def longer_list(world: World) -> None:
    with (world.home / "feeds.csv").open("a") as file:
        file.write(
            "\nbad,http://bad.example/feed,bad.example\nnew,http://new.example/feed,new.example"
        )


def old_pages(world: World) -> None:
    world.until("fingerprint_texts")
    world.ask("UPDATE core.pages SET cleaned_by = 'older rules'")
    world.run = world.begin("run:2", renew_share=1.0)


def folder(world: World) -> None:
    pages = world.home / "pages"
    pages.mkdir()
    for number in range(1, PAGES + 1):
        (pages / f"{number}.html").write_bytes(page(number))
    lines = [f"{n}.html,http://tern.example/{n}" for n in range(1, PAGES + 1)]
    (pages / "urls.csv").write_text("\n".join(["file,url", *lines]))


def import_folder(world: World) -> None:
    for batch in stages.choose_imports(world.run, [str(world.home / "pages")]):
        stages.import_pages(world.run, batch)


def two_days(world: World) -> None:
    world.until("")
    world.ask(
        "UPDATE core.articles SET first_seen_at = '2026-11-01 10:00Z' WHERE article_id = %s",
        bad_article(world),
    )


def export_all(world: World) -> None:
    for batch in stages.choose_days(world.run):
        try:
            stages.export_days(world.run, batch)
        except Exception:  # Airflow shows the day red; the others are tasks of their own
            assert world.failed("export_days")


def exported(world: World) -> tuple[object, object]:
    days = world.one("SELECT count(*) FROM ops.exports WHERE day <> '2026-11-01'")
    rows = sum(
        len(file.read_text("utf-8").splitlines())
        for file in (world.home / "exports").rglob("*.gkg.csv")
        if "day=2026-11-01" not in str(file)
    )
    return (days, rows), (1, PAGES - 1)


def watchlists(world: World) -> None:
    (world.home / "lists.csv").write_text(f"watchlist_id,title,words\nbad,{BAD},x\ngood,Good,y\n")
    world.run = world.begin("run:2", watchlists=world.home / "lists.csv")


def failed_runs(world: World) -> None:
    for name in ("run:bad", "run:good"):
        world.begin(name)
    world.ask("UPDATE ops.runs SET state = 'failed' WHERE run_id <> 'run:1'")


def leftovers(world: World) -> None:
    for name in ("bad", "600d"):
        name = f"pages-20261101T000000Z-{name:0<32}"
        file = world.home / "archive/2026/11/01" / f"{name}.warc.gz.part"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
        os.utime(file, (1, 1))


def failed_of(stage: str) -> Callable[[World], str]:
    def find(world: World) -> str:
        found = world.failed(stage)
        assert len({subject for _, subject, _ in found}) == 1, found
        return found[0][1]

    return find


def checks_run(world: World) -> tuple[object, object]:
    run = world.one("SELECT count(*) FROM ops.checks WHERE result <> 'broken'")
    return run, len(list((PROJECT / "include/warehouse/checks").glob("*.sql"))) - 1


def check_all(world: World) -> None:
    stages.run_warehouse_checks(world.run, whole=False)


def broken_check(world: World) -> str:
    return str(world.one("SELECT min(check_name) FROM ops.checks WHERE result = 'broken'"))


def check_red(world: World) -> None:
    with pytest.raises(Exception, match="no_future_date"):
        stages.check_warehouse(world.run)


CASES: dict[str, Case] = {
    "choose_feeds": Case(
        before=longer_list,
        do=lambda world: stages.choose_feeds(world.run, poll_all=True),
        raising={
            "include.warehouse.feeds.list_feeds": lambda cur, feeds: any(
                one.feed_id == "bad" for one in feeds
            )
        },
        refused="core.feeds ADD CHECK (feed_id <> 'bad')",
        others=counted(
            "SELECT array_agg(feed_id ORDER BY 1) FROM core.feeds WHERE is_listed",
            ["a", "b", "new"],
        ),
        outcome=failed_of("poll_feeds"),
    ),
    "poll_feeds": Case(
        before=lambda world: None,
        do=lambda world: world.do("poll_feeds"),
        raising={
            "include.stages.polling.read_feed": lambda task: task.url.endswith("/b"),
            "include.stages.storing_polls.content_hash": lambda entry: holds(entry.title),
            "include.pages.warc.write_response": lambda out, answer: answer.url.endswith("/b"),
        },
        refused="core.entries ADD CHECK (feed_id <> 'b')",
        others=counted("SELECT count(*) FROM core.entries", 4),
        outcome=failed_of("poll_feeds"),
    ),
    "fetch_pages": Case(
        before=lambda world: world.until("fetch_pages"),
        do=lambda world: world.do("fetch_pages"),
        raising={
            "include.stages.fetching._judge": lambda settings, row, answer, reference: (
                row["url"].endswith("/3") and not isinstance(answer, Exception)
            ),
            "include.stages.fetching._said": lambda answer: holds(getattr(answer, "body", "")),
            "include.pages.warc.write_response": lambda out, answer: holds(answer.body),
        },
        refused="core.pages ADD CHECK (page_id <> {bad} OR archive_path IS NULL)",
        number=bad_page,
        others=counted("SELECT count(*) FROM core.pages WHERE archive_path IS NOT NULL", 4),
        outcome=failed_of("fetch_pages"),
    ),
    "import_pages": Case(
        before=folder,
        do=import_folder,
        raising={
            "include.stages.storing_imports._judge": lambda capture, place, kept: (
                capture.where == "3.html"
            ),
            "include.warehouse.pages.place_of": lambda url: url.endswith("/3"),
            "include.pages.warc.write_response": lambda out, answer: holds(answer.body),
        },
        refused="core.pages ADD CHECK (url NOT LIKE '%/3')",
        others=counted("SELECT count(*) FROM core.pages WHERE archive_path IS NOT NULL", 4),
        outcome=failed_of("import_pages"),
    ),
    "clean_articles": Case(
        before=lambda world: world.until("clean_articles"),
        do=lambda world: world.do("clean_articles"),
        raising={
            "include.stages.cleaning.clean_task": lambda task: holds(task.page.body),
            "include.warehouse.articles.store_article": lambda cur, article, row: holds(
                article.title
            ),
            "include.pages.warc.read_response": lambda data: holds(gzip.decompress(data)),
        },
        refused="core.article_versions ADD CHECK (page_id <> {bad})",
        number=bad_page,
        others=counted("SELECT count(*) FROM core.articles", 4),
        outcome=failed_of("clean_articles"),
    ),
    "fingerprint_texts": Case(
        before=lambda world: world.until("fingerprint_texts"),
        do=lambda world: world.do("fingerprint_texts"),
        raising={
            "include.stages.fingerprinting.fingerprint": lambda number, body: holds(body),
            "include.stages.fingerprinting.agency_of": lambda body: holds(body),
        },
        refused="core.texts ADD CHECK (text_id <> {bad} OR fingerprinted_at IS NULL)",
        number=bad_text,
        others=counted("SELECT count(*) FROM core.texts WHERE fingerprinted_at IS NOT NULL", 4),
        outcome=failed_of("fingerprint_texts"),
    ),
    "extract_texts": Case(
        before=lambda world: world.until("extract_texts"),
        do=lambda world: world.do("extract_texts"),
        raising={
            "include.stages.extracting._work": lambda task: holds(*task.texts),
            "include.stages.extracting.within_bounds": lambda found: holds(found),
        },
        refused="core.extractions ADD CHECK (text_id <> {bad})",
        number=bad_text,
        others=counted("SELECT count(*) FROM core.extractions", 4),
        outcome=failed_of("extract_texts"),
    ),
    "group_stories": Case(
        before=lambda world: world.until("group_stories"),
        do=lambda world: world.do("group_stories"),
        raising={
            "include.stages.grouping.terms_of": lambda article: holds(article.body),
            "include.stages.placing.vector_of": lambda terms, corpus: holds(*terms),
            "include.stages.placing.label_of": lambda title, body: holds(title),
            "include.stages.grouping._outcome": lambda row, **_: row["article_id"] == 3,
        },
        refused="core.grouped_texts ADD CHECK (text_id <> {bad})",
        number=bad_text,
        others=counted("SELECT count(*) FROM core.story_articles", 4),
        outcome=failed_of("group_stories"),
    ),
    "join_entities": Case(
        before=lambda world: world.until("join_entities"),
        do=lambda world: world.do("join_entities"),
        raising={
            "include.warehouse.entities.blocks_of": lambda name, pinned: holds(name),
        },
        refused="core.entity_blocks ADD CHECK (entity_id <> {bad} OR block ~ '^aside:')",
        number=bad_name,
        others=lambda world: (
            world.one(
                "SELECT count(DISTINCT entity_id) FROM core.entity_blocks WHERE block !~ '^aside:'"
            ),
            world.one("SELECT count(*) FROM core.entities") - len(world.failed("join_entities")),
        ),
        outcome=lambda world: str(bad_name(world)),
    ),
    "join_statements": Case(
        before=lambda world: world.until("join_statements"),
        do=lambda world: world.do("join_statements"),
        raising={"include.warehouse.statements.keys_of": lambda text: holds(text)},
        refused="core.statement_quotes ADD CHECK (quote_id <> {bad})",
        number=bad_quote,
        others=lambda world: (
            world.one("SELECT count(*) FROM core.statement_quotes"),
            world.one("SELECT count(*) FROM core.quotes") - 1,
        ),
        outcome=failed_of("join_statements"),
    ),
    "refresh_marts": Case(
        before=lambda world: world.until("refresh_marts"),
        do=lambda world: world.do("refresh_marts"),
        raising={
            "include.warehouse.marts.summarize": lambda cur, numbers: 3 in numbers,
        },
        refused="core.searchable ADD CHECK (article_id <> {bad})",
        number=bad_article,
        others=counted("SELECT count(*) FROM core.searchable", 4),
        outcome=failed_of("refresh_marts"),
    ),
    "renew_rows": Case(
        before=old_pages,
        do=lambda world: renewing.renew_rows(world.run),
        raising={
            "include.warehouse.rules.renew": lambda cur, kind, items: kind == "pages" and 3 in items
        },
        refused="core.pages ADD CHECK (page_id <> {bad} OR cleaned_sha256 IS NOT NULL)",
        number=bad_page,
        others=counted("SELECT count(*) FROM core.pages WHERE cleaned_sha256 IS NULL", 4),
        outcome=failed_of("renew_rows"),
    ),
    "export_days": Case(
        before=two_days,
        do=export_all,
        raising={
            "include.exports.gkg._line": lambda row: "/3" in str(row[4]),
            "include.exports.parquet._batch": lambda group, schema: (
                "authors" in schema.names and holds(*group)
            ),
        },
        refused="ops.exports ADD CHECK (day <> '2026-11-01')",
        others=exported,
        outcome=failed_of("export_days"),
    ),
    "write_watchlists": Case(
        before=watchlists,
        do=lambda world: world.do("write_watchlists"),
        raising={
            "include.stages.watching.atom_feed": lambda name, title, entries, made_at: holds(title)
        },
        refused=None,  # it stores nothing in the warehouse
        others=lambda world: (
            [file.name for file in (world.home / "exports/watchlists").iterdir()],
            ["good.atom"],
        ),
        outcome=failed_of("write_watchlists"),
    ),
    "tell_alerts": Case(
        before=failed_runs,
        do=lambda world: world.do("tell_alerts"),
        raising={
            "include.warehouse.alerts.raise_alerts": lambda cur, run_id, found: any(
                one.subject == "run:bad" for one in found
            )
        },
        refused="ops.alerts ADD CHECK (subject <> 'run:bad')",
        others=counted(
            "SELECT count(*) FROM ops.alerts WHERE kind = 'failed_run' AND subject = 'run:good'", 1
        ),
        outcome=failed_of("tell_alerts"),
    ),
    "remove_old": Case(
        before=leftovers,
        do=lambda world: world.do("remove_old"),
        raising={"include.stages.retention.take_away": lambda archive, path: "bad" in path},
        refused="ops.removals ADD CHECK (subject NOT LIKE '%-bad0%')",
        others=counted("SELECT count(*) FROM ops.removals WHERE subject LIKE '%%-600d0%%'", 1),
        outcome=failed_of("remove_old"),
    ),
    "run_warehouse_checks": Case(
        before=lambda world: None,
        do=check_all,
        raising={
            "include.stages.checking.run_check": lambda cur, check, *_, **__: (
                check.name == "no_future_date"
            )
        },
        refused=None,  # a check that cannot be run is a result; test_checks.py has it
        others=checks_run,
        outcome=broken_check,
    ),
    "check_warehouse": Case(
        before=lambda world: None,
        do=check_red,
        raising={
            "include.stages.checking.run_check": lambda cur, check, *_, **__: (
                check.name == "no_future_date"
            )
        },
        refused=None,  # as run_warehouse_checks
        others=checks_run,
        outcome=broken_check,
    ),
}


def registered() -> set[str]:
    return {name for names in stages._MODULES.values() for name in names}


def test_every_stage_is_tried_here() -> None:
    assert registered() == CASES.keys() | WITHOUT_ITEMS.keys()
    assert not CASES.keys() & WITHOUT_ITEMS.keys()


def test_dags_run_registered_stages_alone() -> None:
    named = set()
    for file in [*(PROJECT / "dags").glob("*.py"), PROJECT / "include/orchestration/running.py"]:
        named |= set(
            re.findall(r'(?:\bstage|mapped_stage|choose|run_stage)\(\s*"(\w+)"', file.read_text())
        )
    assert named
    assert named <= registered()


@pytest.mark.parametrize(
    ("name", "target"),
    [(name, target) for name, case in CASES.items() for target in case.raising],
)
def test_an_item_that_makes_a_function_raise_costs_itself(
    world: World, name: str, target: str
) -> None:
    case = CASES[name]
    case.before(world)
    world.poison(target, case.raising[target])
    case.do(world)
    stored, expected = case.others(world)
    assert stored == expected
    assert case.outcome(world)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.refused])
def test_an_item_that_the_warehouse_refuses_costs_itself(world: World, name: str) -> None:
    case = CASES[name]
    case.before(world)
    refused = (case.refused or "").replace("{bad}", str(case.number(world)))
    world.ask(f"ALTER TABLE {refused} NOT VALID")
    case.do(world)
    stored, expected = case.others(world)
    assert stored == expected
    assert case.outcome(world)


SLOW = {
    "fingerprint_texts": ("core.fingerprints", "text_id"),
    "group_stories": ("core.grouped_texts", "text_id"),
    "join_statements": ("core.statement_quotes", "quote_id"),
    "refresh_marts": ("core.searchable", "article_id"),
}
"""Stages that give the server work on what is in a text, and where a row of one is made slow."""


@pytest.mark.parametrize("name", SLOW)
def test_an_item_that_costs_the_server_without_end_costs_its_time(world: World, name: str) -> None:
    case, (table, key) = CASES[name], SLOW[name]
    case.before(world)
    world.ask(f"""
        CREATE FUNCTION core.take_long() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(600); RETURN NEW; END $$;
        CREATE TRIGGER take_long BEFORE INSERT ON {table} FOR EACH ROW
        WHEN (NEW.{key} = {case.number(world)}) EXECUTE FUNCTION core.take_long()
    """)
    world.patch.setattr("include.stages.work.statement_s", lambda items: 0.5)
    case.do(world)
    stored, expected = case.others(world)
    assert stored == expected
    assert [reason for _, _, reason in world.failed(name)] == ["worker_timed_out"]
    case.do(world)  # it is left out: no second outcome in this run
    assert len(world.failed(name)) == 1
