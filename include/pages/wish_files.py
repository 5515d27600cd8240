"""Files in which sites say what may be done with their pages: tdmrep.json, and RSL licences.

Each is asked for once a day, as robots.txt is, and kept. A site whose tdmrep.json cannot be had
does not use the protocol (TDMRep, 10 May 2024); a licence that cannot be had grants nothing
(RSL 1.0).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from include import rsl
from include.pages import tdmrep
from include.pages.errors import FetchError
from include.pages.robots import site_of
from include.pages.robots_text import decoded
from include.records import Response

MAX_BYTES = max(tdmrep.MAX_BYTES, rsl.MAX_BYTES)
_KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class WishFile:
    """One such file as its server answered; `body` is empty unless that was 2xx."""

    url: str
    status: int
    body: str
    fetched_at: datetime
    redirects: tuple[tuple[int, str], ...] = ()

    @property
    def is_tdmrep(self) -> bool:
        """Whether it is a site's tdmrep.json; else it is a licence."""
        return self.url.endswith(tdmrep.PATH)


def tdmrep_url(url: str) -> str:
    """Where the tdmrep.json of a URL's site is."""
    return site_of(url) + tdmrep.PATH


class WishFiles:
    """The files, read through `get` where they are not `known` from the last day.

    `get` fetches a URL and raises `FetchError` if it cannot for now; an answer that will be the
    same tomorrow, such as 404, is one. What failed is not asked for again by the same instance.
    What was read now is in `new`, what failed in `failed`.
    """

    def __init__(
        self, get: Callable[[str], Awaitable[Response]], *, known: Iterable[WishFile] = ()
    ) -> None:
        self._get = get
        self._files = {one.url: one for one in known}
        self._errors: dict[str, FetchError] = {}
        self._reading: dict[str, asyncio.Lock] = {}
        self._rules: dict[str, tuple[tdmrep.Rule, ...]] = {}
        self.new: list[WishFile] = []
        self.failed: list[tuple[str, FetchError]] = []

    async def read(self, url: str) -> WishFile:
        """The file at `url`, of whatever status.

        Raises:
            FetchError: there is no answer to be had.
        """
        async with self._reading.setdefault(url, asyncio.Lock()):
            if url in self._errors:
                raise self._errors[url]
            known = self._files.get(url)
            if known is not None and datetime.now(UTC) - known.fetched_at < _KEPT:
                return known
            try:
                answer = await self._get(url)
            except FetchError as error:
                self._errors[url] = error
                self.failed.append((url, error))
                raise
            found = WishFile(
                url=url,
                status=answer.status,
                body=decoded(answer.body) if 200 <= answer.status < 300 else "",
                fetched_at=datetime.now(UTC),
                redirects=answer.redirects,
            )
            self._files[url] = found
            self._rules.pop(url, None)
            self.new.append(found)
            return found

    def rules_of(self, url: str) -> tuple[tdmrep.Rule, ...]:
        """What the tdmrep.json of a page's site says, as far as it was read."""
        where = tdmrep_url(url)
        if where not in self._rules:
            file = self._files.get(where)
            self._rules[where] = tdmrep.read_rules(file.body) if file and file.body else ()
        return self._rules[where]

    async def terms_at(self, licence: str, url: str) -> str:
        """What the licence at an address says of the page at `url`, as `rsl.Terms` tell it;
        empty where it does not speak of it.

        Raises:
            FetchError: there is no answer to be had, so that it is not known yet.
        """
        file = await self.read(licence)
        try:
            terms = rsl.matching(rsl.read_terms(file.body), url)
        except rsl.NotALicence as error:
            said = str(error) if file.body else f"the server answered {file.status}"
            return f"reserved: the licence cannot be read: {said}"
        return next((str(one) for one in terms if one.is_reserved), str(terms[0]) if terms else "")
