"""Folders of HTML files, whose URLs stand in a list beside them or in the pages themselves.

The list is `urls.csv` in the folder: columns `file` and `url`, and if known `fetched_at`
(ISO 8601) and `publisher`. Without it a page's `rel=canonical` or `og:url` names it.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import fsspec
import lxml.html
from lxml.etree import LxmlError

from include.outcomes import Reason
from include.pages.captures import Capture, Piece, Unreadable
from include.records import Response

LIST = "urls.csv"
SUFFIXES = (".html", ".htm", ".html.gz", ".htm.gz")
_MOST_LIST_BYTES = 200_000_000
_HEAD = 300_000  # where a page names its URL


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a folder's list says of a file."""

    url: str
    fetched_at: datetime | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlFile:
    """A file of a folder: its URL for fsspec, its path below the folder, and its age."""

    url: str
    path: str
    changed_at: datetime
    listed: Listed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlTask:
    """Some files to read, in order, and whether others follow them."""

    files: tuple[HtmlFile, ...]
    max_body: int
    is_last: bool
    most_bytes: int = 16_000_000


def read_html(task: HtmlTask) -> Piece:
    """A capture a file, until so many bytes of bodies."""
    captures: list[Capture] = []
    taken = 0
    for one in task.files:
        if taken >= task.most_bytes:
            return Piece(captures=tuple(captures), following=captures[-1].where)
        captures.append(_capture(one, task.max_body))
        answer = captures[-1].answer
        taken += len(answer.body) if answer else 0
    following = None if task.is_last else task.files[-1].path
    return Piece(captures=tuple(captures), following=following)


def read_list(url: str) -> dict[str, Listed]:
    """What `urls.csv` at `url` says, by path of file; lines without file or URL are left out.

    Raises:
        Unreadable: it is too large, no UTF-8, or has no columns `file` and `url`.
    """
    with fsspec.open(url, "rb") as file:
        data = file.read(_MOST_LIST_BYTES + 1)
    if len(data) > _MOST_LIST_BYTES:
        raise Unreadable(f"{LIST}: over {_MOST_LIST_BYTES} bytes")
    try:
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
        if not {"file", "url"} <= set(rows.fieldnames or ()):
            raise Unreadable(f"{LIST}: needs the columns file and url")
        return {row["file"].strip(): _listed(row) for row in rows if row["file"] and row["url"]}
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(f"{LIST}: {error}") from None


def _listed(row: Mapping[str, str | None]) -> Listed:
    at = None
    if stated := (row.get("fetched_at") or "").strip():
        try:
            at = datetime.fromisoformat(stated)
        except ValueError as error:
            raise Unreadable(f"{LIST}: fetched_at {stated[:40]!r}: {error}") from None
    return Listed(
        url=(row["url"] or "").strip(),
        fetched_at=at.replace(tzinfo=at.tzinfo or UTC) if at else None,
        publisher=(row.get("publisher") or "").strip() or None,
    )


def _capture(one: HtmlFile, max_body: int) -> Capture:
    url = one.listed.url if one.listed else ""
    try:
        body = _body(one.url, max_body)
    except (OSError, EOFError, zlib.error) as error:
        return Capture(where=one.path, url=url, reason=Reason.BROKEN_TRANSFER, detail=str(error))
    if len(body) > max_body:
        detail = f"over {max_body} bytes"
        return Capture(where=one.path, url=url, reason=Reason.TOO_LARGE, detail=detail)
    if not body.strip():
        return Capture(where=one.path, url=url, reason=Reason.EMPTY_BODY)
    url = url or _stated_url(body)
    if not url:
        detail = f"neither {LIST} nor the page names its URL"
        return Capture(where=one.path, url="", reason=Reason.NO_URL, detail=detail)
    at = (one.listed.fetched_at if one.listed else None) or one.changed_at
    answer = Response(
        requested_url=url,
        url=url,
        status=200,
        headers={"content-type": "text/html"},
        body=body,
        fetched_at=at,
        elapsed_ms=0,
    )
    publisher = one.listed.publisher if one.listed else None
    return Capture(where=one.path, url=url, answer=answer, publisher=publisher)


def _body(url: str, max_body: int) -> bytes:
    with fsspec.open(url, "rb") as file:
        if not url.endswith(".gz"):
            return bytes(file.read(max_body + 1))
        with gzip.open(file) as unpacked:
            return unpacked.read(max_body + 1)


def _stated_url(body: bytes) -> str:
    try:
        tree = lxml.html.document_fromstring(body[:_HEAD])
    except (LxmlError, ValueError):
        return ""
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        for found in tree.xpath(path):
            if str(found).strip().lower().startswith(("http://", "https://")):
                return str(found).strip()
    return ""
