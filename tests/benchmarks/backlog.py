"""What choosing and fetching hold however many pages wait: `make bench-backlog`.

    make bench-backlog SIZES=20000,1000000

So many pages of two hundred hosts are due. A run chooses as many as its setting says, and fetches
them; their addresses are refused before anything is sent, so that what is measured is what is
held of each item. The largest resident memory of the process is told, in MiB.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import tempfile
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from rich.console import Console
from rich.table import Table

from include import stages
from include.local.postgres import EmbeddedServer
from include.settings import Settings
from include.warehouse.connect import connect, connector
from include.warehouse.migrate import migrate

_FILL = """
INSERT INTO core.publishers (name) VALUES ('made');
INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host, next_fetch_at)
SELECT 'http://10.0.' || n %% 200 || '.1/' || n, 'http://10.0.' || n %% 200 || '.1/' || n,
       sha256(n::text::bytea), (SELECT publisher_id FROM core.publishers LIMIT 1),
       '10.0.' || n %% 200 || '.1', now() - interval '1 hour'
FROM generate_series(1, %(pages)s) AS n;
ANALYZE core.pages
"""


def work(here: Connection, dsn: str, home: Path, most: int) -> None:
    """Choose and fetch as one run does; sends the peak after each, and how many were told of."""
    logging.disable(logging.CRITICAL)
    settings = Settings(home=home, max_pages_per_run=most, obey_robots=False, host_gap_s=0)
    run = stages.Run(connect=connector(dsn), settings=settings, run_id="backlog")
    stages.open_run(run, kind="by_hand")
    started = _peak_mb()
    batches = stages.choose_pages(run)
    chosen = _peak_mb()
    told = sum(sum(stages.fetch_pages(run, batch).values()) for batch in batches)
    here.send((started, chosen, _peak_mb(), told))


def _peak_mb() -> int:
    told = Path("/proc/self/status").read_text("ascii")
    return int(told.partition("VmHWM:")[2].split()[0]) >> 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="?", default="20000,200000,1000000")
    parser.add_argument("--most", type=int, default=20_000, help="pages a run fetches")
    given = parser.parse_args()
    table = Table("pages due", "at first", "chosen", "fetched", "told of")
    for size in map(int, given.sizes.split(",")):
        folder = Path(tempfile.mkdtemp(prefix="dateline-"))
        folder.chmod(0o755)
        try:
            with EmbeddedServer(folder / "postgres") as server:
                migrate(server.url())
                with closing(connect(server.url())) as conn, conn, conn.cursor() as cur:
                    cur.execute(_FILL, {"pages": size})
                here, there = get_context("spawn").Pipe()
                process = get_context("spawn").Process(
                    target=work, args=(there, server.url(), folder, given.most)
                )
                process.start()
                there.close()  # or what ends without a word would be waited for
                table.add_row(*map(str, (size, *here.recv())))
                process.join()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    Console().print(table)


if __name__ == "__main__":
    main()
