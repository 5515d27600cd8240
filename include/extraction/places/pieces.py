"""Which pieces of a text are names of places, and what area is named right behind them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from include.extraction.places.demonyms import DEMONYMS
from include.extraction.places.gazetteer import fold, gazetteer
from include.extraction.places.regions import STATE_ABBREVIATIONS
from include.extraction.reading.datelines import find_datelines
from include.extraction.reading.word_sets import word_set
from include.records import Mention

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_AREA_WORDS = re.compile(
    r"^(?:City|Town|State|Province|Republic|County|District|Kingdom|Village) of "
    r"|^(?:[Dd]owntown|[Nn]earby|[Cc]entral|[Uu]pstate|[Gg]reater|[Mm]etro|(?:[Nn]orth|[Ss]outh)?"
    r"(?:[Ee]ast|[Ww]est|[Nn]orth|[Ss]outh)(?:ern)?) "
    r"|(?<=County) (?:Jail|Courthouse|Fairgrounds|Airport|Hospital|Court)$"
    r"| (?:City|[Pp]rovince|[Dd]istrict|[Rr]egion|[Cc]ity|[Tt]own|[Vv]illage|[Tt]ownship|[Ss]tate)$"
)
# What stands right behind a place and holds it: ", Texas", " (Ohio)", " in Lebanon", ", in the
# Democratic Republic of Congo".
_WITHIN = re.compile(
    r"(?:, | \(|,? in )(?:the )?"
    r"((?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|of|and|the|del?|la)){0,4})"
)
_ABOUT = frozenset({"of", "and", "the", "de", "del", "la"})
# Nouns that make a place before them the name of a treaty, a team or a body, and no place.
_TREATIES = word_set(
    "agreement agreements accord accords convention conventions treaty treaties protocol pact "
    "declaration charter principles consensus formula process syndrome trials effect doctrine"
)
# What leads to a place that a treaty is called after: "the Treaty of Versailles".
_TREATY_OF = re.compile(
    r"\b(?:Treaty|Peace|Convention|Congress|Declaration|Accords?|Statute|Edict|Protocol|Pact)"
    r" of (?:the )?$"
)
#: Nouns behind a place that say of whom or what it is: nothing happens there on their account.
_OF_IT = word_set(
    "talks summit negotiations defender striker midfielder goalkeeper forward winger captain coach "
    "manager boss star side fans team club born based style trained educated newspaper daily "
    "stock market markets exchange dealer designer fashion marathon derby"
)
# Bodies named after a place whose doings lie elsewhere: teams, papers, universities.
_NOWHERE = word_set(
    "university college times globe post herald tribune gazette journal news press mirror "
    "telegraph sun mail echo chronicle observer guardian review united city fc afc cf sc rovers "
    "wanderers "
    "athletic hotspur albion saint-germain bears bulls lions tigers giants jets eagles cowboys "
    "patriots packers vikings dolphins raiders chargers broncos chiefs texans colts titans jaguars "
    "bills bengals browns steelers ravens saints falcons panthers buccaneers cardinals rams 49ers "
    "seahawks lakers celtics knicks nets bucks pistons cavaliers pacers hawks hornets heat magic "
    "wizards mavericks rockets spurs grizzlies nuggets suns clippers kings warriors yankees mets "
    "sox cubs dodgers padres astros rangers mariners twins royals brewers braves marlins phillies "
    "pirates reds orioles rays bruins sabres blackhawks blues stars flames oilers canucks sharks "
    "senators canadiens maple leafs philharmonic symphony orchestra ballet marathon open"
)
_STREETS = word_set(
    "palace square street road avenue lane boulevard tower gate wall house bridge castle park st "
    "rd ave drive highway way court place terrace"
)
_STATE_MARK = re.compile(r"(?<![\w.])((?:[A-Z]\.\s?[A-Z][a-z]{0,2}|[A-Z][a-z]{1,4})\.)(?!\w)")
_NEXT_WORD = re.compile(r"[ -]([a-z]{3,14})\b")
_LOCATED = re.compile(r"\b(?:in|at|on|near|outside|inside|around|across|from|to)\s(?:the\s)?$")
_GOES_ON = re.compile(r" [A-Z][a-z]{2,}")
_PART_OF_NAME, _BUILDING = 0.1, 0.3
_HELD_WITHIN = 12
_INNER = 3
_GREAT, _AREA = 4, 5
_SHORT = 3  # letters: shorter names are words more often than places
_POSTAL = {code.lower(): code for code in set(STATE_ABBREVIATIONS.values())}


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of a place; `container` is the area named right behind ("Paris, Texas").

    `weight` tells how much speaks for events there: little where the place is part of another
    name ("Berlin Philharmonic") or says of whom something is ("a Lyon defender"). `inside` is
    the place named right before an area that holds it ("Goma" of "Goma in Congo").
    """

    start: int
    end: int
    name: str
    container: str | None
    confidence: float
    weight: float = 1.0
    inside: str | None = None


def place_names(text: str, mentions: Sequence[Mention], language: str = "en") -> list[PlaceName]:
    """The names of places in order: mentions of places, the countries of demonyms, places that
    begin other names, and those of datelines."""
    known = {fold(m.text) for m in mentions if m.label in _LABELS}
    found: list[PlaceName] = []
    for mention in mentions:
        landmark = _landmark(text, mention)
        if landmark is not None:
            if not _TREATY_OF.search(text, max(0, mention.start - 24), mention.start):
                found.append(landmark)
        elif mention.label in _LABELS:
            place = _of_mention(text, mention, known, language)
            if place is not None:
                found.append(place)
        elif mention.label == "NORP" and mention.text in DEMONYMS:
            found.append(
                PlaceName(mention.start, mention.end, mention.text, None, 0.8, _PART_OF_NAME)
            )
        elif mention.label == "ORG" and " " in mention.text:
            inner = _leading_place(mention.text, known)
            if inner:
                end = mention.start + len(inner)
                found.append(PlaceName(mention.start, end, inner, None, 0.6, _PART_OF_NAME))
    found.extend(_state_marks(text, found))
    found.extend(_of_datelines(text, found))
    return _with_insides(sorted(found, key=lambda p: (p.start, p.end)))


def _of_datelines(text: str, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """Places of datelines that no mention covers: "MAINEVILLE, Ohio (AP) –"."""
    for dateline in find_datelines(text):
        start, end = dateline.place
        if any(place.start < end and start < place.end for place in found):
            continue
        name, _, area = text[start:end].partition(", ")
        if gazetteer().prominence(name):
            yield PlaceName(start, start + len(name), name, area or None, 0.8)


def _landmark(text: str, mention: Mention) -> PlaceName | None:
    """A famous building or square, whatever the model takes it for."""
    if mention.label not in _LABELS and mention.label not in {"ORG", "PERSON"}:
        return None
    name = mention.text.removeprefix("the ").removeprefix("The ")
    if not gazetteer().is_landmark(name) or (mention.label == "PERSON" and " " not in name):
        return None
    weight = 1.0 if _LOCATED.search(text, max(0, mention.start - 24), mention.start) else _BUILDING
    return PlaceName(mention.start, mention.end, name, None, mention.confidence, weight)


def _of_mention(text: str, mention: Mention, known: set[str], language: str) -> PlaceName | None:
    start, end, name = mention.start, mention.end, mention.text
    comma = name.find(", ")
    container = None
    if comma > 0:
        container, name, end = name[comma + 2 :], name[:comma], start + comma
    else:
        container = _container(text, end)
    behind = _NEXT_WORD.match(text, end)
    word = behind[1] if behind else ""
    if word in _TREATIES or name.split()[-1].casefold() in _TREATIES:
        return None
    if _TREATY_OF.search(text, max(0, start - 24), start):
        return None
    goes_on = container is None and _GOES_ON.match(text, end)
    weight = _PART_OF_NAME if word in _OF_IT or goes_on else 1.0
    called = fold(name) in gazetteer().areas_called(language)
    plain = name if called else _plain(name, known)
    return PlaceName(start, end, plain, container, mention.confidence, weight)


def _with_insides(found: list[PlaceName]) -> list[PlaceName]:
    """The places, each area told which place right before it lies in it."""
    told: list[PlaceName] = []
    for place in found:
        before = told[-1] if told else None
        is_held = (
            before is not None
            and before.container is not None
            and place.start - before.end <= _HELD_WITHIN
            and fold(place.name) == fold(before.container)
        )
        told.append(replace(place, inside=before.name) if before and is_held else place)
    return told


def _state_marks(text: str, found: Sequence[PlaceName]) -> list[PlaceName]:
    """Abbreviated states behind a town or a party ("Belgrade, Minn.", "D-N.D.")."""
    taken = {at for p in found for at in range(p.start, p.end)}
    marks = []
    for match in _STATE_MARK.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if match.start() in taken or not (before == ", " or before in {"D-", "R-"}):
            continue
        if state_of(match[1]):
            marks.append(PlaceName(match.start(), match.end(), match[1], None, 0.8))
    return marks


def state_of(name: str) -> str | None:
    """The name of the US state an abbreviation stands for ("Calif." → "California")."""
    code = STATE_ABBREVIATIONS.get(fold(name).replace(" ", ""))
    if code is None and name.isupper() and len(name) == 2:
        code = _POSTAL.get(name.lower())
    return _STATES.get(code) if code else None


def _plain(name: str, others: Collection[str] = ()) -> str:
    """The name, or the part of it that a list knows.

    That is the name without the word for its kind, or the place that a longer name begins or
    ends with, where that lies: "Vancouver International Airport", "Rodeo Gainesville". Streets
    and palaces are named after any place: theirs must be a great city or one the text names.
    """
    known = gazetteer().prominence
    if known(name) or state_of(name):
        return name
    plain = _AREA_WORDS.sub("", name)
    if plain and known(plain):
        return plain
    words = name.replace("-", " - ").split()
    is_street = words[-1].casefold().rstrip(".") in _STREETS
    counts = range(len(words) - 1, 0, -1)
    first = _longest_known(" ".join(words[:count]) for count in counts)
    last = _longest_known(" ".join(words[-count:]) for count in counts)
    if last and known(last) >= max(_INNER, known(first) + 1):
        return last
    if is_street and first and known(first) < _GREAT and fold(first) not in others:
        return name
    return first or name


def _longest_known(parts: Iterable[str]) -> str:
    """The first of `parts`, which grow shorter, that a list knows; "" where it knows none."""
    known = (part for part in parts if len(part) > _SHORT and gazetteer().prominence(part))
    return next(known, "")


def _container(text: str, end: int) -> str | None:
    """The area named right behind a place, the longest name that a list knows."""
    match = _WITHIN.match(text, end, end + 60)
    if match is None:
        return None
    words = match[1].rstrip("’'").removesuffix("'s").removesuffix("’s").split()
    is_listed = text[end : end + 2] in {", ", " ("} and not text[end:].startswith(", in ")
    while words:
        area = " ".join(words).rstrip(".,") if len(words) > 1 else words[0]
        if words[-1] not in _ABOUT and (state_of(area) or gazetteer().prominence(area) == _AREA):
            behind = text[match.start(1) + len(" ".join(words)) :][:1]
            # "Paris, France Telecom": a name that goes on is another name.
            goes_on = is_listed and behind == " " and text[match.start(1) + len(area) + 1 :][:1]
            return None if goes_on and goes_on.isupper() and len(words) < 2 else area
        words.pop()
    return None


def _leading_place(name: str, known: set[str]) -> str | None:
    """The place that begins a longer name, known well or named by itself: "Perth Hospital"."""
    words = name.split()
    if words[-1].casefold() in _NOWHERE or "-" in words[0]:
        return None
    for count in range(min(3, len(words) - 1), 0, -1):
        first = " ".join(words[:count])
        prominence = gazetteer().prominence(first)
        if prominence >= _INNER or (prominence and fold(first) in known):
            return first
    return None


_STATES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
    "DC": "District of Columbia",
}
