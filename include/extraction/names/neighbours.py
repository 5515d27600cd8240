"""What the words right beside a name say it is, over what the model took it for.

"Typhoon Mirel" is a storm wherever the text says Mirel, "the ferry Aster" a ship, "Mr Justice
Ode" a person, and "Santiago, Chile" a town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from include.extraction.names.spans import Candidate
from include.extraction.places.gazetteer import gazetteer
from include.extraction.reading.token_table import TokenTable
from include.extraction.reading.word_sets import word_set

STORMS = word_set("typhoon cyclone hurricane storm depression ouragan")
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
_SURE = 0.8
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
    return [_relabelled(text, one, kinds) for one in named]


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
    if kind is not None and label in {"PERSON", "ORG", "GPE", "LOC", ""}:
        return candidate, kind, _SURE
    titled = _TITLED.search(before) or (
        candidate.role is not None and _TITLED.search(f"{candidate.role} ")
    )
    if titled and label not in {"PERSON", "ORG"} and candidate.label != "ORG":
        return candidate, "PERSON", _SURE
    if label == "PERSON" and " " not in name and _is_town(text, candidate):
        return candidate, "GPE", _SURE
    return one


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
