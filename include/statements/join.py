"""Which quotes are worth comparing: those that share a run of words, or were of one statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from include.statements.tuned import TUNED


def pairs_with_new(
    alike: Sequence[tuple[int, Sequence[int]]], new: Collection[int]
) -> Iterable[tuple[int, int]]:
    """Pairs of quotes that share a run of words, one of them new.

    `alike` holds (quote, keys of its runs of words); a pair has the smaller number first, and
    may come more than once.
    """
    sharing: dict[int, list[int]] = defaultdict(list)
    for quote, keys in alike:
        for key in keys:
            sharing[key].append(quote)
    likely: dict[int, Counter[int]] = defaultdict(Counter)
    for numbers in sharing.values():
        if not 1 < len(numbers) <= TUNED.most_sharing:
            continue
        for one in numbers:
            if one in new:
                likely[one].update(numbers)
    for one, others in likely.items():
        del others[one]
        most = sorted(others, key=lambda other: (-others[other], other))[: TUNED.most_likely]
        for other in most:
            yield min(one, other), max(one, other)


def pairs_of_old(old: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Pairs of quotes that were of one statement, from (statement, quote): compared again."""
    together: dict[int, list[int]] = defaultdict(list)
    for statement, quote in old:
        together[statement].append(quote)
    for numbers in together.values():
        for at, one in enumerate(numbers[: TUNED.most_sharing]):
            for other in numbers[at + 1 : TUNED.most_sharing]:
                yield min(one, other), max(one, other)
