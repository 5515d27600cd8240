"""Keep one bad item from the others: the one way in which stages do work that may fail.

Whatever an item does (the warehouse refuses its row, a function raises, memory runs out, a
statement takes too long), that item gets an outcome and all others are done. Items are worked
on together, since one transaction for many is cheap; a piece that fails is halved until the
one that is to blame stands alone.

What is no item's doing (no connection, a full disk, a lock not had, storage out of reach) is
raised at once: the task fails and is tried again.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence

import psycopg2

from include.errors import CannotWork
from include.logs import log

# SQLSTATE classes of the server's own troubles, and of statements that are wrong whatever
# the item (42). One that took too long (57014) is not among them: an item may ask too much.
_OF_THE_WORLD = ("08", "25", "40", "42", "53", "55", "57", "58")
_QUERY_CANCELED = "57014"


def is_of_the_world(error: BaseException) -> bool:
    """Whether an error is no item's doing, so that trying other items would not help."""
    if isinstance(error, psycopg2.Error):
        code = error.pgcode
        if code is None:  # the connection, or the driver's own use of it
            return isinstance(error, psycopg2.OperationalError | psycopg2.InterfaceError)
        return code[:2] in _OF_THE_WORLD and code != _QUERY_CANCELED
    return isinstance(error, CannotWork | OSError)


def apart[Item](
    items: Sequence[Item],
    work: Callable[[Sequence[Item]], object],
    give_up: Callable[[Item, Exception], object],
) -> None:
    """Do `work` on all items together; where that fails, on halves, down to single items.

    `work` must be whole or nothing (one transaction), and may be called again with fewer
    items. `give_up` records that one item alone failed, and why; it must leave the item so
    that it is not chosen again for ever.

    Raises:
        Exception: what is of the world, at once. What `give_up` raises, after all items.
    """
    untold: list[Exception] = []
    waiting = [items] if items else []
    while waiting:
        piece = waiting.pop()
        try:
            work(piece)
        except Exception as error:
            if is_of_the_world(error):
                raise plainly(error) from error
            if len(piece) > 1:
                log.warning("%d items failed together, trying fewer: %s", len(piece), _line(error))
                middle = len(piece) // 2
                waiting += [piece[middle:], piece[:middle]]
                continue
            try:
                give_up(piece[0], error)
            except Exception as second:
                if is_of_the_world(second):
                    raise plainly(second) from second
                log.error("an item's failure could not be recorded: %s", _line(second))
                untold.append(second)
    if untold:
        raise untold[0]


def plainly(error: Exception) -> Exception:
    """What a full disk is told as: `CannotWork`, in one line; other errors as they are."""
    if isinstance(error, psycopg2.errors.DiskFull):
        return CannotWork(f"the warehouse's disk is full: {_line(error)}")
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return CannotWork(f"the disk is full: {_line(error)}")
    return error


def told(error: Exception) -> str:
    """An error as an outcome's detail: one line, with its kind."""
    return f"{type(error).__name__}: {_line(error)}"


def _line(error: Exception) -> str:
    text = str(error)
    if isinstance(error, psycopg2.Error):  # further lines show the row, and what stands in it
        text = text.partition("\n")[0]
    return " ".join(text.split())[:300]
