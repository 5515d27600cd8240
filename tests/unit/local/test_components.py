"""Airflow's processes come up in their order, and again when one dies."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import psutil
import pytest
from rich.console import Console

from include.local import components
from include.local.components import MOST_YOUNG, Components
from include.settings import Settings

URL = "postgresql://somebody@db.example/news"
LIVES = "import time; time.sleep(600)"
DIES = "print('no room for me'); raise SystemExit(3)"


class Stage:
    """A `make up` whose processes run what a test says, and whose health it decides."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.code = dict.fromkeys(components.COMPONENTS, LIVES)
        self.begun: list[str] = []
        self.healthy: set[tuple[str, ...]] = set()
        settings = Settings(home=home, metadata=URL, warehouse=URL)
        self.console = Console(record=True, width=200)
        self.parts = Components(settings, os.environ, self.console)
        monkeypatch.setattr(components, "_command", self._command)
        monkeypatch.setattr(components, "_healthy", lambda port, parts: parts in self.healthy)
        monkeypatch.setattr(components, "_LOOK_S", 0.05)

    def _command(self, name: str) -> list[str]:
        self.begun.append(name)
        return [sys.executable, "-c", self.code[name]]

    def all_well(self) -> None:
        """Everything is healthy from now on."""
        self.healthy = {components.API_PARTS, components.ALL_PARTS}


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return Stage(tmp_path, monkeypatch)


def test_what_executes_tasks_waits_for_a_healthy_api_server(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(components, "BOOT_S", 0.5)
    assert not stage.parts.boot()
    assert stage.begun == [*components.FIRST]
    stage.healthy = {components.API_PARTS}
    assert not stage.parts.boot()
    assert stage.begun == [*components.COMPONENTS]
    stage.parts.stop()


def test_one_that_does_not_come_up_is_told_with_its_last_lines(stage: Stage) -> None:
    stage.code["dag-processor"] = DIES
    assert not stage.parts.boot()
    stage.parts.stop()
    told = stage.console.export_text()
    assert "dag-processor ended by itself (exit code 3)" in told
    assert "no room for me" in told


def test_one_that_is_killed_is_started_again(stage: Stage) -> None:
    stage.healthy = {components.API_PARTS}
    booting = threading.Timer(1.0, stage.all_well)
    booting.start()
    assert stage.parts.boot()
    booting.join()
    (scheduler,) = [one for one in psutil.Process().children() if one.cmdline()[-1:] == [LIVES]][
        -1:
    ]
    scheduler.kill()
    watching = threading.Thread(target=stage.parts.watch, daemon=True)
    watching.start()
    while len(stage.begun) < 4:
        watching.join(0.05)
    assert stage.begun[-1] in components.COMPONENTS
    assert "(signal 9): starting it again" in stage.console.export_text()
    stage.code = dict.fromkeys(components.COMPONENTS, DIES)
    stage.parts.stop()  # and with it the watch, once they have died too often
    watching.join(60)
    assert not watching.is_alive()


def test_one_that_keeps_dying_young_is_left_to_a_person(stage: Stage) -> None:
    stage.all_well()
    assert stage.parts.boot()
    stage.code["scheduler"] = DIES
    stage.parts.watch()
    stage.parts.stop()
    assert stage.begun.count("scheduler") == MOST_YOUNG
    told = stage.console.export_text()
    assert told.count("starting it again") == MOST_YOUNG - 1
    assert "scheduler ended by itself (exit code 3); its last lines" in told
