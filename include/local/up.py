"""`up`: the whole system in the foreground, until Ctrl-C."""

from __future__ import annotations

import json
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from types import FrameType

from rich.console import Console

from include.errors import CannotWork
from include.local import processes
from include.local.airflow_env import ADMIN, airflow_env, passwords_file
from include.local.databases import migrate_both
from include.local.duty import UP, Duty, OnDuty, close_dead_runs, on_duty
from include.local.keys import password, write_private
from include.local.newsroom import source
from include.local.ports import free_port, is_free
from include.local.postgres import databases
from include.local.processes import Child
from include.local.rotation import rotate
from include.settings import PREFIX, Settings

FIRST = ("api-server", "dag-processor")
"""Airflow's processes that execute nothing, each started as `airflow NAME`."""

THEN = ("scheduler",)
"""Those that execute tasks. A task speaks to the API server from its first moment, and a task
that gets no answer has used up a try: so they start once the API server is healthy."""

COMPONENTS = FIRST + THEN

API_PARTS = ("metadatabase",)
ALL_PARTS = ("metadatabase", "scheduler", "dag_processor")
"""What must be healthy in the API server's answer, before tasks run and after."""

BOOT_S = 240.0
_LOOK_S = 0.5
_ROTATE_S = 60.0


def up(settings: Settings) -> int:
    """Start everything, say where it is, watch it; 0 when stopped by hand, 1 when it broke."""
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
            children: list[Child] = []
            stack.callback(_stop, children, console)
            if _boot(settings, env, children, console):
                _say_up(settings, console, secret, news.feeds)
                _watch(settings, children, console)
            return 1
        except KeyboardInterrupt:
            return 0
        except OnDuty:
            raise CannotWork("`make up` is running here already") from None


def _boot(settings: Settings, env: dict[str, str], children: list[Child], console: Console) -> bool:
    """Start Airflow's processes in their order; whether all came up, having said why not."""
    with console.status("starting Airflow (half a minute)"):
        for names, parts in ((FIRST, API_PARTS), (THEN, ALL_PARTS)):
            for name in names:
                command = [sys.executable, "-m", "airflow", name]
                log = settings.home / "logs" / f"{name}.log"
                children.append(processes.start(name, command, env=env, log=log))
            started = time.monotonic()
            while not _healthy(settings.api_port, parts):
                if _dead(children, console):
                    return False
                if time.monotonic() - started > BOOT_S:
                    console.print(
                        f"[red]Airflow is not healthy after {BOOT_S:.0f} s[/]; logs: "
                        f"{settings.home / 'logs'}"
                    )
                    return False
                time.sleep(_LOOK_S)
    return True


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


def _watch(settings: Settings, children: Sequence[Child], console: Console) -> None:
    """Return when a child has died, having said so; until then keep their logs small."""
    looked = time.monotonic()
    while not _dead(children, console):
        if time.monotonic() - looked > _ROTATE_S:
            looked = time.monotonic()
            for child in children:
                rotate(child.log, most_bytes=settings.log_megabytes * 1_000_000)
        time.sleep(_LOOK_S)


def _dead(children: Sequence[Child], console: Console) -> bool:
    for child in children:
        code = child.process.poll()
        if code is not None:
            how = f"signal {-code}" if code < 0 else f"exit code {code}"
            console.print(f"\n[red]{child.name} ended by itself[/] ({how}); its last lines:")
            for line in child.last_lines():
                console.print("  " + line, markup=False, highlight=False)
            console.print(f"log: {child.log}", highlight=False)
            return True
    return False


def _healthy(port: int, parts: Sequence[str]) -> bool:
    url = f"http://127.0.0.1:{port}/api/v2/monitor/health"
    with suppress(urllib.error.URLError, OSError, ValueError):
        with urllib.request.urlopen(url, timeout=5) as answer:
            health = json.load(answer)
        return all((health.get(part) or {}).get("status") == "healthy" for part in parts)
    return False


def _password(settings: Settings) -> str:
    """The administrator's password, made at the first start."""
    file = passwords_file(settings)
    with suppress(OSError, ValueError, KeyError):
        return str(json.loads(file.read_text("utf-8"))[ADMIN])
    file.parent.mkdir(parents=True, exist_ok=True)
    secret = password()
    write_private(file, json.dumps({ADMIN: secret}))
    return secret


def _stop(children: Sequence[Child], console: Console) -> None:
    with console.status("stopping"):
        processes.stop(children)
    console.print("stopped")


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
