"""The worked questions of `include/warehouse/`, QUESTIONS.md and COUNTING.md: read and asked.

make questions     asks them of a fresh run of the sample newsroom, and writes the answers
"""

from __future__ import annotations

import re
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2
from psycopg2.extensions import connection as Connection

from include.warehouse.migrate import HERE

PAGE = HERE / "QUESTIONS.md"
COUNTING = HERE / "COUNTING.md"
READER = "dateline_reader"
DIFFERS = "text (differs by run)"
_BLOCK = re.compile(
    r"^### (?P<title>.+?)\n(?P<before>(?:(?!^### ).)*?)^```sql\n(?P<sql>.+?)^```\n"
    r"(?:\n```(?P<info>text[^\n]*)\n(?P<answer>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)
_WIDEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as the page has it; `is_stable` where its answer is the same in every run."""

    title: str
    sql: str
    answer: str
    is_stable: bool


def questions(page: Path = PAGE) -> list[Question]:
    """The questions of a page, in its order."""
    return [
        Question(
            title=found["title"], sql=found["sql"], answer=found["answer"] or "",
            is_stable="freshness" not in found["sql"],
        )
        for found in _BLOCK.finditer(page.read_text("utf-8"))
    ]  # fmt: skip


def as_reader(dsn: str) -> Connection:
    """A connection to the warehouse at `dsn` of a server that trusts us, as its reader."""
    return psycopg2.connect(re.sub(r"//[^/@]+@", f"//{READER}@", dsn))


def ask(conn: Connection, question: Question) -> str:
    """The answer as a table of text, a line a row; wide cells are cut."""
    with conn.cursor() as cur:
        cur.execute(question.sql)
        names = [column.name for column in cur.description or ()]
        rows = [[_cell(value) for value in row] for row in cur.fetchall()]
    conn.rollback()
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    lines = [names, ["-" * width for width in widths], *rows]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        + "\n"
        for line in lines
    )


def _cell(value: Any) -> str:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def write_answers(dsn: str) -> None:
    """Write the pages anew with what the warehouse at `dsn` answers."""
    for page in (PAGE, COUNTING):
        _write(dsn, page)


def _write(dsn: str, page: Path) -> None:
    with closing(as_reader(dsn)) as conn:
        answers = {each.title: (ask(conn, each), each.is_stable) for each in questions(page)}

    def answered(found: re.Match[str]) -> str:
        answer, is_stable = answers[found["title"]]
        info = "text" if is_stable else DIFFERS
        return (
            f"### {found['title']}\n{found['before']}```sql\n{found['sql']}```\n\n"
            f"```{info}\n{answer}```\n"
        )

    page.write_text(_BLOCK.sub(answered, page.read_text("utf-8")), "utf-8")


def main() -> None:
    """Ask a fresh run of the sample newsroom."""
    from include.local.postgres import EmbeddedServer
    from include.warehouse.migrate import migrate
    from tests.conftest import execute
    from tests.warehouse.conftest import fill_with_sample

    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    folder.chmod(0o755)
    with EmbeddedServer(folder / "postgres") as server:
        execute(server.url(), "CREATE DATABASE sample")
        migrate(server.url("sample"))
        fill_with_sample(server.url("sample"), folder)
        write_answers(server.url("sample"))
    print(f"{len(questions())} answers written to {PAGE}")


if __name__ == "__main__":
    sys.exit(main())
