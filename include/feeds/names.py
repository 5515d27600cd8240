"""The names in what feeds write where an author belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from include.feeds.plain import plain

MAX_NAME = 200
MAX_NAMES = 50
_BY = re.compile(r"^(?:by|von|par|por|di)\s+(?=\S)", re.IGNORECASE)
_AND = re.compile(r"\s*;\s*|\s+(?:and|&)\s+")
_NOBODY = frozenset({"", "admin", "administrator", "unknown", "none", "null", "n/a", "-", "author"})


def author_names(stated: Iterable[object]) -> tuple[str, ...]:
    """Names, in order, each once; e-mail addresses and "by" are taken away.

    "jane@example.org (Jane Doe)" and "Jane Doe <jane@example.org>" give "Jane Doe"; two full
    names joined by "and" are two. Text longer than a name can be is no name.
    """
    names: dict[str, None] = {}
    for one in stated:
        if not isinstance(one, str) or len(one) > 4_000:
            continue
        for part in _parted(_without_address(one)):
            name = _BY.sub("", plain(part, limit=MAX_NAME)).strip(" ,;|()")
            if name.lower() not in _NOBODY and not name.endswith("…"):
                names.setdefault(name)
    return tuple(names)[:MAX_NAMES]


def _without_address(text: str) -> str:
    if "@" not in text:
        return text
    words = text.replace("&lt;", "<").replace("&gt;", ">").split()
    return " ".join(word for word in words if "@" not in word).strip(" ()<>")


def _parted(text: str) -> list[str]:
    parts = [part for part in _AND.split(text) if part.strip()]
    return parts if all(" " in part.strip() for part in parts) or ";" in text else [text]
