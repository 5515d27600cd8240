"""By which rules something was made: digests of the code, word lists and libraries that decide.

A version that a person must raise is forgotten. A digest is not: it is taken over the modules
that a result depends on, found by following their imports from the module that is the door.
Comments, docstrings and layout are left out, so that only what decides changes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from include.module_digests import LENGTH, Module, Modules

_ROOT = Path(__file__).parent
_PACKAGE = _ROOT.name
APART = (
    "include.errors",
    "include.isolation",
    "include.languages",
    "include.module_digests",
    "include.outcomes",
    "include.records",
    "include.rules",
    "include.settings",
    "include.vocabulary",
)
"""Modules that decide no result: shapes, errors, processes. Word lists of languages have digests
of their own, one a language and kind (`include.languages`)."""


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
    _modules(_ROOT).keep()
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


def _imports(name: str) -> set[str]:
    """Modules of this package that a module imports.

    A package's `__init__` runs when a module below it is imported, but it decides nothing of
    that module, and does not count.
    """
    found: set[str] = set()
    for module, names in _read(name).imports:
        if not names:
            found |= {module} if _file(module) is not None else set()
        else:
            found |= _imported_from(module, names)
    return found


def _module_digest(name: str) -> str:
    return _read(name).digest


@cache
def _read(name: str) -> Module:
    file = _file(name)
    assert file is not None
    return _modules(_ROOT).of(name, file)


@cache
def _modules(root: Path) -> Modules:
    return Modules(root)


def _imported_from(module: str, names: Iterable[str]) -> set[str]:
    if module.split(".")[0] != _PACKAGE:
        return set()
    below = {f"{module}.{name}" for name in names}
    modules = {one for one in below if _file(one) is not None}
    return modules if modules == below else modules | {module}
