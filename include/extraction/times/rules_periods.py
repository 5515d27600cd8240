"""More English rules: weeks to centuries, spans of time, repetitions."""

from __future__ import annotations

import re
from datetime import date

from include.extraction.times import values, words
from include.extraction.times.context import TimeContext
from include.extraction.times.rules import (
    APPROXIMATELY,
    EARLY,
    PHASE,
    Reading,
    number,
    rule,
    year_of,
)
from include.extraction.times.tuned import TUNED
from include.languages import language

_VAGUE = r"(?:several|many|a few|few|some|a couple(?: of)?|the few|countless|numerous|recent)"
_SPAN = rf"(?:(?P<n>{words.NUMBER}|an?|another)|(?P<vague>{_VAGUE}))"


def _count(m: re.Match[str]) -> float | None:
    if m["n"]:
        return number(m["n"])
    return 2.0 if "couple" in m["vague"].casefold() else None


@rule(
    rf"(?:{PHASE}|{EARLY})?(?P<q>this|last|next|the past|this past|the coming|that|the same"
    rf"|the following|the previous|the current|the present|current|the next|the last|this current)"
    rf"[ ](?:(?:fiscal|calendar|full|financial|school)[ ])?"
    rf"(?P<u>day|week|weekend|month|quarter|year|decade|century)",
    *words.UNIT_STEMS,
)
def _qualified_unit(m: re.Match[str], c: TimeContext) -> Reading | None:
    qualifier, unit = m["q"].casefold(), m["u"].casefold()
    after = c.text[m.end() : m.end() + 6]
    if qualifier == "the last" and re.match(r"[ ](?:of|in)\b", after):
        return None
    anaphoric = qualifier in {"that", "the same", "the following", "the previous", "the next"}
    base = c.reference if anaphoric else c.anchor
    if base is None:
        return "DATE", None
    steps = 0
    if qualifier in {"last", "the past", "this past", "the previous", "the last"}:
        steps = -1
    elif qualifier in {"next", "the coming", "the following", "the next"}:
        steps = 1
    if unit == "quarter" and anaphoric and steps == 0 and c.last_quarter:
        return "DATE", c.last_quarter
    if unit == "weekend":
        return "DATE", _weekend(base, steps)
    if unit == "century":
        return "DATE", f"{base.year // 100 + steps:02d}"
    return "DATE", values.shifted(base, steps, unit) if unit != "decade" else _decade(base, steps)


def _decade(base: date, steps: int) -> str:
    return f"{base.year // 10 + steps:03d}"


def _weekend(base: date, steps: int) -> str | None:
    moved = values.add_days(base, 7 * steps)
    return f"{values.week(moved)}-WE" if moved else None


@rule(
    rf"(?:{EARLY}|over[ ])?the weekend",
    "weekend",
)
def _the_weekend(m: re.Match[str], c: TimeContext) -> Reading | None:
    if c.anchor is None:
        return "DATE", None
    ahead = c.tense(m.start(), m.end()) > 0 or c.anchor.weekday() >= 5
    return "DATE", _weekend(c.anchor, 0 if ahead else -1)


@rule(
    rf"{APPROXIMATELY}{_SPAN}(?:[ ](?:or[ ](?:so|two)|more))?[ ](?P<u>{words.UNITS})"
    rf"(?:[ ]or so)?[ ](?P<way>ago|earlier|later|before|after|from now|hence|previously)"
    rf"(?:[ ](?P<day>today|yesterday|tomorrow))?",
    "ago",
    "earlier",
    "later",
    "before",
    "after",
    "from now",
    "hence",
    "previously",
)
def _distance(m: re.Match[str], c: TimeContext) -> Reading | None:
    count, unit, way = _count(m), m["u"], m["way"].casefold()
    goes_on = not re.match(r"[.,;:]|$|\n", c.text[m.end() : m.end() + 1])
    if way in {"before", "after"} and goes_on:
        return "DURATION", values.duration(count, unit)
    backward = way in {"ago", "earlier", "before", "previously"}
    if count is None:
        return "DATE", "PAST_REF" if backward else "FUTURE_REF"
    if unit.casefold() == "year" and backward and count == 1 and c.last_quarter:
        return "DATE", f"{int(c.last_quarter[:4]) - 1:04d}{c.last_quarter[4:]}"
    base = c.anchor if way in {"ago", "from now", "hence", "earlier"} else c.reference
    if base is None:
        return "DATE", None
    return "DATE", values.shifted(base, -count if backward else count, unit)


@rule(
    r"(?:the[ ])?(?:comparable[ ])?(?:year|years)[ -](?:earlier|ago)(?:[ ](?P<q>(?:(?:third"
    r"|first|second|fourth)[ ])?quarter|period))?",
    "year",
)
def _year_earlier(m: re.Match[str], c: TimeContext) -> Reading | None:
    if c.last_quarter:
        return "DATE", f"{int(c.last_quarter[:4]) - 1:04d}{c.last_quarter[4:]}"
    return "DATE", f"{c.anchor.year - 1:04d}" if c.anchor else None


@rule(
    rf"{APPROXIMATELY}(?:(?:the|these|those|an additional)[ ])?"
    rf"(?:(?P<q>last|past|next|first|final|previous|latest|coming|preceding|additional|full)[ ])?"
    rf"{_SPAN}(?P<half>[ ]and a half)?(?:[ ](?:more|consecutive|straight|full|additional|long))?"
    rf"(?:[ ]|-)(?P<u>{words.UNITS})(?P<half2>[ ]and a half)?(?P<old>[ -]old\b)?",
    *words.UNIT_STEMS,
)
def _span_of_time(m: re.Match[str], c: TimeContext) -> Reading | None:
    if m["old"]:
        return None
    count, unit = _count(m), m["u"].casefold()
    written = (m["n"] or "").casefold()
    if _LONE_YEAR.fullmatch(written) and not m["u"].casefold().endswith("s"):
        return _of_year(written, unit, c)
    if (m["vague"] or "").casefold() == "recent":
        return "DATE", "PAST_REF"
    is_part = unit == "quarter" and written in {"a", "an", "one"} and not m["q"]
    if is_part and re.search(
        r"\b(?:by|than|or|only|just)\s$", c.text[max(0, m.start() - 6) : m.start()]
    ):
        return None  # "reduced by a quarter"
    if unit == "second" and written in {"a", "an", "one", "another"}:
        return None
    if written in {"a", "an"} and re.match(r"[ ](?:ago|earlier)", c.text[m.end() : m.end() + 8]):
        return None
    if count is not None and (m["half"] or m["half2"]):
        count += 0.5
    if unit == "day" and written == "one" and not m["q"]:
        following = c.text[m.end() : m.end() + 2]
        if following[:1] in {",", ""}:
            return "DATE", None
    return "DURATION", values.duration(count, unit)


_LONE_YEAR = re.compile(r"(?:19|20)\d\d")


def _of_year(year: str, unit: str, c: TimeContext) -> Reading | None:
    """ "The 1988 quarter", set against one told of before: that quarter of its year."""
    if unit == "quarter" and c.last_quarter:
        return "DATE", f"{year}{c.last_quarter[4:]}"
    return "DATE", year


@rule(
    r"half an hour|a half[- ]hour|half-hour|(?P<y>half a (?:year|century|decade))|half-century",
    "half",
)
def _half(m: re.Match[str], c: TimeContext) -> Reading | None:
    text = m[0].casefold()
    if "hour" in text:
        return "DURATION", "PT30M"
    return "DURATION", "P6M" if "year" in text else "P5Y" if "decade" in text else "P50Y"


@rule(
    r"(?:(?<=for )|(?<=in )|(?<=over )|(?<=after )|(?<=within )|(?<=took )|(?<=takes )|(?<=last )"
    r"|(?<=until )|(?<=lasted )|(?<=for the )|(?<=for these ))"
    r"(?P<u>years|months|weeks|days|hours|decades|centuries|minutes)(?! of age)"
    r"|(?P<u2>years|months|weeks|days|hours|decades)(?= of )",
    *words.UNIT_STEMS,
)
def _bare_units(m: re.Match[str], c: TimeContext) -> Reading | None:
    return "DURATION", values.duration(None, m["u"] or m["u2"])


@rule(
    r"(?P<u>years|months|weeks|days|hours|decades|centuries)[ ](?P<way>ago|earlier|later)",
    "ago",
    "earlier",
    "later",
)
def _vague_distance(m: re.Match[str], c: TimeContext) -> Reading | None:
    return "DATE", "FUTURE_REF" if m["way"].casefold() == "later" else "PAST_REF"


@rule(
    rf"(?:{PHASE}|{EARLY})?(?:(?P<lead>the|this year['’]s|last year['’]s|next year['’]s|this"
    rf"|the fiscal|its fiscal|fiscal|(?:the[ ])?year-(?:ago|earlier))[ ])?"
    rf"(?:(?P<y1>{words.YEAR})(?:['’]s)?[ ])?(?:fiscal[ -])?"
    rf"(?P<n>first|second|third|fourth)[ -](?P<what>quarter|half)"
    rf"(?:(?:[ ]of|,)?[ ](?:fiscal[ ])?(?P<y2>{words.YEAR}|last year|this year|next year))?",
    "quarter",
    "half",
)
def _quarter(m: re.Match[str], c: TimeContext) -> Reading | None:
    n, lead = words.ORDINALS[m["n"].casefold()], (m["lead"] or "").casefold()
    letter = "Q" if m["what"].casefold() == "quarter" else "H"
    if letter == "H" and n > 2:
        return None
    year = year_of(m["y1"]) if m["y1"] else None
    written = m["y2"]
    if written and written[0].isdigit():
        year = int(written)
    elif (written or lead) and c.anchor:
        label = (written or lead).casefold().replace("’", "'")
        for word, shift in (("last year", -1), ("this year", 0), ("next year", 1)):
            if label.startswith(word):
                year = c.anchor.year + shift
        if "year-" in label:
            base = (
                int(values.nearest_quarter(c.anchor, n, -1)[:4]) if letter == "Q" else c.anchor.year
            )
            year = base - 1
    if year is None:
        if letter == "H" and not (m["lead"] and c.anchor):
            return None
        if c.anchor is None:
            return "DATE", f"XXXX-{letter}{n}"
        if letter == "Q":
            return "DATE", values.nearest_quarter(c.anchor, n, c.tense(m.start(), m.end()))
        year = c.anchor.year
    return "DATE", f"{year:04d}-{letter}{n}"


@rule(
    r"(?:the|this|the latest|the most recent|latest)[ ](?P<w>quarter|latest quarter"
    r"|latest period|recent quarter)",
    "quarter",
    "latest period",
)
def _the_quarter(m: re.Match[str], c: TimeContext) -> Reading | None:
    """The quarter told of last; the latest one is over when its results are told."""
    is_latest = re.search(r"\b(?:latest|recent)\b", m[0], re.I) is not None
    if is_latest and c.anchor is not None:
        running = values.shifted(c.anchor, 0, "quarter")
        over = values.shifted(c.anchor, -1, "quarter")
        if running is not None and (c.last_quarter is None or c.last_quarter >= running):
            return ("DATE", over) if over and "period" not in m[0].casefold() else None
    return ("DATE", c.last_quarter) if c.last_quarter else None


@rule(
    r"the[ ](?:(?:fiscal|full|financial|business)[ ])?year(?=[ ](?:ended|ending|to)[ ]"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|last|this|next|the))"
    r"|(?<=for )the[ ](?:full[ ])?year(?=[.,;]|[ ](?:was|were|rose|fell|of|to[ ][\d$]))",
    "the year",
    "the fiscal year",
    "the full year",
    "the financial year",
    "the business year",
)
def _business_year(m: re.Match[str], c: TimeContext) -> Reading | None:
    """ "The year ended June 30" is a length of time; "for the full year" is the running one."""
    if c.text[m.end() : m.end() + 7].lstrip().startswith(("end", "to")):
        return "DURATION", "P1Y"
    return ("DATE", f"{c.anchor.year:04d}") if c.anchor else None


@rule(rf"the[ ]week of[ ](?P<mon>{words.MONTH})[ ](?P<d>\d{{1,2}})(?!\d)", "week of")
def _week_of(m: re.Match[str], c: TimeContext) -> Reading | None:
    """ "The week of March 6"."""
    month, day = language("en").times.months[m["mon"].casefold().rstrip(".")], int(m["d"])
    if c.anchor is None or not 1 <= day <= 31:
        return None
    year = values.nearest_year(c.anchor, month, day, c.tense(m.start(), m.end()))
    try:
        return "DATE", values.week(date(year, month, day))
    except ValueError:
        return None


@rule(
    rf"(?:{PHASE}|{EARLY})?(?:(?P<q>this|last|next|this past|this coming|the past|the)[ ])?"
    rf"(?P<s>spring|summer|fall|autumn|winter)(?:(?:[ ]of)?[ ](?P<y>{words.YEAR}"
    rf"|{words.SPOKEN_YEAR}))?",
    "spring",
    "summer",
    "fall",
    "autumn",
    "winter",
)
def _season(m: re.Match[str], c: TimeContext) -> Reading | None:
    code, qualifier = words.SEASONS[m["s"].casefold()], (m["q"] or "").casefold()
    year = year_of(m["y"])
    if year is None:
        if not qualifier or c.anchor is None or (qualifier == "the" and code in {"SP", "FA"}):
            return None
        begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
        year = c.anchor.year
        if qualifier in {"last", "this past", "the past"} and c.anchor.month <= begins + 2:
            year -= 1
        elif qualifier in {"next", "this coming"} and c.anchor.month >= begins:
            year += 1
    return "DATE", f"{year:04d}-{code}"


_YEAR_LEADS = frozenset(
    str.split(
        "in of since by until till through during from to for and or between before after "
        "fiscal year "
        "mid early late around circa about than the its their a an into end back ago on was with "
        "at over his her that entire back"
    )
)


@rule(
    rf"(?:{PHASE}|(?:early|late|mid)(?:[ -]in)?[ -]|(?:the[ ])?(?:fiscal"
    rf"|calendar)(?:[ ]year)?[ ]|the year[ ])?"
    rf"(?P<y>{words.YEAR}|{words.SPOKEN_YEAR})(?:[ ](?:and beyond|or later))?(?![-/:]\d|,\d)",
    *words.YEAR_STEMS,
)
def _bare_year(m: re.Match[str], c: TimeContext) -> Reading | None:
    year = year_of(m["y"])
    if year is None:
        return None
    text = c.text
    if m.start() == m.start("y") and m["y"].isdigit():
        before = text[max(0, m.start() - 14) : m.start()]
        after = text[m.end() : m.end() + 2]
        word = before.split()[-1].casefold() if before.split() else ""
        in_brackets = before.endswith("(") and after.startswith(")")
        named = _inside_date_entity(m, c)
        if not (
            named
            or in_brackets
            or (word in _YEAR_LEADS and TUNED.first_year <= year <= TUNED.last_year)
        ):
            return None
        if after[:1] == "%" or re.match(
            r"[ ](?:people|dead|men|women|troops|soldiers|GMT|UTC|CET|hours)",
            text[m.end() : m.end() + 9],
        ):
            return None
    return "DATE", f"{year:04d}"


def _inside_date_entity(m: re.Match[str], c: TimeContext) -> bool:
    return bool(c.doc[c.index.token_at(m.start("y"))].ent_type_ == "DATE")


@rule(
    rf"(?:the[ ])?(?:{PHASE}the[ ]|(?:early|late|mid|(?:last|first) half of the)[ -])?"
    rf"(?:(?P<d>(?:1\d|20)\d0)['’]?s|['’](?P<d2>\d0)s"
    rf"|(?:nineteen[ ])?(?P<w>{words.alternatives(words.DECADE_WORDS)}))",
    "0",
    *words.DECADE_WORDS,
)
def _named_decade(m: re.Match[str], c: TimeContext) -> Reading | None:
    if m["d"]:
        return "DATE", m["d"][:3]
    if m["d2"]:
        return "DATE", f"{'19' if int(m['d2']) >= TUNED.decade_turns else '20'}{m['d2'][0]}"
    before = c.text[max(0, m.start() - 8) : m.start()].casefold()
    if re.search(r"\b(?:his|her|their|my|your)\s+$", before):
        return None
    return "DATE", f"19{words.DECADE_WORDS[m['w'].casefold()]}"


@rule(
    r"(?:the[ ])?(?:(?:early|late|mid)[ -])?(?P<n>\d\d?)(?:st|nd|rd|th)[ -]century",
    "century",
)
def _century(m: re.Match[str], c: TimeContext) -> Reading | None:
    return "DATE", f"{int(m['n']) - 1:02d}"
