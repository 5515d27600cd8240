"""`urls` takes any text: it gives a form that stays as it is, or says why there is none."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from include import urls
from tests.effort import effort

_PIECES = st.lists(
    st.sampled_from([
        "http://", "https://", "//", "/", "/amp/", "/amp", ".", "。", "．", "[", "]", ":", "99999",
        "@", "www.", "m.", "cache.cdn.ampproject.org/c/", "cache.cdn.ampproject.org/c/s/",
        "google.example/amp/s/", "google.com/amp/", "news.example", "zeitung.exämple", "\ud800",
        "%", "%zz", "%e4", "?", "&", "=", "utm_source=x", "#", " ", "\t", "\\", "ß", "İ", "..",
        "xn--", "xn--a", "１", "\x00",
    ]),
    max_size=12,
).map("".join)  # fmt: skip


@effort(600)
@given(st.one_of(st.text(), _PIECES, _PIECES.map(lambda rest: f"https://{rest}")))
@example("https://cache.cdn.ampproject.org/c/s/news.example:99999/a")
@example("https://cache.cdn.ampproject.org/c/s/[news.example/a")
@example("https://www.google.com/amp/s/news.example:port/a")
@example("https://news.example/\ud800")
@example("https://news。example。/a")
def test_a_form_stays_as_it_is_or_there_is_none(url: str) -> None:
    try:
        form = urls.canonical(url)
    except urls.BadUrl:
        return
    assert urls.canonical(form) == form
    assert urls.host(form)
    assert len(urls.key(form)) == 32
    urls.publisher_domain(form)


@pytest.mark.parametrize(
    "url",
    [
        "https://cache.cdn.ampproject.org/c/s/news.example:99999/a",
        "https://cache.cdn.ampproject.org/c/s/[news.example/a",
        "https://cache.cdn.ampproject.org/c/s/me:secret@news.example/a",
        "https://" + "a." * 150 + "example/",
        "https://。/a",
    ],
)
def test_what_is_wrapped_is_looked_at_as_well(url: str) -> None:
    with pytest.raises(urls.BadUrl):
        urls.canonical(url)


def test_caches_within_caches_lead_to_the_page() -> None:
    wrapped = (
        "https://www.google.com/amp/s/news-example.cdn.ampproject.org/c/s/news.example/a/amp/amp"
    )
    assert urls.canonical(wrapped) == "https://news.example/a"
