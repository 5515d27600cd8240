"""More English rules: vague references, days told by other days, holidays, phases."""

from __future__ import annotations

import re
from datetime import date

from include.extraction.times import values, words
from include.extraction.times.context import TimeContext
from include.extraction.times.rules import PHASE, Reading, rule

_PRESENT = (
    r"now|right now|currently|presently|at present|these days|nowadays|at the moment"
    r"|at this (?:time|point|moment)|this (?:time|moment)|for now|to date|so far(?= this)"
)
_PAST = (
    r"recently|more recently|formerly|the past|the recent past|in recent times|earlier"
    r"|the last few (?:months|weeks|days|years)|recent (?:years|weeks|months|days|times)"
    r"|the old days|once(?= (?:was|had|said|told))|long ago|lately|past years"
)
_FUTURE = (
    r"the (?:near |foreseeable |immediate |distant )?future|near future|the (?:near"
    r"|short|long) term"
    r"|as soon as possible|in due course|coming (?:months|weeks|days|years)"
    r"|the coming (?:months|weeks|days|years)|future(?= (?:generations|years|quarters|earnings))"
)


@rule(
    rf"(?P<present>{_PRESENT})|(?P<past>{_PAST})|(?P<future>{_FUTURE})",
    *str.split(
        "now|current|present|these days|moment|this time|this point|to date|so far|recent|former"
        "|past|earlier|the last few|old days|once|long ago|lately|future| term|soon as"
        "|due course|coming",
        "|",
    ),
)
def _vague_reference(m: re.Match[str], c: TimeContext) -> Reading | None:
    if m["past"] and m["past"].casefold() == "earlier":
        after = c.text[m.end() : m.end() + 1]
        if after not in {",", "."}:
            return None
    value = "PRESENT_REF" if m["present"] else "PAST_REF" if m["past"] else "FUTURE_REF"
    return "DATE", value


@rule(
    r"(?:the )?(?P<way>following|next|previous|same|preceding) (?P<u>morning|afternoon"
    r"|evening|night)"
    r"|the day (?P<d>before|after|earlier)(?! (?:yesterday|tomorrow))|(?:earlier "
    r"|later )?that (?P<that>day)"
    r"|a day (?P<later>later|earlier)",
    "following",
    "next",
    "previous",
    "same",
    "preceding",
    "the day",
    "that day",
    "a day",
)
def _anaphoric_day(m: re.Match[str], c: TimeContext) -> Reading | None:
    if c.reference is None:
        return "DATE", None
    way = (m["way"] or m["d"] or m["later"] or "same").casefold()
    steps = {"following": 1, "next": 1, "after": 1, "later": 1, "same": 0}.get(way, -1)
    found = values.add_days(c.reference, steps)
    if found is None:
        return None
    if m["u"]:
        return "TIME", f"{found}T{words.DAY_PARTS[m['u'].casefold()]}"
    return "DATE", str(found)


_HOLIDAYS = {
    "christmas day": "12-25",
    "christmas": "12-25",
    "christmas eve": "12-24",
    "boxing day": "12-26",
    "new year's eve": "12-31",
    "new year's day": "01-01",
    "valentine's day": "02-14",
    "independence day": "07-04",
    "halloween": "10-31",
    "bastille day": "07-14",
}


@rule(
    r"(?:the )?eve of (?P<h>christmas(?: day)?|new year['’]s day|independence day|bastille day"
    rf"|thanksgiving)(?:,? (?P<y>{words.YEAR}))?",
    "eve of",
)
def _eve_of_holiday(m: re.Match[str], c: TimeContext) -> Reading | None:
    """ "On the eve of New Year's Day": the day before it."""
    found = _holiday(m, c)
    if found is None or found[1] is None or not found[1][:4].isdigit():
        return None
    before = values.add_days(date.fromisoformat(found[1]), -1)
    tense = c.tense(m.start(), m.end())
    if before is not None and c.anchor is not None and tense < 0 and before > c.anchor:
        before = before.replace(year=before.year - 1)
    return ("DATE", str(before)) if before is not None else None


@rule(
    r"(?P<h>christmas(?: day| eve)?|boxing day|new year['’]s (?:day|eve)|valentine['’]s day"
    rf"|halloween|bastille day|thanksgiving(?: day)?)(?:,? (?P<y>{words.YEAR}))?",
    "christmas",
    "boxing",
    "new year",
    "valentine",
    "halloween",
    "bastille",
    "thanksgiving",
)
def _holiday(m: re.Match[str], c: TimeContext) -> Reading | None:
    if not m["h"][0].isupper():
        return None
    name = m["h"].casefold().replace("’", "'")
    year = int(m["y"]) if m["y"] else None
    tense = c.tense(m.start(), m.end())
    if name.startswith("thanksgiving"):
        if year is None and c.anchor:
            year = values.nearest_year(c.anchor, 11, 25, tense)
        return "DATE", str(_fourth_thursday(year)) if year else "XXXX-11"
    month_day = _HOLIDAYS[name]
    if year is None and c.anchor:
        year = values.nearest_year(c.anchor, int(month_day[:2]), int(month_day[3:]), tense)
    return "DATE", f"{year:04d}-{month_day}" if year else f"XXXX-{month_day}"


def _fourth_thursday(year: int) -> date:
    first = date(year, 11, 1)
    return date(year, 11, 1 + (3 - first.weekday()) % 7 + 21)


@rule(
    rf"(?:{PHASE})(?P<q>the|this|last|next)[ ](?P<u>week|month|quarter|year|decade)"
    rf"|(?P<ye>(?:the )?year[ -]end)",
    *(f"{phase} of" for phase in str.split("beginning start middle end close part rest remainder")),
    "year-end",
    "year end",
)
def _phase_of_unit(m: re.Match[str], c: TimeContext) -> Reading | None:
    if c.anchor is None:
        return "DATE", None
    if m["ye"]:
        return "DATE", f"{c.anchor.year:04d}"
    steps = {"last": -1, "next": 1}.get(m["q"].casefold(), 0)
    return "DATE", values.shifted(c.anchor, steps, m["u"]) if m[
        "u"
    ].casefold() != "decade" else None


@rule(
    r"the (?P<unit>night|evening|day|morning|afternoon) before(?! (?:yesterday|last)\b)", " before"
)
def _day_before(m: re.Match[str], c: TimeContext) -> Reading | None:
    """ "The night before": the day before the one told of last, else before publication."""
    if re.match(r"\s+(?:the|an?|his|her|its|their|he|she|it|they|[A-Z])\b", c.text[m.end() :][:12]):
        return None
    told = c.last_day or c.anchor
    before = values.add_days(told, -1) if told is not None else None
    unit = m["unit"].casefold()
    part = {"night": "TNI", "evening": "TEV", "morning": "TMO", "afternoon": "TAF"}.get(unit, "")
    if before is None:
        return "DATE", None
    return ("TIME" if part else "DATE"), values.day(before) + part
