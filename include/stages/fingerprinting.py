"""Stage `fingerprint_texts`: texts → copies, found through an index, before any NLP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from psycopg2.extensions import cursor as Cursor

from include.group_records import CopyVerdict
from include.outcomes import Outcome, Reason, Status
from include.rules import code_digest, combined
from include.settings import Settings
from include.stages.apart import apart
from include.stages.child import Child
from include.stages.trying import in_turns, leave, more_time
from include.stages.work import Counts, Progress, Run
from include.stories import TextToCompare, agency_of, changes_of, find_copies, fingerprint
from include.warehouse import ledger, texts, tries
from include.warehouse.queries import Row

STAGE = "fingerprint_texts"
_CHUNK = 300
REVISION = "revision"


def copy_rules(settings: Settings) -> str:
    """Digest of the rules that find copies."""
    code = code_digest("include.stories.copies", "include.stories.credits")
    return combined({"code": code, "threshold": settings.copy_threshold})


def fingerprint_texts(run: Run) -> Counts:
    """Look for the copies of every new text; a piece of texts is one transaction.

    A text that comes late but was published early becomes the original of its group, so
    the result does not depend on the order of arrival.
    """
    progress = Progress(STAGE, 0)
    rules = copy_rules(run.settings)
    with Child(run) as child:

        def compare(rows: Sequence[Row]) -> None:
            text_ids = [row["text_id"] for row in rows]
            times = more_time(rows[0]["tries"])
            outcomes = child.do(compare_texts, text_ids, times=times)
            progress.add(outcomes, done=len(outcomes))

        def give_up(row: Row, error: Exception) -> None:
            with run.transaction() as cur:
                progress.add([leave(cur, run.run_id, STAGE, row, error)], done=1)

        while waiting := _waiting(run, rules):
            progress.total += len(waiting)
            for rows in in_turns(waiting):
                apart(rows, compare, give_up)
    return progress.finish()


def _waiting(run: Run, rules: str) -> list[Row]:
    with run.transaction() as cur:
        return texts.unfingerprinted(cur, rules=rules, run_id=run.run_id, most=_CHUNK)


def compare_texts(run: Run, text_ids: Sequence[int]) -> list[Outcome]:
    """Look for the copies of some texts, in one transaction; what others did is left out."""
    with run.piece(len(text_ids)) as cur:
        texts.lock_copies(cur)
        fresh = texts.take_unfingerprinted(cur, text_ids)
        if not fresh:
            return []
        texts.store_fingerprints(
            cur, [fingerprint(str(row["text_id"]), row["body"]) for row in fresh]
        )
        near = texts.texts_to_compare(cur, [row["text_id"] for row in fresh])
        compared = {str(row["text_id"]): _to_compare(row) for row in near}
        verdicts = _judge(near, compared, threshold=run.settings.copy_threshold)
        texts.settle_copies(cur, verdicts.values(), rules=copy_rules(run.settings))
        _store_changes(cur, near, compared, verdicts)
        texts.credit_agencies(
            cur,
            ((row["text_id"], agency) for row in fresh if (agency := agency_of(row["body"]))),
        )
        outcomes = [_outcome(verdicts[str(row["text_id"])]) for row in fresh]
        tries.forget(cur, STAGE, [str(row["text_id"]) for row in fresh])
        ledger.record_outcomes(cur, run.run_id, outcomes)
    return outcomes


def _to_compare(row: Row) -> TextToCompare:
    return TextToCompare(id=str(row["text_id"]), body=row["body"], published_at=row["published_at"])


def _judge(
    rows: Sequence[Row], compared: Mapping[str, TextToCompare], *, threshold: float
) -> dict[str, CopyVerdict]:
    verdicts = find_copies(list(compared.values()), threshold=threshold)
    holders = {str(row["text_id"]): set(row["article_ids"]) for row in rows}
    return {
        text_id: replace(one, reason=REVISION)
        if one.copy_of and holders[text_id] & holders[one.copy_of]
        else one
        for text_id, one in verdicts.items()
    }


def _store_changes(
    cur: Cursor,
    rows: Sequence[Row],
    compared: Mapping[str, TextToCompare],
    verdicts: Mapping[str, CopyVerdict],
) -> None:
    before = {str(row["text_id"]): row["copy_of"] and str(row["copy_of"]) for row in rows}
    changed = [one for one in verdicts.values() if one.copy_of != before[one.text_id]]
    texts.store_changes(
        cur,
        [
            (
                int(one.text_id),
                int(one.copy_of),
                changes_of(compared[one.text_id], compared[one.copy_of]),
            )
            for one in changed
            if one.copy_of
        ],
        none=[int(one.text_id) for one in changed if not one.copy_of],
    )


def _outcome(verdict: CopyVerdict) -> Outcome:
    is_copy = verdict.copy_of is not None and verdict.reason != REVISION
    return Outcome(
        stage=STAGE,
        subject_kind="text",
        subject=verdict.text_id,
        status=Status.DUPLICATE if is_copy else Status.STORED,
        reason=Reason.NEAR_COPY if is_copy else Reason.NEW,
        detail=f"{verdict.reason} of text {verdict.copy_of}, {verdict.score:.2f}"
        if verdict.copy_of
        else "",
    )
