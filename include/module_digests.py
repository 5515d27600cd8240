"""Digests of modules: over the code that decides, kept beside the compiled modules.

Reading all modules that decide costs most of a second, and every process of a run asks. So what
was read is kept in `__pycache__`, as Python keeps its compiled modules, by the bytes it was read
from. Where that folder may not be written, each process reads anew.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

LENGTH = 16
"""Characters of a digest: 64 bits in hex."""
_READ_BY = hashlib.sha256(sys.version.encode() + Path(__file__).read_bytes()).hexdigest()
"""By which Python and which state of this module a module is read."""


@dataclass(frozen=True, slots=True)
class Module:
    """A module as read: its digest, and what it imports as (module, names from it)."""

    digest: str
    imports: tuple[tuple[str, tuple[str, ...]], ...]


class Modules:
    """The modules of a package, each read once by all processes that share its folder."""

    def __init__(self, root: Path) -> None:
        self._kept = root / "__pycache__" / f"module_digests.{sys.implementation.cache_tag}.json"
        self._known = self._load()
        self._has_new = False

    def of(self, name: str, file: Path) -> Module:
        """A module by its name and file.

        Raises:
            SyntaxError: the file is no Python.
        """
        source = file.read_bytes()
        key = hashlib.sha256(f"{_READ_BY} {name} ".encode() + source).hexdigest()
        known = self._known.get(name)
        if known is None or known[0] != key:
            known = self._known[name] = key, read(name, source)
            self._has_new = True
        return known[1]

    def keep(self) -> None:
        """Keep what was read for other processes; where that cannot be done, nothing happens."""
        if not self._has_new:
            return
        self._has_new = False
        rows = {name: (key, one.digest, one.imports) for name, (key, one) in self._known.items()}
        made = self._kept.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            made.parent.mkdir(exist_ok=True)
            made.write_text(json.dumps(rows), "utf-8")
            made.replace(self._kept)

    def _load(self) -> dict[str, tuple[str, Module]]:
        try:
            rows = json.loads(self._kept.read_text("utf-8"))
            return {
                name: (
                    str(key),
                    Module(digest=str(digest), imports=tuple((m, tuple(n)) for m, n in imports)),
                )
                for name, (key, digest, imports) in rows.items()
            }
        except (OSError, ValueError, TypeError, AttributeError):
            return {}


def read(name: str, source: bytes) -> Module:
    """Read a module. Comments, docstrings and layout are no part of its digest."""
    tree = ast.parse(source)
    imports: list[tuple[str, tuple[str, ...]]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imports += [(alias.name, ()) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            imports.append((node.module, tuple(alias.name for alias in node.names)))
        # Where a line breaks changes compiled code a little, so all stand on one.
        for position in ("lineno", "end_lineno", "col_offset", "end_col_offset"):
            if hasattr(node, position):
                setattr(node, position, 1)
    # optimize=2 leaves docstrings out; comments are no part of a tree.
    code = compile(tree, name, "exec", optimize=2, dont_inherit=True)
    digest = hashlib.sha256(_told(code).encode()).hexdigest()[:LENGTH]
    return Module(digest=digest, imports=tuple(sorted(set(imports))))


def _told(value: object) -> str:
    """Compiled code as text, the same in every process: no line numbers, sets in order."""
    match value:
        case CodeType():
            parts = (
                value.co_name,
                value.co_code.hex(),
                _told(value.co_consts),
                value.co_names,
                value.co_varnames,
                value.co_freevars,
                value.co_cellvars,
                value.co_flags,
                value.co_exceptiontable.hex(),
                value.co_argcount,
                value.co_kwonlyargcount,
            )
            return repr(parts)
        case tuple():
            return "(" + ",".join(map(_told, value)) + ")"
        case frozenset():
            return "{" + ",".join(sorted(map(_told, value))) + "}"
        case _:
            return repr(value)
