"""Names that a model left in pieces: "San Diego" + "Padres", "Communist Party" + "of Cuba"."""

from __future__ import annotations

from collections.abc import Iterable

from include.extraction.names.role_words import GIVEN_NAMES
from include.extraction.names.spans import Candidate
from include.extraction.names.words import ORG_HEADS, TITLES
from include.extraction.places.countries import country_codes
from include.extraction.places.gazetteer import gazetteer
from include.extraction.reading.word_sets import word_set

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OPEN = frozenset({"", "ORG", "GPE", "LOC", "FAC", "NORP"})
_DASHES = frozenset({"-", " - ", "–"})
_BODIES = word_set(
    "government ministry department party bank university union federation association council "
    "committee commission agency authority office embassy court parliament assembly congress "
    "institute academy society board bureau chamber church college corporation army republic "
    "governorate state kingdom sultanate emirate network movement front league alliance fund "
    "centre center school faculty house"
)
_LONGEST = 80


def joined(text: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates with those made one that name one thing."""
    kept: list[Candidate] = []
    for candidate in candidates:
        label = _joint_label(text, kept[-1], candidate) if kept else None
        if label is None:
            kept.append(candidate)
        else:
            first = kept[-1]
            kept[-1] = Candidate(
                first.first, candidate.after, first.start, candidate.end, label, first.role
            )
    return kept


def _joint_label(text: str, left: Candidate, right: Candidate) -> str | None:
    """The label of two neighbours as one name, or None where they are two."""
    if right.start - left.end > 8 or right.end - left.start > _LONGEST or right.role:
        return None
    between = text[left.end : right.start]
    if between == " ":
        return _side_by_side(text, left, right)
    if between in _DASHES:
        return _hyphened(text, left, right)
    if between in {" and ", " of the ", " and the "} and _is_country(text[left.start : right.end]):
        return "GPE"
    if between in {" of ", " of the ", " for "}:
        return _belonging(text, left, right, between)
    return None


def _is_country(name: str) -> bool:
    """Whether a name with a small word inside is a country's: "Trinidad and Tobago"."""
    return name in country_codes("en")


def _side_by_side(text: str, left: Candidate, right: Candidate) -> str | None:
    before, behind = text[left.start : left.end], text[right.start : right.end]
    labels = (left.label, right.label)
    if gazetteer().prominence(f"{before} {behind}"):
        return "GPE"
    if labels == ("GPE", "GPE"):
        return "GPE"
    if labels in {("PERSON", "PERSON"), ("PERSON", "GPE")} and before.istitle():
        return "PERSON"
    last = behind.casefold().split()[-1]
    if last in ORG_HEADS and left.label in _OPEN and right.label in _OPEN:
        first = before.casefold().split()
        if left.label or not TITLES & set(first):
            return "ORG"
    if not left.label and right.label == "PERSON" and before.casefold() in GIVEN_NAMES:
        return "PERSON"
    return None


def _hyphened(text: str, left: Candidate, right: Candidate) -> str | None:
    if left.label == right.label == "PERSON":
        return "PERSON"
    if gazetteer().prominence(f"{text[left.start : left.end]}-{text[right.start : right.end]}"):
        return "GPE"
    return None


def _belonging(text: str, left: Candidate, right: Candidate, between: str) -> str | None:
    """ "Bank of Ghana", "Republic of the Congo", "Authority for Manpower"."""
    if left.label not in _OPEN or right.label not in _OPEN:
        return None
    words = text[left.start : left.end].casefold().split()
    if words[-1] not in _BODIES and words[0] not in _BODIES:
        return None
    if between == " for ":
        return "ORG" if not right.label else None
    if right.label in {"GPE", "LOC"} or (between == " of the " and not right.label):
        place = words[-1] in {"republic", "kingdom", "sultanate", "emirate", "governorate"}
        return "GPE" if place else "ORG"
    return None
