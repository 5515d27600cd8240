"""Stages `choose_days`, `export_days`: days of the warehouse → Parquet and GKG files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from include.errors import CannotWork
from include.exports import gkg
from include.exports.manifest import ExportedFile, manifest_path, write_manifest
from include.exports.parquet import write_parquet
from include.exports.place import digest
from include.exports.tables import TABLES, schema_of
from include.outcomes import Outcome, Status
from include.rules import code_digest, combined
from include.stages.apart import is_of_the_world, told
from include.stages.work import Batch, Counts, Run, log, reason_of
from include.warehouse import exports, ledger
from include.warehouse.definitions import digest_of
from include.warehouse.exports import Snapshot

# The house finds a statement's caller by its name.
_STATEMENTS = {
    "articles": "export_articles",
    "mentions": "export_mentions",
    "quotes": "export_quotes",
    "figures": "export_figures",
    "times": "export_times",
    "places": "export_places",
    "statements": "export_statements",
    "stories": "export_stories",
    "gkg": "export_gkg",
}
STAGE = "export_days"
OLD_DAYS_A_RUN = 10
"""Days whose files only other rules made, that one run makes anew; a big day takes minutes."""

Columns = Sequence[tuple[str, str, str]]


@cache
def export_rules() -> str:
    """Digest of what decides the files of a day: statements, views they read, code."""
    code = code_digest(
        "include.exports.gkg",
        "include.exports.parquet",
        "include.exports.tables",
        alone=("include.exports.manifest", "include.stages.exporting"),
    )
    return combined({"code": code, "statements": digest_of(_STATEMENTS.values())})


def choose_days(
    run: Run, *, since: date | None = None, until: date | None = None, again: bool = False
) -> list[Batch]:
    """A batch a day that was never exported, or changed since; with `again`, every day.

    `since` and `until`, both inclusive, bound the days. Days that only other rules exported
    come some in each run, the newest first.

    Raises:
        CannotWork: no day lies between the two.
    """
    if since and until and since > until:
        raise CannotWork(f"no day lies between {since} and {until}")
    with run.transaction() as cur:
        days = exports.days_to_export(
            cur,
            run.exports.url,
            made_by=export_rules(),
            since=since,
            until=until,
            again=again,
            old=OLD_DAYS_A_RUN,
        )
    return [Batch(name=day.isoformat(), day=day.isoformat()) for day in days]


def export_days(run: Run, batch: Batch) -> Counts:
    """Export one day, in place of what was exported of it before; returns rows by table.

    All tables are of one state of the warehouse. Each file appears whole, the manifest last. A
    row that cannot be written is an outcome; so is a day that cannot, which is due still.

    Raises:
        CannotWork: the folder of the exports cannot be written.
        Exception: why the day could not be exported.
    """
    try:
        return _export(run, batch)
    except Exception as error:
        if not is_of_the_world(error):
            _tell(run, "day", {batch["day"]: error})
        raise


def _export(run: Run, batch: Batch) -> Counts:
    day, place = date.fromisoformat(batch["day"]), run.exports
    bad: dict[str, Exception] = {}
    with exports.snapshot(run.connect) as state, place.aside() as aside:
        columns = state.columns([*TABLES, "gkg"])
        files = {name: _table(state, name, day, aside, columns[name], bad) for name in TABLES}
        files["gkg"] = _gkg(state, day, aside, columns["gkg"], bad)
        for one in files.values():
            place.put(aside / Path(one.path).name, one.path)
        write_manifest(
            aside / "manifest.json", day, files, made_by=export_rules(), through=state.through
        )
        place.put(aside / "manifest.json", manifest_path(day))
        counts = {name: one.rows for name, one in files.items()}
        with run.transaction() as cur:
            exports.note_export(
                cur,
                place.url,
                day,
                made_by=export_rules(),
                through=state.through,
                tables=counts,
                run_id=run.run_id,
            )
    _tell(run, "row", bad)
    log.info("export_days: %s: %s", day, ", ".join(f"{count} {of}" for of, count in counts.items()))
    return counts


def _tell(run: Run, kind: str, bad: Mapping[str, Exception]) -> None:
    outcomes = [
        Outcome(
            stage=STAGE,
            subject_kind=kind,
            subject=subject,
            status=Status.FAILED,
            reason=reason_of(error),
            detail=told(error),
        )
        for subject, error in bad.items()
    ]
    for one in outcomes:
        log.warning("%s: %s %s is left out: %s", STAGE, kind, one.subject, one.detail)
    with run.transaction() as cur:
        ledger.record_outcomes(cur, run.run_id, outcomes)


def _noting(bad: dict[str, Exception], table: str) -> Callable[[Sequence[Any], Exception], None]:
    """What notes a row of a table that cannot be written, by its first column."""

    def note(row: Sequence[Any], error: Exception) -> None:
        bad[f"{table} {row[0] if row else ''}"] = error

    return note


def _table(
    state: Snapshot, name: str, day: date, aside: Path, columns: Columns, bad: dict[str, Exception]
) -> ExportedFile:
    file = aside / f"{name}.parquet"
    schema = schema_of(
        columns, {"dateline.day": day.isoformat(), "dateline.made_by": export_rules()}
    )
    rows = write_parquet(
        state.stream(_STATEMENTS[name], day=day), file, schema, leave_out=_noting(bad, name)
    )
    return ExportedFile(
        path=f"{name}/day={day.isoformat()}/{file.name}",
        rows=rows,
        bytes=file.stat().st_size,
        sha256=digest(file),
        columns=tuple(
            (field.name, str(field.type), about)
            for field, (_, _, about) in zip(schema, columns, strict=True)
        ),
    )


def _gkg(
    state: Snapshot, day: date, aside: Path, columns: Columns, bad: dict[str, Exception]
) -> ExportedFile:
    file = aside / f"{day:%Y%m%d}.gkg.csv"
    rows = gkg.write_gkg(
        state.stream(_STATEMENTS["gkg"], day=day), file, leave_out=_noting(bad, "gkg")
    )
    return ExportedFile(
        path=f"gkg/day={day.isoformat()}/{file.name}",
        rows=rows,
        bytes=file.stat().st_size,
        sha256=digest(file),
        columns=tuple(
            (name, "string", about)
            for name, (_, _, about) in zip(gkg.COLUMNS, columns, strict=True)
        ),
    )
