"""Copies: texts that were published again, whole, cut, edited or under another headline.

Two texts are compared by coverage: the share of the shorter text's words that lie in a
sequence of five words which the longer text has too. Every tenth word changed leaves
about 0.83 of a text covered (and 0.59 of its sequences, the measure of Broder 1997);
reports on one event by different hands rarely pass 0.25. A text that is covered but
whose numbers or names are others is no copy: weather, market and police items share
their frame.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from operator import eq

from include.group_records import CopyVerdict, Fingerprint
from include.stories.fillings import converted, fills_differ
from include.stories.fingerprint import fingerprint
from include.stories.tuned_copies import TUNED as COPIES
from include.stories.words import names_and_numbers, normal_words, sequences


@dataclass(frozen=True, kw_only=True)
class TextToCompare:
    """A text among which copies are sought. `copy_of` is its original where that is known.

    `published_at` is the earliest instant the text is known from; None sorts last.
    """

    id: str
    body: str
    published_at: datetime | None = None
    copy_of: str | None = None

    @cached_property
    def words(self) -> list[str]:
        """Its normal words, the first `most_words` of them."""
        return normal_words(self.body)[: COPIES.most_words]

    @cached_property
    def runs(self) -> list[str]:
        """Its sequences of five words, in order."""
        return sequences(self.words)

    @cached_property
    def distinct_runs(self) -> frozenset[str]:
        """The same as a set."""
        return frozenset(self.runs)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its distinct normal words."""
        return frozenset(self.words)

    @cached_property
    def details(self) -> tuple[dict[int, str], dict[int, str]]:
        """Its names and its numbers by the position of the word."""
        return names_and_numbers(self.body, COPIES.most_words)

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """Its fingerprint."""
        return fingerprint(self.id, self.body)

    @property
    def order(self) -> tuple[bool, float, str]:
        """Earliest first, undated last, then by id."""
        at = self.published_at
        return at is None, at.timestamp() if at else 0.0, self.id


def covered(text: TextToCompare, other: TextToCompare) -> list[int]:
    """The positions of `text`'s words that lie in a sequence of five which `other` has."""
    positions: list[int] = []
    reached = 0
    for start, run in enumerate(text.runs):
        if run in other.distinct_runs:
            positions += range(max(start, reached), start + COPIES.sequence)
            reached = start + COPIES.sequence
    return positions


def coverage(text: TextToCompare, other: TextToCompare) -> float:
    """The share of `text`'s words that are covered, 0 to 1."""
    return len(covered(text, other)) / len(text.words) if text.words else 0.0


def judge_copy(
    text: TextToCompare, candidate: TextToCompare, *, threshold: float = COPIES.threshold
) -> CopyVerdict:
    """Whether `text` and `candidate` are one text; the score is the shorter's coverage.

    Reasons: `same_words`; `copy` and `contained` (a copy under 0.6 of the longer text's
    length); and for no copy `too_short`, `other_text`, `other_details` (shares the frame,
    not the numbers or names). `threshold` is the coverage a copy of 100 words and more
    needs; shorter texts need up to 0.65.
    """

    def verdict(reason: str, score: float, *, is_copy: bool) -> CopyVerdict:
        original = candidate.id if is_copy else None
        return CopyVerdict(text_id=text.id, copy_of=original, reason=reason, score=score)

    if text.words and text.words == candidate.words:
        return verdict("same_words", 1.0, is_copy=True)
    shorter, longer = sorted((text, candidate), key=lambda each: (len(each.words), each.order))
    if len(shorter.words) < COPIES.fewest_words:
        return verdict("too_short", 0.0, is_copy=False)
    frame = covered(shorter, longer)
    score = len(frame) / len(shorter.words)
    if score < _needed(len(shorter.words), threshold):
        return verdict("other_text", score, is_copy=False)
    if fills_differ(shorter.words, longer.words, shorter.details, longer.details, frame):
        return verdict("other_details", score, is_copy=False)
    if _details_differ(shorter, longer, frame):
        return verdict("other_details", score, is_copy=False)
    contained = len(shorter.words) < COPIES.same_extent * len(longer.words)
    return verdict("contained" if contained else "copy", score, is_copy=True)


def choose_original(
    text: TextToCompare, candidates: Iterable[TextToCompare], *, threshold: float = COPIES.threshold
) -> CopyVerdict:
    """The original that `text` is a copy of, among texts that came before it.

    `candidates` are the texts that share a band with it; where one is itself a copy, its
    `copy_of` is the answer, so that copies always point at an original and never at each
    other. A copy leads to its original only if it is about the extent of `text`: a
    round-up that holds two reports does not make them copies of each other. The highest
    score wins, then the larger common part, then the earlier text.
    """
    best: tuple[float, float, CopyVerdict] | None = None
    refused = CopyVerdict(text_id=text.id, copy_of=None, reason="no_candidate", score=0.0)
    for candidate in sorted(candidates, key=lambda each: each.order):
        verdict = judge_copy(text, candidate, threshold=threshold)
        if verdict.copy_of is None:
            if verdict.score >= refused.score:
                refused = verdict
            continue
        extent = min(coverage(text, candidate), coverage(candidate, text))
        if candidate.copy_of is not None:
            if extent < COPIES.same_extent:
                continue
            verdict = CopyVerdict(
                text_id=text.id,
                copy_of=candidate.copy_of,
                reason=verdict.reason,
                score=verdict.score,
            )
        if best is None or (verdict.score, extent) > best[:2]:
            best = (verdict.score, extent, verdict)
    return best[2] if best else refused


def find_copies(
    texts: Sequence[TextToCompare], *, threshold: float = COPIES.threshold
) -> dict[str, CopyVerdict]:
    """For each text's id its verdict, whatever order the texts come in.

    Each text, the earliest first, is compared with the earlier ones that share most bands
    with it, `most_candidates` at most. Texts of the same normal words are one: all are
    copies of the earliest, however short. A text without words is a copy of nothing.
    """
    verdicts: dict[str, CopyVerdict] = {}
    by_sha: dict[str, TextToCompare] = {}
    by_band: defaultdict[int, list[int]] = defaultdict(list)
    seen: list[TextToCompare] = []
    for text in sorted(texts, key=lambda each: each.order):
        mark = text.fingerprint
        twin = by_sha.get(mark.sha256) if mark.words else None
        if twin is not None:
            original = verdicts[twin.id].copy_of or twin.id
            verdicts[text.id] = CopyVerdict(
                text_id=text.id, copy_of=original, reason="same_words", score=1.0
            )
            continue
        by_sha[mark.sha256] = text
        shared = _sharing(mark, by_band)
        verdict = choose_original(text, (seen[number] for number in shared), threshold=threshold)
        verdicts[text.id] = verdict
        for band in mark.bands:
            if len(by_band[band]) < COPIES.most_sharers:
                by_band[band].append(len(seen))
        seen.append(replace(text, copy_of=verdict.copy_of) if verdict.copy_of else text)
    return verdicts


def _sharing(mark: Fingerprint, by_band: Mapping[int, list[int]]) -> list[int]:
    shared = Counter(number for band in mark.bands for number in by_band.get(band, ()))
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    return [number for number, _ in ranked[: COPIES.most_candidates]]


def _needed(words: int, threshold: float) -> float:
    # A frame or a quotation fills much of a short item, so less may differ there.
    if words >= COPIES.long_words:
        return threshold
    share = (COPIES.long_words - words) / (COPIES.long_words - COPIES.fewest_words)
    return max(threshold, threshold + (COPIES.short_threshold - threshold) * share)


def _details_differ(shorter: TextToCompare, longer: TextToCompare, frame: list[int]) -> bool:
    # Each gap of the frame is compared with the same gap in the longer text. What stands
    # outside the frame, a time of publication or a paragraph of its own, is not compared.
    places: dict[str, int] = {}
    for start, run in enumerate(longer.runs):
        places.setdefault(run, start)
    for own, others in zip(shorter.details, longer.details, strict=True):
        kept = sum(position in own for position in frame)
        changed = places_changed = 0
        for before, after in pairwise(frame):
            inside = [own[position] for position in range(before + 1, after) if position in own]
            if not inside or after - before > COPIES.widest_gap:
                continue
            begin = places[shorter.runs[before - COPIES.sequence + 1]] + COPIES.sequence
            end = places[shorter.runs[after]]
            if begin <= end <= begin + COPIES.widest_gap + COPIES.sequence:
                there = [others[position] for position in range(begin, end) if position in others]
                if len(there) == len(inside):
                    same = sum(map(eq, inside, there))
                else:
                    same = sum(detail in there for detail in inside)
                if own is shorter.details[1] and converted(
                    shorter.words[before + 1 : after + 3], longer.words[begin : end + 3]
                ):
                    continue
                kept += same
                changed += len(inside) - same
                places_changed += same < len(inside)
        # In one place it is a time stamp or a rewritten sentence.
        if places_changed >= COPIES.fewest_places and kept < COPIES.fewest_shared_details * (
            kept + changed
        ):
            return True
        # A copy keeps some name; a frame has a town here, a town there, and no other.
        if own is shorter.details[0] and not kept and places_changed > 1:
            return True
    return False
