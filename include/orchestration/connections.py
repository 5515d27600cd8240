"""From Airflow's connection `warehouse` to psycopg2.

The provider's own hook would hand out psycopg 3 connections; the warehouse speaks
psycopg2, so the connection's fields are taken and the hook is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from include.warehouse.connect import Connect

CONNECTION_ID = "warehouse"


def warehouse() -> Connect:
    """A function that opens a connection to the warehouse, named after the running task."""
    from airflow.sdk import BaseHook, get_current_context
    from psycopg2.extensions import make_dsn

    from include.warehouse.connect import connector

    given = BaseHook.get_connection(CONNECTION_ID)
    fields = {
        "host": given.host, "port": given.port, "dbname": given.schema,
        "user": given.login, "password": given.password,
    }  # fmt: skip
    options = {key: value for key, value in given.extra_dejson.items() if isinstance(value, str)}
    dsn = make_dsn(**options, **{key: value for key, value in fields.items() if value})
    task = get_current_context()["ti"].task_id
    return connector(dsn, application_name=f"dateline {task}")
