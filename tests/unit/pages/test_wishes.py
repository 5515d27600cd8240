"""tdmrep.json and RSL licences: what they say of a page, and that broken ones say nothing."""

from __future__ import annotations

import json

import pytest

from include import rsl
from include.pages.page_wishes import page_wishes
from include.pages.signals import Signal, file_signals, file_signals_of, reserves_mining
from include.pages.tdmrep import MAX_BYTES, read_rules

PAGE = "https://quay.test/news/1.html?p=2"


def licence(inner: str, **of_content: str) -> str:
    said = "".join(f' {name}="{value}"' for name, value in of_content.items())
    return (
        f'<rsl xmlns="https://rslstandard.org/rsl"><content{said}>'
        f"<license>{inner}</license></content></rsl>"
    )


@pytest.mark.parametrize(
    ("rules", "reserved"),
    [
        ([{"location": "/", "tdm-reservation": 1}], True),
        ([{"location": "/", "tdm-reservation": 0}], False),
        ([{"location": "/", "tdm-reservation": "1"}], True),
        ({"location": "/*", "tdm-reservation": 1}, True),
        ([{"location": "/news/", "tdm-reservation": 1}], True),
        ([{"location": "/sport/", "tdm-reservation": 1}], False),
        ([{"location": "/news/*.html", "tdm-reservation": 1}], True),
        ([{"location": "/news/*.html$", "tdm-reservation": 1}], False),
        ([{"location": "news/", "tdm-reservation": 1}], True),
        ([{"location": "/news/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}],
         False),  # the first that matches
        ([{"location": "/", "tdm-reservation": 2}], False),  # no value of the protocol
        ([{"location": "/", "tdm-reservation": None}], False),
        ([{"tdm-reservation": 1}], False),
        ([7, "x", None, {"location": "/", "tdm-reservation": 1}], True),
        ("/", False),
    ],
)  # fmt: skip
def test_a_sites_file(rules: object, reserved: bool) -> None:
    read = read_rules(json.dumps(rules))
    said = reserves_mining(file_signals_of(read, PAGE))
    assert (said is not None) == reserved


@pytest.mark.parametrize("text", ["", "<html>", "[", "[" * 100_000, "null", "\ufeff1"])
def test_a_file_that_is_none_says_nothing(text: str) -> None:
    assert read_rules(text) == ()


def test_what_a_file_says_is_a_fact() -> None:
    rules = read_rules(
        json.dumps(
            [
                {"location": "/a/", "tdm-reservation": 1, "tdm-policy": "https://quay.test/p"},
                {"location": "/", "tdm-reservation": 0},
            ]
        )
    )
    assert [*file_signals(rules)] == [
        Signal("file", "tdm-reservation", "/a/ 1"),
        Signal("file", "tdm-policy", "/a/ https://quay.test/p"),
        Signal("file", "tdm-reservation", "0"),
    ]
    assert MAX_BYTES < 1_000_000


@pytest.mark.parametrize(
    ("values", "reserved"),
    [
        ({"file": "1"}, True),
        ({"file": "1", "header": "0"}, False),
        ({"file": "0", "header": "1"}, True),
        ({"header": "1", "page": "0"}, False),
        ({"header": "0", "page": "1"}, True),
        ({"file": "1", "page": "perhaps"}, True),
    ],
)
def test_what_is_nearer_to_the_page_counts(values: dict[str, str], reserved: bool) -> None:
    said = [Signal(source, "tdm-reservation", value) for source, value in values.items()]
    assert (reserves_mining(said) is not None) == reserved


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("", "open"),
        ('<permits type="usage">all</permits>', "open: permits usage: all"),
        ('<permits type="usage">ai-all search</permits>', "open: permits usage: ai-all search"),
        ('<permits type="usage">search</permits>', "reserved: permits usage: search"),
        ('<prohibits type="usage">ai-train</prohibits>', "reserved: prohibits usage: ai-train"),
        ('<permits type="user">education</permits>', "reserved: permits user: education"),
        ('<prohibits type="geo">XK</prohibits>', "reserved: prohibits geo: xk"),
        ('<payment type="free"/>', "open"),
        ('<payment type="attribution"/>', "open: payment: attribution"),
        ('<payment><amount currency="EUR">1</amount></payment>', "open"),
        (
            '<payment type="crawl"><amount currency="EUR">.02</amount></payment>',
            "reserved: payment: crawl",
        ),
        ('<reporting type="audit" profile="https://quay.test/r"/>', "reserved: reporting"),
        ('<legal type="disclaimer">as-is</legal>', "open"),
    ],
)
def test_the_terms_of_a_licence(inner: str, said: str) -> None:
    (terms,) = rsl.read_terms(licence(inner, url="/"))
    assert str(terms) == said


def test_a_licence_from_a_server_is_to_be_asked_for() -> None:
    (terms,) = rsl.read_terms(licence("", url="/", server="https://licences.test"))
    assert terms.is_reserved


@pytest.mark.parametrize(
    "document",
    [
        "",
        "nothing",
        "<rsl/>",
        "<html></html>",
        '<rsl xmlns="https://rslstandard.org/rsl"></rsl>',
        '<!DOCTYPE rsl [<!ENTITY a "b">]>' + licence("", url="/"),
        licence("<permits>" + "x" * 300_000, url="/"),
    ],
)
def test_what_is_no_licence(document: str) -> None:
    with pytest.raises(rsl.NotALicence):
        rsl.read_terms(document)


def test_the_most_specific_terms_hold() -> None:
    contents = "".join(
        f'<content url="{url}"><license><prohibits type="usage">{use}</prohibits></license>'
        "</content>"
        for url, use in (
            ("/", "search"),
            ("/news/", "ai-train"),
            ("/*.pdf$", "all"),
            ("https://other.test/news/1.html", "ai-input"),
        )
    )
    terms = rsl.read_terms(f'<rsl xmlns="{rsl.NAMESPACE}">{contents}</rsl>')
    assert [one.url for one in rsl.matching(terms, PAGE)] == ["/news/"]
    assert [one.url for one in rsl.matching(terms, "https://quay.test/x.pdf")] == ["/*.pdf$"]
    assert [one.url for one in rsl.matching(terms, "https://quay.test/")] == ["/"]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("<meta name='TDM-Reservation' content=1>", [("tdm-reservation", "1")]),
        ('<!-- <meta name="tdm-reservation" content="1"> -->', []),
        (
            '<LINK href="/l.xml?a=1&amp;b" rel="license" type="application/rsl+xml">',
            [("rsl", "/l.xml?a=1&b")],
        ),
        ('<link rel="license" href="/cc" type="text/html"><!-- rsl+xml -->', []),
        (
            f'<script type="application/rsl+xml">{licence("", url="")}</script>',
            [("rsl-terms", "open")],
        ),
        ('<script type="application/rsl+xml">not XML</script>', []),
        ("<meta name=description content='tdm-reservation=1'>", []),
        ("<meta name=tdm-reservation " * 20_000, []),
    ],
)
def test_what_a_page_says_before_it_is_parsed(head: str, said: list[tuple[str, str]]) -> None:
    found = page_wishes(f"<html><head>{head}</head>".encode())
    assert [(one.signal, one.value) for one in found] == said
