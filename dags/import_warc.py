"""
### Pages that others fetched

Brings in WARC files in the layout of Common Crawl News, and folders of HTML files, and takes
their pages through cleaning, extraction and grouping like any others. Nothing is fetched.
Each file is read piece by piece in a process that can be stopped; how far it was read is in
`ops.imports`.

### What to set
* `path`: a file, a folder or a pattern with `*`; local, as the workers see it, or `s3://…`.
  A folder of HTML files may hold a list `urls.csv` with columns `file` and `url`, and if
  known `fetched_at` and `publisher`; else a page's `rel=canonical` names its URL.
* `again`: read files that were imported already once more.

### When it fails
* **A red `choose_imports`**: nothing to import at that path, or it cannot be reached.
* **Outcomes `failed` of kind `file`**: a file that is no WARC file, or that stopped its
  reader; `ops.imports.detail` says why. The others go on.
* **Outcomes `older_than_stored`**: the warehouse holds a newer body of that page.

### How to run it again
Clear the red task with its downstream tasks, or trigger the same path anew: a file goes on
where it stopped, and nothing is stored twice.
"""

from __future__ import annotations

from typing import Any

from airflow.sdk import Param, chain, dag, task

from include.orchestration.defaults import Tag, dag_options
from include.orchestration.running import (
    close_run,
    group,
    mapped_stage,
    open_run,
    or_nothing,
    run_stage,
    stages_from_cleaning,
)


@dag(  # type: ignore[untyped-decorator]
    schedule=None,
    params={
        "path": Param(
            type="string",
            minLength=1,
            title="File, folder or pattern",
            description="Where the workers see it: /data/news.warc.gz, /data/pages, "
            "s3://bucket/crawl/*.warc.gz.",
        ),
        "again": Param(
            False,
            type="boolean",
            title="Read imported files once more",
            description="On: files that were read to their end are read again from their start.",
        ),
    },
    **dag_options(
        tag=Tag.UPKEEP,
        doc=__doc__,
        description="WARC files and folders of HTML that others fetched → articles and facts",
    ),
)
def import_warc() -> None:
    """Wire the import before the stages from cleaning on."""

    @task
    def choose_imports(params: dict[str, Any] | None = None) -> Any:
        given = params or {}
        found = run_stage("choose_imports", [given["path"]], again=given["again"])
        return or_nothing(found)

    opened = open_run()
    with group("import", "files of others → the archive") as imported:
        files = choose_imports()
        chain(files, mapped_stage("import_pages", files))
    chain(opened, imported, *stages_from_cleaning(), close_run(opened))


import_warc()
