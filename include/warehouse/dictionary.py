"""Generate the data dictionary from the comments in the database itself."""

from __future__ import annotations

from itertools import groupby

from psycopg2.extensions import cursor as Cursor

from include.warehouse import queries

_HEAD = """# Data dictionary

Generated from the warehouse's own comments by `make docs`; do not edit. `mart` is for
people, `core` is the truth it shows, `ops` is the ledger of the work. Offsets count
characters from 0, ends are exclusive, instants are UTC.

**Joins.** One way for each: `article_id` (articles, all facts), `story_id` (articles, facts,
stories), `statement_id` (quotes, statements), `text_id` (what lies in one text, with
`start_char`), and `entity_id` of `mart.entities`, which is `entity_id` in mentions and aliases,
`speaker_entity_id` in quotes and statements, `holder_entity_id` and `attributed_to_entity_id` in
figures. Never join by a name: `mart.entity_names` says which have namesakes. Two facts of one
article joined by `article_id` alone give each with each: count before you join.

`COUNTING.md` has five mistakes that give a number and no error, each with its right form.
`QUESTIONS.md` has worked questions with their SQL, `ROLES.md` who may see what,
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
        if schema == "mart":
            parts.extend(_functions(cur))
    return "".join(parts)


def _functions(cur: Cursor) -> list[str]:
    """The functions of `mart`: those to be asked with an example each, then what views use."""
    asked, used = [], []
    for row in queries.rows(cur, "dictionary_functions"):
        about, _, example = (row["about"] or "").partition(" Example: ")
        head = f"mart.{row['name']}({row['arguments']})"
        if example:
            asked.append(
                f"\n#### mart.{row['name']}\n{about}\n\n```sql\n{head}\nRETURNS {row['result']}\n"
                f"\n{example};\n```\n"
            )
        else:
            used.append(f"| {head} | {row['result']} | {about} |\n".replace(" | |", " | |"))
    return [
        "\n### Functions of mart\nAsk them like tables; what has a DEFAULT may be left out.\n",
        *asked,
        "\n#### What the views are made with\n\n| function | gives | |\n|---|---|---|\n",
        *used,
    ]
