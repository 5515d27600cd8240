"""Digests of rules: they change with what decides, and with nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from include import languages, module_digests, rules
from include.articles import cleaned_by
from include.extraction import config
from include.languages import lookup

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
    forget()


def forget() -> None:
    """As in a new process."""
    for cache in (rules._read, rules._modules, rules._code_digest):
        cache.cache_clear()


def digest() -> str:
    forget()
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


def test_what_was_read_is_kept_for_other_processes(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counting(name: str, source: bytes) -> module_digests.Module:
        asked.append(name)
        return read(name, source)

    read = module_digests.read
    monkeypatch.setattr(module_digests, "read", counting)
    first = digest()
    assert sorted(asked) == ["include.door", "include.words"]
    assert digest() == first
    assert len(asked) == 2, "another process reads no module again"
    (package / "words.py").write_text(WORDS.replace("flood", "floods"))
    assert digest() != first
    assert asked[2:] == ["include.words"], "but what has changed"


@pytest.mark.parametrize("kept", ["", "[]", '{"include.door": 1}', '{"include.door": ["a", "b"]}'])
def test_what_is_kept_badly_is_read_anew(package: Path, kept: str) -> None:
    first = digest()
    (file,) = (package / "__pycache__").glob("module_digests.*.json")
    file.write_text(kept)
    assert digest() == first


def test_a_folder_that_may_not_be_written_costs_nothing_but_time(package: Path) -> None:
    (package / "__pycache__").write_text("a file stands where the folder should")
    assert digest() == digest()


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
        "from include import rules; from include.articles import cleaned_by;"
        "from include.extraction import config; print(cleaned_by(), config.rules('en'))"
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
        assert told.stdout.strip() == f"{cleaned_by()} {config.rules('en')}"


def test_every_module_of_extraction_counts_for_some_kind() -> None:
    counted = {"include.extraction.pipeline", "include.extraction.config"}
    for kind in config.KINDS.values():
        counted |= rules.modules_behind(kind.door, *kind.more, *config.ALWAYS)
    folder = PROJECT / "include/extraction"
    modules = {
        ".".join(("include", *path.relative_to(PROJECT / "include").with_suffix("").parts))
        for path in folder.rglob("*.py")
        if path.name != "__init__.py"
    }
    assert modules - counted == set()


def test_every_module_of_articles_counts_for_cleaning() -> None:
    counted = rules.modules_behind("include.articles.cleaner")
    modules = {
        f"include.articles.{path.stem}"
        for path in (PROJECT / "include/articles").glob("*.py")
        if path.name != "__init__.py"
    }
    # A section page is read for its links, as a feed is; nothing of it is cleaned.
    assert modules - counted == {"include.articles.section"}


def test_a_kind_counts_what_it_is_found_with() -> None:
    """Figures are read with names, times and quotes: a change of theirs is a change of figures."""
    assert "quotes" in config.KINDS["figures"].needs
    assert {"names", "times"} <= set(config.KINDS["quotes"].needs)


def test_a_kind_counts_the_words_its_rules_use() -> None:
    for kind, one in config.KINDS.items():
        counted = set(one.words)
        for need in one.needs:
            counted |= set(config.KINDS[need].words)
        used: set[str] = set()
        for module in rules.modules_behind(one.door):
            text = (PROJECT / f"{module.replace('.', '/')}.py").read_text("utf-8")
            used |= set(re.findall(r"\blanguage(?:_of)?\([^()]*\)\.(\w+)", text))
        assert used & set(languages.SECTIONS) <= counted | set(_all_words(one.needs)), kind


def _all_words(kinds: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    for kind in kinds:
        found |= set(config.KINDS[kind].words) | _all_words(config.KINDS[kind].needs)
    return found


def test_one_word_changes_one_kind_of_one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """A French weekday more: French times change, and what is read with them, nothing else."""
    languages_known = (*languages.codes(), "xx")
    before = {code: config.rules(code) for code in languages_known}
    french = languages.language("fr")
    weekdays = {**french.times.weekdays, "lendimanche": 6}
    changed = replace(french, times=replace(french.times, weekdays=weekdays))
    with monkeypatch.context() as patch:
        patch.setitem(lookup._KNOWN, "fr", changed)
        for cache in (languages.language, languages.digest, config.rules):
            cache.cache_clear()
        after = {code: config.rules(code) for code in languages_known}
    for cache in (languages.language, languages.digest, config.rules):
        cache.cache_clear()
    differ = {
        (code, kind)
        for code in before
        for kind in before[code]
        if before[code][kind] != after[code][kind]
    }
    assert differ == {("fr", kind) for kind in ("times", "quotes", "figures", "events")}
