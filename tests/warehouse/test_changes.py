"""The change feed sees everything once, in one order, whoever writes at the same time."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Iterator
from contextlib import closing

import psycopg2
import pytest

from include.__main__ import main
from include.settings import Settings
from include.warehouse.changes import NoSuchChange, changes_since
from include.warehouse.connect import connect, connector
from tests.warehouse.made_news import BODY, News

pytestmark = pytest.mark.warehouse


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    yield made
    made.close()


class Reader:
    """Somebody who keeps a number and asks for what came after it."""

    def __init__(self, dsn: str) -> None:
        self.connect = connector(dsn)
        self.number = 0

    def read(self) -> list[tuple[str, int | None]]:
        """Kind and article of each change since the last read."""
        rows = list(changes_since(self.connect, self.number))
        if rows:
            assert [row["number"] for row in rows] == list(
                range(self.number + 1, self.number + 1 + len(rows))
            )
            self.number = rows[-1]["number"]
        return [(row["kind"], row["article_id"]) for row in rows]


def test_everything_that_happens_to_an_article_is_told(news: News) -> None:
    reader = Reader(news.dsn)
    one = news.article("Bridge closes", story="bridge")
    assert reader.read() == [("new", one), ("story_joined", one)]
    news.edit(one, "Bridge closes for good", BODY + " For good.")
    assert reader.read() == [("edited", one)]
    news.rows("UPDATE core.articles SET gone_at = now()")
    assert reader.read() == [("withdrawn", one)]
    news.rows("UPDATE core.articles SET gone_at = now()")
    assert reader.read() == []
    news.rows("UPDATE core.articles SET gone_at = NULL")
    assert reader.read() == [("back", one)]
    other = news.article("Dam opens", BODY, story="dam")
    reader.read()
    news.join(one, "dam")
    assert reader.read() == [("story_moved", one)]
    ((story, before),) = news.rows(
        "SELECT story_id, old_story_id FROM mart.changes WHERE kind = 'story_moved'"
    )
    assert (story, before) == ("dam", "bridge")
    news.rows("UPDATE core.texts SET copy_of = (SELECT min(text_id) FROM core.texts) "
              "WHERE text_id > (SELECT min(text_id) FROM core.texts)")  # fmt: skip
    assert reader.read() == [("copy", one)]
    news.rows("INSERT INTO core.extractions (text_id, extractor, config_hash, language, is_current)"
              " SELECT text_id, 'b', 'b', 'en', false FROM core.article_versions "
              "WHERE article_id = %s", other)  # fmt: skip
    assert reader.read() == [("facts", other)]
    news.rows("DELETE FROM core.story_articles WHERE article_id = %s", other)
    assert reader.read() == [("story_left", other)]


def test_a_version_from_the_same_page_is_no_edit(news: News) -> None:
    one = news.article()
    reader = Reader(news.dsn)
    reader.read()
    news.rows(
        "INSERT INTO core.article_versions (article_id, number, text_id, title, method, "
        "method_reason, cleaned_by, page_id, page_sha256, fetched_at) SELECT article_id, 2, "
        "text_id, 'Other rules', method, method_reason, cleaned_by, page_id, page_sha256, "
        "fetched_at FROM core.article_versions"
    )
    assert reader.read() == [("recleaned", one)]


def test_merges_and_new_names_of_entities_are_told(news: News) -> None:
    news.article()
    reader = Reader(news.dsn)
    reader.read()
    news.rows(
        "INSERT INTO core.entity_merges (from_entity_id, into_entity_id, rule, evidence, "
        "confidence, run_id) SELECT min(entity_id), max(entity_id), 'pinned', '{}', 1, 'r' "
        "FROM core.entities"
    )
    news.rows("UPDATE core.entity_merges SET undone_at = now()")
    news.rows("UPDATE core.entities SET shown_as = 'Mayor Feld' WHERE kind = 'person'")
    news.rows("UPDATE core.entities SET last_seen_at = now()")
    news.rows("UPDATE core.publishers SET country = 'DE'")
    news.rows("UPDATE core.publishers SET country = 'DE'")
    assert [kind for kind, _ in reader.read()] == ["entity"] * 3 + ["publisher"]


GONE = "UPDATE core.articles SET gone_at = now() WHERE article_id = %s"


def test_a_transaction_that_began_first_and_ends_last_is_not_missed(news: News) -> None:
    first, second = news.article("First"), news.article("Second", publisher="b.example")
    reader = Reader(news.dsn)
    reader.read()
    with closing(connect(news.dsn)) as slow, closing(connect(news.dsn)) as quick:
        with slow.cursor() as cur:
            cur.execute(GONE, (first,))  # has its place, and does not commit yet
        with quick, quick.cursor() as cur:
            cur.execute(GONE, (second,))
        # A cursor over a sequence or over time would now move past the slow one.
        assert reader.read() == []
        slow.commit()
    assert reader.read() == [("withdrawn", first), ("withdrawn", second)]


def test_one_that_is_rolled_back_leaves_no_gap(news: News) -> None:
    first, second = news.article("First"), news.article("Second", publisher="b.example")
    reader = Reader(news.dsn)
    reader.read()
    with closing(connect(news.dsn)) as slow:
        with slow.cursor() as cur:
            cur.execute(GONE, (first,))
        news.rows(GONE, second)
        slow.rollback()
    assert reader.read() == [("withdrawn", second)]


def test_readers_at_once_see_the_same_order(news: News) -> None:
    for _ in range(5):
        news.article()
    with closing(connect(news.dsn)) as holding, holding.cursor() as cur:
        cur.execute("SELECT ops.number_changes()")  # and holds the counter
        other = Reader(news.dsn)
        assert other.read() == []
        holding.commit()
        assert len(other.read()) == 5


def test_nothing_is_missed_among_many_writers(news: News) -> None:
    articles = [news.article(f"Article {n}", publisher=f"p{n}.example") for n in range(12)]
    reader = Reader(news.dsn)
    reader.read()
    seen: list[tuple[str, int | None]] = []
    stop = threading.Event()
    written: list[int] = []

    def write(article_id: int) -> None:
        rng = random.Random(article_id)
        with closing(connect(news.dsn)) as conn:
            for turn in range(30):
                with conn.cursor() as cur:
                    cur.execute("UPDATE core.articles SET gone_at = CASE WHEN gone_at IS NULL THEN "
                                "now() END WHERE article_id = %s", (article_id,))  # fmt: skip
                    cur.execute("SELECT pg_sleep(%s)", (rng.random() / 100,))
                if turn % 7 == 6:
                    conn.rollback()
                else:
                    conn.commit()
                    written.append(article_id)

    def read() -> None:
        while not stop.is_set():
            seen.extend(reader.read())

    reading = threading.Thread(target=read)
    writing = [threading.Thread(target=write, args=(one,)) for one in articles]
    for thread in (reading, *writing):
        thread.start()
    for thread in writing:
        thread.join()
    stop.set()
    reading.join()
    seen.extend(reader.read())
    assert sorted(article for _, article in seen if article) == sorted(written)
    for one in articles:  # and each article's changes in the order they were made
        kinds = [kind for kind, article in seen if article == one]
        assert kinds == [("withdrawn", "back")[n % 2] for n in range(len(kinds))]


def test_a_restored_dump_goes_on_where_it_was(news: News) -> None:
    one = news.article()
    # What a dump brings to a new server: rows whose transactions lie in its future.
    news.rows("UPDATE core.changes SET xid = (xid::text::bigint + 1000000)::text::xid8")
    assert Reader(news.dsn).read() == [("new", one)]


@pytest.mark.parametrize(
    ("since", "told"), [(99, "there is no change 99"), (0, "up to 1 are no longer kept")]
)
def test_a_number_that_cannot_be_answered_is_refused(news: News, since: int, told: str) -> None:
    news.article()
    Reader(news.dsn).read()
    news.rows("UPDATE ops.change_numbers SET dropped_through = 1")
    with pytest.raises(NoSuchChange, match=told):
        list(changes_since(connector(news.dsn), since))


def test_a_reader_without_rights_to_write_may_ask(news: News) -> None:
    news.article()
    with closing(connect(news.dsn)) as conn, conn.cursor() as cur:
        cur.execute("SET ROLE dateline_reader")
        cur.execute("SELECT count(*) FROM mart.changes_since(0)")
        assert cur.fetchone() == (1,)
        conn.commit()
        cur.execute("SET TRANSACTION READ ONLY")
        cur.execute("SELECT count(*) FROM mart.changes_since(0)")
        assert cur.fetchone() == (1,)
        conn.rollback()
        cur.execute("SET ROLE dateline_reader")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cur.execute("DELETE FROM core.changes")


def test_the_loader_writes_changes_without_rights_on_the_sequence(news: News) -> None:
    one = news.article()
    with closing(connect(news.dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute("SET ROLE dateline_loader")
        cur.execute(GONE, (one,))
    assert Reader(news.dsn).read()[-1] == ("withdrawn", one)


def test_the_command_prints_json_lines_and_goes_on_from_a_number(
    news: News, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    news.article("First", story="a")
    monkeypatch.setattr("include.settings.load", lambda: Settings(warehouse=news.dsn))
    monkeypatch.setattr("include.__main__._utf8", lambda: None)
    assert main(["changes"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["kind"] for row in told] == ["new", "story_joined"]
    assert told[0]["url"].startswith("https://")
    assert main(["changes", "--since", "1", "--most", "1"]) == 0
    assert json.loads(capsys.readouterr().out)["number"] == 2
    assert main(["changes", "--since", "70"]) == 2
    assert capsys.readouterr().err.startswith("dateline: there is no change 70: the last is 2.")
