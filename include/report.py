"""Print what a run brought: the funnel, stories, quotes, figures, and what to try next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from psycopg2.extensions import cursor as Cursor
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from include.warehouse import queries
from include.warehouse.funnel import Step, funnel


def print_report(cur: Cursor, run_id: str | None, console: Console | None = None) -> None:
    """Print the report of a run, the last one where `run_id` is None."""
    out = console or Console(highlight=False)
    run = queries.one(cur, "report_run", run_id=run_id)
    if run is None:
        out.print("No run yet: `make run` makes one.")
        return
    out.print()
    seconds = run["seconds"]
    took = f" in {seconds:.0f} s" if seconds is not None else ", unfinished"
    out.print(f"[bold]Run[/] {escape(run['run_id'])}{took}")
    steps = funnel(cur, run["run_id"])
    _print_funnel(out, steps)
    _print_state(out, run)
    _print_totals(out, run, steps)
    _print_languages(out, run["articles"], queries.rows(cur, "report_languages"))
    _print_stories(out, queries.rows(cur, "report_stories"))
    _print_quotes(out, queries.rows(cur, "report_quotes"))
    _print_figures(out, queries.rows(cur, "report_figures"))
    _print_checks(out, queries.rows(cur, "report_checks", run_id=run["run_id"]))
    _print_next(out)


def _print_funnel(out: Console, steps: Sequence[Step]) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("")
    for name in ("seen", "new", "known", "out"):
        table.add_column(name, justify="right")
    table.add_column("what fell out, and why", overflow="fold")
    for one in steps:
        table.add_row(
            one.label,
            str(one.seen),
            str(one.new),
            str(one.known),
            str(one.out or ""),
            one.reasons(),
        )
    out.print(table)


def _print_state(out: Console, run: Mapping[str, Any]) -> None:
    if run["state_reason"]:
        out.print(f"\n[bold red]{run['state']}[/]: {escape(run['state_reason'])}")
    if run["quarantined"]:
        out.print(
            f"\nIn quarantine: [bold]{run['quarantined']}[/] items that are tried no more; "
            "see `python -m include quarantine list`."
        )


def _print_totals(out: Console, run: Mapping[str, Any], steps: Sequence[Step]) -> None:
    changed = sum(one.new for one in steps if one.stage in ("clean_articles", "extract_texts"))
    out.print()
    out.print(
        f"In the warehouse: [bold]{run['articles']}[/] articles of {run['publishers']} publishers, "
        f"{run['copies']} of them copies, {run['texts']} texts, [bold]{run['stories']}[/] stories, "
        f"{run['mentions']} mentions, [bold]{run['quotes']}[/] quotes, "
        f"[bold]{run['figures']}[/] figures."
    )
    if not changed:
        out.print("Nothing changed since the last run: no article, story or fact was added.")


def _print_languages(out: Console, articles: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Say in a line what was not read, so that silence is not taken for absence."""
    if not rows:
        return
    each = ", ".join(f"{row['language']} {row['articles']}" for row in rows[:6])
    more = ", …" if len(rows) > 6 else ""
    out.print(
        f"Not all names read in [bold]{sum(row['articles'] for row in rows)}[/] of {articles} "
        f"articles ({each}{more}): no trained model for their languages; see mart.languages."
    )


def _print_stories(out: Console, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    out.print("\n[bold]Stories[/], the widest reported first")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("articles", justify="right")
    table.add_column("texts", justify="right")
    table.add_column("publishers", justify="right")
    table.add_column("story", overflow="fold")
    for row in rows:
        table.add_row(
            str(row["articles"]),
            str(row["independent_texts"]),
            str(row["publishers"]),
            Text(row["label"]),
        )
    out.print(table)


def _print_quotes(out: Console, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        out.print("\n[bold]Quotes[/] with their speakers")
    for row in rows:
        speaker = Text(row["speaker"], style="bold")
        if row["speaker_text"] and row["speaker_text"] != row["speaker"]:
            speaker.append(f" (“{row['speaker_text']}”)", style="not bold")
        _print_evidence(out, speaker, row)


def _print_figures(out: Console, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        out.print("\n[bold]Figures[/] with their sentences")
    for row in rows:
        fact = Text(f"{row['what']}: {_range(row)}", style="bold")
        if row["place"]:
            fact.append(f", {row['place']}", style="not bold")
        _print_evidence(out, fact, row)


def _range(row: Mapping[str, Any]) -> str:
    low, high = (
        f"{float(row[name]):,.10g}" if row[name] is not None else "" for name in ("low", "high")
    )
    words = {
        "at_least": f"at least {low}",
        "at_most": f"at most {high}",
        "about": f"about {low or high}",
        "between": f"{low} to {high}",
    }
    unit = "" if row["unit"] in (None, "person") else f" {row['unit']}"
    return words.get(row["bound"], low or high) + unit


def _print_evidence(out: Console, head: Text, row: Mapping[str, Any]) -> None:
    head.append(f"  {row['publisher']}", style="dim not bold")
    out.print(head)
    out.print(Padding(Text(_short(row["sentence"], 260)), (0, 0, 0, 4)))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + " …"


def _print_checks(out: Console, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    bad = [row for row in rows if row["result"] != "passed"]
    out.print()
    if not bad:
        out.print(f"All {len(rows)} warehouse checks passed.")
    for row in bad:
        is_red = row["level"] == "fail" or row["result"] == "broken"
        style = "bold red" if is_red else "yellow"
        out.print(
            f"[{style}]{row['level']}[/] {row['check_name']}: "
            + ("could not be run" if row["result"] == "broken" else f"{row['offending']} rows")
            + " (ops.checks says more)"
        )


def _print_next(out: Console) -> None:
    out.print("\n[bold]Next[/]")
    out.print("  make psql              ask in SQL: SELECT * FROM mart.quotes LIMIT 5;")
    out.print("  make up                the Airflow UI, and a run every day")
    out.print(
        "  make run FEEDS=live    the real feeds of seeds/feeds.csv, or your own .csv or .opml"
    )
