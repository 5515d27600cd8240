"""`up`: the whole system in the foreground, until Ctrl-C."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from types import FrameType

from rich.console import Console

from include.errors import CannotWork
from include.local.airflow_env import ADMIN, airflow_env, passwords_file
from include.local.components import Components
from include.local.databases import migrate_both
from include.local.duty import UP, Duty, OnDuty, close_dead_runs, on_duty
from include.local.keys import password, write_private
from include.local.newsroom import source
from include.local.ports import free_port, is_free
from include.local.postgres import databases
from include.settings import PREFIX, Settings


def up(settings: Settings) -> int:
    """Start everything, say where it is, keep it running; 0 when stopped by hand, 1 when it broke.

    A process of Airflow that dies is started again, and so is the embedded server; one that
    keeps dying ends everything.
    """
    if not is_free(settings.api_port):
        raise CannotWork(
            f"port {settings.api_port} is taken: stop what listens there, "
            f"or choose another with {PREFIX}API_PORT"
        )
    console = Console(highlight=False)
    with ExitStack() as stack:
        stack.enter_context(_signals_interrupt())
        try:
            duty = Duty(what=UP, feeds=settings.feeds, port=settings.api_port)
            stack.enter_context(on_duty(settings, duty, console.print))
            found = stack.enter_context(databases(settings))
            migrate_both(settings, found, console.print)
            for name in close_dead_runs(found):
                console.print(f"closed a run that was interrupted: {name}")
            news = stack.enter_context(source(settings, settings.feeds, console.print))
            env = airflow_env(settings, found, log_port=free_port(8793)) | news.env
            secret = _password(settings)
            components = Components(settings, env, console)
            stack.callback(components.stop)
            with console.status("starting Airflow (half a minute)"):
                is_up = components.boot()
            if is_up:
                _say_up(settings, console, secret, news.feeds)
                components.watch()
            return 1
        except KeyboardInterrupt:
            return 0
        except OnDuty:
            raise CannotWork("`make up` is running here already") from None


def _say_up(settings: Settings, console: Console, secret: str, feeds: str) -> None:
    console.print(
        "\n[bold]Dateline is up[/]\n\n"
        f"  Airflow    http://127.0.0.1:{settings.api_port}\n"
        f"  user       {ADMIN}\n"
        f"  password   {secret}\n"
        f"  feeds      {feeds}\n"
        f"  schedule   {settings.schedule} (UTC)\n"
        f"  logs       {settings.home / 'logs'}\n"
        "\n`make psql` opens the warehouse. Ctrl-C stops everything.",
        highlight=False,
    )


def _password(settings: Settings) -> str:
    """The administrator's password, made at the first start."""
    file = passwords_file(settings)
    with suppress(OSError, ValueError, KeyError):
        return str(json.loads(file.read_text("utf-8"))[ADMIN])
    file.parent.mkdir(parents=True, exist_ok=True)
    secret = password()
    write_private(file, json.dumps({ADMIN: secret}))
    return secret


@contextmanager
def _signals_interrupt() -> Iterator[None]:
    """SIGTERM and SIGHUP stop us as Ctrl-C does; a second one does not cut the stop short."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        for every in handled:
            signal.signal(every, signal.SIG_IGN)
        raise KeyboardInterrupt

    handled = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before: list[Callable[..., object] | int | None] = [
        signal.signal(every, interrupt) for every in handled
    ]
    try:
        yield
    finally:
        for every, handler in zip(handled, before, strict=True):
            signal.signal(every, handler)
