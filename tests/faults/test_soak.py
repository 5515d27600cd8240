"""The soak in its short form: three rounds with one request in ten at fault, and quiet ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak import soak

# Long where a machine does much else: what is bounded is each run, not this.
pytestmark = [pytest.mark.model, pytest.mark.warehouse, pytest.mark.timeout(1_800)]


def test_a_newsroom_at_fault_loses_nothing(warehouse_dsn: str, tmp_path: Path) -> None:
    result = soak(warehouse_dsn, tmp_path, lambda rounds: rounds < 3, quiet_rounds=2)
    assert result.faults >= 5
    assert result.red_runs == []
    assert (result.published, result.lost) == (54, 0)
    assert result.rounds_to_normal in (1, 2)
