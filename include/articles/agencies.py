"""News agencies by the names they are credited under, folded, with their usual short name."""

from __future__ import annotations

import re

from include.agencies import NAMES
from include.articles.text import folded

# As the name of an author these are mostly something else.
_NO_AUTHORS = frozenset({"ATS", "EP", "PC"})
AGENCIES = {folded(form): agency for form, agency in NAMES.items() if form not in _NO_AUTHORS}

_STAFF = re.compile(
    r"^(?:the )?(?:staff |mit |mit material von |con información de )?(.+?)"
    r"(?: (?:staff|staff writers?|staff reporters?|news agency|agency|newsroom|news ?desk|desk|"
    r"bureau|news ?wire|wire|wire services?|news service|writers?|reporters?|correspondents?|"
    r"agentur|nachrichtenagentur|redaktion|agencia|agence|通讯社|电))*$"
)


def agency_of(name: str) -> str | None:
    """The short name of the agency that a byline names: "Reuters Staff" is Reuters."""
    key = folded(name)
    if key in AGENCIES:
        return AGENCIES[key]
    found = _STAFF.match(key[:80])
    return AGENCIES.get(found[1]) if found is not None else None


def names_of_agency(credit: str | None) -> list[str]:
    """Every name an agency goes by, folded, from its short name."""
    return [name for name, short in AGENCIES.items() if short == credit]
