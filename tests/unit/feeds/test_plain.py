"""Text fields become plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from include.feeds.names import author_names
from include.feeds.plain import plain


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("Tom &amp;amp; Jerry", "Tom & Jerry"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("I <3 you", "I <3 you"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("un<b>believ</b>able", "unbelievable"),
        ("&lt;b&gt;bold&lt;/b&gt;", "bold"),
        ("&amp;lt;p&amp;gt;twice&amp;lt;/p&amp;gt;", "twice"),
        ("a<script>alert(1)</script>b", "a b"),
        ("a<script>alert(1)", "a"),
        ("<svg/onload=alert(1)>x", ""),
        ("<img src=x onerror=alert(1)>Title", "Title"),
        ('<a title="a > b" href="x">link</a>', "link"),
        ("<a title='it's'>link</a>", "link"),
        ("<![CDATA[Inside]]> out", "Inside out"),
        ("a<!-- no -->b", "ab"),
        ("a<!-- no", "a"),
        ("a\x00\x1b[31mb\ud800c", "a[31mbc"),
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("e\u0301", "é"),
        ("caf\x92s", "caf’s"),
        ("  a \n\t b\u00a0c ", "a b c"),
        (None, ""),
        (7, ""),
    ],
)
def test_plain(given_text: object, expected: str) -> None:
    assert plain(given_text) == expected


@given(st.text(alphabet="<>&;ab/\"'!-[]C#38lgt \n\x00\u202e", max_size=300))
def test_plain_holds_no_tag_and_no_control(text: str) -> None:
    found = plain(text)
    assert "<b>" not in found
    assert "<a>" not in found
    assert found == found.strip()
    assert not set("\x00\n\u202e") & set(found)


@given(st.text(max_size=200), st.integers(2, 50))
def test_plain_keeps_its_limit(text: str, limit: int) -> None:
    assert len(plain(text, limit=limit)) <= limit


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("By Jane Doe", ("Jane Doe",)),
        ("jane@paper.example (Jane Doe)", ("Jane Doe",)),
        ("Jane Doe <jane@paper.example>", ("Jane Doe",)),
        ("jane@paper.example", ()),
        ("Jane Doe and Li Wei", ("Jane Doe", "Li Wei")),
        ("Marks and Spencer", ("Marks and Spencer",)),
        ("Jane Doe; AFP", ("Jane Doe", "AFP")),
        ("admin", ()),
        ("x" * 5000, ()),
        (None, ()),
    ],
)
def test_author_names(stated: object, names: tuple[str, ...]) -> None:
    assert author_names([stated]) == names
