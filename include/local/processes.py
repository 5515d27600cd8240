"""Child processes that never outlive us: started apart, watched, stopped with all theirs."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A process we started: what people call it, and where it writes."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def last_lines(self, count: int = 15) -> list[str]:
        """The end of its log."""
        with suppress(OSError), self.log.open("rb") as file:
            file.seek(max(0, self.log.stat().st_size - 65_536))
            return file.read().decode("utf-8", "replace").splitlines()[-count:]
        return []


def start(
    name: str,
    command: Sequence[str],
    *,
    env: Mapping[str, str],
    log: Path,
    keep: Sequence[int] = (),
    orphaned: signal.Signals = signal.SIGTERM,
) -> Child:
    """Start `command` in a process group of its own, its output in `log`.

    It inherits the file descriptors `keep`, and with them the locks these hold.

    On Linux the kernel sends it `orphaned` when we die, however we die.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    parent = os.getpid()

    def tie_to_parent() -> None:
        if _LIBC is not None:
            _LIBC.prctl(_PR_SET_PDEATHSIG, orphaned)
        if os.getppid() != parent:  # we died before the line above
            os._exit(1)

    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603  our own commands
            list(command),
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=tie_to_parent,
            pass_fds=keep,
        )
    return Child(name=name, process=process, log=log)


def stop(children: Sequence[Child], *, patience_s: float = 8.0) -> None:
    """Stop children and everything they started, in groups of their own or not.

    The whole tree is looked up before the first signal: a process whose parent is gone
    can no longer be found. What does not end within `patience_s` is killed.
    """
    _end(_tree(children), patience_s)
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.process.wait(patience_s)
        stop_orphans(child, patience_s=patience_s)


def stop_orphans(child: Child, *, patience_s: float = 8.0) -> None:
    """Stop what a child that died has left behind: all that is in its session still.

    Whose parent is gone is found by that alone.
    """
    left = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, ProcessLookupError):
            if os.getsid(process.pid) == child.process.pid != process.pid:
                left.append(process)
    _end(left, patience_s)


def _tree(children: Sequence[Child]) -> list[psutil.Process]:
    roots = []
    for child in children:
        with suppress(psutil.NoSuchProcess):
            if child.process.poll() is None:
                roots.append(psutil.Process(child.process.pid))
    return _with_descendants(roots)


def _end(tree: Sequence[psutil.Process], patience_s: float) -> None:
    for process in tree:
        with suppress(psutil.Error):
            process.terminate()
    _, alive = psutil.wait_procs(tree, timeout=patience_s)
    for process in _with_descendants(alive):
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(alive, timeout=patience_s)


def _with_descendants(roots: Sequence[psutil.Process]) -> list[psutil.Process]:
    found: dict[int, psutil.Process] = {}
    for root in roots:
        found[root.pid] = root
        with suppress(psutil.NoSuchProcess):
            found.update({one.pid: one for one in root.children(recursive=True)})
    return list(found.values())
