"""The stages by hand on JSON lines: `parse-feed`, `clean`, `extract`, `group`.

Field names are a contract: programs measure Dateline through them.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import sys
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from include.commands.lines import BadRecord, Lines, instant, text, unique_ids
from include.group_records import ArticleToGroup
from include.isolation import Workers
from include.outcomes import Reason, Status
from include.records import (
    ExtractedText,
    Figure,
    Quote,
    RawPage,
    Span,
    TextToExtract,
)
from include.settings import Settings


def parse_feed(settings: Settings, *, url: str | None) -> int:
    """Feed bytes on standard input → one line an entry. Exit 1 if it is no feed."""
    from include.feeds.parse import NotAFeed
    from include.feeds.parse import parse_feed as parse

    lines = Lines()
    work = partial(parse, url=url, max_entries=settings.max_entries)
    body = sys.stdin.buffer.read(settings.feed_max_bytes + 1)
    if len(body) > settings.feed_max_bytes:
        print(f"larger than {settings.feed_max_bytes} bytes", file=sys.stderr)
        return 1
    with Workers(1, memory_mb=settings.worker_memory_mb) as workers:
        (done,) = workers.map(work, [body], deadline_s=settings.parse_deadline_s)
    if done.result is None:
        kind = "not a feed" if isinstance(done.error, NotAFeed) else type(done.error).__name__
        print(f"{kind}: {done.error}", file=sys.stderr)
        return 1
    for entry in done.result.entries:
        lines.write(
            {
                "entry_id": entry.entry_id,
                "url": entry.url,
                "title": entry.title,
                "authors": list(entry.authors),
                "summary": entry.summary,
                "published_at": entry.published_at,
                "updated_at": entry.updated_at,
                "language": entry.language,
                "tags": list(entry.tags),
            }
        )
    return 0


def clean(settings: Settings) -> int:
    """Pages → articles, each parsed in a process that can be stopped."""
    from include.articles import Rejected
    from include.stages.cleaning import CleanTask, clean_task
    from include.stages.work import reason_of

    lines = Lines()
    ids: list[Any] = []

    def tasks() -> Iterator[CleanTask]:
        for record in lines.read():
            try:
                page = RawPage(url=text(record, "url", required=True), body=_html(record))
            except (BadRecord, OSError) as error:
                lines.error(record["id"], str(error))
                continue
            ids.append(record["id"])
            yield CleanTask(page, settings.min_words)

    with Workers(settings.workers, memory_mb=settings.worker_memory_mb) as workers:
        done = workers.map(clean_task, tasks(), deadline_s=settings.parse_deadline_s)
        for number, one in enumerate(done):
            out: dict[str, Any] = {
                "id": ids[number],
                "canonical_url": None,
                "title": None,
                "body": None,
                "authors": [],
                "published_at": None,
                "published_from": None,
                "language": None,
                "doubt": None,
            }
            match one.result:
                case None:
                    out["outcome"] = Status.FAILED
                    out["reason"] = reason_of(one.error)
                    out["detail"] = str(one.error)
                case Rejected() as rejected:
                    out |= {"outcome": Status.SKIPPED, "reason": rejected.reason}
                    out |= {"title": rejected.title, "detail": rejected.detail}
                    out |= {
                        name: getattr(rejected, name)
                        for name in ("canonical_url", "published_at", "published_from")
                    }
                case article:
                    out |= {name: getattr(article, name) for name in out if name != "id"}
                    doubt, hint = article.doubt, article.published_hint
                    out |= {
                        "outcome": Status.STORED,
                        "reason": Reason.DOUBTFUL if doubt else Reason.NEW,
                        "doubt": asdict(doubt) if doubt else None,
                        "published_hint": hint.at if hint else None,
                        "published_hint_from": hint.origin if hint else None,
                        "updated_at": article.updated_at,
                        "section": article.section,
                        "tags": list(article.tags),
                        "credit": article.credit,
                        "credit_from": article.credit_from,
                        "image_url": article.image_url,
                        "is_free": article.is_free,
                        "language_declared": article.language_declared,
                        "method": article.method,
                        "method_reason": article.method_reason,
                        "cleaned_by": article.cleaned_by,
                        "license": article.license,
                        "wishes": list(article.wishes),
                    }
            lines.write(out)
    return lines.status


def _html(record: dict[str, Any]) -> bytes:
    if record.get("html_base64") is not None:
        try:
            return base64.b64decode(text(record, "html_base64"), validate=True)
        except binascii.Error as error:
            raise BadRecord(f"html_base64: {error}") from None
    path = Path(text(record, "html_path", required=True))
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def extract(settings: Settings) -> int:
    """Texts → facts. A text that names no language is read in the one its words are of."""
    from include.articles.language import find_language
    from include.stages.extracting import ExtractTask, config_hashes, extract_in, extract_tasks

    config_hashes(settings)  # a missing model is said once, before any worker starts
    lines = Lines()
    records: dict[str, Any] = {}

    def tasks() -> Iterator[ExtractTask]:
        texts: list[TextToExtract] = []
        for record in lines.read():
            number = str(len(records))
            try:
                body, title = text(record, "body", required=True), text(record, "title")
                texts.append(
                    TextToExtract(
                        id=number,
                        body=body,
                        title=title,
                        language=text(record, "language") or find_language(body, title, None),
                        published_at=instant(record, "published_at"),
                    )
                )
            except BadRecord as error:
                lines.error(record["id"], str(error))
                continue
            records[number] = record["id"]
            if len(texts) == 8:
                yield ExtractTask(texts, settings)
                texts = []
        if texts:
            yield ExtractTask(texts, settings)

    with extract_in(settings, ["en"]) as workers:
        for found in extract_tasks(workers, settings, tasks()):
            for item, result in found:
                if isinstance(result, ExtractedText):
                    lines.write({"id": records[item.id], **facts(result)})
                else:
                    lines.error(records[item.id], f"{type(result).__name__}: {result}")
    return lines.status


def facts(found: ExtractedText) -> dict[str, Any]:
    """The facts of a text in the contract's form."""
    return {
        "mentions": [asdict(mention) for mention in found.mentions],
        "quotes": [_quote(quote) for quote in found.quotes],
        "figures": [_figure(figure) for figure in found.figures],
        "times": [asdict(expression) for expression in found.times],
        "places": [asdict(place) for place in found.places],
        "events": [asdict(event) for event in found.events],
        "keywords": [asdict(keyword) for keyword in found.keywords],
        "language": found.language,
        "extractor": found.extractor,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    """A figure whose exact decimals are written as JSON numbers."""
    out = asdict(figure)
    for end in ("low", "high"):
        out[end] = float(out[end]) if out[end] is not None else None
    return out


def _quote(quote: Quote) -> dict[str, Any]:
    def span(one: Span | None) -> dict[str, Any] | None:
        return asdict(one) if one else None

    speaker = span(quote.speaker)
    if speaker is not None:
        speaker["entity"] = quote.speaker_entity
    out: dict[str, Any] = {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "kind": quote.kind,
        "speaker": speaker,
        "cue": span(quote.cue),
        "confidence": quote.confidence,
    }
    out["fragments"] = [asdict(part) for part in quote.fragments]
    out["speaker_basis"] = quote.speaker_basis
    out["speaker_pronoun"] = span(quote.speaker_pronoun)
    out["speaker_gender"] = quote.speaker_gender
    return out


def group(settings: Settings) -> int:
    """Articles → copies and stories, over the whole input."""
    from include.stories import group_documents

    lines = Lines()
    articles: list[ArticleToGroup] = []
    originals: dict[str, Any] = {}
    for record in unique_ids(lines.read(), lines):
        try:
            article = ArticleToGroup(
                id=str(record["id"]),
                text_id=str(record["id"]),
                title=text(record, "title"),
                body=text(record, "body", required=True),
                published_at=instant(record, "published_at"),
                publisher=text(record, "publisher"),
                language=text(record, "language") or None,
            )
        except BadRecord as error:
            lines.error(record["id"], str(error))
            continue
        articles.append(article)
        originals[article.id] = record["id"]
    for one in group_documents(articles, copy_threshold=settings.copy_threshold):
        lines.write(
            {
                "id": originals[one.id],
                "text_id": one.text_id,
                "copy_of": originals.get(one.copy_of) if one.copy_of else None,
                "story_id": one.story_id,
                "reason": one.reason,
                "score": one.score,
            }
        )
    return lines.status
