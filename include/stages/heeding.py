"""What publishers reserve, heeded as pages arrive: what is reserved is not kept.

Only with `DATELINE_OBEY_OPT_OUTS`. What is said is recorded elsewhere, whether heeded or not.
"""

from __future__ import annotations

from collections.abc import Iterator

from include import urls
from include.outcomes import Reason
from include.pages.errors import FetchError
from include.pages.fetch import Fetcher, Request
from include.pages.page_wishes import page_wishes
from include.pages.signals import (
    Signal,
    file_signals_of,
    header_signals,
    licences_of,
    licences_of_robots,
    reserves_mining,
    robots_signals_of,
)
from include.records import Response
from include.rsl import is_reserved
from include.stages.apart import told
from include.warehouse.queries import Row

Answer = Response | FetchError
Fetched = tuple[Row, Request, Answer]
_MOST_LICENCES = 3


class OptedOut(FetchError):
    """An answer that is not kept because its publisher reserves mining; its headers are."""

    def __init__(self, said: str, answer: Response) -> None:
        super().__init__(
            Reason.OPTED_OUT, said, status=answer.status, url=answer.url, redirects=answer.redirects
        )
        self.headers = answer.headers


def not_storable(one: Fetched, error: Exception) -> Fetched:
    """An answer in which something is that cannot be read or stored."""
    row, request, answer = one
    return row, request, FetchError(Reason.NOT_STORABLE, told(error), status=answer.status)


async def heeding(one: Fetched, manners: Fetcher) -> Fetched:
    """`one`, with its answer kept back where its publisher reserves mining."""
    row, request, answer = one
    if not isinstance(answer, Response):
        return one
    try:
        return row, request, await _heeded(answer, manners)
    except FetchError as error:  # a licence that cannot be had for now
        error.was_sent = True  # the page was
        return row, request, error
    except Exception as error:
        return not_storable(one, error)


async def _heeded(answer: Response, manners: Fetcher) -> Answer:
    rules = manners.robots_text(answer.url)
    in_page = list(page_wishes(answer.body))
    said = reserves_mining(
        [
            *file_signals_of(manners.wish_files.rules_of(answer.url), answer.url),
            *robots_signals_of(rules, answer.url),
            *header_signals(answer.headers),
            *in_page,
        ]
    )
    if said is not None:
        return OptedOut(said, answer)
    for licence in _licences(answer, rules, in_page):
        try:
            terms = await manners.wish_files.terms_at(licence, answer.url)
        except FetchError as error:
            said = f"RSL licence {urls.masked(licence)}: {error}"
            raise FetchError(error.reason, said, retry_after_s=error.retry_after_s) from None
        if is_reserved(terms):
            return OptedOut(f"rsl {urls.masked(licence)}: {terms}", answer)
    return answer


def _licences(answer: Response, rules: str, in_page: list[Signal]) -> Iterator[str]:
    """Where the licences of a page are: those it names itself, then its site's."""
    named = [
        *licences_of(answer.headers),
        *(one.value for one in in_page if one.signal == "rsl"),
        *licences_of_robots(rules),
    ]
    for target in dict.fromkeys(named[:_MOST_LICENCES]):
        try:
            yield urls.absolute(target, answer.url)
        except urls.BadUrl:
            continue
