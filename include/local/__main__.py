"""The command line: `python -m include.local COMMAND`, the way `make` calls it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from include.settings import Settings


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit status: 2 where something has to be put right."""
    options = _parser().parse_args(arguments)
    if options.command == "secrets":  # must work where nothing is installed
        from include.local.keys import compose_env

        print(compose_env(), end="")
        return 0

    from include.errors import CannotWork
    from include.settings import load

    try:
        return _run(options, load())
    except CannotWork as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130


def _run(options: argparse.Namespace, settings: Settings) -> int:
    from rich.console import Console

    console = Console(highlight=False)
    match options.command:
        case "setup":
            from include.local.databases import migrate_both
            from include.local.postgres import databases

            with databases(settings) as found:
                migrate_both(settings, found, console.print)
            console.print(f"ready: {settings.home}")
            return 0
        case "run":
            from include.local.run import run

            return run(settings, options.feeds, console)
        case "up":
            from include.local.up import up

            return up(settings, console)
        case "psql":
            from include.local.postgres import psql

            return psql(settings, options.arguments)
        case "stop":
            from include.local.postgres import stop_left_running

            print(stop_left_running(settings))
            return 0
    raise AssertionError(options.command)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m include.local", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("setup", help="start the databases once and bring them up to date")
    one = commands.add_parser("run", help="run the pipeline once and print what it brought")
    one.add_argument("--feeds", help="sample, live, or a .csv or .opml file")
    commands.add_parser("up", help="Airflow, its UI and the databases, until Ctrl-C")
    one = commands.add_parser("psql", help="open the warehouse; arguments go to psql")
    one.add_argument("arguments", nargs=argparse.REMAINDER)
    commands.add_parser("stop", help="stop a database server that a killed process left")
    commands.add_parser("secrets", help="print a .env with new secrets for docker-compose.yaml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
