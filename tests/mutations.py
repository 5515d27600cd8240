"""Mutate the tuned numbers of a room, one at a time; which do its tests notice: `make mutate`.

A number that no test holds may be changed by anyone, unseen. Each number of a room's `tuned.py`
(the fields of its record), and each upper-case number of its other modules, is made smaller and
larger in a copy of the project, and the room's tests are run there. What survives is listed; the
run fails where anything does.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[1]
COPIED = ("include", "tests", "seeds", "pyproject.toml")
TESTS = {
    "stories": ("tests/unit/stories/test_tuned.py", "tests/unit/stories"),
    "statements": ("tests/unit/statements",),
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
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
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
            for mutant in mutants(room):
                if given.name.casefold() not in mutant.name.casefold():
                    continue
                count += 1
                is_left = survives(mutant, folder, TESTS[room])
                left += [mutant] if is_left else []
                print("SURVIVES" if is_left else "noticed ", mutant, flush=True)
    print(f"{count} mutants, {len(left)} survive")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
