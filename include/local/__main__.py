"""The command line: `python -m include.local COMMAND`, the way `make` calls it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from include.settings import Settings


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit status: 2 where something has to be put right."""
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if options.command in ("psql", "airflow"):
        options.arguments = rest
    elif rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if options.command == "secrets":  # must work where nothing is installed
        from include.local.keys import compose_env

        print(compose_env(), end="")
        return 0

    from include.errors import CannotWork
    from include.settings import load

    try:
        return int(options.work(load(), options))
    except CannotWork as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130


def _setup(settings: Settings, options: argparse.Namespace) -> int:
    from include.local.databases import migrate_both
    from include.local.postgres import databases

    with databases(settings) as found:
        migrate_both(settings, found, print)
    print(f"ready: {settings.home}")
    return 0


def _run(settings: Settings, options: argparse.Namespace) -> int:
    from include.local.run import run

    return run(settings, options.feeds, edition=options.edition)


def _up(settings: Settings, options: argparse.Namespace) -> int:
    from include.local.up import up

    return up(settings)


def _psql(settings: Settings, options: argparse.Namespace) -> int:
    from include.local.psql import psql

    return psql(settings, options.arguments, role=options.role)


def _airflow(settings: Settings, options: argparse.Namespace) -> int:
    from include.local.airflow_env import airflow

    return airflow(settings, options.arguments)


def _newsroom(settings: Settings, options: argparse.Namespace) -> int:
    from include.local.newsroom import serve_alone

    serve_alone(settings, edition=options.edition, is_list_only=options.list)
    return 0


def _stop(settings: Settings, options: argparse.Namespace) -> int:
    from include.local.postgres import stop_left_running

    print(stop_left_running(settings))
    return 0


def _example(settings: Settings, options: argparse.Namespace) -> int:
    from include.local.example import example

    print(example(), end="")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m include.local", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    one = commands.add_parser("setup", help="start the databases once and bring them up to date")
    one.set_defaults(work=_setup)
    one = commands.add_parser("run", help="run the pipeline once and print what it brought")
    one.set_defaults(work=_run)
    one.add_argument("--feeds", help="sample, live, or a .csv or .opml file")
    one.add_argument(
        "--edition",
        type=int,
        choices=(1, 2, 3),
        default=1,
        help="of the sample newsroom: 2 and 3 are what the same publishers print later",
    )
    one = commands.add_parser("up", help="Airflow, its UI and the databases, until Ctrl-C")
    one.set_defaults(work=_up)
    one = commands.add_parser("psql", help="open the warehouse; arguments go to psql")
    one.set_defaults(work=_psql)
    one.add_argument("--role", choices=("reader", "owner"), default="reader")
    one = commands.add_parser(
        "airflow",
        help="any command of Airflow, in the right home; arguments go to airflow",
        add_help=False,
    )
    one.set_defaults(work=_airflow)
    one = commands.add_parser(
        "newsroom", help="serve the sample newsroom alone, until Ctrl-C: docker-compose.yaml does"
    )
    one.set_defaults(work=_newsroom)
    one.add_argument("--edition", type=int, choices=(1, 2, 3), default=1)
    one.add_argument("--list", action="store_true", help="only write the list of its feeds")
    one = commands.add_parser("stop", help="stop a database server that a killed process left")
    one.set_defaults(work=_stop)
    one = commands.add_parser("example", help="print .env.example")
    one.set_defaults(work=_example)
    commands.add_parser("secrets", help="print a .env with new secrets for docker-compose.yaml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
