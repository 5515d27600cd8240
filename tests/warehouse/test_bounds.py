"""What PostgreSQL bounds in bytes is bounded in bytes before it gets there."""

from __future__ import annotations

import random
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from include.outcomes import Outcome, Reason, Status
from include.records import ExtractedText, Mention
from include.stages import extracting
from include.warehouse import ledger
from include.warehouse.connect import connect
from include.warehouse.text import KEY_BYTES, NAME_CHARS, key_of, name_of
from tests.warehouse.small_world import PAGES, World, site, work_here

# Four bytes a letter, and too unlike one another to be packed.
_LETTERS = [chr(code) for code in range(0x20000, 0x22000)]


def unlike(count: int, *, seed: int = 1) -> str:
    """So many letters of four bytes that no compression makes shorter."""
    return "".join(random.Random(seed).choices(_LETTERS, k=count))


def test_a_short_key_stays_as_it_is() -> None:
    key = "https://news.example/a?b=ü"
    assert key_of(key) is key


def test_a_long_key_is_cut_in_bytes_and_keeps_apart_what_begins_alike() -> None:
    one, other = unlike(2_000) + "a", unlike(2_000) + "b"
    assert len(key_of(one).encode()) <= KEY_BYTES
    assert key_of(one) != key_of(other)
    assert key_of(one) == key_of(one)
    assert key_of(key_of(one)) == key_of(one)


def test_nothing_unstorable_is_left_in_keys_and_names() -> None:
    for text in ("a\x00b", "a\ud800b", "\udfff" * 2_000):
        key_of(text).encode()
        name_of(text).encode()
        assert "\x00" not in key_of(text) + name_of(text)


def test_an_outcome_of_any_subject_is_stored(warehouse_dsn: str) -> None:
    subjects = [unlike(1_500), unlike(3_000), unlike(3_000) + "x", "n" * 100_000]
    outcomes = [
        Outcome(
            stage="read_entries", subject_kind="entry", subject=subject,
            status=Status.STORED, reason=Reason.NEW,
        )
        for subject in subjects
    ]  # fmt: skip
    with closing(connect(warehouse_dsn)) as conn, conn, conn.cursor() as cur:
        ledger.open_run(cur, "test", kind="by_hand")
        ledger.record_outcomes(cur, "test", outcomes)
        cur.execute("SELECT count(DISTINCT subject), max(octet_length(subject)) FROM ops.outcomes")
        assert cur.fetchone() == (4, KEY_BYTES)


@pytest.mark.parametrize(
    ("words", "is_cut"),
    [
        ("one two three", False),
        # Two letters of four bytes each: 100,000 of them do not fit in one tsvector.
        (" ".join(a + b for a in _LETTERS[:400] for b in _LETTERS[:250]), True),
    ],
)
def test_words_to_search_are_as_many_as_fit(warehouse_dsn: str, words: str, is_cut: bool) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(
            "SELECT length(document), cut_at"
            " FROM core.words_to_search('core.search_other'::regconfig, 'A title', %s)",
            (words,),
        )
        row = cur.fetchone()
        assert row is not None
        assert row[0] > 2
        assert (row[1] is not None) is is_cut
        assert row[1] is None or 0 < row[1] < len(words) < sys.maxsize


@pytest.mark.timeout(1200)  # many stages, maybe beside busy neighbours
def test_a_name_longer_than_an_index_takes_is_kept_and_joined(
    warehouse_dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work_here(monkeypatch)
    sound = extracting._work

    def with_a_long_name(task: extracting.ExtractTask) -> list[ExtractedText]:
        long = Mention(start=0, end=3, text="abc", label="PERSON", entity=unlike(760), confidence=1)
        return [replace(one, mentions=(*one.mentions, long)) for one in sound(task)]

    monkeypatch.setattr(extracting, "_work", with_a_long_name)
    with site() as port:
        world = World(warehouse_dsn, tmp_path, port, monkeypatch)
        world.until("refresh_marts")
        assert world.one("SELECT max(octet_length(name)) FROM core.entities") == 4 * NAME_CHARS
        assert world.failed("join_entities") == []
        assert world.one("SELECT count(*) FROM core.texts") == PAGES
