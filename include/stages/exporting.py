"""Stages `choose_days`, `export_days`: days of the warehouse → Parquet and GKG files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from include.exports import FORMAT, gkg
from include.exports.manifest import ExportedFile, manifest_path, write_manifest
from include.exports.parquet import write_parquet
from include.exports.place import digest
from include.exports.tables import TABLES, Table
from include.stages.work import Batch, Counts, Run, log
from include.warehouse import exports
from include.warehouse.exports import Snapshot

# The house finds a statement's caller by its name.
_STATEMENTS = {
    "articles": "export_articles", "mentions": "export_mentions", "quotes": "export_quotes",
    "figures": "export_figures", "stories": "export_stories",
}  # fmt: skip


def choose_days(
    run: Run, *, since: date | None = None, until: date | None = None, again: bool = False
) -> list[Batch]:
    """A batch a day that was never exported, or changed since; with `again`, every day.

    `since` and `until`, both inclusive, bound the days.
    """
    with run.transaction() as cur:
        days = exports.days_to_export(
            cur, run.exports.url, form=FORMAT, since=since, until=until, again=again
        )
    return [Batch(name=day.isoformat(), day=day.isoformat()) for day in days]


def export_days(run: Run, batch: Batch) -> Counts:
    """Export one day, in place of what was exported of it before; returns rows by table.

    All tables are of one state of the warehouse. Each file appears whole, the manifest last.

    Raises:
        CannotWork: the folder of the exports cannot be written.
    """
    day, place = date.fromisoformat(batch["day"]), run.exports
    with exports.snapshot(run.connect) as state, place.aside() as aside:
        about = state.about([*(table.name for table in TABLES), "gkg"])
        files = {
            table.name: _table(state, table, day, aside, about[table.name]) for table in TABLES
        }
        files["gkg"] = _gkg(state, day, aside, about["gkg"])
        for one in files.values():
            place.put(aside / Path(one.path).name, one.path)
        write_manifest(aside / "manifest.json", day, files, through=state.through)
        place.put(aside / "manifest.json", manifest_path(day))
        counts = {name: one.rows for name, one in files.items()}
        with run.transaction() as cur:
            exports.note_export(
                cur, place.url, day, form=FORMAT, through=state.through, tables=counts,
                run_id=run.run_id,
            )  # fmt: skip
    log.info("export_days: %s: %s", day, ", ".join(f"{count} {of}" for of, count in counts.items()))
    return counts


def _table(
    state: Snapshot, table: Table, day: date, aside: Path, about: dict[str, str]
) -> ExportedFile:
    file = aside / f"{table.name}.parquet"
    schema = table.schema(about, {"dateline.day": day.isoformat(), "dateline.format": str(FORMAT)})
    rows = write_parquet(state.stream(_STATEMENTS[table.name], day=day), file, schema)
    return ExportedFile(
        path=f"{table.name}/day={day.isoformat()}/{file.name}", rows=rows,
        bytes=file.stat().st_size, sha256=digest(file),
        columns=tuple((one.name, str(one.type), about.get(one.name, "")) for one in schema),
    )  # fmt: skip


def _gkg(state: Snapshot, day: date, aside: Path, about: dict[str, str]) -> ExportedFile:
    file = aside / f"{day:%Y%m%d}.gkg.csv"
    rows = gkg.write_gkg(state.stream("export_gkg", day=day), file)
    return ExportedFile(
        path=f"gkg/day={day.isoformat()}/{file.name}", rows=rows, bytes=file.stat().st_size,
        sha256=digest(file),
        columns=tuple(
            (name, "string", said) for name, said in zip(gkg.COLUMNS, about.values(), strict=True)
        ),
    )  # fmt: skip
