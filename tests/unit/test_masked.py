"""What a log may show of a URL: no password, no key, and still enough to know it by."""

from __future__ import annotations

import traceback

import pytest

from include.logs import mask_error
from include.urls import masked, masked_in, secrets_of


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/feed.xml", "https://news.example/feed.xml"),
        ("https://ann:pa55@news.example/rss", "https://***@news.example/rss"),
        ("https://a@b@news.example/rss?x=1", "https://***@news.example/rss?x=1"),
        ("https://news.example/rss?key=abc&page=2", "https://news.example/rss?key=***&page=2"),
        ("https://news.example/rss?apiKey=abc", "https://news.example/rss?apiKey=***"),
        ("https://news.example/rss?access_token=1;n=5", "https://news.example/rss?access_token=***;n=5"),
        ("https://news.example/rss?f=9f8a7b6c5d4e3f2a1b", "https://news.example/rss?f=***"),
        ("https://news.example/rss?since=2026-11-28T10:00:00", "https://news.example/rss?since=2026-11-28T10:00:00"),
        ("https://news.example/rss?author=lee&keyword=flood", "https://news.example/rss?author=lee&keyword=flood"),
        ("https://news.example/rss?q=#token=abc", "https://news.example/rss?q=#token=***"),
        ("https://news.example?sig=abc", "https://news.example?sig=***"),
        ("no url at all?key=abc", "no url at all?key=abc"),
        ("http://", "http://"),
    ],
)  # fmt: skip
def test_secrets_are_masked_and_the_rest_stays(url: str, shown: str) -> None:
    assert masked(url) == shown
    assert masked(shown) == shown


def test_every_url_in_a_text_is_masked() -> None:
    told = "redirected to https://x.example/a?token=s3 then 'ftp://u:p@y.example/z', gave up"
    assert masked_in(told) == (
        "redirected to https://x.example/a?token=*** then 'ftp://***@y.example/z', gave up"
    )


@pytest.mark.parametrize(
    ("url", "secrets"),
    [
        ("https://news.example/rss?page=2", set()),
        (
            "https://ann:pa55word@news.example/rss?key=abcd&f=9f8a7b6c5d4e#t=0123456789",
            {"pa55word", "abcd", "9f8a7b6c5d4e", "0123456789"},
        ),
        ("https://news.example/rss?4f9d0c1e77", {"4f9d0c1e77"}),
        ("http://[/rss?key=abcd", {"abcd"}),
        (masked("https://ann:pa55@news.example/rss?key=abcd"), set()),
    ],
)
def test_secrets_of_a_url_are_those_that_are_masked(url: str, secrets: set[str]) -> None:
    assert secrets_of(url) == secrets
    assert not any(secret in masked(url) for secret in secrets)


def fail(url: str) -> None:
    try:
        raise FileNotFoundError(2, f"no {url}", url)
    except OSError as first:
        second = ValueError(f"cannot read {url}", 7)
        second.add_note(url)
        raise second from first


def test_an_error_and_what_led_to_it_are_masked_and_stay_what_they_are() -> None:
    with pytest.raises(ValueError, match="cannot read") as raised:
        fail("https://news.example/rss?key=abcd")
    mask_error(raised.value)
    told = "".join(traceback.format_exception(raised.value))
    assert raised.value.args == ("cannot read https://news.example/rss?key=***", 7)
    assert "abcd" not in told.replace('fail("https://news.example/rss?key=abcd")', "")
    assert told.count("key=***") == 4
