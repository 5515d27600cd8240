"""What is worth telling: one judge a kind, from a row of the warehouse to an alert."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from include.alerts.kinds import Alert, Kind
from include.alerts.words import instant, link, literal, quoted, shown
from include.urls import masked_in

Row = Mapping[str, Any]
Judge = Callable[[Row], Alert]


def _failed_run(row: Row) -> Alert:
    run_id, flow = row["run_id"], row["flow"]
    what = f"Run {shown(run_id)}" + (f" of {shown(flow)}" if flow else "")
    how = "failed" if row["state"] == "failed" else "was interrupted"
    why = shown(masked_in(row["state_reason"].removeprefix("failed: ")), 300) or "see its log"
    return Alert(
        kind=Kind.FAILED_RUN,
        subject=run_id,
        key=f"failed_run:{flow}:{run_id}",
        sentence=f"{what} {how}: {why}.",
        query="SELECT stage, status, reason, count(*) FROM ops.outcomes "
        f"WHERE run_id = {literal(run_id)} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;",
        evidence=dict(row) | {"state_reason": shown(masked_in(row["state_reason"]), 1_000)},
    )


def _late_run(row: Row) -> Alert:
    run_id, flow = row["run_id"], row["flow"]
    what = f"Run {shown(run_id)}" + (f" of {shown(flow)}" if flow else "")
    return Alert(
        kind=Kind.LATE_RUN,
        subject=run_id,
        key=f"late_run:{flow}:{run_id}",
        sentence=f"{what} had not ended {row['minutes']:g} minutes after "
        f"{instant(row['started_at'])}.",
        url=link(row.get("url")),
        query=f"SELECT * FROM ops.runs WHERE run_id = {literal(run_id)};",
        evidence=dict(row),
    )


def _failed_check(row: Row) -> Alert:
    name = row["check_name"]
    told = f"found {row['offending']} rows that should not be there"
    if row["result"] == "broken":
        told = f"could not be run: {shown(row['detail'])}"
    before = "; it had passed before" if row["passed_before"] else ""
    return Alert(
        kind=Kind.FAILED_CHECK,
        subject=name,
        key=f"failed_check:{name}:{row['failing_since']:%Y-%m-%dT%H:%M:%S}",
        sentence=f"The check {name} {told}{before}.",
        query="SELECT run_id, checked_at, result, offending, sample, detail FROM ops.checks "
        f"WHERE check_name = {literal(name)} ORDER BY checked_at DESC LIMIT 10;",
        evidence=dict(row),
    )


def _failing_feed(row: Row) -> Alert:
    feed_id = row["feed_id"]
    return Alert(
        kind=Kind.FAILING_FEED,
        subject=feed_id,
        key=f"failing_feed:{feed_id}:{row['failing_since']:%Y-%m-%dT%H:%M:%S}",
        sentence=f"Feed {shown(feed_id)} of {shown(row['publisher'])} has failed since "
        f"{instant(row['failing_since'])}: {shown(row['explanation'] or row['last_reason'])}.",
        query=f"SELECT * FROM mart.feeds WHERE feed_id = {literal(feed_id)};",
        evidence=dict(row),
    )


def _quiet_publisher(row: Row) -> Alert:
    publisher = row["publisher"]
    return Alert(
        kind=Kind.QUIET_PUBLISHER,
        subject=publisher,
        key=f"quiet_publisher:{publisher}:{row['newest_at']:%Y-%m-%dT%H:%M:%S}",
        sentence=f"{shown(publisher)} has brought nothing new since {instant(row['newest_at'])}; "
        f"usually something comes every {row['usual_gap_hours']} hours.",
        query="SELECT feed_id, last_new_entry_at, last_polled_at, last_reason, explanation "
        f"FROM mart.feeds WHERE publisher = {literal(publisher)};",
        evidence=dict(row),
    )


def _silent_correction(row: Row) -> Alert:
    publisher, title = shown(row["publisher"]), quoted(row["title"])
    changes = [_change(one) for one in row["changes"]]
    more = f", and {len(changes) - 3} more" if len(changes) > 3 else ""
    how, what = "changed", f"{publisher} changed {title} without saying so: "
    what += "; ".join(changes[:3]) + more
    if row["is_removed"]:
        how, what = "removed", f"{publisher} has removed {title}"
    return Alert(
        kind=Kind.SILENT_CORRECTION,
        subject=row["url"],
        key=f"silent_correction:{how}:{row['version_id']}",
        sentence=f"{what}.",
        url=link(row["url"]),
        query="SELECT what, change, detail, old, new, old_since, found_at FROM mart.edit_log "
        f"WHERE article_id = {row['article_id']} ORDER BY found_at;",
        evidence=dict(row),
    )


def _change(one: Mapping[str, Any]) -> str:
    what = one["what"]
    if what == "figure" and one["detail"]:
        what += f" ({shown(one['detail'], 40)})"
    match one["change"]:
        case "added":
            return f"{what} {quoted(one['new'], 80)} added"
        case "removed":
            return f"{what} {quoted(one['old'], 80)} removed"
        case _:
            return f"{what} {quoted(one['old'], 80)} became {quoted(one['new'], 80)}"


def _disputed_toll(row: Row) -> Alert:
    accounts = [shown(one, 90) for one in row["accounts"]]
    more = f", and {len(accounts) - 4} more" if len(accounts) > 4 else ""
    return Alert(
        kind=Kind.DISPUTED_TOLL,
        subject=row["story_id"],
        key=f"disputed_toll:{row['story_id']}:{row['what']}:{row['least']:g}:{row['most']:g}",
        sentence=f"Outlets differ on how many were {row['what']} in {quoted(row['label'])}: "
        f"{'; '.join(accounts[:4])}{more}.",
        url=link(row["url"]),
        query="SELECT what, low, high, bound, publisher, published_at, sentence "
        f"FROM mart.figures WHERE story_id = {literal(row['story_id'])} "
        f"AND what = {literal(row['what'])} ORDER BY published_at;",
        evidence=dict(row),
    )


def _watchlist_hit(row: Row) -> Alert:
    about = row["story_id"] or row["url"]
    column = "story_id" if row["story_id"] else "url"
    return Alert(
        kind=Kind.WATCHLIST_HIT,
        subject=row["watchlist_id"],
        key=f"watchlist_hit:{row['watchlist_id']}:{about}",
        sentence=f"{shown(row['watchlist'])}: {quoted(row['title'])}, {shown(row['publisher'])}.",
        url=link(row["url"]),
        query="SELECT published_at, publisher, title, url FROM mart.articles "
        f"WHERE {column} = {literal(about)} ORDER BY published_at;",
        evidence=dict(row),
    )


JUDGES: dict[Kind, Judge] = {
    Kind.FAILED_RUN: _failed_run,
    Kind.LATE_RUN: _late_run,
    Kind.FAILED_CHECK: _failed_check,
    Kind.FAILING_FEED: _failing_feed,
    Kind.QUIET_PUBLISHER: _quiet_publisher,
    Kind.SILENT_CORRECTION: _silent_correction,
    Kind.DISPUTED_TOLL: _disputed_toll,
    Kind.WATCHLIST_HIT: _watchlist_hit,
}
"""What makes an alert of a row, for each kind that the warehouse is asked for."""
