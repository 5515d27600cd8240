"""Every DAG parses, quickly and lightly, and obeys the house's policy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from include.local.databases import CPU_POOL
from include.settings import PROJECT
from tests.dags.conftest import parse

DAGS = sorted(path.stem for path in (PROJECT / "dags").glob("*.py"))
WITH_BACKFILLS = {"replay_archive", "regroup_stories"}
TAGS = {"news", "upkeep"}
HEAVY = ("spacy", "trafilatura", "feedparser", "psycopg2", "pyarrow", "include.stages")
NETWORK = ("poll_feeds", "fetch_pages")
CPU = ("clean_articles", "extract_texts")


def test_every_file_brings_the_dag_it_is_named_after(parsed: dict[str, Any]) -> None:
    assert parsed["errors"] == {}
    assert sorted(parsed["dags"]) == DAGS


def test_parsing_is_quick(parsed: dict[str, Any]) -> None:
    assert parsed["seconds"] < 2.0


@pytest.mark.parametrize("module", HEAVY)
def test_parsing_imports_nothing_heavy(parsed: dict[str, Any], module: str) -> None:
    assert module not in parsed["modules"]


@pytest.mark.parametrize("dag", DAGS)
def test_dags_are_tagged_documented_and_run_one_at_a_time(parsed: dict[str, Any], dag: str) -> None:
    found = parsed["dags"][dag]
    assert found["tags"]
    assert set(found["tags"]) <= TAGS
    assert found["catchup"] is False
    assert found["max_active_runs"] == 1
    for heading in ("### What to set", "### When it fails", "### How to run it again"):
        assert heading in found["doc_md"]


@pytest.mark.parametrize("dag", DAGS)
def test_tasks_are_tried_again_and_end(parsed: dict[str, Any], dag: str) -> None:
    for name, task in parsed["dags"][dag]["tasks"].items():
        assert task["retries"] >= 2, name
        assert task["backoff"] > 1, name
        assert 0 < task["execution_timeout"] <= 6 * 3600, name


def test_the_tasks_read_as_the_pipeline(parsed: dict[str, Any]) -> None:
    tasks = parsed["dags"]["ingest_news"]["tasks"]
    order: list[str] = []
    while len(order) < len(tasks):
        ready = [
            name
            for name in tasks
            if name not in order and set(tasks[name]["upstream"]) <= set(order)
        ]
        assert ready, "a cycle"
        order += sorted(ready)
    assert order == [
        "open_run", "choose_feeds", "poll_feeds", "choose_pages", "fetch_pages", "choose_articles",
        "clean_articles", "fingerprint_texts", "choose_texts", "extract_texts", "group_stories",
        "join_entities", "join_statements", "refresh_marts",
        "check_warehouse", "release_warehouse", "close_run", "tell_alerts",
    ]  # fmt: skip


def test_the_warehouse_is_released_only_when_its_checks_have_passed(parsed: dict[str, Any]) -> None:
    for dag in ("ingest_news", "replay_archive", "import_warc", "regroup_stories"):
        release = parsed["dags"][dag]["tasks"]["release_warehouse"]
        assert release["trigger_rule"] == "all_success"
        assert release["upstream"] == ["check_warehouse"]


def test_exports_follow_the_choice_of_days(parsed: dict[str, Any]) -> None:
    tasks = parsed["dags"]["export_news"]["tasks"]
    assert list(tasks) == ["choose_days", "export_days", "write_watchlists"]
    assert tasks["export_days"]["upstream"] == ["choose_days"]
    assert tasks["export_days"]["is_mapped"]
    assert tasks["export_days"]["at_once"] == 1
    assert tasks["write_watchlists"]["upstream"] == ["export_days"]
    assert tasks["write_watchlists"]["trigger_rule"] == "none_failed"


def test_nothing_is_removed_before_it_was_told(parsed: dict[str, Any]) -> None:
    tasks = parsed["dags"]["keep_house"]["tasks"]
    assert tasks["plan_removals"]["upstream"] == ["make_partitions"]
    assert tasks["remove_old"]["upstream"] == ["plan_removals"]
    assert tasks["trim_airflow"]["upstream"] == ["remove_old"]
    assert tasks["check_warehouse"]["upstream"] == ["trim_airflow"]


@pytest.mark.parametrize("name", NETWORK + CPU)
def test_batches_carry_names(parsed: dict[str, Any], name: str) -> None:
    task = parsed["dags"]["ingest_news"]["tasks"][name]
    assert task["is_mapped"]
    assert task["labelled"]


@pytest.mark.parametrize("name", CPU)
def test_stages_that_use_every_processor_run_one_batch_at_a_time(
    parsed: dict[str, Any], name: str
) -> None:
    task = parsed["dags"]["ingest_news"]["tasks"][name]
    assert task["at_once"] == 1
    assert task["pool"] == CPU_POOL


@pytest.mark.parametrize("dag", DAGS)
def test_pools_that_tasks_name_are_made_at_the_start(parsed: dict[str, Any], dag: str) -> None:
    pools = {task["pool"] for task in parsed["dags"][dag]["tasks"].values()}
    assert pools <= {"default_pool", CPU_POOL}


@pytest.mark.parametrize("dag", DAGS)
def test_dags_and_their_params_say_what_they_are(parsed: dict[str, Any], dag: str) -> None:
    found = parsed["dags"][dag]
    assert 20 < len(found["description"]) < 100
    for name, param in found["params"].items():
        assert param["title"], name
        assert len(param["description"] or "") > 20, name


@pytest.mark.parametrize("dag", DAGS)
def test_backfills_are_offered_only_where_a_run_is_of_a_day(
    parsed: dict[str, Any], dag: str
) -> None:
    kinds = parsed["dags"][dag]["run_types"]
    assert ("backfill" in kinds) == (dag in WITH_BACKFILLS)
    assert "manual" in kinds


def test_the_graph_folds_to_what_the_pipeline_does(parsed: dict[str, Any]) -> None:
    assert parsed["dags"]["ingest_news"]["groups"] == {
        "poll": ["choose_feeds", "poll_feeds"],
        "fetch": ["choose_pages", "fetch_pages"],
        "read": ["choose_articles", "choose_texts", "clean_articles", "extract_texts",
                 "fingerprint_texts"],
        "relate": ["group_stories", "join_entities", "join_statements"],
        "publish": ["check_warehouse", "refresh_marts", "release_warehouse"],
    }  # fmt: skip


def test_a_stage_without_work_does_not_skip_the_rest(parsed: dict[str, Any]) -> None:
    tasks = parsed["dags"]["ingest_news"]["tasks"]
    mapped = {name for name, task in tasks.items() if task["is_mapped"]}
    after = [task for task in tasks.values() if mapped & set(task["upstream"])]
    assert len(after) == len(mapped)
    assert {task["trigger_rule"] for task in after} == {"none_failed"}


def test_a_run_is_closed_whatever_failed(parsed: dict[str, Any]) -> None:
    for name in ("close_run", "tell_alerts"):
        assert parsed["dags"]["ingest_news"]["tasks"][name]["is_teardown"]


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("DATELINE_SCHEDULE", "every morning", "is not a cron expression"),
        ("DATELINE_HOST_GAP_S", "-1", "DATELINE_HOST_GAP_S"),
        ("DATELINE_FEADS", "live", "unknown setting DATELINE_FEADS"),
    ],
)
def test_a_wrong_setting_is_an_import_error_that_names_it(
    tmp_path: Path, setting: str, value: str, told: str
) -> None:
    found = parse(tmp_path, **{setting: value})
    assert "ingest_news" not in found["dags"]
    (error,) = {text.strip().splitlines()[-1] for text in found["errors"].values()}
    assert told in error
    assert setting in error


def test_a_schedule_of_none_runs_by_hand_only(tmp_path: Path) -> None:
    assert parse(tmp_path, DATELINE_SCHEDULE="none")["errors"] == {}
