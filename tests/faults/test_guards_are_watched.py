"""Each guard is watched: with the guard off, the test that watches it goes red.

A guard is data: what it keeps out, how to switch it off, and the test of the suite that would
tell. That test is called with the guard on, where it must pass, and off, where it must fail by an
assertion (or because nothing was raised); a test that would not notice is found here.
"""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import re
import ssl
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from psycopg2.errors import InsufficientPrivilege

from include.articles import Rejected, clean
from include.articles import screen as page_screen
from include.errors import CannotWork
from include.exports import atom, gkg
from include.extraction.reading import models
from include.feeds import bounds, prescreen, seeds
from include.local import folders
from include.outcomes import Reason
from include.pages import client, cookies, fetch, guard, manners, robots
from include.pages import decompress as unpacking
from include.pages.errors import FetchError
from include.records import RawPage
from include.settings import Settings
from include.stages import Run, importing
from include.warehouse import claims, fact_bounds
from include.warehouse.connect import connect, connector
from include.warehouse.migrate import migrate
from tests.conftest import EmbeddedServer, database
from tests.faults import test_http_as_it_is as as_it_is
from tests.faults import test_http_faults as http
from tests.unit import test_masked as masks
from tests.unit.exports import test_files as files
from tests.unit.exports import test_watchlists as watchlists
from tests.unit.extraction import test_pipeline as texts
from tests.unit.feeds import test_parse_feed as feeds
from tests.unit.feeds import test_seeds as lists
from tests.unit.local import test_folders as local_folders
from tests.unit.pages import test_guard as addresses
from tests.unit.stages import test_apart as items
from tests.warehouse import test_claims as claimed
from tests.warehouse import test_fact_bounds as facts
from tests.warehouse import test_import as imports
from tests.warehouse import test_least_privilege as rights
from tests.warehouse import test_locks as locks
from tests.warehouse import test_roles as roles

Off = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """`off` switches it off; `watch` is called with what it names of `tmp_path` and `dsn`.

    `red` is what else than an assertion the test may fail by.
    """

    name: str
    off: Off
    watch: Callable[..., None]
    red: tuple[type[Exception], ...] = ()


def swap(place: object, name: str, value: object) -> Off:
    """Put something else in a guard's place."""
    return lambda patch: patch.setattr(place, name, value)


async def _no_check(self: object, url: str) -> float:
    return 0.0


def _fault(path: str, reason: Reason) -> Callable[[], None]:
    return lambda: http.test_fault_ends_in_time_with_its_reason(path, reason)


def _trusting(*_: object, **__: object) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _certificates_are_checked() -> None:
    made = client.Client(guard.AddressGuard(), user_agent="x").tls
    assert made.verify_mode == ssl.CERT_REQUIRED
    assert made.check_hostname


class _Boundless(unpacking.Body):
    """A body without a bound."""

    def __init__(self, encodings: str, *, max_bytes: int, cut: bool = False) -> None:
        super().__init__(encodings, max_bytes=10**12, cut=cut)


def _stacked() -> None:
    with pytest.raises(FetchError):
        unpacking.Body(", ".join(["gzip"] * 40), max_bytes=9)


def _no_further(path: str) -> None:
    answer = http.get(path, deadline_s=2.0)
    assert isinstance(answer, FetchError)
    assert answer.reason is Reason.TOO_MANY_REDIRECTS


def _in_time() -> None:
    """A page that drips is given up; were it not, this gives up on it."""

    async def drip() -> None:
        async with _wait(6.0), http.newsroom() as (server, site, _):
            with pytest.raises(FetchError):
                await site.get(server.url("/drip"), max_bytes=http.CAP, deadline_s=0.5)

    try:
        asyncio.run(drip())
    except TimeoutError:
        pytest.fail("the answer was waited for")


_wait = asyncio.timeout  # as it is, whatever the client is made to do


def _attributes() -> None:
    page = "<html><body><p " + " ".join(f"a{n}=1" for n in range(700)) + ">x</p>"
    found = clean(RawPage(url="https://a.example/x", body=page.encode()), min_words=10)
    assert isinstance(found, Rejected)
    assert found.reason is Reason.HOSTILE_MARKUP


def _link_out(dsn: str, tmp_path: Path) -> None:
    settings = Settings(archive=(tmp_path / "archive").as_uri(), workers=1)
    run = Run(connect=connector(dsn), settings=settings, run_id="test")
    imports.test_a_link_out_of_the_folder_is_told_and_not_read(run, tmp_path)


def _held_by_one(dsn: str) -> None:
    claimed.test_a_claim_ends_with_its_transaction_or_not_at_all(claimed.dsn.__wrapped__(dsn))


def _all_ours(self: object, cur: object, subjects: Iterable[object]) -> set[str]:
    return {str(one) for one in subjects}


def _together(some: Any, work: Any, give_up: Any) -> None:
    """All or none: what `apart` is against."""
    try:
        work(some)
    except Exception as error:
        for one in some:
            give_up(one, error)


GUARDS = [
    Guard(
        name="addresses that are not public",
        off=swap(guard, "is_public", lambda _: True),
        watch=lambda: addresses.test_guard((), "169.254.169.254", 80, True),
    ),
    Guard(
        name="notations that stand for inside",
        off=swap(guard, "_NOT_PUBLIC", ()),
        watch=lambda: addresses.test_not_public("2002:7f00:1::1"),
    ),
    Guard(
        name="an IPv4 address within an IPv6 one",
        off=swap(guard, "is_public", lambda one: one.version == 6 or one.is_global),
        watch=lambda: addresses.test_guard((), "::ffff:127.0.0.1", 80, True),
    ),
    Guard(
        name="ports",
        off=swap(guard, "_PORTS", frozenset(range(65_536))),
        watch=lambda: addresses.test_guard((), "8.8.8.8", 22, True),
    ),
    Guard(
        name="addresses are looked at, not names",
        off=swap(guard.AddressGuard, "_check", lambda *_: None),
        watch=lambda: addresses.test_odd_notations_of_loopback_are_refused("0x7f.1"),
    ),
    Guard(
        name="certificates",
        off=swap(ssl, "create_default_context", _trusting),
        watch=_certificates_are_checked,
    ),
    Guard(
        name="redirects that do not end",
        off=swap(client, "MAX_REDIRECTS", 10_000),
        watch=lambda: _no_further("/growing"),
    ),
    Guard(
        name="redirects to what is no page",
        off=swap(client, "_target", lambda location, base: base + "?" + location[:9]),
        watch=_fault("file", Reason.ADDRESS_REFUSED),
    ),
    Guard(
        name="bytes of a body",
        off=swap(client, "Body", _Boundless),
        watch=lambda: as_it_is.test_the_bounds_of_other_codings("br_bomb", Reason.TOO_LARGE),
    ),
    Guard(
        name="codings on top of each other",
        off=swap(unpacking, "_MOST_LAYERS", 1_000),
        watch=_stacked,
    ),
    Guard(
        name="a deadline for the whole answer",
        off=swap(client.asyncio, "timeout", lambda _: contextlib.nullcontext()),
        watch=_in_time,
    ),
    Guard(
        name="robots.txt",
        off=swap(robots.RobotsRules, "check", _no_check),
        watch=lambda: http.test_robots(*http.ROBOTS["disallow"]),
    ),
    Guard(
        name="robots.txt where a redirect leads",
        off=swap(robots.RobotsRules, "check", _no_check),
        watch=http.test_robots_holds_for_where_a_redirect_leads,
    ),
    Guard(
        name="waits that hosts ask for",
        off=swap(manners.HostSlots, "hold_off", lambda *_: None),
        watch=lambda: http.test_retry_after_stops_the_host("120", 119, 120),
    ),
    Guard(
        name="the gap between requests",
        off=swap(fetch.Fetcher, "_gap", lambda *_: 0.0),
        watch=http.test_starts_to_one_host_keep_their_gap,
    ),
    Guard(
        name="hosts that are down",
        off=swap(fetch, "_FAILURES_UNTIL_DOWN", 10**6),
        watch=http.test_host_that_is_down_is_tried_three_times,
    ),
    Guard(
        name="cookies of one chain only",
        off=swap(cookies.ChainCookies, "header", lambda *_: b"been=here"),
        watch=as_it_is.test_a_cookie_goes_back_within_its_chain_and_no_further,
    ),
    Guard(
        name="keys in what is shown",
        off=swap(masks, "masked_in", lambda text: text),
        watch=masks.test_every_url_in_a_text_is_masked,
    ),
    Guard(
        name="document types and entities of feeds",
        off=swap(prescreen, "_skip_prolog", lambda text: 0),
        watch=feeds.test_no_document_type_reaches_a_parser,
    ),
    Guard(
        name="entries beyond the limit",
        off=swap(prescreen, "_newest_entries", lambda text, most: (text, 0)),
        watch=lambda: feeds.test_of_too_many_entries_the_newest_are_read("rss"),
    ),
    Guard(
        name="what feedparser leaves unbounded",
        off=swap(bounds._FeedParserMixin, "_sync_author_detail", _trusting),
        watch=feeds.test_feedparser_still_has_what_we_bound,
    ),
    Guard(
        name="markup made to exhaust a parser",
        off=swap(page_screen, "MAX_ATTRIBUTES", 10**9),
        watch=_attributes,
    ),
    Guard(
        name="facts of one text, in number",
        off=swap(fact_bounds, "MOST_FACTS", 10**9),
        watch=facts.test_too_many_facts_are_cut_and_counted,
    ),
    Guard(
        name="facts of one text, in bytes",
        off=swap(fact_bounds, "MOST_BYTES", 10**12),
        watch=facts.test_overlapping_quotes_to_the_texts_end_do_not_add_up,
    ),
    Guard(
        name="one bad item from the others",
        off=swap(items, "apart", _together),
        watch=items.test_one_bad_item_of_many_costs_few_tries,
    ),
    Guard(
        name="cells that spreadsheets run",
        off=swap(seeds, "as_text", lambda cell: cell),
        watch=lambda: lists.test_no_cell_is_run_by_a_spreadsheet_and_all_are_read_back("=1+1"),
    ),
    Guard(
        name="folders of their owner",
        off=swap(folders, "_set", lambda *_: None),
        watch=local_folders.test_folders_are_their_owners_only,
    ),
    Guard(
        name="links out of an imported folder",
        red=(CannotWork,),
        watch=_link_out,
        off=swap(importing, "_leads_outside", lambda *_: False),
    ),
    Guard(
        name="runs of letters without an end",
        off=swap(models, "_LONG_RUN", re.compile("(?!)")),
        watch=lambda: texts.test_cutting_runs_keeps_the_text("a " + "b" * 450 + "\nc"),
    ),
    Guard(
        name="what breaks a record of GKG",
        off=swap(gkg, "_BREAKS", re.compile("(?!)")),
        watch=lambda tmp_path: files.test_a_gkg_record_is_one_line_whatever_it_holds(tmp_path),
    ),
    Guard(
        name="controls in Atom",
        off=swap(atom, "_clean", lambda text: text),
        watch=watchlists.test_a_feed_is_what_a_reader_of_feeds_reads,
        red=(ValueError,),
    ),
    Guard(
        name="items that another worker took",
        off=swap(claims.Claims, "settle", _all_ours),
        watch=_held_by_one,
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """A right that is withheld: the statements that give and take it, and the test that tells."""

    name: str
    give: str
    take: str
    watch: Callable[[str], None]
    red: tuple[type[Exception], ...] = ()


PARTITION = """
DO $$ BEGIN EXECUTE (SELECT format('{} SELECT ON ops.%I {} dateline_reader', relname) FROM pg_class
WHERE relispartition AND relkind = 'r' AND relname LIKE 'fetches%' ORDER BY 1 LIMIT 1); END $$
"""
TEMPORARY = """
DO $$ BEGIN EXECUTE format('{} TEMPORARY ON DATABASE %I {} dateline_reader', current_database());
END $$
"""
READER = "dateline_reader"
RIGHTS = [
    Right(
        name="PUBLIC reads",
        give="GRANT SELECT ON core.publishers TO PUBLIC",
        take="REVOKE SELECT ON core.publishers FROM PUBLIC",
        watch=rights.test_public_has_nothing_of_ours,
    ),
    Right(
        name="PUBLIC calls",
        give="GRANT EXECUTE ON FUNCTION ops.ensure_partitions TO PUBLIC",
        take="REVOKE EXECUTE ON FUNCTION ops.ensure_partitions FROM PUBLIC",
        watch=rights.test_public_has_nothing_of_ours,
    ),
    Right(
        name="readers read partitions",
        give=PARTITION.format("GRANT", "TO"),
        take=PARTITION.format("REVOKE", "FROM"),
        watch=rights.test_partitions_give_nobody_what_their_tables_withhold,
    ),
    Right(
        name="readers write",
        give="GRANT INSERT ON core.publishers TO dateline_reader",
        take="REVOKE INSERT ON core.publishers FROM dateline_reader",
        watch=rights.test_no_reader_may_write_to_anything,
    ),
    Right(
        name="readers change a column",
        give="GRANT UPDATE (name) ON core.publishers TO dateline_page",
        take="REVOKE UPDATE (name) ON core.publishers FROM dateline_page",
        watch=rights.test_no_reader_may_write_to_anything,
    ),
    Right(
        name="readers make tables",
        give=TEMPORARY.format("GRANT", "TO"),
        take=TEMPORARY.format("REVOKE", "FROM"),
        watch=lambda dsn: rights.test_readers_keep_nothing_and_read_no_keys(
            dsn, READER, "CREATE TEMPORARY TABLE mine (id integer)"
        ),
    ),
    Right(
        name="readers keep large objects",
        give="GRANT EXECUTE ON FUNCTION pg_catalog.lo_create(oid) TO dateline_reader",
        take="REVOKE EXECUTE ON FUNCTION pg_catalog.lo_create(oid) FROM dateline_reader",
        watch=lambda dsn: rights.test_readers_keep_nothing_and_read_no_keys(
            dsn, READER, "SELECT lo_create(0)"
        ),
    ),
    Right(
        name="readers read what may hold keys",
        give="GRANT SELECT (detail) ON ops.outcomes TO dateline_reader",
        take="REVOKE SELECT (detail) ON ops.outcomes FROM dateline_reader",
        watch=lambda dsn: rights.test_readers_keep_nothing_and_read_no_keys(
            dsn, READER, "SELECT detail FROM ops.outcomes"
        ),
    ),
    Right(
        name="readers take as long as they like",
        give="ALTER ROLE dateline_reader RESET statement_timeout",
        take="ALTER ROLE dateline_reader SET statement_timeout = '60s'",
        watch=lambda dsn: roles.test_readers_have_a_statement_timeout_and_read_only_transactions(
            dsn, READER, "1min"
        ),
    ),
    Right(
        name="readers' transactions write",
        give="ALTER ROLE dateline_page SET default_transaction_read_only = off",
        take="ALTER ROLE dateline_page SET default_transaction_read_only = on",
        watch=lambda dsn: roles.test_readers_have_a_statement_timeout_and_read_only_transactions(
            dsn, "dateline_page", "5s"
        ),
        red=(InsufficientPrivilege,),  # another guard, behind this one
    ),
    Right(
        name="readers hold locks",
        give="GRANT UPDATE ON ops.lock_stories TO dateline_reader",
        take="REVOKE UPDATE ON ops.lock_stories FROM dateline_reader",
        watch=lambda dsn: locks.test_no_reader_can_keep_a_stage_waiting(dsn, READER),
    ),
    Right(
        name="pages read tables",
        give="GRANT USAGE ON SCHEMA core TO dateline_page;"
        "GRANT SELECT ON core.articles TO dateline_page",
        take="REVOKE SELECT ON core.articles FROM dateline_page;"
        "REVOKE USAGE ON SCHEMA core FROM dateline_page",
        watch=lambda dsn: roles.test_a_page_has_no_way_into_tables_and_texts(
            dsn, "SELECT * FROM core.articles"
        ),
    ),
]


@contextlib.contextmanager
def reddened(*kinds: type[BaseException]) -> Iterator[None]:
    """The body fails as a test fails, or with one of these."""
    with pytest.raises((AssertionError, pytest.fail.Exception, *kinds)):
        yield


def call(watch: Callable[..., None], request: pytest.FixtureRequest, folder: Path) -> None:
    """Call a test with what it names."""
    wanted = inspect.signature(watch).parameters
    given: dict[str, Any] = {}
    if "tmp_path" in wanted:
        folder.mkdir()
        given["tmp_path"] = folder
    if "dsn" in wanted:
        server = request.getfixturevalue("postgres_server")
        template = request.getfixturevalue("migrated_template")
        with database(server, template=template) as dsn:
            watch(**given, dsn=dsn)
        return
    watch(**given)


@pytest.mark.parametrize("one", GUARDS, ids=lambda one: one.name)
def test_without_the_guard_its_test_goes_red(
    one: Guard, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    call(one.watch, request, tmp_path / "on")
    with pytest.MonkeyPatch.context() as patch:
        one.off(patch)
        with reddened(*one.red):
            call(one.watch, request, tmp_path / "off")


@pytest.fixture(scope="module")
def own_dsn(postgres_server: EmbeddedServer) -> Iterator[str]:
    """A warehouse migrated in place, with the rights of the database itself."""
    with database(postgres_server, template="template0") as url:
        migrate(url)
        run_statement(url, "SELECT ops.ensure_partitions(2)")
        yield url


def run_statement(dsn: str, statement: str) -> None:
    with contextlib.closing(connect(dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(statement)


@pytest.mark.warehouse
@pytest.mark.parametrize("one", RIGHTS, ids=lambda one: one.name)
def test_with_the_right_given_its_test_goes_red(one: Right, own_dsn: str) -> None:
    one.watch(own_dsn)
    run_statement(own_dsn, one.give)
    try:
        with reddened(*one.red):
            one.watch(own_dsn)
    finally:
        run_statement(own_dsn, one.take)
    one.watch(own_dsn)


def test_the_table_is_long_enough_to_count() -> None:
    names = [one.name for one in (*GUARDS, *RIGHTS)]
    assert len(names) == len(set(names)) >= 40
