"""Commands on feeds: `feeds discover`, `check`, `import`, `export`, `list`."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.status import Status

from include.commands import feed_tables as tables
from include.commands.discovery import Discovery
from include.commands.discovery import discover as climb
from include.commands.feed_checks import BAD, Check, check_visit
from include.commands.feed_files import add_feeds, default_list, write_text
from include.commands.lines import Lines
from include.commands.visits import Visit, visitor
from include.commands.warehouse import need_schema, warehouse_dsn
from include.errors import CannotWork
from include.feeds.discover import FoundFeed
from include.feeds.seeds import feed_id, write_csv, write_opml
from include.pages.fetch import FEED
from include.records import Feed
from include.settings import Settings
from include.stages.feed_list import FeedList, read_feed_list
from include.urls import masked, publisher_domain
from include.warehouse.connect import connect
from include.warehouse.feed_health import feed_states, polled_feeds

QUIET = timedelta(days=7)


def discover(
    settings: Settings, *, url: str, add: str | None, most: int, climb_all: bool, as_json: bool
) -> int:
    """Find the feeds of a site or page; exit 1 if there are none."""
    err = Console(stderr=True, highlight=False)

    async def find(status: Status) -> Discovery:
        async with visitor(settings, at_once=1) as visits:
            return await climb(
                visits,
                url,
                most=most,
                climb_all=climb_all,
                tell=lambda tried: status.update(f"trying {tried.replace('[', '%5B')}"),
            )

    with err.status("…") as status:
        found = asyncio.run(find(status))
    if as_json:
        lines = Lines()
        for one in found.feeds:
            lines.write(tables.found_record(one))
    elif found.feeds:
        tables.wide_console().print(tables.found_table(found.feeds, now=datetime.now(UTC)))
    if found.left:
        print(
            f"{found.left} more links were not tried: --most {most + found.left} tries them",
            file=sys.stderr,
        )
    if not found.feeds:
        why = f" ({found.said})" if found.said else ""
        print(
            f"no feed found from {url}{why}: if you know a feed's own address, "
            f"try `feeds check` with it; a page that lists articles can be a source itself, with "
            f"kind=page in the feed list",
            file=sys.stderr,
        )
        return 1
    if add is not None:
        return _add_found(found.feeds, Path(add).expanduser())
    return 0


def _add_found(found: Sequence[FoundFeed], target: Path) -> int:
    chosen = [one for one in found if not one.is_comments and one.same_as is None]
    feeds = [
        Feed(
            feed_id=feed_id(one.url),
            url=one.url,
            publisher=publisher_domain(one.url),
            title=one.document.title,
            language=one.document.language,
        )
        for one in chosen
    ]
    made = add_feeds(target, feeds)
    left = len(found) - len(chosen)
    more = f"; {left} left out: comments, or the same entries again" if left else ""
    print(f"{target}: {len(made.added)} added, {len(made.known)} were there{more}", file=sys.stderr)
    return 0


def check(settings: Settings, *, chosen: Sequence[str], file: str | None, as_json: bool) -> int:
    """Fetch feeds once and say how they are; exit 1 if one does not work."""
    feeds = _chosen_feeds(settings, chosen, file)
    checks: dict[str, Check] = {}
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task("checking", total=len(feeds))

        def note(visit: Visit) -> None:
            checks[visit.request.id] = check_visit(visit, now=datetime.now(UTC))
            bars.advance(bar)

        async def see() -> None:
            async with visitor(settings, at_once=len(feeds)) as visits:
                requests = [visits.request(name, url, accept=FEED) for name, url in feeds.items()]
                await visits.see_all(requests, on_visit=note)

        asyncio.run(see())
    done = [checks[name] for name in feeds]
    if as_json:
        lines = Lines()
        for one in done:
            lines.write(one.record())
    else:
        tables.wide_console().print(tables.check_table(done, now=datetime.now(UTC)))
    bad = sum(one.verdict in BAD for one in done)
    counts = Counter(str(one.verdict) for one in done)
    told = ", ".join(f"{number} {verdict}" for verdict, number in counts.most_common())
    print(f"{len(done) - bad} of {len(done)} feeds can be read: {told}", file=sys.stderr)
    return 1 if bad else 0


def _chosen_feeds(settings: Settings, chosen: Sequence[str], file: str | None) -> dict[str, str]:
    """Names with URLs: of the whole list, or of the ids and URLs chosen."""
    if chosen and all("://" in one for one in chosen) and file is None:
        return {one: one for one in chosen}
    path = file or str(default_list(settings))
    listed = {feed.feed_id: feed.url for feed in _told(path).feeds}
    if not chosen:
        return listed
    unknown = [one for one in chosen if "://" not in one and one not in listed]
    if unknown:
        raise CannotWork(f"no feed {', '.join(unknown)} in {path}: `feeds export` prints the list")
    return {one: listed.get(one, one) for one in chosen}


def _told(file: str) -> FeedList:
    """The feeds of a list; what is wrong in it is told on standard error."""
    given = read_feed_list(file)
    for problem in given.problems:
        print(problem, file=sys.stderr)
    return given


def import_feeds(settings: Settings, *, file: str, into: str | None, dry_run: bool) -> int:
    """Add the feeds of a file to a list; exit 1 if a line of it gave none."""
    given = _told(file)
    target = Path(into).expanduser() if into else default_list(settings)
    made = add_feeds(target, given.feeds, dry_run=dry_run)
    if dry_run:
        for feed in made.added:
            print(f"{feed.feed_id}  {masked(feed.url)}")
    told = "would be added" if dry_run else "added"
    print(
        f"{target}: {len(made.added)} {told}, {len(made.known)} were there, "
        f"{given.lost} lines gave no feed"
    )
    if into is None and settings.feeds == "sample" and made.added:
        print("runs poll the sample newsroom: DATELINE_FEEDS=live makes them poll this list")
    return 1 if given.lost else 0


def export(settings: Settings, *, form: str, out: str | None, source: str, file: str | None) -> int:
    """Write a feed list, or the feeds the warehouse polls at their present URLs."""
    if source == "warehouse":
        with closing(connect(warehouse_dsn(settings))) as conn, conn.cursor() as cur:
            need_schema(cur)
            feeds = polled_feeds(cur)
    else:
        feeds = list(_told(file or str(default_list(settings))).feeds)
    text = write_opml(feeds) if form == "opml" else write_csv(feeds)
    if out is None:
        print(text, end="")
    else:
        write_text(Path(out).expanduser(), text)
        print(f"{out}: {len(feeds)} feeds")
    return 0


def list_feeds(settings: Settings, *, only: str | None, as_json: bool) -> int:
    """One row a feed of the warehouse; `only` is due, failing, quiet or stopped."""
    since = datetime.now(UTC) - QUIET
    with closing(connect(warehouse_dsn(settings))) as conn, conn.cursor() as cur:
        need_schema(cur)
        states = feed_states(cur, only=only, quiet_since=since)
    if as_json:
        lines = Lines()
        for state in states:
            lines.write({**state, "url": masked(state["url"])})
    elif states:
        tables.wide_console().print(tables.state_table(states, now=datetime.now(UTC)))
    if not states:
        none = f"no feed is {only}" if only else "no feed yet: a run takes them from its list"
        print(none, file=sys.stderr)
    return 0
