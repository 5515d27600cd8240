"""Warehouses that hold keys of a former normal form: known pages and articles stay known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from include import urls
from include.urls_before import canonical_before
from tests.warehouse.loopback_site import Answer, Site, World

HEAD = {"Content-Type": "application/rss+xml"}


@pytest.fixture
def world(warehouse_dsn: str, tmp_path: Path) -> Iterator[World]:
    site = Site()
    yield World(warehouse_dsn, site, tmp_path)
    site.server.shutdown()


def feed(*paths: str) -> Answer:
    items = "".join(
        f"<item><guid isPermaLink='false'>{path}</guid><title>On {path}</title>"
        f"<link>{{site}}{path}</link></item>"
        for path in paths
    )
    return 200, HEAD, f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>"


@pytest.mark.parametrize(
    ("url", "before"),
    [
        ("https://a.example/r?q=%E8re", "https://a.example/r?q=%EF%BF%BDre"),
        ("https://a.example/r?linkid=9", "https://a.example/r"),
        ("https://groß.example/r", "https://gross.example/r"),
        ("https://a.example/r?q=caf%C3%A9", None),
        ("https://a.example/r?utm_source=x", None),
        ("mailto:a@b.example", None),
    ],
)
def test_the_former_form(url: str, before: str | None) -> None:
    assert canonical_before(url) == before


def test_a_known_page_keeps_its_number_under_its_new_key(world: World) -> None:
    world.list_feeds("f")
    world.site.answers["/f"] = feed("/r?q=%E8re")
    world.poll()
    # As a warehouse has it that was filled before.
    form = urls.canonical(f"{world.site.url}/r?q=%E8re")
    before = canonical_before(form) or ""
    with world.run.transaction() as cur:
        cur.execute(
            "UPDATE core.pages SET canonical_url = %s, url_sha256 = %s", (before, urls.key(before))
        )
    world.list_feeds("f", "g")
    world.site.answers["/g"] = feed("/r?q=%E8re", "/r?q=%E0re")
    world.poll()
    pages = world.ask("SELECT page_id, canonical_url FROM core.pages ORDER BY page_id")
    assert [url for _, url in pages] == [form, form.replace("%E8", "%E0")]
    assert pages[0][0] == 1
