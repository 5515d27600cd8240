"""Licences and wishes about machines, as pages state them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from include.articles.page import Page
from include.articles.rights import Rights, find_rights

Parsed = Callable[..., Page]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", Rights(None, ())),
        (
            '<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/deed.de">',
            Rights("CC-BY-SA-4.0", ()),
        ),
        (
            '<link rel="license" href="https://creativecommons.org/publicdomain/zero/1.0/">',
            Rights("CC0-1.0", ()),
        ),
        ('<link rel="license" href="/terms">', Rights("https://www.courier.example/terms", ())),
        ('<link rel="license" href="javascript:void(0)">', Rights(None, ())),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","license":'
            '"https://creativecommons.org/licenses/by/3.0/"}</script>',
            Rights("CC-BY-3.0", ()),
        ),
        (
            '<meta name="tdm-reservation" content="1">'
            '<meta name="tdm-policy" content="https://courier.example/tdm.json">',
            Rights(None, ("tdm-reservation=1", "tdm-policy=https://courier.example/tdm.json")),
        ),
        ('<meta name="tdm-reservation" content="maybe">', Rights(None, ())),
        (
            '<meta name="robots" content="index, follow, noai, noimageai, max-snippet:-1">',
            Rights(None, ("noai", "noimageai")),
        ),
        (
            '<meta name="googlebot" content="noarchive"><meta name="dateline" content="noai">',
            Rights(None, ("noai", "googlebot: noarchive")),
        ),
        (
            '<link rel="license" type="application/rsl+xml" href="/l.xml">',
            Rights("https://www.courier.example/l.xml", ("rsl=https://www.courier.example/l.xml",)),
        ),
        (
            '<script type="application/rsl+xml"><rsl xmlns="https://rslstandard.org/rsl">'
            '<content url=""><license><payment type="crawl"/></license></content></rsl></script>',
            Rights(None, ("rsl-terms: reserved: payment: crawl",)),
        ),
        (
            '<meta http-equiv="Content-Usage" content="train-ai=n">',
            Rights(None, ("content-usage: train-ai=n",)),
        ),
    ],
)
def test_rights(parsed: Parsed, head: str, expected: Rights) -> None:
    assert find_rights(parsed(head)) == expected
