"""What a piece of an import leaves: bodies in the archive, pages, outcomes, and how far we are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from psycopg2.extensions import connection as Connection
from psycopg2.extensions import cursor as Cursor

from include.outcomes import Outcome, Reason, Status
from include.pages.archive import ArchiveWriter
from include.pages.captures import Capture, Piece
from include.records import Response
from include.stages.apart import apart, is_of_the_world, told
from include.stages.archiving import sha256
from include.stages.trying import TRIED_AGAIN
from include.stages.work import Run
from include.warehouse import imports, ledger, pages
from include.warehouse.claims import Claims
from include.warehouse.imports import ImportedPage

STAGE = "import_pages"
_NEW = (Status.STORED, Status.UPDATED)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A capture's outcome, and the page it becomes if it is to be one."""

    outcome: Outcome
    page: ImportedPage | None = None


def store_piece(
    conn: Connection, run: Run, held: Claims, url: str, piece: Piece
) -> list[Outcome] | None:
    """Archive what is new in a piece, then tell the warehouse, with how far we are.

    None where another worker has taken the file over: then nothing is stored.
    """
    judged = _archived(conn, run, url, piece)
    state = "begun" if piece.following is not None else "done"
    outcomes: list[Outcome] = []
    is_ours, is_advanced = True, False

    def advance(cur: Cursor, new: int) -> None:
        imports.advance(
            cur, url, state=state, position=piece.following or "", records=len(judged), new=new
        )

    def store(some: Sequence[_Judged]) -> None:
        nonlocal is_ours, is_advanced
        is_whole = len(some) == len(judged)  # then with how far we are, in one transaction
        with conn, conn.cursor() as cur:
            ours = held.settle if is_whole and state == "done" else held.hold
            is_ours = is_ours and bool(ours(cur, [url]))
            if not is_ours:
                return
            new = [one.page for one in some if one.page is not None]
            imports.store(cur, new)
            ledger.record_outcomes(cur, run.run_id, [one.outcome for one in some])
            if is_whole:
                advance(cur, len(new))
        is_advanced = is_advanced or is_whole
        outcomes.extend(one.outcome for one in some)

    def give_up(one: _Judged, error: Exception) -> None:
        detail = f"{told(error)}; {one.outcome.detail}"
        store(
            [
                _Judged(
                    replace(
                        one.outcome,
                        status=Status.FAILED,
                        reason=Reason.NOT_STORABLE,
                        detail=detail,
                    )
                )
            ]
        )

    apart(judged, store, give_up)
    if not is_advanced and is_ours:
        with conn, conn.cursor() as cur:
            ours = held.settle if state == "done" else held.hold
            is_ours = bool(ours(cur, [url]))
            if is_ours:
                advance(cur, sum(one.status in _NEW for one in outcomes))
    return outcomes if is_ours else None


def _archived(conn: Connection, run: Run, url: str, piece: Piece) -> list[_Judged]:
    """What each capture of a piece is, in the order of time; new bodies are in the archive."""
    places = [_place(one) for one in piece.captures]
    with conn, conn.cursor() as cur:
        keys = {place.key for place in places if isinstance(place, pages.Place)}
        kept = imports.kept_bodies(cur, keys)
    judged: list[_Judged] = []
    name = url.rsplit("/", 1)[-1]
    with run.archive.writer("import") as archive:
        for capture, place in sorted(
            zip(piece.captures, places, strict=True), key=lambda pair: _when(pair[0])
        ):
            said = ""
            page: ImportedPage | None = None
            try:
                if isinstance(place, Exception):
                    raise place
                status, reason = _judge(capture, place, kept)
                if status in _NEW:
                    page = _page(capture, place, reason, archive)
                    kept[page.place.key] = (page.body_sha256, page.fetched_at)
            except Exception as error:
                if is_of_the_world(error):
                    raise
                status, reason, said = Status.FAILED, Reason.NOT_STORABLE, told(error)
            detail = " ".join(part for part in (said, capture.url, capture.detail) if part)
            outcome = Outcome(
                stage=STAGE,
                subject_kind="capture",
                subject=f"{name} {capture.where}",
                status=status,
                reason=reason,
                detail=detail,
            )
            judged.append(_Judged(outcome, page))
    return judged


def _place(capture: Capture) -> pages.Place | Reason | Exception:
    try:
        return pages.place_of(capture.url)
    except Exception as error:  # whatever a URL may do to those who read it
        return error


def _page(
    capture: Capture, place: pages.Place | Reason, reason: Reason, archive: ArchiveWriter
) -> ImportedPage:
    assert isinstance(place, pages.Place)
    assert capture.answer is not None
    answer = capture.answer
    at = archive.write(answer)
    return ImportedPage(
        place=place,
        publisher=capture.publisher,
        final_url=answer.url,
        http_status=answer.status,
        reason=str(reason),
        content_type=answer.headers.get("content-type"),
        body_sha256=sha256(answer.body),
        fetched_at=answer.fetched_at,
        archive_path=at.path,
        archive_offset=at.offset,
        archive_length=at.length,
    )


def _when(capture: Capture) -> datetime:
    return capture.answer.fetched_at if capture.answer else datetime.min.replace(tzinfo=UTC)


def _judge(
    capture: Capture, place: pages.Place | Reason, kept: dict[bytes, tuple[bytes, datetime]]
) -> tuple[Status, Reason]:
    if capture.reason is not None:
        statuses = {Reason.SAME_BODY: Status.UNCHANGED} | dict.fromkeys(TRIED_AGAIN, Status.FAILED)
        return statuses.get(capture.reason, Status.SKIPPED), capture.reason
    if isinstance(place, Reason):
        return Status.SKIPPED, place
    answer = capture.answer or _nothing(capture)
    known = kept.get(place.key)
    if known is None:
        return Status.STORED, Reason.NEW
    if known[0] == sha256(answer.body):
        return Status.UNCHANGED, Reason.SAME_BODY
    if known[1] >= answer.fetched_at:
        return Status.SKIPPED, Reason.OLDER_THAN_STORED
    return Status.UPDATED, Reason.CHANGED


def _nothing(capture: Capture) -> Response:
    raise AssertionError(f"a capture with neither answer nor reason: {capture.where}")
