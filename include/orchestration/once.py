"""Run one DAG once, in this process: `python -m include.orchestration.once DAG_ID RUN_ID`.

Booting Airflow's scheduler costs half a minute; Airflow's own test runner walks the same
tasks through the same states without it. The run is recorded in Airflow's database like
any other, so the UI shows it.
"""

from __future__ import annotations

import sys


def main(dag_id: str) -> int:
    """Run `dag_id` from the DAGs folder now; 0 if the run ended in success."""
    from airflow.dag_processing.dagbag import DagBag
    from airflow.sdk.definitions._internal.types import NOTSET  # noqa: F401

    bag = DagBag()
    if bag.import_errors:
        for file, error in bag.import_errors.items():
            print(f"{file}: {error.strip().splitlines()[-1]}", file=sys.stderr)
        return 2
    run = bag.dags[dag_id].test()
    failed = [task for task in run.get_task_instances() if task.state == "failed"]
    for task in failed:
        print(f"failed: {task.task_id}", file=sys.stderr)
    return 0 if run.state == "success" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
