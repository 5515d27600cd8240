"""A process that can be killed, for pieces of a stage's work: transactions and all.

What grows faster than one item's content (comparing, grouping, joining) is done there under a
deadline and a cap on memory, so that a hostile item costs its time only. A child that is ended
takes its connection with it, and the server undoes what it had begun: a piece is whole or
nothing, as `apart` wants it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, cast

from include.isolation import Workers
from include.memory import PARSER_MB
from include.stages.work import Run


@dataclass(frozen=True, slots=True)
class _Piece:
    function: Callable[[Run, Any], Any]
    run: Run
    items: Sequence[Any]


def _do(piece: _Piece) -> Any:
    return piece.function(piece.run, piece.items)


class Child:
    """One such process, begun with its first piece; use it as a context manager."""

    def __init__(self, run: Run) -> None:
        self._run = run
        room = run.budget().children(1, need_mb=PARSER_MB)
        self._workers = Workers(1, memory_mb=run.settings.worker_memory_mb, data_mb=room.data_mb)

    def __enter__(self) -> Self:
        self._workers.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._workers.__exit__(kind, error, trace)

    def do[Item, Result](
        self,
        function: Callable[[Run, Sequence[Item]], Result],
        items: Sequence[Item],
        *,
        times: float = 1.0,
    ) -> Result:
        """What `function(run, items)` returns there, within `times` the usual deadline.

        Raises:
            Exception: what it raised; `TimedOut` or `Died` where it was ended.
        """
        piece = _Piece(function, self._run, list(items))
        deadline_s = times * self._run.settings.relate_deadline_s
        (done,) = self._workers.map(_do, [piece], deadline_s=deadline_s)
        if done.error is not None:
            raise done.error
        return cast(Result, done.result)
