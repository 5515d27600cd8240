"""Files of pages that others fetched, piece by piece, each read in a process that can be stopped.

A record that ends its reader costs itself only: the piece it stands in is read once more,
record by record, and that one is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from include.isolation import Died, TimedOut, Workers
from include.pages.captures import Capture, Piece
from include.pages.html_folder import HtmlFile, HtmlTask, read_html
from include.pages.warc_reader import WarcTask, look_behind, read_warc
from include.stages.work import Run, log, reason_of

WARC, HTML = "warc", "html"
_FILES_A_PIECE = 100
_DEADLINES = 6  # a piece holds many pages, and may come from far
_DEADLINES_ALONE = 2


def pieces(
    run: Run, workers: Workers, url: str, kind: str, position: str, files: Sequence[HtmlFile]
) -> Iterator[Piece | Exception]:
    """Piece after piece from `position` on; an error is the last.

    `files` are those of a folder of HTML files.
    """
    reader = (_records if kind == WARC else _files)(run, workers, url, files)
    at: str | None = position
    while at is not None:
        found = reader(at)
        if found is None:
            return
        yield found
        at = None if isinstance(found, Exception) else found.following


def _records(
    run: Run, workers: Workers, url: str, files: Sequence[HtmlFile]
) -> Callable[[str], Piece | Exception | None]:
    def read(position: str) -> Piece | Exception:
        most = run.settings.page_max_bytes
        task = WarcTask(url=url, start=int(position or 0), max_body=most)
        found = _read(run, workers, read_warc, task, _DEADLINES)
        if isinstance(found, Died | TimedOut):
            log.warning("import_pages: %s: %s; trying record by record", url, found)
            return _records_alone(run, workers, task, found)
        return found

    return read


def _files(
    run: Run, workers: Workers, url: str, files: Sequence[HtmlFile]
) -> Callable[[str], Piece | Exception | None]:
    def read(position: str) -> Piece | Exception | None:
        task = _html_task(files, run.settings.page_max_bytes, position)
        if task is None:
            return None
        found = _read(run, workers, read_html, task, _DEADLINES)
        if isinstance(found, Died | TimedOut):
            log.warning("import_pages: %s: %s; trying file by file", url, found)
            return _files_alone(run, workers, task, found)
        return found

    return read


def _html_task(files: Sequence[HtmlFile], most: int, position: str) -> HtmlTask | None:
    rest = [one for one in files if not position or one.path > position]
    some = tuple(rest[:_FILES_A_PIECE])
    is_last = len(rest) <= _FILES_A_PIECE
    return HtmlTask(files=some, max_body=most, is_last=is_last) if some else None


def _read[Task, Result](
    run: Run, workers: Workers, read: Callable[[Task], Result], task: Task, deadlines: int
) -> Result | Exception:
    deadline_s = deadlines * run.settings.parse_deadline_s
    (done,) = workers.map(read, [task], deadline_s=deadline_s)
    return done.error or RuntimeError("no result") if done.result is None else done.result


def _records_alone(
    run: Run, workers: Workers, task: WarcTask, error: Exception
) -> Piece | Exception:
    """The records of a piece that ended its reader, each alone; `error` if none can be read."""
    captures: list[Capture] = []
    here: int | None = task.start
    taken = alive = 0
    while here is not None and len(captures) < task.most_captures and taken < task.most_bytes:
        one = replace(task, start=here)
        behind = _read(run, workers, look_behind, one, _DEADLINES_ALONE)
        if isinstance(behind, Exception):
            return behind
        found = _read(run, workers, read_warc, replace(one, end=behind.at), _DEADLINES_ALONE)
        if isinstance(found, Died | TimedOut):
            captures.append(_poison(str(here), "", found))
        elif isinstance(found, Exception):
            return found
        else:
            alive += 1
            captures += found.captures
            taken += sum(len(each.answer.body) for each in found.captures if each.answer)
        here = behind.at
    if not alive:  # most likely it is this machine, and the file is to be read again
        return error
    return Piece(captures=tuple(captures), following=None if here is None else str(here))


def _files_alone(run: Run, workers: Workers, task: HtmlTask, error: Exception) -> Piece | Exception:
    captures: list[Capture] = []
    taken = alive = 0
    for one in task.files:
        if taken >= task.most_bytes:
            return Piece(captures=tuple(captures), following=captures[-1].where)
        alone = replace(task, files=(one,), is_last=True)
        found = _read(run, workers, read_html, alone, _DEADLINES_ALONE)
        if isinstance(found, Died | TimedOut):
            captures.append(_poison(one.path, one.listed.url if one.listed else "", found))
        elif isinstance(found, Exception):
            return found
        else:
            alive += 1
            captures += found.captures
            taken += sum(len(each.answer.body) for each in found.captures if each.answer)
    if not alive:
        return error
    return Piece(captures=tuple(captures), following=None if task.is_last else task.files[-1].path)


def _poison(where: str, url: str, error: Exception) -> Capture:
    return Capture(where=where, url=url, reason=reason_of(error), detail=str(error))
