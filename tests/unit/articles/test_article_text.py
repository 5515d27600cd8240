"""Bytes to text, and text to its normal form."""

from __future__ import annotations

import pytest

from include.articles.decode import decode
from include.articles.text import MAX_RUN, count_words, line, normal
from include.records import RawPage


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        ("naïve – “é”".encode(), "text/html; charset=iso-8859-1", "naïve – “é”"),
        ("“café”".encode("cp1252"), "text/html; charset=iso-8859-1", "“café”"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", None, "café"),
        ("\ufeffcafé".encode("utf-16-le"), "text/html; charset=utf-8", "café"),
        (
            '<meta charset="shift_jis">台風'.encode("shift_jis"),
            None,
            '<meta charset="shift_jis">台風',
        ),
        ("<p>Привет</p>".encode("cp1251"), "text/html; charset=windows-1251", "<p>Привет</p>"),
        (b"a\x00b\x1fc", None, "abc"),
        (b"caf\xe9", "text/html; charset=no-such-thing", "café"),
        (("é" * 200).encode() + b"\x92s", None, "é" * 200 + "’s"),
    ],
)
def test_decode(body: bytes, content_type: str | None, expected: str) -> None:
    page = RawPage(url="https://page.example/", body=body, content_type=content_type)
    assert decode(page) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a\u00a0 b\t\tc ", "a b c"),
        ("one\r\n\r\n two\u2028three", "one\ntwo\nthree"),
        ("cafe\u0301", "caf\u00e9"),
        ("Ver\u00adein\u200bs", "Vereins"),
        ("e\u200b\u0301", "\u00e9"),
        ("“kept” – ‘as’ it's", "“kept” – ‘as’ it's"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("!" * 50_000, "!" * MAX_RUN),
        ("\ud800x\x07", "x"),
    ],
)
def test_normal(text: str, expected: str) -> None:
    assert normal(text) == expected


def test_line_has_no_breaks() -> None:
    assert line("a\n\nb\rc") == "a b c"


@pytest.mark.parametrize(
    ("text", "words"), [("one two, three", 3), ("", 0), ("台風十号接近", 3), ("台風 storm", 2)]
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words
