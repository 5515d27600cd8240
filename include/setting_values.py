"""How the values of settings are written: lists, pairs, hours, networks."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any


def split(value: Any) -> Any:
    """Parts separated by commas."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def hours(value: Any) -> Any:
    """The same, where `none` stands for nothing."""
    parts = split(value)
    return tuple(one for one in parts if one.lower() != "none") if isinstance(value, str) else parts


def rising(value: tuple[float, ...]) -> tuple[float, ...]:
    """Hours, unless they do not rise."""
    if any(not 0 < hours <= 24 * 365 for hours in value) or list(value) != sorted(set(value)):
        raise ValueError("write rising hours above 0, at most a year: 1,6,24,168")
    return value


def models(value: Any) -> Any:
    """language=model, separated by commas."""
    if not isinstance(value, str):
        return value
    parts = [part.split("=", 1) for part in value.split(",") if part.strip()]
    if any(len(part) != 2 for part in parts):
        raise ValueError("write language=model, separated by commas")
    return {language.strip(): model.strip() for language, model in parts}


def days_by_publisher(value: Any) -> Any:
    """publisher=days, separated by commas."""
    if not isinstance(value, str):
        return value
    pairs = [part.split("=", 1) for part in value.split(",") if part.strip()]
    if any(len(pair) != 2 or not pair[1].strip().isdecimal() for pair in pairs):
        raise ValueError("write publisher=days, separated by commas: bbc.co.uk=90,*=365")
    return {name.strip(): int(days) for name, days in pairs}


def some_days(value: dict[str, int]) -> dict[str, int]:
    """Days by publisher, unless there are too few or too many."""
    if any(not name or not 1 <= days <= 36_500 for name, days in value.items()):
        raise ValueError("write publishers, each with 1 to 36500 days")
    return value


def places(value: tuple[str, ...]) -> tuple[str, ...]:
    """host:port and networks, unless one is neither."""
    for item in value:
        host, _, port = item.rpartition(":")
        if "/" in item:
            ip_network(item, strict=False)
        elif not (host and port.isdigit()):
            raise ValueError(f"{item!r} is neither host:port nor a network like 10.0.0.0/8")
    return value


def postgres(value: str | None) -> str | None:
    """The URL of a database, unless it is another kind of URL."""
    if value is not None and not value.startswith(("postgresql://", "postgres://")):
        raise ValueError("must begin with postgresql://")
    return value
