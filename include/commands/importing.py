"""The command `import`: pages that others fetched, from WARC files and folders of HTML."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from include.commands.warehouse import by_hand
from include.settings import Settings

if TYPE_CHECKING:
    from include.stages import Bar, Batch, Run

_BAR = "import_pages, MB"


def import_files(settings: Settings, *, paths: Sequence[str], again: bool, only_store: bool) -> int:
    """Bring in what lies at `paths`, and take it through all stages but those of the network.

    With `only_store`, the next run cleans what was brought in. Exit 1 if a file could not be
    read to its end.
    """
    from include import stages

    unread = False

    def work(run: Run, *, bar: Bar) -> None:
        with stages.whole_run(run, flow="import"):
            bring(run, bar=bar)

    def bring(run: Run, *, bar: Bar) -> None:
        nonlocal unread
        batches = stages.choose_imports(run, paths, again=again)
        if not batches:
            print("all of it is imported already; --again reads it once more", file=sys.stderr)
        total, before = sum(batch["megabytes"] for batch in batches), 0
        for batch in batches:

            def told(position: str, batch: Batch = batch, before: int = before) -> None:
                within = int(position) // 1_000_000 if position.isdecimal() else 0
                bar(_BAR, before + min(within, batch["megabytes"]), total)

            bar(_BAR, before, total)
            counts = stages.import_pages(run, batch, told=told)
            unread = unread or any(name.startswith("failed/") for name in counts)
            before += batch["megabytes"]
        bar(_BAR, total, total)
        if not only_store:
            stages.run_from_cleaning(run, bar=bar)

    return max(by_hand(settings, work), int(unread))
