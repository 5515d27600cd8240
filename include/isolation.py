"""Run untrusted work in child processes that can be killed.

No Python timeout stops libxml2 or a regular expression, and a parser that crashes takes
its process with it. So feeds, pages and texts are worked on in children with a deadline,
caps on memory, and nothing of ours to lose. Pebble keeps the pool: it kills a
worker that overruns, and starts another.

A deadline counts the processor time of the work itself, kept by the kernel: a loaded machine
makes an item late, never lost. What waits without working is stopped after many times that.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import resource
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pebble import ProcessExpired, ProcessPool

from include.errors import BrieflyAway

_PATIENCE = 10.0
_GRACE_S = 60.0
_OUT_OF_MEMORY = 77
"""Exit code of a worker whose memory is spent."""
_UNTOUCHED_MB = 96
"""What the kernel counts as data and nobody touches: 75 to 125 MiB were measured."""


def wall_s(deadline_s: float) -> float:
    """Seconds by the clock after which work of `deadline_s` is stopped though it does nothing."""
    return _PATIENCE * deadline_s + _GRACE_S


class Died(Exception):
    """The worker ended without an answer: a crash, or out of memory."""


class TimedOut(Exception):
    """The worker was stopped at its deadline."""


class Foreign(Exception):
    """What the work raised, where that cannot be brought over from another process."""


@dataclass(frozen=True, slots=True)
class Done[Item, Result]:
    """What became of one item: its result, or the error that stands in its place."""

    item: Item
    result: Result | None
    error: Exception | None = None


def _timed(function: Callable[[Any], Any], item: Any, deadline_s: float) -> Any:
    """What a worker does: the kernel ends it once it has used up its processor time.

    One that runs out of memory ends, for what is left in it would fail the items to come too.
    """
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, deadline_s)
    try:
        return function(item)
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    except Exception as error:
        if _can_travel(error):
            raise
        # The pool would end for it, and all other items with it.
        raise Foreign(f"{type(error).__name__}: {' '.join(str(error).split())[:300]}") from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _can_travel(error: Exception) -> bool:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  our own, a moment ago
    except Exception:
        return False
    return True


def _limit(
    memory_mb: int,
    data_mb: int | None,
    initializer: Callable[..., None] | None,
    args: tuple[Any, ...],
) -> None:
    most_mb = None if data_mb is None else data_mb + _UNTOUCHED_MB
    for limit, megabytes in ((resource.RLIMIT_AS, memory_mb), (resource.RLIMIT_DATA, most_mb)):
        if megabytes is not None:
            resource.setrlimit(limit, (megabytes * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if initializer is not None:
        initializer(*args)


class Workers:
    """A pool of killable processes; use it as a context manager.

    Each has at most `memory_mb` MiB of address space, of which it may hold `data_mb` resident
    (the libraries' code, which all share, is not counted).

    Children are forked from a clean server process, never from the caller, which may
    hold threads, sockets and database connections.
    """

    def __init__(
        self,
        count: int,
        *,
        memory_mb: int,
        data_mb: int | None = None,
        initializer: Callable[..., None] | None = None,
        initargs: tuple[Any, ...] = (),
        tasks_per_worker: int = 0,
    ) -> None:
        self.count = count
        self._pool = ProcessPool(
            max_workers=count,
            max_tasks=tasks_per_worker,
            initializer=_limit,
            initargs=(memory_mb, data_mb, initializer, initargs),
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()
        self._pool.join()

    def map[Item, Result](
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        *,
        deadline_s: float | Callable[[Item], float],
    ) -> Iterator[Done[Item, Result]]:
        """Work on `items`, in order, at most `2 × count` of them waiting.

        `deadline_s` is in seconds of processor time.

        Yields one `Done` an item. Its error is `TimedOut`, `Died`, or whatever
        `function` raised, as `Foreign` where that cannot be brought over.

        Raises:
            BrieflyAway: workers end before they work on anything: no item's doing.
        """
        pending: list[tuple[Item, Any]] = []
        source = iter(items)

        def submit(item: Item) -> None:
            seconds = deadline_s(item) if callable(deadline_s) else deadline_s
            future = self._pool.schedule(
                _timed, args=(function, item, seconds), timeout=wall_s(seconds)
            )
            pending.append((item, future))

        for item in islice(source, 2 * self.count):
            submit(item)
        while pending:
            item, future = pending.pop(0)
            yield self._settle(item, future)
            for following in islice(source, 1):
                submit(following)

    @staticmethod
    def _settle(item: Any, future: Any) -> Done[Any, Any]:
        try:
            return Done(item, future.result())
        except FutureTimeout:
            return Done(item, None, TimedOut("stopped: it did nothing for too long"))
        except ProcessExpired as error:
            if error.exitcode == -signal.SIGPROF:
                return Done(item, None, TimedOut("stopped at its deadline of processor time"))
            if error.exitcode == _OUT_OF_MEMORY:
                return Done(item, None, Died("out of memory"))
            return Done(item, None, Died(f"exit code {error.exitcode}"))
        except BrokenExecutor as error:
            raise BrieflyAway(
                "worker processes end before they work; the log may say why, or memory is short"
            ) from error
        except MemoryError:
            return Done(item, None, Died("out of memory"))
        except Exception as error:  # what the function raised, brought over by the pool
            return Done(item, None, error)
