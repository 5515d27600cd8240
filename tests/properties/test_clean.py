"""What holds of cleaning whatever the bytes."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from include.articles import Rejected, clean
from include.articles.decode import decode
from include.articles.furniture import appeals
from include.articles.furniture_words import APPEAL
from include.articles.text import line, normal
from include.records import CleanArticle, RawPage
from tests.effort import effort

_FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b\ufeff\ud800-\udfff]")
_PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<article>",
        "</article>",
        "<h1>",
        "<ul><li>",
        "<table><tr><td>",
        "<br>",
        "<figure>",
        "<a href='/x'>",
        "<div class='related teaser'>",
        "<time datetime='2026-13-45'>",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[null,{}],',
        '"headline":1,"datePublished":["x"]}</script>',
        "<meta property='og:title' content='",
        "<link rel=canonical href='http://[x'>",
        "'>",
        "<!--",
        "]]>",
        "&#xD800;",
        "\x00",
        "\ud800",
        "e\u0301\u200b\xad",
        "The council voted on Tuesday evening to close the old bridge to lorries. " * 4,
    ]
)


@effort(150)
@given(st.binary(max_size=2_000), st.one_of(st.none(), st.text(max_size=60)))
def test_any_bytes_bring_an_outcome(body: bytes, content_type: str | None) -> None:
    page = RawPage(url="https://a.example/x", body=body, content_type=content_type)
    assert isinstance(clean(page, min_words=5), (CleanArticle, Rejected))


@effort(120)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=40)), max_size=40))
def test_any_markup_brings_a_normal_body(pieces: list[str]) -> None:
    body = "".join(["<html><body>", *pieces]).encode("utf-8", "surrogatepass")
    result = clean(RawPage(url="https://a.example/x", body=body), min_words=5)
    if isinstance(result, CleanArticle):
        assert normal(result.body) == result.body
        assert _FORBIDDEN.search(result.body) is None
        assert "\n\n" not in result.body
        assert unicodedata.is_normalized("NFC", result.body)
        assert result.title == line(result.title)
    else:
        assert result.reason.value != "parse_error", result.detail


@effort(400)
@given(st.text(max_size=300))
def test_normal_form_is_a_fixed_point(text: str) -> None:
    once = normal(text)
    assert normal(once) == once
    assert _FORBIDDEN.search(once) is None


@effort(100)
@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=60)))
def test_decoding_never_fails_and_leaves_no_nul(body: bytes, content_type: str | None) -> None:
    page = RawPage(url="https://page.example/", body=body, content_type=content_type)
    assert "\x00" not in decode(page)


# "ı" and "İ" match an i in a pattern, but are none when folded.
@effort(400)
@given(st.from_regex(APPEAL, alphabet=st.characters(codec="utf-8", exclude_characters="ıİ")))
def test_the_quick_look_for_appeals_misses_none(text: str) -> None:
    assert appeals(text)
