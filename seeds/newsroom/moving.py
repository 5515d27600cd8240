"""The newsroom's words on another day than its own: weekdays and near dates move with it."""

from __future__ import annotations

import re
from datetime import date

from seeds.newsroom.dates import MONTHS

DAY = date(2026, 11, 20)
"""The newsroom's own day, a Friday: what its texts are written for."""

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
}
# German joins them to other words: Freitagmorgen
_END = {"en": r"\b", "fr": r"\b", "de": ""}
_WEEKDAY = {
    language: re.compile(rf"\b({'|'.join(names)}){_END[language]}", re.IGNORECASE)
    for language, names in _WEEKDAYS.items()
}
_NEAR = (11, 12)
_DATE = {
    language: re.compile(rf"\b(\d{{1,2}})(\.?) ({'|'.join(names[n - 1] for n in _NEAR)})\b")
    for language, names in MONTHS.items()
}


def moved(text: str, day: date, language: str) -> str:
    """`text` as it would be written were the newsroom's day `day`.

    Weekdays move by as many days. Of dates only those of November and December move, the
    months about the newsroom's own day; all others are of long ago or far ahead.
    """
    shift = day - DAY
    if not shift:
        return text
    weekdays, months = _WEEKDAYS[language], MONTHS[language]

    def weekday(found: re.Match[str]) -> str:
        lower = [name.lower() for name in weekdays]
        name = weekdays[(lower.index(found[0].lower()) + shift.days) % 7]
        return name.capitalize() if found[0][0].isupper() else name.lower()

    def near_date(found: re.Match[str]) -> str:
        on = date(DAY.year, months.index(found[3]) + 1, int(found[1])) + shift
        return f"{on.day}{found[2]} {months[on.month - 1]}"

    return _DATE[language].sub(near_date, _WEEKDAY[language].sub(weekday, text))
