"""What a statement is made of: the views and functions of ours that it reads, however deep.

By the files that define them, so that a digest changes when any of them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from include.rules import combined
from include.warehouse import queries

_HERE = Path(__file__).parent
_DEFINES = re.compile(
    r"CREATE (?:OR REPLACE )?(?:MATERIALIZED )?(?:VIEW|FUNCTION) ((?:mart|core)\.\w+)"
)
_NAMES = re.compile(r"\b(?:mart|core)\.\w+")


def digest_of(statements: Iterable[str]) -> str:
    """Digest of statements, by name, and of the definitions that they read."""
    texts = {name: queries.statement(name) for name in statements}
    return combined(texts | definitions_behind(texts.values()))


def definitions_behind(texts: Iterable[str]) -> dict[str, str]:
    """Files that define the views and functions which texts of SQL name, those behind them
    included: text by file name."""
    found: dict[str, str] = {}
    waiting = list(texts)
    while waiting:
        for name in set(_NAMES.findall(waiting.pop())):
            for file, text in _defined().get(name, {}).items():
                if file not in found:
                    found[file] = text
                    waiting.append(text)
    return found


@cache
def _defined() -> dict[str, dict[str, str]]:
    by_name: dict[str, dict[str, str]] = {}
    for file in (*_HERE.glob("views/*.sql"), *_HERE.glob("migrations/*.sql")):
        text = file.read_text("utf-8")
        for name in _DEFINES.findall(text):
            by_name.setdefault(name, {})[file.name] = text
    return by_name
