"""Measurements are data: documents show the records, and a fall beyond noise is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import bench, records
from tests.benchmarks.records import PROJECT, RESULTS

NAMES = sorted(file.stem for file in RESULTS.glob("*.json") if file.stem != "summary")


@pytest.mark.parametrize("document", records.DOCUMENTS)
def test_documents_show_what_was_measured(document: str) -> None:
    text = (PROJECT / document).read_text("utf-8")
    assert "<!-- measured: " in text
    assert records.renewed(text) == text, "run `make docs`"


@pytest.mark.parametrize("name", NAMES)
def test_a_record_says_what_on_which_data_at_which_commit(name: str) -> None:
    record = records.load(name)
    assert record["what"]
    assert record["data"]["what"]
    assert {"command", "commit", "machine", "measured_at"} <= set(record)
    for cells in record["rows"].values():
        assert set(cells) - {"as"} <= set(record["columns"])


@pytest.mark.parametrize("name", bench.MEASURES)
def test_what_can_be_measured_here_has_its_commit_and_data(name: str) -> None:
    record = records.load(name)
    assert record["commit"]
    assert len(record["data"]["sha256"]) == 64


RECORD: dict[str, Any] = {
    "heading": "set",
    "columns": {
        "f1": {"heading": "F1", "better": "higher", "noise": 0.01},
        "ms": {"heading": "ms", "format": ".0f", "better": "lower", "noise": 5},
        "texts": {"heading": "texts", "format": ".0f"},
    },
    "rows": {"A": {"f1": 0.9, "ms": 50, "texts": 7}, "B": {"f1": 0.8, "as": {"told": "set B"}}},
}


@pytest.mark.parametrize(
    ("row", "column", "value", "is_fall"),
    [
        ("A", "f1", 0.88, True), ("A", "f1", 0.895, False), ("A", "f1", 0.99, False),
        ("A", "ms", 56, True), ("A", "ms", 54, False), ("A", "ms", 10, False),
        ("A", "texts", 1, False), ("B", "f1", None, True),
    ],
)  # fmt: skip
def test_a_fall_beyond_noise_is_told(
    row: str, column: str, value: float | None, is_fall: bool
) -> None:
    new = json.loads(json.dumps(RECORD))
    new["rows"][row][column] = value
    assert bool(list(records.falls(RECORD, new))) == is_fall


def test_a_row_that_is_gone_is_a_fall() -> None:
    new = json.loads(json.dumps(RECORD))
    del new["rows"]["A"]
    assert len(list(records.falls(RECORD, new))) == 2


def test_a_check_measures_and_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(records, "RESULTS", tmp_path)
    now = json.loads(json.dumps(RECORD)) | {"what": "w", "data": {"what": "d", "sha256": None}}
    monkeypatch.setattr(bench, "MEASURES", {"made": lambda: now})
    monkeypatch.setattr("sys.argv", ["bench", "--names", "made"])
    assert bench.main() == 0
    before = (tmp_path / "made.json").read_text("utf-8")
    now["rows"]["A"]["f1"] = 0.5
    monkeypatch.setattr("sys.argv", ["bench", "--names", "made", "--check"])
    assert bench.main() == 1
    assert "A, f1: 0.9 before, 0.5 now" in capsys.readouterr().out
    assert (tmp_path / "made.json").read_text("utf-8") == before


def test_a_table_is_written_as_documents_write_figures() -> None:
    assert records.table(RECORD) == (
        "| set | F1 | ms | texts |\n|---|---|---|---|\n"
        "| A | .900 | 50 | 7 |\n| set B | .800 | | |\n"
    )
    assert records.shown(-0.5, {"format": "+.1f"}) == "-.5"
