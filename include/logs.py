"""The one log of Dateline, in which no URL shows a key.

A feed's URL may hold a user's password or a key, and logs are read by more people than the
feed list. Every line is masked here, so that no call has to think of it.
"""

from __future__ import annotations

import logging

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


log = logging.getLogger("dateline")
if not any(isinstance(one, Masked) for one in log.filters):
    log.addFilter(Masked())
