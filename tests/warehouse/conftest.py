"""Shared by the tests of marts, search and questions: a warehouse of the sample newsroom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from include import stages
from include.settings import Settings
from include.warehouse.connect import connect, connector
from seeds.newsroom.server import serve
from tests.conftest import EmbeddedServer, database
from tests.warehouse.loopback_site import Site, World


def fill_with_sample(dsn: str, folder: Path) -> None:
    """Run both editions of the sample newsroom into the migrated warehouse at `dsn`."""
    with serve() as newsroom:
        listed = folder / "feeds.csv"
        listed.write_text(newsroom.feeds_csv(), "utf-8")
        settings = Settings(
            home=folder, feeds=str(listed), allow_private=(f"127.0.0.1:{newsroom.port}",)
        )
        for edition in (1, 2):
            newsroom.set_edition(edition)
            run = stages.Run(connect=connector(dsn), settings=settings, run_id=f"sample:{edition}")
            stages.run_all(run, bar=lambda *_: None)
            with closing(connect(dsn)) as conn, conn, conn.cursor() as cur:
                cur.execute(
                    "UPDATE core.pages SET next_fetch_at = now() WHERE next_fetch_at IS NOT NULL"
                )


@pytest.fixture(scope="session")
def sample_dsn(
    postgres_server: EmbeddedServer,
    migrated_template: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """A warehouse with both editions of the sample newsroom. Tests that use it only read."""
    folder = tmp_path_factory.mktemp("sample")
    with database(postgres_server, template=migrated_template) as dsn:
        fill_with_sample(dsn, folder)
        yield dsn


@pytest.fixture
def world(warehouse_dsn: str, tmp_path: Path) -> Iterator[World]:
    """A site of our own, and an empty warehouse that polls it."""
    site = Site()
    yield World(warehouse_dsn, site, tmp_path)
    site.server.shutdown()
    site.server.server_close()
