"""Digests of rules: they change with what decides, and with nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from include import rules
from include.articles.clean import cleaned_by
from include.extraction import pipeline

PROJECT = Path(__file__).parents[2]

DOOR = '''"""The door."""
from include.words import WORDS

def find(text: str) -> list[str]:
    """What is found."""
    return [word for word in text.split() if word in WORDS and word not in {"a", "the", "of"}]
'''
WORDS = 'WORDS = ("storm", "flood")\nFEWEST = 3\n'


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of two modules in place of ours: `include.door`, which imports `include.words`."""
    root = tmp_path / "include"
    root.mkdir()
    (root / "__init__.py").write_text("")
    (root / "door.py").write_text(DOOR)
    (root / "words.py").write_text(WORDS)
    (root / "elsewhere.py").write_text("OTHER = 1\n")
    (root / "records.py").write_text("SHAPE = 1\n")
    monkeypatch.setattr(rules, "_ROOT", root)
    yield root
    rules._read.cache_clear()
    rules._code_digest.cache_clear()


def digest() -> str:
    rules._code_digest.cache_clear()
    rules._read.cache_clear()
    return rules.code_digest("include.door")


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("words.py", '"flood"', '"floods"'),
        ("words.py", "FEWEST = 3", "FEWEST = 4"),
        ("door.py", "not in", "in"),
        ("door.py", '"of"', '"or"'),
    ],
)
def test_what_decides_changes_the_digest(package: Path, file: str, before: str, after: str) -> None:
    first = digest()
    path = package / file
    path.write_text(path.read_text().replace(before, after))
    assert digest() != first


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("door.py", DOOR.replace("What is found.", "All that is found, in order.")),
        ("door.py", DOOR.replace("    return [", "    # a comment\n\n    return [")),
        ("door.py", DOOR.replace("WORDS and word", "WORDS\n            and word")),
        ("words.py", 'WORDS = (\n    "storm",\n    "flood",\n)\n\nFEWEST = 3\n'),
        ("elsewhere.py", "OTHER = 2\n"),
    ],
)
def test_what_decides_nothing_leaves_it(package: Path, file: str, text: str) -> None:
    first = digest()
    (package / file).write_text(text)
    assert digest() == first


def test_shapes_are_no_rules(package: Path) -> None:
    (package / "door.py").write_text(DOOR + "from include.records import SHAPE\n")
    first = digest()
    (package / "records.py").write_text("SHAPE = 2\n")
    assert digest() == first


def test_a_library_counts_by_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    first = rules.code_digest("include.urls", libraries=("spacy",))
    rules._code_digest.cache_clear()
    monkeypatch.setattr(rules, "version", lambda name: "99.0")
    assert rules.code_digest("include.urls", libraries=("spacy",)) != first
    rules._code_digest.cache_clear()


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="no module include\\.nowhere"):
        rules.code_digest("include.nowhere")
    with pytest.raises(ValueError, match="not installed: no-such-library"):
        rules.code_digest("include.urls", libraries=("no-such-library",))


def test_digests_are_the_same_in_every_process() -> None:
    asked = (
        "from include import rules; from include.articles.clean import cleaned_by;"
        "from include.extraction import pipeline; print(cleaned_by(), pipeline.rules())"
    )
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", asked],
            cwd=PROJECT,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == f"{cleaned_by()} {pipeline.rules()}"


def test_every_module_of_extraction_counts_for_some_kind() -> None:
    counted = {"include.extraction.pipeline"}
    for door, *_ in pipeline._KINDS.values():
        counted |= rules.modules_behind(door, "include.extraction.reading.models")
    folder = PROJECT / "include/extraction"
    modules = {
        ".".join(("include", *path.relative_to(PROJECT / "include").with_suffix("").parts))
        for path in folder.rglob("*.py")
        if path.name != "__init__.py"
    }
    assert modules - counted == set()


def test_every_module_of_articles_counts_for_cleaning() -> None:
    counted = rules.modules_behind("include.articles.clean")
    modules = {
        f"include.articles.{path.stem}"
        for path in (PROJECT / "include/articles").glob("*.py")
        if path.name != "__init__.py"
    }
    assert modules - counted == set()


def test_a_kind_counts_what_it_is_found_with() -> None:
    """Figures are read with names, times and quotes: a change of theirs is a change of figures."""
    needs = {kind: set(rest) for kind, (_, *rest) in pipeline._KINDS.items()}
    assert "quotes" in needs["figures"]
    assert {"names", "times"} <= needs["quotes"]
