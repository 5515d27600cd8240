"""The whole way on the sample newsroom: what a careful reader finds there must be found.

`seeds/newsroom/expected.toml` is written from the articles' meaning. Where finding
everything is not to be had, a share is asked for; what the newsroom's main story holds is
asked for one by one.
"""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest
from rich.console import Console

from include import stages, urls
from include.report import print_report
from include.settings import Settings
from include.warehouse.connect import connect, connector
from seeds.newsroom.content import HERE, load_articles
from seeds.newsroom.server import Newsroom, serve
from tests.conftest import EmbeddedServer, database
from tests.warehouse.readme import (
    README,
    Shown,
    numbers_in,
    shown_counts,
    shown_facts,
    shown_report,
)

pytestmark = [pytest.mark.warehouse, pytest.mark.model]

EXPECTED: dict[str, Any] = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))
KYIV = "harbourtimes/kyiv-negotiating-table"
FACT_TABLES = ("articles", "article_versions", "texts", "stories", "story_articles", "mentions",
               "quotes", "figures", "times", "places", "keywords", "entries", "pages")  # fmt: skip


@dataclass
class Warehouse:
    """A newsroom, the warehouse that holds what it published, and a way to poll again."""

    dsn: str
    newsroom: Newsroom
    settings: Settings
    runs: int = 0

    def run(self) -> str:
        """One whole run; returns its id."""
        self.runs += 1
        run_id = f"test:{self.runs}"
        run = stages.Run(connect=connector(self.dsn), settings=self.settings, run_id=run_id)
        stages.run_all(run, bar=lambda *_: None)
        return run_id

    def rows(self, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with closing(connect(self.dsn)) as conn, conn.cursor() as cur:
            cur.execute(statement, parameters or None)
            return cur.fetchall()

    def url(self, article_id: str) -> str:
        """The canonical URL of a newsroom article."""
        path = load_articles(self.newsroom.edition)[article_id].path
        return urls.canonical(f"{self.newsroom.url}{path}")

    def texts(self, statement: str, article_id: str) -> set[Any]:
        """The first column of a query that takes an article's URL."""
        return {row[0] for row in self.rows(statement, self.url(article_id))}

    def counts(self) -> dict[str, int]:
        """How many rows each table of facts has."""
        return {
            table: self.rows(f"SELECT count(*) FROM core.{table}")[0][0] for table in FACT_TABLES
        }


@pytest.fixture(scope="module")
def warehouse(
    postgres_server: EmbeddedServer,
    migrated_template: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Warehouse]:
    folder = tmp_path_factory.mktemp("newsroom")
    with serve() as newsroom, database(postgres_server, template=migrated_template) as dsn:
        listed = folder / "feeds.csv"
        listed.write_text(newsroom.feeds_csv(), "utf-8")
        settings = Settings(
            home=folder, feeds=str(listed), allow_private=(f"127.0.0.1:{newsroom.port}",)
        )
        found = Warehouse(dsn, newsroom, settings)
        found.run()
        yield found


PEOPLE = "SELECT entity FROM mart.mentions WHERE url = %s AND kind = 'person'"
PLACES = "SELECT entity FROM mart.mentions WHERE url = %s AND kind = 'place'"
ORGANISATIONS = "SELECT entity FROM mart.mentions WHERE url = %s AND kind = 'organisation'"


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        (PEOPLE, {"Ursula von der Leyen", "Volodymyr Zelenskyy", "Donald Trump", "Kaja Kallas"}),
        (PLACES, {"Kyiv", "Russia", "Ukraine", "Brussels", "Slovenia", "Denmark", "Greece"}),
    ],
)
def test_the_main_story_names_its_people_and_places(
    warehouse: Warehouse, statement: str, names: set[str]
) -> None:
    assert names <= warehouse.texts(statement, KYIV)


def test_the_main_story_names_its_bodies(warehouse: Warehouse) -> None:
    (story_id,) = warehouse.texts("SELECT story_id FROM mart.articles WHERE url = %s", KYIV)
    found = warehouse.rows(
        "SELECT DISTINCT entity FROM mart.mentions WHERE story_id = %s AND kind = 'organisation'",
        story_id,
    )
    names = {name for (name,) in found}
    assert {"European Commission", "European Union"} <= names
    assert any("Security Council" in name for name in names)


def test_putin_is_found_wherever_he_is_named_in_full(warehouse: Warehouse) -> None:
    assert "Vladimir Putin" in warehouse.texts(PEOPLE, "meridianwire/kyiv-strike")


@pytest.mark.parametrize(
    ("what", "low", "high", "bound"),
    [("killed", 21, None, "at_least"), ("wounded", 48, 48, "exact")],
)
def test_the_main_story_has_its_toll(
    warehouse: Warehouse, what: str, low: int, high: int | None, bound: str
) -> None:
    found = warehouse.rows(
        "SELECT low, high, bound FROM mart.figures WHERE url = %s AND what = %s",
        warehouse.url(KYIV), what,
    )  # fmt: skip
    assert (low, high, bound) in found


def test_the_pronoun_quote_is_given_to_its_speaker(warehouse: Warehouse) -> None:
    found = warehouse.rows(
        "SELECT speaker, speaker_text FROM mart.quotes WHERE url = %s AND quote LIKE %s",
        warehouse.url(KYIV), "%negotiating table%",
    )  # fmt: skip
    assert ("Ursula von der Leyen", "she") in found


def test_a_statement_is_one_over_all_articles(warehouse: Warehouse) -> None:
    statements = (
        "SELECT statement_id, publishers, shortened, first_publisher FROM mart.statements "
        "WHERE speaker = 'Ursula von der Leyen' AND statement LIKE %s"
    )
    ((_, publishers, shortened, _),) = warehouse.rows(statements, "%negotiating table%")
    assert (publishers, shortened) == (3, 0)  # all print the same words
    found = warehouse.rows(statements, "%steel porcupine%")
    ((statement_id, publishers, shortened, first),) = found
    assert publishers >= 2
    assert shortened >= 1
    wordings = warehouse.rows(
        "SELECT publisher, published_at, is_shortened FROM mart.quotes WHERE statement_id = %s "
        "ORDER BY published_at", statement_id,
    )  # fmt: skip
    assert wordings[0][0] == first
    assert {is_shortened for _, _, is_shortened in wordings} == {True, False}


def test_every_quote_is_of_a_statement(warehouse: Warehouse) -> None:
    assert warehouse.rows("SELECT count(*) FROM mart.quotes WHERE statement_id IS NULL") == [(0,)]


def test_figures_are_linked_to_place_day_and_source(warehouse: Warehouse) -> None:
    found = warehouse.rows(
        "SELECT place, place_country, on_day::text FROM mart.figures "
        "WHERE url = %s AND what = 'killed'", warehouse.url("andescourier/ayacucho-earthquake"),
    )  # fmt: skip
    assert ("Ayacucho", "PE", "2026-11-17") in found


def test_an_event_is_counted_once_a_story_with_who_tells_of_it(warehouse: Warehouse) -> None:
    told = warehouse.rows(
        "SELECT actor, target_as_written, independent_text_id, sentence FROM mart.events "
        "WHERE kind = 'summon' AND status = 'actual'"
    )
    assert {(actor, target) for actor, target, _, _ in told} == {("Kaja Kallas", "Russia's envoy")}
    assert all("summoned" in sentence for _, _, _, sentence in told)
    once = warehouse.rows(
        "SELECT actor, place, independent_texts, publishers FROM mart.story_happenings "
        "WHERE kind = 'summon'"
    )
    assert once == [("Kaja Kallas", "Brussels", len({text for _, _, text, _ in told}), 3)]
    assert warehouse.rows(
        "SELECT event_type, actor_name, num_sources FROM mart.plover_events "
        "WHERE event_type = 'REQUEST'"
    ) == [("REQUEST", "Kaja Kallas", 3)]


def test_what_is_planned_or_long_past_is_no_event_of_a_story(warehouse: Warehouse) -> None:
    statuses = dict(
        warehouse.rows(
            "SELECT sentence, status FROM mart.events WHERE kind IN ('sentence', 'sign')"
        )
    )
    assert set(statuses.values()) == {"forecast", "earlier"}
    assert (
        warehouse.rows("SELECT FROM mart.story_happenings WHERE kind IN ('sentence', 'sign')") == []
    )


@pytest.mark.parametrize(
    ("words", "value"), [("%Thursday", "2026-11-19%"), ("%Friday%", "2026-11-20%")]
)
def test_weekdays_become_dates(warehouse: Warehouse, words: str, value: str) -> None:
    assert warehouse.rows(
        "SELECT 1 FROM mart.times WHERE url = %s AND mention LIKE %s AND value LIKE %s",
        warehouse.url(KYIV), words, value,
    )  # fmt: skip


def shares(warehouse: Warehouse) -> dict[str, float]:
    """Which share of what a reader finds was found, by kind of fact."""
    found: dict[str, list[bool]] = {
        kind: [] for kind in ("people", "places", "organisations", "figures", "quotes")
    }
    for article_id, wanted in EXPECTED["articles"].items():
        if "@" in article_id:
            continue
        for kind, statement in (
            ("people", PEOPLE),
            ("places", PLACES),
            ("organisations", ORGANISATIONS),
        ):
            names = {name.casefold() for name in warehouse.texts(statement, article_id)}
            found[kind] += [
                any(name.casefold() in other or other in name.casefold() for other in names)
                for name in wanted.get(kind, [])
            ]
        figures = set(
            warehouse.rows(
                "SELECT what, low, high FROM mart.figures WHERE url = %s", warehouse.url(article_id)
            )
        )
        found["figures"] += [
            any((what, figure.get("low"), figure.get("high")) in figures
                for what in (figure["what"], *figure.get("what_any", [])))
            for figure in wanted.get("figures", [])
        ]  # fmt: skip
        quotes = warehouse.rows(
            "SELECT quote, speaker FROM mart.quotes WHERE url = %s", warehouse.url(article_id)
        )
        found["quotes"] += [
            any(quote["fragments"][0].rstrip(",.") in text and speaker == quote.get("speaker")
                for text, speaker in quotes)
            for quote in wanted.get("quotes", [])
        ]  # fmt: skip
    return {kind: sum(hits) / len(hits) for kind, hits in found.items()}


def test_most_of_what_a_reader_finds_is_found(warehouse: Warehouse) -> None:
    least = {"people": 0.9, "places": 0.75, "organisations": 0.65, "figures": 0.6, "quotes": 0.65}
    found = shares(warehouse)
    assert all(found[kind] >= share for kind, share in least.items()), found


@pytest.mark.parametrize(
    "trap",
    [
        trap for trap in EXPECTED["traps"]
        if trap.get("edition", 1) == 1 and trap["reasons"] != ["undated"]
    ],
    ids=lambda trap: str(trap["what"]),
)  # fmt: skip
def test_traps_end_with_their_reasons(warehouse: Warehouse, trap: dict[str, Any]) -> None:
    title = load_articles(1)[trap["article"]].title
    found = warehouse.rows("SELECT reason FROM mart.entry_outcomes WHERE title = %s", title)
    wanted = {"loaded"} if trap["reasons"] == ["new"] else set(trap["reasons"])
    assert {reason for (reason,) in found} & wanted, found


def test_an_undated_article_has_no_date(warehouse: Warehouse) -> None:
    found = warehouse.rows(
        "SELECT published_at, published_from FROM mart.articles WHERE url = %s",
        warehouse.url("valleyobserver/library-clock"),
    )
    assert found == [(None, None)]


def test_every_feed_lists_what_it_must(warehouse: Warehouse) -> None:
    found = dict(warehouse.rows("SELECT feed_id, entries FROM mart.feeds"))
    assert found == {feed_id: feed["entries"] for feed_id, feed in EXPECTED["feeds"].items()}


def test_every_entry_has_exactly_one_outcome(warehouse: Warehouse) -> None:
    entries = warehouse.rows("SELECT count(*) FROM core.entries")[0][0]
    outcomes = warehouse.rows("SELECT count(*), count(reason) FROM mart.entry_outcomes")[0]
    assert outcomes == (entries, entries)


def test_copies_are_found_and_nothing_else(warehouse: Warehouse) -> None:
    (group,) = EXPECTED["copies"]
    members = {warehouse.url(each) for each in (group["of"], *group["exact"], *group["near"])}
    found = warehouse.rows(
        "SELECT url FROM mart.articles WHERE independent_text_id IN "
        "(SELECT independent_text_id FROM mart.articles GROUP BY 1 HAVING count(*) > 1)"
    )
    assert {url for (url,) in found} == members


def test_look_alike_events_stay_apart(warehouse: Warehouse) -> None:
    stories = {story["name"]: story["articles"] for story in EXPECTED["stories"]}
    of = dict(warehouse.rows("SELECT url, story_id FROM mart.articles"))
    for one, other in EXPECTED["apart"]["pairs"]:
        ids = [
            {of[warehouse.url(each)] for each in stories[name] if each in load_articles(1)}
            for name in (one, other)
        ]
        assert not ids[0] & ids[1]


def test_the_main_story_is_one_story(warehouse: Warehouse) -> None:
    (kyiv,) = [story for story in EXPECTED["stories"] if story["name"] == "Kyiv strike"]
    of = dict(warehouse.rows("SELECT url, story_id FROM mart.articles"))
    assert len({of[warehouse.url(each)] for each in kyiv["articles"]}) == 1


def test_the_feeds_and_pages_were_asked_politely(warehouse: Warehouse) -> None:
    asked = [request.path for request in warehouse.newsroom.requests]
    disallowed = {load_articles(1)[trap["article"]].path for trap in EXPECTED["traps"]
                  if trap["reasons"] == ["robots_disallow"]}  # fmt: skip
    assert not disallowed & set(asked)
    assert asked.count("/robots.txt") == 1


QUERIES = re.findall(r"```sql\n(.+?)```", README, re.DOTALL)
OF_EDITS = [query for query in QUERIES if "edit_log" in query]
OF_ONE_RUN = [query for query in QUERIES if query not in OF_EDITS]


@pytest.mark.parametrize("query", OF_ONE_RUN, ids=range(len(OF_ONE_RUN)))
def test_the_questions_of_the_readme_have_answers(warehouse: Warehouse, query: str) -> None:
    assert warehouse.rows(query)


@pytest.mark.parametrize("query", [query for query in QUERIES if "figure" in query])
def test_numbers_that_the_readme_asks_for_stand_in_the_text(
    warehouse: Warehouse, query: str
) -> None:
    asked = (
        query.strip().rstrip(";").replace("SELECT ", "SELECT text_id, start_char, end_char, ", 1)
    )
    found = warehouse.rows(
        f"SELECT low, high, substr(body, start_char + 1, end_char - start_char) "
        f"FROM ({asked}) AS asked JOIN core.texts USING (text_id)"
    )
    assert found
    for low, high, words in found:
        assert {int(each) for each in (low, high) if each is not None} <= numbers_in(words), words


@pytest.mark.parametrize("shown", shown_facts(), ids=lambda shown: str(shown.label))
def test_facts_that_the_readme_shows_are_found_in_those_words(
    warehouse: Warehouse, shown: Shown
) -> None:
    bodies = [
        " ".join(body.split())
        for (body,) in warehouse.rows(
            "SELECT body FROM mart.articles WHERE publisher = %s", shown.publisher
        )
    ]
    assert any(shown.sentence in body for body in bodies)
    if figure := re.fullmatch(r"(\w+): ([\d,]+), (.+)", shown.label):
        what, number, place = figure.groups()
        assert warehouse.rows(
            "SELECT 1 FROM mart.figures WHERE what = %s AND low = %s AND place = %s "
            "AND publisher = %s",
            what, number.replace(",", ""), place, shown.publisher,
        )  # fmt: skip
        assert int(number.replace(",", "")) in numbers_in(shown.sentence)
    else:
        speaker, text = re.fullmatch(r"(.+?) \(“(.+)”\)", shown.label).groups()  # type: ignore[union-attr]
        assert warehouse.rows(
            "SELECT 1 FROM mart.quotes WHERE speaker = %s AND speaker_text = %s AND publisher = %s "
            "AND strpos(%s, fragments[1]) > 0",
            speaker, text, shown.publisher, shown.sentence,
        )  # fmt: skip


@pytest.mark.parametrize(("task", "counts"), [each for each in shown_counts().items() if each[1]])
def test_counts_that_the_readme_shows_are_those_of_a_run(
    warehouse: Warehouse, task: str, counts: dict[str, int]
) -> None:
    found = warehouse.rows(
        "SELECT status, count(*) FROM ops.outcomes WHERE run_id = 'test:1' AND stage = %s "
        "GROUP BY status",
        task,
    )
    assert dict(found) == counts


def test_the_report_that_the_readme_shows_is_that_of_a_run(warehouse: Warehouse) -> None:
    written = io.StringIO()
    with closing(connect(warehouse.dsn)) as conn, conn.cursor() as cur:
        print_report(cur, "test:1", Console(file=written, width=200))
    lines = {" ".join(line.split()) for line in written.getvalue().split("\n")}
    for shown in shown_report():
        assert any(line.startswith(shown) for line in lines), shown


@pytest.fixture(scope="module")
def again(warehouse: Warehouse) -> tuple[dict[str, int], dict[str, int]]:
    """Row counts before and after a second run on the same newsroom."""
    before = warehouse.counts()
    warehouse.run()
    return before, warehouse.counts()


def test_a_second_run_adds_nothing(again: tuple[dict[str, int], dict[str, int]]) -> None:
    before, after = again
    assert after == before


@pytest.fixture(scope="module")
def later(warehouse: Warehouse, again: object) -> Warehouse:
    """The same warehouse after a run on edition 2, when pages are due to be looked at again."""
    warehouse.newsroom.set_edition(2)
    with closing(connect(warehouse.dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute("UPDATE core.pages SET next_fetch_at = now() WHERE next_fetch_at IS NOT NULL")
    warehouse.run()
    return warehouse


@pytest.mark.parametrize(
    "change", [change for change in EXPECTED["changes"] if not change.get("entry_only")],
    ids=lambda change: str(change["what"]),
)  # fmt: skip
def test_edits_become_versions(later: Warehouse, change: dict[str, Any]) -> None:
    found = later.rows(
        "SELECT version FROM mart.edits WHERE url = %s", later.url(change["article"])
    )
    assert found == [(2,)]


def test_nothing_else_became_a_version(later: Warehouse) -> None:
    edited = {url for (url,) in later.rows("SELECT url FROM mart.edits")}
    assert edited == {
        later.url(change["article"])
        for change in EXPECTED["changes"]
        if not change.get("entry_only")
    }


def test_an_edited_entry_is_counted_as_edited(later: Warehouse) -> None:
    (change,) = [change for change in EXPECTED["changes"] if change.get("entry_only")]
    feed_id = change["article"].split("/")[0]
    assert later.rows(
        "SELECT count(*) FROM core.entries WHERE feed_id = %s AND edits = 1", feed_id
    ) == [(1,)]


def test_a_revised_toll_stands_beside_the_old_one(later: Warehouse) -> None:
    found = later.rows(
        "SELECT versions.number, figures.low FROM core.figures "
        "JOIN core.article_versions AS versions USING (text_id) "
        "JOIN core.articles USING (article_id) "
        "WHERE canonical_url = %s AND what = 'killed' ORDER BY 1, 2",
        later.url("andescourier/ayacucho-earthquake"),
    )
    assert {(1, 27), (2, 31)} <= {(number, int(low)) for number, low in found if low}


def test_an_edited_article_is_no_copy_of_itself(later: Warehouse) -> None:
    assert later.rows(
        "SELECT is_copy FROM mart.articles WHERE url = %s",
        later.url("andescourier/ayacucho-earthquake"),
    ) == [(False,)]


def test_a_deleted_article_is_marked_and_kept(later: Warehouse) -> None:
    gone = later.rows("SELECT title FROM mart.articles WHERE gone_at IS NOT NULL")
    assert gone == [(load_articles(1)["andescourier/minister-resignation-rumor"].title,)]


@pytest.mark.parametrize("query", OF_EDITS, ids=range(len(OF_EDITS)))
def test_the_questions_of_the_readme_on_edits_have_answers(later: Warehouse, query: str) -> None:
    assert later.rows(query)
