"""Files of exports: whole or not there, in bounded pieces, readable by others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from include.errors import CannotWork
from include.exports import gkg, parquet
from include.exports.parquet import write_parquet
from include.exports.place import Place, digest
from include.exports.tables import schema_of

SCHEMA = pa.schema([("number", pa.int64()), ("text", pa.string())])


def test_row_groups_are_bounded_by_rows_and_by_characters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS_A_GROUP", 10)
    monkeypatch.setattr(parquet, "CHARS_A_GROUP", 1_000)
    rows = [(n, "x" * (400 if n < 6 else 1)) for n in range(40)]
    assert write_parquet(iter(rows), tmp_path / "f", SCHEMA) == 40
    found = pq.ParquetFile(tmp_path / "f")
    sizes = [found.metadata.row_group(n).num_rows for n in range(found.num_row_groups)]
    assert sizes == [3, 3, 10, 10, 10, 4]
    assert found.read().to_pylist() == [{"number": n, "text": text} for n, text in rows]


def test_rows_are_taken_as_they_come_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS_A_GROUP", 10)
    most = 0

    def rows() -> Iterator[tuple[int, str]]:
        nonlocal most
        for n in range(100):
            on_disk = (tmp_path / "f").stat().st_size
            most = max(most, on_disk)
            yield n, "text"

    write_parquet(rows(), tmp_path / "f", SCHEMA)
    assert most > 0  # groups were on disk before the last row was asked for


COLUMNS = [
    ("low", "numeric", "Least."),
    ("names", "text[]", ""),
    ("on_day", "date", ""),
    ("at", "timestamp with time zone", ""),
]


def test_columns_of_the_warehouse_become_columns_of_the_file(tmp_path: Path) -> None:
    schema = schema_of(COLUMNS, {"dateline.day": "2026-11-20"})
    assert write_parquet([], tmp_path / "none", schema) == 0
    assert pq.read_schema(tmp_path / "none").names == ["low", "names", "on_day", "at"]
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    rows = [(Decimal("2.5"), ["a", "b"], at.date(), at), (None, None, None, None)]
    write_parquet(rows, tmp_path / "two", schema)
    first, second = pq.read_table(tmp_path / "two").to_pylist()
    assert first == {"low": 2.5, "names": ["a", "b"], "on_day": at.date(), "at": at}
    assert set(second.values()) == {None}
    assert pq.read_schema(tmp_path / "two").field("low").metadata[b"description"] == b"Least."


def test_a_type_that_files_do_not_know_is_told() -> None:
    with pytest.raises(ValueError, match="column where: no Arrow type for point"):
        schema_of([("where", "point", "")], {})


def test_a_file_replaces_the_old_one_in_one_step(tmp_path: Path) -> None:
    place = Place.at(tmp_path.as_uri())
    for text in ("old", "new"):
        with place.aside() as aside:
            (aside / "one").write_text(text)
            place.put(aside / "one", "articles/day=2026-11-20/articles.parquet")
    target = tmp_path / "articles" / "day=2026-11-20" / "articles.parquet"
    assert target.read_text() == "new"
    assert list((tmp_path / ".aside").iterdir()) == []


def test_what_fails_leaves_nothing_and_the_old_file(tmp_path: Path) -> None:
    place = Place.at(tmp_path.as_uri())
    (tmp_path / "f").write_text("old")

    def fail() -> None:
        with place.aside() as aside:
            (aside / "f").write_text("half")
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        fail()
    assert (tmp_path / "f").read_text() == "old"
    assert not list((tmp_path / ".aside").iterdir())


def test_object_storage_takes_whole_files(tmp_path: Path) -> None:
    place = Place.at("memory://exports")
    with place.aside() as aside:
        (aside / "f").write_text("text")
        place.put(aside / "f", "manifests/day.json")
    assert place.files.cat("/exports/manifests/day.json") == b"text"


@pytest.mark.parametrize("url", ["nosuch://place", "file:///proc/1/nowhere/exports"])
def test_a_place_out_of_reach_is_told_in_a_line(url: str) -> None:
    with pytest.raises(CannotWork) as caught, Place.at(url).aside():
        pass
    assert "\n" not in str(caught.value)
    assert url.split("://")[0] in str(caught.value)


def test_left_over_folders_are_found_by_age(tmp_path: Path) -> None:
    place = Place.at(tmp_path.as_uri())
    (tmp_path / ".aside" / "dead").mkdir(parents=True)
    (tmp_path / ".aside" / "dead" / "f").write_text("half")
    now = (tmp_path / ".aside" / "dead" / "f").stat().st_mtime
    assert place.left_over(older_than_s=60, now=now + 30) == []
    assert place.left_over(older_than_s=60, now=now + 90) == [
        (str(tmp_path / ".aside" / "dead"), 4)
    ]


def test_a_gkg_record_is_one_line_whatever_it_holds(tmp_path: Path) -> None:
    row = ["a\tb\r\nc\u2028d\x00"] + [None] * 25 + ["z"]
    assert gkg.write_gkg([row], tmp_path / "f") == 1
    text = (tmp_path / "f").read_bytes().decode()
    assert text == "a b c d " + "\t" * 26 + "z\n"
    with pytest.raises(ValueError, match="26 fields"):
        gkg.write_gkg([row[1:]], tmp_path / "f")


def test_digests_are_those_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"")
    assert digest(tmp_path / "f").startswith("e3b0c442")
