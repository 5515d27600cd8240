"""Every stage by hand, without Airflow: `python -m include COMMAND`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from include import __version__
from include.errors import CannotWork

if TYPE_CHECKING:
    from include.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status (0 good, 1 bad input, 2 cannot work)."""
    options = _parser().parse_args(arguments)
    _utf8()
    # Imported here, not above: worker processes import this module too, and need none of it.
    from include.settings import load

    try:
        return _run(options, load())
    except CannotWork as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def _run(options: argparse.Namespace, settings: Settings) -> int:
    from include.commands import contract

    match options.command:
        case "parse-feed":
            return contract.parse_feed(settings, url=options.url)
        case "clean":
            return contract.clean(settings)
        case "extract":
            return contract.extract(settings)
        case "group":
            return contract.group(settings)

    if options.command == "feeds":
        return _feeds(options, settings)

    if options.command == "import":
        from include.commands.importing import import_files

        return import_files(
            settings, paths=options.path, again=options.again, only_store=options.only_store
        )

    if options.command == "explain":
        from include.commands.explain import explain

        return explain(
            settings,
            file=options.file,
            article=options.article,
            language=options.language,
            published_at=options.published,
            html=options.html,
        )

    if options.command == "receive-pushes":
        from include.commands.receiving import receive

        return receive(settings, host=options.host, port=options.port)

    if options.command == "alerts":
        return _alerts(options, settings)

    if options.command == "changes":
        from include.commands.changes import changes

        return changes(settings, since=options.since, most=options.most)

    if options.command == "diff-rules":
        from include.commands.rules import diff_rules

        return diff_rules(settings, old=options.old, new=options.new, examples=options.examples)

    if options.command == "keep-house":
        from include.commands.retention import keep_house

        return keep_house(settings, delete=options.delete, show_all=options.all)

    if options.command == "quarantine":
        from include.commands import quarantine

        if options.what == "list":
            return quarantine.list_quarantined(settings, as_json=options.json)
        return quarantine.release(settings, stage=options.stage, subjects=options.subject)

    if options.command == "export":
        from include.commands.exporting import export

        since, until = (options.day, options.day) if options.day else (options.since, options.until)
        return export(settings, since=since, until=until, again=options.again, out=options.out)

    from include.commands import warehouse

    match options.command:
        case "run":
            return warehouse.run(settings, feeds=options.feeds)
        case "report":
            return warehouse.report(settings, run_id=options.run)
        case "migrate":
            return warehouse.migrate_all(settings)
        case "check":
            return warehouse.check(settings)
        case "dictionary":
            return warehouse.dictionary(settings)
        case "picture":
            return warehouse.picture(settings)
        case "settings":
            return warehouse.show_settings(settings)
    raise AssertionError(options.command)


def _alerts(options: argparse.Namespace, settings: Settings) -> int:
    from include.commands import alerts

    match options.what:
        case "send":
            return alerts.send(settings)
        case "test":
            return alerts.test(settings)
    return alerts.list_alerts(
        settings,
        kind=options.kind,
        unsent=options.unsent,
        most=options.most,
        as_json=options.json,
    )


def _feeds(options: argparse.Namespace, settings: Settings) -> int:
    from include.commands import feeds

    match options.what:
        case "discover":
            return feeds.discover(
                settings,
                url=options.url,
                add=options.add,
                most=options.most,
                climb_all=options.all,
                as_json=options.json,
            )
        case "check":
            return feeds.check(
                settings, chosen=options.feed, file=options.list, as_json=options.json
            )
        case "import":
            return feeds.import_feeds(
                settings, file=options.file, into=options.into, dry_run=options.dry_run
            )
        case "export":
            return feeds.export(
                settings,
                form=options.format,
                out=options.out,
                source=options.source,
                file=options.list,
            )
        case "list":
            return feeds.list_feeds(settings, only=options.only, as_json=options.json)
    raise AssertionError(options.what)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m include", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    one = commands.add_parser("parse-feed", help="feed bytes → one line an entry")
    one.add_argument("--url", help="where the feed came from, to make links absolute")
    commands.add_parser("clean", help="pages (JSON lines) → articles")
    commands.add_parser("extract", help="texts (JSON lines) → mentions, quotes, figures, …")
    commands.add_parser("group", help="articles (JSON lines) → copies and stories")
    one = commands.add_parser("explain", help="one text with every fact in it marked")
    what = one.add_mutually_exclusive_group()
    what.add_argument("file", nargs="?", default="-", help="a file of plain text; default: -")
    what.add_argument("--article", type=_count, help="number of an article in the warehouse")
    one.add_argument("--language", default="en", help="of a file's text; default: en")
    one.add_argument("--published", type=_instant, help="when it was, to resolve days")
    one.add_argument("--html", metavar="OUT.html", help="write a page instead")
    one = commands.add_parser("run", help="every stage in order, into the warehouse")
    one.add_argument("--feeds", help="a .csv or .opml file; default: the setting DATELINE_FEEDS")
    one = commands.add_parser("import", help="pages from WARC files or folders of HTML")
    one.add_argument("path", nargs="+", help="file, folder or pattern; local or s3://")
    one.add_argument("--again", action="store_true", help="read what was imported already, too")
    one.add_argument(
        "--only-store", action="store_true", help="leave the stages after it to the next run"
    )
    one = commands.add_parser("report", help="what the last run brought")
    one.add_argument("--run", help="a run's id; default: the last")
    commands.add_parser("migrate", help="bring the warehouse's schema up to date")
    commands.add_parser("check", help="run the warehouse's checks; exit 1 if one fails")
    one = commands.add_parser("export", help="days as Parquet and GKG files, watchlists as Atom")
    one.add_argument("--day", type=_day, help="only this day, YYYY-MM-DD; default: what changed")
    one.add_argument("--since", type=_day, help="no day before this")
    one.add_argument("--until", type=_day, help="no day after this")
    one.add_argument("--again", action="store_true", help="days that did not change, too")
    one.add_argument("--out", metavar="FOLDER", help="default: the setting DATELINE_EXPORTS")
    one = commands.add_parser("keep-house", help="what settings let go: a dry run, or --delete")
    one.add_argument("--delete", action="store_true", help="let it go; nothing brings it back")
    one.add_argument("--all", action="store_true", help="name each month, publisher and file")
    one = commands.add_parser("changes", help="what changed in the warehouse (JSON lines)")
    one.add_argument(
        "--since", type=_number, default=0, help="the last number you have read; default: 0, all"
    )
    one.add_argument("--most", type=_count, help="changes at most; default: all")
    one = commands.add_parser("diff-rules", help="what two states of the rules found otherwise")
    one.add_argument("old", nargs="?", help="a configuration (core.extractions.config_hash)")
    one.add_argument("new", nargs="?", help="another; without both, those there are are listed")
    one.add_argument("--examples", type=_count, default=3, help="of each change; default: 3")
    _add_quarantine(commands.add_parser("quarantine", help="what is tried no more: list, release"))
    commands.add_parser("picture", help="print the tables and their relationships (SVG)")
    commands.add_parser("dictionary", help="print the data dictionary (Markdown)")
    commands.add_parser("settings", help="list every setting with its value and meaning")
    one = commands.add_parser("receive-pushes", help="answer the hubs of feeds (WebSub), and poll")
    one.add_argument("--host", default="127.0.0.1", help="address to listen on")
    one.add_argument("--port", type=int, default=8081, help="port to listen on")
    _add_alerts(commands.add_parser("alerts", help="list alerts, send them, or try the channels"))
    _add_feeds(commands.add_parser("feeds", help="discover, check, import, export, list feeds"))
    return parser


def _add_alerts(parser: argparse.ArgumentParser) -> None:
    from include.alert_settings import ALERT_KINDS

    what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    one = what.add_parser("list", help="what was raised, the newest first")
    one.add_argument("--kind", choices=ALERT_KINDS, help="only these")
    one.add_argument("--unsent", action="store_true", help="only those not sent everywhere")
    one.add_argument("--most", type=_count, default=50, help="at most; default: 50")
    one.add_argument("--json", action="store_true", help="JSON lines instead of a table")
    what.add_parser("send", help="raise what is new and send what waits; exit 1 if not all went")
    what.add_parser("test", help="send a test message on every channel; exit 1 if one fails")


def _add_quarantine(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    one = what.add_parser("list", help="feeds, pages and texts that ended their worker too often")
    one.add_argument("--json", action="store_true", help="JSON lines instead of a table")
    one = what.add_parser("release", help="let them out: the next run tries them again")
    tried = ("poll_feeds", "clean_articles", "fingerprint_texts", "extract_texts", "group_stories")
    one.add_argument("--stage", choices=tried, help="only of this")
    chosen = one.add_mutually_exclusive_group(required=True)
    chosen.add_argument("subject", nargs="*", default=[], help="feed ids or numbers, as listed")
    chosen.add_argument("--all", action="store_true", help="all of them")


def _add_feeds(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    default = "default: the setting DATELINE_FEEDS, or seeds/feeds.csv where that is sample"
    one = what.add_parser("discover", help="find the feeds of a site or page")
    one.add_argument("url")
    one.add_argument("--add", metavar="LIST.csv", help="add what is found to this list")
    one.add_argument("--all", action="store_true", help="go on where feeds were found already")
    one.add_argument("--most", type=_count, default=20, help="links to try at most; default: 20")
    one.add_argument("--json", action="store_true", help="JSON lines instead of a table")
    one = what.add_parser("check", help="fetch feeds once and say whether they work")
    one.add_argument("feed", nargs="*", help="feed ids or URLs; default: the whole list")
    one.add_argument("--list", metavar="FILE", help=f"a .csv or .opml file; {default}")
    one.add_argument("--json", action="store_true", help="JSON lines instead of a table")
    one = what.add_parser("import", help="add the feeds of a .csv or .opml file to a list")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--into", metavar="LIST.csv", help=f"the list; {default}")
    one.add_argument("--dry-run", action="store_true", help="only say what would be added")
    one = what.add_parser("export", help="write feeds as CSV or OPML")
    one.add_argument("--format", choices=("csv", "opml"), default="csv")
    one.add_argument("--out", metavar="FILE", help="default: standard output")
    source = one.add_mutually_exclusive_group()
    source.add_argument("--from", dest="source", choices=("list", "warehouse"), default="list")
    source.add_argument("--list", metavar="FILE", help=f"a .csv or .opml file; {default}")
    one = what.add_parser("list", help="how the warehouse's feeds are doing")
    only = one.add_mutually_exclusive_group()
    for name, told in (
        ("due", "to be polled now"),
        ("failing", "whose last polls failed"),
        ("quiet", "without a new entry for a week"),
        ("stopped", "that are gone (410)"),
    ):
        only.add_argument(
            f"--{name}", dest="only", action="store_const", const=name, help=f"only those {told}"
        )
    one.add_argument("--json", action="store_true", help="JSON lines instead of a table")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: write YYYY-MM-DD") from None


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date or time (ISO 8601)") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must be 0 or more")
    return number


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _utf8() -> None:
    # JSON lines are UTF-8 whatever the terminal's locale; a stray byte must not end a run.
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


if __name__ == "__main__":
    sys.exit(main())
