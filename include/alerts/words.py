"""Words of others, made safe to show: one line, nothing invisible, no markup, no live link.

A headline is written by whoever runs a site, and an alert is read in a mail program or a chat
that turns markup, mentions and addresses into something to click.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime

# Controls, and marks that turn the direction of text or hide: unprintable or misleading.
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]{0,20}):(?=//)|\b(www)\.", re.IGNORECASE)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def shown(text: object, most: int = 200) -> str:
    """`text` in one line of at most `most` characters, with nothing invisible in it.

    Addresses in it are written so that no program makes links of them: `https[:]//`.
    """
    line = " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", str(text))).split())
    line = _ADDRESS.sub(lambda found: f"{found[1]}[:]" if found[1] else f"{found[2]}[.]", line)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def quoted(text: object, most: int = 160) -> str:
    """The same in quotation marks; those in it become single ones."""
    return f"“{re.sub('[“”„«»"]', '’', shown(text, most))}”"


def for_chat(text: str) -> str:
    """Lines for a chat: what would be a mention, a tag or a link there is plain text."""
    text = text.replace("<", "‹").replace(">", "›").replace("](", "] (")
    return re.sub(r"@(?=\w)", "@\u2060", text)


def literal(text: object) -> str:
    """`text` as a literal of SQL, for a server with standard strings."""
    return "'" + str(text).replace("\0", "").replace("'", "''") + "'"


def instant(value: datetime) -> str:
    """An instant as people read it, in UTC."""
    at = value.astimezone(UTC)
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}, {at:%H:%M} UTC"


def link(url: object) -> str | None:
    """`url` where it is one of the web that a reader may follow, else None."""
    if not isinstance(url, str) or len(url) > 2_000 or not url.isprintable() or " " in url:
        return None
    return url if re.match(r"https?://[^/\s@]+(/|$|\?|#)", url) else None
