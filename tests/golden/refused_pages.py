"""Pages that are no article, as sites really serve them, made from templates in `refused/`.

A template's first line says why it must be refused or doubted, and in which languages it is
made: `{# not_an_article too_short | en de #}`. Its words are those of `words.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from include.outcomes import Reason

FOLDER = Path(__file__).parent / "refused"
_FIRST_LINE = re.compile(r"\{# ([a-z_ ]+) \| ([a-z ]+) #\}")


@dataclass(frozen=True, slots=True)
class RefusedPage:
    """A page, the address it stands at, and the reasons that may be given against it."""

    name: str
    url: str
    body: bytes
    reasons: frozenset[Reason]


@cache
def refused_pages() -> tuple[RefusedPage, ...]:
    """Every template in each of its languages, by name.

    Raises:
        ValueError: a template does not say what must become of it.
    """
    words = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages = []
    for file in sorted(FOLDER.glob("[!_]*.html")):
        head = _FIRST_LINE.match(file.read_text("utf-8"))
        if head is None:
            raise ValueError(f"{file.name}: begin with {{# reasons | languages #}}")
        template = environment.get_template(file.name)
        for language in head[2].split():
            pages.append(
                RefusedPage(
                    name=f"{file.stem}-{language}",
                    # Says nothing of what stands there: a feed's links hardly ever do.
                    url=f"https://www.courier.example/{language}/{len(pages) + 7000}",
                    body=template.render(_labels(language, words[language])).strip().encode(),
                    reasons=frozenset(map(Reason, head[1].split())),
                )
            )
    return tuple(pages)


def _labels(language: str, words: dict[str, Any]) -> dict[str, Any]:
    pairs = [story.split(" | ") for story in words["stories"]]
    stories = [{"title": title, "summary": summary} for title, summary in pairs]
    return {
        "language": language,
        "page": f"{language}/page",
        "sections": words["sections"].split(),
        "footer": words["footer"].split(" | "),
        "more": words["more"],
        "stories": stories,
        "tag": stories[0]["title"].split()[0],
    }
