"""DAG files as Airflow sees them, parsed in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from include.settings import PROJECT

PARSE = """
import json, sys, time
from airflow.dag_processing.dagbag import DagBag
import airflow.sdk, airflow.providers.standard.decorators.python, pendulum
started = time.process_time()
bag = DagBag(collect_dags=True)
seconds = time.process_time() - started
def dump(dag):
    return {
        "tags": sorted(dag.tags), "doc_md": dag.doc_md or "", "catchup": dag.catchup,
        "max_active_runs": dag.max_active_runs, "fileloc": dag.fileloc,
        "description": dag.description or "",
        "run_types": sorted(kind.value for kind in dag.allowed_run_types or ()),
        "params": {name: {"title": one.schema.get("title"),
                          "description": one.schema.get("description") or one.description}
                   for name in dag.params for one in [dag.params.get_param(name)]},
        "groups": {name: sorted(one.children) for name, one in
                   dag.task_group.get_task_group_dict().items() if name},
        "tasks": {
            task.task_id: {
                "retries": task.retries,
                "trigger_rule": getattr(task.trigger_rule, "value", task.trigger_rule),
                "execution_timeout": task.execution_timeout.total_seconds(),
                "backoff": task.retry_exponential_backoff, "is_mapped": bool(task.is_mapped),
                "upstream": sorted(task.upstream_task_ids),
                "is_teardown": task.is_teardown,
                "at_once": task.max_active_tis_per_dagrun, "pool": task.pool,
                "labelled": bool(getattr(task, "map_index_template", None)
                                 or getattr(task, "partial_kwargs", {}).get("map_index_template")),
            }
            for task in dag.tasks
        },
    }
json.dump({
    "seconds": seconds, "errors": bag.import_errors, "modules": sorted(sys.modules),
    "dags": {dag_id: dump(dag) for dag_id, dag in bag.dags.items()},
}, open(sys.argv[1], "w"))
"""


def parse(home: Path, **environment: str) -> dict[str, Any]:
    """What parsing the DAGs folder brought: DAGs, import errors, modules, seconds of processor."""
    out = home / "parsed.json"
    env = {
        **os.environ,
        "AIRFLOW_HOME": str(home),
        "PYTHONPATH": str(PROJECT),
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home}/never_opened.db",
        **environment,
    }
    done = subprocess.run(
        [sys.executable, "-c", PARSE, str(out)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    result: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return result


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The DAGs folder, parsed once for all tests."""
    return parse(tmp_path_factory.mktemp("airflow"))
