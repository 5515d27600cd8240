"""Generate the data dictionary from the comments in the database itself."""

from __future__ import annotations

from itertools import groupby

from psycopg2.extensions import cursor as Cursor

from include.warehouse import queries

_HEAD = """# Data dictionary

Generated from the warehouse's own comments by `make docs`; do not edit. `mart` is for
people, `core` is the truth it shows, `ops` is the ledger of the work. Offsets count
characters from 0, ends are exclusive, instants are UTC.
`QUESTIONS.md` has thirty questions with their SQL, `ROLES.md` who may see what,
`COMING_FROM.md` where you find what you know elsewhere.

![The tables of core and what they refer to](picture.svg)
"""


def dictionary(cur: Cursor) -> str:
    """The dictionary as Markdown: a section a schema, a table a table."""
    parts = [_HEAD]
    found = queries.rows(cur, "dictionary")
    for schema, in_schema in groupby(found, key=lambda row: row["schema"]):
        parts.append(f"\n## {schema}\n")
        for table, columns in groupby(in_schema, key=lambda row: (row["table"], row["about"])):
            parts.append(f"\n### {schema}.{table[0]}\n{table[1]}\n\n")
            parts.append("| column | type | meaning |\n|---|---|---|\n")
            parts.extend(
                f"| {row['column']} | {row['type']} | {row['comment']} |\n" for row in columns
            )
    return "".join(parts)
