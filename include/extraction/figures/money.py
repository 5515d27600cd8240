"""Which country's money a sign or a word that many share means: "$", "£", "kroner", "pesos".

The article's own statement is asked first ("all figures in Canadian dollars"), then the places
of the sentence, then the publisher's country. A sign that nothing tells more of has its usual
reading; a word like "pesos" stays the word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies

from include.extraction.figures.currencies import CODES, SIGNS
from include.records import Figure

#: What is written → the family of money it names.
_FAMILIES = (
    ("dollar", r"\$|(?:US\s)?dollars?|d[oó]lar(?:es)?|cents?|centavos?"),
    ("pound", r"£|pounds?|livres?|libras?|pfund"),
    ("yen", r"¥"),
    ("rupee", r"rs\.?|rupees?|roupies?|rupias?|rupien?"),
    ("krone", r"kr\.?|kron(?:er?|or|a|en)|crowns?|couronnes?|coronas?"),
    ("peso", r"pesos?"),
    ("franc", r"francs?|franken|francos?"),
    ("dinar", r"dinars?|dinare|dinares"),
    ("rial", r"riyals?|rials?|riales"),
    ("shilling", r"shillings?"),
)
_BARE = re.compile(
    "|".join(rf"(?P<{name}>(?<![A-Za-z]){form}(?![A-Za-z]))" for name, form in _FAMILIES), re.I
)
#: The last word of a currency's English name in CLDR → its family.
_LAST_WORDS = {
    "króna": "krone",
    "krona": "krone",
    "krone": "krone",
    "riyal": "rial",
    "rial": "rial",
    "yen": "yen",
    "yuan": "yen",
}
#: Countries whose papers write their own dollar as "$"; elsewhere "$" is that of the United States.
_OWN_DOLLARS = frozenset({"AU", "CA", "NZ", "SG", "HK"})
_WORLD = re.compile(
    r"\b(?:U\.?S\.?|United States|America[n]?s?|Washington|World Bank|IMF|International Monetary"
    r"|United Nations|U\.?N\.?|barrels?|crude|ounces?|bitcoin)\b"
)
_STATED = re.compile(
    r"(?i:\b(?:all|figures|amounts|prices|sums|values|dollars?|money|currency|reported|expressed|stated)"
    r"\b)[^.\n]{0,60}?\bin\s(?P<money>(?:[A-Z][\w.]+\s){1,3}(?:dollars?|pounds?|pesos?|rupees?|kron\w+"
    r"|francs?|dinars?|riyals?|rials?|shillings?)|[A-Z]{3})\b(?!\s?\d)"
)


_NAMED = re.compile(
    r"[A-Za-z]\$|₹|sterling|\bU\.?S\.?\s"
    r"|\b(?!(?:Hundred|Thousand|Million|Billion|Trillion)s?\b)[A-Z][a-zà-ÿ]+\s\w+$"
    r"|(?:suisses|schweizer|suizos|canadiens|canadienses|estadounidenses|américains)\b"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text tells of where it is set.

    `countries` are its places and the words for their people, as (where they begin, ISO 3166
    code); `sentences` the starts of its sentences, all in characters.
    """

    text: str
    countries: Sequence[tuple[int, str]]
    sentences: Sequence[int]
    publisher_country: str | None = None


def settle_money(figures: Sequence[Figure], setting: Setting) -> tuple[Figure, ...]:
    """The figures with the currency of each amount of money, and by what it is told."""
    stated = _stated(setting.text)
    found: list[Figure] = []
    last: tuple[str | None, Figure] | None = None
    for figure in figures:
        if figure.what != "money":
            found.append(figure)
            continue
        family = _family(figure)
        if family is None and last is not None and not _is_written(figure):
            unit, before = last
            if unit == figure.unit:  # "from 61 million": the money of the figure before
                figure = replace(figure, unit=before.unit, currency_basis=before.currency_basis)
                found.append(figure)
                continue
        read = figure
        if family is None:
            read = replace(figure, currency_basis="written")
        else:
            read = _settled(figure, family, stated, setting)
        last = (figure.unit, read)
        found.append(read)
    return tuple(found)


def _settled(figure: Figure, family: str, stated: str | None, setting: Setting) -> Figure:
    if stated is not None and family_of(stated) == family:
        return replace(figure, unit=stated, currency_basis="statement")
    begin, end = _sentence(figure.start, setting)
    near = sorted(
        (abs(at - figure.start), country) for at, country in setting.countries if begin <= at < end
    )
    codes = [code for _, country in near if (code := _own(country, family)) is not None]
    if family == "dollar":
        is_of_world = _WORLD.search(setting.text[begin:end]) is not None
        codes = [] if is_of_world else [code for code in codes if _is_own_dollar(code)]
    elif family in {"pound", "yen"} and figure.unit in codes:
        codes = [figure.unit] if figure.unit else []
    if codes:
        return replace(figure, unit=codes[0], currency_basis="place")
    if family == "dollar" and _WORLD.search(setting.text[begin:end]):
        return replace(figure, currency_basis="usual")
    if family not in {"dollar", "pound", "yen"}:
        everywhere = {_own(country, family) for _, country in setting.countries} - {None}
        if len(everywhere) == 1:
            return replace(figure, unit=everywhere.pop(), currency_basis="place")
    own = _own(setting.publisher_country or "", family)
    if own is not None:
        return replace(figure, unit=own, currency_basis="publisher")
    return replace(figure, currency_basis="usual" if figure.unit in CODES else None)


def _sentence(at: int, setting: Setting) -> tuple[int, int]:
    begin = max((start for start in setting.sentences if start <= at), default=0)
    end = min((start for start in setting.sentences if start > at), default=len(setting.text))
    return begin, end


def _family(figure: Figure) -> str | None:
    """The family that the amount's own sign or word names; None where it is told in full."""
    match = _BARE.search(figure.text)
    if match is None or _is_qualified(figure):
        return None
    return match.lastgroup


def _is_qualified(figure: Figure) -> bool:
    """Whether the amount is written with its country: "A$5", "USD 5", "5 Canadian dollars"."""
    words = set(re.findall(r"[A-Z]{3}", figure.text))
    return bool(words & CODES) or _NAMED.search(figure.text) is not None


def _is_written(figure: Figure) -> bool:
    return any(sign in figure.text for sign in SIGNS if not sign.isalpha()) or bool(
        re.search(r"[A-Z]{3}|euro", figure.text, re.I)
    )


def _is_own_dollar(code: str) -> bool:
    return code == "USD" or any(_own(country, "dollar") == code for country in _OWN_DOLLARS)


def _stated(text: str) -> str | None:
    """The money that the article says its figures are in."""
    match = _STATED.search(text)
    if match is None:
        return None
    written = match["money"]
    if written in CODES:
        return written
    name = " ".join(written.replace(".", "").split()).casefold().rstrip("s")
    return next(
        (code for code in sorted(CODES) if _name(code).casefold().rstrip("s") == name), None
    )


@cache
def _own(country: str, family: str) -> str | None:
    """The money of a country that belongs to a family."""
    if not country:
        return None
    return next(
        (code for code in get_territory_currencies(country) if family_of(code) == family), None
    )


@cache
def family_of(code: str) -> str | None:
    """The family of a currency, by the last word of its English name: "peso"."""
    last = _name(code).casefold().rpartition(" ")[2]
    return _LAST_WORDS.get(last, last) or None


@cache
def _name(code: str) -> str:
    return str(Locale("en").currencies.get(code, ""))
