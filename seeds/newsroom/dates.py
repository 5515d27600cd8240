"""Write an instant the way a house does: its language, order and clock."""

from __future__ import annotations

from datetime import datetime

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
MONTHS = {language: names.split() for language, names in _MONTHS.items()}
"""The names of the months, by language."""


def show_date(at: datetime, style: str) -> str:
    """`at` in one of the styles british, continental, wire, french, german, american, asian.

    Raises:
        KeyError: no such style.
    """
    en, fr, de = (MONTHS[language][at.month - 1] for language in ("en", "fr", "de"))
    half = "a.m." if at.hour < 12 else "p.m."
    hour = at.hour % 12 or 12
    return {
        "british": f"{at.day} {en} {at.year}, {at:%H:%M} {at:%Z}",
        "continental": f"{at.day} {en} {at.year} at {at:%H:%M}",
        "wire": f"{at:%Y-%m-%d %H:%M} GMT",
        "french": f"{at.day} {fr} {at.year} à {at:%H}h{at:%M}",
        "german": f"{at.day}. {de} {at.year}, {at:%H:%M} Uhr",
        "american": f"{en} {at.day}, {at.year} {hour}:{at:%M} {half} {at:%Z}",
        "asian": f"{at:%d} {en[:3]} {at.year}, {at:%H:%M} SGT",
    }[style]
