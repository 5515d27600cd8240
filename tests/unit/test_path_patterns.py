"""Paths with wildcards: what matches, byte by byte, and never slowly."""

from __future__ import annotations

import pytest

from include.path_patterns import matches, path_of


@pytest.mark.parametrize(
    ("pattern", "path", "is_match"),
    [
        ("/", "/any/where?x=1", True),
        ("/news", "/newsroom", True),
        ("/news/", "/newsroom", False),
        ("/*.html", "/a/b.html?x", True),
        ("/*.html$", "/a/b.html", True),
        ("/*.html$", "/a/b.html?x", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a*b*c$", "/a-b-b-c", True),
        ("/a*c$", "/ac", True),
        ("/a*ac$", "/ac", False),  # one letter is not matched twice
        ("*", "/x", True),
        ("/Caf%C3%A9", "/Caf\u00e9/1", True),
        ("/%7enils", "/~nils", True),
        ("/a%2fb", "/a/b", False),
        ("/a%2fb", "/a%2Fb", True),
        ("/News", "/news", False),
        ("", "/x", True),
    ],
)
def test_what_matches(pattern: str, path: str, is_match: bool) -> None:
    assert matches(pattern, path) == is_match


def test_a_page_is_its_path_and_query() -> None:
    assert path_of("https://a.test") == "/"
    assert path_of("https://a.test/b?c=d#e") == "/b?c=d"
