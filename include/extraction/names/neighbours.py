"""What the words right beside a name say it is, over what the model took it for.

"Typhoon Mirel" is a storm wherever the text says Mirel, "the ferry Aster" a ship, "Mr Justice
Ode" a person, and "Santiago, Chile" a town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from include.extraction.names.spans import Candidate
from include.extraction.names.words import ORG_HEADS, PLACE_HEADS
from include.extraction.places.gazetteer import gazetteer
from include.extraction.reading.token_table import TokenTable
from include.extraction.reading.word_sets import word_set

STORMS = word_set("typhoon cyclone hurricane storm depression ouragan")
_PARTIES = word_set(
    "democrats democrat socialists socialist liberals liberal conservatives conservative greens "
    "republicans republican nationalists nationalist unionists communists"
)
SHIPS = word_set(
    "ferry tanker trawler destroyer frigate yacht freighter submarine ship vessel liner lifeboat "
    "uss hms mv rms"
)
_STORM = re.compile(r"(?:^|\s)(?:typhoon|cyclone|hurricane|storm|ouragan)\s$", re.IGNORECASE)
_SHIP = re.compile(
    r"(?:^|\s)(?:ferry|tanker|trawler|destroyer|frigate|yacht|freighter|submarine|liner|lifeboat"
    r"|cruise ship|cargo ship|USS|HMS|MV|RMS)\s$"
)
_TITLED = re.compile(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Mr Justice|Mrs Justice|Justice|Baroness"
    r"|M|MM|Mme|Mlle|Frau|Herr|Señor|Señora)\.?\s$"
)
# A ruler's title with one name: "Prince Hisahito", "Pope Leo XIV".
_RULER = re.compile(
    r"(?:^|[\s(“\"])(?:King|Queen|Prince|Princess|Pope|Emperor|Empress|Sultan|Emir|Duke|Duchess)\s$"
)
_RULER_WITHIN = re.compile(
    r"(?:King|Queen|Prince|Princess|Pope|Emperor|Empress|Sultan|Emir) (?=[A-Z][a-z])"
)
_HONOURS = "MP MPs KC QC MBE OBE CBE KBE DBE GBE PhD MSP TD MEP MLA MS".split()
_HONOURED = re.compile(rf",? (?:{'|'.join(_HONOURS)})\b")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+,? $")
_RELIEF = frozenset({"red cross", "red crescent"})
_SURE, _PART_SURE = 0.8, 0.7
_SHORT_SURNAME = 4
Kept = tuple[Candidate, str, float]


def by_neighbours(table: TokenTable, decided: Iterable[Kept]) -> list[Kept]:
    """The candidates with the labels their neighbours give them; "" stays for no name."""
    text = table.text
    named = list(decided)
    kinds = {}
    for candidate, _, _ in named:
        name = text[candidate.start : candidate.end]
        before = text[max(0, candidate.start - 16) : candidate.start]
        kind = _kind(name, before)
        if kind is not None:
            kinds[name] = kind
            kinds[name.split()[-1]] = kind
    parts = {
        part
        for candidate, label, _ in named
        if label == "PERSON" and " " in text[candidate.start : candidate.end]
        for part in _short_forms(text[candidate.start : candidate.end])
    }
    relabelled = [
        _known_by(text, _relabelled(text, one, kinds), parts) for one in _joined(text, named)
    ]
    return [_without_title(text, one) for one in relabelled]


def _joined(text: str, named: list[Kept]) -> list[Kept]:
    """The names with those of a party made one: "Christian" + "Democrats"."""
    kept: list[Kept] = []
    for one in named:
        candidate, label, sure = one
        before = kept[-1] if kept else None
        if (
            before is not None
            and label == before[1] == "NORP"
            and text[before[0].end : candidate.start] == " "
            and text[candidate.start : candidate.end].casefold() in _PARTIES
        ):
            first = before[0]
            whole = Candidate(
                first.first, candidate.after, first.start, candidate.end, "NORP", first.role
            )
            kept[-1] = (whole, "NORP", sure)
        else:
            kept.append(one)
    return kept


def _short_forms(name: str) -> tuple[str, ...]:
    """What stands for a person alone: the last word, and a short first one ("Xi")."""
    words = name.split()
    return (words[-1], words[0]) if len(words[0]) <= _SHORT_SURNAME else (words[-1],)


def _known_by(text: str, one: Kept, parts: set[str]) -> Kept:
    """A word that stands for somebody who is named in full here, where it stands alone."""
    candidate, label, _ = one
    behind = text[candidate.end : candidate.end + 2]
    goes_on = behind[:1] == " " and behind[1:].isupper()
    is_open = candidate.label in {"PERSON", ""} and not goes_on
    if not label and is_open and text[candidate.start : candidate.end] in parts:
        return candidate, "PERSON", _PART_SURE
    return one


def _without_title(text: str, one: Kept) -> Kept:
    """A ruler's name without the title the model took for a part of a place: "Prince Hisahito"."""
    candidate, label, sure = one
    match = _RULER_WITHIN.match(text, candidate.start, candidate.end)
    if match is None or label != "PERSON" or candidate.label == "PERSON":
        return one
    role = text[candidate.start : match.end()].strip()
    first = candidate.first + len(role.split())
    return (
        Candidate(first, candidate.after, match.end(), candidate.end, candidate.label, role),
        label,
        sure,
    )


def _kind(name: str, before: str) -> str | None:
    words = name.casefold().split()
    if _STORM.search(before) or (len(words) > 1 and words[0] in STORMS):
        return "EVENT"
    if _SHIP.search(before) or (len(words) > 1 and words[0] in SHIPS):
        return "PRODUCT"
    return None


def _relabelled(text: str, one: Kept, kinds: dict[str, str]) -> Kept:
    candidate, label, _ = one
    name = text[candidate.start : candidate.end]
    before = text[max(0, candidate.start - 16) : candidate.start]
    kind = _kind(name, before) or (kinds.get(name) if label in {"PERSON", "ORG", ""} else None)
    # "Storm Lake" is a town, and so is Florida behind "the storm".
    is_known_place = label == "PLACE" and gazetteer().prominence(name) > 0
    if kind is not None and not is_known_place:
        return candidate, kind, _SURE
    if name in _HONOURS and _NAME_BEFORE.search(before):
        return candidate, "", 0.0
    if name.casefold().removeprefix("the ") in _RELIEF:
        return candidate, "ORG", _SURE
    # "Green Party MP" has honours behind it as well: the model must have seen a person.
    if candidate.label == "PERSON" and " " in name and _HONOURED.match(text, candidate.end):
        return candidate, "PERSON", _SURE
    if label not in {"PERSON", "ORG"} and _is_ruler(name, before):
        return candidate, "PERSON", _SURE
    titled = _TITLED.search(before) or (
        candidate.role is not None and _TITLED.search(f"{candidate.role} ")
    )
    if titled and label not in {"PERSON", "ORG"} and candidate.label != "ORG":
        return candidate, "PERSON", _SURE
    if label == "PERSON" and " " not in name and _is_town(text, candidate):
        return candidate, "GPE", _SURE
    return one


def _is_ruler(name: str, before: str) -> bool:
    """Whether a single name stands behind a ruler's title, and is no place called after one:
    "Prince Torvald", and neither "Prince Edward Island" nor "King County"."""
    match = _RULER_WITHIN.match(name)
    own = name[match.end() :] if match else name
    if " " in own or not (match or _RULER.search(before)):
        return False
    if own.casefold() in PLACE_HEADS | ORG_HEADS:
        return False
    return not gazetteer().prominence(name)


def _is_town(text: str, candidate: Candidate) -> bool:
    """Whether a country stands behind a comma that has a town of this name."""
    match = re.match(
        r", ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)", text[candidate.end : candidate.end + 40]
    )
    if match is None:
        return False
    known = gazetteer()
    areas = {t.country for t in known.find(match[1]) if t.kind in {"country", "region"}}
    towns = known.find(text[candidate.start : candidate.end])
    return any(t.kind == "town" and t.country in areas for t in towns)
