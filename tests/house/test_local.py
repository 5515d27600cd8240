"""Files that make a machine ready: Makefile, .env.example, the image, CI."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys

import pytest

from include.local.example import example
from include.settings import PROJECT

MAKEFILE = (PROJECT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE)


def test_env_example_is_current() -> None:
    assert (PROJECT / ".env.example").read_text("utf-8") == example(), "run `make docs`"


def test_make_alone_lists_every_target() -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(
        ["make"], cwd=PROJECT, env=env, capture_output=True, text=True, check=True
    )
    listed = [line.split()[1] for line in done.stdout.splitlines()]
    assert listed == TARGETS
    assert {"setup", "run", "up", "test", "check", "psql", "lock", "env"} <= set(listed)


def test_ci_runs_what_people_run() -> None:
    script = PROJECT / ".ci" / "run"
    assert script.stat().st_mode & stat.S_IXUSR
    assert re.search(r"^make check\b", script.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "script", [".ci/run", "include/local/make_venv.sh", "include/local/compose_initdb.sh"]
)
def test_scripts_parse(script: str) -> None:
    shell = (
        "bash" if (PROJECT / script).read_text("utf-8").startswith("#!/usr/bin/env bash") else "sh"
    )
    subprocess.run([shell, "-n", script], cwd=PROJECT, check=True)


def test_the_image_has_the_airflow_we_lock() -> None:
    locked = re.search(
        r"^apache-airflow==(\S+)", (PROJECT / "requirements.txt").read_text("utf-8"), re.M
    )
    base = re.search(
        r"^FROM apache/airflow:(\S+)-python(\S+)", (PROJECT / "Dockerfile").read_text("utf-8"), re.M
    )
    assert locked
    assert base
    assert base.group(1) == locked.group(1)
    assert base.group(2) == (PROJECT / ".python-version").read_text("utf-8").strip()


def test_no_file_names_a_package_index() -> None:
    names = re.compile(r"index-url|find-links|https?://[\w.]*py" + "pi", re.IGNORECASE)
    for name in (
        "Makefile",
        "Dockerfile",
        ".ci/run",
        "include/local/make_venv.sh",
        "requirements.txt",
    ):
        assert not names.search((PROJECT / name).read_text("utf-8")), name


def test_the_system_on_one_machine_starts_without_airflow_in_it() -> None:
    code = (
        "import sys, include.local.run, include.local.up, include.local.postgres; "
        "print([m for m in ('airflow', 'spacy', 'trafilatura', 'feedparser') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
