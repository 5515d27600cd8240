"""A hard set of copies and of what only looks like copies, made by program.

Gold is by pairs: `same` holds the pairs that must be found, `may` those that are copies in
part and right either way (a text spliced of two reports, and either of them). All other
pairs are no copies: reports of one event by different hands, items in one frame,
translations, quoted passages, posts of one live blog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random

from include.stories import TextToCompare
from tests.unit.stories.made_texts import (
    edit,
    make_report,
    make_word,
    market,
    police,
    weather,
)

T0 = datetime(2031, 5, 6, tzinfo=UTC)
FURNITURE = [
    "Sign up here for the morning letter and never miss a story from our newsroom.",
    "All rights reserved and no part of this report may be printed again anywhere.",
    "Read more: what we know so far. Photo: archive. Advertisement.",
]
ORIGINAL = {"report", "weather", "market", "police"}


@dataclass
class HardSet:
    """Texts in random order, the kind of each, and the pairs that are copies."""

    texts: list[TextToCompare] = field(default_factory=list)
    kind: dict[str, str] = field(default_factory=dict)
    same: dict[frozenset[str], str] = field(default_factory=dict)
    may: set[frozenset[str]] = field(default_factory=set)

    def add(self, kind: str, body: str, rnd: Random) -> str:
        """Add a text published at some hour, copies after all originals; returns its id."""
        id = f"t{len(self.texts)}"
        hours = 0 if kind in ORIGINAL else 100
        at = T0 + timedelta(hours=hours, minutes=rnd.randint(0, 6000))
        self.texts.append(TextToCompare(id=id, body=body, published_at=at))
        self.kind[id] = kind
        return id

    def group(self, ids: Iterable[str]) -> None:
        """Each two of these are copies."""
        for one, other in combinations(ids, 2):
            kinds = {self.kind[one], self.kind[other]} - {"report"}
            self.same[frozenset((one, other))] = " + ".join(sorted(kinds))


def own(rnd: Random, words: int) -> str:
    """A passage by another hand."""
    return " ".join(make_report(rnd, words))


def third(part: int) -> Callable[[list[str], Random], str]:
    """The upper, middle or lower third of a report."""
    return lambda s, r: " ".join(s[part * len(s) // 3 : (part + 1) * len(s) // 3])


ALTERED: dict[str, Callable[[list[str], Random], str]] = {
    "upper third": third(0),
    "lower third": third(2),
    "rewritten lead": lambda s, r: " ".join([own(r, 40), *s[max(2, len(s) // 4) :]]),
    "rewritten lead, edited, cut": lambda s, r: " ".join(
        [own(r, 30), edit(" ".join(s[2 : 2 * len(s) // 3]), 0.07, r)]
    ),
    "byline and furniture": lambda s, r: "\n".join(
        ["By Staff Reporter and agencies", *s, *r.sample(FURNITURE, 2)]
    ),
    "every twelfth word edited": lambda s, r: edit(" ".join(s), 0.08, r),
    "updated": lambda s, r: " ".join([*s, own(r, 60)]),
    "in a live blog": lambda s, r: "\n".join([own(r, 250), *s, own(r, 350)]),
}


def hard_set(*, reports: int, seed: int = 1) -> HardSet:
    """About seven texts a report, a third of them copies."""
    rnd = Random(seed)
    made = HardSet()
    for number in range(reports):
        sentences = make_report(rnd, rnd.randint(130, 700))
        ids = [made.add("report", " ".join(sentences), rnd)]
        ids.extend(
            made.add(kind, ALTERED[kind](sentences, rnd), rnd)
            for kind in rnd.sample(sorted(ALTERED), 2)
        )
        # One third of a report and another third of it share nothing.
        for one, other in combinations(ids, 2):
            if {made.kind[one], made.kind[other]} == {"upper third", "lower third"}:
                made.may.add(frozenset((one, other)))
        made.group(ids)
        made.same = {pair: kind for pair, kind in made.same.items() if pair not in made.may}
        _look_alikes(made, sentences, rnd)
        if number % 4 == 0:
            _splice(made, rnd)
    for make, count in ((weather, reports), (market, reports), (police, reports)):
        for item in range(count):
            body = make(rnd)
            first = made.add(make.__name__, body, rnd)
            if item % 5 == 0:
                again = made.add(f"{make.__name__} again", f"(Newswire) {body} {FURNITURE[0]}", rnd)
                made.group([first, again])
    rnd.shuffle(made.texts)
    return made


def _look_alikes(made: HardSet, sentences: list[str], rnd: Random) -> None:
    words = [word.strip(".,") for sentence in sentences for word in sentence.split()]
    # The same event by another hand: all its words, in other sentences, and a quotation.
    shuffled = rnd.sample(words, len(words))
    middle = len(sentences) // 2
    quoted = " ".join(sentences[middle].split()[:18])
    other = " ".join(shuffled[: len(words) * 2 // 3])
    made.add("same event, other text", f"{other} {quoted} {own(rnd, 20)}", rnd)
    # A translation keeps names and numbers, and the order of sentences.
    dictionary = {word: make_word(rnd) for word in set(words) if word.islower()}
    translated = " ".join(
        " ".join(dictionary.get(word.strip(".,"), word) for word in sentence.split()) + "."
        for sentence in sentences
    )
    made.add("translation", translated, rnd)
    # A later page of one live blog repeats its frame and one post.
    post = " ".join(sentences[middle : middle + 2])
    made.add("blog with a quoted post", f"{own(rnd, 260)} {post} {own(rnd, 260)}", rnd)


def _splice(made: HardSet, rnd: Random) -> None:
    one, other = (make_report(rnd, rnd.randint(200, 500)) for _ in range(2))
    ids = [made.add("report", " ".join(each), rnd) for each in (one, other)]
    body = " ".join([*one[: len(one) * 2 // 3], *other[len(other) // 3 :]])
    splice = made.add("spliced of two", body, rnd)
    made.may |= {frozenset((splice, each)) for each in ids}


def scored(made: HardSet, found: dict[str, str]) -> tuple[float, float, dict[str, tuple[int, int]]]:
    """Precision, recall, and by kind how many of how many pairs were found.

    `found` gives for each copy its original. A splice counts as found if it is joined to
    either of its sources.
    """
    groups: dict[str, list[str]] = {}
    for text in made.texts:
        groups.setdefault(found.get(text.id, text.id), []).append(text.id)
    pairs = {frozenset(pair) for members in groups.values() for pair in combinations(members, 2)}
    right = len(pairs & made.same.keys()) + len(pairs & made.may)
    kinds: dict[str, list[bool]] = {}
    for pair, kind in made.same.items():
        kinds.setdefault(kind, []).append(pair in pairs)
    for id, kind in made.kind.items():
        if kind == "spliced of two":
            kinds.setdefault(kind, []).append(any(id in pair for pair in pairs & made.may))
    hits = sum(sum(each) for each in kinds.values())
    total = sum(len(each) for each in kinds.values())
    return (
        right / len(pairs) if pairs else 1.0,
        hits / total,
        {kind: (sum(each), len(each)) for kind, each in sorted(kinds.items())},
    )


def wrong_pairs(made: HardSet, found: dict[str, str]) -> dict[tuple[str, ...], int]:
    """The pairs wrongly called copies, counted by the kinds of their texts."""
    counts: dict[tuple[str, ...], int] = {}
    for copy, original in found.items():
        pair = frozenset((copy, original))
        if pair not in made.same and pair not in made.may:
            kinds = tuple(sorted((made.kind[copy], made.kind[original])))
            counts[kinds] = counts.get(kinds, 0) + 1
    return counts
