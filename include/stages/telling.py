"""What a run tells about itself: a note for people, numbers for programs."""

from __future__ import annotations

from include.stages.exporting import OLD_DAYS_A_RUN, export_rules
from include.stages.work import Run
from include.warehouse import exports, queries
from include.warehouse.funnel import as_counts, as_markdown, funnel

_NEW = (
    ("read_entries", "entries"),
    ("import_pages", "pages"),
    ("clean_articles", "articles"),
    ("extract_texts", "texts read"),
)


def run_note(run: Run) -> str:
    """A run in a line, its funnel as a table in Markdown, and what its checks found.

    The line comes first: the page of a run shows no more until the note is opened.
    """
    with run.transaction() as cur:
        steps = funnel(cur, run.run_id)
        checks = queries.rows(cur, "report_checks", run_id=run.run_id)
    red, warned = [], []
    for one in checks:
        if one["result"] == "broken" or (one["offending"] and one["level"] == "fail"):
            red.append(one["check_name"])
        elif one["offending"]:
            warned.append(one["check_name"])
    passed = len(checks) - len(red) - len(warned)
    new = {one.stage: one.new for one in steps}
    out = sum(one.out for one in steps)
    shown = [f"{new[stage]} new {what}" for stage, what in _NEW if stage in new]
    news = ", ".join(shown) or "nothing new"
    first = f"{news}; {out} fell out; {passed} of {len(checks)} checks passed."
    lines = [f"**Failed checks**: {', '.join(red)}"] if red else []
    lines += [f"Checks that warn: {', '.join(warned)}"] if warned else []
    return "\n\n".join([first, *lines, as_markdown(steps)])


def run_counts(run: Run) -> dict[str, dict[str, int]]:
    """The funnel of a run as numbers, by stage: seen, new, known, out."""
    with run.transaction() as cur:
        return as_counts(funnel(cur, run.run_id))


def is_anything_to_export(run: Run) -> bool:
    """Whether a day of the warehouse was never exported, or has changed since."""
    with run.transaction() as cur:
        return bool(
            exports.days_to_export(
                cur,
                run.exports.url,
                made_by=export_rules(),
                since=None,
                until=None,
                again=False,
                old=OLD_DAYS_A_RUN,
            )
        )
