"""Send one message on one channel, in a process that is killed when it hangs.

An address that begins with http:// or https:// is a webhook: the message goes there as signed
JSON. All others are Apprise's (mailto://, slack://, ntfys:// and so on).
"""

from __future__ import annotations

import json
import logging
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from include.alerts import Message, sign
from include.isolation import Workers
from include.settings import Settings

_ANSWER = 200
_CONNECT_S = 5.0
_MAIL = re.compile(r"mailtos?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Where alerts go. Its name holds nothing secret; its address may."""

    name: str
    address: str = field(repr=False)
    secret: str = field(default="", repr=False)

    @property
    def is_webhook(self) -> bool:
        """Whether it takes signed JSON."""
        return urlsplit(self.address).scheme.lower() in ("http", "https")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a channel made of a message: taken or not, and in a few words why."""

    is_taken: bool
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A message with the channel it goes to, as a worker takes it."""

    channel: Channel
    message: Message
    deadline_s: float


def channels(settings: Settings) -> list[Channel]:
    """The channels of the settings, named by their schemes: mailto, slack, slack-2."""
    seen: Counter[str] = Counter()
    found = []
    secret = settings.alert_secret.get_secret_value() if settings.alert_secret else ""
    for one in settings.alert_urls:
        address = one.get_secret_value()
        scheme = urlsplit(address).scheme.lower()
        seen[scheme] += 1
        name = scheme if seen[scheme] == 1 else f"{scheme}-{seen[scheme]}"
        found.append(Channel(name=name, address=address, secret=secret))
    return found


class Sender:
    """Sends letters one after another; a channel that failed is not asked again.

    So a channel that hangs costs a run one deadline, however many letters there are.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.failed: set[str] = set()
        self._workers = Workers(1, memory_mb=settings.worker_memory_mb)

    def __enter__(self) -> Sender:
        self._workers.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._workers.__exit__(*error)

    def send(self, channel: Channel, message: Message) -> Answer:
        """Send, and wait no longer than the deadline. Never raises."""
        deadline_s = self._settings.alert_deadline_s
        letter = Letter(channel, message, deadline_s)
        (done,) = self._workers.map(deliver, [letter], deadline_s=deadline_s + _CONNECT_S)
        if done.result is not None:
            answer = done.result
        else:
            answer = Answer(is_taken=False, text=f"cut off: {type(done.error).__name__}")
        if not answer.is_taken:
            self.failed.add(channel.name)
        return Answer(is_taken=answer.is_taken, text=without_secrets(answer.text, channel))


def deliver(letter: Letter) -> Answer:
    """Send one letter in this process, which may hang."""
    if letter.channel.is_webhook:
        return _post(letter)
    return _notify(letter)


def _post(letter: Letter) -> Answer:
    import httpx

    from include import __version__

    channel = letter.channel
    body = json.dumps(letter.message.data, ensure_ascii=False, default=str).encode(
        "utf-8", "replace"
    )
    now = int(time.time())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"Dateline/{__version__}",
        "X-Dateline-Timestamp": str(now),
        "X-Dateline-Signature": sign(channel.secret, now, body),
    }
    try:
        # A redirect is an answer like any other: what is signed goes where it was told to go.
        with httpx.stream(
            "POST",
            channel.address,
            content=body,
            headers=headers,
            timeout=httpx.Timeout(letter.deadline_s, connect=_CONNECT_S),
            follow_redirects=False,
        ) as answer:
            return Answer(is_taken=answer.is_success, text=f"HTTP {answer.status_code}")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Answer(is_taken=False, text=f"{type(error).__name__}: {error}")


def _notify(letter: Letter) -> Answer:
    import apprise

    told: list[str] = []

    class Keep(logging.Handler):
        """Keeps what the library says of a failure; it says it nowhere else."""

        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    keep = Keep(logging.WARNING)
    logger = logging.getLogger("apprise")
    logger.addHandler(keep)
    logger.propagate = False
    try:
        asset = apprise.AppriseAsset(
            app_id="Dateline", app_desc="Dateline", app_url="", secure_logging=True
        )
        service = apprise.Apprise(asset=asset)
        is_mail = bool(_MAIL.match(urlsplit(letter.channel.address).scheme.lower()))
        if not service.add(letter.channel.address):
            return Answer(is_taken=False, text="Apprise does not understand this address")
        message = letter.message
        taken = service.notify(
            title=message.subject,
            body=message.html if is_mail else message.chat,
            body_format=apprise.NotifyFormat.HTML if is_mail else apprise.NotifyFormat.TEXT,
        )
    finally:
        logger.removeHandler(keep)
    if taken:
        return Answer(is_taken=True, text="taken")
    return Answer(is_taken=False, text=" ".join(told[-2:]) or "not taken")


def without_secrets(text: str, channel: Channel) -> str:
    """`text` with every part of the channel's address and its secret struck out but its host."""
    parts = urlsplit(channel.address)
    said = [channel.secret, channel.address, parts.username, parts.password, parts.query]
    said += re.split(
        r"[/?&=@:;,]+", f"{parts.path}/{parts.query}/{parts.netloc.rpartition('@')[0]}"
    )
    for one in sorted({one for one in said if one and len(one) > 3}, key=len, reverse=True):
        for written in {one, unquote(one)}:
            text = text.replace(written, "…")
    return " ".join(text.split())[:_ANSWER]


def in_a_line(answers: Sequence[tuple[Channel, Answer]]) -> str:
    """What channels answered, in one line."""
    return "; ".join(f"{channel.name}: {answer.text}" for channel, answer in answers)
