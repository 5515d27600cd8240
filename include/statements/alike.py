"""Which quotes are of one statement, which wording stands for it, and how others differ.

Words are compared in order (Ratcliff and Metzener 1988, difflib's matching blocks). Quotes of
one speaker are joined on less than quotes whose speakers are unknown.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from include.statements.tuned import TUNED

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MARKED = re.compile(r"[“„«\"]([^“”„«»\"]{1,2000})[”“»\"]")
_KINDS = {"direct": 0, "mixed": 1, "indirect": 2}


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quote as joining sees it: `text` is what was said, `speaker_id` who said it."""

    quote_id: int
    text: str
    kind: str
    speaker_id: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers of the quotes of one statement, and of quotes of others that hold its words too."""

    quotes: tuple[int, ...]
    holders: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """How a quote differs from the canonical wording of its statement.

    `likeness` is the share of its words that stand there in the same order; `changes` shows
    what differs within it as [-canonical-] and {+its own+}.
    """

    is_shortened: bool
    is_altered: bool
    likeness: float
    changes: str


def words_of(text: str) -> list[str]:
    """The words of a quote in lower case, at most the first 400."""
    first = islice(_WORD.finditer(text), TUNED.most_words)
    return [m[0].replace("’", "'").casefold()[: TUNED.longest_word] for m in first]


def keys_of(text: str) -> list[int]:
    """Hashes of the runs of three words; none for a quote of fewer than four."""
    words = words_of(text)
    if len(words) < TUNED.fewest_words:
        return []
    hashes = (hashlib.blake2b(run.encode(), digest_size=8).digest() for run in _runs(words))
    return sorted(int.from_bytes(one, "big") >> 1 for one in hashes)[: TUNED.most_keys]


def is_same(one: QuotedWords, other: QuotedWords) -> bool:
    """Whether two quotes are of one statement.

    Of one speaker: 70 % of the shorter's words in the other, in order. Where a speaker is not
    known: 85 % of seven words or more. Never of two speakers who are known to differ. Of a mixed
    quote the words inside its marks count, where they are enough to be compared.
    """
    known = one.speaker_id is not None and other.speaker_id is not None
    if known and one.speaker_id != other.speaker_id:
        return False
    a, b = _compared(one), _compared(other)
    shorter = min(len(a), len(b))
    if shorter < (TUNED.fewest_words if known else TUNED.fewest_words_unknown):
        return False
    wanted = (TUNED.covered if known else TUNED.covered_unknown) * shorter
    if (Counter(a) & Counter(b)).total() < wanted:  # no order of them could be enough
        return False
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    # Single words that happen to recur tell nothing.
    return sum(size for _, _, size in blocks if size > 1) >= wanted


def groups(quotes: Sequence[QuotedWords], pairs: Iterable[tuple[int, int]]) -> list[Group]:
    """The quotes in groups of one statement each, by pairs of numbers that may be the same.

    Two groups are joined where two of their quotes are the same, every quote of one shares a run
    of three words with every quote of the other, and no two have speakers known to differ. So a
    quote of two sentences makes no one statement of both: it goes with the one it has most
    words of, and is a holder of the other. Groups and quotes are in order of number.
    """
    by_id = {quote.quote_id: quote for quote in quotes}
    words = {number: _compared(quote) for number, quote in by_id.items()}
    runs = {number: _runs(some) for number, some in words.items()}
    bags = {number: Counter(some) for number, some in words.items()}

    def unlikeness(pair: tuple[int, int]) -> tuple[float, int, int]:
        one, other = pair
        shared = (bags[one] & bags[other]).total()
        return -shared / max(len(words[one]), len(words[other]), 1), one, other

    group_of = {number: number for number in by_id}
    members = {number: [number] for number in by_id}
    speakers = {q.quote_id: ({q.speaker_id} if q.speaker_id else set()) for q in quotes}
    holding: list[tuple[int, int]] = []
    # The runs that all quotes of a group have.
    common = {number: set(some) for number, some in runs.items()}
    for a, b in sorted(set(pairs), key=unlikeness):
        one, other = group_of[a], group_of[b]
        if one == other or len(speakers[one] | speakers[other]) > 1:
            continue
        if not is_same(by_id[a], by_id[b]):
            continue
        if common[one].isdisjoint(common[other]) and any(
            runs[x].isdisjoint(runs[y]) for x in members[one] for y in members[other]
        ):
            held, holder = sorted((a, b), key=lambda number: (len(words[number]), number))
            holding.append((held, holder))
            continue
        keep, gone = sorted((one, other))
        for number in members[gone]:
            group_of[number] = keep
        members[keep] += members.pop(gone)
        speakers[keep] |= speakers.pop(gone)
        common[keep] &= common.pop(gone)
    holders: dict[int, set[int]] = defaultdict(set)
    for held, holder in holding:
        holders[group_of[held]].add(holder)
    return [
        Group(tuple(sorted(group)), tuple(sorted(holders[first])))
        for first, group in sorted(members.items())
    ]


def canonical(quotes: Sequence[QuotedWords], holders: Collection[int] = frozenset()) -> QuotedWords:
    """The quote whose wording stands for all: the fullest direct one, the earliest of equals.

    `holders` are quotes that say more than this: one of them stands for it only where no other
    is of its kind.
    """
    return min(
        quotes,
        key=lambda q: (
            _KINDS[q.kind],
            q.quote_id in holders,
            -len(words_of(q.text)),
            q.quote_id,
        ),
    )


def spoken(quote: QuotedWords) -> str:
    """What a quote gives word for word: of a mixed one, the words inside its marks."""
    inside = _MARKED.findall(quote.text) if quote.kind == "mixed" else []
    return " ".join(inside) or quote.text


def _compared(quote: QuotedWords) -> list[str]:
    """The words by which quotes are compared: all where too few stand inside the marks."""
    inside = words_of(spoken(quote))
    return inside if len(inside) >= TUNED.fewest_words else words_of(quote.text)


def _stretch(own: list[str], whole: list[str]) -> list[str]:
    """The words of `own` from the first to the last that stand as two and more in `whole`."""
    blocks = SequenceMatcher(None, whole, own, autojunk=False).get_matching_blocks()
    long = [block for block in blocks if block.size > 1]
    return own[long[0].b : long[-1].b + long[-1].size] if long else own


def _runs(words: Sequence[str]) -> set[str]:
    return {" ".join(words[i : i + TUNED.run]) for i in range(len(words) - TUNED.run + 1)}


def compare(quote: QuotedWords, full: QuotedWords, *, is_holder: bool = False) -> Wording:
    """How a quote's wording differs from the canonical one.

    Words of the reporter round the marks of a mixed quote are no other wording; nor is what a
    holder says before and after.
    """
    own, whole = words_of(spoken(quote)), words_of(spoken(full))
    if is_holder:
        own = _stretch(own, whole)
    if own == whole:
        return Wording(is_shortened=False, is_altered=False, likeness=1.0, changes="")
    matcher = SequenceMatcher(None, whole, own, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return Wording(is_shortened=False, is_altered=True, likeness=0.0, changes="")
    first, last = blocks[0], blocks[-1]
    changes = []
    for tag, i, j, k, m in matcher.get_opcodes():
        inside = i >= first.a and j <= last.a + last.size
        if tag == "equal" or not (inside or m > k):
            continue
        lacking = f"[-{' '.join(whole[i:j])}-]" if j > i and inside else ""
        changes.append(lacking + (f"{{+{' '.join(own[k:m])}+}}" if m > k else ""))
    likeness = sum(block.size for block in blocks) / len(own) if own else 0.0
    return Wording(
        is_shortened=first.a > 0 or last.a + last.size < len(whole),
        is_altered=bool(changes),
        likeness=round(likeness, 3),
        changes=" … ".join(changes)[:2000],
    )
