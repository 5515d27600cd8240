"""How memory is shared out: a run's processes together stay within `DATELINE_MEMORY_MB`.

Measured: a process that works holds about 250 MiB of its own; a parser grows to 150 for usual
pages, a language model to 400 and 240 for each further one, and 6.5 KiB for each character that
is read at once.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20
OWN_MB = 256
"""What a process of ours holds beside bodies and children."""
PARSER_MB = 300
"""What a parser is given at least."""
_OF_CONTAINER = 0.75  # the database or another task may live in the same one
_CGROUPS = Path("/sys/fs/cgroup")


@dataclass(frozen=True, slots=True)
class Children:
    """How many children work at once, and how many MiB of data each may hold."""

    count: int
    data_mb: int


@dataclass(frozen=True, slots=True)
class Budget:
    """The MiB that one process of a run may use together with its children."""

    megabytes: int

    @classmethod
    def of(cls, memory_mb: int, *, sharing: int = 1, limit_mb: int | None = None) -> Budget:
        """The share of `memory_mb` where `sharing` processes work at once.

        A container of `limit_mb` (default: what this process finds) leaves less.
        """
        limit = limit_mb if limit_mb is not None else container_mb()
        whole = min(memory_mb, int(limit * _OF_CONTAINER)) if limit else memory_mb
        return cls(whole // max(1, sharing))

    def share(self, part: int) -> int:
        """A part of it, in bytes: one in so many."""
        return self.megabytes * MIB // part

    def items(self, part: int, each: int, *, most: int) -> int:
        """How many items of at most `each` bytes fit in a share, at least one."""
        return max(1, min(most, self.share(part) // max(1, each)))

    def children(self, wanted: int, *, need_mb: int) -> Children:
        """As many children as are wanted and there is room for, at least one.

        All the room is theirs, so that fewer may hold more. One gets what it needs, even where
        that is more than there is: without it no work would be done at all.
        """
        room = self.megabytes - OWN_MB
        count = max(1, min(wanted, room // need_mb))
        return Children(count, max(need_mb, room // count))


def container_mb() -> int | None:
    """The memory of the container this process lives in, in MiB; None where it has no limit."""
    limits = []
    with suppress(OSError):
        for line in Path("/proc/self/cgroup").read_text("ascii", "replace").splitlines():
            _, kinds, path = line.split(":", 2)
            if kinds in ("", "memory"):
                name = "memory.max" if not kinds else "memory.limit_in_bytes"
                root = _CGROUPS / kinds
                inside = root / path.strip("/")
                limits += [folder / name for folder in (inside, root)]
    found = []
    for file in limits:
        with suppress(OSError, ValueError):  # "max" is no limit
            found.append(int(file.read_text("ascii")) // MIB)
    least = min(found, default=None)
    return least if least and least < 1 << 30 else None
