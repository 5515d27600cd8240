"""The command `explain`: one text with every fact in it marked, in a terminal or as a page."""

from __future__ import annotations

import itertools
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from rich.console import Console
from rich.table import Table
from rich.text import Text

from include.commands.evidence import Evidence, evidence_of, headline_evidence
from include.errors import CannotWork
from include.records import ExtractedText, TextToExtract
from include.settings import Settings

if TYPE_CHECKING:
    from include.warehouse.queries import Row

_STYLES = {
    "quote": "italic green",
    "speaker": "bold underline",
    "cue": "underline",
    "figure": "bold red",
    "time": "magenta",
    "event": "bold green",
    "person": "bold cyan",
    "organisation": "bold blue",
    "place": "bold yellow",
    "name": "cyan",
    "left_out": "dim",
}
_TEMPLATES = Path(__file__).parent
_LONGEST = 60


class CannotExplain(CannotWork):
    """There is no such text, or no facts can be read from it."""


def explain(
    settings: Settings,
    *,
    file: str,
    article: int | None,
    language: str | None,
    published_at: datetime | None,
    html: str | None,
) -> int:
    """Print a text with its facts, or write it as a page to the path `html`.

    The text is that of a file, of standard input ("-") or of a stored article.

    Raises:
        CannotExplain: no such file or article, an empty text, or one the model choked on.
    """
    from include.articles.language import find_language
    from include.stages.extracting import ExtractTask, config_hashes, extract_in, extract_tasks

    if article is not None:
        text = _stored(settings, article)
    else:
        body = _read(file)
        language = language or find_language(body, "", None)
        text = TextToExtract(id=file, body=body, language=language, published_at=published_at)
    if not text.body.strip():
        raise CannotExplain(f"{file}: there is no text in it")
    config_hashes(settings)  # a missing model is said before a worker starts
    with extract_in(settings, [text.language or "en"]) as workers:
        ((_, result),) = next(
            iter(extract_tasks(workers, settings, [ExtractTask([text], settings)]))
        )
    if not isinstance(result, ExtractedText):
        raise CannotExplain(f"{text.id}: {type(result).__name__}: {result}")
    listed = evidence_of(result)
    if html is None:
        _print(text, result, listed)
        return 0
    try:
        Path(html).write_text(page(text, result, listed), encoding="utf-8")
    except OSError as error:
        raise CannotExplain(f"{html}: {error.strerror}") from None
    print(f"wrote {html}: {len(listed)} spans", file=sys.stderr)
    return 0


def _read(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8", "replace")
    except OSError as error:
        raise CannotExplain(f"{file}: {error.strerror}") from None


def _stored(settings: Settings, article: int) -> TextToExtract:
    from include.commands.warehouse import warehouse_dsn
    from include.warehouse import queries
    from include.warehouse.connect import connect

    with closing(connect(warehouse_dsn(settings))) as conn, conn.cursor() as cur:
        row: Row | None = queries.one(cur, "article_to_explain", article_id=article)
    if row is None:
        raise CannotExplain(f"article {article}: there is none of that number in the warehouse")
    return TextToExtract(
        id=f"article {article}",
        body=row["body"],
        title=row["title"],
        language=row["language"],
        published_at=row["published_at"],
        publisher_country=row["country"],
    )


def _print(text: TextToExtract, result: ExtractedText, listed: list[Evidence]) -> None:
    console = Console(soft_wrap=False)
    shown = Text(text.body)
    for one in listed:
        shown.stylize(_STYLES[one.kind], one.start, one.end)
    console.print(shown)
    table = Table(box=None, pad_edge=False, title=_headline(result), title_justify="left")
    for name in ("characters", "kind", "text", "taken for", "confidence"):
        table.add_column(name, overflow="fold", justify="right" if name == "characters" else "left")
    for one in listed:
        table.add_row(
            f"{one.start}-{one.end}",
            Text(one.kind, _STYLES[one.kind]),
            Text(_short(text.body[one.start : one.end])),
            Text(one.meaning),
            "" if one.confidence is None else f"{one.confidence:.2f}",
        )
    console.print(table)
    for one in headline_evidence(result):
        console.print(Text(f"headline: {_short(text.title[one.start : one.end])}: {one.meaning}"))
    if result.keywords:
        words = ", ".join(f"{one.text} {one.score:.2f}" for one in result.keywords)
        console.print(Text(f"keywords: {words}"))


def _headline(result: ExtractedText) -> str:
    return f"\n{result.extractor}, {result.language}, configuration {result.config_hash[:12]}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def page(text: TextToExtract, result: ExtractedText, listed: list[Evidence]) -> str:
    """A page of HTML that needs nothing else: the text with marks, and a table of its facts."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("explain.html").render(
        title=text.title or text.id,
        headline=_headline(result).strip(),
        pieces=_pieces(text.body, listed),
        facts=[(one, _short(text.body[one.start : one.end])) for one in listed],
        headed=[
            (_short(text.title[one.start : one.end]), one) for one in headline_evidence(result)
        ],
        keywords=result.keywords,
    )


def _pieces(body: str, listed: list[Evidence]) -> list[tuple[str, str, str]]:
    """The text cut wherever a fact begins or ends: (piece, kinds of the facts on it, meanings)."""
    cuts = sorted({0, len(body), *(at for one in listed for at in (one.start, one.end))})
    pieces = []
    for start, end in itertools.pairwise(cuts):
        on_it = [one for one in listed if one.start <= start and end <= one.end]
        kinds = " ".join(dict.fromkeys(one.kind for one in on_it))
        told = "; ".join(f"{one.kind}: {one.meaning}" for one in on_it)
        pieces.append((body[start:end], kinds, told))
    return pieces
