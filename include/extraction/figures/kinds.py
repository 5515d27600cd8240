"""What a figure counts: the event that befell those counted, or the noun itself.

An event word ("killed", "toll") takes the figure nearest to it on the side its use
asks for; a noun that names a thing keeps its figure. Works on tokens alone; the tags
and the parse help where they are there and the text is not in capitals.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from include.extraction.figures import words
from include.extraction.figures.amounts import Amount
from include.extraction.reading.token_table import TokenTable
from include.languages import language

_SKIP = frozenset(
    str.split(
        "more other others additional of the them whom which those these than people in new young "
        "elderly innocent unarmed at least and"
    )
)
_REACH = 14
_NOUN_REACH = 5
_NEAR = 90
_WERE = frozenset({"étaient", "sont"})
_STOP = frozenset({".", ";", "?", "!", ":"})
_BRACKETS = {"(": ")", "[": "]"}
_INCLUDING = frozenset({"including", "among", "dont", "darunter"})
_LONGEST_ASIDE = 25
# "have killed the mayor" tells of what follows, "have been killed" of those before.
_HAVE = frozenset({"have", "has", "had"})
_ACCUSED = frozenset(str.split("accused suspected convicted guilty charged"))
_LIVES = frozenset(str.split("life lives victims victim casualties"))
# Languages without tags here whose nouns can be told by their form or place.
_NOUN_FIRST = frozenset({"de", "es", "pt", "it", "nl"})
_BEFORE_NOUN = frozenset(str.split("weitere weiteren andere anderen de otros otras más mil"))
_SIDE_ENDS = frozenset(str.split("and in by when on during after und et y bei"))
_NUMBER_OF = frozenset({("number", "of"), ("zahl", "der"), ("nombre", "de"), ("número", "de")})
_GOES_ON = frozenset({"and", "or", ",", "including", "as", "with"})
# Those who stand behind these did it: "were killed by two gunmen".
_AGENTS = frozenset({"by", "par", "von"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted (`what`), its unit, the rule that says so, and how far its word stood."""

    what: str
    unit: str | None
    rule: str
    cost: float = 0.0

    @property
    def is_event(self) -> bool:
        """Whether something befell the people counted."""
        return self.what in words.PERSON_KINDS


@dataclass(frozen=True, slots=True)
class Event:
    """An event word for a figure: its kind, how far it stands, which token, on which side."""

    kind: str
    cost: float
    token: int
    side: str


def counted_noun(doc: Doc, first: int, limit: int, *, tagged: bool) -> Token | None:
    """The noun counted by a number that ends before token `first`, or None.

    By the tags the last noun of the run that follows; without tags the first known
    noun within reach, or else the next word in small letters.
    """
    if doc.lang_ in _NOUN_FIRST:
        return _noun_by_form(doc, first, limit)
    found: Token | None = None
    known = language(doc.lang_).figures
    events = words.events_of(doc.lang_)
    for token in doc[first : min(limit, first + _NOUN_REACH + 3)]:
        word = token.lower_
        if token.is_space or (found is None and word in {"of", "the", "more", "other", "-", "his"}):
            continue
        if word in known.person_nouns or word in known.thing_nouns:
            return token
        if not token.is_alpha and "-" not in word:
            break
        if tagged and not token.is_upper:
            if (
                found is None
                and token.tag_ == "VBN"
                and doc[token.i + 1 : token.i + 2].text.islower()
            ):
                continue
            if token.tag_.startswith("NN"):
                found = token
                continue
            if token.tag_.startswith(("JJ", "VBG", "CD", "PRP$", "POS", "DT")) and found is None:
                continue
            break
        if word in events or token.is_stop:
            break
        found = token
        if token.i - first >= 2:
            break
    return found


def _noun_by_form(doc: Doc, first: int, limit: int) -> Token | None:
    """The noun behind a number without tags: in German the first word in capitals, in Spanish
    and its kin the first word."""
    known = language(doc.lang_).figures
    for token in doc[first : min(limit, first + _NOUN_REACH)]:
        if token.is_space or token.lower_ in _BEFORE_NOUN:
            continue
        if not token.text[:1].isalpha() or token.lower_ in known.helpers:
            return None
        if doc.lang_ != "de":
            return None if token.is_stop else token
        if token.text[:1].isupper():
            return token
        if token.is_stop or token.lower_ in words.events_of("de"):
            return None
    return None


def _side(doc: Doc, index: int, side: str, number_tokens: frozenset[int]) -> str:
    """The side on which an event word looks for its figure, by its use here."""
    if side == words.LEFT and _is_counted(doc, index):
        return words.RIGHT
    if side != words.EITHER:
        return side
    known = language(doc.lang_).figures
    has_object = index + 1 < len(doc) and (
        doc[index + 1].lower_ in known.determiners or index + 1 in number_tokens
    )
    for token in doc[max(0, index - 4) : index]:
        if token.lower_ in known.helpers and not (has_object and token.lower_ in _HAVE):
            return words.LEFT
    if index + 1 < len(doc) and doc[index + 1].lower_ in known.determiners:
        return words.RIGHT
    for token in doc[index + 1 : index + 6]:
        if token.i in number_tokens:
            return words.RIGHT
        if token.is_punct or token.lower_ in _SIDE_ENDS:
            break
    return words.LEFT


def _is_counted(doc: Doc, index: int) -> bool:
    """Whether "the number of" leads to the word: "the number of people who died rose to 29"."""
    before = [token.lower_ for token in doc[max(0, index - 9) : index]]
    return any(pair in _NUMBER_OF for pair in pairwise(before))


def _phrase(doc: Doc, index: int) -> tuple[tuple[str, str], ...]:
    """The event told by several words that end at `index`: "taken to hospital"."""
    last = doc[index].lower_
    phrases = language(doc.lang_).figures.event_phrases
    if last not in phrases:
        return ()
    if index + 1 < len(doc) and doc[index + 1].lower_ in words.SIDED:
        return ()  # "held hostage" is told by its last word
    before = tuple(token.lower_ for token in doc[max(0, index - 3) : index])
    for kind, ending in phrases[last]:
        if before[len(before) - len(ending) :] != ending:
            continue
        if last == "part" and not _is_of_protest(doc, index):
            return ()
        return ((kind, words.EITHER if last in words.SIDED else words.LEFT),)
    return ()


def _is_of_protest(doc: Doc, index: int) -> bool:
    """Whether a protest is told of near by: those who took part in a race are not counted."""
    near = doc[max(0, index - _NEAR) : index + _NEAR]
    return any(token.lower_ in words.PROTESTS for token in near)


def _is_captive(doc: Doc, index: int) -> bool:
    """Whether those detained are held by men without right: "captured by the rebels"."""
    captors = language(doc.lang_).figures.captors
    behind = [token.lower_ for token in doc[index + 1 : index + 7]]
    if "by" in behind[:3]:
        return bool(captors.intersection(behind[behind.index("by") :]))
    return index > 0 and doc[index - 1].lower_ in captors


def _is_no_event(doc: Doc, index: int, lower: str) -> bool:
    token = doc[index]
    if lower in words.GATHERED:
        return not _is_of_protest(doc, index)
    is_noun = token.tag_.startswith("NN")
    if is_noun and lower in words.VERBS_ALONE:
        return True
    if lower == "body":
        return True
    if lower in words.VERBS_ALONE and doc.lang_ == "en":
        return not _LIVES.intersection(t.lower_ for t in doc[index + 1 : index + 8])
    if doc[index - 1].lower_ == "of" and doc[max(0, index - 2)].lower_ in _ACCUSED and index > 1:
        return True  # "eight soldiers accused of killing the priests" were not killed
    behind = doc[index + 1] if index + 1 < len(doc) else None
    is_compound = is_noun and token.dep_ == "compound" and behind is not None
    return bool(
        is_compound
        and behind is not None
        and behind.tag_.startswith("NN")
        and behind.lower_ not in words.COUNTS
        and behind.lower_ not in words.events_of(doc.lang_)
    )


class EventFinder:
    """The event words of a text, ready to be asked which one a figure belongs to."""

    def __init__(self, doc: Doc, amounts: list[tuple[Amount, int, int]]) -> None:
        """`amounts` come with the indexes of their first token and of the one after."""
        self.doc = doc
        table = words.events_of(doc.lang_)
        phrases = language(doc.lang_).figures.event_phrases
        self.asides = _asides(doc)
        #: How much weaker a noun of a state is than a verb; a German participle comes last.
        self.weight = 1.5 if doc.lang_ != "de" else 6.0
        self.numbers = frozenset(i for _, first, after in amounts for i in range(first, after))
        #: Words of arrest whose captors have no right: those are kidnapped.
        self.captive: set[int] = set()
        #: Words that look like events and are none here: "an injury list", "border claims".
        self.none: set[int] = set()
        #: The last words of events told by several words.
        self.phrases: dict[int, str] = {}
        #: Nouns of state that may stand right behind a number: "no injuries".
        self.states: set[int] = set()
        self.events: dict[int, tuple[str, str]] = {}
        for index, lower in enumerate(TokenTable.of(doc).lower):
            if lower not in table and lower not in phrases:
                continue
            if _is_no_event(doc, index, lower):
                self.none.add(index)
                continue
            several = _phrase(doc, index)
            if several:
                self.phrases[index] = several[-1][0]
            for kind, side in (*table.get(lower, ()), *several):
                if kind == "arrested" and _is_captive(doc, index):
                    kind = "kidnapped"
                    self.captive.add(index)
                self.events[index] = (kind, _side(doc, index, side, self.numbers))
                if lower in words.STATE_NOUNS:
                    self.states.add(index)

    def beside(self, after: int) -> str | None:
        """The event of a noun of state right behind a number: "27 dead", "27 morts"."""
        found = self.events.get(after)
        if found is None or found[1] != words.LEFT:
            return None
        return found[0] if self.doc[after].tag_ not in {"VBD", "VBZ", "VBP", "VB"} else None

    def event(self, first: int, after: int, begin: int, end: int) -> Event | None:
        """The event of the number at tokens [first, after), or None.

        `begin`/`end` bound the sentence.
        """
        if first and self.doc[first - 1].lower_ in _WERE and self.doc.lang_ == "fr":
            end = min(len(self.doc), end + 2 * _REACH)  # "Ils étaient 45 000. … ont défilé"
            for index in range(after, min(end, after + 3 * _REACH)):
                if self.events.get(index, ("", ""))[0] == "protesters":
                    return Event("protesters", 8.0, index, words.LEFT)
        if self.doc.lang_ == "de":
            begin, end = self._clause(first, after, begin, end)
        right = self._right(first, after, end)
        left = self._left(first, begin)
        if left is not None and (right is None or left.cost < right.cost):
            return left
        return right

    def _clause(self, first: int, after: int, begin: int, end: int) -> tuple[int, int]:
        """The part between commas of a sentence that has an event of its own, where it has."""
        lower = TokenTable.of(self.doc).lower
        for i in range(first - 1, begin - 1, -1):
            if lower[i] in {",", ";"}:
                begin = i + 1
                break
        close = next((i for i in range(after, end) if lower[i] in {",", ";"}), end)
        if any(begin <= index < close for index in self.events):
            return begin, close
        return begin, end

    def _right(self, first: int, after: int, end: int) -> Event | None:
        best: Event | None = None
        is_cut = False
        step = -1
        index = after
        reach = _REACH if self.doc.lang_ != "de" else 2 * _REACH  # the participle comes last
        while index < end and step < reach:
            if index in self.asides:
                index = self.asides[index]
                continue
            token = self.doc[index]
            if token.text in _STOP:
                break
            if token.is_space:
                index += 1
                continue
            step += 1
            if index in self.numbers and step:
                follows = self.doc[index - 1].lower_
                if follows not in _GOES_ON or step > 6:
                    break
            is_cut = is_cut or token.text == ","
            hit = self.events.get(index)
            if hit is not None and is_cut and hit[1] == words.RIGHT:
                hit = None  # "by 103 civilians, the murder took place at noon"
            if hit is not None:
                cost = float(step) + (0 if hit[1] == words.LEFT else 9) + (step > 9) * 2
                cost += self.weight * (token.lower_ in words.CONDITION_NOUNS)
                if index in self.states and index < after + 3:
                    cost = step
                if best is None or cost < best.cost:
                    best = Event(hit[0], cost, index, hit[1])
                if hit[1] == words.LEFT and token.lower_ not in words.CONDITION_NOUNS:
                    break
            index += 1
        return best

    def _left(self, first: int, begin: int) -> Event | None:
        best: Event | None = None
        is_agent = first > begin and self.doc[first - 1].lower_ in _AGENTS
        step = -1
        for index in range(first - 1, begin - 1, -1):
            token = self.doc[index]
            if token.is_space:
                continue
            step += 1
            if step >= _REACH or (token.text in _STOP and step > 1):
                break
            if (
                index in self.numbers
                and step > 3
                and not any(
                    t.lower_ in {"and", "or", ",", "to"} for t in self.doc[index : index + 4]
                )
            ):
                break
            hit = self.events.get(index)
            is_taken = hit is not None and hit[1] == words.LEFT and index - 1 in self.numbers
            if is_taken and self.doc.lang_ != "en":
                continue  # "12 muertos y otras 23 personas": the dead have their number
            if hit is not None and not (is_agent and hit[1] == words.LEFT):
                cost = float(step + (0 if hit[1] == words.RIGHT else 9))
                if best is None or cost < best.cost:
                    best = Event(hit[0], cost, index, hit[1])
                if hit[1] == words.RIGHT:
                    break
        return best


def _asides(doc: Doc) -> dict[int, int]:
    """Where an aside begins → where reading goes on: brackets, and "…, including …,"."""
    found: dict[int, int] = {}
    tokens = TokenTable.of(doc).lower
    for index, word in enumerate(tokens):
        behind = range(index + 1, min(index + _LONGEST_ASIDE, len(tokens)))
        if word in _BRACKETS:
            close = _BRACKETS[word]
            after = next((i + 1 for i in behind if tokens[i] == close), None)
            if after is not None:
                found[index] = after
        elif word in _INCLUDING and index and tokens[index - 1] == ",":
            end = next((i for i in behind if tokens[i] == "," or tokens[i] in _STOP), None)
            if end is not None and tokens[end] == ",":
                found[index - 1] = end + 1
    return found
