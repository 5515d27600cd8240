"""Airflow's settings for one machine, in one place: the environment of its processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from psycopg2.extensions import parse_dsn

from include.local.keys import kept
from include.local.postgres import Databases, databases
from include.settings import PROJECT, Settings

ADMIN = "admin"


EVERYWHERE = {
    "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
    "AIRFLOW__CORE__PARALLELISM": "4",
    "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
    "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
    "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": f"{ADMIN}:admin",
    "AIRFLOW__API__WORKERS": "1",
    # the default second of sleep between two looks makes short tasks four times slower
    "AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.2",
    # a worker is busy until it next looks at its ended task: with the default of five seconds
    # the four workers of LocalExecutor are the bottleneck of short tasks
    "AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL": "1",
    # what a dead scheduler or a dead worker had under way is begun anew within a minute or two,
    # not within five each
    "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "30",
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "120",
    "AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES": "1",
    "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL": "60",
    "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "30",
    "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
}
"""What is the same here and in docker-compose.yaml; a test compares the two."""


def airflow_env(settings: Settings, found: Databases, *, log_port: int = 8793) -> dict[str, str]:
    """The whole environment an Airflow process needs, that of this process included.

    `log_port` is where the scheduler's workers serve their logs.
    """
    home = settings.home / "airflow"
    base_url = f"http://127.0.0.1:{settings.api_port}"
    here = {
        "DATELINE_HOME": str(settings.home),
        "PYTHONPATH": str(PROJECT),
        "AIRFLOW_HOME": str(home),
        "AIRFLOW_CONFIG": str(home / "airflow.cfg"),
        "AIRFLOW_CONN_WAREHOUSE": airflow_connection(found.warehouse),
        "AIRFLOW_CONN_AIRFLOW_METADATA": airflow_connection(found.metadata),
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
        "AIRFLOW__CORE__FERNET_KEY": kept(home / "fernet_key", "fernet_key"),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(passwords_file(settings)),
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{base_url}/execution/",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": sqlalchemy_url(found.metadata, "psycopg2"),
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC": sqlalchemy_url(found.metadata, "asyncpg"),
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(settings.api_port),
        "AIRFLOW__API__BASE_URL": base_url,
        "AIRFLOW__API__SECRET_KEY": kept(home / "secret_key"),
        "AIRFLOW__API_AUTH__JWT_SECRET": kept(home / "jwt_secret"),
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(settings.home / "logs" / "airflow"),
        "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT": str(log_port),
    }
    return {**os.environ, **EVERYWHERE, **here}


def airflow(settings: Settings, arguments: Sequence[str]) -> int:
    """Run a command of Airflow with these settings; returns its exit code.

    Without a `make up` the databases are started for it, and stopped after it.
    """
    with databases(settings) as found:
        command = [sys.executable, "-m", "airflow", *arguments]
        env = airflow_env(settings, found)
        return subprocess.run(command, env=env, check=False).returncode  # noqa: S603  our own


def passwords_file(settings: Settings) -> Path:
    """Where Airflow keeps its user's password, as JSON: {"admin": "…"}."""
    return settings.home / "airflow" / "passwords.json"


def airflow_connection(url: str) -> str:
    """A database URL as an Airflow connection in JSON; a socket's folder is its host."""
    parts = parse_dsn(url)
    known = {"host", "user", "password", "port", "dbname"}
    return json.dumps(
        {
            "conn_type": "postgres",
            "host": parts.get("host", ""),
            "login": parts.get("user", ""),
            "password": parts.get("password", ""),
            "port": int(parts["port"]) if "port" in parts else None,
            "schema": parts.get("dbname", ""),
            "extra": {key: value for key, value in parts.items() if key not in known},
        }
    )


def sqlalchemy_url(url: str, driver: str) -> str:
    """A database URL as SQLAlchemy writes it, with the driver's name."""
    _, _, rest = url.partition("://")
    if driver == "asyncpg":
        rest = rest.replace("sslmode=", "ssl=")  # the same choice under its other name
    return f"postgresql+{driver}://{rest}"
