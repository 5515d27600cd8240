"""An embedded PostgreSQL in a folder: started when needed, stopped by its last user.

Every process that uses the server holds a shared lock on a file beside it. Whoever leaves
tries for the exclusive lock and, if nobody else holds one, stops the server. Locks vanish
with their process, so a killed process never keeps the server alive in the books.
"""

from __future__ import annotations

import atexit
import fcntl
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

import psutil
import psycopg2
from psycopg2.extensions import connection as Connection

from include.errors import CannotWork
from include.local import cluster
from include.local.folders import make_private
from include.settings import Settings

STARTING_S = 90.0
"""Seconds a server may take to come up; recovery after a crash can be slow."""


_REJECTING = 1
"""What pg_isready ends with where a server is there and lets nobody in."""

_PREDECESSOR = "shared memory block"
"""In what a server says that does not start since processes of a killed one live on."""


class EmbeddedServer:
    """The server of the folder `data`; a context manager holds it."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._lock: IO[str] | None = None
        self._url = ""

    def __enter__(self) -> EmbeddedServer:
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _lock_file(self.data).open("a", encoding="ascii")
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
        with self._lock, suppress(BlockingIOError):
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stop(self.data)
        self._lock = None

    def url(self, database: str = "postgres") -> str:
        """The URL of one of its databases."""
        return self._url.format(database=database)

    def start_again(self) -> None:
        """Start the server anew where it has died; its URLs stay as they are."""
        self._start()

    def _start(self) -> None:
        library = cluster.library()
        drop_stale_pid(self.data)
        deadline = time.monotonic() + STARTING_S
        logged = self._logged()
        while True:
            try:
                cluster.make(self.data)
                server = library.get_server(self.data, cleanup_mode=None)
                break
            except (subprocess.SubprocessError, OSError, AssertionError) as error:
                cluster.forget(library)  # it would hand out the one that failed
                # pg_ctl is given ten seconds; a server in recovery comes up later, and one
                # whose predecessor was killed once the last process of that has noticed
                is_coming = postmaster(self.data) is not None or self._is_waiting(logged)
                if not is_coming or time.monotonic() > deadline:
                    raise CannotWork(self._why_not(error)) from None
                time.sleep(0.5)
        # it would stop the server by its own books, and hand out a stopped one
        cluster.forget(library)
        socket = server.get_postmaster_info().socket_dir
        self._url = f"postgresql://postgres@/{{database}}?host={socket}"
        self._await_answer(Path(socket), deadline)

    def _await_answer(self, socket: Path, deadline: float) -> None:
        """Wait while the server is there and lets nobody in: it recovers from a killed session."""
        asked = [str(cluster.binary("pg_isready")), "-q", "-h", str(socket), "-d", "postgres"]
        while subprocess.run(asked, check=False).returncode == _REJECTING:  # noqa: S603  ours
            if time.monotonic() > deadline:
                raise CannotWork(self._why_not(TimeoutError("it lets nobody in")))
            time.sleep(0.5)

    def _logged(self) -> str:
        with suppress(OSError):
            return (self.data / "log").read_text("utf-8", "replace")
        return ""

    def _is_waiting(self, before: str) -> bool:
        """Whether the server waits for processes of a killed one, by what it has logged since."""
        return _PREDECESSOR in self._logged()[len(before) :]

    def _why_not(self, error: Exception) -> str:
        told = [line for line in self._logged().splitlines() if "FATAL" in line or "PANIC" in line]
        reason = told[-1].strip() if told else str(error).splitlines()[0]
        return f"the embedded PostgreSQL did not start: {reason} (log: {self.data / 'log'})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Databases:
    """URLs of Airflow's own database and of the warehouse, in libpq's form."""

    metadata: str
    warehouse: str


@contextmanager
def databases(settings: Settings) -> Iterator[Databases]:
    """Both databases, existing and reachable; an embedded server runs until the end.

    Raises:
        CannotWork: a server does not answer, or does not let us in.
    """
    make_private(settings)
    with ExitStack() as stack:
        metadata, warehouse = settings.metadata, settings.warehouse
        if metadata is None or warehouse is None:
            server = stack.enter_context(EmbeddedServer(data_folder(settings)))
            metadata = metadata or _created(server, "airflow")
            warehouse = warehouse or _created(server, "warehouse")
        yield Databases(metadata=metadata, warehouse=warehouse)


def ensure_running(settings: Settings) -> Databases:
    """Both databases, for as long as this process lives."""
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(databases(settings))


def start_again(settings: Settings) -> bool:
    """Start the embedded server anew if it has died; whether it had.

    For one who holds it, by `databases`.

    Raises:
        CannotWork: it does not come up.
    """
    is_used = settings.metadata is None or settings.warehouse is None
    data = data_folder(settings)
    if not is_used or postmaster(data) is not None:
        return False
    EmbeddedServer(data).start_again()
    return True


def data_folder(settings: Settings) -> Path:
    """Where the embedded server keeps everything."""
    return settings.home / "postgres"


def open_database(url: str, named: str | None) -> Connection:
    """A plain connection; a server that does not answer is called what the user calls it.

    `named` is the setting its URL is from; None where it is the embedded server.
    """
    try:
        return psycopg2.connect(url, connect_timeout=10, application_name="dateline-local")
    except psycopg2.Error as error:
        reason = str(error).strip().splitlines()[0]
        if named is None:
            raise CannotWork(f"the embedded PostgreSQL does not answer: {reason}") from None
        raise CannotWork(f"{named}: {reason} (unset it to use the embedded server)") from None


def _created(server: EmbeddedServer, name: str) -> str:
    with closing(open_database(server.url(), None)) as conn:
        conn.autocommit = True
        with conn.cursor() as cur:
            cur.execute("SELECT FROM pg_database WHERE datname = %s", (name,))
            if cur.fetchone() is None:
                cur.execute(f'CREATE DATABASE "{name}"')
    return server.url(name)


def postmaster(data: Path) -> psutil.Process | None:
    """The running server of `data`, if there is one."""
    with suppress(OSError, ValueError, IndexError, psutil.Error):
        process = psutil.Process(int((data / "postmaster.pid").read_text("utf-8").split()[0]))
        if process.name().startswith("postgres") and process.status() != psutil.STATUS_ZOMBIE:
            return process
    return None


def drop_stale_pid(data: Path) -> None:
    """Remove what names the process of a server that is gone: its pid file, its socket's lock.

    A server does not start while a process has the number that stands there, be it by now
    another program's, or dead and not yet collected by its parent.
    """
    if postmaster(data) is not None:
        return
    file = data / "postmaster.pid"
    with suppress(OSError, IndexError):
        lines = file.read_text("utf-8").splitlines()
        lock = Path(lines[4]) / f".s.PGSQL.{lines[3]}.lock"
        if lock.read_text("ascii").split()[0] == lines[0]:
            lock.unlink()
    file.unlink(missing_ok=True)


def stop(data: Path, *, patience_s: float = 30.0) -> None:
    """Stop the server of `data` if it runs, open connections or not."""
    process = postmaster(data)
    if process is None:
        return
    for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, dead
        with suppress(psutil.NoSuchProcess, psutil.TimeoutExpired):
            process.send_signal(how)
            process.wait(patience_s)
            return


def stop_left_running(settings: Settings) -> str:
    """Stop a server that a killed process left behind; says what was done.

    Raises:
        CannotWork: another process of ours is using it.
    """
    data = data_folder(settings)
    if postmaster(data) is None:
        return "no embedded PostgreSQL is running"
    with _lock_file(data).open("a", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotWork(
                "the embedded PostgreSQL is in use: end `make up`, `make run` or `make psql` first"
            ) from None
        stop(data)
    return "stopped the embedded PostgreSQL"


def _lock_file(data: Path) -> Path:
    return data.with_name(data.name + ".lock")
