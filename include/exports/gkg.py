"""Write rows as GDELT's GKG 2.1 files are written: tab-separated, no header, no quoting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

COLUMNS = (
    "GKGRECORDID",
    "V2.1DATE",
    "V2SOURCECOLLECTIONIDENTIFIER",
    "V2SOURCECOMMONNAME",
    "V2DOCUMENTIDENTIFIER",
    "V1COUNTS",
    "V2.1COUNTS",
    "V1THEMES",
    "V2ENHANCEDTHEMES",
    "V1LOCATIONS",
    "V2ENHANCEDLOCATIONS",
    "V1PERSONS",
    "V2ENHANCEDPERSONS",
    "V1ORGANIZATIONS",
    "V2ENHANCEDORGANIZATIONS",
    "V1.5TONE",
    "V2.1ENHANCEDDATES",
    "V2GCAM",
    "V2.1SHARINGIMAGE",
    "V2.1RELATEDIMAGES",
    "V2.1SOCIALIMAGEEMBEDS",
    "V2.1SOCIALVIDEOEMBEDS",
    "V2.1QUOTATIONS",
    "V2.1ALLNAMES",
    "V2.1AMOUNTS",
    "V2.1TRANSLATIONINFO",
    "V2EXTRASXML",
)
"""The columns of the codebook (GKG 2.1, 19 February 2015), in its order and spelling."""

# Whatever a reader might take for the end of a field or a record.
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def write_gkg(
    rows: Iterable[Sequence[Any]],
    file: Path,
    *,
    leave_out: Callable[[Sequence[Any], Exception], None] | None = None,
) -> int:
    """Write rows of `COLUMNS`, one a line; returns how many. A null is an empty field.

    A row that cannot be written goes to `leave_out`; without that it is raised.
    """
    written = 0
    with file.open("w", encoding="utf-8", newline="") as out:
        for row in rows:
            try:
                line = _line(row)
            except Exception as error:
                if leave_out is None:
                    raise
                leave_out(row, error)
                continue
            out.write(line)
            written += 1
    return written


def _line(row: Sequence[Any]) -> str:
    if len(row) != len(COLUMNS):
        raise ValueError(f"a record of {len(row)} fields, not {len(COLUMNS)}")
    fields = ("" if value is None else _BREAKS.sub(" ", str(value)) for value in row)
    return "\t".join(fields) + "\n"
