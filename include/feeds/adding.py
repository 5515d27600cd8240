"""Add feeds to a CSV list: what stands there stays as it is, new lines come at its end."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from include import urls
from include.charsets import text_of
from include.feeds.plain import one_line
from include.feeds.seeds import (
    COLUMNS,
    KIND,
    KINDS,
    as_text,
    delimiter_of,
    header_of,
    read_feed_list,
)
from include.records import Feed


class CannotAdd(ValueError):
    """The list is none that lines can be added to; the text says why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongerList:
    """The text of a list with feeds `added` to it; `known` were in it, by canonical URL."""

    text: str
    added: tuple[Feed, ...]
    known: tuple[Feed, ...]


def add_to_csv(content: bytes, feeds: Iterable[Feed]) -> LongerList:
    """The CSV list `content` with those of `feeds` at its end that it does not hold.

    The columns, the delimiter and the line ends are the list's own; an empty one gets a
    header. A feed_id that is taken gets a mark made of the feed's URL.

    Raises:
        CannotAdd: it is OPML, has no usable header, or its quotes are left open.
    """
    text = text_of(content).replace("\x00", "")
    if text.lstrip().startswith("<"):
        raise CannotAdd("it is OPML or other markup: give a .csv file")
    present, _ = read_feed_list(content, "list.csv")
    taken = {one.feed_id for one in present}
    held = {urls.canonical(one.url) for one in present}
    added: list[Feed] = []
    known: list[Feed] = []
    for feed in feeds:
        key = urls.canonical(feed.url)
        if key in held:
            known.append(feed)
            continue
        one = _with_free_id(feed, taken)
        held.add(key)
        taken.add(one.feed_id)
        added.append(one)
    # Spreadsheets tell UTF-8 by the mark that `text_of` takes away.
    mark = "\ufeff" if content.startswith(codecs.BOM_UTF8) else ""
    longer = mark + _with_lines(text, added)
    read_back, _ = read_feed_list(longer.encode("utf-8"), "list.csv")
    if len(read_back) != len(present) + len(added):
        raise CannotAdd("what is added would not be read back: close the quotes that are open")
    return LongerList(text=longer, added=tuple(added), known=tuple(known))


def _with_lines(text: str, feeds: Sequence[Feed]) -> str:
    line_end = "\r\n" if "\r\n" in text[:10_000] else "\n"
    columns = _columns(text)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter_of(text), lineterminator=line_end)
    if columns is None:
        columns = [*COLUMNS, KIND] if any(feed.kind != KINDS[0] for feed in feeds) else [*COLUMNS]
        writer.writerow(columns)
    for feed in feeds:
        if feed.kind != KINDS[0] and KIND not in columns:
            raise CannotAdd(f"its header has no column {KIND}, which {feed.url} needs: add one")
        values = [one_line(str(getattr(feed, name, None) or "")) for name in columns]
        values[0] = values[0].lstrip("#")  # else the line would be a remark
        writer.writerow([as_text(value) for value in values])
    between = line_end if text and not text.endswith(("\n", "\r")) else ""
    lines = out.getvalue()
    return f"{text}{between}{lines}" if lines else text


def _columns(text: str) -> list[str] | None:
    """The list's columns; None where it holds nothing but blank lines and remarks."""
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)):
            cells = [one_line(cell) for cell in row]
            if any(cells) and not cells[0].startswith("#"):
                break
        else:
            return None
    except csv.Error as error:
        raise CannotAdd(f"it is not CSV ({error})") from None
    columns = header_of(cells)
    if columns is None:
        raise CannotAdd(f"its header has no column url: begin it with {','.join(COLUMNS)}")
    return [name if name in (*COLUMNS, KIND) else "" for name in columns]


def _with_free_id(feed: Feed, taken: set[str]) -> Feed:
    if feed.feed_id not in taken:
        return feed
    mark = hashlib.sha256(urls.canonical(feed.url).encode()).hexdigest()[:8]
    return replace(feed, feed_id=f"{feed.feed_id[:80]}-{mark}")
