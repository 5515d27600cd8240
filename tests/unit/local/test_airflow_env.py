"""Airflow's environment: URLs in each party's form, secrets that stay, ports that differ."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from include.local.airflow_env import airflow_connection, airflow_env, sqlalchemy_url
from include.local.postgres import Databases
from include.settings import Settings

SOCKET = "postgresql://postgres@/warehouse?host=/tmp/a%20b/postgres"
SERVER = "postgresql://ann:p%40ss@db.example:5433/news?sslmode=require"


def test_a_socket_becomes_a_connection() -> None:
    found = json.loads(airflow_connection(SOCKET))
    assert found["host"] == "/tmp/a b/postgres"
    assert (found["conn_type"], found["login"], found["schema"]) == (
        "postgres",
        "postgres",
        "warehouse",
    )


def test_a_server_becomes_a_connection() -> None:
    found = json.loads(airflow_connection(SERVER))
    assert (found["host"], found["port"], found["password"]) == ("db.example", 5433, "p@ss")
    assert found["extra"] == {"sslmode": "require"}


@pytest.mark.parametrize(
    ("driver", "url"),
    [
        ("psycopg2", "postgresql+psycopg2://ann:p%40ss@db.example:5433/news?sslmode=require"),
        ("asyncpg", "postgresql+asyncpg://ann:p%40ss@db.example:5433/news?ssl=require"),
    ],
)
def test_a_url_names_its_driver(driver: str, url: str) -> None:
    assert sqlalchemy_url(SERVER, driver) == url


def test_an_environment_is_the_same_at_every_start_but_for_its_ports(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    found = Databases(metadata=SOCKET, warehouse=SERVER)
    one = airflow_env(settings, found)
    two = airflow_env(settings, found, log_port=9001)
    assert {name for name in one if one[name] != two[name]} == {
        "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT",
    }


def test_the_ui_is_open_to_this_machine_only(tmp_path: Path) -> None:
    found = Databases(metadata=SOCKET, warehouse=SERVER)
    assert airflow_env(Settings(home=tmp_path), found)["AIRFLOW__API__HOST"] == "127.0.0.1"


def test_two_homes_share_no_secret(tmp_path: Path) -> None:
    found = Databases(metadata=SOCKET, warehouse=SERVER)
    one, two = (airflow_env(Settings(home=tmp_path / name), found) for name in "ab")
    for name in ("CORE__FERNET_KEY", "API__SECRET_KEY", "API_AUTH__JWT_SECRET"):
        assert one[f"AIRFLOW__{name}"] != two[f"AIRFLOW__{name}"]
