"""Publishers to poll: made ones, and those of a folder of recorded polls.

A publisher is the instants at which its entries came out, and how many of them its
document holds. That is all a scheduler's polls can be judged by.
"""

from __future__ import annotations

import gzip
import json
import lzma
import math
import random
import statistics
import tarfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from lxml import etree

from include.outcomes import Reason

MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR
_PERIODS = {"hourly": HOUR, "daily": DAY, "weekly": 7 * DAY, "monthly": 30 * DAY, "always": HOUR}


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """`arrivals` in seconds, ascending; before 0 is what the first poll finds."""

    kind: str
    arrivals: list[float]
    window: int
    days: float
    ttl_s: float | None = None
    sy_s: float | None = None
    has_validators: bool = True
    outages: list[tuple[float, float, Reason]] = field(default_factory=list)

    def outage(self, at: float) -> Reason | None:
        """Why a poll at `at` fails, if it does."""
        return next((why for start, end, why in self.outages if start <= at < end), None)


# How many feeds of each kind a hundred hold. Most feeds are slow, as most real ones are.
MIX = {
    "agency": 6, "national paper": 18, "regional paper": 20, "slow blog": 22,
    "weekly magazine": 8, "dead": 6, "one hour": 6, "fails for a day": 6, "small window": 8,
}  # fmt: skip


def made(count: int, *, days: int, seed: int, mix: dict[str, int] | None = None) -> list[Publisher]:
    """`count` publishers of the kinds in `mix`, over `days` days that begin on a Monday."""
    mix = mix or MIX
    whole = sum(mix.values())
    kinds = [kind for kind, share in mix.items() for _ in range(round(count * share / whole))]
    return [_make(kind, days, random.Random(f"{seed} {n}")) for n, kind in enumerate(kinds)]


def _make(kind: str, days: int, rng: random.Random) -> Publisher:
    outages: list[tuple[float, float, Reason]] = []
    zone = rng.uniform(0, 24)
    match kind:
        case "agency":  # day and night, thirty entries listed, flashes in volleys
            window = 30
            arrivals = _steady(rng, days, rng.uniform(80, 200), zone, night=0.5, weekend=0.8)
            arrivals += _volleys(
                rng, days, a_day=rng.uniform(0.5, 2), size=(6, 18), over=20 * MINUTE
            )
        case "national paper":
            window = rng.choice([25, 30, 40, 50, 100])
            arrivals = _steady(rng, days, rng.uniform(30, 120), zone, night=0.1, weekend=0.5)
        case "regional paper" | "fails for a day":
            window = rng.choice([10, 15, 20, 25, 30])
            arrivals = _steady(rng, days, rng.uniform(5, 25), zone, night=0.05, weekend=0.4)
            if kind == "fails for a day":
                start = rng.uniform(3, max(4, days - 3)) * DAY
                why = rng.choice([Reason.HTTP_SERVER_ERROR, Reason.TIMED_OUT, Reason.NOT_FOUND])
                outages.append((start, start + DAY * rng.uniform(0.5, 1.5), why))
        case "slow blog":
            window = 10
            arrivals = _steady(
                rng, days, 10 ** rng.uniform(-1.3, 0.5), zone, night=0.1, weekend=0.7
            )
        case "weekly magazine":  # an issue at once, little else
            window = rng.choice([15, 20, 30])
            arrivals = _steady(rng, days, 0.3, zone, night=0.1, weekend=0.5)
            at, size = rng.uniform(0, 7) * DAY, rng.randint(8, window)
            for week in range(-3, days // 7 + 1):
                arrivals += [at + week * 7 * DAY + rng.uniform(0, HOUR) for _ in range(size)]
        case "dead":
            window = 10
            arrivals = [-DAY * rng.uniform(40, 400) for _ in range(10)]
            if rng.random() < 0.5:
                outages.append((rng.uniform(0, 5) * DAY, math.inf, Reason.NOT_FOUND))
        case "one hour":  # the day's entries at one hour
            window = rng.choice([20, 25, 30])
            at, size = rng.uniform(0, 24) * HOUR, rng.randint(10, window)
            arrivals = [
                at + day * DAY + rng.uniform(0, HOUR)
                for day in range(-8, days + 1)
                for _ in range(size if day % 7 < 5 else size // 3)
            ]
        case "small window":
            window = 5
            arrivals = _steady(rng, days, rng.uniform(4, 30), zone, night=0.1, weekend=0.5)
        case _:
            raise ValueError(kind)
    hint = rng.random()
    return Publisher(
        kind=kind,
        arrivals=sorted(one for one in arrivals if one < days * DAY),
        window=window,
        days=days,
        # What WordPress says of every blog, what people type, and what nobody can mean.
        sy_s=HOUR if hint < 0.4 else None,
        ttl_s=rng.choice([5 * MINUTE, HOUR, HOUR, DAY, 30 * DAY]) if hint > 0.8 else None,
        has_validators=rng.random() < 0.6,
        outages=outages,
    )  # fmt: skip


def _steady(
    rng: random.Random, days: int, a_day: float, zone: float, *, night: float, weekend: float
) -> list[float]:
    """A Poisson stream whose rate swings from 1 at noon to `night`, and falls at weekends."""
    peak = a_day * 2 / (1 + night)  # so that a weekday's mean is `a_day`
    at, found = -14 * DAY - 10 / a_day * DAY, []
    while at < days * DAY:
        at += rng.expovariate(peak / DAY)
        noon = (1 - math.cos((at / HOUR + zone) / 24 * 2 * math.pi)) / 2
        share = (night + (1 - night) * noon) * (weekend if at / DAY % 7 >= 5 else 1)
        if rng.random() < share:
            found.append(at)
    return found


def _volleys(
    rng: random.Random, days: int, *, a_day: float, size: tuple[int, int], over: float
) -> list[float]:
    at, found = -7 * DAY, []
    while (at := at + rng.expovariate(a_day / DAY)) < days * DAY:
        found += [at + rng.uniform(0, over) for _ in range(rng.randint(*size))]
    return found


def recorded(folder: Path) -> list[Publisher]:
    """The feeds of a folder of recorded polls, as they came out between its polls.

    The folder holds `polls.jsonl.gz` (`feed`, `k`, `fetched_at`, `file` a line) and
    `feeds/FEED.tar.xz` with those files. An entry came out when it says so, if that lies
    between the poll that first lists it and the one before; otherwise at the former.
    """
    polls: dict[str, list[tuple[float, str]]] = {}
    with gzip.open(folder / "polls.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            at = datetime.fromisoformat(row["fetched_at"]).timestamp()
            polls.setdefault(row["feed"], []).append((at, row["file"]))
    archives = [folder / "feeds" / f"{name}.tar.xz" for name in polls]
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(_replayed, archives, map(sorted, polls.values())))


def _replayed(archive: Path, polls: list[tuple[float, str]]) -> Publisher:
    with lzma.open(archive) as opened, tarfile.open(fileobj=opened) as tar:
        bodies = {one.name: body.read() for one in tar if (body := tar.extractfile(one))}
    roots = {
        name: etree.fromstring(body, etree.XMLParser(recover=True, huge_tree=True))
        for name, body in bodies.items()
    }
    documents = {name: dict(_entries(root)) for name, root in roots.items()}
    start, before = polls[0][0], -math.inf
    arrivals: dict[str, float] = {}
    for at, name in polls:
        for key, published in documents[name].items():
            is_sane = published is not None and before < published <= at
            arrivals.setdefault(key, (published if is_sane and published else at) - start)
        before = at
    first = documents[polls[0][1]]
    ttl = _number(roots[polls[-1][1]], "ttl")
    return Publisher(
        kind="recorded",
        arrivals=sorted(min(at, -1.0) if key in first else at for key, at in arrivals.items()),
        window=max(1, round(statistics.median(len(documents[name]) for _, name in polls))),
        days=(polls[-1][0] - start) / DAY,
        ttl_s=ttl * MINUTE if ttl else None,
        sy_s=_sy(roots[polls[-1][1]]),
    )


def _entries(root: etree._Element | None) -> Iterator[tuple[str, float | None]]:
    for entry in _named(root, "item", "entry"):
        parts: dict[str, str] = {}
        for part in entry:
            if isinstance(part.tag, str):
                text = part.text or (part.get("href") if part.get("rel") != "self" else "") or ""
                parts.setdefault(etree.QName(part).localname.lower(), text.strip())
        if key := parts.get("guid") or parts.get("id") or parts.get("link"):
            dates = (parts.get(name) for name in ("pubdate", "published", "date"))
            yield key, next((_seconds(date) for date in dates if date), None)


def _named(root: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    for one in root.iter() if root is not None else ():
        if isinstance(one.tag, str) and etree.QName(one).localname in names:
            yield one


def _number(root: etree._Element | None, name: str) -> float | None:
    try:
        return float(next((one.text or "" for one in _named(root, name)), ""))
    except ValueError:
        return None


def _sy(root: etree._Element | None) -> float | None:
    period = next((one.text or "" for one in _named(root, "updatePeriod")), "")
    seconds = _PERIODS.get(period.strip().lower())
    return seconds / (_number(root, "updateFrequency") or 1) if seconds else None


def _seconds(text: str) -> float | None:
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = read(text)
        except ValueError:
            continue
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    return None
