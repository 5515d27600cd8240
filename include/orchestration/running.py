"""What a running task hands to its stage: the warehouse, the settings, the run's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from include.settings import Settings
    from include.warehouse.connect import Connect


def stage_context() -> tuple[Connect, Settings, str]:
    """The first three arguments of every function of `include.stages`."""
    from airflow.sdk import get_current_context

    from include.orchestration.connections import warehouse
    from include.settings import load

    return warehouse(), load(), get_current_context()["run_id"]


def run_kind() -> str:
    """How the run came about: scheduled, manual, backfill, asset_triggered."""
    from airflow.sdk import get_current_context

    return str(get_current_context()["dag_run"].run_type.value)
