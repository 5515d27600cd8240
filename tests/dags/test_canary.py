"""A key in a feed's URL: after whole runs it is nowhere in what Airflow keeps, logs or hands on."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from psycopg2 import sql

from include.local.postgres import EmbeddedServer
from seeds.newsroom.server import serve
from tests.conftest import database, execute
from tests.dags.test_whole_run import Installation
from tests.warehouse.test_canary import CANARY, hostile

pytestmark = [
    pytest.mark.airflow,
    pytest.mark.model,
    pytest.mark.warehouse,
    pytest.mark.timeout(1200),
]
KEPT = re.compile(r"core\.feeds")
"""Where keys belong: a feed could not be polled without."""


@pytest.fixture(scope="module")
def installation(
    postgres_server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    with (
        database(postgres_server, template="template0") as metadata,
        database(postgres_server, template="template0") as warehouse,
    ):
        yield Installation(tmp_path_factory.mktemp("home"), metadata, warehouse)


def tables_with(url: str, secret: str) -> list[str]:
    """The tables of a database that hold a secret, as text, as bytes or packed in JSON."""
    found = []
    with closing(psycopg2.connect(url)) as conn, conn.cursor() as cur:
        cur.execute(
            "SELECT nspname, relname FROM pg_class"
            " JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE relkind IN ('r', 'm')"
            " AND nspname NOT IN ('pg_catalog', 'information_schema') AND nspname !~ '^pg_toast'"
        )
        for schema, table in cur.fetchall():
            cur.execute(
                sql.SQL(
                    "SELECT EXISTS (SELECT FROM {} AS one"
                    " WHERE strpos(one::text, %s) + strpos(one::text, %s) > 0)"
                ).format(sql.Identifier(schema, table)),
                (secret, secret.encode().hex()),
            )
            if cur.fetchone() == (True,):
                found.append(f"{schema}.{table}")
    return found


def files_with(folder: Path, secret: bytes) -> list[Path]:
    """The files below a folder that hold a secret, packed ones unpacked."""
    return [
        file
        for file in folder.rglob("*")
        if file.is_file()
        and secret
        in (gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes())
    ]


def test_a_key_is_in_nothing_that_runs_leave(installation: Installation, tmp_path: Path) -> None:
    with serve() as newsroom, hostile() as port:
        first, *others = newsroom.feeds_csv().splitlines()
        named = dict(line.split(",", 1) for line in others)
        listed = [
            first,
            *(
                re.sub(r"(http[^,]*),", rf"\1?key={CANARY},", f"{name},{named[name]}", count=1)
                for name in list(named)[:2]
            ),
            *(
                f"bad-{path},http://127.0.0.1:{port}/{path}?key={CANARY},bad.example,,,"
                for path in ("loop", "away", "odd", "secret", "absent", "page")
            ),
            f"creds,http://ann:{CANARY}@127.0.0.1:{port}/feed,bad.example,,,",
        ]
        feeds = tmp_path / "feeds.csv"
        feeds.write_text("\n".join(listed) + "\n", "utf-8")
        private = f"127.0.0.1:{newsroom.port},127.0.0.1:{port}"
        outputs = []

        def run() -> int:
            done = installation.run("--feeds", str(feeds), DATELINE_ALLOW_PRIVATE=private)
            outputs.append(done.stdout + done.stderr)
            return done.returncode

        assert run() == 0, outputs
        # A warehouse that is broken, so that a task fails and Airflow tells of its error.
        execute(
            installation.warehouse,
            "CREATE FUNCTION core.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " RAISE EXCEPTION 'broken at %', NEW.url USING ERRCODE = '58030'; END $$;"
            "CREATE TRIGGER fail BEFORE INSERT OR UPDATE ON core.feeds"
            " FOR EACH ROW EXECUTE FUNCTION core.fail()",
        )
        assert run() != 0, outputs
    assert "failed" in installation.states().values()
    exported = installation.trigger("export_news")
    outputs.append(exported.stdout + exported.stderr)

    assert tables_with(installation.warehouse, "127.0.0.1:") != []
    assert tables_with(installation.metadata, "poll_feeds") != []
    assert [
        place for place in tables_with(installation.warehouse, CANARY) if not KEPT.match(place)
    ] == []
    assert tables_with(installation.metadata, CANARY) == []
    assert [output for output in outputs if CANARY in output] == []
    logs, archive = installation.home / "logs", installation.home / "archive"
    assert files_with(logs, b"broken at http://127.0.0.1:") != []
    assert files_with(archive, b"WARC-Target-URI: http://127.0.0.1:") != []
    assert files_with(installation.home, CANARY.encode()) == []
