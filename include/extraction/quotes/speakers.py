"""Who stands beside a word of saying: names, pronouns and roles, and what they resolve to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from include.extraction.names.coreference import resolve
from include.extraction.names.role_words import (
    BARE_ROLES,
    HEAD_SYNONYMS,
    ORGANISATION_NOUNS,
)
from include.extraction.quotes import saying_words as words
from include.extraction.quotes.evidence import PEOPLE, Evidence, Told
from include.extraction.quotes.marks import Quoted
from include.extraction.reading.token_index import TokenIndex
from include.languages import language
from include.records import Mention

Place = tuple[int, int]
_SPEAKING = {"PERSON": 0, "PER": 0, "ORG": 8, "NORP": 12, "GPE": 14, "MISC": 20, "LOC": 25}
_REACH = 160
_TITLE = 60
_NEAR = 700
_FROM = frozenset({"GPE", "LOC", "NORP", "FAC"})
# Who speaks for a body: what they say is the body's.
_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# Named last before "the victim" is often the accused.
_HARMED = frozenset({"victim", "witness", "survivor"})
_AT = re.compile(r"\b(?:at|in|inside|outside|near|before)\s(?:the\s|a\s)?$")
_WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}")
_DEFINITE = frozenset({"the", "its", "his", "her", "their", "le", "la", "der", "die"})
_CAPITAL = r"[^\W\d_a-zà-ÿß][\w'’-]{1,30}"
_NAME = re.compile(rf"\s?({_CAPITAL}(?:\s(?:von|van|de|zu|del|di|da)\b)?(?:\s{_CAPITAL}){{1,3}})")
_CUT_NAME = re.compile(rf"((?:{_CAPITAL}\s){{1,3}})$")
_ROLE_ENDING = re.compile(
    r"(?:chef|chefin|minister|ministerin|sprecher|sprecherin|präsident|präsidentin|vorsitzende"
    r"|vorsitzender|direktor|direktorin|leiter|leiterin|anwalt|anwältin|richter|richterin|kanzler"
    r"|kanzlerin|bürgermeister|bürgermeisterin|kommissar|experte|expertin|professor|professorin"
    r"|trainer|trainerin|herr|frau|dr\.|prof\.)$",
    re.IGNORECASE,
)


class SpeakerFinder:
    """Speakers of one text, by closeness to a cue outside of quotation marks."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], quoted: Sequence[Quoted]) -> None:
        self.doc = doc
        self.text = doc.text
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self.mentions]
        self._quoted_starts = [q.start for q in quoted]
        self._quoted = quoted
        self.index = TokenIndex.of(doc)
        self._unquoted = tuple(m for m in self.mentions if not self.is_quoted(m.start))
        self._unquoted_starts = [m.start for m in self._unquoted]
        self._pronouns = words.pronouns(doc.lang_ or "en")
        self.evidence = Evidence(self.text, doc.lang_ or "en", self.mentions, self.is_quoted)

    def is_quoted(self, at: int) -> bool:
        """Whether a character stands between quotation marks."""
        index = bisect_right(self._quoted_starts, at) - 1
        return index >= 0 and at < self._quoted[index].end

    def near(self, cue: Place, begin: int, end: int) -> Place | None:
        """The name or pronoun closest to a cue within [begin, end), or None."""
        best: tuple[float, Place] | None = None
        low = bisect_left(self._starts, max(begin, cue[0] - _REACH))
        is_told = self.text[cue[0] : cue[1]].casefold() in words.TELLING
        for mention in self.mentions[low:]:
            if mention.start >= min(end, cue[1] + _REACH):
                break
            weight = _SPEAKING.get(mention.label)
            if weight is None or self.is_quoted(mention.start):
                continue
            place = (mention.start, mention.end)
            if is_told and mention.start >= cue[1]:
                continue  # "told CNN": who is told
            cost = weight + _gap(place, cue)
            if best is None or cost < best[0]:
                best = (cost, place)
        first, after = self.index.tokens(max(begin, cue[0] - 40), min(end, cue[1] + 40))
        for token in self.doc[first:after]:
            # French joins the pronoun to its verb: a-t-elle, dit-il.
            word = token.lower_.removeprefix("-").removeprefix("t-")
            if word in self._pronouns and not self.is_quoted(token.idx):
                end_of_word = token.idx + len(token)
                place = (end_of_word - len(word), end_of_word)
                cost = 2.0 + _gap(place, cue)
                if best is None or cost < best[0]:
                    best = (cost, place)
        return best[1] if best else None

    def unnamed(self, cue: Place, begin: int, end: int) -> Place | None:
        """Capitalised words beside a cue, where no model finds names: sagte Minister Jan Voss."""
        if self.index.is_tagged:
            return None
        behind = _NAME.match(self.text, cue[1], min(end, cue[1] + _REACH))
        if behind is not None:
            return behind.start(1), behind.end(1)
        before = [m.span(1) for m in _NAME.finditer(self.text, max(begin, cue[0] - 80), cue[0])]
        if before and not self.text[before[-1][1] : cue[0]].strip():
            return before[-1]
        described = _described(self.doc.lang_ or "")
        found = described.match(self.text, cue[1], end) if described is not None else None
        return found.span(1) if found is not None else None

    def with_apposition(self, place: Place) -> Place:
        """A role with the name set behind it: "its director, Ana Ruiz"."""
        low = bisect_left(self._starts, place[0])
        people = [m for m in self.mentions[low : low + 8] if m.label in {"PERSON", "PER"}]
        if any(m.end <= place[1] for m in people) or self.text[place[1] : place[1] + 2] != ", ":
            return place
        name = next((m for m in people if m.start >= place[1]), None)
        if name is None:
            return place
        title = self.text[place[1] + 2 : name.start]
        if len(title) > _TITLE or not all(w[:1].isupper() for w in title.split()):
            return place
        return place[0], name.end

    def entity(self, place: Place) -> str | None:
        """The name a speaker's span stands for: a name in it, or what a pronoun means."""
        low = bisect_left(self._starts, place[0])
        inside = [m for m in self.mentions[low : low + 8] if m.end <= place[1]]
        people = [m for m in inside if m.label in {"PERSON", "PER"}]
        if people:
            lead = _CUT_NAME.search(self.text[place[0] : people[0].start])
            if lead is not None and people[0].entity[:1].islower():
                return lead[1] + people[0].text  # "Ximena Paz | y Miño"
            return people[0].entity
        role = self._role(place)
        if role is not None:
            return role
        spoken = self._by_office(place, inside)
        if spoken is not None:
            return spoken or None
        for mention in inside:
            if mention.label in _SPEAKING and not self._is_beside(place, mention):
                return mention.entity
        short = self._surname(place)
        if short is not None:
            return short
        is_named = self.text[place[0] : place[0] + 1].isupper()
        if not self.index.is_tagged and is_named and " " in self.text[place[0] : place[1]]:
            return _bare_name(self.text[place[0] : place[1]])
        # Who says "she" is not someone named only in what she says.
        resolved = resolve(self.doc, self._unquoted, place[0], place[1])
        return resolved[0] if resolved else None

    def _is_beside(self, place: Place, mention: Mention) -> bool:
        """Whether a place or people only tells of where a speaker is from: "a Boston firm"."""
        if mention.label not in _FROM or not self.index.is_parsed:
            return False
        first, after = self.index.tokens(*place)
        head = self.doc[first:after].root
        return not mention.start <= head.idx < mention.end

    def _by_office(self, place: Place, inside: Sequence[Mention]) -> str | None:
        """Who holds the office that speaks: "the Commission chief". "" where the text introduces
        nobody so: a chief is not the body. None where the span is no office of a named body."""
        if not inside or not self.index.is_parsed:
            return None
        first, after = self.index.tokens(*place)
        head = self.doc[first:after].root
        lowered = head.lower_
        if lowered not in HEAD_SYNONYMS or lowered in _SPEAKS_FOR or head.tag_ == "NNS":
            return None
        if any(m.start <= head.idx < m.end for m in inside):
            return None
        resolved = resolve(self.doc, self._unquoted, place[0], place[1])
        return resolved[0] if resolved else ""

    def _surname(self, place: Place) -> str | None:
        """The one person of the text whose surname a speaker is called by: "Marlow:"."""
        text = self.text[place[0] : place[1]]
        if " " in text or not text[:1].isupper():
            return None
        found = {m.entity for m in self._unquoted if m.entity.split()[-1] == text}
        return found.pop() if len(found) == 1 else None

    def agreed(self, place: Place, entity: str) -> str | None:
        """`entity` where nothing in the text speaks against its having said it; or another
        whom a pronoun may mean and whom the text calls so; or None.

        "he" is not Ruth Bevan, nor "Mr Bevan" she; "they" is no court that something happened
        at; who hurt somebody is not "the victim".
        """
        told = self.evidence.span(place)
        if told is not None:
            if self._is_other(told, entity):
                return self._else(place, told) if self.is_pronoun(place) else None
            return entity
        if self.evidence.is_plural(self.text[place[0] : place[1]]):
            return None if self._is_scene(entity, place[0]) else entity
        return entity

    def told(self, place: Place, entity: str | None) -> Told | None:
        """What the text calls a speaker, here or where it names them elsewhere."""
        return self.evidence.span(place) or (self.evidence.told(entity) if entity else None)

    def is_pronoun(self, place: Place) -> bool:
        """Whether a speaker is written as a pronoun alone."""
        return self.evidence.is_pronoun(self.text[place[0] : place[1]])

    def holds_name(self, place: Place, *, of_person: bool = False) -> bool:
        """Whether a speaker's span holds a name, or the name of a person."""
        low = bisect_left(self._starts, place[0])
        inside = [m for m in self.mentions[low : low + 8] if m.end <= place[1]]
        return any(m.label in PEOPLE or not of_person for m in inside)

    def _is_other(self, told: Told, entity: str) -> bool:
        if " " not in entity:
            # "Mr Bevan", where the text names Ruth Bevan alone.
            namesakes = {m.entity for m in self._unquoted if m.entity.endswith(f" {entity}")}
            found = {self.evidence.gender(one) for one in namesakes} - {None}
            if found:
                return told.gender not in found
        return self.evidence.gender(entity) not in (None, told.gender)

    def _else(self, place: Place, told: Told) -> str | None:
        """Whom a pronoun means, of those whom the text itself calls so."""
        fitting = [m for m in self._unquoted if self._is_called(m, told.gender)]
        resolved = resolve(self.doc, fitting, *place)
        return resolved[0] if resolved else None

    def _is_called(self, mention: Mention, gender: str) -> bool:
        return mention.label in PEOPLE and self.evidence.gender(mention.entity) == gender

    def _is_scene(self, entity: str, at: int) -> bool:
        """Whether a body is only where something happens: "at Liverpool Crown Court"."""
        before = self._unquoted[: bisect_left(self._unquoted_starts, at)]
        last = next((m for m in reversed(before) if m.entity == entity), None)
        return last is not None and _AT.search(self.text[: last.start][-24:]) is not None

    def _role(self, place: Place) -> str | None:
        """Who was introduced by the role that speaks: "the mayor" after "The mayor, X, …"."""
        words_ = _WORD.findall(self.text[place[0] : place[1]].casefold())
        if len(words_) < 2 or words_[0] not in _DEFINITE or words_[-1] in ORGANISATION_NOUNS:
            return None
        for mention in reversed(self._unquoted[: bisect_left(self._unquoted_starts, place[0])]):
            if mention.label not in {"PERSON", "PER"}:
                continue
            lead = self.text[max(0, mention.start - _TITLE) : mention.start]
            if not lead.endswith(", "):
                continue
            said = _WORD.findall(re.split(r"[.;:\n]", lead[:-2])[-1].casefold())
            if said[-1:] == words_[-1:]:
                return mention.entity
        if words_[-1] in BARE_ROLES - _HARMED and len(words_) == 2:
            return self._last_person(place[0])
        return None

    def _last_person(self, at: int) -> str | None:
        for mention in reversed(self._unquoted[: bisect_left(self._unquoted_starts, at)]):
            if mention.label in {"PERSON", "PER"}:
                return mention.entity if at - mention.end < _NEAR else None
        return None


@cache
def _described(code: str) -> re.Pattern[str] | None:
    """What follows a verb of saying where no name does: "sagt *die Polizei*", "dit *le maire*"."""
    articles = language(code).quotes.articles
    if not articles:
        return None
    either = "|".join(sorted(articles))
    noun = rf"(?:[a-zà-ÿß]+ )?{_CAPITAL}" if code == "de" else r"[a-zà-ÿß]{3,}"
    return re.compile(rf" ((?:{either}) {noun}(?: {_CAPITAL}){{0,3}})")


def _bare_name(text: str) -> str:
    """A name without the roles before it, in a text no model reads."""
    words_ = text.split()
    while len(words_) > 2 or (len(words_) == 2 and _ROLE_ENDING.search(words_[0])):
        if not _ROLE_ENDING.search(words_[0]):
            break
        words_ = words_[1:]
    return " ".join(words_)


def _gap(place: Place, cue: Place) -> float:
    return float(max(place[0] - cue[1], cue[0] - place[1], 0))
