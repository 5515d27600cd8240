"""Keep what Airflow writes about its work from growing for ever: its records and its logs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from include.errors import CannotWork
from include.orchestration.running import log
from include.settings import load

METADATA = "airflow_metadata"
"""The connection to Airflow's own database. A task has no other way there, on purpose; where
there is none, Airflow's records are left to whoever runs Airflow."""

_LAST_LINES = 5


def trim_airflow(*, dry_run: bool) -> dict[str, int]:
    """Let go records of runs and logs of tasks older than the setting says; counts of each.

    Of each DAG the last run stays. With `dry_run` it only says what would go.

    Raises:
        CannotWork: Airflow refused to clean its database.
    """
    from airflow.sdk.configuration import conf

    settings = load()
    days = settings.keep_airflow_days
    if days is None:
        log.info("trim_airflow: everything is kept (KEEP_AIRFLOW_DAYS is not set)")
        return {}
    before = datetime.now(UTC) - timedelta(days=days)
    url = _metadata_url()
    if url is None:
        log.info("trim_airflow: no connection %s, so Airflow's records stay", METADATA)
    else:
        _clean_records(url, before, dry_run=dry_run)
    folder = Path(conf.get("logging", "base_log_folder"))
    return {"databases": int(url is not None), "logs": _clean_logs(folder, before, dry_run=dry_run)}


def _metadata_url() -> str | None:
    from airflow.sdk import BaseHook
    from airflow.sdk.exceptions import AirflowNotFoundException
    from sqlalchemy import URL

    try:
        given = BaseHook.get_connection(METADATA)
    except AirflowNotFoundException:
        return None
    query = {key: value for key, value in given.extra_dejson.items() if isinstance(value, str)}
    host = given.host or None
    if host and host.startswith("/"):  # a socket's folder
        query, host = {**query, "host": host}, None
    return URL.create(
        "postgresql+psycopg2",
        username=given.login or None,
        password=given.password or None,
        host=host,
        port=given.port,
        database=given.schema,
        query=query,
    ).render_as_string(hide_password=False)


def _clean_records(url: str, before: datetime, *, dry_run: bool) -> None:
    command = [
        sys.executable,
        "-m",
        "airflow",
        "db",
        "clean",
        "--clean-before-timestamp",
        before.isoformat(),
        "--skip-archive",
        "--yes",
        "--error-on-cleanup-failure",
        *(["--dry-run"] if dry_run else []),
    ]
    done = subprocess.run(  # noqa: S603  our own command
        command,
        env=_environment(url),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    last = done.stdout.strip().splitlines()[-_LAST_LINES:]
    for line in last:
        log.info("airflow db clean: %s", line)
    if done.returncode != 0:
        raise CannotWork(f"airflow db clean ended with {done.returncode}: {(last or ['?'])[-1]}")


def _environment(url: str) -> dict[str, Any]:
    """Our own environment, without what makes a process a task that may not see the database."""
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("_AIRFLOW_", "__AIRFLOW_", "AIRFLOW__CORE__SQL_ALCHEMY"))
    }
    return env | {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": url}


def _clean_logs(folder: Path, before: datetime, *, dry_run: bool) -> int:
    old = [file for file in _logs(folder) if file.stat().st_mtime < before.timestamp()]
    log.info("trim_airflow: %d logs %s", len(old), "would go" if dry_run else "go")
    if not dry_run:
        for file in old:
            file.unlink(missing_ok=True)
        for path in sorted(folder.rglob("*"), reverse=True):  # the deepest first
            if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()
    return len(old)


def _logs(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*.log") if file.is_file() and not file.is_symlink())
