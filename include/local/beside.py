"""`make run` beside a `make up`: the run is triggered there, and watched from here."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

from include.errors import CannotWork
from include.local.airflow_env import ADMIN, passwords_file
from include.local.duty import Duty
from include.settings import Settings

_PATIENCE_S = 30.0


def refuse_other_news(duty: Duty, *, feeds: str, edition: int) -> None:
    """Do nothing where a run of the `make up` on duty reads what was asked for.

    Raises:
        CannotWork: it reads other feeds.
    """
    if (feeds, edition) != (duty.feeds, duty.edition):
        raise CannotWork(
            f"`make up` is running here on FEEDS={duty.feeds} EDITION={duty.edition}: stop it "
            "first to run on others, or run on the same"
        )


def trigger(settings: Settings, port: int, dag_id: str, conf: dict[str, Any]) -> str:
    """Trigger a run of a DAG at the Airflow that listens on `port`; returns the run's id.

    Raises:
        CannotWork: it does not answer, or refuses; the text says how.
    """
    base = f"http://127.0.0.1:{port}"
    try:
        secret = json.loads(passwords_file(settings).read_text("utf-8"))[ADMIN]
        given = {"username": ADMIN, "password": secret}
        token = _post(f"{base}/auth/token", given, "")["access_token"]
        body = {"logical_date": None, "conf": conf}
        return str(_post(f"{base}/api/v2/dags/{dag_id}/dagRuns", body, token)["dag_run_id"])
    except urllib.error.HTTPError as error:
        told = error.read(500).decode("utf-8", "replace")
        raise CannotWork(f"`make up` refused the run: {error.code} {told}") from None
    except (OSError, ValueError, KeyError) as error:
        raise CannotWork(
            f"`make up` is running here and does not answer on port {port} ({error}): "
            "wait until it says that it is up"
        ) from None


def _post(url: str, body: dict[str, Any], token: str) -> dict[str, Any]:
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(  # noqa: S310  our own server on loopback
        url, data=json.dumps(body).encode(), headers=headers
    )
    with urllib.request.urlopen(request, timeout=_PATIENCE_S) as answer:  # noqa: S310
        found: dict[str, Any] = json.load(answer)
    return found
