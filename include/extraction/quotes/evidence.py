"""What a text tells of the people it quotes: "Mr", "she". And who therefore did not say it.

Told are titles beside a name, and pronouns in sentences that name one person alone. Given
names speak against a speaker too, but nobody is counted by them: they only tell of most.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from include.extraction.names.role_words import (
    GENDERED_NAMES,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    THING_PRONOUNS,
    TITLE_GENDER,
)
from include.records import Mention

Place = tuple[int, int]
PEOPLE = frozenset({"PERSON", "PER"})
_TITLE = re.compile(r"([^\W\d_]{1,14})\.?\s$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[^\W\d_a-z])|\n+")
_SURE = 3
"""How many times as often a person must be one than the other: texts name others unseen."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a text calls a person: "f" or "m", and the word that says so."""

    gender: str
    place: Place


class Evidence:
    """What one text tells of the sex of the people it names."""

    def __init__(
        self,
        text: str,
        language: str,
        mentions: Sequence[Mention],
        is_quoted: Callable[[int], bool],
    ) -> None:
        self.text = text
        self._people = [m for m in mentions if m.label in PEOPLE and not is_quoted(m.start)]
        self._starts = [m.start for m in self._people]
        self._is_quoted = is_quoted
        self._pronouns = {
            form: gender
            for gender, forms in PERSON_PRONOUNS.get(language, {}).items()
            for form in forms
        }
        self._things = THING_PRONOUNS.get(language, frozenset())
        self._plural = PLURAL_PRONOUNS.get(language, frozenset())

    def of_word(self, word: str) -> str | None:
        """ "f" or "m" where a word is a title or pronoun that tells."""
        lowered = word.casefold().rstrip(".").removeprefix("-").removeprefix("t-")
        return self._pronouns.get(lowered) or TITLE_GENDER.get(lowered)

    def is_plural(self, word: str) -> bool:
        """Whether a word is a pronoun for several."""
        return word.casefold() in self._plural

    def is_pronoun(self, word: str) -> bool:
        """Whether a word is a pronoun, for a person, a thing or several."""
        lowered = word.casefold()
        return lowered in self._pronouns or lowered in self._things or self.is_plural(word)

    def span(self, place: Place) -> Told | None:
        """What a speaker's own span tells: "she", "Mr Bevan", "her mother" tells nothing."""
        found = next(_WORD.finditer(self.text, *place), None)
        if found is not None:
            gender = self.of_word(found[0])
            is_title = found[0].casefold() not in self._pronouns
            if gender and (is_title or found.end() == place[1]):
                return Told(gender, found.span())
        return self._title(place[0])

    def told(self, entity: str) -> Told | None:
        """What the text calls a person: by title, or else by pronouns that are theirs alone."""
        return self._by_title.get(entity) or self._by_pronoun.get(entity)

    def gender(self, entity: str) -> str | None:
        """ "f" or "m" as the text tells or the given name has it; None where neither does."""
        told = self.told(entity)
        if told is not None:
            return told.gender
        given = entity.split()
        return GENDERED_NAMES.get(given[0].casefold()) if len(given) > 1 else None

    def _title(self, at: int) -> Told | None:
        found = _TITLE.search(self.text, max(0, at - 16), at)
        if found is None or found[1].casefold() in self._pronouns:
            return None
        gender = TITLE_GENDER.get(found[1].casefold())
        return Told(gender, found.span(1)) if gender else None

    @cached_property
    def _by_title(self) -> dict[str, Told]:
        """By title; a surname alone may be a husband's: "Mr Bevan" beside Ruth Bevan."""
        found: dict[str, dict[str, Told]] = {}
        for mention in self._people:
            own = _WORD.match(self.text, mention.start)
            gender = TITLE_GENDER.get(own[0].casefold()) if own is not None else None
            told = (
                Told(gender, own.span())
                if gender and own is not None and own.end() < mention.end
                else self._title(mention.start)
            )
            if told is not None:
                found.setdefault(mention.entity, {}).setdefault(told.gender, told)
        agreed = {
            entity: next(iter(one.values())) for entity, one in found.items() if len(one) == 1
        }
        return {
            entity: told
            for entity, told in agreed.items()
            if GENDERED_NAMES.get(entity.split()[0].casefold(), told.gender) == told.gender
        }

    @cached_property
    def _by_pronoun(self) -> dict[str, Told]:
        counts: dict[str, Counter[str]] = {}
        first: dict[tuple[str, str], Told] = {}
        for begin, end in self._sentences():
            low, high = bisect_left(self._starts, begin), bisect_left(self._starts, end)
            people = self._people[low:high]
            if not people or len({m.entity for m in people}) != 1:
                continue
            words = [
                Told(self._pronouns[word[0].casefold()], word.span())
                for word in _WORD.finditer(self.text, people[0].end, end)
                if word[0].casefold() in self._pronouns and not self._is_quoted(word.start())
            ]
            if len({told.gender for told in words}) == 1:
                entity = people[0].entity
                counts.setdefault(entity, Counter())[words[0].gender] += 1
                first.setdefault((entity, words[0].gender), words[0])
        found = {}
        for entity, counted in counts.items():
            (gender, most), *others = counted.most_common()
            if most >= _SURE * sum(number for _, number in others):
                found[entity] = first[entity, gender]
        return found

    def _sentences(self) -> list[Place]:
        if not self._people or not self._pronouns:
            return []
        cuts = [0, *(m.end() for m in _SENTENCE.finditer(self.text)), len(self.text)]
        return list(pairwise(cuts))
