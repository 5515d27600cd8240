"""Stage `tell_alerts`: what is worth telling → `ops.alerts` → mail, webhooks, chats.

An alert is a row before it is a message. Nothing here makes a run red or holds it up: a kind
that cannot be asked for is left out and said in the log, a channel that fails is tried again by
a later run, one that hangs is cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial

from psycopg2.extensions import connection as Connection
from psycopg2.extensions import cursor as Cursor

from include.alerts import (
    JUDGES,
    Alert,
    Kind,
    Message,
    Plan,
    next_try,
    plan,
    render,
    render_digest,
)
from include.alerts.worth import Judge
from include.exports.watchlists import read_watchlists
from include.outcomes import Outcome, Status
from include.settings import PROJECT
from include.stages.alert_channels import Channel, Sender, channels, in_a_line
from include.stages.apart import apart, told
from include.stages.work import Counts, Run, log, reason_of
from include.warehouse import alerts, ledger
from include.warehouse.queries import Row
from include.warehouse.watchlists import fitting_articles

STAGE = "tell_alerts"
MOST_TRIES = 8
_ASK_MS = 60_000
_SENDING_S = 120.0
_MOST_HITS = 200


def tell_alerts(run: Run) -> Counts:
    """Raise what is new, then send what waits; returns how many of each. Never raises."""
    counts: Counts = {}
    for name, work in (("raised", raise_alerts), ("sent", send_alerts)):
        try:
            counts[name] = work(run)
        except Exception:
            # Whatever it is, the news is stored: nobody's run fails for a message about it.
            log.exception("tell_alerts: %s nothing", name)
    log.info("tell_alerts: %s", ", ".join(f"{n} {name}" for name, n in counts.items()) or "none")
    return counts


def raise_alerts(run: Run) -> int:
    """Write every alert that was not raised before; returns how many."""
    raised = 0
    for kind, judge in JUDGES.items():
        if kind not in run.settings.alert_kinds:
            continue
        try:
            with run.transaction() as cur:
                cur.execute("SELECT set_config('statement_timeout', %s, true)", (f"{_ASK_MS}ms",))
                rows = list(_rows(run, cur, kind))
        except Exception as error:
            log.warning("alerts of kind %s are left out: %s", kind, told(error))
            continue

        def raise_some(some: Sequence[Row], judge: Judge = judge) -> None:
            nonlocal raised
            with run.transaction() as cur:
                new = alerts.raise_alerts(cur, run.run_id, [judge(row) for row in some])
            raised += len(new)

        apart(rows, raise_some, partial(_leave_out, run, kind))
    return raised


def _leave_out(run: Run, kind: Kind, row: Row, error: Exception) -> None:
    about = next((str(value) for value in row.values() if value is not None), "")
    log.warning("an alert of kind %s is left out: %s", kind, told(error))
    _tell_failure(run, f"{kind} {about}", error)


def _tell_failure(run: Run, subject: str, error: Exception) -> None:
    outcome = Outcome(
        stage=STAGE,
        subject_kind="alert",
        subject=subject,
        status=Status.FAILED,
        reason=reason_of(error),
        detail=told(error),
    )
    with run.transaction() as cur:
        ledger.record_outcomes(cur, run.run_id, [outcome])


def tell_late(run: Run, *, flow: str, since: datetime, url: str) -> Counts:
    """Tell at once that the run `run` has not ended in its time; a later run may never come.

    It is the alert that `tell_alerts` raises of such a run, and told once, whichever is first.
    `since` is when the run was asked for, `url` where to look at it.
    """
    row = {
        "run_id": run.run_id,
        "flow": flow,
        "started_at": since,
        "minutes": run.settings.alert_run_minutes,
        "url": url,
    }
    with run.transaction() as cur:
        raised = len(alerts.raise_alerts(cur, run.run_id, [JUDGES[Kind.LATE_RUN](row)]))
    return {"raised": raised, "sent": send_alerts(run)}


def _rows(run: Run, cur: Cursor, kind: Kind) -> Iterable[Row]:
    settings = run.settings
    if kind is Kind.WATCHLIST_HIT:
        return _hits(run, cur)
    since = datetime.now(UTC) - timedelta(hours=settings.alert_hours)
    return alerts.rows_of(cur, kind, since=since, late_minutes=settings.alert_run_minutes)


def _hits(run: Run, cur: Cursor) -> list[Row]:
    settings = run.settings
    found, _ = read_watchlists((PROJECT / settings.watchlists).read_bytes())
    days = max(1, round(settings.alert_hours / 24))
    return [
        {
            "watchlist_id": one.watchlist_id,
            "watchlist": one.title,
            "url": row["url"],
            "title": row["title"],
            "publisher": row["publisher"],
            "story_id": row["story_id"],
            "published_at": row["published_at"],
        }
        for one in found
        for row in reversed(
            fitting_articles(
                cur,
                words=one.words,
                entities=one.entities,
                places=one.places,
                countries=one.countries,
                publishers=one.publishers,
                languages=one.languages,
                days=days,
                most=_MOST_HITS,
            )
        )
    ]


def send_alerts(run: Run) -> int:
    """Send what waits on every channel; returns how many alerts all channels have taken."""
    settings, listed = run.settings, channels(run.settings)
    if not listed:
        return 0
    with (
        closing(run.connect()) as conn,
        closing(run.connect()) as holding,  # its transaction lasts as long as the sending
        holding.cursor() as turn,
    ):
        if not alerts.become_sender(turn):
            log.info("alerts are being sent by another process")
            return 0
        conn.autocommit = True
        with conn.cursor() as cur:
            waiting = alerts.waiting(cur, hours=settings.alert_hours, kinds=settings.alert_kinds)
        if not waiting:
            return 0
        rows = {row["alert_id"]: row for _, row in waiting}
        planned = plan(
            [alert for alert, _ in waiting],
            most=settings.alert_most,
            most_a_kind=settings.alert_most_a_kind,
        )
        letters = _letters(run, conn, planned, rows)
        ends = datetime.now(UTC) + timedelta(seconds=_SENDING_S)
        sent = 0
        with Sender(settings) as sender:
            for message, about in letters:
                if datetime.now(UTC) > ends:
                    log.warning("alerts: no time left, the rest waits for the next run")
                    break
                sent += _send(conn, sender, listed, message, [rows[a.alert_id] for a in about])
        return sent


def _letters(
    run: Run, conn: Connection, planned: Plan, rows: Mapping[int, Row]
) -> list[tuple[Message, Sequence[Alert]]]:
    """Messages with the alerts they tell of. One that cannot be written costs itself."""
    letters: list[tuple[Message, Sequence[Alert]]] = []

    def write_alone(some: Sequence[Alert]) -> None:
        letters.extend([(render(one), [one]) for one in some])

    def write_digest(some: Sequence[Sequence[Alert]]) -> None:
        letters.extend([(render_digest(about), about) for about in some])

    def give_up(about: Sequence[Alert], error: Exception) -> None:
        log.warning("a message cannot be written: %s", told(error))
        numbers = [number for one in about if (number := one.alert_id) is not None]
        tries = max(rows[number]["tries"] for number in numbers) + 1
        with conn.cursor() as cur:
            alerts.settle(
                cur,
                numbers,
                channel=[],
                answer=told(error),
                is_sent=False,
                wait=next_try(tries),
                most_tries=MOST_TRIES,
            )
        _tell_failure(run, " ".join(map(str, numbers[:20])), error)

    apart(planned.alone, write_alone, lambda one, error: give_up([one], error))
    apart([planned.together] if planned.together else [], write_digest, give_up)
    return letters


def _send(
    conn: Connection,
    sender: Sender,
    listed: Sequence[Channel],
    message: Message,
    rows: Sequence[Row],
) -> int:
    """Send a message on the channels that have not taken all of its alerts yet."""
    open_to = [one for one in listed if any(one.name not in row["channel"] for row in rows)]
    answers = [
        (channel, sender.send(channel, message))
        for channel in open_to
        if channel.name not in sender.failed
    ]
    if open_to and not answers:  # not tried: it stays as it is, for the next run
        return 0
    is_sent = len(answers) == len(open_to) and all(answer.is_taken for _, answer in answers)
    tries = max(row["tries"] for row in rows) + 1
    with conn.cursor() as cur:
        alerts.settle(
            cur,
            [row["alert_id"] for row in rows],
            channel=[channel.name for channel, answer in answers if answer.is_taken],
            answer=in_a_line(answers),
            is_sent=is_sent,
            wait=next_try(tries),
            most_tries=MOST_TRIES,
        )
    if not is_sent:
        log.warning("an alert was not taken: %s", in_a_line(answers))
    return len(rows) if is_sent else 0
