"""Numbers that are no figures: ages, clock times, streets, flights, magnitudes, days."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from include.extraction.figures.amounts import Amount
from include.languages import language

_NAMES_BEFORE = frozenset(
    str.split(
        "flight highway route no no. number article chapter page section room boeing airbus "
        "act bill "
        "resolution group channel interstate magnitude version level phase category grade bus line "
        "apollo area division brigade battalion regiment zone block sector aged age case "
        "covid depth "
        "vol rd art g f a- gate platform studio world local abs abs. art. § nr nr. ziffer"
    )
)
_STREET = re.compile(
    r"\s(?:[A-Z][\w'’.-]{1,20}\s){1,3}(?:St|Street|Road|Rd|Avenue|Ave|Lane|Square|Drive|Boulevard"
    r"|Blvd|Way|Place|Court|Terrace)\b"
)
#: "Millions in losses": money without its name, and nobody hurt.
_IN_LOSSES = re.compile(r"\s(?:in|of)\s(?:losses|damages?|property|cash|revenue|profits?)\b", re.I)
_AGE = re.compile(
    r"\s?-?\s?(?:years?|months?|ans|jahre)[\s-](?:old|alt|of age)|\s?-?year-?olds?"
    r"|\s?-?\s?jährig\w{0,3}",
    re.I,
)
_MAGNITUDE = re.compile(r"[\s-](?:magnitude|on the richter|richter)|[-\s]?(?:th|st|nd|rd)\b", re.I)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o'clock|hrs|gmt|hours gmt|uhr\b)|:\d|/\d|-\d", re.I)
_ORDINAL = re.compile(r"\.\s(?:und|bis|oder|[a-zäöü])")
_YEARS = range(1500, 2101)
_OLDEST = 115
_LAST_DAY = 31
_FEW = 25
_FIRST_YEAR, _LAST_YEAR = 1900, 2060
_INDEXES = frozenset(str.split("cac ftse dax nikkei ibex nasdaq smi mib stoxx russell asx topix"))
_BEFORE_ORDINAL = frozenset(
    str.split(
        "der die das dem den am im zum zur beim vom seit ab bis jeder jede jedes ihrem seinem"
    )
)
_HOUR_DIGITS = re.compile(r"0\d{3}(?!\d)")
_PARENTS = frozenset(
    str.split("father mother parents parent widow widower grandmother grandfather")
)
_MONTHS = frozenset(
    str.split(
        "january february march april may june july august september october november december "
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "januar februar märz april juni juli oktober dezember "
        "jan feb mar apr jun jul aug sep sept oct nov dec"
    )
)


def is_trap(text: str, amount: Amount, doc: Doc, span: Span) -> bool:
    """Whether a number is an age, a clock time, a street, a flight, a magnitude or a day."""
    after = text[amount.end : amount.end + 60]
    if _MAGNITUDE.match(after) or _AGE.match(after) or _CLOCK.match(after):
        return True
    if amount.unit is None and (_STREET.match(after) or _IN_LOSSES.match(after)):
        return True
    if _HOUR_DIGITS.match(text, amount.number_start) or _is_day(doc, span):
        return True
    if doc.lang_ == "de" and amount.is_bare_digits and _is_ordinal(doc, span, after):
        return True
    if after[:1] in {"&", "/"} or (span.start and doc[span.start - 1].lower_ in {"az", "az."}):
        return True
    if _is_part_of_name(doc, span, amount) or _is_listed(text, amount, after):
        return True
    if doc.lang_ == "en" and _is_year_before_noun(doc, span, amount):
        return True
    if _is_lonely_year(doc, span, amount):
        return True
    if _is_age_of_name(doc, span, amount):
        return True
    before = doc[span.start - 1].lower_ if span.start else ""
    if before == "per":  # "87 cases per 100,000"
        return True
    if before == "of" and span.start > 1 and doc[span.start - 2].lower_ in _PARENTS:
        return True
    if amount.unit in {None, "kilometer", "kilometre", "km"} and before in _NAMES_BEFORE:
        return True
    if (
        before == "of"
        and span.start > 1
        and doc[span.start - 2].lower_ in {"depth", "age", "speed"}
    ):
        return True
    if amount.is_bare_digits:
        edge = text[amount.start - 2 : amount.start]
        if (
            edge == ", "
            and after[:1] in {",", "."}
            and span.start > 1
            and _is_age(doc, span, after)
        ):
            return True
    return False


def _is_part_of_name(doc: Doc, span: Span, amount: Amount) -> bool:
    """Whether a bare number belongs to the name before it: "Budget 2024", "Court 12"."""
    if amount.low is None or span.start == 0:
        return False
    before = doc[span.start - 1]
    if before.lower_ in _INDEXES and span.text.isdigit():
        return True
    if span.text.istitle() and not span[0].is_sent_start and doc.lang_ == "en":
        return bool(doc[span.end : span.end + 1].text.istitle())  # "Ten Hag", "Nine News"
    if not amount.is_bare_digits:
        return False
    behind = doc[span.end : span.end + 1]
    if doc.lang_ == "de":
        return (
            before.lower_ in {"und", "zwischen"}
            and _is_year(amount, span)
            and not (behind.text[:1].isupper())
        )
    if not before.tag_.startswith("NNP") or before.is_sent_start:
        return False
    counts = behind.text[:1].isalpha() and doc[span.end].tag_.startswith(("NN", "JJ"))
    return not counts and (_is_year(amount, span) or amount.low < _FEW)


def _is_ordinal(doc: Doc, span: Span, after: str) -> bool:
    """ "Am 14. und 15. Juli", "in der 25. Minute"."""
    if _ORDINAL.match(after):
        return True
    before = doc[span.start - 1].lower_ if span.start else ""
    return after.startswith(". ") and before in _BEFORE_ORDINAL


def _is_listed(text: str, amount: Amount, after: str) -> bool:
    """Whether a number opens a line as that of a list, or a club: "4. Evergrande", "1. FC"."""
    if after.lstrip().startswith(("v. Chr", "n. Chr", "B.C", "BC ")):
        return True
    if not amount.is_bare_digits or not after.startswith(". "):
        return False
    opens_line = text[: amount.start].rstrip(" ").endswith("\n") or amount.start == 0
    return opens_line or after[2:4].isupper()


def _is_year_before_noun(doc: Doc, span: Span, amount: Amount) -> bool:
    """ "A 2035 target": a year and one thing, where a number of things has a plural."""
    if not amount.is_bare_digits or len(span.text) != 4 or span.end >= len(doc):
        return False
    is_near = amount.low is not None and _FIRST_YEAR <= amount.low <= _LAST_YEAR
    return is_near and doc[span.end].tag_ == "NN"


def _is_year(amount: Amount, span: Span) -> bool:
    return len(span.text) == 4 and amount.low is not None and int(amount.low) in _YEARS


def _is_lonely_year(doc: Doc, span: Span, amount: Amount) -> bool:
    """Whether four bare digits that count nothing are a year: "der 2015 ermordet wurde"."""
    if doc.lang_ == "en" or not amount.is_bare_digits or len(span.text) != 4:
        return False
    if amount.low is None or not span.text.isdigit() or int(amount.low) not in _YEARS:
        return False
    behind = doc[span.end : span.end + 1]
    known = language(doc.lang_).figures
    lower = behind.text.casefold()
    counts = lower in known.person_nouns or lower in known.thing_nouns or lower in {"personnes"}
    return not counts and not (behind.text[:1].isupper() and lower not in known.helpers)


def _is_age_of_name(doc: Doc, span: Span, amount: Amount) -> bool:
    """Whether a number behind a name and a comma is an age: "Bebe King, six, and"."""
    if span.start < 2 or amount.bound != "exact" or amount.unit is not None or amount.low is None:
        return False
    if doc[span.start - 1].text != "," or not 1 < amount.low < _OLDEST or amount.is_vague:
        return False
    name = doc[span.start - 2]
    if name.ent_type_ not in {"PERSON", "PER"} and not name.tag_.startswith("NNP"):
        return False
    behind = doc[span.end] if span.end < len(doc) else None
    if behind is None or behind.text in {",", ".", ";", ")", ":"}:
        return name.ent_type_ in {"PERSON", "PER"} or behind is None or behind.text == ","
    return behind.tag_ == "NN" and name.ent_type_ in {"PERSON", "PER"}


def _is_age(doc: Doc, span: Span, after: str) -> bool:
    """ ", 34," behind a name or a person is an age."""
    previous = doc[span.start - 2]
    if previous.is_digit:
        return False
    return after[:1] == "," and not (previous.text[:1].isdigit())


def _is_day(doc: Doc, span: Span) -> bool:
    """Whether a month stands beside a number of one or two digits."""
    parts = span.text.split("-")
    if len(parts) > 2 or not all(part.isdigit() for part in parts):
        return False
    is_days = all(int(part) <= _LAST_DAY for part in parts)
    is_year = len(parts) == 1 and (len(span.text) == 2 or _is_near_year(span.text))
    behind = doc[span.end] if span.end < len(doc) else None
    before = doc[span.start - 1] if span.start else None
    if _is_month(before):  # "January 3", "Jan 90"; "since December 140 people" is none
        return is_days or is_year
    return is_days and _is_month(behind)


def _is_near_year(written: str) -> bool:
    return len(written) == 4 and _FIRST_YEAR <= int(written) <= _LAST_YEAR


def _is_month(token: Token | None) -> bool:
    return token is not None and token.lower_.rstrip(".") in _MONTHS and not token.is_lower
