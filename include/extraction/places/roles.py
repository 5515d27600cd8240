"""What a text's places are to it: where it happened, merely named, or a government.

- **Metonyms.** A country or its capital that says or does what governments do ("Moscow
  denied it", "talks between Tehran and Washington") stands for its rulers. It keeps its
  position, but nothing happened there on account of it.
- **Main places.** The dateline, the opening and repetition speak for a place, vagueness
  against it: a town counts for more than its country. A country takes half of what its towns
  have, so that an article on three towns of Peru is one on Peru, and on the first of them.

English by its verbs; datelines, position and repetition serve any language.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from include.extraction.places.acting import Acting
from include.extraction.places.gazetteer import Toponym, gazetteer
from include.extraction.reading.datelines import find_datelines
from include.records import Place

_OPENING = 300  # characters: headline or first sentence
_DATELINE, _LEAD = 4.5, 2.0
_OF_KIND = {
    "town": 1.0,
    "landmark": 1.0,
    "county": 0.8,
    "state": 0.6,
    "region": 0.5,
    "country": 0.45,
    "continent": 0.1,
}
_PART_OF_BEST = 0.6
_MERELY_PART = 0.2
# Towns that stand for a government and are no capital in the lists.
_SEATS = frozenset({"Tel Aviv", "Brussels", "The Hague", "Geneva"})
_MOST = 3
_GOVERNS = (
    "said|says|denied|denies|accused|accuses|warned|warns|announced|announces|rejected|rejects|"
    "condemned|condemns|demanded|demands|vowed|vows|insisted|insists|imposed|imposes|recalled|"
    "expelled|retaliated|responded|refused|refuses|agreed|agrees|pledged|pledges|threatened|"
    "threatens|wants|hopes|fears|urged|urges|blamed|blames|called|calls|signed|ratified|sanctioned|"
    "declared|declares|proposed|proposes|summoned|lifted|withdrew|recognised|recognized|sent|"
    "offered|offers|maintains|argued|argues|ordered|suspended|approved"
)
_ACTS = re.compile(
    r"(?:, which|, however,)?"
    r"(?: (?:has|had|have|also|later|then|again|long|never|repeatedly|now|itself|[a-z]{2,12}ly"
    r"|on [A-Z][a-z]{2,8}day)){0,3}"
    rf" (?:{_GOVERNS})\b"
)
# "officials in Moscow said": the place is where, and somebody else says.
_WHERE = re.compile(r"\b(?:in|from|near|to|at|of|around|outside|across|for|inside|by|through)\s$")
_BETWEEN = re.compile(
    r"\b(?:talks|relations|ties|deal|tensions|war|peace|truce|ceasefire|agreement|treaty|"
    r"negotiations) between (?:[A-Z][\w.’' ]{2,18} and )?$"
)


def with_roles(
    text: str, placed: Sequence[tuple[Place, Toponym | None, float]], *, acting: Acting
) -> tuple[Place, ...]:
    """The places in their order, marked where they are metonyms or main places.

    Each comes with the entry it means and the weight of what speaks for events there.
    """
    heads = [one.place for one in find_datelines(text)]
    marked = [
        (replace(place, is_metonym=_is_metonym(text, place, top, acting, heads)), top, weight)
        for place, top, weight in placed
    ]
    main = _main(text, marked, heads)
    return tuple(
        replace(
            place,
            is_main=top is not None
            and not place.is_metonym
            and weight >= _MERELY_PART
            and _key(top) in main,
        )
        for place, top, weight in marked
    )


def _is_metonym(
    text: str,
    place: Place,
    top: Toponym | None,
    acting: Acting,
    heads: Sequence[tuple[int, int]],
) -> bool:
    if top is None or not _governs(top):
        return False
    if any(start <= place.start < end for start, end in heads):
        return False
    before = text[max(0, place.start - 48) : place.start]
    if _BETWEEN.search(before):
        return True
    if _WHERE.search(before):
        return False
    if acting.is_actor(place.start, place.end):
        return True
    return _ACTS.match(text, place.end) is not None


def _governs(top: Toponym) -> bool:
    if top.kind == "landmark":
        return top.rules
    return top.kind == "country" or gazetteer().is_capital(top) or top.name in _SEATS


Key = tuple[str, str | None, str, str]


def _key(top: Toponym) -> Key:
    return top.kind, top.country, top.admin1, top.name


def _main(
    text: str,
    marked: Sequence[tuple[Place, Toponym | None, float]],
    heads: Sequence[tuple[int, int]],
) -> set[Key]:
    scores: dict[Key, float] = defaultdict(float)
    counts: dict[Key, float] = defaultdict(float)
    first: dict[Key, int] = {}
    for place, top, weight in marked:
        if top is None or place.is_metonym:
            continue
        key = _key(top)
        counts[key] += weight
        first.setdefault(key, place.start)
        if any(start <= place.start < end for start, end in heads):
            scores[key] += _DATELINE
        elif place.start < _OPENING:
            scores[key] = max(scores[key], _LEAD * weight)
    for key, count in counts.items():
        scores[key] = _OF_KIND.get(key[0], 0.5) * (scores[key] + math.log2(1 + count))
    _count_within(scores)
    if not scores:
        return set()
    ranked = sorted(scores, key=lambda key: (-scores[key], first[key]))
    least = _PART_OF_BEST * scores[ranked[0]]
    return {key for key in ranked[:_MOST] if scores[key] >= least}


def _count_within(scores: dict[Key, float]) -> None:
    """A country that is named takes part of what its towns have."""
    for key in list(scores):
        if key[0] == "country":
            inside = [
                score for other, score in scores.items() if other != key and other[1] == key[1]
            ]
            scores[key] += 0.5 * max(inside, default=0.0)
