"""The command `explain`: a text, or a stored article, with every fact in it marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from include import __main__ as command_line
from include import settings
from tests.warehouse.made_news import BODY, News, closing_news

TEXT = (
    'A storm killed at least 21 people in Ulm on Friday. "It is not safe," Mara Feld, the mayor, '
    "said. <script>alert(1)</script>"
)


@pytest.fixture(autouse=True)
def own_process(warehouse_dsn: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the command line finds in a process of its own: settings unread, real streams."""
    monkeypatch.setenv("DATELINE_WAREHOUSE", warehouse_dsn)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(command_line, "_utf8", lambda: None)
    settings.load.cache_clear()
    yield
    settings.load.cache_clear()


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    with closing_news(warehouse_dsn) as made:
        yield made


def test_a_file_is_shown_with_its_facts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, "utf-8")
    assert command_line.main(["explain", str(file), "--published", "2026-11-23"]) == 0
    shown = capsys.readouterr().out
    assert TEXT[:50] in shown
    assert "killed: at least 21, in Ulm" in shown
    assert "direct, by Mara Feld" in shown
    assert "DATE 2026-11-20" in shown


def test_a_page_shows_the_text_as_text(tmp_path: Path) -> None:
    file, out = tmp_path / "text.txt", tmp_path / "page.html"
    file.write_text(TEXT, "utf-8")
    assert command_line.main(["explain", str(file), "--html", str(out)]) == 0
    page = out.read_text("utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert '<span class="figure"' in page


def test_a_stored_article_is_shown(news: News, capsys: pytest.CaptureFixture[str]) -> None:
    article = news.article()
    assert command_line.main(["explain", "--article", str(article)]) == 0
    shown = capsys.readouterr().out
    assert BODY.split("\n", 1)[0] in shown
    assert "wounded: at least 12" in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["/nowhere.txt"], "/nowhere.txt: No such file"),
        (["--article", "987654"], "article 987654: there is none"),
    ],
)
def test_what_cannot_be_explained_is_told_in_a_line(
    news: News, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert command_line.main(["explain", *arguments]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
