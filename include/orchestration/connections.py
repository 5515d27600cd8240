"""From Airflow's connections to what stages work on: psycopg2 and the raw archive.

The provider's own hook would hand out psycopg 3 connections; the warehouse speaks
psycopg2, so the connection's fields are taken and the hook is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from include.pages.archive import Archive
    from include.warehouse.connect import Connect

CONNECTION_ID = "warehouse"


def warehouse(name: str) -> Connect:
    """A function that opens a connection to the warehouse, which calls it by `name`."""
    from airflow.sdk import BaseHook
    from psycopg2.extensions import make_dsn

    from include.warehouse.connect import connector

    given = BaseHook.get_connection(CONNECTION_ID)
    fields = {
        "host": given.host,
        "port": given.port,
        "dbname": given.schema,
        "user": given.login,
        "password": given.password,
    }
    options = {key: value for key, value in given.extra_dejson.items() if isinstance(value, str)}
    dsn = make_dsn(**options, **{key: value for key, value in fields.items() if value})
    return connector(dsn, application_name=f"dateline {name}")


def archive(url: str) -> Archive:
    """The archive at a URL of Airflow's object storage, `s3://connection@bucket/folder` too.

    A scheme that no installed provider serves is left to fsspec, with the credentials that
    the environment gives.

    Raises:
        CannotWork: the URL names a connection, and no provider is there to use it; or
            nothing here can reach that kind of URL.
    """
    from airflow.sdk import ObjectStoragePath
    from airflow.sdk.io import has_fs

    from include.errors import CannotWork
    from include.pages.archive import Archive

    parts = urlsplit(url)
    if has_fs(parts.scheme):
        path = ObjectStoragePath(url)
        return Archive(path.fs, path.path.rstrip("/"))
    if parts.username:
        raise CannotWork(
            f"archive {url}: no Airflow provider for {parts.scheme}:// is installed, so the "
            f"connection {parts.username} cannot be used; install one, or leave it out"
        )
    return Archive.at(url)
