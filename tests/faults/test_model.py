"""A model of a newsroom beside the real warehouse: whatever happens, in whatever order, they agree.

Houses publish, edit, delete and bring back articles, and drop them from their feeds; runs come
whole, die at some point, start again, or come two at once; the list changes its order. After each
whole run the warehouse must say of every article what the model says. Parsing is done in this
process, as children are tried elsewhere.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from include import urls
from include.isolation import Done
from include.pages import guard
from include.stages import cleaning, polling
from tests.conftest import EmbeddedServer, database
from tests.effort import effort
from tests.faults import invariants
from tests.faults.certificates import authority
from tests.faults.hosts import Exchange, FaultyHosts, page, sentences, whole
from tests.faults.invariants import World
from tests.faults.plain_runs import list_feeds, run_of, steps

pytestmark = [pytest.mark.warehouse, pytest.mark.timeout(1_200)]
HOUSES = ("ash.page.test", "birch.page.test")
_numbers = itertools.count(1)


@dataclass
class Article:
    """What a house has under one address; `edition` 0 is as it was published."""

    edition: int = 0
    is_live: bool = True
    is_listed: bool = True


@dataclass
class Newsroom(FaultyHosts):
    """Hosts whose pages follow a model."""

    articles: dict[tuple[str, int], Article] = field(default_factory=dict)
    reverse: bool = False

    async def _answer(self, asked: Exchange) -> None:
        if asked.path.startswith("/feed"):
            answer = whole(self._feed(asked), "Content-Type: application/rss+xml")
        elif asked.path.startswith("/page/"):
            one = self.articles.get((asked.host, int(asked.path.removeprefix("/page/"))))
            answer = whole("gone", status="404 Not Found")
            if one is not None and one.is_live:
                number = int(asked.path.removeprefix("/page/"))
                body = page(asked.host, of_edition(number, one.edition))
                answer = whole(body, "Content-Type: text/html; charset=utf-8")
        else:
            answer = whole("", status="404 Not Found")
        asked.writer.write(answer)
        await asyncio.sleep(0)

    def _feed(self, asked: Exchange) -> str:
        listed = [
            (number, one)
            for (host, number), one in sorted(self.articles.items())
            if host == asked.host and one.is_listed
        ]
        items = "".join(
            f"<item><title>{sentences(asked.host, of_edition(number, one.edition))[0]}</title>"
            f"<link>{asked.base}/page/{number}</link><guid>{asked.host}-{number}</guid></item>"
            for number, one in (reversed(listed) if self.reverse else listed)
        )
        return f'<rss version="2.0"><channel><title>{asked.host}</title>{items}</channel></rss>'


def of_edition(number: int, edition: int) -> int:
    """The number of the text that an article has in an edition."""
    return number + 1_000 * edition


class Here:
    """Workers that work in this process."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def map(
        self, function: Callable[[Any], Any], items: Iterable[Any], **_: object
    ) -> Iterator[Done[Any, Any]]:
        """As `Workers.map`."""
        for item in items:
            try:
                yield Done(item, function(item))
            except Exception as error:
                yield Done(item, None, error)


class Died(BaseException):
    """The process of a run is gone."""


class Model(RuleBasedStateMachine):
    """The rules; `known` is what whole runs saw, `maybe` what runs that died may have seen."""

    server: ClassVar[EmbeddedServer]
    template: ClassVar[str]

    def __init__(self) -> None:
        super().__init__()
        self.stack = contextlib.ExitStack()
        self.folder = Path(tempfile.mkdtemp(prefix="dateline-model-"))
        self.stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        patch = self.stack.enter_context(pytest.MonkeyPatch.context())
        self.hosts = Newsroom(faults={}, folder=self.folder, trusted=authority(), faulty=False)
        self.stack.enter_context(self.hosts.serving())
        patch.setattr(guard, "_getaddrinfo", self.hosts.resolve)
        patch.setattr(polling, "Workers", Here)
        patch.setattr(cleaning, "Workers", Here)
        self.dsn = self.stack.enter_context(database(self.server, template=self.template))
        self.world = World(self.dsn, self.folder)
        self.known: dict[tuple[str, int], set[int]] = {}
        self.maybe: dict[tuple[str, int], set[int]] = {}
        self.listed: set[tuple[str, int]] = set()
        self.perhaps_listed: set[tuple[str, int]] = set()
        self.is_settled = True

    def teardown(self) -> None:
        self.stack.close()

    @initialize()
    def open(self) -> None:
        list_feeds(self.folder, self.hosts, list(HOUSES))

    @rule(house=st.sampled_from(HOUSES), number=st.integers(1, 4))
    def publish(self, house: str, number: int) -> None:
        """A new article, or one that comes back, to its page and to its feed."""
        one = self.hosts.articles.setdefault((house, number), Article())
        one.is_live = one.is_listed = True
        self.is_settled = False

    @precondition(lambda self: self.hosts.articles)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        """Other words under the same address."""
        self._one(data).edition += 1

    @precondition(lambda self: self.hosts.articles)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        """The page is gone."""
        self._one(data).is_live = False

    @precondition(lambda self: self.hosts.articles)
    @rule(data=st.data())
    def drop(self, data: st.DataObject) -> None:
        """The feed lists it no more."""
        self._one(data).is_listed = False

    @rule()
    def reorder(self) -> None:
        """Feeds list their entries the other way round, and so does the list its feeds."""
        self.hosts.reverse = not self.hosts.reverse
        list_feeds(self.folder, self.hosts, [*HOUSES][:: -1 if self.hosts.reverse else 1])

    @rule()
    def poll(self) -> None:
        """A week passes, and a whole run."""
        self._wait()
        self._run()
        self._saw(self.known)
        self.is_settled = True

    @rule(at=st.integers(1, 8), within=st.integers(0, 5))
    def crash(self, at: int, within: int) -> None:
        """A run that dies in its stage `at`, when that has opened `within` transactions."""
        self._wait()
        run = run_of(self.dsn, self.folder, self.hosts, f"dies-{next(_numbers)}")
        opened = 0

        def connect() -> Any:
            nonlocal opened
            opened += 1
            if opened > within:
                raise Died
            return real()

        real, done = run.connect, steps(run)
        for step in done[:at]:
            step()
        object.__setattr__(run, "connect", connect)
        with contextlib.suppress(Died, BaseExceptionGroup):
            done[at]()
        self._saw(self.maybe)
        self.is_settled = False

    @rule()
    def overlap(self) -> None:
        """Two runs at once; then one that finds nothing left to do, or does it."""
        self._wait()
        names = [f"side-{next(_numbers)}" for _ in range(2)]
        both = [steps(run_of(self.dsn, self.folder, self.hosts, name)) for name in names]
        with ThreadPoolExecutor(2) as threads:
            for _ in threads.map(lambda one: [step() for step in one[:6]], both):
                pass
        self._saw(self.maybe)
        self.poll()

    @invariant()
    def agrees(self) -> None:
        """The warehouse says what the model says, once a whole run is done."""
        invariants.identity(self.world)
        if not self.is_settled:
            return
        stored: dict[str, dict[int, str]] = {}
        current: dict[str, tuple[str, bool]] = {}
        for url, number, title, is_current, is_gone in self.world.rows(
            "SELECT canonical_url, number, title, articles.version_id = versions.version_id, "
            "gone_at IS NOT NULL FROM core.articles JOIN core.article_versions AS versions "
            "USING (article_id)"
        ):
            stored.setdefault(url, {})[number] = title
            if is_current:
                current[url] = title, is_gone
        for host, number in self.known.keys() | self.maybe.keys():
            editions = self.known.get((host, number), set())
            url = urls.canonical(self.hosts.url(host, f"/page/{number}"))
            sure = {sentences(host, of_edition(number, one))[0] for one in editions}
            unsure = {
                sentences(host, of_edition(number, one))[0]
                for one in self.maybe.get((host, number), ())
            }
            titles = set(stored.get(url, {}).values())
            assert sure <= titles <= sure | unsure, (url, sure, titles, unsure)
            one = self.hosts.articles[host, number]
            if (host, number) in self.listed and url in current:
                title, is_gone = current[url]
                assert is_gone == (not one.is_live), url
                if one.is_live:
                    assert title == sentences(host, of_edition(number, one.edition))[0]
        polled = self.world.rows("SELECT state FROM ops.runs WHERE run_id LIKE 'whole-%'")
        assert {state for (state,) in polled} <= {"done"}

    def _one(self, data: st.DataObject) -> Article:
        self.is_settled = False
        return self.hosts.articles[data.draw(st.sampled_from(sorted(self.hosts.articles)))]

    def _wait(self) -> None:
        self.world.rows("UPDATE core.pages SET next_fetch_at = now(), ladder = 0, attempts = 0")
        self.world.rows("UPDATE ops.hosts SET not_before = now() - interval '1 second'")

    def _run(self) -> None:
        for step in steps(run_of(self.dsn, self.folder, self.hosts, f"whole-{next(_numbers)}")):
            step()

    def _saw(self, where: dict[tuple[str, int], set[int]]) -> None:
        """Note what a run saw: pages that live, of entries that were listed then or before."""
        for key, one in self.hosts.articles.items():
            if one.is_listed:
                (self.listed if where is self.known else self.perhaps_listed).add(key)
            if one.is_live and key in self.listed:
                where.setdefault(key, set()).add(one.edition)
            elif one.is_live and key in self.perhaps_listed:
                self.maybe.setdefault(key, set()).add(one.edition)


def test_the_warehouse_agrees_with_the_model(
    postgres_server: EmbeddedServer, migrated_template: str
) -> None:
    Model.server, Model.template = postgres_server, migrated_template
    run_machine(Model, settings=effort(4, stateful_step_count=12))
