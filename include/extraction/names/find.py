"""Names in a text, each with its label and the fullest form it takes there.

The model proposes, the whole text decides: edges are mended (`entity_spans`), signs for
each name are gathered over all its mentions (`entity_evidence`) and weighed
(`entity_weights`), so that a name keeps one label where the signs agree, names the model
passed over are found, and what is no name is left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from spacy.tokens import Doc

from include.extraction.names.evidence import Evidence, Signs
from include.extraction.names.fullest import fullest_names
from include.extraction.names.joins import joined
from include.extraction.names.neighbours import by_neighbours
from include.extraction.names.role_words import GIVEN_NAMES, TITLE_GENDER
from include.extraction.names.roles import role_of
from include.extraction.names.spans import Candidate, find_candidates
from include.extraction.names.untrained import find_untrained
from include.extraction.names.weights import CLASSES, WEIGHTS
from include.extraction.names.words import PLACE_HEADS
from include.extraction.places.gazetteer import gazetteer
from include.extraction.reading.token_table import TokenTable
from include.extraction.reading.word_sets import word_set
from include.languages import language as words_of
from include.records import Mention

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WEIGHED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", ""})
_VOTES = {"P": "PERSON", "O": "ORG", "L": "PLACE"}
_BUILT = word_set(
    "street st road rd avenue ave lane drive boulevard highway square bridge airport port station "
    "terminal stadium arena oval palace castle tower plaza mall market temple mosque cathedral "
    "shrine museum theatre theater hotel prison jail camp base building hall dam house"
)
_NATURE = (
    PLACE_HEADS
    - _BUILT
    - word_set(
        "province district region county state city town village township municipality kong york "
        "delhi jersey zealand kingdom republic territory"
    )
)


def find_mentions(doc: Doc, language: str = "") -> tuple[Mention, ...]:
    """The names of a text in order, none overlapping.

    Without a trained model they are found by lists, prepositions and titles.
    """
    if not doc.has_annotation("ENT_IOB"):
        return find_untrained(doc.text, language or doc.lang_)
    table = TokenTable.of(doc)
    candidates = joined(table.text, find_candidates(table))
    evidence = Evidence(table, candidates)
    decided = by_neighbours(
        table,
        [
            (candidate, *_decide(candidate, evidence.signs(index), doc.lang_))
            for index, candidate in enumerate(candidates)
        ],
    )
    kept = [
        (candidate, _place_label(evidence.text, candidate, label, doc.lang_), confidence)
        for candidate, label, confidence in decided
        if label
    ]
    return _mentions(table, kept)


def _decide(candidate: Candidate, signs: Signs, language: str) -> tuple[str, float]:
    """The label with its probability; "" for no name.

    The weights are those of English. In other languages the model's labels hold, and
    of one name's labels the one most often given.
    """
    if language != "en":
        return _voted(candidate, signs)
    odds = [0.0] * len(CLASSES)
    for sign, value in signs.items():
        weights = WEIGHTS.get(sign)
        if weights is not None:
            for index, weight in enumerate(weights):
                odds[index] += value * weight
    best = max(range(len(CLASSES)), key=odds.__getitem__)
    share = 1.0 / sum(math.exp(max(-50.0, o - odds[best])) for o in odds)
    if CLASSES[best] != "NONE":
        return CLASSES[best], round(share, 3)
    if candidate.label not in _WEIGHED:
        return candidate.label, 0.6
    return "", 0.0


def _voted(candidate: Candidate, signs: Signs) -> tuple[str, float]:
    if not candidate.label:
        return "", 0.0
    if candidate.label not in _WEIGHED:
        return candidate.label, 0.6
    own = "PLACE" if candidate.label in _PLACES else candidate.label
    votes = {name: signs.get(f"vote {letter}", 0.0) for letter, name in _VOTES.items()}
    best = max(votes, key=lambda name: (votes[name], name == own))
    return best, round(0.4 + 0.4 * votes[best], 3)


def _place_label(text: str, candidate: Candidate, label: str, language: str) -> str:
    """GPE, LOC or FAC for a place: the model's, or by the name's last word.

    Models of other languages say LOC for all three.
    """
    if language != "en" and label in {"PLACE", "PERSON"}:
        first = text[candidate.start : candidate.end].casefold().split()[0]
        known = words_of(language).names
        if first in known.bodies:
            return "ORG"
        if first in known.built and label == "PLACE":
            return "FAC"
    if label != "PLACE":
        return label
    if candidate.label in _PLACES and not (language != "en" and candidate.label == "LOC"):
        return candidate.label
    name = text[candidate.start : candidate.end]
    last = name.casefold().split()[-1]
    if last in _BUILT:
        return "FAC"
    if last in _NATURE and not gazetteer().prominence(name):
        return "LOC"
    return "GPE"


def _mentions(
    table: TokenTable, kept: Sequence[tuple[Candidate, str, float]]
) -> tuple[Mention, ...]:
    text = table.text
    spans = [(text[c.start : c.end], label) for c, label, _ in kept]
    following = [text[c.end : c.end + 16] for c, _, _ in kept]
    sexes = [_sex(text, c, label) for c, label, _ in kept]
    entities = fullest_names(spans, following, sexes)
    return tuple(
        Mention(
            start=candidate.start,
            end=candidate.end,
            text=text[candidate.start : candidate.end],
            label=label,
            entity=entity,
            confidence=confidence,
            role=_role(table, candidate) if label == "PERSON" else None,
        )
        for (candidate, label, confidence), entity in zip(kept, entities, strict=True)
    )


def _sex(text: str, candidate: Candidate, label: str) -> str | None:
    """ "f" or "m" by the title before a person's name or by the given name, else None."""
    if label != "PERSON":
        return None
    title = (candidate.role or "").casefold().split()
    before = text[max(0, candidate.start - 12) : candidate.start].casefold().split()
    for word in (*before[-1:], *title[:1], *title[-1:]):
        if word.rstrip(".") in TITLE_GENDER:
            return TITLE_GENDER[word.rstrip(".")]
    name = text[candidate.start : candidate.end].casefold().split()
    return GIVEN_NAMES.get(name[0]) if len(name) > 1 else None


def _role(table: TokenTable, candidate: Candidate) -> str | None:
    return role_of(table, candidate.first, candidate.after) or candidate.role
