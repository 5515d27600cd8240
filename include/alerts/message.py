"""How an alert reads: as plain text, as a mail in HTML, and as data for a webhook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from include.alerts.kinds import KINDS, Alert
from include.alerts.words import for_chat, instant, shown

_SUBJECT = 120
_DIGEST_LINES = 40
_MORE = "To see more, ask the warehouse:"
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body style="margin:0;padding:24px;background:#f4f4f2;color:#1c1c1c;'
    'font:16px/1.5 Georgia,serif"><div style="max-width:640px;margin:0 auto;padding:24px;'
    'background:#fff;border-top:4px solid #8a1c1c">{body}</div></body></html>'
)
_HEADING = (
    '<p style="margin:0 0 8px;font:bold 13px sans-serif;letter-spacing:.04em;'
    'text-transform:uppercase;color:#8a1c1c">{}</p>'
)
_QUERY = (
    '<p style="margin:16px 0 4px;font:13px sans-serif;color:#555">{}</p>'
    '<pre style="margin:0;padding:12px;background:#f4f4f2;font:13px/1.4 monospace;'
    'white-space:pre-wrap;word-break:break-word">{}</pre>'
)
_FOOT = '<p style="margin:16px 0 0;font:12px sans-serif;color:#777">{}</p>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What goes out. `text` is for mail and logs, `chat` for chats, `data` for webhooks."""

    subject: str
    text: str
    chat: str
    html: str
    data: dict[str, Any] = field(default_factory=dict)


def render(alert: Alert) -> Message:
    """The message of one alert: its sentence, where to look, and the query that shows more."""
    title = KINDS[alert.kind]
    foot = f"Dateline, {alert.kind}" + (
        f", raised {instant(alert.raised_at)}" if alert.raised_at else ""
    )
    lines = [alert.sentence, *([alert.url] if alert.url else []), "", _MORE, alert.query, "", foot]
    link = (
        f'<p style="margin:8px 0"><a href="{escape(alert.url)}" '
        f'rel="noopener noreferrer nofollow">{escape(alert.url)}</a></p>'
        if alert.url
        else ""
    )
    body = (
        _HEADING.format(escape(title))
        + f'<p style="margin:0">{escape(alert.sentence)}</p>{link}'
        + _QUERY.format(_MORE, escape(alert.query))
        + _FOOT.format(escape(foot))
    )
    return Message(
        subject=shown(f"[Dateline] {title}: {alert.sentence}", _SUBJECT),
        text="\n".join(lines),
        chat="\n".join(
            [for_chat(alert.sentence), *([alert.url] if alert.url else []), for_chat(alert.query)]
        ),
        html=_PAGE.format(title=escape(title), body=body),
        data=_data(alert),
    )


def render_digest(alerts: Sequence[Alert]) -> Message:
    """One message of many alerts: how many of each kind, and the sentences of the first."""
    counts = Counter(alert.kind for alert in alerts)
    told = ", ".join(f"{counts[kind]} × {KINDS[kind]}" for kind in KINDS if counts[kind])
    shown_ones, left = alerts[:_DIGEST_LINES], max(0, len(alerts) - _DIGEST_LINES)
    more = [f"… and {left} more."] if left else []
    numbers = [alert.alert_id for alert in alerts if alert.alert_id is not None]
    query = "SELECT kind, sentence, url, query FROM ops.alerts WHERE alert_id " + (
        f"BETWEEN {min(numbers)} AND {max(numbers)} ORDER BY alert_id;" if numbers else "IS NULL;"
    )
    items = "".join(
        f'<li style="margin:0 0 8px"><b>{escape(KINDS[alert.kind])}</b> '
        f"{escape(alert.sentence)}</li>"
        for alert in shown_ones
    ) + "".join(f"<li>{escape(line)}</li>" for line in more)
    lines = [f"- {KINDS[alert.kind]}: {alert.sentence}" for alert in shown_ones] + more
    body = (
        _HEADING.format("More alerts")
        + f'<p style="margin:0 0 12px">{escape(told)}</p><ul style="padding-left:20px">{items}</ul>'
        + _QUERY.format(_MORE, escape(query))
    )
    return Message(
        subject=shown(f"[Dateline] {len(alerts)} more alerts: {told}", _SUBJECT),
        text="\n".join([told, "", *lines, "", _MORE, query]),
        chat="\n".join([told, *map(for_chat, lines[:10]), query]),
        html=_PAGE.format(title="More alerts", body=body),
        data={"version": 1, "kind": "digest", "alerts": [_data(alert) for alert in alerts]},
    )


def render_test(sent_from: str) -> Message:
    """A message that only shows that a channel works."""
    sentence = f"This is a test of Dateline's alerts from {shown(sent_from)}. Nothing happened."
    body = _HEADING.format("Test") + f"<p>{escape(sentence)}</p>"
    return Message(
        subject="[Dateline] Test",
        text=sentence,
        chat=sentence,
        html=_PAGE.format(title="Test", body=body),
        data={"version": 1, "kind": "test", "sentence": sentence},
    )


def _data(alert: Alert) -> dict[str, Any]:
    return {
        "version": 1,
        "id": alert.key,
        "kind": str(alert.kind),
        "subject": alert.subject,
        "sentence": alert.sentence,
        "url": alert.url,
        "query": alert.query,
        "evidence": alert.evidence,
        "raised_at": alert.raised_at.isoformat() if alert.raised_at else None,
    }
