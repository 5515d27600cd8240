"""Children are stopped with all they started, and do not outlive a killed parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from include.local import processes
from include.settings import PROJECT

# starts a grandchild in a session of its own, as Airflow's task supervisors do
FAMILY = """
import os, subprocess, sys, time
grandchild = subprocess.Popen([sys.executable, "-c", {grandchild!r}], start_new_session=True)
print(grandchild.pid, flush=True)
time.sleep(600)
"""
QUIET = "import time; time.sleep(600)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"


def wait_for(what: Callable[[], object], seconds: float = 20.0) -> object:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = what()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come about in time")


def is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def python(code: str, log: Path) -> processes.Child:
    return processes.start("child", [sys.executable, "-c", code], env=os.environ, log=log)


@pytest.mark.parametrize("grandchild", [QUIET, STUBBORN], ids=["quiet", "stubborn"])
def test_stopping_reaches_grandchildren_in_sessions_of_their_own(
    tmp_path: Path, grandchild: str
) -> None:
    child = python(FAMILY.format(grandchild=grandchild), tmp_path / "log")
    wait_for(child.last_lines)
    pid = int(child.last_lines()[0])
    time.sleep(0.5)  # the stubborn one needs a moment to become so
    processes.stop([child], patience_s=1.0)
    assert child.process.poll() is not None
    assert not is_alive(pid)


ORPHAN = FAMILY.replace(", start_new_session=True", "")


@pytest.mark.parametrize("grandchild", [QUIET, STUBBORN], ids=["quiet", "stubborn"])
def test_what_a_killed_child_leaves_behind_is_stopped(tmp_path: Path, grandchild: str) -> None:
    child = python(ORPHAN.format(grandchild=grandchild), tmp_path / "log")
    bystander = python(QUIET, tmp_path / "bystander")
    wait_for(child.last_lines)
    pid = int(child.last_lines()[0])
    time.sleep(0.5)
    child.process.kill()
    child.process.wait(20)
    assert is_alive(pid)
    processes.stop_orphans(child, patience_s=1.0)
    assert not is_alive(pid)
    assert is_alive(bystander.process.pid)
    processes.stop([bystander])


def test_stopping_what_has_ended_is_nothing(tmp_path: Path) -> None:
    child = python("pass", tmp_path / "log")
    child.process.wait(20)
    processes.stop([child])
    assert child.process.returncode == 0


def test_the_end_of_a_log_is_told(tmp_path: Path) -> None:
    child = python("print('\\n'.join(str(n) for n in range(100)))", tmp_path / "log")
    child.process.wait(20)
    assert child.last_lines(3) == ["97", "98", "99"]


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's promise is Linux's")
@pytest.mark.parametrize(
    ("how", "deaf"),
    [
        ("", ""),
        # as tasks of Airflow are, which `make run` executes
        (", orphaned=signal.SIGKILL", "signal.signal(signal.SIGTERM, lambda *_: None); "),
    ],
)
def test_a_killed_parent_takes_its_children_along(tmp_path: Path, how: str, deaf: str) -> None:
    child = f"import signal, time; {deaf}print(1, flush=True); time.sleep(600)"
    log = tmp_path / "log"
    code = (
        "import os, signal, sys, time; from pathlib import Path; "
        "from include.local import processes; "
        f"log = Path({str(log)!r}); "
        f"child = processes.start('c', [sys.executable, '-c', {child!r}], "
        f"env=os.environ, log=log{how})\n"
        "while not child.last_lines(): time.sleep(0.01)\n"
        "print(child.process.pid, flush=True); time.sleep(600)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert is_alive(pid)
    parent.send_signal(signal.SIGKILL)
    parent.wait(20)
    parent.stdout.close()
    wait_for(lambda: not is_alive(pid))
