"""Ask hubs to tell us of news: WebSub, where feeds name a hub and `DATELINE_PUBLIC_URL` is set.

W3C Recommendation, 23 January 2018. A hub is asked by a form, calls back to hear whether we
meant it (`include/commands/receiving.py` answers), and pushes from then on until the lease ends.
What is pushed is not read: it makes its feed due, and the publisher is polled.

The address that a hub calls and the secret it signs with are made of `DATELINE_PUSH_SECRET`
and of what is subscribed to, so that neither is stored.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from include import urls
from include.feeds.hubs import Hub
from include.outcomes import Reason
from include.pages.client import Client
from include.pages.errors import FetchError
from include.pages.guard import AddressGuard
from include.settings import Settings
from include.stages.work import Run, log
from include.warehouse import ledger, subscriptions
from include.warehouse.ledger import Fetch
from include.warehouse.queries import Row

LEASE_S = 10 * 24 * 3600
_GAP_S = 1.0
_ACCEPTED = range(200, 300)


def token_of(settings: Settings, feed_id: str, hub: Hub) -> str:
    """The last part of the address that a hub calls: 32 letters and digits nobody can guess."""
    return _mac(settings, "address", feed_id, *hub)[:32]


def secret_of(settings: Settings, token: str) -> str:
    """What a hub signs its pushes with."""
    return _mac(settings, "secret", token)


def token_hash(token: str) -> bytes:
    """What is stored of a token."""
    return hashlib.sha256(token.encode("ascii", "replace")).digest()


def _mac(settings: Settings, *parts: str) -> str:
    assert settings.push_secret is not None
    key = settings.push_secret.get_secret_value().encode()
    return hmac.new(key, "\x00".join(parts).encode("utf-8", "replace"), "sha256").hexdigest()


def can_be_asked(hub: str, guard: AddressGuard) -> bool:
    """Whether a hub may be told a secret: only where others cannot read along."""
    return urlsplit(hub).scheme == "https" or guard.is_listed_url(hub)


def subscribe(run: Run, feed_ids: Sequence[str]) -> None:
    """Ask the hubs of some feeds that are to be asked, or asked again, now."""
    if run.settings.public_url is None:
        return
    with run.transaction() as cur:
        due = subscriptions.ask_due(cur, feed_ids)
    if due:
        asyncio.run(_ask_all(run, due))


async def _ask_all(run: Run, due: Sequence[Row]) -> None:
    settings = run.settings
    guard = AddressGuard(settings.allow_private, settings.extra_ports)
    async with Client(guard, user_agent=settings.user_agent, connections=1) as client:
        for number, row in enumerate(due):
            if number:
                await asyncio.sleep(_GAP_S)
            fetch, said = await _ask(settings, guard, client, row)
            if said:
                log.warning("feed %s: its hub was not asked: %s", row["feed_id"], said)
            with run.transaction() as cur:
                if said:
                    subscriptions.note_failure(cur, row["feed_id"], said)
                ledger.record_fetches(cur, run.run_id, [fetch])


async def _ask(
    settings: Settings, guard: AddressGuard, client: Client, row: Row
) -> tuple[Fetch, str]:
    """The request for the ledger, and why the hub did not take it, if so."""
    hub = Hub(row["hub"], row["topic"])
    token = token_of(settings, row["feed_id"], hub)
    form = {
        "hub.callback": f"{settings.public_url}/{token}",
        "hub.mode": "subscribe",
        "hub.topic": hub.topic,
        "hub.lease_seconds": str(LEASE_S),
        "hub.secret": secret_of(settings, token),
    }
    reason, status, is_sent, said = None, None, True, ""
    try:
        if not can_be_asked(hub.url, guard):
            raise FetchError(Reason.ADDRESS_REFUSED, "not https: others could read the secret")
        status = await client.post(hub.url, form, deadline_s=settings.fetch_deadline_s)
        if status not in _ACCEPTED:
            said = f"the hub answered {status}"
    except FetchError as error:
        reason, said = error.reason, urls.masked_in(str(error))
        is_sent = error.was_sent and error.reason is not Reason.ADDRESS_REFUSED
    fetch = Fetch(
        kind="hub",
        subject=row["feed_id"],
        url=hub.url,
        host=urls.host(hub.url),
        fetched_at=datetime.now(UTC),
        http_status=status,
        reason=reason,
        is_sent=is_sent,
    )
    return fetch, said
