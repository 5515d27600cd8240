"""How the values of settings are written: lists, pairs, hours, networks."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_PORTS = 65_536


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
        elif not (host and port.isdecimal() and 0 < int(port) < _PORTS):
            raise ValueError(f"{item!r} is neither host:port nor a network like 10.0.0.0/8")
    return value


def public_url(value: str) -> str:
    """An address that others can reach, without a slash at its end."""
    parts = urlsplit(value)
    is_own = parts.hostname in ("127.0.0.1", "localhost", "::1")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_own):
        raise ValueError("write an https:// address (http:// on this machine only)")
    if not parts.hostname or parts.query or parts.fragment or parts.username is not None:
        raise ValueError("write https://host/path, and no more")
    return value.rstrip("/")


def postgres(value: str | None) -> str | None:
    """The URL of a database, unless it is another kind of URL."""
    if value is not None and not value.startswith(("postgresql://", "postgres://")):
        raise ValueError("must begin with postgresql://")
    return value


def ports(value: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers of ports, unless one is none."""
    if bad := [one for one in value if not 0 < one < _PORTS]:
        raise ValueError(f"{bad[0]} is no port: write numbers from 1 to {_PORTS - 1}")
    return value


def folder(value: str | None) -> str | None:
    """The URL of a folder; a path becomes one, so that it is the same wherever it is asked for."""
    return value if value is None or "://" in value else Path(value).expanduser().resolve().as_uri()


def whole_path(value: Path) -> Path:
    """A path from the root on: a process may have another folder to begin from."""
    return value.expanduser().resolve()


def header(value: str) -> str:
    """Text that may stand in a header of a request, unless it may not: it would stop each."""
    if not value.strip() or not value.isascii() or not value.isprintable():
        raise ValueError("write one line of plain ASCII: a URL or an address")
    return value


def cron(value: str) -> str:
    """A schedule, unless it is neither a cron expression, nor a preset, nor none."""
    from croniter import croniter  # type: ignore[import-untyped]

    if value.strip().lower() != "none" and not croniter.is_valid(value.strip()):
        raise ValueError(
            f"{value!r} is not a cron expression such as '0 6 * * *', "
            "a preset such as @hourly, or none"
        )
    return value
