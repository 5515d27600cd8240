"""Which quotes are of one statement, which wording stands for it, and how others differ.

Words are compared in order (Ratcliff and Metzener 1988, difflib's matching blocks). Quotes of
one speaker are joined on less than quotes whose speakers are unknown.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
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
    runs = {" ".join(words[i : i + TUNED.run]) for i in range(len(words) - TUNED.run + 1)}
    hashes = (hashlib.blake2b(run.encode(), digest_size=8).digest() for run in runs)
    return sorted(int.from_bytes(one, "big") >> 1 for one in hashes)[: TUNED.most_keys]


def is_same(one: QuotedWords, other: QuotedWords) -> bool:
    """Whether two quotes are of one statement.

    Of one speaker: 70 % of the shorter's words in the other, in order. Where a speaker is not
    known: 85 % of seven words or more. Never of two speakers who are known to differ.
    """
    known = one.speaker_id is not None and other.speaker_id is not None
    if known and one.speaker_id != other.speaker_id:
        return False
    a, b = words_of(one.text), words_of(other.text)
    shorter = min(len(a), len(b))
    if shorter < (TUNED.fewest_words if known else TUNED.fewest_words_unknown):
        return False
    wanted = (TUNED.covered if known else TUNED.covered_unknown) * shorter
    if (Counter(a) & Counter(b)).total() < wanted:  # no order of them could be enough
        return False
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    # Single words that happen to recur tell nothing.
    return sum(size for _, _, size in blocks if size > 1) >= wanted


def groups(quotes: Sequence[QuotedWords], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The quotes' numbers in groups of one statement each, by pairs that may be the same.

    Two groups are joined where two of their quotes are the same and no two of them have
    speakers known to differ. Groups and members are in order of number.
    """
    by_id = {quote.quote_id: quote for quote in quotes}
    group_of = {number: number for number in by_id}
    members = {number: [number] for number in by_id}
    speakers = {q.quote_id: ({q.speaker_id} if q.speaker_id else set()) for q in quotes}
    for a, b in sorted(set(pairs)):
        one, other = group_of[a], group_of[b]
        if one == other or len(speakers[one] | speakers[other]) > 1:
            continue
        if not is_same(by_id[a], by_id[b]):
            continue
        keep, gone = sorted((one, other))
        for number in members[gone]:
            group_of[number] = keep
        members[keep] += members.pop(gone)
        speakers[keep] |= speakers.pop(gone)
    return [sorted(group) for _, group in sorted(members.items())]


def canonical(quotes: Sequence[QuotedWords]) -> QuotedWords:
    """The quote whose wording stands for all: the fullest direct one, the earliest of equals."""
    return min(quotes, key=lambda q: (_KINDS[q.kind], -len(words_of(q.text)), q.quote_id))


def spoken(quote: QuotedWords) -> str:
    """What a quote gives word for word: of a mixed one, the words inside its marks."""
    inside = _MARKED.findall(quote.text) if quote.kind == "mixed" else []
    return " ".join(inside) or quote.text


def compare(quote: QuotedWords, full: QuotedWords) -> Wording:
    """How a quote's wording differs from the canonical one.

    Words of the reporter round the marks of a mixed quote are no other wording.
    """
    own, whole = words_of(spoken(quote)), words_of(spoken(full))
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
