"""Articles in the state of a page's scripts."""

from __future__ import annotations

import json

import pytest

from include.articles import clean
from include.articles.app_state import state_body
from include.articles.page import parse
from include.records import CleanArticle, RawPage

PARAGRAPHS = [
    f"The council voted on day {n} to close the old bridge to lorries, because of cracks in the "
    "arches that engineers had found in the spring. Cars and buses may cross as before."
    for n in range(6)
]
HTML = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
NEXT = {"props": {"pageProps": {"article": {"title": "Bridge", "bodyHtml": HTML}}}}
FUSION = {"content_elements": [{"type": "text", "content": text} for text in PARAGRAPHS]}


def _page(script: str) -> str:
    return f"<html><head><title>Bridge closed</title></head><body>{script}<div/></body></html>"


@pytest.mark.parametrize(
    "script",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(NEXT)}</script>',
        f"<script>Fusion.globalContent={json.dumps(FUSION)};Fusion.x=1</script>",
        f"<script>window.__INITIAL_STATE__ = {json.dumps(NEXT)};</script>",
    ],
)
def test_articles_drawn_by_scripts_are_read(script: str) -> None:
    raw = RawPage(url="https://a.example/bridge", body=_page(script).encode())
    result = clean(raw, min_words=40)
    assert isinstance(result, CleanArticle), result
    assert result.body.split("\n") == PARAGRAPHS
    assert result.method == "app_state"


@pytest.mark.parametrize(
    "state",
    [
        "[" * 50_000,
        '{"body": "' + "x" * 2_000 + '"}',
        '{"body": ' + json.dumps("function(){return 1}. " * 60) + "}",
        '{"body": {"body": 3}, "content_elements": [null, 1, {"content": []}]}' + " " * 500,
    ],
)
def test_other_states_bring_nothing(state: str) -> None:
    page = parse(_page(f'<script type="application/json">{state}</script>'), "https://a.example/")
    assert page is not None
    assert state_body(page.tree) == ""
