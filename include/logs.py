"""The one log of Dateline, in which no URL shows a key.

A feed's URL may hold a user's password or a key, and logs are read by more people than the
feed list. Every line is masked here, so that no call has to think of it.
"""

from __future__ import annotations

import logging
from typing import Any

from include.urls import masked_in


class Masked(logging.Filter):
    """Writes every URL of a line, and of the error told with it, as `urls.masked` shows it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the record; it is never dropped."""
        line = record.getMessage()
        if "://" in line:
            record.msg, record.args = masked_in(line), ()
        if record.exc_info and not record.exc_text:
            # A handler that finds this text prints it instead of making its own.
            record.exc_text = masked_in(logging.Formatter().formatException(record.exc_info))
        return True


def mask_error(error: BaseException) -> None:
    """Mask what an error says, and what led to it: whoever catches it may log it.

    It stays the error that it is, with its kind and its trace.
    """
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        waiting += [one.__cause__, one.__context__]
        one.args = tuple(_shown(arg) for arg in one.args)
        if isinstance(one, OSError):
            for name in ("strerror", "filename", "filename2"):
                setattr(one, name, _shown(getattr(one, name)))
        if hasattr(one, "__notes__"):
            one.__notes__ = [_shown(note) for note in one.__notes__]


def _shown(part: Any) -> Any:
    return masked_in(part) if isinstance(part, str) and "://" in part else part


log = logging.getLogger("dateline")
if not any(isinstance(one, Masked) for one in log.filters):
    log.addFilter(Masked())
