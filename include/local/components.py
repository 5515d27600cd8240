"""Airflow's processes on one machine: started in their order, and again when one dies.

A process that was killed, or that fell with the database, is no matter for a person: what it
worked on is taken up by the next try. One that keeps dying soon after its start is.
"""

from __future__ import annotations

import json
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress

from rich.console import Console

from include.local import processes
from include.local.postgres import start_again
from include.local.processes import Child
from include.local.rotation import rotate
from include.settings import Settings

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
YOUNG_S = 60.0
"""A process that dies before this age has most likely died of itself."""

MOST_YOUNG = 3
"""How often in a row a component may die young before it is left to a person."""

_LOOK_S = 0.5
_ROTATE_S = 60.0


class Components:
    """Airflow's processes, by name; `stop` ends whatever of them runs."""

    def __init__(self, settings: Settings, env: Mapping[str, str], console: Console) -> None:
        self._settings = settings
        self._env = env
        self._console = console
        self._children: dict[str, Child] = {}
        self._started: dict[str, float] = {}
        self._young: Counter[str] = Counter()

    def boot(self) -> bool:
        """Start them in their order; whether all came up, having said why not."""
        started = time.monotonic()
        while not _healthy(self._settings.api_port, ALL_PARTS):
            if ended := self._ended():
                self._tell(ended[0])
                return False
            if time.monotonic() - started > BOOT_S:
                self._console.print(
                    f"[red]Airflow is not healthy after {BOOT_S:.0f} s[/]; logs: "
                    f"{self._settings.home / 'logs'}"
                )
                return False
            self._start()
            time.sleep(_LOOK_S)
        return True

    def watch(self) -> None:
        """Keep them and the embedded server running; return when one is beyond that.

        Meanwhile their logs are kept small.

        Raises:
            CannotWork: the embedded server died and does not come up again.
        """
        rotated = time.monotonic()
        while True:
            if start_again(self._settings):
                self._console.print("the embedded PostgreSQL ended by itself: started again")
            for child in self._ended():
                if not self._may_start_again(child.name):
                    self._tell(child)
                    return
                how = _how(child)
                self._console.print(f"{child.name} ended by itself ({how}): starting it again")
                processes.stop_orphans(child)
                del self._children[child.name]
            self._start()
            if time.monotonic() - rotated > _ROTATE_S:
                rotated = time.monotonic()
                for child in self._children.values():
                    rotate(child.log, most_bytes=self._settings.log_megabytes * 1_000_000)
            time.sleep(_LOOK_S)

    def stop(self) -> None:
        """End all of them, and what they started."""
        with self._console.status("stopping"):
            processes.stop(list(self._children.values()))
        self._console.print("stopped")

    def _start(self) -> None:
        """Start those that do not run and whose turn it is."""
        missing = [name for name in COMPONENTS if name not in self._children]
        for name in missing:
            if name in THEN and not _healthy(self._settings.api_port, API_PARTS):
                continue
            log = self._settings.home / "logs" / f"{name}.log"
            self._children[name] = processes.start(name, _command(name), env=self._env, log=log)
            self._started[name] = time.monotonic()

    def _ended(self) -> list[Child]:
        return [one for one in self._children.values() if one.process.poll() is not None]

    def _may_start_again(self, name: str) -> bool:
        is_young = time.monotonic() - self._started[name] < YOUNG_S
        self._young[name] = self._young[name] + 1 if is_young else 0
        return self._young[name] < MOST_YOUNG

    def _tell(self, child: Child) -> None:
        self._console.print(
            f"\n[red]{child.name} ended by itself[/] ({_how(child)}); its last lines:"
        )
        for line in child.last_lines():
            self._console.print("  " + line, markup=False, highlight=False)
        self._console.print(f"log: {child.log}", highlight=False)


def _command(name: str) -> list[str]:
    return [sys.executable, "-m", "airflow", name]


def _how(child: Child) -> str:
    code = child.process.poll() or 0
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _healthy(port: int, parts: Sequence[str]) -> bool:
    url = f"http://127.0.0.1:{port}/api/v2/monitor/health"
    with suppress(urllib.error.URLError, OSError, ValueError):
        with urllib.request.urlopen(url, timeout=5) as answer:
            health = json.load(answer)
        return all((health.get(part) or {}).get("status") == "healthy" for part in parts)
    return False
