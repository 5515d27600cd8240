"""Stage `import_pages`: files of pages that others fetched → the archive and `core.pages`.

The stages from cleaning on take it from there; nothing is fetched. A piece of a file is
stored with how far it was read in one transaction, so an import that dies goes on where it
stopped, and a file that is done is not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fsspec
from psycopg2.extensions import connection as Connection

from include.errors import CannotWork
from include.isolation import Workers
from include.memory import PARSER_MB
from include.outcomes import Outcome, Reason, Status
from include.pages.html_folder import LIST, SUFFIXES, HtmlFile, read_list
from include.stages.import_pieces import HTML, WARC, pieces
from include.stages.storing_imports import STAGE, store_piece
from include.stages.work import BATCHES_AT_ONCE, Batch, Counts, Progress, Run, log, reason_of
from include.warehouse import imports, ledger
from include.warehouse.claims import Claims
from include.warehouse.text import storable

_WARCS = (".warc", ".warc.gz", ".warc.zst")
_MOST_URL_BYTES = 2_000
"""The longest address of a file: it is a key, and an index takes 2,704 bytes."""

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A WARC file, or a folder's HTML files, of `size` bytes; `mark` changes when they do."""

    url: str
    kind: str
    mark: str
    size: int
    files: tuple[HtmlFile, ...] = ()


def choose_imports(run: Run, paths: Sequence[str], *, again: bool = False) -> list[Batch]:
    """A batch for each WARC file and each folder of HTML files at `paths` that is not done.

    A path is a file, a folder (with all below it) or a pattern with `*`, local or a URL of
    fsspec. `again` takes those that are done, too, from their start.

    Raises:
        CannotWork: nothing to import is there.
    """
    batches = []
    told: set[str] = set()
    for path in paths:
        sources = find_sources(path)
        outside = [one for one in links_outside(path) if one not in told]
        unfit = [one for one in unfit_names(path) if one not in told]
        told.update(outside, unfit)
        with run.transaction() as cur:
            ledger.record_outcomes(cur, run.run_id, map(_left_out, outside))
            ledger.record_outcomes(cur, run.run_id, map(_unfit, unfit))
            for one in sources:
                known = imports.find(cur, one.url)
                is_same = known is not None and known.mark == one.mark
                if known is not None and is_same and known.state == "done" and not again:
                    log.info("choose_imports: %s is imported already", one.url)
                    continue
                if not imports.choose(cur, STAGE, one.url, run_id=run.run_id):
                    log.info("choose_imports: %s is being imported by another run", one.url)
                    continue
                imports.begin(
                    cur,
                    one.url,
                    kind=one.kind,
                    mark=one.mark,
                    run_id=run.run_id,
                    afresh=again or not is_same,
                )
                batches.append(
                    Batch(
                        name=one.url.rsplit("/", 1)[-1],
                        url=one.url,
                        kind=one.kind,
                        megabytes=-(-one.size // 1_000_000),
                    )
                )
    for batch in batches:
        batch["sharing"] = min(len(batches), BATCHES_AT_ONCE)
    return batches


def links_outside(path: str) -> list[str]:
    """Files at a path that are links out of its folder; they are not read."""
    files, root, found = _listed(path)
    return [
        files.unstrip_protocol(name)
        for name, info in found.items()
        if _leads_outside(name, root, info)
    ]


def unfit_names(path: str) -> list[str]:
    """Files at a path whose names cannot be kept: longer than a key, or no text."""
    files, _, found = _listed(path)
    return [url for name in found if _is_unfit(url := files.unstrip_protocol(name))]


def _is_unfit(url: str) -> bool:
    return storable(url) != url or len(url.encode()) > _MOST_URL_BYTES


def _unfit(name: str) -> Outcome:
    log.warning("choose_imports: a file's name cannot be kept, and it is not read: %r", name[:300])
    return Outcome(
        stage=STAGE,
        subject_kind="file",
        subject=name,
        status=Status.FAILED,
        reason=Reason.NOT_STORABLE,
        detail=f"its address must be text, of {_MOST_URL_BYTES} bytes",
    )


def _listed(path: str) -> tuple[Any, str, dict[str, dict[str, Any]]]:
    """A path's filesystem, the path on it, and the files there with what is known of them."""
    url = path if "://" in path else f"file://{Path(path).expanduser().absolute()}"
    try:
        files, root = fsspec.core.url_to_fs(url)
        found = files.glob(root, detail=True) if "*" in root else files.find(root, detail=True)
    except Exception as error:  # each kind of storage has its own
        raise CannotWork(f"import {path}: {_line(error)}") from None
    return files, root, dict(sorted(found.items()))


def _leads_outside(name: str, root: str, info: dict[str, Any]) -> bool:
    """Whether a file is a link out of the folder that was named. One named itself is meant."""
    if not info.get("islink") or name == root:
        return False
    folder = Path(root.partition("*")[0] + "x").parent if "*" in root else Path(root)
    return not Path(name).resolve().is_relative_to(folder.resolve())


def _left_out(name: str) -> Outcome:
    log.warning("choose_imports: %s leads out of its folder and is not read", name)
    return Outcome(
        stage=STAGE,
        subject_kind="file",
        subject=name,
        status=Status.SKIPPED,
        reason=Reason.OUTSIDE_FOLDER,
    )


def find_sources(path: str) -> list[Source]:
    """What can be imported at a path, in the order of names.

    Raises:
        CannotWork: there is nothing, or it cannot be reached.
    """
    files, root, found = _listed(path)
    named = {
        url: info
        for name, info in found.items()
        if not _leads_outside(name, root, info)
        and not _is_unfit(url := files.unstrip_protocol(name))
    }
    sources = [
        Source(url=name, kind=WARC, mark=_age(info), size=_size(info))
        for name, info in named.items()
        if name.endswith(_WARCS)
    ]
    html = {name: info for name, info in named.items() if name.endswith(SUFFIXES)}
    if html:
        sources.append(_folder(files.unstrip_protocol(root), html, named))
    if not sources:
        raise CannotWork(f"import {path}: no .warc, .warc.gz, .html or .htm file there (.gz too)")
    return sources


def _folder(url: str, html: dict[str, Any], named: dict[str, Any]) -> Source:
    base = url if any(name.startswith(f"{url}/") for name in html) else url.rpartition("/")[0]
    try:
        listed = read_list(f"{base}/{LIST}") if f"{base}/{LIST}" in named else {}
    except Exception as error:
        raise CannotWork(f"import {url}: {_line(error)}") from None
    files = tuple(
        HtmlFile(
            url=name,
            path=(path := name.removeprefix(f"{base}/")),
            changed_at=_changed(info),
            listed=listed.get(path),
        )
        for name, info in html.items()
    )
    ages = "\n".join(f"{name} {_age(info)}" for name, info in html.items())
    mark = hashlib.sha256(f"{ages}\n{listed}".encode()).hexdigest()
    size = sum(_size(info) for info in html.values())
    return Source(url=url, kind=HTML, mark=mark, files=files, size=size)


def _age(info: dict[str, Any]) -> str:
    stamp = info.get("ETag") or info.get("LastModified") or info.get("mtime") or ""
    return f"{info.get('size')} {stamp}"


def _size(info: dict[str, Any]) -> int:
    return int(info.get("size") or 0)


def _changed(info: dict[str, Any]) -> datetime:
    stamp = info.get("LastModified") or info.get("mtime")
    if isinstance(stamp, datetime):
        return stamp
    return datetime.fromtimestamp(stamp, UTC) if isinstance(stamp, float) else datetime.now(UTC)


def import_pages(run: Run, batch: Batch, *, told: Told = lambda _: None) -> Counts:
    """Read one file or folder to its end, piece by piece; `told` gets each new position.

    One that cannot be read is an outcome, and what was read of it before stays.
    """
    url, kind = batch["url"], batch["kind"]
    progress = Progress(STAGE, 0)
    with run.claims(STAGE) as held:
        with run.transaction() as cur:
            position = imports.claim(cur, held, url)
        if position is None:
            return progress.finish()
        room = run.budget(batch).children(1, need_mb=PARSER_MB)
        with (
            closing(run.connect()) as conn,
            Workers(1, memory_mb=run.settings.worker_memory_mb, data_mb=room.data_mb) as workers,
        ):
            files = find_sources(url)[-1].files if kind == HTML else ()
            for piece in pieces(run, workers, url, kind, position, files):
                if isinstance(piece, Exception):
                    progress.add(_fail(conn, run, held, url, piece))
                    break
                outcomes = store_piece(conn, run, held, url, piece)
                if outcomes is None:
                    break
                progress.add(outcomes, done=len(piece.captures))
                told(piece.following or "")
    return progress.finish()


def _fail(conn: Connection, run: Run, held: Claims, url: str, error: Exception) -> list[Outcome]:
    reason = reason_of(error)
    detail = _line(error)
    log.warning("import_pages: %s: %s: %s", url, reason, detail)
    outcome = Outcome(
        stage=STAGE,
        subject_kind="file",
        subject=url,
        status=Status.FAILED,
        reason=reason,
        detail=detail,
    )
    with conn, conn.cursor() as cur:
        if not held.settle(cur, [url]):
            return []
        ledger.record_outcomes(cur, run.run_id, [outcome])
        imports.advance(cur, url, state="failed", detail=f"{reason}: {detail}")
    return [outcome]


def _line(error: Exception) -> str:
    return " ".join(str(getattr(error, "strerror", None) or error).split())[:300]
