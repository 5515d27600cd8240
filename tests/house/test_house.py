"""The rules of the house, held by machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from include.outcomes import EXPLAINED, Reason
from include.settings import PROJECT, Settings

PYTHON = sorted(
    path
    for folder in ("include", "plugins", "dags", "seeds")
    for path in (PROJECT / folder).rglob("*.py")
)
ROOMS = ("reading", "names", "places", "times", "quotes", "figures")
QUERIES = sorted((PROJECT / "include/warehouse/queries").glob("*/*.sql"))
CODE = "\n".join(path.read_text("utf-8") for path in PYTHON)


def test_imports_run_one_way() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(PROJECT)))
def test_modules_stay_small(path: Path) -> None:
    most = 120 if path.parent == PROJECT / "dags" else 400
    assert len(path.read_text("utf-8").splitlines()) <= most


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(PROJECT)))
def test_modules_say_what_they_are(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not text or text.startswith('"""') or path.name == "__init__.py"


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_statements_say_what_they_do_and_are_used(path: Path) -> None:
    assert path.read_text("utf-8").startswith("-- ")
    assert f'"{path.stem}"' in CODE, f"{path.name} has no caller"


@pytest.mark.parametrize("reason", Reason, ids=str)
def test_reasons_are_explained(reason: Reason) -> None:
    assert EXPLAINED[reason]


@pytest.mark.parametrize("name", Settings.model_fields)
def test_settings_are_explained(name: str) -> None:
    assert Settings.model_fields[name].description


@pytest.mark.parametrize("name", Settings.model_fields)
def test_settings_are_used(name: str) -> None:
    assert re.search(rf"settings\.{name}\b|self\.{name}\b|options\.{name}\b", CODE), (
        f"nothing reads {name}"
    )


def test_only_settings_reads_the_environment() -> None:
    # upkeep hands its own environment on to a child
    allowed = {
        "include/settings.py", "include/local/airflow_env.py", "include/orchestration/upkeep.py"
    }  # fmt: skip
    readers = {
        str(path.relative_to(PROJECT))
        for path in PYTHON
        if re.search(r"os\.environ\b|os\.getenv\b", path.read_text("utf-8"))
    }
    assert {path for path in readers if not path.startswith("include/local/")} <= allowed


@pytest.mark.parametrize(
    "folder",
    [
        "dags", "plugins", "include", "seeds", "seeds/newsroom", "tests", "include/warehouse",
        "include/entities",
        "include/extraction", *(f"include/extraction/{room}" for room in ROOMS),
        "include/feeds", "include/pages", "include/articles",
        "include/stories", "include/statements", "include/local", "include/exports",
    ],
)  # fmt: skip
def test_folders_explain_themselves(folder: str) -> None:
    assert (PROJECT / folder / "README.md").is_file()


def test_the_formatter_decides_the_layout() -> None:
    found = {
        str(path.relative_to(PROJECT))
        for path in (PROJECT / "include").rglob("*.py")
        if re.search(r"#\s*fmt:\s*(?:skip|off)", path.read_text("utf-8"))
    }
    assert found == set()


def changes_asked_for() -> list[tuple[str, str]]:
    """(change, files) of the table in CONTRIBUTING.md."""
    text = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    section = text.partition("## To change this, touch that")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line[:2] == "| "]
    return [(row[0], row[1]) for row in rows if row[0] != "change"]


def test_twelve_changes_are_told_apart() -> None:
    assert len({change for change, _ in changes_asked_for()}) == 12


@pytest.mark.parametrize(("change", "files"), changes_asked_for())
def test_the_files_that_a_change_takes_are_there(change: str, files: str) -> None:
    for name in re.findall(r"`([^`]+)`", files):
        if name.startswith("DATELINE_"):
            assert name.removeprefix("DATELINE_").lower() in Settings.model_fields, change
            continue
        path = PROJECT / name
        is_new = "NNNN" in path.name or path.stem == "xx"
        assert (path.parent if is_new else path).exists(), f"{change}: {name}"
        assert not is_new or not path.exists(), f"{change}: {name} is there already"
