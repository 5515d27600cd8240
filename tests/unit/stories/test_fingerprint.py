from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from include.stories.fingerprint import fingerprint
from include.stories.tuned_copies import TUNED as COPIES
from tests.unit.stories.made_texts import make_report

TEXT = " ".join(make_report(Random(1), 400))


def test_bands_fit_a_bigint_and_are_bounded() -> None:
    bands = fingerprint("t", TEXT).bands
    assert len(bands) == len(set(bands)) == COPIES.bands <= 64
    assert all(0 <= band < 2**63 for band in bands)
    assert list(bands) == sorted(bands)


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (TEXT.upper(), True),
        (TEXT.replace(" ", "\n\n"), True),
        (TEXT.replace(".", " —"), True),
        (TEXT.replace("f", "\uff46"), True),
        (TEXT + " x", False),
        (TEXT.replace(" ", "", 1), False),
    ],
    ids=["case", "space", "punctuation", "width", "a word more", "two words in one"],
)
def test_exact_copies_have_the_same_normal_words(other: str, is_same: bool) -> None:
    assert (fingerprint("a", TEXT).sha256 == fingerprint("b", other).sha256) is is_same


def test_a_short_text_has_an_identity_and_no_bands() -> None:
    words = TEXT.split()
    short = fingerprint("t", " ".join(words[: COPIES.fewest_words - 1]))
    assert (short.words, short.bands) == (COPIES.fewest_words - 1, ())
    assert (
        len(fingerprint("t", " ".join(words[: COPIES.fewest_words])).bands)
        == COPIES.fewest_words - 4
    )


def test_the_same_in_another_process() -> None:
    code = (
        "import sys; from include.stories.fingerprint import fingerprint;"
        "print(fingerprint('t', sys.stdin.read()))"
    )
    root = Path(__file__).parents[3]
    for seed in ("1", "2"):
        answer = subprocess.run(
            [sys.executable, "-c", code],
            input=TEXT,
            capture_output=True,
            text=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            check=True,
        )
        assert answer.stdout.strip() == repr(fingerprint("t", TEXT))


@pytest.mark.parametrize(("share", "expected"), [(0.5, 1.0), (0.33, 1.0), (0.2, 0.99), (0.1, 0.95)])
def test_a_part_shares_a_band_with_the_whole(share: float, expected: float) -> None:
    rnd = Random(7)
    found = 0
    for _ in range(200):
        words = " ".join(make_report(rnd, 700)).split()
        at = rnd.randrange(int(len(words) * (1 - share)))
        part = " ".join(words[at : at + int(share * len(words))])
        whole = fingerprint("whole", " ".join(words)).bands
        found += bool(set(whole) & set(fingerprint("part", part).bands))
    assert found / 200 >= expected


@pytest.mark.parametrize(
    "body",
    [
        "",
        " \n\t",
        "!" * 50_000,
        "\ud800 a" * 100,
        "a" * 200_000,
        "e\u0301" * 50_000,
        "東京で地震" * 9,
    ],
    ids=["empty", "space", "marks", "surrogate", "one word", "accents", "unspaced"],
)
def test_broken_bodies_are_no_trouble(body: str) -> None:
    mark = fingerprint("t", body)
    assert len(mark.sha256) == 64
    assert len(mark.bands) <= COPIES.bands


def test_scripts_without_spaces_have_bands() -> None:
    assert fingerprint("t", "政府は火曜日に新しい予算案を発表し、野党はこれを強く批判した。").bands
