"""What a run was given is understood, or refused in one line; in a process with Airflow."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from include.settings import PROJECT

ASK = """
import pytest
from datetime import UTC, datetime
from include.errors import CannotWork
from include.orchestration.defaults import OURS_TO_MEND
from include.orchestration.running import NOTHING, or_nothing, refuse_unknown
from include.orchestration.spans import span

refuse_unknown(None, {})
refuse_unknown({"poll_all": True}, {"poll_all": None})
with pytest.raises(CannotWork, match="unknown parameter poll_al: this DAG has poll_all"):
    refuse_unknown({"poll_al": True}, {"poll_all": None})

day = datetime(2026, 11, 27, tzinfo=UTC)
assert span({}, day) == (day, datetime(2026, 11, 28, tzinfo=UTC))
assert span({}, None) == (None, None)
given = {"since": "2026-11-01T00:00:00Z", "until": "2026-11-02T00:00:00+02:00"}
assert span(given, day)[0] == datetime(2026, 11, 1, tzinfo=UTC)
for wrong in ({"since": given["since"]}, given | {"until": "soon"},
              given | {"until": "2026-11-02T00:00:00"}):
    with pytest.raises(CannotWork):
        span(wrong, day)

assert or_nothing([]) == [NOTHING] and or_nothing([1]) == [1]

mended = [rule for rule in OURS_TO_MEND.rules if rule.action.name == "FAIL"]
failing = [name for rule in mended for name in
           (rule.exception if isinstance(rule.exception, (list, tuple)) else [rule.exception])]
assert any("CannotWork" in str(one) for one in failing), failing
from include.warehouse.connect import WarehouseUnreachable
assert OURS_TO_MEND.evaluate(CannotWork("no model"), 1, 3).action.name == "FAIL"
assert OURS_TO_MEND.evaluate(WarehouseUnreachable("starting up"), 1, 3).action.name == "DEFAULT"
print("understood")
"""


def test_params_are_understood_or_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, check=False, cwd=tmp_path,
        env={**os.environ, "AIRFLOW_HOME": str(tmp_path), "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-1500:]
    assert done.stdout.strip().endswith("understood")
