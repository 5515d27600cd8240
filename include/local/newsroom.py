"""Serve the sample newsroom beside a run, always at the same address.

An article's identity is its URL, and the sample's URLs contain a port: so the port that
was used first is kept, and a later run meets the same articles again.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from include.local.ports import LOOPBACK, free_port
from include.settings import PREFIX, Settings
from include.stages.feed_list import LIVE, SAMPLE, read_feed_list

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
        from seeds.newsroom.server import serve

        with serve(port, edition) as newsroom:
            listed.write_text(newsroom.feeds_csv(), "utf-8")
            yield _source(settings, listed, port)


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


def _kept_port(folder: Path) -> int:
    with suppress(OSError, ValueError):
        return int((folder / "port").read_text("ascii"))
    return PORT
