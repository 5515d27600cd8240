"""Pages as cleaning meets them: those of tests/golden/pages, and small ones made in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from include.articles.page import Page, parse
from include.records import RawPage

PAGES = Path(__file__).parents[2] / "golden" / "pages"
URL = "https://www.courier.example/news/old-bridge"


@pytest.fixture
def golden() -> Callable[..., RawPage]:
    """A function from the name of a golden page to its raw page."""

    def read(name: str, content_type: str = "text/html") -> RawPage:
        return RawPage(
            url=URL,
            body=(PAGES / f"{name}.html").read_bytes(),
            content_type=content_type,
            fetched_at=datetime(2026, 3, 5, tzinfo=UTC),
        )

    return read


@pytest.fixture
def parsed() -> Callable[..., Page]:
    """A function from the head and body of a page to the parsed page."""

    def build(head: str = "", body: str = "", url: str = URL) -> Page:
        page = parse(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>", url)
        assert page is not None
        return page

    return build
