"""Lists that people keep as CSV files: a bad line is a problem that is told, never an error."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineProblem:
    """What is wrong with one line of a list, and what to do about it.

    `is_lost` tells that the line gave nothing that another line has not given too.
    """

    line: int
    problem: str
    remedy: str
    is_lost: bool = True

    def __str__(self) -> str:
        return f"line {self.line}: {self.problem}: {self.remedy}"


class WrongLine(Exception):
    """A line cannot be used: what is wrong with it, and what to do about it."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem, self.remedy = problem, remedy

    def at(self, line: int) -> LineProblem:
        """The same as the problem of a line."""
        return LineProblem(line, self.problem, self.remedy)


def read_rows(
    content: bytes,
    problems: list[LineProblem],
    *,
    columns: Sequence[str],
    needed: Sequence[str],
) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, row) of each line that fits the header; a row has every one of `columns`.

    The header may leave out columns that are not `needed`. Empty lines and lines that begin
    with # are passed over. What does not fit is added to `problems`.
    """
    text = content.decode("utf-8-sig", "replace").replace("\x00", "")
    header: list[str] | None = None
    # A line each, so that a quote left open spoils its own line and no other.
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            cells = [cell.strip() for cell in next(csv.reader(io.StringIO(line), strict=True))]
        except (csv.Error, StopIteration) as error:
            problems.append(LineProblem(number, f"not CSV ({error})", "close the quotes"))
            continue
        if header is None:
            header = [cell.lower() for cell in cells]
            wrong = sorted(set(header) - set(columns)) or sorted(set(needed) - set(header))
            if wrong:
                said = f"the header does not fit ({', '.join(wrong)[:100]})"
                problems.append(LineProblem(number, said, f"write {','.join(columns)}"))
                return
        elif len(cells) > len(header):
            said = f"{len(cells)} fields where the header has {len(header)}"
            problems.append(LineProblem(number, said, "put a field that holds a comma in quotes"))
        else:
            yield number, dict.fromkeys(columns, "") | dict(zip(header, cells, strict=False))
