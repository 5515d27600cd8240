"""Open a connection to the warehouse: psycopg2, with timeouts and a name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import psycopg2
from psycopg2.extensions import connection as Connection

from include.errors import BrieflyAway

Connect = Callable[[], Connection]

STATEMENT_TIMEOUT_MS = 15 * 60 * 1000
LOCK_TIMEOUT_MS = 60 * 1000
IDLE_TIMEOUT_MS = 30 * 60 * 1000


class WarehouseUnreachable(BrieflyAway):
    """No connection; the text is one line that says what to look at."""


def connect(dsn: str, *, application_name: str = "dateline") -> Connection:
    """A connection to `dsn` (a URL or keyword string), in UTC, outside autocommit.

    Raises:
        WarehouseUnreachable: the server does not answer or does not let us in.
    """
    options = (
        f"-c statement_timeout={STATEMENT_TIMEOUT_MS} -c lock_timeout={LOCK_TIMEOUT_MS} "
        f"-c idle_in_transaction_session_timeout={IDLE_TIMEOUT_MS} -c timezone=UTC "
        "-c search_path=core,public"
    )
    try:
        return psycopg2.connect(
            dsn, application_name=application_name, connect_timeout=10, options=options
        )
    except psycopg2.OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise WarehouseUnreachable(
            f"cannot reach the warehouse: {reason} "
            "(check DATELINE_WAREHOUSE, or unset it for the embedded server)"
        ) from None


def connector(dsn: str, *, application_name: str = "dateline") -> Connect:
    """A function that opens such a connection each time it is called, in any process."""
    return partial(connect, dsn, application_name=application_name)
