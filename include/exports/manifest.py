"""The manifest of an exported day: which files, how many rows, which columns, which state.

It is written after its files. Whoever reads while a day is replaced finds a file whose
sha256 is not the manifest's, and tries again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from include import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """A file of an exported day; `columns` are (name, type, meaning), in order."""

    path: str
    rows: int
    bytes: int
    sha256: str
    columns: tuple[tuple[str, str, str], ...]


def manifest_path(day: date) -> str:
    """Where the manifest of a day is, below the folder of the exports."""
    return f"manifests/day={day.isoformat()}.json"


def write_manifest(
    file: Path, day: date, files: Mapping[str, ExportedFile], *, made_by: str, through: int
) -> None:
    """Write the manifest of a day.

    `made_by` is the digest of the rules that made its files, `through` the last change
    (mart.changes) they hold.
    """
    told: dict[str, Any] = {
        "made_by": made_by,
        "dateline": __version__,
        "day": day.isoformat(),
        "day_of": "when we first saw the article or story, UTC",
        "through_change": through,
        "exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "tables": {
            name: asdict(one)
            | {
                "columns": [
                    dict(zip(("name", "type", "about"), each, strict=True)) for each in one.columns
                ]
            }
            for name, one in files.items()
        },
    }
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
