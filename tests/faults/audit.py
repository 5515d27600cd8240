"""What Python opened and connected to, told by its own audit hooks, here and in child processes.

A hook cannot be taken away again; it writes only while the variable WATCHED names a file. Child
processes get it by a `sitecustomize` module on their path. What C libraries open by themselves is
not told: canaries in the files and ports that lead away are for those.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

WATCHED = "DATELINE_TESTS_WATCHED"

_HOOK = f"""
import os, sys

def _watch():
    path = os.environ.get({WATCHED!r})
    if not path:
        return
    busy = []

    def hook(event, args):
        if event not in ("open", "socket.connect", "socket.getaddrinfo", "os.exec",
                         "subprocess.Popen", "os.listdir") or busy:
            return
        told = os.environ.get({WATCHED!r})
        if not told:
            return
        busy.append(1)
        try:
            what = args[1] if event == "socket.connect" else args[0]
            mode = str(args[1]) if event == "open" else ""
            out = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            os.write(out, repr((event, what, mode)).encode("utf-8", "replace") + b"\\n")
            os.close(out)
        finally:
            busy.clear()

    sys.addaudithook(hook)
"""
_is_hooked = False


@contextlib.contextmanager
def watching(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Write down what is opened; gives the file with one `(event, what, mode)` a line."""
    global _is_hooked
    told = folder / "opened.txt"
    (folder / "hook").mkdir()
    (folder / "hook" / "sitecustomize.py").write_text(f"{_HOOK}\n_watch()\n", "utf-8")
    paths = [str(folder / "hook"), os.environ.get("PYTHONPATH", "")]
    with patch.context() as within:
        within.setenv(WATCHED, str(told))
        within.setenv("PYTHONPATH", os.pathsep.join(path for path in paths if path))
        if not _is_hooked:
            scope: dict[str, object] = {}
            exec(compile(_HOOK, "audit hook", "exec"), scope)
            scope["_watch"]()  # type: ignore[operator]
            _is_hooked = True
        yield told


def opened(told: Path) -> set[tuple[str, object, str]]:
    """The distinct events of such a file."""
    found = set()
    for line in told.read_text("utf-8").splitlines():
        event, what, mode = eval(line, {"__builtins__": {}})  # our own hook wrote it
        found.add((event, what if isinstance(what, str | int | tuple) else repr(what), mode))
    return found


def allowed_folders() -> tuple[str, ...]:
    """Where programs and their data are, which may be read."""
    from include.settings import PROJECT

    python = {sys.prefix, sys.base_prefix, str(Path(sys.executable).resolve().parent.parent)}
    return tuple(sorted({str(PROJECT), str((PROJECT / ".venv").resolve()), *python}))
