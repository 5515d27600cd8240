"""Stage `renew_rows`: rows made by other rules than the present ones are made again, in time.

An upgrade changes what rules find. Nothing is thrown away for it: in each run a share of what
is old becomes due again, the newest first, and the stages that follow take it up like new work.
`mart.rules` shows how far that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from include.articles import cleaned_by
from include.extraction import config
from include.settings import Settings
from include.stages.apart import apart
from include.stages.exporting import export_rules
from include.stages.extracting import TEXTS_A_TASK, config_hashes, languages_read
from include.stages.fingerprinting import copy_rules
from include.stages.grouping import story_rules
from include.stages.trying import leave
from include.stages.work import Counts, Run, log
from include.warehouse import fact_claims, marts, pages, rules
from include.warehouse.queries import Row
from include.warehouse.rules import Rules

STAGE = "renew_rows"
_LEAST = TEXTS_A_TASK
"""Work that a run is taken to have at least, so that quiet runs renew as well."""


def present_rules(settings: Settings) -> list[Rules]:
    """The rules that are in force, stage by stage."""
    found = [
        Rules(stage="clean_articles", kind="page", rules=cleaned_by()),
        Rules(stage="fingerprint_texts", kind="copy", rules=copy_rules(settings)),
        Rules(stage="group_stories", kind="story", rules=story_rules(settings)),
        Rules(stage="refresh_marts", kind="mart", rules=marts.made_by()),
        Rules(stage="export_days", kind="day", rules=export_rules()),
    ]
    for language in (*languages_read(settings), "*"):
        found += [
            Rules(stage="extract_texts", kind=kind, language=language, rules=digest)
            for kind, digest in config.rules(None if language == "*" else language).items()
        ]
    return found


def renew_rows(run: Run) -> Counts:
    """Note the rules in force, and make a share of what is by others due again."""
    settings = run.settings
    with run.transaction() as cur:
        rules.keep_rules(cur, present_rules(settings))
        hashes = config_hashes(settings)
        new_pages = pages.uncleaned(cur)
        new_texts = fact_claims.unextracted(cur, hashes)
        share = settings.renew_share
        of_pages = ceil(share * max(new_pages, _LEAST)) if share else 0
        of_texts = ceil(share * max(new_texts, _LEAST)) if share else 0
        found = {
            "pages": rules.old(cur, "pages", cleaned_by(), run_id=run.run_id, most=of_pages),
            "texts": rules.old_texts(cur, hashes, run_id=run.run_id, most=of_texts),
            "copies": rules.old(
                cur, "copies", copy_rules(settings), run_id=run.run_id, most=of_texts
            ),
            "stories": rules.old(
                cur, "stories", story_rules(settings), run_id=run.run_id, most=of_texts
            ),
        }
    counts = {kind: _renew(run, kind, rows) for kind, rows in found.items()}
    told = ", ".join(f"{count} {of}" for of, count in counts.items() if count)
    log.info("%s: %s", STAGE, f"due again by present rules: {told}" if told else "nothing is old")
    return counts


def _renew(run: Run, kind: str, rows: Sequence[Row]) -> int:
    done = 0

    def renew(some: Sequence[Row]) -> None:
        nonlocal done
        with run.transaction() as cur:
            count = rules.renew(cur, kind, [row["item"] for row in some])
        done += count

    def give_up(row: Row, error: Exception) -> None:
        with run.transaction() as cur:
            leave(cur, run.run_id, STAGE, row, error, kind="row")

    apart(rows, renew, give_up)
    return done
