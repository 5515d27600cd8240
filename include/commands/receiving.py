"""The command `receive-pushes`: what hubs call (WebSub), and polls of the feeds they push.

A small server behind a proxy of yours, at `DATELINE_PUBLIC_URL`. It tells hubs that we meant
what we asked for, checks the signature of what they push, and makes the feed due. A thread
polls what is due; pages are fetched by the next run.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import re
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool

from include import stages
from include.commands.warehouse import warehouse_dsn
from include.errors import CannotWork
from include.settings import PREFIX, Settings
from include.stages import Run
from include.stages.runs import RunFailed
from include.stages.subscribing import LEASE_S, secret_of, token_hash
from include.warehouse import subscriptions
from include.warehouse.connect import connector
from include.warehouse.migrate import migrate

log = logging.getLogger("dateline")

_TOKEN = re.compile(r"[0-9a-f]{32}")
_MAX_CHALLENGE = 1_000
_METHODS = {
    "sha1": hashlib.sha1,
    "sha256": hashlib.sha256,
    "sha384": hashlib.sha384,
    "sha512": hashlib.sha512,
}
_LEAST_LEASE_S = 60.0
GAP_S = 60.0
"""Seconds between a poll and one that a push brings about."""
POLL_EVERY_S = 5.0
"""How often it is looked whether a push waits: several at once share a poll."""


def receive(settings: Settings, *, host: str, port: int) -> int:
    """Serve until stopped.

    Raises:
        CannotWork: `DATELINE_PUBLIC_URL` is not set.
    """
    if settings.public_url is None:
        raise CannotWork(f"set {PREFIX}PUBLIC_URL to where hubs can reach this server")
    dsn = warehouse_dsn(settings)
    migrate(dsn)
    run = Run(
        connect=connector(dsn, application_name="dateline-pushes"),
        settings=settings,
        run_id="receive-pushes",
    )
    print(f"hubs are answered on http://{host}:{port}, for {settings.public_url}", flush=True)
    uvicorn.run(app(run, polls=True), host=host, port=port, log_level="warning")
    return 0


def app(run: Run, *, polls: bool) -> FastAPI:
    """The server; with `polls`, feeds that were pushed are polled in a thread of their own."""
    ended = threading.Event()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        thread = threading.Thread(target=_poll_pushed, args=(run, ended), daemon=True)
        if polls:
            thread.start()
        yield
        ended.set()
        if polls:
            await run_in_threadpool(thread.join, 60.0)

    made = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)

    @made.get("/{path:path}")
    async def verify(path: str, request: Request) -> Response:
        asked = request.query_params
        return await run_in_threadpool(_verify, run, path, {**asked})

    @made.post("/{path:path}")
    async def push(path: str, request: Request) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > run.settings.feed_max_bytes:
                return Response(status_code=413)
        signature = request.headers.get("x-hub-signature", "")
        return await run_in_threadpool(_push, run, path, body, signature)

    return made


def _verify(run: Run, path: str, asked: dict[str, str]) -> Response:
    """A hub asks whether we meant it, or says no."""
    token, topic = _token(path), asked.get("hub.topic", "")
    challenge = asked.get("hub.challenge", "")
    if token is None:
        return Response(status_code=404)
    with run.transaction() as cur:
        match asked.get("hub.mode"):
            case "subscribe" if 0 < len(challenge) <= _MAX_CHALLENGE:
                lease_s = _lease_s(asked.get("hub.lease_seconds", ""))
                is_ours = subscriptions.verify(cur, token_hash(token), topic=topic, lease_s=lease_s)
            case "unsubscribe" if 0 < len(challenge) <= _MAX_CHALLENGE:
                # We never ask for it: only what we do not know any more may end.
                is_ours = subscriptions.known(cur, token_hash(token)) is None
            case "denied":
                said = asked.get("hub.reason", "the hub gave no reason")
                challenge = ""
                is_ours = subscriptions.deny(cur, token_hash(token), topic=topic, detail=said)
            case _:
                return Response(status_code=404)
    if not is_ours:
        return Response(status_code=404)
    headers = {"X-Content-Type-Options": "nosniff"}
    return Response(challenge, media_type="text/plain", headers=headers)


def _push(run: Run, path: str, body: bytes, signature: str) -> Response:
    """Something is pushed. What is not signed as it should be is taken and passed over, as
    WebSub has it: whoever sent it learns nothing."""
    token = _token(path)
    if token is None:
        return Response(status_code=404)
    with run.transaction() as cur:
        known = subscriptions.known(cur, token_hash(token))
        if known is None or known["state"] != "active":
            return Response(status_code=410)
        if is_signed(body, signature, secret_of(run.settings, token)):
            subscriptions.pushed(cur, token_hash(token), gap_s=GAP_S)
        else:
            log.warning("feed %s: a push without a right signature", known["feed_id"])
            subscriptions.refused(cur, token_hash(token))
    return Response(status_code=202)


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Whether an X-Hub-Signature is of this body and this secret."""
    name, _, given = signature.strip().partition("=")
    method = _METHODS.get(name.lower())
    if method is None:
        return False
    right = hmac.new(secret.encode(), body, method).hexdigest()
    return hmac.compare_digest(right.encode(), given.strip().lower().encode("utf-8", "replace"))


def _token(path: str) -> str | None:
    last = path.rstrip("/").rpartition("/")[2]
    return last if _TOKEN.fullmatch(last) else None


def _lease_s(stated: str) -> float:
    """The lease that a hub states, within bounds; ten days where it states none."""
    seconds = (
        float(stated) if stated.isascii() and stated.isdigit() and len(stated) < 12 else LEASE_S
    )
    return min(max(seconds, _LEAST_LEASE_S), 366 * 24 * 3600.0)


def _poll_pushed(run: Run, ended: threading.Event) -> None:
    while not ended.wait(POLL_EVERY_S):
        try:
            poll_pushed(run)
        except Exception as error:  # the next look may work; hubs are answered meanwhile
            log.warning("what was pushed could not be polled: %s", error)


def poll_pushed(run: Run) -> bool:
    """Poll what is due, if something was pushed; whether it was."""
    with run.transaction() as cur:
        if not subscriptions.waiting(cur):
            return False
    here = Run(
        connect=run.connect,
        settings=run.settings,
        run_id=f"push:{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}",
    )
    try:
        with stages.whole_run(here, flow="push"):
            for batch in stages.choose_feeds(here):
                stages.poll_feeds(here, batch)
    except RunFailed as error:
        log.warning("%s", error)
    return True
