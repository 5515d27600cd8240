"""Times in a revised text: resolved by what the page states of its revision, never by the
day on which we happened to see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from include import stages, urls
from include.outcomes import Status
from include.records import CleanArticle
from include.settings import Settings
from include.warehouse import queries
from include.warehouse.articles import store_article
from include.warehouse.connect import connector
from tests.conftest import EmbeddedServer, database

pytestmark = [pytest.mark.warehouse, pytest.mark.model]

Told = tuple[datetime | None, str | None, str]

# A Friday. Seen from it, Monday is 1 June; seen from the revision on Wednesday, 8 June;
# seen from the day we fetched it, three weeks later, 27 June.
PUBLISHED = datetime(2026, 6, 5, 9, tzinfo=UTC)
REVISED = datetime(2026, 6, 10, 8, 30, tzinfo=UTC)
SEEN = datetime(2026, 7, 2, 12, tzinfo=UTC)
MONDAY, NEXT_MONDAY = date(2026, 6, 1), date(2026, 6, 8)

FIRST = CleanArticle(
    url="", canonical_url="", title="Weir to close", body="", authors=(), published_at=PUBLISHED,
    published_from="json_ld", updated_at=None, language="en", language_declared="en",
    section=None, tags=(), image_url=None, credit=None, is_free=None, method="trafilatura",
    method_reason="", cleaned_by="test/1",
)  # fmt: skip
BODY = (
    "The weir at {place} will be closed for repairs, the river board said. Engineers had found "
    "cracks in two of its gates. Boats will be carried around it by road until then."
)
LATER = "\nThe river board inspected the gates on Monday and closed the towpath."
UNDATED = {"published_at": None, "published_from": None}

FIRST_ALONE = (PUBLISHED, "publication", "times by the publication")
BY_REVISION = (REVISED, "revision", "times by the revision")
UNKNOWN = (None, None, "times by the text alone")

CASES: dict[str, tuple[dict[str, Any] | None, dict[str, Any], Told, date | None]] = {
    # case: first version (none: we saw only the later), second version, what is told, "Monday"
    "Tolbury": ({}, {"updated_at": REVISED}, BY_REVISION, NEXT_MONDAY),
    "Ashwick": ({}, {}, FIRST_ALONE, MONDAY),
    "Corrin": ({}, {"published_at": SEEN}, FIRST_ALONE, MONDAY),
    "Delford": ({}, UNDATED, FIRST_ALONE, MONDAY),
    "Estley": (None, {"updated_at": REVISED}, FIRST_ALONE, MONDAY),
    "Fenmoor": (UNDATED, UNDATED, UNKNOWN, None),
}
WHAT = {
    "Tolbury": "a revision that the page states",
    "Ashwick": "a revision that is not stated",
    "Corrin": "a page that calls the day of its revision its publication",
    "Delford": "a revision that has lost its date",
    "Estley": "an update stated by the first version that we saw",
    "Fenmoor": "no instant anywhere",
}


@pytest.fixture(scope="module")
def warehouse(
    postgres_server: EmbeddedServer,
    migrated_template: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[stages.Run]:
    """A run that stored each case and extracted all of it."""
    with database(postgres_server, template=migrated_template) as dsn:
        settings = Settings(home=tmp_path_factory.mktemp("revisions"), workers=1)
        run = stages.Run(connect=connector(dsn), settings=settings, run_id="revised")
        stages.open_run(run, kind="by_hand")
        for place, (first, second, _, _) in CASES.items():
            body = BODY.format(place=place)
            if first is not None:
                store(run, article(place, body, first), seen_at=PUBLISHED)
            store(run, article(place, body + LATER, second), seen_at=SEEN)
        for batch in stages.choose_texts(run):
            stages.extract_texts(run, batch)
        yield run


def article(place: str, body: str, stated: dict[str, Any]) -> CleanArticle:
    """An article on `place` whose page states these dates."""
    url = f"https://brook.example/{place}"
    return replace(FIRST, url=url, canonical_url=url, body=body, **stated)


def store(run: stages.Run, article: CleanArticle, *, seen_at: datetime) -> None:
    """Store the article, or its next version, as cleaning does."""
    with run.transaction() as cur:
        cur.execute(
            "INSERT INTO core.publishers (name) VALUES ('brook.example') "
            "ON CONFLICT (name) DO UPDATE SET name = EXCLUDED.name RETURNING publisher_id"
        )
        (publisher_id,) = cur.fetchone() or (None,)
        key = urls.key(article.url)
        row = (article.url, article.url, key, publisher_id, urls.host(article.url))
        queries.many(cur, "upsert_pages", [row])
        (page,) = queries.rows(cur, "page_ids", keys=[key])
        claimed = {
            "page_id": page["page_id"], "publisher_id": publisher_id, "url_sha256": key,
            "body_sha256": article.body.encode()[-32:], "fetched_at": seen_at,
        }  # fmt: skip
        _, status, _ = store_article(cur, article, claimed)
    assert status in (Status.STORED, Status.UPDATED)


def rows(run: stages.Run, place: str, columns: str, joined: str) -> list[tuple[Any, ...]]:
    """Columns of the later text of `place`, with what is joined to it by its text_id."""
    with run.transaction() as cur:
        cur.execute(
            f"SELECT {columns} FROM core.texts JOIN {joined} "
            "WHERE body LIKE %s AND body LIKE '%%Monday%%'",
            [f"%{place}%"],
        )
        return cur.fetchall()


@pytest.mark.parametrize("place", CASES, ids=WHAT.get)
def test_the_extraction_and_its_outcome_say_what_times_go_by(
    warehouse: stages.Run, place: str
) -> None:
    (found,) = rows(
        warehouse, place, "reference_at, reference_from, detail",
        "core.extractions USING (text_id) JOIN ops.outcomes "
        "ON stage = 'extract_texts' AND subject = text_id::text",
    )  # fmt: skip
    assert (*found[:2], found[2].rpartition("; ")[2]) == CASES[place][2]


@pytest.mark.parametrize("place", CASES, ids=WHAT.get)
def test_monday_is_never_that_of_the_day_we_looked(warehouse: stages.Run, place: str) -> None:
    found = rows(warehouse, place, "value", "core.times USING (text_id)")
    days = {date.fromisoformat(value) for (value,) in found if value is not None}
    expected = CASES[place][3]
    assert days == ({expected} if expected else set())


def test_the_first_text_keeps_its_own_instant(warehouse: stages.Run) -> None:
    with warehouse.transaction() as cur:
        cur.execute(
            "SELECT DISTINCT reference_at, reference_from FROM core.texts "
            "JOIN core.extractions USING (text_id) "
            "WHERE body NOT LIKE '%Monday%' AND body NOT LIKE '%Fenmoor%'"
        )
        assert cur.fetchall() == [(PUBLISHED, "publication")]
