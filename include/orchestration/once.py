"""Run one DAG once, in this process: `python -m include.orchestration.once DAG_ID [CONF]`.

Booting Airflow's scheduler costs half a minute; Airflow's own test runner walks the same
tasks through the same states without it. The run is recorded in Airflow's database like
any other, so the UI shows it, with the logs of its tasks.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main(dag_id: str, conf: dict[str, Any]) -> int:
    """Run `dag_id` from the DAGs folder now; 0 if the run ended in success."""
    from airflow.dag_processing.dagbag import DagBag

    from include.orchestration.task_logs import keep_task_logs

    bag = DagBag()
    for file, error in bag.import_errors.items():
        print(f"{file}: {error.strip().splitlines()[-1]}")
    if dag_id not in bag.dags:
        return 2
    keep_task_logs()
    dag = bag.dags[dag_id]
    # Nobody looks for late runs here, and Airflow 3.3.2 ends a run with an error where it looks
    # for the record of a deadline that no scheduler has kept.
    dag.deadline = None
    run = dag.test(run_conf=conf)
    return 0 if run.state == "success" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], json.loads(sys.argv[2]) if len(sys.argv) > 2 else {}))
