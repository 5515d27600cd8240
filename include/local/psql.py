"""Open the warehouse in psql: as its reader, who can change nothing, or as its owner."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from include.local.cluster import binary
from include.local.postgres import databases, open_database
from include.settings import Settings

READER = "dateline_reader"
_OPTIONS = {
    "search_path": "mart,public",
    "default_transaction_read_only": "on",
    "statement_timeout": "60s",
    "timezone": "UTC",
}


def psql(settings: Settings, arguments: Sequence[str], *, role: str = "reader") -> int:
    """Open the warehouse in the package's own psql; returns psql's exit code.

    `role` is reader or owner. A reader finds the views of `mart` without their schema, and
    cannot write. A warehouse without that role, not migrated yet, is opened read-only.
    """
    with databases(settings) as found:
        url, environment = found.warehouse, dict(os.environ)
        if role == "reader":
            url, environment = as_reader(url, environment, has_role=_has_reader(url))
        environment.setdefault("PSQLRC", str(Path(__file__).with_name("psqlrc")))
        if not arguments and sys.stdin.isatty():
            print(_WELCOME[role])
        command = [str(binary("psql")), url, *arguments]
        return subprocess.run(command, check=False, env=environment).returncode  # noqa: S603


_WELCOME = {
    "reader": "As the reader: \\d lists the views of mart, \\df its functions; nothing can be "
    "changed.\nOwner: make psql ROLE=owner",
    "owner": "As the owner: whatever you write is written.",
}


def as_reader(
    url: str, environment: Mapping[str, str], *, has_role: bool
) -> tuple[str, dict[str, str]]:
    """The URL and the environment with which psql opens a warehouse for reading.

    Where the server asks no password one logs in as the reader; else as oneself, with the
    reader's rights.
    """
    parts = urlsplit(url)
    settings = dict(_OPTIONS)
    if has_role and parts.password is None:
        url = re.sub(r"//[^/@]*@", f"//{READER}@", url, count=1)
    elif has_role:
        settings["role"] = READER
    told = " ".join(f"-c {name}={value}" for name, value in settings.items())
    before = environment.get("PGOPTIONS")
    return url, {**environment, "PGOPTIONS": f"{before} {told}" if before else told}


def _has_reader(url: str) -> bool:
    with closing(open_database(url, "the warehouse")) as conn, conn.cursor() as cur:
        cur.execute("SELECT count(*) FROM pg_roles WHERE rolname = %s", (READER,))
        row = cur.fetchone()
    return bool(row and row[0])
