"""The sample newsroom is sound: pages, feeds, validators, editions, and its expectations."""

from __future__ import annotations

import csv
import html
import http.client
import io
import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import feedparser
import pytest

from include.outcomes import Reason
from seeds.newsroom.content import DAY, EDITIONS, HERE, Article, load_articles, load_publishers
from seeds.newsroom.moving import moved
from seeds.newsroom.pages import Answer, build
from seeds.newsroom.server import FEED_COLUMNS, Newsroom, serve

BASE = "http://127.0.0.1:1"
EXPECTED = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))
ARTICLES = {edition: load_articles(edition) for edition in EDITIONS}
SITES = {edition: build(BASE, edition) for edition in EDITIONS}
FEEDS = {feed.id: (house, feed) for house in load_publishers().values() for feed in house.feeds}
HOUSES = ("harbourtimes", "harbourtimes-world", "prairieledger")
FORMATS = {"rss": 2, "atom": 2, "rdf": 1, "json": 1}
TRAPS = {trap["article"]: trap for trap in EXPECTED["traps"]}
PLAIN = [
    article
    for article in ARTICLES[1].values()
    if article.kind in {"article", "nodate", "redirect"}
    and article.link in {None, "{base}{path}-moved"}
]


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with serve() as running:
        yield running


def ask(
    newsroom: Newsroom, path: str, headers: dict[str, str] | None = None, method: str = "GET"
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", newsroom.port, timeout=10)
    connection.request(method, path, headers=headers or {})
    answer = connection.getresponse()
    found = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    connection.close()
    return found


def entries(answer: Answer) -> list[Any]:
    if "json" in answer.content_type:
        return list(json.loads(answer.body)["items"])
    return list(feedparser.parse(io.BytesIO(answer.body), sanitize_html=False).entries)


def feed_answer(feed_id: str, edition: int = 1) -> Answer:
    house, feed = FEEDS[feed_id]
    return SITES[edition][f"/{house.slug}/{feed.path}"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_path_of_every_edition_is_served(newsroom: Newsroom, edition: int) -> None:
    newsroom.set_edition(edition)
    for path, answer in SITES[edition].items():
        status, headers, body = ask(newsroom, path)
        assert (status, headers["content-type"]) == (answer.status, answer.content_type), path
        assert int(headers["content-length"]) == len(body)
    newsroom.set_edition(1)


def test_feeds_are_conditional(newsroom: Newsroom) -> None:
    path = "/harbourtimes/feed"
    _, headers, _ = ask(newsroom, path)
    for sent in (
        {"If-None-Match": headers["etag"]},
        {"If-None-Match": f'W/{headers["etag"]}, "other"'},
        {"If-Modified-Since": headers["last-modified"]},
    ):
        status, _, body = ask(newsroom, path, sent)
        assert (status, body) == (304, b"")
    long_ago = format_datetime(datetime(2001, 1, 1, tzinfo=UTC), usegmt=True)
    for sent in (
        {"If-None-Match": '"other"', "If-Modified-Since": headers["last-modified"]},
        {"If-Modified-Since": long_ago},
        {"If-Modified-Since": "not a date"},
    ):
        assert ask(newsroom, path, sent)[0] == 200


def test_an_edition_changes_the_validators(newsroom: Newsroom) -> None:
    path = "/straitsherald/feed"
    _, before, _ = ask(newsroom, path)
    newsroom.set_edition(2)
    status, after, _ = ask(
        newsroom,
        path,
        {"If-None-Match": before["etag"], "If-Modified-Since": before["last-modified"]},
    )
    newsroom.set_edition(1)
    assert status == 200
    assert before["etag"] != after["etag"]
    assert before["last-modified"] != after["last-modified"]


def test_requests_are_logged_and_head_has_no_body(newsroom: Newsroom) -> None:
    seen = len(newsroom.requests)
    status, headers, body = ask(newsroom, "/robots.txt?x=1", method="HEAD")
    assert (status, body, headers["content-type"]) == (200, b"", "text/plain; charset=utf-8")
    assert ask(newsroom, "/nowhere")[0] == 404
    assert [(r.method, r.path, r.status) for r in newsroom.requests[seen:]] == [
        ("HEAD", "/robots.txt?x=1", 200),
        ("GET", "/nowhere", 404),
    ]


def test_the_feed_list_names_every_feed(newsroom: Newsroom) -> None:
    rows = list(csv.DictReader(io.StringIO(newsroom.feeds_csv())))
    assert tuple(rows[0]) == FEED_COLUMNS
    assert [row["feed_id"] for row in rows] == list(FEEDS)
    for row in rows:
        assert ask(newsroom, row["url"].removeprefix(newsroom.url))[0] == 200


@pytest.mark.parametrize("feed_id", FEEDS)
def test_feeds_list_what_is_expected(feed_id: str) -> None:
    answer, wanted = feed_answer(feed_id), EXPECTED["feeds"][feed_id]
    assert wanted["reason"] in set(Reason)
    if wanted["reason"] == "not_a_feed":
        assert answer.content_type.startswith("text/html")
        assert b"</html>" in answer.body
        return
    assert len(entries(answer)) == wanted["entries"]
    if "json" not in answer.content_type:
        parsed = feedparser.parse(io.BytesIO(answer.body))
        assert bool(parsed.bozo) is ("fault" in wanted)
        names = {"rss": "rss20", "atom": "atom10", "rdf": "rss10"}
        assert parsed.version == names[FEEDS[feed_id][0].format]


def test_one_house_repeats_entries_and_another_a_guid() -> None:
    ids = {feed_id: [entry["id"] for entry in entries(feed_answer(feed_id))] for feed_id in HOUSES}
    assert set(ids["harbourtimes-world"]) < set(ids["harbourtimes"])
    assert len(ids["prairieledger"]) == len(set(ids["prairieledger"])) + 1
    links = [entry.link for entry in entries(feed_answer("harbourtimes-world"))]
    assert all("utm_source=rss" in link for link in links)


def test_every_format_is_there() -> None:
    formats = [house.format for house in load_publishers().values()]
    assert {name: formats.count(name) >= least for name, least in FORMATS.items()} == dict.fromkeys(
        FORMATS, True
    )


def test_entries_lead_to_their_pages() -> None:
    paths = {BASE + article.path for article in PLAIN if article.publisher.slug != "nightpost"}
    paths -= {BASE + "/andescourier/business/2026-11-17/copper-mine-blockade"}
    links = {
        entry.get("link", entry.get("url", "")).split("?")[0]
        for feed_id in FEEDS
        if FEEDS[feed_id][0].slug != "nightpost"
        for entry in entries(feed_answer(feed_id))
    }
    assert paths <= links


@pytest.mark.parametrize("article", PLAIN, ids=lambda article: article.id)
def test_a_page_holds_its_words_and_escapes_them(article: Article) -> None:
    source = SITES[1][article.path].body.decode()
    page = html.unescape(source)
    for block in article.blocks:
        for words, _ in block.runs:
            assert words in page
        assert all(item in page for item in block.items)
    assert ("application/ld+json" in source) is (article.publisher.json_ld != "none")


def test_everything_is_escaped() -> None:
    path = ARTICLES[1]["harbourtimes/carrow-elbkontor-takeover"].path
    assert b"Hafen &amp; Verkehr" in SITES[1][path].body
    assert all(b"Hafen & Verkehr" not in answer.body for answer in SITES[1].values())


def test_instants_carry_the_zone_of_their_house() -> None:
    article = ARTICLES[1]["harbourtimes/kyiv-negotiating-table"]
    assert article.published == datetime(2026, 11, 19, 19, 40, tzinfo=UTC)
    assert ARTICLES[1]["prairieledger/chiefs-region-final"].published == datetime(
        2026, 11, 20, 12, 10, tzinfo=UTC
    )
    undated = ARTICLES[1]["valleyobserver/library-clock"]
    assert undated.published is None
    assert b"2026-11" not in SITES[1][undated.path].body


def test_another_day_moves_every_instant() -> None:
    moved = load_articles(1, DAY + timedelta(days=7))
    for article_id, article in ARTICLES[1].items():
        assert moved[article_id].changed - article.changed == timedelta(days=7)
    assert date(2026, 11, 20).weekday() == DAY.weekday() == 4


@pytest.mark.parametrize("key", EXPECTED["articles"])
def test_what_is_expected_stands_in_the_article(key: str) -> None:
    article_id, _, edition = key.partition("@")
    article, wanted = ARTICLES[int(edition or 1)][article_id], EXPECTED["articles"][key]
    text = article.body
    for quote in wanted.get("quotes", []):
        for fragment in quote["fragments"]:
            assert fragment in text
        assert quote["written"] in text
        assert quote["speaker"].split()[-1] in text
    for figure in wanted.get("figures", []):
        assert figure["text"] in text
        assert figure["bound"] in {"exact", "at_least", "at_most", "about", "between"}
        assert figure["what"] not in figure.get("what_any", [])
        assert {"low", "high"} & set(figure)
        assert figure.get("low", 0) <= figure.get("high", float("inf"))
        assert "place" not in figure or figure["place"] in text
    for expression in wanted.get("dates", []):
        assert expression["text"] in text
        date.fromisoformat(expression["value"][:10])
    for words in wanted.get("not_figures", []):
        assert words in text
    for short, full in wanted.get("abbreviations", {}).items():
        assert f"({short})" in text
        assert full in wanted["organisations"]
    for name in [
        *wanted.get("people", []),
        *wanted.get("places", []),
        *wanted.get("organisations", []),
    ]:
        assert name in text


def test_groups_name_articles_that_exist() -> None:
    known = set(ARTICLES[3])
    stories = {story["name"]: story["articles"] for story in EXPECTED["stories"]}
    grouped = [article for articles in stories.values() for article in articles]
    assert set(grouped) <= known
    assert len(grouped) == len(set(grouped))
    assert all(set(pair) <= set(stories) for pair in EXPECTED["apart"]["pairs"])
    for copies in EXPECTED["copies"]:
        assert {copies["of"], *copies["exact"], *copies["near"]} <= known
        original = ARTICLES[1][copies["of"]].body
        assert all(ARTICLES[1][copy].body == original for copy in copies["exact"])
        for copy in copies["near"]:
            mine, theirs = set(ARTICLES[1][copy].body.split()), set(original.split())
            assert ARTICLES[1][copy].body != original
            assert len(mine & theirs) / len(mine) > 0.85


@pytest.mark.parametrize("article_id", TRAPS)
def test_traps_are_what_they_say(article_id: str) -> None:
    trap = TRAPS[article_id]
    edition = trap.get("edition", 1)
    article = ARTICLES[edition][article_id]
    assert set(trap["reasons"]) <= set(Reason)
    path = article.path + ("-moved" if trap.get("status") == 301 else "")
    answer = SITES[edition].get(path)
    assert (answer.status if answer else 404) == trap.get("status", 404)
    if answer is not None and answer.status == 301:
        assert answer.headers["Location"] == BASE + article.path


@pytest.mark.parametrize("change", EXPECTED["changes"], ids=lambda change: change["article"])
def test_changes_change_what_they_say(change: dict[str, Any]) -> None:
    before, after = ARTICLES[change["edition"] - 1], ARTICLES[change["edition"]]
    old, new = before[change["article"]], after[change["article"]]
    assert (old.blocks == new.blocks) is change.get("entry_only", False)
    assert (old.updated == new.updated) is change.get("silent", False)
    assert new.changed > old.changed


def test_later_editions_bring_new_articles() -> None:
    for edition in EDITIONS[1:]:
        assert set(ARTICLES[edition - 1]) < set(ARTICLES[edition])


def test_a_paywall_keeps_its_words() -> None:
    article = ARTICLES[1]["continental/budget-rebate-leak"]
    page = html.unescape(SITES[1][article.path].body.decode())
    assert article.blocks[0].text in page
    assert "never served" not in page
    assert '"isAccessibleForFree": false' in page


def test_the_newsroom_moves_to_any_day_and_its_weekdays_with_it() -> None:
    tuesday = DAY + timedelta(days=4)
    kyiv = "harbourtimes/kyiv-negotiating-table"
    here, there = ARTICLES[1][kyiv], load_articles(1, tuesday)[kyiv]
    assert "Thursday" in here.body
    assert "Thursday" not in there.body
    assert here.published is not None
    assert there.published is not None
    assert there.published.date() - here.published.date() == timedelta(days=4)
    assert there.body == here.body.replace("Friday", "Tuesday").replace("Thursday", "Monday")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on Thursday, Thursday's vote", "on Tuesday, Tuesday's vote"),
        ("en", "on 28 November and 2 February", "on 3 December and 2 February"),
        ("fr", "Jeudi, en montagne", "Mardi, en montagne"),
        ("fr", "lundi 30 novembre", "samedi 5 décembre"),
        ("de", "am Freitagmorgen, dem 27. November", "am Mittwochmorgen, dem 2. Dezember"),
    ],
)
def test_words_move_by_five_days(language: str, text: str, expected: str) -> None:
    assert moved(text, DAY + timedelta(days=5), language) == expected
    assert moved(text, DAY, language) == text


@pytest.mark.parametrize(
    "day", [date(2027, 3, 28), date(2027, 10, 31), date(2028, 2, 29), date(2031, 1, 1)]
)
def test_every_edition_is_sound_on_other_days(day: date) -> None:
    for edition in EDITIONS:
        there = load_articles(edition, day)
        assert there.keys() == ARTICLES[edition].keys()
        assert build(BASE, edition, day)
