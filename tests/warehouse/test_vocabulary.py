"""Closed vocabularies stand once: constraints, SQL and the code that fills columns agree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from include import flow
from include import vocabulary as words
from include.alerts.kinds import Kind as AlertKind
from include.extraction.events.kinds import EventKind
from include.outcomes import Reason, Status
from include.warehouse import funnel
from include.warehouse.connect import connect
from include.warehouse.words import all_words

INCLUDE = Path(__file__).parents[2] / "include"
SQL = sorted(
    file
    for folder in ("queries", "views", "checks")
    for file in (INCLUDE / "warehouse" / folder).rglob("*.sql")
)

COLUMNS = {
    "core.changes.kind": words.ChangeKind,
    "core.edit_changes.what": words.EditedPart,
    "core.entities.kind": words.EntityKind,
    "core.events.kind": EventKind,
    "core.events.status": words.FigureStatus,
    "core.figures.bound": words.Bound,
    "core.figures.change": words.Change,
    "core.figures.status": words.FigureStatus,
    "core.left_out_quotes.reason": words.LeftOut,
    "core.quotes.kind": words.QuoteKind,
    "core.signals.source": words.SignalSource,
    "core.times.mod": words.TimeMod,
    "core.times.type": words.TimeType,
    "ops.outcomes.status": Status,
    "ops.runs.state": words.RunState,
}
"""Columns that hold a vocabulary, all its words and no other."""
LISTED_IN_THEIR_TABLE = {
    "core.article_versions.credit_from",
    "core.edit_changes.change",
    "core.entity_pins.decision",
    "core.extractions.reference_from",
    "core.feed_events.kind",
    "core.feeds.kind",
    "core.figures.currency_basis",
    "core.page_events.kind",
    "core.quotes.speaker_basis",
    "core.quotes.speaker_gender",
    "core.story_events.kind",
    "ops.checks.level",
    "ops.checks.looked_at",
    "ops.checks.result",
    "ops.fetches.kind",
    "ops.fetches.robots",
    "ops.imports.kind",
    "ops.imports.state",
    "ops.removals.kind",
    "ops.subscriptions.state",
}
"""Columns whose few words one table holds and one module writes: their constraint is their list."""

BY_NAME = {
    "what": [*words.FigureKind, *words.EditedPart],
    "bound": [*words.Bound],
    "status": [*words.FigureStatus, *Status],
    "stage": [*words.Stage],
    "state": [*words.RunState],
    "reason": [*Reason, *words.LeftOut],
    "mod": [*words.TimeMod],
    "kind": [
        *words.QuoteKind, *words.ChangeKind, *words.EntityKind, *EventKind, *AlertKind,
    ],
}  # fmt: skip
"""What a column of this name may be compared with."""
OTHER_WORDS = {
    "kind": {"feed", "page", "robots", "country", "continent", "state", "region", "m"},
    "state": {"begun", "done", "failed", "wanted", "asked", "active", "denied"},
    "reason": {"copy", "first_of_story", "same_event"},
    "what": {"article"},
}
_COMPARED = re.compile(
    r"\b(\w+)\s*(?:=|<>|(?:NOT )?IN|<> ALL|= ANY)\s*(\(?(?:'[^']*'[,\s)]*)+)", re.IGNORECASE
)


def compared(text: str) -> Iterator[tuple[str, str]]:
    """(name of a column, word) of each comparison with words in a statement."""
    for column, listed in _COMPARED.findall(re.sub(r"--[^\n]*", "", text)):
        for word in re.findall(r"'([^']*)'", listed):
            yield column.lower(), word


def test_lists_are_read() -> None:
    """The test below reads what it should: a list over lines, a single word, not a comment."""
    text = "-- kind = 'no'\nWHERE a.what IN ('killed',\n 'rescued') AND kind <> 'indirect'"
    assert list(compared(text)) == [
        ("what", "killed"), ("what", "rescued"), ("kind", "indirect"),
    ]  # fmt: skip


@pytest.mark.parametrize("file", SQL, ids=lambda file: file.stem)
def test_statements_compare_with_words_that_are_there(file: Path) -> None:
    for column, word in compared(file.read_text("utf-8")):
        if column in BY_NAME:
            known = {str(one) for one in BY_NAME[column]} | OTHER_WORDS.get(column, set())
            assert word in known, f"{column} is never '{word}'"


@pytest.mark.warehouse
def test_constraints_list_the_whole_vocabulary(warehouse_dsn: str) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        cur.execute("""
            SELECT connamespace::regnamespace || '.' || relname || '.' || attname,
                   pg_get_constraintdef(pg_constraint.oid)
            FROM pg_constraint
            JOIN pg_class ON pg_class.oid = conrelid AND NOT relispartition
            JOIN pg_attribute ON attrelid = conrelid AND conkey = ARRAY[attnum]
            WHERE contype = 'c' AND connamespace::regnamespace::text IN ('core', 'ops')
        """)
        listed = {column: set(re.findall(r"'([^']*)'::text", told)) for column, told in cur}
    listed = {column: found for column, found in listed.items() if len(found) > 1}
    assert {column: found for column, found in listed.items() if column in COLUMNS} == {
        column: {str(word) for word in vocabulary} for column, vocabulary in COLUMNS.items()
    }
    assert set(listed) - set(COLUMNS) == LISTED_IN_THEIR_TABLE


@pytest.mark.warehouse
def test_the_warehouse_holds_every_word_with_its_meaning(warehouse_dsn: str) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        cur.execute("SELECT vocabulary, word, place, explanation FROM mart.vocabulary")
        stored = sorted(cur.fetchall())
    assert stored == all_words()
    assert all(explanation for *_, explanation in stored)


EMITTED = {
    "extraction/figures": {"bound": words.Bound, "status": words.FigureStatus,
                           "change": words.Change},
    "extraction/times": {"mod": words.TimeMod, "type": words.TimeType},
    "extraction/quotes": {"kind": words.QuoteKind, "reason": words.LeftOut},
    "articles": {"doubt": words.Doubt},
}  # fmt: skip


@pytest.mark.parametrize("folder", EMITTED)
def test_rules_give_words_of_the_vocabulary_only(folder: str) -> None:
    for file in (INCLUDE / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            is_doubt = isinstance(node.func, ast.Name) and node.func.id == "Doubt"
            for given in node.keywords:
                name = "doubt" if is_doubt and given.arg == "reason" else given.arg
                known = EMITTED[folder].get(name or "")
                if known and isinstance(given.value, ast.Constant) and given.value.value:
                    assert given.value.value in set(known), f"{file.name}: {given.value.value}"


def test_every_kind_of_people_in_the_language_files_is_a_kind() -> None:
    from include.extraction.figures.words import PERSON_KINDS

    assert set(PERSON_KINDS) <= set(words.FigureKind)


def test_the_order_of_stages_is_that_of_the_data() -> None:
    places = {stage: place for place, stage in enumerate(words.Stage)}
    steps = (*flow.FETCHING, *flow.FROM_CLEANING)
    run = [stage for step in steps for stage in (step.first, step.stage) if stage is not None]
    assert run == sorted(run, key=places.__getitem__)
    assert list(funnel.LABELS) == sorted(funnel.LABELS, key=lambda name: places[words.Stage(name)])
