"""Runs on hosts without faults, and without a language model: what tests of orchestration need."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from include import stages
from include.pages import guard
from include.settings import Settings
from include.warehouse.connect import connector
from tests.faults.certificates import authority
from tests.faults.hosts import FaultyHosts


@contextlib.contextmanager
def hosts_of(folder: Path, pages_of: dict[str, int]) -> Iterator[FaultyHosts]:
    """Serve healthy hosts; `feeds.csv` in the folder lists them."""
    hosts = FaultyHosts(
        faults={}, folder=folder, trusted=authority(), pages_of=pages_of, faulty=False
    )
    with pytest.MonkeyPatch.context() as patch, hosts.serving():
        patch.setattr(guard, "_getaddrinfo", hosts.resolve)
        list_feeds(folder, hosts, list(pages_of))
        yield hosts


def list_feeds(folder: Path, hosts: FaultyHosts, names: list[str]) -> None:
    """Write the feed list, in this order."""
    lines = [f"{name},{hosts.url(name, '/feed')},{name}.example,,en," for name in names]
    head = "feed_id,url,publisher,title,language,country"
    (folder / "feeds.csv").write_text("\n".join([head, *lines]) + "\n", "utf-8")


def run_of(
    dsn: str, folder: Path, hosts: FaultyHosts, run_id: str, home: str = "home"
) -> stages.Run:
    """A run against the hosts, with an archive of its own."""
    settings = Settings(
        home=folder / home,
        feeds=str(folder / "feeds.csv"),
        allow_private=hosts.listed(),
        host_gap_s=0,
        workers=1,
    )
    return stages.Run(connect=connector(dsn), settings=settings, run_id=run_id)


def steps(run: stages.Run) -> list[Callable[[], object]]:
    """The stages of a run that need no language model, each as a task that may be tried again."""

    def polled() -> None:
        for batch in stages.choose_feeds(run, poll_all=True):
            stages.poll_feeds(run, batch)

    def fetched() -> None:
        for batch in stages.choose_pages(run):
            stages.fetch_pages(run, batch)

    def cleaned() -> None:
        for batch in stages.choose_articles(run):
            stages.clean_articles(run, batch)

    return [
        lambda: stages.open_run(run, kind="by_hand", flow="run"),
        polled,
        fetched,
        cleaned,
        lambda: stages.fingerprint_texts(run),
        lambda: stages.group_stories(run),
        lambda: stages.refresh_marts(run),
        lambda: stages.check_warehouse(run),
        lambda: stages.close_run(run),
    ]


def run_all(run: stages.Run) -> None:
    """All of them, in order."""
    for step in steps(run):
        step()
