"""The warehouse's disk is full: the task stops in a line, nothing is given up, all comes later."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg2
import pytest

from include.errors import CannotWork
from tests.faults import invariants
from tests.faults.hosts import FaultyHosts
from tests.faults.invariants import World
from tests.faults.plain_runs import hosts_of, run_all, run_of, steps

pytestmark = [pytest.mark.warehouse, pytest.mark.timeout(1_200)]
PAGES = {"house-0.page.test": 3, "house-1.page.test": 3}
_NO_ROOM = """
CREATE FUNCTION public.no_room() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'no space'; END $$
"""


@pytest.fixture
def hosts(tmp_path: Path) -> Iterator[FaultyHosts]:
    with hosts_of(tmp_path, PAGES) as one:
        yield one


@pytest.mark.parametrize("table", ["core.entries", "ops.fetches", "core.texts"])
def test_what_a_full_disk_stops_goes_on_once_there_is_room(
    table: str, warehouse_dsn: str, tmp_path: Path, hosts: FaultyHosts
) -> None:
    world = World(warehouse_dsn, tmp_path)
    world.rows(_NO_ROOM)
    world.rows(
        f"CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION public.no_room()"
    )
    with pytest.raises(CannotWork, match="disk is full") as told:
        run_all(run_of(warehouse_dsn, tmp_path, hosts, "full"))
    assert "\n" not in str(told.value)
    assert world.rows("SELECT DISTINCT reason FROM ops.outcomes WHERE status = 'failed'") == []
    assert world.rows("SELECT count(*) FROM ops.tries") == [(0,)]
    world.rows(f"DROP TRIGGER no_room ON {table}")
    run_all(run_of(warehouse_dsn, tmp_path, hosts, "room"))
    assert len(invariants.contents(world)) == sum(PAGES.values())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder with room for a few megabytes, which the server may write to."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = os.geteuid() == 0 and (
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=12m,mode=0777", "tmpfs", str(disk)],
            capture_output=True,
            check=False,
        ).returncode
        == 0
    )
    if not mounted:
        pytest.skip("no small disk can be mounted here (needs root, and leave to mount)")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=False)


def test_a_disk_that_is_really_full(
    warehouse_dsn: str, tmp_path: Path, hosts: FaultyHosts, small_disk: Path
) -> None:
    """core.texts lies on a disk that something else has filled."""
    for parent in [small_disk, *small_disk.parents]:
        os.chmod(parent, 0o777)
        if parent.name.startswith("pytest-of-"):
            break  # the last of pytest's own folders
    (small_disk / "space").mkdir(mode=0o777)
    shutil.chown(small_disk / "space", *server_user(warehouse_dsn))
    conn = psycopg2.connect(warehouse_dsn)
    conn.autocommit = True
    space = f"small_{os.getpid()}"
    with conn.cursor() as cur:
        cur.execute(f"CREATE TABLESPACE {space} LOCATION '{small_disk / 'space'}'")
        cur.execute(f"ALTER TABLE core.texts SET TABLESPACE {space}")
    world = World(warehouse_dsn, tmp_path)
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as out, suppress(OSError):
        while True:
            out.write(bytes(65_536))
    assert shutil.disk_usage(small_disk).free < 65_536
    with pytest.raises(CannotWork, match="disk is full"):
        run_all(run_of(warehouse_dsn, tmp_path, hosts, "full"))
    assert world.rows("SELECT DISTINCT reason FROM ops.outcomes WHERE status = 'failed'") == []
    filler.unlink()
    for step in steps(run_of(warehouse_dsn, tmp_path, hosts, "room")):
        step()
    assert len(invariants.contents(world)) == sum(PAGES.values())
    with conn.cursor() as cur:
        cur.execute("ALTER TABLE core.texts SET TABLESPACE pg_default")
        cur.execute(f"DROP TABLESPACE {space}")
    conn.close()


def server_user(dsn: str) -> tuple[int, int]:
    """Who the server runs as: the owner of its socket's folder."""
    told = os.stat(parse_qs(urlsplit(dsn).query)["host"][0])
    return told.st_uid, told.st_gid
