"""Pages that others fetched come in once, in order, whatever state their files are in."""

from __future__ import annotations

import gzip
import io
import itertools
import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pyarrow
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from include import stages
from include.errors import CannotWork
from include.pages.archive import Archive
from include.pages.captures import Piece
from include.pages.html_folder import HtmlTask, read_html
from include.pages.warc import Reference
from include.pages.warc_reader import WarcTask, read_warc
from include.settings import Settings
from include.stages import Run, import_pieces, importing
from include.warehouse.connect import connector

WORDS = "The minister said on Monday that the bridge would be closed until the spring. " * 8


def page(number: int, words: str = WORDS) -> bytes:
    return f"<html><body><h1>Page {number}</h1><p>{words}</p></body></html>".encode()


class Warc:
    """A WARC file that is being written, in the layout of Common Crawl News."""

    def __init__(self, *, packed: bool = True) -> None:
        self.out = io.BytesIO()
        self._writer = WARCWriter(self.out, gzip=packed, warc_version="WARC/1.0")
        self._writer.write_record(self._writer.create_warcinfo_record("n", {"software": "x"}))
        self.places: list[int] = []

    def add(
        self, url: str, body: bytes, *, kind: str = "response", status: str = "200 OK",
        date: str = "2026-11-02T06:00:00Z", **headers: str,
    ) -> Warc:  # fmt: skip
        self.places.append(self.out.tell())
        given = {"content_type": "text/html; charset=utf-8"} | headers
        http = StatusAndHeaders(
            status, [(k.replace("_", "-"), v) for k, v in given.items()], protocol="HTTP/1.1"
        )
        record = self._writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), http_headers=http,
            warc_headers_dict={"WARC-Date": date},
        )  # fmt: skip
        self._writer.write_record(record)
        return self

    def save(self, path: Path, spoil: Callable[[bytes], bytes] = lambda data: data) -> Path:
        path.write_bytes(spoil(self.out.getvalue()))
        return path


@pytest.fixture
def run(warehouse_dsn: str, tmp_path: Path) -> Run:
    settings = Settings(archive=(tmp_path / "archive").as_uri(), workers=1)
    return Run(connect=connector(warehouse_dsn), settings=settings, run_id="test")


def bring(run: Run, *paths: Path | str, again: bool = False) -> dict[str, int]:
    counts: dict[str, int] = {}
    for batch in stages.choose_imports(run, [str(path) for path in paths], again=again):
        for name, number in stages.import_pages(run, batch).items():
            counts[name] = counts.get(name, 0) + number
    return counts


def ask(run: Run, query: str) -> list[tuple[Any, ...]]:
    with run.transaction() as cur:
        cur.execute(query)
        return list(cur.fetchall())


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_file_becomes_pages(run: Run, tmp_path: Path, packed: bool) -> None:
    warc = Warc(packed=packed)
    warc.add("https://example.org/a", page(1)).add("http://www.example.org/b", page(2))
    warc.add("https://other.example/a", gzip.compress(page(3)), content_encoding="gzip")
    file = warc.save(tmp_path / ("x.warc.gz" if packed else "x.warc"))
    assert bring(run, file) == {"stored/new": 3}
    rows = ask(
        run,
        "SELECT url, publishers.name, next_fetch_at, fetched_at, body_sha256 <> cleaned_sha256 "
        "IS NOT FALSE, archive_path, archive_offset, archive_length FROM core.pages "
        "JOIN core.publishers USING (publisher_id) ORDER BY url",
    )
    assert [row[:3] for row in rows] == [
        ("http://www.example.org/b", "example.org", None),
        ("https://example.org/a", "example.org", None),
        ("https://other.example/a", "other.example", None),
    ]
    assert {row[3] for row in rows} == {datetime(2026, 11, 2, 6, tzinfo=UTC)}
    answer = Archive.at(run.settings.archive_url).read(Reference(*rows[2][5:]))
    assert (answer.body, answer.url) == (page(3), "https://other.example/a")
    assert bring(run, file) == {}
    assert bring(run, file, again=True) == {"unchanged/same_body": 3}
    assert len(stages.choose_articles(run)) == 1


def test_a_folder_of_html_files(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.html").write_bytes(page(1))
    (folder / "deep" / "b.htm.gz").write_bytes(gzip.compress(page(2)))
    (folder / "c.html").write_bytes(
        b"<html><head><link rel=canonical href='https://c.example/c'></head>" + page(3)
    )
    (folder / "d.html").write_bytes(page(4))
    (folder / "e.html").write_bytes(b" ")
    (folder / "urls.csv").write_text(
        "file,url,fetched_at,publisher\n"
        "a.html,https://paper.example/a,2026-11-01T00:00:00+00:00,The Paper\n"
        "deep/b.htm.gz,https://paper.example/b,,\n"
    )
    assert bring(run, folder) == {"skipped/empty_body": 1, "skipped/no_url": 1, "stored/new": 3}
    assert ask(
        run,
        "SELECT url, publishers.name FROM core.pages JOIN core.publishers USING (publisher_id) "
        "ORDER BY url",
    ) == [
        ("https://c.example/c", "c.example"),
        ("https://paper.example/a", "The Paper"),
        ("https://paper.example/b", "The Paper"),
    ]
    assert bring(run, folder) == {}
    (folder / "d.html").write_bytes(b"<meta property=og:url content=https://c.example/d>" + page(4))
    assert bring(run, folder)["stored/new"] == 1


def test_a_link_out_of_the_folder_is_told_and_not_read(run: Run, tmp_path: Path) -> None:
    folder, aside = tmp_path / "my pages", tmp_path / "aside.html"
    folder.mkdir()
    address = b"<link rel=canonical href='https://c.example/%b'>"
    (folder / "a.html").write_bytes(address % b"a" + page(1))
    (folder / "b.html").symlink_to(folder / "a.html")
    aside.write_bytes(address % b"aside" + page(2))
    (folder / "c.html").symlink_to(aside)
    (folder / "urls.csv").symlink_to(tmp_path / "nowhere.csv")
    assert bring(run, folder) == {"stored/new": 1, "unchanged/same_body": 1}
    told = "SELECT subject FROM ops.outcomes WHERE reason = 'outside_folder' ORDER BY 1"
    assert [Path(one).name for (one,) in ask(run, told)] == ["c.html", "urls.csv"]
    assert bring(run, f"{folder}/*.html") == {"unchanged/same_body": 2}
    (tmp_path / "meant.html").symlink_to(aside)
    assert bring(run, tmp_path / "meant.html") == {"stored/new": 1}


def test_every_record_has_an_outcome(run: Run, tmp_path: Path) -> None:
    warc = Warc()
    warc.add("https://p.example/a", page(1))
    warc.add("https://p.example/404", b"no", status="404 Not Found")
    warc.add("https://p.example/500", b"no", status="500 Oh")
    warc.add("https://p.example/pdf", b"%PDF", content_type="application/pdf")
    warc.add("https://p.example/empty", b"")
    warc.add("https://p.example/large", b"<p>" + b"x" * 6_000_000)
    warc.add("https://p.example/bomb", gzip.compress(b"<p>" * 30_000_000), content_encoding="gzip")
    warc.add("https://p.example/br", b"\x0b\x02\x80", content_encoding="br")
    warc.add("https://p.example/cut-gzip", gzip.compress(page(3))[:-20], content_encoding="gzip")
    warc.add("https://u:p@p.example/secret", page(2))
    warc.add("https://p.example/again", b"", kind="revisit")
    warc.add("https://p.example/asked", b"", kind="request")
    warc.add("dns:p.example", b"192.0.2.1")
    counts = bring(run, warc.save(tmp_path / "x.warc.gz"))
    assert sum(counts.values()) == 11
    assert counts == {
        "skipped/bad_url": 1, "skipped/broken_transfer": 2, "skipped/empty_body": 1,
        "skipped/http_server_error": 1, "skipped/not_found": 1, "skipped/not_html": 1,
        "skipped/too_large": 2, "stored/new": 1, "unchanged/same_body": 1,
    }  # fmt: skip


def test_captures_of_one_page_leave_the_newest(run: Run, tmp_path: Path) -> None:
    one, other = "https://p.example/a", "https://p.example/a?utm_source=x"
    late, early = "2026-11-03T00:00:00Z", "2026-11-01T00:00:00Z"
    warc = Warc().add(one, page(2), date=late).add(other, page(1), date=early)
    assert bring(run, warc.save(tmp_path / "x.warc.gz")) == {"stored/new": 1, "updated/changed": 1}
    older = Warc().add(one, page(0), date="2026-10-01T00:00:00Z")
    assert bring(run, older.save(tmp_path / "y.warc.gz")) == {"skipped/older_than_stored": 1}
    newer = Warc().add(one, page(3), date="2026-11-04T00:00:00Z")
    assert bring(run, newer.save(tmp_path / "z.warc.gz")) == {"updated/changed": 1}
    ((at,),) = ask(run, "SELECT fetched_at FROM core.pages")
    assert at == datetime(2026, 11, 4, tzinfo=UTC)


def test_a_page_that_a_feed_lists_later_is_fetched(run: Run, tmp_path: Path) -> None:
    bring(run, Warc().add("https://p.example/a", page(1)).save(tmp_path / "x.warc.gz"))
    assert stages.choose_pages(run) == []
    with run.transaction() as cur:
        from include.warehouse import pages

        place = pages.place_of("https://p.example/a")
        assert isinstance(place, pages.Place)
        cur.execute("SELECT publisher_id FROM core.publishers")
        pages.store_pages(cur, {place: cur.fetchall()[0][0]})
    assert len(stages.choose_pages(run)) == 1


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda data, at: data[:-30], {"stored/new": 4, "skipped/broken_transfer": 1}),
        (
            lambda data, at: data[: at[2] + 30] + b"\x00" * 60 + data[at[2] + 90 :],
            {"stored/new": 4, "skipped/broken_transfer": 1},
        ),
        (
            lambda data, at: data[: at[1]] + b"junk between" + data[at[1] :],
            {"stored/new": 5, "skipped/broken_transfer": 1},
        ),
        (
            lambda data, at: data + b"\x1f\x8b\x08junk",
            {"stored/new": 5, "skipped/broken_transfer": 1},
        ),
    ],
    ids=["cut off", "zeroes in a record", "junk between records", "junk at the end"],
)  # fmt: skip
def test_what_is_broken_is_told_and_passed_over(
    run: Run, tmp_path: Path, spoil: Any, expected: dict[str, int]
) -> None:
    warc = Warc()
    for number in range(5):
        body = page(number, os.urandom(400).hex())
        warc.add(f"https://p.example/{number}", body)
    file = warc.save(tmp_path / "x.warc.gz", lambda data: spoil(data, warc.places))
    assert bring(run, file) == expected
    assert ask(run, "SELECT state FROM ops.imports") == [("done",)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", None),
        (b"not a WARC file at all\n" * 50, "not a WARC file"),
        (gzip.compress(b"nothing of the kind"), "not a WARC file"),
        (os.urandom(5000), "not a WARC file"),
    ],
    ids=["empty", "text", "gzip", "noise"],
)
def test_a_file_that_is_none_fails_alone(
    run: Run, tmp_path: Path, data: bytes, said: str | None
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.warc.gz").write_bytes(data)
    Warc().add("https://p.example/a", page(1)).save(folder / "b.warc.gz")
    counts = bring(run, folder)
    assert counts["stored/new"] == 1
    states = ask(run, "SELECT state, detail FROM ops.imports ORDER BY url")
    if said:
        assert counts["failed/parse_error"] == 1
        assert said in states[0][1]
        assert bring(run, folder) == {"failed/parse_error": 1}  # tried again, and only it
    else:
        assert states[0] == ("done", "")


def test_one_member_for_all_records_is_told_with_what_to_do(run: Run, tmp_path: Path) -> None:
    warc = Warc(packed=False)
    for number in range(3):
        warc.add(f"https://p.example/{number}", page(number))
    file = warc.save(tmp_path / "x.warc.gz", gzip.compress)
    counts = bring(run, file)
    ((_, detail),) = ask(run, "SELECT state, detail FROM ops.imports")
    assert "failed/parse_error" in counts, (counts, detail)
    assert "warcio recompress" in detail


def test_an_import_that_stopped_goes_on_where_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warc = Warc()
    for number in range(450):
        warc.add(f"https://p.example/{number}", page(number, f"{number} " * 20))
    file = warc.save(tmp_path / "x.warc.gz")
    (batch,) = stages.choose_imports(run, [str(file)])
    positions: list[str] = []

    class Stopped(Exception): ...

    def told(position: str) -> None:
        positions.append(position)
        if len(positions) == 2:
            raise Stopped

    with pytest.raises(Stopped):
        importing.import_pages(run, batch, told=told)
    assert ask(run, "SELECT state, records FROM ops.imports") == [("begun", 200)]
    counts = bring(run, file)
    assert counts == {"stored/new": 250}
    assert ask(run, "SELECT state, records, pages FROM ops.imports") == [("done", 450, 450)]
    assert ask(run, "SELECT count(*) FROM core.pages") == [(450,)]


def test_a_reader_that_dies_whatever_it_reads_costs_its_file_only(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Warc().add("https://p.example/a", page(1)).save(tmp_path / "x.warc.gz")
    (batch,) = stages.choose_imports(run, [str(file)])
    monkeypatch.setattr(import_pieces, "read_warc", _dies)
    assert stages.import_pages(run, batch) == {"failed/worker_died": 1}
    monkeypatch.undo()
    assert bring(run, file) == {"stored/new": 1}


def _dies(task: object) -> None:
    os.kill(psutil.Process().pid, signal.SIGKILL)


POISON = b"<!-- ends who reads it -->"


def _dies_of_poison(task: WarcTask) -> Piece:
    piece = read_warc(task)
    if any(POISON in one.answer.body for one in piece.captures if one.answer):
        _dies(task)
    return piece


def _file_dies_of_poison(task: HtmlTask) -> Piece:
    if any("poison" in one.path for one in task.files):
        _dies(task)
    return read_html(task)


@pytest.mark.parametrize("form", ["gzip", "zstd", "plain"])
def test_a_record_that_ends_its_reader_costs_itself_only(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    warc = Warc(packed=form == "gzip")
    # a page that shows a record is none, wherever reading begins
    sham = b"\nWARC/1.0\r\nWARC-Type: response\r\n\r\n" + gzip.compress(b"WARC/1.0\r\n")
    for number in range(230):
        body = page(number, f"{number} " * 20)
        warc.add(f"https://p.example/{number}", POISON + sham + body if number == 120 else body)
    ends = [*warc.places[1:], len(warc.out.getvalue())]
    name = {"gzip": "x.warc.gz", "zstd": "x.warc.zst", "plain": "x.warc"}[form]
    file = warc.save(tmp_path / name, partial(_in_frames, [0, *warc.places, ends[-1]], form))
    monkeypatch.setattr(import_pieces, "read_warc", _dies_of_poison)
    assert bring(run, file) == {"stored/new": 229, "failed/worker_died": 1}
    assert ask(run, "SELECT state, records, pages FROM ops.imports") == [("done", 230, 229)]
    assert ask(run, "SELECT count(*) FROM core.pages WHERE url LIKE '%/120'") == [(0,)]
    assert bring(run, file) == {}


def _in_frames(places: list[int], form: str, data: bytes) -> bytes:
    if form != "zstd":
        return data
    codec = pyarrow.Codec("zstd")
    return b"".join(
        codec.compress(data[begin:end], asbytes=True) for begin, end in itertools.pairwise(places)
    )


def test_an_html_file_that_ends_its_reader_costs_itself_only(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["a", "b", "poison", "q", "z"]
    (tmp_path / "urls.csv").write_text(
        "file,url\n" + "".join(f"{name}.html,https://p.example/{name}\n" for name in names)
    )
    for number, name in enumerate(names):
        (tmp_path / f"{name}.html").write_bytes(page(number))
    monkeypatch.setattr(import_pieces, "read_html", _file_dies_of_poison)
    assert bring(run, tmp_path) == {"stored/new": 4, "failed/worker_died": 1}
    assert ask(run, "SELECT detail FROM ops.outcomes WHERE reason = 'worker_died'") == [
        ("https://p.example/poison exit code -9",)
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere/x.warc.gz", "no .warc"),
        ("", "no .warc"),
        ("tape://x/y.warc.gz", "import tape://"),
        ("nothing-*.warc.gz", "no .warc"),
    ],
)
def test_nothing_there_is_one_line(run: Run, tmp_path: Path, path: str, said: str) -> None:
    given = path if "://" in path else str(tmp_path / path)
    with pytest.raises(CannotWork, match=said.replace(".", r"\.")) as caught:
        stages.choose_imports(run, [given])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file;url\n", "columns file and url"),
        ("file,url,fetched_at\na.html,u,yesterday\n", "fetched_at"),
    ],
)
def test_a_list_that_cannot_be_used_is_one_line(
    run: Run, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "a.html").write_bytes(page(1))
    (tmp_path / "urls.csv").write_text(text)
    with pytest.raises(CannotWork, match=said):
        stages.choose_imports(run, [str(tmp_path)])
