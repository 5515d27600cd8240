"""Events of a text that no parse has read: by clauses, their helpers and the order of words.

A clause reaches from mark to mark. A verb that stands alone, or a participle with its helper,
tells of an event where the clause holds who takes part and both fit the kind. Precision goes
before recall: what is not told in one of the ways of the language's file is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from include import languages
from include.extraction.events.kinds import ACTORS, NEEDS_TARGET, OF_PEOPLE, TARGETS, EventKind
from include.extraction.reading.phrases import Phrase, Phrases
from include.extraction.reading.token_index import TokenIndex
from include.extraction.reading.token_table import TokenTable
from include.languages.clauses import Clauses, Telling
from include.records import Mention

_HARD = frozenset(';:()[]«»„“”"‹›?!…')
_SOFT = frozenset(",–—-")
_WINDOW = 4
_BEHIND = 4
_REACH = 14
_MOST_BACK = 2
_PEOPLE = frozenset({"PERSON", "NORP", "PER"})


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the phrases of its parties."""

    kind: str
    trigger: int
    actor: Phrase | None
    target: Phrase | None
    status: str
    is_noun: bool
    may_be_ahead: bool = False


class ClauseReader:
    """Asks of one text which of its clauses tell of an event."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        record = languages.language(doc.lang_ or "")
        self.known = record.clauses
        self.table, self.index = TokenTable.of(doc), TokenIndex.of(doc)
        calendar = frozenset(record.times.months) | frozenset(record.times.weekdays)
        no_names = record.names.no_names | calendar
        self.phrases = Phrases(self.table, mentions, self.known, no_names)
        self.words = triggers(self.known)
        self.fiction = record.figures.fiction

    def told(self) -> Iterator[Told]:
        """The events of the text in order."""
        at = 0
        while at < len(self.table):
            first, after = self.index.sentence(at)
            if after <= first:
                return
            if any(self._ways(i) for i in range(first, after)):
                yield from _Sentence(self, first, after).told()
            at = after

    def _ways(self, at: int) -> list[tuple[str, Telling]]:
        word = self.table.lower[at]
        found = self.words.get(word)
        if found is not None or not self.known.has_compounds:
            return found or []
        if not self.table.texts[at][:1].isupper():
            return []
        for cut in range(3, len(word) - 3):
            if word[cut:] in self.words:
                return [(kind, one) for kind, one in self.words[word[cut:]] if one.nouns]
        return []


class _Sentence:
    def __init__(self, reader: ClauseReader, first: int, after: int) -> None:
        self.reader, self.first, self.after = reader, first, after
        self.known, self.table = reader.known, reader.table
        self.phrases = reader.phrases.of(first, after)
        self.part: list[int] = []
        self.is_hard: list[bool] = [False]
        number = 0
        for i in range(first, after):
            text = self.table.texts[i]
            breaks = self.table.lower[i] in self.known.breaks and i > first
            if text in _HARD or text in _SOFT or breaks:
                number += 1
                self.is_hard.append(text in _HARD)
            self.part.append(number)

    def told(self) -> Iterator[Told]:
        words = self.table.lower[self.first : self.after]
        if "?" in words[-2:] or not self.reader.fiction.isdisjoint(words):
            return
        seen: set[tuple[str, int]] = set()
        for i in range(self.first, self.after):
            for kind, way in self.reader._ways(i):
                one = (
                    self._noun(i, kind, way) if self._is_noun(i, way) else self._verb(i, kind, way)
                )
                if one is None:
                    continue
                if (kind, self.part[i - self.first]) not in seen:
                    seen.add((kind, self.part[i - self.first]))
                    yield one
                break

    def _is_noun(self, i: int, way: Telling) -> bool:
        return self.table.lower[i] not in way.finite | way.participles

    def _clause(self, i: int) -> list[int]:
        """The tokens of the part of the sentence that holds a token."""
        part = self.part[i - self.first]
        return [j for j in range(self.first, self.after) if self.part[j - self.first] == part]

    def _verb(self, i: int, kind: str, way: Telling) -> Told | None:
        known, lower = self.known, self.table.lower
        clause = self._clause(i)
        words = {lower[j] for j in clause if j != i}
        if (way.needs and not way.needs & words) or way.refuses & words:
            return None
        is_passive = False
        if lower[i] in way.participles:
            helpers = self._helpers(i, clause)
            if not helpers:
                if lower[i] not in way.finite:
                    return None
            elif helpers & known.passive and way.subject == "acts":
                is_passive = True
            words |= helpers
        elif not known.is_verb_last and way.subject == "acts" and i > self.first:
            is_passive = lower[i - 1] in known.reflexive
        told_by = words
        if not known.is_verb_last:  # what denies a verb stands before it or right behind it
            told_by = {lower[j] for j in clause if j <= i + 1 and j != i}
        status = self._status(told_by)
        before = self._before(i)
        behind = [p for p in self._within(clause) if p.first > i]
        if not known.is_verb_last:
            behind = self._after(i)
        if known.is_verb_last:
            pool = self._within(clause)
            before = pool if any(not p.lead for p in pool) else before
        actor, target = self._parties(i, kind, way, before, behind, is_passive=is_passive)
        if way.with_both and (target is None or (actor is None and not is_passive)):
            return None
        if way.subject == "suffers" and target is None:
            return None
        if way.subject == "takes_part" and actor is None:
            return None
        needs_none = way.is_mutual or (is_passive and known.drops_subjects)
        if kind in NEEDS_TARGET and target is None and not needs_none:
            return None
        ahead = lower[i] in known.present
        return Told(kind, i, actor, target, status, is_noun=False, may_be_ahead=ahead)

    def _helpers(self, i: int, clause: list[int]) -> set[str]:
        """The helpers of a participle: in its clause, or right before it."""
        known = self.known
        either = known.passive | known.perfect | known.future | known.could
        if known.is_verb_last:
            return {self.table.lower[j] for j in clause if j != i} & either
        near = [j for j in clause if i - _WINDOW <= j < i]
        return {self.table.lower[j] for j in near} & either

    def _parties(
        self,
        i: int,
        kind: str,
        way: Telling,
        before: list[Phrase],
        behind: list[Phrase],
        *,
        is_passive: bool,
    ) -> tuple[Phrase | None, Phrase | None]:
        known = self.known
        bare = [p for p in before if not p.lead]
        marks = known.object_marks
        after = [p for p in behind if not p.lead or p.lead in marks]
        if is_passive:
            target = self._nearest(bare, after, kind, way)
            by = (p for p in (*behind, *before) if p.lead in known.agents)
            return next((p for p in by if self._may_act(p, kind, way)), None), target
        if way.subject == "suffers":
            fitting = [p for p in (*reversed(bare), *after[:1]) if self._fits(p, way.subjects)]
            return None, next(iter(fitting), None)
        if way.subject == "takes_part":
            order = (*reversed(bare), *[p for p in after if not p.lead][:1])
            actor = next((p for p in order if self._takes_part(p, kind, way)), None)
            partners = (p for p in (*behind, *before) if p.lead in known.companions)
            return actor, next((p for p in partners if self._suffers(p, kind, way)), None)
        objects = [*reversed(bare), *after] if known.is_verb_last else after
        target = next((p for p in objects if self._suffers(p, kind, way)), None)
        if target is None:
            target = self._clitic(i)
        firsts = bare if known.is_verb_last else [*reversed(bare), *after]
        actor = next((p for p in firsts if p != target and self._may_act(p, kind, way)), None)
        return actor, target

    def _nearest(
        self, bare: list[Phrase], after: list[Phrase], kind: str, way: Telling
    ) -> Phrase | None:
        order = (*reversed(bare), *after)
        return next((p for p in order if self._suffers(p, kind, way)), None)

    def _clitic(self, i: int) -> Phrase | None:
        """The pronoun right before a verb or its helper: "la policía *lo* detuvo"."""
        known = self.known
        at = i - 1
        while at > self.first and self.table.lower[at] in known.perfect:
            at -= 1
        if at >= self.first and self.table.lower[at] in known.clitics:
            return Phrase(at, at, at + 1, self.table.lower[at], is_pronoun=True)
        return None

    def _within(self, clause: list[int]) -> list[Phrase]:
        low, high = clause[0], clause[-1]
        return [p for p in self.phrases if low <= p.first <= high]

    def _before(self, i: int) -> list[Phrase]:
        """The phrases before a token in its clause; beyond marks where it has no bare one."""
        part = self.part[i - self.first]
        for back in range(_MOST_BACK + 1):
            low = part - back
            found = [
                p
                for p in self.phrases
                if p.head < i and low <= self.part[p.first - self.first] <= part
            ]
            if any(not p.lead for p in found) or low <= 0 or self.is_hard[low]:
                return found
        return found

    def _after(self, i: int) -> list[Phrase]:
        """The phrases behind a token in its clause; beyond marks where it has no bare one."""
        part = self.part[i - self.first]
        last = self.part[-1]
        for ahead in range(_MOST_BACK + 1):
            high = part + ahead
            found = [
                p for p in self.phrases if p.first > i and self.part[p.first - self.first] <= high
            ]
            bare = any(not p.lead or p.lead in self.known.object_marks for p in found)
            if bare or high >= last or self.is_hard[high + 1]:
                return found
        return found

    def _noun(self, i: int, kind: str, way: Telling) -> Told | None:
        known, lower = self.known, self.table.lower
        clause = self._clause(i)
        words = {lower[j] for j in clause if j != i}
        if way.refuses & words:
            return None
        target = self._towards(i, kind, way)
        near = words | {lower[j] for j in self._following(i)}
        is_done = bool(way.done & near)
        if not is_done and target is None:
            return None
        beside = {lower[j] for j in clause if j != i and i - 2 <= j <= i + 1}
        status = "actual"
        if known.planned & beside or known.not_done & words:
            status = "forecast"
        elif known.negations & beside:
            status = "negated"
        else:
            status = self._status(words - known.negations)
        actor = None
        if kind == EventKind.RESIGN:
            actor, target = target, None
            if actor is None:
                actor = next((p for p in self._before(i) if self._is_person(p)), None)
        return Told(kind, i, actor, target, status, is_noun=True)

    def _following(self, i: int) -> Iterator[int]:
        """The tokens behind a noun, over soft marks, as far as its verb may be."""
        for j in range(i, min(self.after, i + _REACH)):
            if self.table.texts[j] in _HARD:
                return
            yield j

    def _towards(self, i: int, kind: str, way: Telling) -> Phrase | None:
        """The phrase that a noun leads to: by a preposition, or as what it is of."""
        for phrase in self.phrases:
            if not i < phrase.first <= i + _BEHIND:
                continue
            joined = phrase.lead in way.towards
            owned = self.known.has_genitives and bool(way.towards) and phrase.first == i + 1
            if (joined or (owned and not phrase.lead)) and self._suffers(phrase, kind, way):
                return phrase
        return None

    def _status(self, words: set[str]) -> str:
        known = self.known
        if known.negations & words:
            return "negated"
        if known.conditions & words or known.could & words:
            return "possible"
        if known.future & words:
            return "forecast"
        return "actual"

    def _takes_part(self, phrase: Phrase, kind: str, way: Telling) -> bool:
        if way.subjects:
            return self._fits(phrase, way.subjects) or self._is_labelled(phrase, ACTORS, kind)
        return self._is_person(phrase) or phrase.word in self.known.bodies

    def _may_act(self, phrase: Phrase, kind: str, way: Telling) -> bool:
        if way.subjects:
            return self._fits(phrase, way.subjects) or self._is_labelled(phrase, ACTORS, kind)
        known = self.known
        named = phrase.mention is not None or phrase.is_run
        return named or phrase.word in known.bodies | known.companies or self._is_person(phrase)

    def _suffers(self, phrase: Phrase, kind: str, way: Telling) -> bool:
        if kind in OF_PEOPLE or (kind == EventKind.RESIGN and not way.objects):
            return self._is_person(phrase)
        if kind == EventKind.MEET:
            named = phrase.mention is not None and phrase.mention.label in _PEOPLE
            known_run = phrase.is_run and not self.known.is_verb_last
            return phrase.word in way.objects or named or (known_run and self._is_person(phrase))
        if not way.objects:
            return self._is_person(phrase) or phrase.mention is not None
        return self._fits(phrase, way.objects) or self._is_labelled(phrase, TARGETS, kind)

    def _fits(self, phrase: Phrase, allowed: frozenset[str]) -> bool:
        return phrase.word in allowed

    def _is_labelled(self, phrase: Phrase, labels: dict[str, frozenset[str]], kind: str) -> bool:
        wanted = labels.get(kind, frozenset())
        if phrase.mention is not None:
            return phrase.mention.label in wanted
        return phrase.is_run and kind == EventKind.ACQUIRE

    def _is_person(self, phrase: Phrase) -> bool:
        if phrase.is_pronoun or phrase.word in self.known.people:
            return True
        if phrase.mention is not None:
            return phrase.mention.label in _PEOPLE
        return phrase.is_run and phrase.after - phrase.head >= 2


def triggers(known: Clauses) -> dict[str, list[tuple[str, Telling]]]:
    """Each word that may tell of an event, with the kinds and ways it is of, in their order."""
    found: dict[str, list[tuple[str, Telling]]] = {}
    for kind, ways in known.kinds.items():
        for one in ways:
            for word in one.finite | one.participles | one.nouns:
                found.setdefault(word, []).append((kind, one))
    return found
