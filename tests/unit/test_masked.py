"""What a log may show of a URL: no password, no key, and still enough to know it by."""

from __future__ import annotations

import pytest

from include.urls import masked, masked_in


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
