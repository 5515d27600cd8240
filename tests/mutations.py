"""Mutate the tuned numbers of a room, one at a time; which do its tests notice: `make mutate`.

A number that no test holds may be changed by anyone, unseen. Each number of a room's `tuned.py`
(the fields of its record), and each upper-case number of its other modules, is made smaller and
larger, and the room's tests are run. What survives is listed; the run fails where anything does.

First a number is changed in a child of this process, which has all modules loaded: quick, but a
value that another module took over when it was imported stays as it was. So whatever seems to
survive is tried again in a copy of the project, where the file itself is changed.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
COPIED = ("include", "tests", "seeds", "pyproject.toml")
TESTS = {
    "stories": ("tests/unit/stories/test_tuned.py", "tests/unit/stories"),
    "statements": ("tests/unit/statements",),
    "entities": ("tests/unit/entities/test_tuned.py", "tests/unit/entities/test_scripts.py"),
    "extraction/quotes": (
        "tests/unit/extraction/quotes/test_tuned.py",
        "tests/unit/extraction/quotes",
    ),
    "extraction/reading": ("tests/unit/extraction/reading/test_tuned.py",),
    "extraction/times": ("tests/unit/extraction/times/test_tuned.py",),
}
"""The rooms whose numbers are held, and the tests that hold them."""
_LARGER, _SMALLER = 1.4, 0.6


@dataclass(frozen=True, slots=True)
class Mutant:
    """A number in a file, by its place, and what it becomes."""

    file: Path
    name: str
    line: int
    column: int
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(PROJECT)}: {self.name} {self.old} -> {self.new}"


def mutants(room: str) -> Iterator[Mutant]:
    """Every number of a room that is tuned, smaller and larger."""
    for file in sorted((PROJECT / "include" / room).rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        found = _constants(tree) if not file.name.startswith("tuned") else _fields(tree)
        for name, node in found:
            for new in _others(node.value):
                assert node.end_col_offset is not None
                yield Mutant(
                    file=file,
                    name=name,
                    line=node.lineno,
                    column=node.col_offset,
                    end=node.end_col_offset,
                    old=repr(node.value),
                    new=new,
                )


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.Constant]]:
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if isinstance(target, ast.Name) and target.id.isupper() and _is_number(node.value):
            assert isinstance(node.value, ast.Constant)
            yield target.id, node.value


def _fields(tree: ast.Module) -> Iterator[tuple[str, ast.Constant]]:
    """Fields of a record: `name: type = number(VALUE, ...)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call):
            first = node.value.args[0] if node.value.args else None
            if isinstance(node.target, ast.Name) and first is not None and _is_number(first):
                assert isinstance(first, ast.Constant)
                yield node.target.id, first


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _others(value: object) -> list[str]:
    """A number made smaller and larger: a whole one by at least one, a share within 0 and 1."""
    if isinstance(value, int):
        smaller, larger = (
            min(value - 1, int(value * _SMALLER)),
            max(value + 1, int(value * _LARGER)),
        )
        return [repr(smaller), repr(larger)]
    assert isinstance(value, float)
    larger_share = value * _LARGER if not 0.5 < value < 1 else (1 + value) / 2
    return [repr(round(value * _SMALLER, 6)), repr(round(larger_share, 6))]


def load(room: str) -> None:
    """Import a room once for all mutants; not its tests, which may ask it while imported."""
    for file in sorted((PROJECT / "include" / room).rglob("*.py")):
        importlib.import_module(_module(file))


def _module(file: Path) -> str:
    return ".".join(file.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


def survives_loaded(mutant: Mutant | None, tests: tuple[str, ...]) -> bool:
    """Whether the tests pass with the number changed, if any, in a child's loaded modules."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(_run_changed(mutant, tests))
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _run_changed(mutant: Mutant | None, tests: tuple[str, ...]) -> int:
    """The exit code of the tests with a number changed, here and now: 0 where all passed."""
    if mutant is not None:
        module = importlib.import_module(_module(mutant.file))
        changed = module.TUNED if mutant.file.name.startswith("tuned") else module
        # A frozen record is changed as no one but a mutant may.
        object.__setattr__(changed, mutant.name, ast.literal_eval(mutant.new))
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        return int(pytest.main(["-q", "-x", "-n0", "-p", "no:cacheprovider", *tests]))


def survives(mutant: Mutant, folder: Path, tests: tuple[str, ...]) -> bool:
    """Whether the tests pass with the mutant in the copy at `folder`."""
    path = folder / mutant.file.relative_to(PROJECT)
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    # Columns of a syntax tree count bytes.
    line = lines[mutant.line - 1].encode()
    lines[mutant.line - 1] = (
        line[: mutant.column] + mutant.new.encode() + line[mutant.end :]
    ).decode()
    path.write_text("".join(lines), "utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider", *tests],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        path.write_text(text, "utf-8")
    return done.returncode == 0


def main() -> int:
    """Run the mutants of the rooms that are asked for; returns 1 where any survives."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rooms", nargs="*", default=list(TESTS), metavar="ROOM")
    parser.add_argument("--name", default="", help="only numbers whose name contains this")
    given = parser.parse_args()
    left: list[Mutant] = []
    count = 0
    with tempfile.TemporaryDirectory(prefix="dateline-mutants-") as made:
        folder = Path(made)
        for name in COPIED:
            source = PROJECT / name
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, folder / name)
        for room in given.rooms:
            load(room)
            if not survives_loaded(None, TESTS[room]):
                print(f"{room}: its tests fail as they are")
                return 2
            for mutant in mutants(room):
                if given.name.casefold() not in mutant.name.casefold():
                    continue
                count += 1
                is_left = survives_loaded(mutant, TESTS[room]) and survives(
                    mutant, folder, TESTS[room]
                )
                left += [mutant] if is_left else []
                print("SURVIVES" if is_left else "noticed ", mutant, flush=True)
    print(f"{count} mutants, {len(left)} survive")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
