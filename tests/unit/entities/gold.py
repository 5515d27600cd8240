"""Who is meant where: the documents of the gold set with their marked mentions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from seeds.newsroom.content import DAY, load_articles
from tests.unit.entities.gather import Document

HERE = Path(__file__).parent
_MARK = re.compile(r"\[([^\]\n]{1,80})\]\(([a-z0-9-]{1,40})\)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention of the gold set: the characters, and who or what is meant."""

    document: str
    start: int
    end: int
    text: str
    entity: str


def gold() -> tuple[list[Document], list[Marked]]:
    """Every document of the gold set, and its mentions in order."""
    documents: list[Document] = []
    marks: list[Marked] = []
    for document, found in (*_made(), *_of_the_newsroom()):
        documents.append(document)
        marks += found
    return documents, marks


def _made() -> Iterator[tuple[Document, list[Marked]]]:
    text = (HERE / "gold_documents.txt").read_text("utf-8")
    for part in text.split("\n=== ")[1:]:
        head, _, marked = part.partition("\n")
        name, story, day = head.split(" | ")
        body, marks, at = "", [], 0
        marked = marked.strip()
        for mark in _MARK.finditer(marked):
            body += marked[at : mark.start()]
            marks.append(Marked(name, len(body), len(body) + len(mark[1]), mark[1], mark[2]))
            body += mark[1]
            at = mark.end()
        body += marked[at:]
        yield Document(id=name, body=body, story=story, day=date.fromisoformat(day)), marks


def _of_the_newsroom() -> Iterator[tuple[Document, list[Marked]]]:
    articles = load_articles(edition=1)
    for name, row in tomllib.loads((HERE / "gold_newsroom.toml").read_text("utf-8")).items():
        body = articles[name].body
        forms = sorted(row["forms"], key=len, reverse=True)
        either = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")
        marks = [
            Marked(name, found.start(), found.end(), found[0], row["forms"][found[0]])
            for found in either.finditer(body)
        ]
        yield Document(id=name, body=body, story=row["story"], day=DAY), marks
