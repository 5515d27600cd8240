"""What helps who asks: names without namesakes, limits that are told, functions explained."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg2
import pytest

from include.agencies import AGENCIES
from include.warehouse.dictionary import dictionary
from tests.warehouse.made_news import BODY, News

pytestmark = pytest.mark.warehouse


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    yield made
    made.close()


def searchable(news: News, articles: int) -> None:
    from include.warehouse import marts

    for number in range(articles):
        news.article(f"Bridge {number}", f"{BODY} {number}", story="bridge")
    with news.conn, news.conn.cursor() as cur:
        marts.summarize(cur, marts.to_summarize(cur))
        marts.refresh_views(cur)
    news.conn.notices.clear()


def told(news: News) -> str:
    found = " ".join(news.conn.notices)
    news.conn.notices.clear()
    return found


def test_a_search_says_how_many_there_are_and_goes_on_from_its_cursor(news: News) -> None:
    searchable(news, 7)
    seen: list[int] = []
    cursor = None
    for _ in range(4):
        page = news.rows(
            "SELECT article_id, matches, cursor FROM mart.search('bridge', most => 2, after => %s)",
            cursor,
        )
        assert {matches for _, matches, _ in page} == {7}
        seen += [article for article, *_ in page]
        cursor = page[-1][2]
    assert sorted(seen) == sorted(set(seen))
    assert len(seen) == 7
    assert "2 of 7 shown: most => 7 shows more" in told(news)
    assert news.rows("SELECT 1 FROM mart.search('bridge', most => 7)") == [(1,)] * 7
    assert told(news) == ""


def test_a_search_that_finds_nothing_says_so_once(news: News) -> None:
    searchable(news, 1)
    for words in ("the", "zeppelin", ""):
        assert news.rows("SELECT 1 FROM mart.search(%s)", words) == []
        assert told(news).count("NOTICE") == 1


def test_an_open_quotation_mark_is_told_and_a_wrong_cursor_refused(news: News) -> None:
    searchable(news, 1)
    news.rows("SELECT * FROM mart.search(%s)", '"bridge')
    assert "a quotation mark is open" in told(news)
    with pytest.raises(psycopg2.Error, match="'x' is no cursor"):
        news.rows("SELECT * FROM mart.search('bridge', after => 'x')")
    news.conn.rollback()


def test_namesakes_have_names_of_their_own(news: News) -> None:
    searchable(news, 1)
    news.rows(
        "INSERT INTO core.entities (kind, name, name_key) VALUES "
        "('organisation', 'Mara Feld', 'mara feld'), ('place', 'Mara', 'mara')"
    )
    news.rows("UPDATE core.entities SET canonical_id = entity_id WHERE canonical_id IS NULL")
    shown = news.rows(
        "SELECT display FROM mart.entity_names WHERE entity ILIKE 'mara%%' ORDER BY 1"
    )
    assert shown == [("Mara",), ("Mara Feld (organisation)",), ("Mara Feld (person)",)]
    assert news.rows("SELECT display FROM mart.entities WHERE kind = 'person'") == [
        ("Mara Feld (person)",)
    ]
    of = "SELECT kind FROM core.entities WHERE entity_id = mart.entity_called(%s)"
    assert news.rows(of, "Mara Feld (organisation)") == [("organisation",)]
    assert told(news) == ""
    assert news.rows(of, "Mara Feld") == [("person",)]  # the most reported, and it is told
    assert "2 entities are called 'Mara Feld': Mara Feld (person), Mara Feld (org" in told(news)
    assert news.rows(of, "Nobody") == []
    assert "no entity is called 'Nobody'" in told(news)


def test_britain_is_one_country() -> None:
    from include.feeds.seeds import read_feed_list

    listed = b"url,country\nhttps://a.example/f,UK\nhttps://b.example/f,gb\n"
    found, problems = read_feed_list(listed, "feeds.csv")
    assert [feed.country for feed in found] == ["GB", "GB"]
    assert not problems


def test_every_function_is_in_the_dictionary_with_its_arguments(news: News) -> None:
    with news.conn, news.conn.cursor() as cur:
        page = dictionary(cur)
    names = {name for (name,) in news.rows(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'mart'::regnamespace")}  # fmt: skip
    assert names
    assert {name for name in names if f"mart.{name}(" not in page} == set()
    assert "most integer DEFAULT 10" in page
    assert all(about for (about,) in news.rows(
        "SELECT obj_description(oid, 'pg_proc') FROM pg_proc "
        "WHERE pronamespace = 'mart'::regnamespace"))  # fmt: skip


def test_the_examples_of_the_dictionary_can_be_run(news: News) -> None:
    searchable(news, 1)
    examples = news.rows(
        "SELECT split_part(obj_description(oid, 'pg_proc'), ' Example: ', 2) FROM pg_proc "
        "WHERE pronamespace = 'mart'::regnamespace "
        "AND obj_description(oid, 'pg_proc') LIKE '%% Example: %%'"
    )
    assert len(examples) >= 14
    for (example,) in examples:
        news.rows(example.replace("%", "%%"))


def test_the_sites_of_agencies_are_those_the_code_knows(news: News) -> None:
    for agency in AGENCIES:
        for host in agency.hosts:
            for url in (f"https://{host}/a", f"https://www.{host}/a", f"https://news.{host}/a"):
                assert news.rows("SELECT mart.agency_site(%s, 'courier', NULL)", url) == [
                    (agency.name,)
                ]
    site = "SELECT mart.agency_site(%s, %s, %s)"
    assert news.rows(site, "https://notreuters.com/a", "notreuters.com", None) == [(None,)]
    assert news.rows(site, "https://northernwire.example/a", "northernwire", "Northern Wire") == [
        ("Northern Wire",)
    ]
    assert news.rows(site, "https://courier.example/a", "courier", "Northern Wire") == [(None,)]
    assert news.rows(site, "https://mirror.example/a", "apnews.com", "AP") == [("AP",)]


@pytest.mark.parametrize(
    ("speaker", "basis", "kind"),
    [
        ("Two officials", "described", "unnamed"),
        ("A spokeswoman for the ministry", "described", "unnamed"),
        ("a person close to the prime minister", "described", "unnamed"),
        ("one of the officials", "described", "unnamed"),
        ("the clerk of the court", "described", "unnamed"),
        ("Peru's civil defense agency", "described", "body"),
        ("The police", "described", "body"),
        ("the city of Ulm", "described", "body"),
        ("Le gouvernement", "described", "body"),
        ("die Polizei", "described", "body"),
        ("a state audit", "described", "body"),
        ("Mr Bevan", "title", "name"),
        ("Ann Lowe", "named", "name"),
        ("she", "pronoun", "pronoun"),
        ("Both", None, "pronoun"),
        (None, None, None),
    ],
)
def test_people_without_a_name_are_told_from_bodies_and_pronouns(
    news: News, speaker: str | None, basis: str | None, kind: str | None
) -> None:
    assert news.rows("SELECT mart.speaker_kind(%s, %s)", speaker, basis) == [(kind,)]
