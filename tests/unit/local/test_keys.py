"""Secrets: made once, private, and enough of them."""

from __future__ import annotations

import base64
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from include.local.keys import compose_env, fernet_key, kept, write_private
from include.settings import PROJECT


@pytest.mark.parametrize("make", ["token", "fernet_key", "password"])
def test_a_secret_is_made_once_and_is_its_owners_alone(tmp_path: Path, make: str) -> None:
    file = tmp_path / "deep" / "secret"
    first = kept(file, make)
    assert len(first) >= 30
    assert kept(file, make) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert kept(tmp_path / "other", make) != first


def test_an_empty_file_is_no_secret(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("\n")
    assert kept(tmp_path / "secret") != ""


def test_a_readable_file_becomes_private_when_rewritten(tmp_path: Path) -> None:
    file = tmp_path / "passwords.json"
    file.write_text("old")
    file.chmod(0o644)
    write_private(file, "new")
    assert file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["passwords.json"]


def test_a_fernet_key_is_32_bytes() -> None:
    assert len(base64.urlsafe_b64decode(fernet_key())) == 32


def test_no_two_secrets_of_an_installation_are_alike() -> None:
    lines = [line for line in compose_env().splitlines() if not line.startswith("#")]
    values = [line.split("=", 1)[1] for line in lines]
    assert len(values) == len(set(values)) >= 8


def test_secrets_need_no_installed_package() -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-I", "-c",
         f"import sys; sys.path.insert(0, {str(PROJECT)!r}); "
         "from include.local.__main__ import main; sys.exit(main(['secrets']))"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "AIRFLOW_JWT_SECRET=" in done.stdout
