"""The phrases of a sentence that no parse has read: who or what each is, and what leads to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from include.extraction.reading.token_table import TokenTable
from include.languages.clauses import Clauses
from include.languages.words import Words
from include.records import Mention

_BEFORE = 4
_LONGEST_RUN = 4
_NOUN_ENDINGS = ("ung", "heit", "keit", "schaft", "tät", "ion", "ungen", "zeit", "tag", "jahr")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [first, after) of a noun, a name or a pronoun.

    `word` is the noun in small letters, as the lists have it, or "" of a name. `lead` is the
    preposition before it, or "". `is_run`: capitalised words that nothing tells more of.
    """

    first: int
    head: int
    after: int
    word: str
    lead: str = ""
    mention: Mention | None = None
    is_pronoun: bool = False
    is_run: bool = False


class Phrases:
    """Finds the phrases of one text, a sentence at a time."""

    def __init__(
        self, table: TokenTable, mentions: Sequence[Mention], known: Clauses, no_names: Words
    ) -> None:
        self.table, self.mentions, self.known = table, mentions, known
        self.no_names = no_names
        self.nouns = _nouns(known)
        self.verbs = frozenset(
            word
            for ways in known.kinds.values()
            for one in ways
            for word in one.finite | one.participles
        )
        self._starts = [one.start for one in mentions]

    def of(self, first: int, after: int) -> list[Phrase]:
        """The phrases of tokens [first, after) in order."""
        found: list[Phrase] = []
        at = first
        while at < after:
            one = self._at(at, first, after)
            if one is None:
                at += 1
                continue
            named = self._name_behind(one, after)
            found.append(named)
            at = named.after
        return found

    def listed(self, word: str) -> str:
        """The noun of the lists that a word is, or, where words are compounds, ends in."""
        if word in self.nouns:
            return word
        if self.known.has_compounds:
            for cut in range(3, len(word) - 2):
                if word[cut:] in self.nouns:
                    return word[cut:]
        return ""

    def _at(self, at: int, first: int, after: int) -> Phrase | None:
        table, known = self.table, self.known
        word = table.lower[at]
        mention = self._mention(at)
        if mention is not None:
            end = at + 1
            while end < after and table.starts[end] < mention.end:
                end += 1
            return self._phrase(first, at, end, Phrase(at, at, end, "", mention=mention))
        if word in known.pronouns:
            return self._phrase(first, at, at + 1, Phrase(at, at, at + 1, word, is_pronoun=True))
        noun = self.listed(word)
        if known.has_compounds and table.texts[at].islower():
            noun = ""
        if noun:
            return self._phrase(first, at, at + 1, Phrase(at, at, at + 1, noun))
        end = at
        while end < after and end - at < _LONGEST_RUN and self._may_be_name(end):
            end += 1
        among_nouns = known.has_compounds
        # "Lange Zeit": where nouns have capitals the first word of a clause may be anything.
        opens = at == first or not table.texts[at - 1].isalpha()
        if end - at >= (2 if among_nouns or at == first else 1) and not (among_nouns and opens):
            return self._phrase(first, at, end, Phrase(at, at, end, "", is_run=True))
        return None

    def _may_be_name(self, at: int) -> bool:
        text, word = self.table.texts[at], self.table.lower[at]
        return (
            text[:1].isupper()
            and text.replace("-", "").isalpha()
            and word not in self.no_names
            and not self.listed(word)
            and not (self.known.has_compounds and word.endswith(_NOUN_ENDINGS))
            and word not in self.known.determiners | self.known.prepositions | self.known.pronouns
        )

    def _phrase(self, first: int, at: int, after: int, draft: Phrase) -> Phrase:
        """The phrase from its determiner on, with the preposition before it."""
        table, known = self.table, self.known
        begin = at
        for back in range(at - 1, max(first, at - _BEFORE) - 1, -1):
            word = table.lower[back]
            if word in known.determiners or table.texts[back].isdigit():
                begin = back
                if back > first and (
                    table.texts[back - 1].isdigit() or table.lower[back - 1] in known.determiners
                ):
                    continue
                break
            if word in known.prepositions or not word.isalpha() or word in self._helpers():
                break
            if word in self.verbs or self.listed(word):
                break
            if table.texts[back][:1].isupper() and (known.has_compounds or back > first):
                break
        before = table.lower[begin - 1] if begin > first else ""
        lead = before if before in known.prepositions else ""
        if lead in known.partitives and self._is_article(begin - 1, first):
            begin, lead = begin - 1, ""
        if not lead and begin == at and at - 2 >= first:
            # "in schwerem Gelände": words without a list may stand between.
            two = table.lower[at - 2]
            between = table.texts[at - 1]
            if two in known.prepositions and between.isalpha() and between.islower():
                lead = two if between not in self._helpers() else ""
        return Phrase(
            begin,
            draft.head,
            after,
            draft.word,
            lead,
            draft.mention,
            draft.is_pronoun,
            draft.is_run,
        )

    def _is_article(self, at: int, first: int) -> bool:
        """Whether a partitive has nothing before it that it could belong to."""
        before = self.table.lower[at - 1] if at > first else ""
        return not before.isalpha() or before in self.verbs

    def _helpers(self) -> Words:
        known = self.known
        return known.passive | known.perfect | known.reflexive | known.future | known.could

    def _name_behind(self, one: Phrase, after: int) -> Phrase:
        """A noun with the name right behind it: "el presidente Julio Arrieta"."""
        if one.mention is not None or one.is_run or one.is_pronoun or one.after >= after:
            return one
        mention = self._mention(one.after)
        if mention is not None and mention.label == "PERSON" and one.word in self.known.people:
            end = one.after
            while end < after and self.table.starts[end] < mention.end:
                end += 1
            return Phrase(one.first, one.head, end, one.word, one.lead, mention)
        end = one.after
        while end < after and end - one.after < _LONGEST_RUN and self._may_be_name(end):
            end += 1
        if end - one.after >= 2 or (end > one.after and not self.known.has_compounds):
            return Phrase(one.first, one.head, end, one.word, one.lead)
        return one

    def _mention(self, at: int) -> Mention | None:
        start = self.table.starts[at]
        number = bisect_left(self._starts, start)
        if number < len(self.mentions) and self.mentions[number].start == start:
            return self.mentions[number]
        return None


def _nouns(known: Clauses) -> Words:
    found = known.people | known.bodies | known.companies
    for ways in known.kinds.values():
        for one in ways:
            found |= one.subjects | one.objects
    return found
