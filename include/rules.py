"""By which rules something was made: digests of the code, word lists and libraries that decide.

A version that a person must raise is forgotten. A digest is not: it is taken over the modules
that a result depends on, found by following their imports from the module that is the door.
Comments, docstrings and layout are left out, so that only what decides changes it.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import CodeType

_ROOT = Path(__file__).parent
_PACKAGE = _ROOT.name
APART = (
    "include.errors",
    "include.isolation",
    "include.languages",
    "include.outcomes",
    "include.records",
    "include.rules",
    "include.settings",
    "include.vocabulary",
)
"""Modules that decide no result: shapes, errors, processes. Word lists of languages have digests
of their own, one a language and kind (`include.languages`)."""

LENGTH = 16
"""Characters of a digest: 64 bits in hex."""


def combined(parts: Mapping[str, object]) -> str:
    """One digest of named parts, whatever their order."""
    told = "\n".join(f"{name}={parts[name]}" for name in sorted(parts))
    return hashlib.sha256(told.encode()).hexdigest()[:LENGTH]


def code_digest(*doors: str, alone: Iterable[str] = (), libraries: Iterable[str] = ()) -> str:
    """Digest of the code that decides what the modules `doors` do.

    Args:
        doors: full module names; whatever they import of this package counts as well.
        alone: modules that count themselves, without what they import.
        libraries: distributions whose version counts.

    Raises:
        ValueError: there is no such module, or a library is not installed.
    """
    return _code_digest(doors, tuple(alone), tuple(libraries))


@cache
def _code_digest(doors: tuple[str, ...], alone: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    modules = modules_behind(*doors) | set(alone)
    parts: dict[str, object] = {name: _module_digest(name) for name in modules}
    for library in libraries:
        try:
            parts[f"library {library}"] = version(library)
        except PackageNotFoundError as error:
            raise ValueError(f"rules count a library that is not installed: {library}") from error
    return combined(parts)


def modules_behind(*doors: str) -> set[str]:
    """The modules of this package that `doors` depend on, themselves included, but for `APART`."""
    found: set[str] = set()
    waiting = list(doors)
    while waiting:
        name = waiting.pop()
        if name in found or _is_apart(name):
            continue
        if _file(name) is None:
            raise ValueError(f"no module {name}")
        found.add(name)
        waiting.extend(_imports(name))
    return found


def _is_apart(name: str) -> bool:
    return any(name == one or name.startswith(one + ".") for one in APART)


def _file(name: str) -> Path | None:
    """The file of a module of this package; None where there is no such module."""
    parts = name.split(".")
    if parts[0] != _PACKAGE:
        return None
    path = _ROOT.joinpath(*parts[1:])
    for candidate in (path.with_suffix(".py"), path / "__init__.py"):
        if candidate.is_file():
            return candidate
    return None


def _imports(name: str) -> frozenset[str]:
    """Modules of this package that a module imports.

    A package's `__init__` runs when a module below it is imported, but it decides nothing of
    that module, and does not count.
    """
    return _read(name)[1]


def _module_digest(name: str) -> str:
    return _read(name)[0]


@cache
def _read(name: str) -> tuple[str, frozenset[str]]:
    """A module's digest and the modules of this package that it imports."""
    file = _file(name)
    assert file is not None
    tree = ast.parse(file.read_text("utf-8"))
    imports: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imports |= {alias.name for alias in node.names if _file(alias.name) is not None}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            imports |= _imported_from(node.module, [alias.name for alias in node.names])
        # Where a line breaks changes compiled code a little, so all stand on one.
        for position in ("lineno", "end_lineno", "col_offset", "end_col_offset"):
            if hasattr(node, position):
                setattr(node, position, 1)
    # optimize=2 leaves docstrings out; comments are no part of a tree.
    code = compile(tree, name, "exec", optimize=2, dont_inherit=True)
    return hashlib.sha256(_told(code).encode()).hexdigest()[:LENGTH], frozenset(imports)


def _imported_from(module: str, names: Iterable[str]) -> set[str]:
    if module.split(".")[0] != _PACKAGE:
        return set()
    below = {f"{module}.{name}" for name in names}
    modules = {one for one in below if _file(one) is not None}
    return modules if modules == below else modules | {module}


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
