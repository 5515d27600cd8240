"""docker-compose.yaml: valid, in step with the local system, and without a default secret."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from include.local.airflow_env import EVERYWHERE
from include.local.components import COMPONENTS
from include.local.databases import CPU_POOL
from include.local.keys import compose_env
from include.local.newsroom import PORT
from include.settings import PREFIX, PROJECT, Settings

FILE = PROJECT / "docker-compose.yaml"
TEXT = FILE.read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, Any] = COMPOSE["services"]
AIRFLOW = [name for name, one in SERVICES.items() if one.get("image") == "dateline:local"]
SECRET = re.compile(r"\$\{(\w*(?:PASSWORD|SECRET|KEY)\w*)([^}]*)\}")


def problems(file: Path) -> str:
    """What the compose specification's schema has against a file; empty where nothing."""
    checker = Path(sys.executable).parent / "check-jsonschema"
    done = subprocess.run(
        [str(checker), "--builtin-schema", "vendor.compose-spec", str(file)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_file_follows_the_compose_specification() -> None:
    assert problems(FILE) == ""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("    command: scheduler", "    comand: scheduler"),
        ("      interval: 5s", "      interval: [5]"),
        ("condition: service_healthy", "condition: service_helthy"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in TEXT
    broken = tmp_path / "docker-compose.yaml"
    broken.write_text(TEXT.replace(right, wrong), "utf-8")
    assert problems(broken) != ""


def test_the_same_processes_run_as_on_one_machine() -> None:
    commands = {one["command"] for one in SERVICES.values() if isinstance(one.get("command"), str)}
    assert commands == set(COMPONENTS)


def test_no_task_is_executed_before_the_api_server_answers() -> None:
    waits = SERVICES["scheduler"]["depends_on"]
    assert waits["api-server"]["condition"] == "service_healthy"
    assert "healthcheck" in SERVICES["api-server"]


def test_the_sample_is_read_unless_somebody_says_otherwise() -> None:
    environment = SERVICES["scheduler"]["environment"]
    assert environment["DATELINE_FEEDS"].startswith("${DATELINE_FEEDS:-/")
    assert environment["DATELINE_FEEDS"].endswith("/newsroom/feeds.csv}")
    newsroom = SERVICES["newsroom"]
    assert newsroom["network_mode"] == "service:scheduler"  # tasks find it on loopback
    assert environment["DATELINE_ALLOW_PRIVATE"] == f"${{DATELINE_ALLOW_PRIVATE:-127.0.0.1:{PORT}}}"
    assert "python -m include.local newsroom --list" in SERVICES["migrate"]["command"][-1]


def test_the_pool_of_the_tasks_is_made() -> None:
    assert f"airflow pools set {CPU_POOL} 1" in SERVICES["migrate"]["command"][-1]


@pytest.mark.parametrize("name", AIRFLOW)
def test_airflow_is_set_up_as_on_one_machine(name: str) -> None:
    environment = SERVICES[name]["environment"]
    assert {key: environment.get(key) for key in EVERYWHERE} == EVERYWHERE


@pytest.mark.parametrize("name", AIRFLOW)
def test_the_library_is_mounted_where_python_looks(name: str) -> None:
    root = SERVICES[name]["environment"]["PYTHONPATH"]
    mounts = {mount.split(":")[0]: mount.split(":")[1] for mount in SERVICES[name]["volumes"]}
    for folder in ("dags", "plugins", "include", "seeds"):
        assert mounts[f"./{folder}"] == f"{root}/{folder}"


@pytest.mark.parametrize("name", AIRFLOW)
def test_airflow_waits_for_migrated_databases(name: str) -> None:
    waits = SERVICES[name]["depends_on"]
    if name == "migrate":
        assert waits["postgres"]["condition"] == "service_healthy"
    elif name == "newsroom":  # shares the network of the scheduler, which has waited
        assert waits["scheduler"]["condition"] == "service_started"
    else:
        assert waits["migrate"]["condition"] == "service_completed_successfully"
        assert "healthcheck" in SERVICES[name]


@pytest.mark.parametrize("name", SERVICES)
def test_ports_are_open_to_this_machine_only(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name].get("ports", []))


def test_no_secret_has_a_default() -> None:
    found = SECRET.findall(TEXT)
    assert len(found) >= 6
    assert [name for name, rest in found if not rest.startswith(":?")] == []


def test_make_env_provides_every_secret() -> None:
    provided = {line.split("=")[0] for line in compose_env().splitlines() if "=" in line}
    needed = set(re.findall(r"\$\{(\w+):\?", TEXT))
    assert needed == provided


def test_a_dotenv_of_secrets_is_no_unknown_setting() -> None:
    names = [line.split("=")[0] for line in compose_env().splitlines() if "=" in line]
    assert not [name for name in names if name.startswith(PREFIX)]


def test_settings_named_in_the_file_exist() -> None:
    named = set(re.findall(rf"{PREFIX}(\w+)", TEXT))
    assert {name.lower() for name in named} <= set(Settings.model_fields)
