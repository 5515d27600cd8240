"""Serve the sample newsroom beside a run, always at the same address.

An article's identity is its URL, and the sample's URLs contain a port and, some of them, a
day: so both are kept as they were at first, and a later run meets the same articles again.
"""

from __future__ import annotations

import fcntl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from include.local.ports import LOOPBACK, free_port
from include.settings import PREFIX, Settings
from include.stages.feed_list import LIVE, SAMPLE, read_feed_list, refuse_without_contact

PORT = 8765


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a run reads: what its processes must have in their environment."""

    feeds: str
    env: dict[str, str]


@contextmanager
def source(
    settings: Settings, feeds: str, say: Callable[[str], None], *, edition: int = 1
) -> Iterator[Source]:
    """The feed list `feeds` made ready; for `sample` the newsroom is served until the end.

    Raises:
        CannotWork: there is no such list, or no feed in it.
    """
    if feeds != SAMPLE:
        refuse_without_contact(settings, feeds)
        path = feeds if feeds == LIVE else str(Path(feeds).expanduser().resolve())
        for problem in read_feed_list(path).problems:
            say(problem)
        yield Source(feeds=path, env={PREFIX + "FEEDS": path})
        return
    folder = settings.home / "newsroom"
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / "feeds.csv"
    with (folder / "lock").open("a", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:  # `make up` serves it already
            yield _source(settings, listed, _kept_port(folder))
            return
        port = _port(folder, say)
        day = _day(folder, settings, say)
        from seeds.newsroom.server import serve

        with serve(port, edition, day) as newsroom:
            listed.write_text(newsroom.feeds_csv(), "utf-8")
            yield _source(settings, listed, port)


def serve_alone(settings: Settings, *, edition: int, is_list_only: bool) -> None:
    """Serve the sample until interrupted, or only write the list of its feeds."""
    with source(settings, SAMPLE, print, edition=edition) as news:
        print(f"feeds: {news.feeds}", flush=True)
        if not is_list_only:
            threading.Event().wait()


def _source(settings: Settings, listed: Path, port: int) -> Source:
    private = ",".join([*settings.allow_private, f"{LOOPBACK}:{port}"])
    return Source(
        feeds=str(listed),
        env={PREFIX + "FEEDS": str(listed), PREFIX + "ALLOW_PRIVATE": private},
    )


def _port(folder: Path, say: Callable[[str], None]) -> int:
    kept = _kept_port(folder)
    port = free_port(kept)
    if port != kept and (folder / "port").exists():
        say(f"port {kept} is taken, so the sample newsroom moves to {port}: its articles are new")
    (folder / "port").write_text(str(port), "ascii")
    return port


def _day(folder: Path, settings: Settings, say: Callable[[str], None]) -> date:
    from seeds.newsroom.content import DAY

    kept, chosen = _kept_day(folder), settings.sample_day
    if chosen == "recent":
        # The day before: its evening is past in every zone, so nothing is of the future.
        day = datetime.now(UTC).date() - timedelta(days=1)
        day = day if kept in (None, DAY) else kept
    else:
        day = DAY if chosen == "fixed" else chosen
    if kept is not None and day != kept:
        say(f"the sample newsroom moves from {kept} to {day}: its articles are new")
    (folder / "day").write_text(day.isoformat(), "ascii")
    return day


def _kept_day(folder: Path) -> date | None:
    with suppress(OSError, ValueError):
        return date.fromisoformat((folder / "day").read_text("ascii"))
    return None


def _kept_port(folder: Path) -> int:
    with suppress(OSError, ValueError):
        return int((folder / "port").read_text("ascii"))
    return PORT
