"""Names joined to entities in a real warehouse: pins, reversal, order, views, checks, speed."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from include import stages
from include.records import CleanArticle, ExtractedText, Mention, Quote, Span
from include.settings import Settings
from include.stages.joining import join_entities
from include.warehouse import facts
from include.warehouse.articles import store_article
from include.warehouse.check import run_checks
from include.warehouse.connect import connect, connector
from tests.conftest import EmbeddedServer, database, execute
from tests.warehouse.test_articles import ARTICLE, page

pytestmark = pytest.mark.warehouse

DAY = datetime(2026, 8, 3, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Story:
    """A text to store: its names as (text, label, entity), in its order, and its story."""

    number: int
    names: Sequence[tuple[str, str, str]]
    story: str = ""
    role: str = ""
    published_at: datetime = field(default=DAY)

    @property
    def body(self) -> str:
        """The text."""
        return f"{self.role}{' and '.join(name for name, _, _ in self.names)} {self.number}."


@dataclass(frozen=True)
class Warehouse:
    """A warehouse to fill, join and ask."""

    dsn: str
    folder: Path

    def load(self, texts: Sequence[Story]) -> None:
        """Store texts with their mentions, as extraction does, and their stories."""
        with closing(connect(self.dsn)) as conn, conn, conn.cursor() as cur:
            cur.execute("INSERT INTO core.publishers (name) VALUES ('harbour.example') "
                        "ON CONFLICT DO NOTHING")  # fmt: skip
            for one in texts:
                url = f"https://harbour.example/{one.number}"
                article = CleanArticle(
                    **{name: getattr(ARTICLE, name) for name in ARTICLE.__dataclass_fields__}
                    | {"url": url, "canonical_url": url, "body": one.body,
                       "published_at": one.published_at}
                )  # fmt: skip
                article_id, *_ = store_article(cur, article, page(cur, url))
                cur.execute("SELECT text_id, version_id FROM core.article_versions "
                            "WHERE article_id = %s", (article_id,))  # fmt: skip
                text_id, version_id = cur.fetchone() or (0, 0)
                facts.store_extraction(cur, text_id, extracted(one), reference_at=one.published_at)
                if one.story:
                    group(cur, one.story, article_id, version_id)

    def join(self, pins: str = "", run_id: str = "test:1") -> dict[str, int]:
        """Join names under some pins."""
        file = self.folder / "entities.csv"
        file.write_text("kind,name,same_as,never,wikidata_id,shown_as,note\n" + pins, "utf-8")
        run = stages.Run(
            connect=connector(self.dsn), settings=Settings(home=self.folder), run_id=run_id
        )
        return join_entities(run, pins_file=file)

    def rows(self, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with closing(connect(self.dsn)) as conn, conn.cursor() as cur:
            cur.execute(statement, parameters or None)
            return cur.fetchall()

    def aliases(self, entity: str) -> set[str]:
        """The names an entity goes by."""
        found = self.rows("SELECT aliases FROM mart.entities WHERE entity = %s", entity)
        return {name for (names,) in found for name in names}

    def state(self) -> set[tuple[Any, ...]]:
        """All that joining decided, without the numbers that loading gave."""
        return set(
            self.rows(
                "SELECT kind, alias, entity, sense, rule, confidence, "
                "(SELECT body FROM core.texts WHERE texts.text_id = aliases.text_id) "
                "FROM mart.aliases"
            )
        ) | set(self.rows("SELECT mention, entity, sense, url FROM mart.mentions"))


def group(cur: Any, story: str, article_id: int, version_id: int) -> None:
    """Put an article into a story."""
    cur.execute(
        "INSERT INTO core.stories (story_id, label, lead_article_id, first_published_at, "
        "last_published_at, size, cohesion) VALUES (%s, %s, %s, now(), now(), 1, 0) "
        "ON CONFLICT DO NOTHING",
        (story, story, article_id),
    )
    cur.execute("INSERT INTO core.story_articles (article_id, story_id, version_id, reason, score) "
                "VALUES (%s, %s, %s, 'same_event', 1)",
                (article_id, story, version_id))  # fmt: skip


def extracted(story: Story, config: str = "1") -> ExtractedText:
    """The facts of a text; its first name is the speaker of a quote."""
    mentions, at = [], len(story.role)
    for text, label, entity in story.names:
        mentions.append(
            Mention(start=at, end=at + len(text), text=text, label=label, entity=entity,
                    confidence=0.9)
        )  # fmt: skip
        at += len(text) + len(" and ")
    first = mentions[0]
    quote = Quote(
        start=0, end=len(story.body), text=story.body, kind="indirect", fragments=(), cue=None,
        speaker=Span(start=first.start, end=first.end, text=first.text),
        speaker_entity=first.entity, confidence=0.5,
    )  # fmt: skip
    return ExtractedText(
        id=str(story.number), language="en", extractor="test/1", config_hash=config,
        mentions=tuple(mentions), quotes=(quote,),
    )  # fmt: skip


def person(name: str, entity: str = "") -> tuple[str, str, str]:
    return (name, "PERSON", entity or name)


def body(name: str, entity: str = "") -> tuple[str, str, str]:
    return (name, "ORG", entity or name)


KYIV = ("Kyiv", "GPE", "Kyiv")
TEXTS = [
    Story(1, [person("Ursula von der Leyen"), body("European Union"), body("EU", "European Union"),
              KYIV], "raid"),
    Story(2, [person("von der Leyen"), person("Volodymyr Zelenskyy"), KYIV], "raid"),
    Story(3, [person("Volodymyr Zelensky"), body("EU"), KYIV], "raid"),
    Story(4, [person("Zelensky"), KYIV, body("Ford Motor Co.")], "raid"),
    Story(5, [person("Michael Jordan"), body("Chicago Bulls")]),
    Story(6, [person("Michael B. Jordan"), body("Lantern Pictures")]),
    Story(7, [body("Ford Motor Company"), ("Russians", "NORP", "Russians")]),
    Story(8, [("Russian", "NORP", "Russian"), person("George W. Bush")]),
    Story(9, [person("George H. W. Bush"), person("Paris Hilton"), ("Paris", "GPE", "Paris")]),
    Story(10, [person("Ursula von der Leyen"), body("European Commission")],
          published_at=DAY + timedelta(days=60)),
    *(Story(20 + n, [person("John Smith"), body("Leeds Rovers"), person("Mel Tate")],
            role="Striker ") for n in range(2)),
    *(Story(30 + n, [person("John Smith"), body("Ohio Senate"), person("Dana Whitlock")],
            role="Senator ") for n in range(2)),
]  # fmt: skip


@pytest.fixture
def warehouse(warehouse_dsn: str, tmp_path: Path) -> Warehouse:
    found = Warehouse(warehouse_dsn, tmp_path)
    found.load(TEXTS)
    return found


def test_one_question_finds_every_article_that_names_her(warehouse: Warehouse) -> None:
    warehouse.join()
    found = warehouse.rows(
        "SELECT DISTINCT url FROM mart.mentions WHERE entity = 'Ursula von der Leyen' "
        "AND published_at >= '2026-08-01' AND published_at < '2026-09-01'"
    )
    assert {url.rsplit("/", 1)[1] for (url,) in found} == {"1", "2"}


@pytest.mark.parametrize(
    ("entity", "names"),
    [
        ("Volodymyr Zelenskyy", {"Volodymyr Zelenskyy", "Volodymyr Zelensky", "Zelensky"}),
        ("European Union", {"European Union", "EU"}),
        ("Michael Jordan", {"Michael Jordan"}),
        ("Michael B. Jordan", {"Michael B. Jordan"}),
        ("George W. Bush", {"George W. Bush"}),
        ("Paris Hilton", {"Paris Hilton"}),
        ("Ford Motor Company", {"Ford Motor Co.", "Ford Motor Company"}),
        ("Russians", {"Russian", "Russians"}),
    ],
)
def test_names_are_joined_and_look_alikes_are_not(
    warehouse: Warehouse, entity: str, names: set[str]
) -> None:
    warehouse.join()
    assert warehouse.aliases(entity) == names


def test_speakers_are_shown_by_their_entity(warehouse: Warehouse) -> None:
    warehouse.join()
    found = dict(warehouse.rows("SELECT speaker_text, speaker FROM mart.quotes"))
    assert found["Zelensky"] == "Volodymyr Zelenskyy"
    assert found["von der Leyen"] == "Ursula von der Leyen"


def test_mentions_keep_their_own_name(warehouse: Warehouse) -> None:
    before = warehouse.rows("SELECT mention_id, entity_id FROM core.mentions ORDER BY 1")
    warehouse.join()
    assert warehouse.rows("SELECT mention_id, entity_id FROM core.mentions ORDER BY 1") == before


def test_every_merge_says_why(warehouse: Warehouse) -> None:
    warehouse.join(run_id="test:why")
    found = warehouse.rows(
        "SELECT DISTINCT rule, evidence, run_id FROM core.entity_merges "
        "JOIN core.entities ON entity_id = from_entity_id WHERE name_key = 'eu'"
    )
    assert found == [("written_together", {"texts_with_both": 1, "of": 1}, "test:why")]


def test_nothing_changes_where_nothing_is_new(warehouse: Warehouse) -> None:
    warehouse.join()
    before = warehouse.rows("SELECT * FROM core.entity_merges ORDER BY 1")
    assert warehouse.join(run_id="test:2") == {"names": 0, "merged": 0, "undone": 0}
    warehouse.rows("SELECT 1")
    assert warehouse.rows("SELECT * FROM core.entity_merges ORDER BY 1") == before


def test_a_pin_joins_old_names_and_taking_it_back_parts_them(warehouse: Warehouse) -> None:
    pin = "person,Michael B. Jordan,Michael Jordan,,Q1,MJ,\n"
    warehouse.join()
    warehouse.join(pin, "test:2")
    assert warehouse.aliases("MJ") == {"Michael Jordan", "Michael B. Jordan"}
    assert warehouse.rows("SELECT wikidata_id FROM mart.entities WHERE entity = 'MJ'") == [("Q1",)]
    warehouse.join("", "test:3")
    assert warehouse.aliases("Michael Jordan") == {"Michael Jordan"}
    found = warehouse.rows(
        "SELECT rule, run_id, undone_run_id FROM core.entity_merges WHERE rule = 'pinned'"
    )
    assert found == [("pinned", "test:2", "test:3")]


def test_a_forbidden_merge_is_undone_and_made_again(warehouse: Warehouse) -> None:
    warehouse.join()
    joined = warehouse.state()
    warehouse.join("person,Volodymyr Zelensky,,Volodymyr Zelenskyy,,,\n", "test:2")
    assert "Volodymyr Zelensky" not in warehouse.aliases("Volodymyr Zelenskyy")
    found = warehouse.rows("SELECT run_id, undone_run_id FROM core.entity_merges "
                           "WHERE rule = 'spelling'")  # fmt: skip
    assert found == [("test:1", "test:2")]
    warehouse.join("", "test:3")
    assert warehouse.state() == joined


def test_a_pin_may_lead_to_a_name_no_text_has(warehouse: Warehouse) -> None:
    warehouse.join("organisation,Ford Motor Co.,Ford of Dearborn,,,,\n")
    assert warehouse.aliases("Ford of Dearborn") == {
        "Ford of Dearborn", "Ford Motor Co.", "Ford Motor Company",
    }  # fmt: skip


def test_namesakes_are_told_apart_by_text(warehouse: Warehouse) -> None:
    warehouse.join()
    found = warehouse.rows(
        "SELECT sense, array_agg(DISTINCT right(url, 2) ORDER BY right(url, 2)) "
        "FROM mart.mentions WHERE entity = 'John Smith' GROUP BY sense ORDER BY 1"
    )
    assert found == [("politics", ["30", "31"]), ("sport", ["20", "21"])]


def test_another_extraction_replaces_what_the_first_said(warehouse: Warehouse) -> None:
    warehouse.join()
    assert "Zelensky" in warehouse.aliases("Volodymyr Zelenskyy")
    text = Story(4, [body("Zelensky Foundation"), KYIV])
    with closing(connect(warehouse.dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute("SELECT text_id FROM core.texts WHERE body = %s", (TEXTS[3].body,))
        (text_id,) = cur.fetchone() or (0,)
        facts.store_extraction(cur, text_id, extracted(text, "2"), reference_at=DAY)
    warehouse.join(run_id="test:2")
    assert warehouse.rows("SELECT count(*) FROM mart.mentions WHERE mention = 'Zelensky'") == [(0,)]
    assert warehouse.rows(
        "SELECT undone_run_id FROM core.entity_merges JOIN core.entities "
        "ON entity_id = from_entity_id WHERE name_key = 'zelensky'"
    ) == [("test:2",)]


@pytest.fixture
def another(
    postgres_server: EmbeddedServer, migrated_template: str, tmp_path: Path
) -> Iterator[Warehouse]:
    with database(postgres_server, template=migrated_template) as dsn:
        yield Warehouse(dsn, tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_no_order_and_no_batches_change_the_entities(
    warehouse: Warehouse, another: Warehouse, seed: int
) -> None:
    warehouse.join()
    order = random.Random(seed)
    texts = order.sample(TEXTS, len(TEXTS))
    while texts:
        size = order.randint(1, 5)
        another.load(texts[:size])
        another.join()
        texts = texts[size:]
    assert another.state() == warehouse.state()


def checked(warehouse: Warehouse) -> dict[str, int]:
    """How many rows each check finds."""
    with closing(connect(warehouse.dsn)) as conn, conn, conn.cursor() as cur:
        return {one.name: one.offending for one in run_checks(cur, "test:1", max_failed_share=0.5)}


def test_checks_pass_and_find_what_is_wrong(warehouse: Warehouse) -> None:
    pin = "person,Michael Jordan,,Michael B. Jordan,,,\n"
    warehouse.join(pin)
    found = checked(warehouse)
    assert (found["entities_are_their_own"], found["pins_hold"]) == (0, 0)
    execute(
        warehouse.dsn,
        "UPDATE core.entities SET canonical_id = (SELECT entity_id FROM core.entities "
        "WHERE name_key = 'michael jordan') WHERE name_key = 'michael b jordan'",
    )
    found = checked(warehouse)
    assert (found["entities_are_their_own"], found["pins_hold"]) == (1, 1)


def test_a_wrong_line_of_pins_is_told_and_left_out(
    warehouse: Warehouse, caplog: pytest.LogCaptureFixture
) -> None:
    warehouse.join("persona,Michael B. Jordan,Michael Jordan,,,,\n")
    assert "line 2: kind 'persona' is none of ours" in caplog.text
    assert warehouse.aliases("Michael Jordan") == {"Michael Jordan"}


def test_ten_thousand_names_take_seconds(
    warehouse_dsn: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = Warehouse(warehouse_dsn, tmp_path)
    fill(warehouse_dsn, names=10_000, texts=4_000, names_a_text=12)
    started = time.process_time()  # CPU: others may keep the machine busy
    counts = many.join()
    whole = time.process_time() - started
    many.load(TEXTS[:3])
    started = time.process_time()
    again = many.join(run_id="test:2")
    with capsys.disabled():
        print(f"\n{counts['names']} names, {counts['merged']} merges: {whole:.1f} s; then "
              f"{again['names']} names: {time.process_time() - started:.2f} s")  # fmt: skip
    assert counts["names"] >= 10_000
    assert again["names"] < 100
    assert whole < 60


def fill(dsn: str, *, names: int, texts: int, names_a_text: int) -> None:
    """A warehouse with made people and bodies, some by surname alone, some in each text."""
    given = "initcap(translate((n::bigint * 7919 % 2003)::text, '0123456789', 'aeioubdfgk'))"
    family = (
        f"initcap(translate((n::bigint * 104729 % {max(names // 4, 1)})::text || '0', "
        "'0123456789', 'lmnprstvzo'))"
    )
    execute(dsn, f"""
        INSERT INTO core.texts (sha256, body, words)
        SELECT sha256(n::text::bytea), repeat('Senator ', 40) || n, 40
        FROM generate_series(1, {texts}) AS n;
        INSERT INTO core.extractions (text_id, extractor, config_hash, language, reference_at)
        SELECT text_id, 'test', '1', 'en', '2026-08-01' FROM core.texts;
        INSERT INTO core.entities (kind, name_key, name)
        SELECT CASE WHEN n % 3 = 0 THEN 'organisation' ELSE 'person' END, lower(name), name
        FROM generate_series(1, {names}) AS n,
        LATERAL (
            SELECT CASE n % 7 WHEN 1 THEN {family} WHEN 2 THEN {given} || ' J. ' || {family}
                   ELSE {given} || ' ' || {family} END AS name
        ) AS made
        ON CONFLICT DO NOTHING;
        INSERT INTO core.mentions (extraction_id, text_id, start_char, end_char, text, label,
                                   entity_id, confidence)
        SELECT extraction_id, text_id, m * 20, m * 20 + 5, name, 'PERSON', entity_id, 0.9
        FROM (
            SELECT extraction_id, text_id, m,
                   (text_id * {names_a_text} + m) * 48271 % {names} + 1 AS place
            FROM core.extractions, generate_series(1, {names_a_text}) AS m
        ) AS chosen
        JOIN (SELECT entity_id, name, row_number() OVER (ORDER BY entity_id) AS place
              FROM core.entities) AS placed USING (place)
    """)  # fmt: skip
