"""Stage `extract_texts`: texts → mentions, quotes, figures, times, places, keywords."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain

from psycopg2.extensions import connection as Connection

from include import languages
from include.extraction import config_hash
from include.isolation import Workers
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
    chunks,
    log,
    reason_of,
    shard_batches,
)
from include.warehouse import facts, ledger, tries
from include.warehouse.claims import Claims
from include.warehouse.fact_bounds import within_bounds
from include.warehouse.queries import Row

STAGE = "extract_texts"
TEXTS_A_TASK = 400
TEXTS_A_CALL = 8
_TASKS_PER_WORKER = 100
_TEXTS_WORTH_A_WORKER = 100

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
        waiting = facts.choose_unextracted(
            cur, STAGE, config_hashes(run.settings), run_id=run.run_id,
            most=MOST_SHARDS * TEXTS_A_TASK,
        )  # fmt: skip
    return shard_batches("texts", waiting, most=TEXTS_A_TASK)


def extract_texts(run: Run, batch: Batch) -> Counts:
    """Extract one batch in killable processes that hold the models."""
    with run.claims(STAGE) as held:
        with run.transaction() as cur:
            rows = facts.claim_unextracted(
                cur, held, config_hashes(run.settings), shard=batch["shard"], of=batch["of"],
                most=4 * TEXTS_A_TASK,
            )  # fmt: skip
        progress = Progress(STAGE, len(rows))
        if rows:
            _extract(run, held, rows, progress)
    return progress.finish()


def _extract(run: Run, held: Claims, rows: Sequence[Row], progress: Progress) -> None:
    settings = run.settings
    by_id = {str(row["text_id"]): row for row in rows}
    # Alike texts together: one language and about one length a call pads least.
    fresh = [row for row in rows if not row["tries"]]
    ordered = sorted(fresh, key=lambda row: (row["language"] or "", len(row["body"])))
    tasks = [
        ExtractTask([_text(row) for row in piece], settings)
        for piece in chunks(ordered, TEXTS_A_CALL)
    ]
    # Each alone, after the others.
    alone = [
        [ExtractTask([_text(row)], settings, tries=row["tries"])] for row in rows if row["tries"]
    ]
    found_in = sorted({row["language"] or "xx" for row in rows})
    with (
        closing(run.connect()) as conn,
        extract_in(settings, found_in, texts=len(rows)) as workers,
    ):
        for some in (tasks, *alone):
            for text, result in chain.from_iterable(extract_tasks(workers, settings, some)):
                outcomes = _store(conn, run.run_id, held, by_id[text.id], result)
                progress.add(outcomes, done=1)


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

    return extract(task.texts, model_names=task.names, max_text_chars=task.max_text_chars)


def _load(languages: Sequence[str], names: dict[str, str]) -> None:
    from include.extraction import load_models

    load_models(languages, names)


def extract_in(
    settings: Settings, languages: Sequence[str], *, texts: int | None = None
) -> Workers:
    """Workers with the models of some languages loaded; others are loaded when met.

    Loading costs a worker as much as extracting a hundred texts: few `texts` get few workers.
    """
    count = settings.workers if texts is None else -(-texts // _TEXTS_WORTH_A_WORKER)
    return Workers(
        max(1, min(settings.workers, count)),
        memory_mb=settings.worker_memory_mb,
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


def _text(row: Row) -> TextToExtract:
    return TextToExtract(
        id=str(row["text_id"]),
        body=row["body"],
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
            result, cut = within_bounds(result)
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
                + (f"; {cut} more facts than one text may have are left out" if cut else "")
            )
        else:
            reason = reason_of(result)
            status, detail = try_again(cur, run_id, STAGE, row, reason, told(result))
        outcome = Outcome(
            stage=STAGE, subject_kind="text", subject=str(row["text_id"]),
            status=status, reason=reason, detail=detail,
        )  # fmt: skip
        ledger.record_outcomes(cur, run_id, [outcome])
    return [outcome]
