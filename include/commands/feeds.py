"""Commands on feed lists: `feeds import`, `export`, `discover`, `list`, `check`."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from include import urls
from include.commands.warehouse import need_schema, warehouse_dsn
from include.errors import CannotWork
from include.feeds.discover import Candidate, linked_feeds, sitemap_lines, usual_places
from include.feeds.parse import parse_feed
from include.feeds.seeds import read_feed_list, write_csv, write_opml
from include.isolation import Workers
from include.pages.client import Client
from include.pages.errors import FetchError
from include.pages.fetch import FEED, PAGE, Fetcher, Request
from include.pages.guard import AddressGuard
from include.pages.robots import site_of
from include.records import Feed, FeedDocument, Response
from include.settings import PROJECT, Settings
from include.stages.lists import read_feed_list as read_chosen
from include.warehouse import queries
from include.warehouse.connect import connect

_STALE_DAYS = 30
_ENOUGH_FOUND = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What lay at a URL: a feed, or why none."""

    url: str
    answer: Response | FetchError
    document: FeedDocument | None
    why: str = ""

    @property
    def newest(self) -> datetime | None:
        """The newest date of its entries."""
        dated = [one.published_at for one in self.document.entries if one.published_at] \
            if self.document else []  # fmt: skip
        return max(dated, default=None)


def import_list(settings: Settings, *, file: str, into: str | None, dry_run: bool) -> int:
    """Add the feeds of a file to a list; what is there already stays as it is."""
    given = read_chosen(file)
    target = Path(into).expanduser() if into else _list_file(settings)
    if target.suffix.lower() != ".csv":
        raise CannotWork(f"{target}: feeds are added to a .csv file; name one with --into")
    before = target.read_bytes() if target.exists() else b""
    had, _ = read_feed_list(before, target.name) if before else ([], [])
    known = {urls.canonical(feed.url) for feed in had}
    new = [feed for feed in given.feeds if urls.canonical(feed.url) not in known]
    for problem in given.problems:
        print(problem)
    if new and not dry_run:
        lines = write_csv([*had, *new]) if not before else _appended(before, new)
        _replace(target, lines)
    told = "would be added" if dry_run else "added"
    print(f"{len(new)} feeds {told} to {target}, {len(given.feeds) - len(new)} were there, "
          f"{len(given.problems)} lines could not be used")  # fmt: skip
    return 0


def _appended(before: bytes, new: Sequence[Feed]) -> str:
    text = before.decode("utf-8-sig", "replace")
    header = next(line for line in text.splitlines() if line and not line.startswith("#"))
    wanted = write_csv([]).strip()
    if header.strip() != wanted:
        raise CannotWork(f"the list begins with {header!r}; give it the columns {wanted}")
    return text.rstrip("\n") + "\n" + write_csv(new).partition("\n")[2]


def _replace(target: Path, text: str) -> None:
    handle, part = tempfile.mkstemp(dir=target.parent, prefix=".feeds-")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    os.chmod(part, 0o644)
    os.replace(part, target)


def _list_file(settings: Settings) -> Path:
    if settings.feeds.lower().endswith(".csv"):
        return Path(settings.feeds).expanduser()
    return PROJECT / "seeds" / "feeds.csv"


def export_list(settings: Settings, *, form: str, out: str | None, source: str) -> int:
    """Write the list, or what the warehouse polls (at its present URLs), as CSV or OPML."""
    if source == "warehouse":
        with closing(connect(warehouse_dsn(settings))) as conn, conn.cursor() as cur:
            need_schema(cur)
            feeds = [Feed(**row) for row in queries.rows(cur, "feeds_to_export")]
    else:
        feeds = list(read_chosen(str(_list_file(settings))).feeds)
    text = write_opml(feeds) if form == "opml" else write_csv(feeds)
    if out is None:
        print(text, end="")
    else:
        _replace(Path(out).expanduser().absolute(), text)
        print(f"{len(feeds)} feeds written to {out}")
    return 0


def list_feeds(settings: Settings, *, only: str | None) -> int:
    """One row a feed of the warehouse; `only` is due, failing, quiet or stopped."""
    with closing(connect(warehouse_dsn(settings))) as conn, conn.cursor() as cur:
        need_schema(cur)
        rows = queries.rows(cur, "feeds_to_list", only=only)
    table = Table(box=None, pad_edge=False)
    for name in ("feed", "publisher", "polled", "due", "newest", "entries", "last poll"):
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(
            row["feed_id"], escape(row["publisher"]), _ago(row["last_polled_at"]),
            _ago(row["next_poll_at"]), _ago(row["last_new_entry_at"]), str(row["entries"]),
            escape(row["explanation"] or "not polled yet"),
        )  # fmt: skip
    console = Console(highlight=False)
    console.print(table)
    console.print(f"{len(rows)} feeds")
    return 0


def check_feeds(settings: Settings, *, chosen: Sequence[str], file: str | None) -> int:
    """Fetch each feed of the list once and say what it is; exit 1 if one does not work."""
    listed = read_chosen(file or str(_list_file(settings))).feeds
    wanted = [feed.url for feed in listed if not chosen or feed.feed_id in chosen]
    wanted += [one for one in chosen if "://" in one]
    if not wanted:
        raise CannotWork(f"no feed of the list is named {', '.join(chosen)}")
    looked = _look(settings, wanted)
    _show(looked)
    bad = sum(one.document is None for one in looked)
    print(f"{len(looked) - bad} of {len(looked)} feeds work")
    return 1 if bad else 0


def discover(settings: Settings, *, url: str) -> int:
    """Find the feeds of a site from any URL of it; exit 1 if there is none."""
    try:
        start = urls.absolute(url if "://" in url else f"https://{url}")
    except urls.BadUrl as error:
        raise CannotWork(f"{url}: {error}; give an address like https://example.org") from None
    (first,) = _look(settings, [start], accept=PAGE)
    found = [first] if first.document else []
    if not found:
        if isinstance(first.answer, FetchError):
            print(f"{start}: {first.why}")
            candidates = []
        else:
            candidates = _in_worker(
                settings, partial(linked_feeds, url=first.answer.url), first.answer.body
            )
        found = _verified(settings, candidates)
        if len(found) < _ENOUGH_FOUND:
            (robots,) = _look(settings, [f"{site_of(start)}/robots.txt"], accept=PAGE)
            named = (
                sitemap_lines(robots.answer.body.decode("utf-8", "replace"))
                if isinstance(robots.answer, Response)
                else []
            )
            found = _verified(settings, named) or _verified(settings, usual_places(start))
    if not found:
        print(f"no feed found from {start}: name the feed's own address if you know it")
        return 1
    _show(found)
    return 0


def _verified(settings: Settings, candidates: Sequence[Candidate]) -> list[Looked]:
    wanted = [one.url for one in candidates]
    return [one for one in _look(settings, wanted) if one.document] if wanted else []


def _in_worker[Made](settings: Settings, work: Callable[[bytes], Made], body: bytes) -> Any:
    with Workers(1, memory_mb=settings.worker_memory_mb) as workers:
        (done,) = workers.map(work, [body], deadline_s=settings.parse_deadline_s)
    return done.result or []


def _look(settings: Settings, wanted: Sequence[str], *, accept: str = FEED) -> list[Looked]:
    """Fetch URLs with manners and parse what comes, in the order they were asked for."""
    answers = asyncio.run(_fetch(settings, wanted, accept))
    bodies = [one for one in answers.values() if isinstance(one, Response)]
    with Workers(
        max(1, min(settings.workers, len(bodies))), memory_mb=settings.worker_memory_mb
    ) as workers:
        parse = partial(parse_feed, max_entries=settings.max_entries)
        done = list(
            workers.map(parse, [one.body for one in bodies], deadline_s=settings.parse_deadline_s)
        )
    parsed = {id(body): one for body, one in zip(bodies, done, strict=True)}
    looked = []
    for url in wanted:
        answer = answers[url]
        if isinstance(answer, FetchError):
            looked.append(Looked(url=url, answer=answer, document=None, why=str(answer)))
            continue
        one = parsed[id(answer)]
        why = "" if one.result else f"{type(one.error).__name__}: {one.error}"
        looked.append(Looked(url=url, answer=answer, document=one.result, why=why))
    return looked


async def _fetch(
    settings: Settings, wanted: Sequence[str], accept: str
) -> dict[str, Response | FetchError]:
    guard = AddressGuard(settings.allow_private, settings.extra_ports)
    requests = [
        Request(id=url, url=url, accept=accept, max_bytes=settings.feed_max_bytes)
        for url in dict.fromkeys(wanted)
    ]
    answers: dict[str, Response | FetchError] = {}
    async with Client(guard, user_agent=settings.user_agent) as client:
        manners = Fetcher(
            client, agent="Dateline", deadline_s=settings.fetch_deadline_s,
            gap_s=settings.host_gap_s, private_gap_s=settings.private_host_gap_s,
            host_concurrency=settings.host_concurrency, connections=settings.connections,
            obey_robots=settings.obey_robots,
        )  # fmt: skip
        with Progress(console=Console(stderr=True), transient=True) as bars:
            bar = bars.add_task("fetching", total=len(requests))
            async for request, answer in manners.fetch(requests):
                answers[request.url] = answer
                bars.advance(bar)
    return answers


def _show(looked: Sequence[Looked]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("url", "what", "title", "entries", "newest"):
        table.add_column(name, overflow="fold")
    for one in looked:
        newest, document = one.newest, one.document
        if document is None:
            table.add_row(escape(one.url), escape(one.why), "", "", "")
            continue
        what = document.format
        if isinstance(one.answer, Response) and one.answer.redirects:
            what += f", leads to {one.answer.url}"
        if newest and (datetime.now(UTC) - newest).days > _STALE_DAYS:
            what += ", stale"
        table.add_row(
            escape(one.url), escape(what), escape(document.title), str(len(document.entries)),
            f"{newest:%Y-%m-%d %H:%M}" if newest else "",
        )  # fmt: skip
    Console(highlight=False).print(table)


def _ago(at: datetime | None) -> str:
    if at is None:
        return "never"
    seconds = (datetime.now(UTC) - at).total_seconds()
    size = abs(seconds)
    told = (
        f"{size / 86400:.0f} d" if size >= 172_800
        else f"{size / 3600:.0f} h" if size >= 5400
        else f"{size / 60:.0f} min"
    )  # fmt: skip
    return f"{told} ago" if seconds >= 0 else f"in {told}"
