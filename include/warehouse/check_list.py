"""The warehouse's checks as their files state them: `checks/*.sql`. Opens no connection."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHECKS = Path(__file__).parent / "checks"
_LEVEL = re.compile(r"^-- level: (fail|warn)$", re.MULTILINE)
_WHAT = re.compile(r"^-- what: (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: a query for the rows that should not be there, its level, and what holds.

    The query may use the parameters `run_id`, `since` (only what was written from then on
    need be looked at) and `max_failed_share`.
    """

    name: str
    level: str
    what: str
    query: str


@cache
def list_checks() -> tuple[Check, ...]:
    """Every check, by name."""
    return tuple(_read(file) for file in sorted(CHECKS.glob("*.sql")))


def find_check(name: str) -> Check:
    """The check of that name."""
    return next(check for check in list_checks() if check.name == name)


def _read(file: Path) -> Check:
    text = file.read_text("utf-8")
    level, what = _LEVEL.search(text), _WHAT.search(text)
    if level is None or what is None:
        raise RuntimeError(f"{file.name} must state `-- level:` and `-- what:`")
    return Check(name=file.stem, level=level[1], what=what[1], query=text)
