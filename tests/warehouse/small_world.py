"""A little newsroom of two feeds and five pages, one of which a test makes bad; work is done in
this process, so that a test can make any function raise."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

import pytest

from include import stages
from include.isolation import Died, Done, Workers
from include.settings import Settings
from include.stages.work import Batch
from include.warehouse.connect import connect, connector

BAD = "Quagmire"
PAGES = 5
PLACES = ("Ternby", "Ulmholt", BAD, "Sandwick", "Eastmere")
SAYINGS = (
    "We shall close the old bridge until the spring comes round again",
    "Nobody has been asked to leave the harbour while the gale lasts",
    "The quagmire has swallowed every tractor that was sent into it",
    "Our library needs a new roof before the first snow falls there",
    "Trains will not stop at the northern platform for eleven weeks",
)
FRAMES = (
    "Masons in {place} looked over every {word} before the first frost of the year",
    "Off {place} nobody had seen a {word} as busy since the great storm of their youth",
    "Farmers round {place} told each other that no {word} could be saved from the mud",
    "The mayor of {place} promised money for each {word} that readers had asked about",
    "From {place} to the coast a {word} was out of use, to the anger of those who travel",
)
MATTERS = (
    "bridge river traffic engineers concrete detour lorries ferries tolls barrier",
    "harbour gale moorings trawlers lighthouse breakwater pilots anchors cranes tide",
    "quagmire tractors farmland drainage peat ditches harvest hedges cattle barn",
    "library roof librarians shelves donors slates carpenters readers archives lamps",
    "railway platform signals commuters timetable carriages sleepers junction guards depot",
)


def page(number: int) -> bytes:
    """A page on a matter of its own; number 3 is the one that can be made bad."""
    place, saying, matter = PLACES[number - 1], SAYINGS[number - 1], MATTERS[number - 1]
    words = ". ".join(FRAMES[number - 1].format(place=place, word=word) for word in matter.split())
    title = f"{place}: {matter.split()[0]} and {matter.split()[1]}"
    return (
        f"<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>“{saying},” said Anna {place} on Monday. {words}.</p>"
        f"<p>At least {number + 11} people were moved, the council of {place} said.</p>"
        "</article></body></html>"
    ).encode()


class _Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.strip("/")
        if name.isdigit():
            kind, body = "text/html", page(int(name))
        elif name in ("a", "b"):
            items = "".join(
                f"<item><title>{PLACES[n - 1]}</title>"
                f"<link>http://{self.headers['Host']}/{n}</link></item>"
                for n in ((1, 2, 4, 5) if name == "a" else (3,))
            )
            kind = "application/rss+xml"
            body = f"<rss version='2.0'><channel><title>t</title>{items}</channel></rss>".encode()
        else:
            kind, body = "text/plain", b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def site() -> Iterator[int]:
    """The port of the newsroom."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def work_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let workers work in this process; what they raise is brought over as from a child."""

    def inline(
        self: Workers, function: Callable[[Any], Any], items: Iterable[Any], *, deadline_s: Any
    ) -> Iterator[Done[Any, Any]]:
        for item in items:
            try:
                yield Done(item, function(item))
            except MemoryError:
                yield Done(item, None, Died("out of memory"))
            except Exception as error:
                yield Done(item, None, error)

    monkeypatch.setattr(Workers, "map", inline)


class World:
    """The newsroom's warehouse, and a run in it. `bad` finds the numbers of what is bad."""

    ORDER = (
        "poll_feeds",
        "fetch_pages",
        "clean_articles",
        "fingerprint_texts",
        "extract_texts",
        "group_stories",
        "join_entities",
        "join_statements",
        "refresh_marts",
    )
    _CHOOSES: ClassVar[dict[str, str]] = {
        "poll_feeds": "choose_feeds",
        "fetch_pages": "choose_pages",
        "clean_articles": "choose_articles",
        "extract_texts": "choose_texts",
    }

    def __init__(self, dsn: str, home: Path, port: int, patch: pytest.MonkeyPatch) -> None:
        self.dsn, self.home, self.patch = dsn, home, patch
        (home / "feeds.csv").write_text(
            "feed_id,url,publisher,title,language,country\n"
            + "".join(f"{n},http://127.0.0.1:{port}/{n},p{n}.example,,,\n" for n in "ab")
        )
        self.settings = Settings(
            home=home,
            feeds=str(home / "feeds.csv"),
            allow_private=(f"127.0.0.1:{port}",),
            obey_robots=False,
            workers=1,
        )
        self.run = self.begin("run:1")

    def begin(self, run_id: str, **settings: Any) -> stages.Run:
        """A new run."""
        one = stages.Run(
            connect=connector(self.dsn),
            settings=self.settings.model_copy(update=settings),
            run_id=run_id,
        )
        stages.open_run(one, kind="by_hand")
        return one

    def ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a statement."""
        with closing(connect(self.dsn)) as conn, conn, conn.cursor() as cur:
            cur.execute(statement, values or None)
            return cur.fetchall() if cur.description else []

    def one(self, statement: str, *values: object) -> Any:
        """The first value of a statement's first row."""
        return self.ask(statement, *values)[0][0]

    def do(self, stage: str) -> None:
        """Run a stage as a run does."""
        if stage in self._CHOOSES:
            options = {"poll_all": True} if stage == "poll_feeds" else {}
            batches: list[Batch] = getattr(stages, self._CHOOSES[stage])(self.run, **options)
            for batch in batches:
                getattr(stages, stage)(self.run, batch)
        else:
            getattr(stages, stage)(self.run)

    def until(self, stage: str) -> None:
        """Run all the stages before `stage`; with none of that name, all."""
        for name in self.ORDER:
            if name == stage:
                return
            self.do(name)

    def poison(self, target: str, is_bad: Callable[..., bool]) -> None:
        """Make a function raise for what is bad."""
        module_name, _, name = target.rpartition(".")
        module = import_module(module_name)
        sound = getattr(module, name)

        def poisoned(*args: Any, **options: Any) -> Any:
            if is_bad(*args, **options):
                raise ZeroDivisionError("of the bad item")
            return sound(*args, **options)

        self.patch.setattr(module, name, poisoned)

    def failed(self, stage: str) -> list[tuple[str, str, str]]:
        """The outcomes of what fell out in a stage: kind, subject, reason."""
        return self.ask(
            "SELECT subject_kind, subject, reason FROM ops.outcomes"
            " WHERE stage = %s AND status IN ('failed', 'retry') ORDER BY 1, 2",
            stage,
        )
