"""Stage `extract_texts`: texts → mentions, quotes, figures, times, places, keywords."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain

from psycopg2.extensions import connection as Connection

from include import languages
from include.extraction import config_hash
from include.extraction.reading.model_names import READ_AT_ONCE
from include.isolation import Workers
from include.memory import MIB, Children
from include.outcomes import Outcome, Reason, Status
from include.records import ExtractedText, TextToExtract
from include.settings import Settings
from include.stages.apart import apart, told
from include.stages.trying import more_time, try_again
from include.stages.work import (
    MOST_SHARDS,
    Batch,
    Counts,
    Progress,
    Run,
    log,
    reason_of,
    shard_batches,
)
from include.warehouse import fact_claims, facts, ledger, tries
from include.warehouse.claims import Claims
from include.warehouse.fact_bounds import within_bounds
from include.warehouse.queries import Row

STAGE = "extract_texts"
TEXTS_A_TASK = 400
TEXTS_A_CALL = 8
_TASKS_PER_WORKER = 100
# Loading costs a worker as much as extracting a hundred texts: few texts get few workers.
_TEXTS_WORTH_A_WORKER = 100
_CHARS_A_CALL = READ_AT_ONCE
# What a worker holds: without any model, for each trained one, for each character that a model is
# given at once, and for each further one of a text.
# Measured with two models: 743 MiB resident when loaded, 840 after calls of 16,000 characters, of
# which 100 are code of libraries.
_READER_MB, _MODEL_MB, _BYTES_A_CHAR, _BYTES_A_FURTHER_CHAR = 300, 240, 6_700, 1_500

Found = tuple[TextToExtract, ExtractedText | Exception]


def model_names(settings: Settings) -> dict[str, str]:
    """The language models in use, by language code."""
    return {"en": settings.model_en, "fr": settings.model_fr, **settings.models}


def languages_read(settings: Settings) -> list[str]:
    """The languages that have a model or words of their own, in order."""
    return sorted({*model_names(settings), *languages.codes()})


def config_hashes(settings: Settings) -> dict[str, str]:
    """What identifies an extraction's configuration, by language; "*" for all others."""
    names = model_names(settings)
    hashes = {
        language: config_hash(language, model_names=names, max_text_chars=settings.max_text_chars)
        for language in languages_read(settings)
    }
    hashes["*"] = config_hash("xx", model_names=names, max_text_chars=settings.max_text_chars)
    return hashes


def choose_texts(run: Run) -> list[Batch]:
    """Batches of texts without facts in the present configuration."""
    with run.transaction() as cur:
        waiting = fact_claims.choose_unextracted(
            cur,
            STAGE,
            config_hashes(run.settings),
            run_id=run.run_id,
            most=MOST_SHARDS * TEXTS_A_TASK,
        )
    return shard_batches("texts", waiting, most=TEXTS_A_TASK)


def extract_texts(run: Run, batch: Batch) -> Counts:
    """Extract one batch in killable processes that hold the models."""
    with run.claims(STAGE) as held:
        with run.transaction() as cur:
            rows = fact_claims.claim_unextracted(
                cur,
                held,
                config_hashes(run.settings),
                shard=batch["shard"],
                of=batch["of"],
                most=4 * TEXTS_A_TASK,
            )
        progress = Progress(STAGE, len(rows))
        if rows:
            _extract(run, held, rows, progress)
    return progress.finish()


def _extract(run: Run, held: Claims, rows: Sequence[Row], progress: Progress) -> None:
    settings = run.settings
    by_id = {str(row["text_id"]): row for row in rows}
    # Alike texts together: one language and about one length a call pads least.
    fresh = [row for row in rows if not row["tries"]]
    ordered = sorted(fresh, key=lambda row: (row["language"] or "", row["chars"]))
    usual, alone = in_calls(ordered)
    # Each alone, after the others, in one worker that has all the memory.
    alone += [[row] for row in rows if row["tries"]]
    found_in = sorted({row["language"] or "xx" for row in rows})
    with closing(run.connect()) as conn:
        for calls, most in ((usual, settings.workers), (alone, 1)):
            if not calls:
                continue
            count = min(most, -(-sum(map(len, calls)) // _TEXTS_WORTH_A_WORKER))
            largest = max(
                sum(min(row["chars"], settings.max_text_chars) for row in one) for one in calls
            )
            need_mb = _need_mb(settings, found_in, largest)
            room = run.budget().children(count, need_mb=need_mb)
            tasks = _tasks(conn, calls, settings)
            with extract_in(settings, found_in, room=room) as workers:
                for text, result in chain.from_iterable(extract_tasks(workers, settings, tasks)):
                    outcomes = _store(conn, run.run_id, held, by_id[text.id], result)
                    progress.add(outcomes, done=1)


def in_calls(rows: Iterable[Row]) -> tuple[list[list[Row]], list[list[Row]]]:
    """Texts in calls of a worker, bounded in texts and characters; and those too long for that."""
    calls: list[list[Row]] = []
    large: list[list[Row]] = []
    size = 0
    for row in rows:
        if row["chars"] > _CHARS_A_CALL:
            large.append([row])
        elif calls and len(calls[-1]) < TEXTS_A_CALL and size + row["chars"] <= _CHARS_A_CALL:
            calls[-1].append(row)
            size += row["chars"]
        else:
            calls.append([row])
            size = row["chars"]
    return calls, large


def _tasks(
    conn: Connection, calls: Iterable[Sequence[Row]], settings: Settings
) -> Iterator[ExtractTask]:
    """A task a call. Bodies are read when their turn comes: many are not held at once."""
    for rows in calls:
        with conn, conn.cursor() as cur:
            bodies = fact_claims.bodies(
                cur, [row["text_id"] for row in rows], most_chars=settings.max_text_chars
            )
        yield ExtractTask(
            [_text(row, bodies[row["text_id"]]) for row in rows], settings, tries=rows[0]["tries"]
        )


def _need_mb(settings: Settings, languages: Sequence[str], chars: int) -> int:
    """What a worker holds with the models of some languages and a call of `chars`, in MiB."""
    models = len({*languages} & {*model_names(settings)})
    at_once = min(chars, READ_AT_ONCE)
    held = at_once * _BYTES_A_CHAR + (chars - at_once) * _BYTES_A_FURTHER_CHAR
    return _READER_MB + _MODEL_MB * models + held // MIB


class ExtractTask:
    """Texts for one call of a worker, with the options it needs, and how often it failed."""

    def __init__(
        self, texts: Sequence[TextToExtract], settings: Settings, *, tries: int = 0
    ) -> None:
        self.texts = list(texts)
        self.tries = tries
        self.names = model_names(settings)
        self.max_text_chars = settings.max_text_chars


def _work(task: ExtractTask) -> list[ExtractedText]:
    from include.extraction import extract  # spaCy is for workers, not for their parent

    # Bounded here, so that no hostile text's facts are brought over and held by the parent.
    found = extract(task.texts, model_names=task.names, max_text_chars=task.max_text_chars)
    return [within_bounds(one) for one in found]


def _load(languages: Sequence[str], names: dict[str, str]) -> None:
    from include.extraction import load_models

    load_models(languages, names)


def extract_in(
    settings: Settings, languages: Sequence[str], *, room: Children | None = None
) -> Workers:
    """Workers with the models of some languages loaded; others are loaded when met.

    Without `room` they are as many as are set, with the address space of one each.
    """
    return Workers(
        room.count if room else settings.workers,
        memory_mb=settings.worker_memory_mb,
        data_mb=room.data_mb if room else None,
        initializer=_load,
        initargs=(list(languages), model_names(settings)),
        tasks_per_worker=_TASKS_PER_WORKER,
    )


def extract_tasks(
    workers: Workers, settings: Settings, tasks: Iterable[ExtractTask]
) -> Iterator[list[Found]]:
    """The results of each task, in order. One that fails is worked again text by text."""

    def deadline(task: ExtractTask) -> float:
        # A few texts get no more than one: those that are in need of it are tried singly.
        return settings.extract_deadline_s * more_time(task.tries)

    for done in workers.map(_work, tasks, deadline_s=deadline):
        texts = done.item.texts
        if done.result is not None:
            yield list(zip(texts, done.result, strict=True))
        elif len(texts) == 1:
            yield [(texts[0], done.error or RuntimeError("no result"))]
        else:
            log.warning("%d texts failed together, trying each: %s", len(texts), done.error)
            singly = [ExtractTask([text], settings) for text in texts]
            yield from extract_tasks(workers, settings, singly)


def _text(row: Row, body: str) -> TextToExtract:
    return TextToExtract(
        id=str(row["text_id"]),
        body=body,
        title=row["title"] or "",
        language=row["language"],
        published_at=row["published_at"],
        publisher_country=row["country"],
    )


def _store(
    conn: Connection, run_id: str, held: Claims, row: Row, result: ExtractedText | Exception
) -> list[Outcome]:
    """Store one text's facts; no outcome where another worker has taken the text over."""
    outcomes: list[Outcome] = []
    apart(
        [row],
        lambda _: outcomes.extend(_store_text(conn, run_id, held, row, result)),
        lambda _, error: outcomes.extend(_store_text(conn, run_id, held, row, error)),
    )
    return outcomes


def _store_text(
    conn: Connection, run_id: str, held: Claims, row: Row, result: ExtractedText | Exception
) -> list[Outcome]:
    status, reason, detail = Status.STORED, Reason.NEW, ""
    with conn, conn.cursor() as cur:
        if not held.settle(cur, [row["text_id"]]):
            return []
        if isinstance(result, ExtractedText):
            stored = facts.store_extraction(
                cur,
                row["text_id"],
                result,
                reference_at=row["published_at"],
                reference_from=row["reference_from"],
            )
            tries.forget(cur, STAGE, [row["subject"]])
            if stored is None:
                status, reason = Status.UNCHANGED, Reason.SHARED_EXTRACTION
            elif result.extractor.endswith("/names"):
                reason = Reason.NO_MODEL_FOR_LANGUAGE
            detail = (
                f"{len(result.mentions)} mentions, {len(result.quotes)} quotes, "
                f"{len(result.figures)} figures; "
                f"times by the {row['reference_from'] or 'text alone'}"
                + (
                    f"; {result.cut} more facts than one text may have are left out"
                    if result.cut
                    else ""
                )
            )
        else:
            reason = reason_of(result)
            status, detail = try_again(cur, run_id, STAGE, row, reason, told(result))
        outcome = Outcome(
            stage=STAGE,
            subject_kind="text",
            subject=str(row["text_id"]),
            status=status,
            reason=reason,
            detail=detail,
        )
        ledger.record_outcomes(cur, run_id, [outcome])
    return [outcome]
