"""Short names that stand alone in a text: whom a surname, what an abbreviation means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from include.entities.blocks import CROSS_KINDS, first_word, may_be_short, short_form
from include.entities.candidates import Candidate, Verdict, in_text, strong
from include.entities.clusters import Clusters
from include.entities.evidence import Setting, bond
from include.entities.given_names import COMMON_SURNAMES
from include.entities.keys import initials, words_of
from include.entities.names import EntityKey, Merge, Name, NameKey
from include.entities.namesakes import Bearer
from include.entities.person_names import is_tail, person_name, sounds_as_tail
from include.entities.scripts import script_of
from include.entities.sounds import consonants
from include.entities.tuned import TUNED


class ShortNames:
    """Finds what short names mean among the entities that have full ones."""

    def __init__(
        self,
        names: Mapping[NameKey, Name],
        settings: Mapping[NameKey, Setting],
        clusters: Clusters,
        bearers: Mapping[NameKey, Sequence[Bearer]],
        known_by: Mapping[NameKey, NameKey],
    ) -> None:
        self._names = names
        self._settings = settings
        self._clusters = clusters
        self._bearers = bearers
        self._known_by = known_by
        self._surnames: defaultdict[str, list[NameKey]] = defaultdict(list)
        self._letters: defaultdict[str, list[NameKey]] = defaultdict(list)
        self._parts: defaultdict[str, list[NameKey]] = defaultdict(list)
        for name in sorted(names):
            self._index(name)

    def _index(self, name: NameKey) -> None:
        if name.kind == "person":
            parts = person_name(name.key)
            if len(parts.words) > 1 and not parts.is_short:
                for word in {parts.last, *(parts.words[:1] if parts.family_first else ())}:
                    self._surnames[consonants(word)].append(name)
                    self._parts[word].append(name)
        elif name.kind == "organisation":
            forms = {short for also in self._names[name].also if (short := _letters(also))}
            for form in forms | {initials(name.key)} - {""}:
                self._letters[form].append(name)
            self._parts[first_word(name.key)].append(name)
        elif name.kind in CROSS_KINDS and len(words_of(name.key)) == 1:
            self._parts[words_of(name.key)[0]].append(name)

    def merges(self, name: NameKey) -> Iterator[Merge]:
        """What a name that hangs together with no full one means: everywhere, or by text."""
        if self._known_by[name] != name:
            return
        found = list(self._short(name))
        yield from found or self._part(name)

    def _short(self, name: NameKey) -> Iterator[Merge]:
        spellings = self._clusters.members(name)
        if name.kind == "person":
            if len(spellings) == 1 and (full := self._full_names(name)):
                yield from self._surname(name, full)
            return
        letters = {_abbreviation(self._names[one]) for one in spellings}
        if len(letters) == 1 and (form := letters.pop()):
            long = [one for one in self._letters[form] if one not in spellings]
            if long:
                yield from self._abbreviation(name, form, long)

    def _part(self, name: NameKey) -> Iterator[Merge]:
        """A word that in its story is part of one name only, whatever kind a text gives it.

        Lavrov, taken for a body, where Sergei Lavrov is told of; Halvorsen of Halvorsen
        Blade. A place with a position stays one.
        """
        words, record = words_of(name.key), self._names[name]
        is_alone = len(words) == 1 and len(self._clusters.members(name)) == 1
        if not is_alone or name.kind not in CROSS_KINDS or record.place is not None:
            return
        long = [
            one for one in self._parts[words[0]] if one != name and self._names[one].place is None
        ]
        candidates = self._candidates(name, long, "")
        if sum(one.texts for one in candidates) < record.texts:
            return
        for appearance in record.appearances:
            here = [one for one in candidates if appearance.story in one.setting.stories]
            if appearance.story and len(here) == 1 and here[0].texts >= record.texts:
                verdict = Verdict(
                    candidate=here[0],
                    rule="part_of_name",
                    confidence=TUNED.part_of_name,
                    evidence={"story": appearance.story},
                )
                yield _merge(name, appearance.text, verdict)

    def _full_names(self, name: NameKey) -> list[NameKey]:
        short = person_name(name.key)
        near = [
            one
            for one in self._surnames[consonants(short.last)]
            # A surname read from another script is nobody's.
            if one != name and script_of(one.key) == short.script
        ]
        exact = [one for one in near if is_tail(short, person_name(one.key))]
        if exact or not short.is_short:
            return exact
        return [one for one in near if sounds_as_tail(short, person_name(one.key))]

    def _surname(self, name: NameKey, full: Sequence[NameKey]) -> Iterator[Merge]:
        parts = person_name(name.key)
        is_common = not parts.is_short or parts.last in COMMON_SURNAMES
        candidates = self._candidates(name, full, "")
        usual = self._usual_bearer(name, candidates, is_common=is_common)
        yield from self._told(name, usual, candidates, is_common=is_common)

    def _usual_bearer(
        self, name: NameKey, candidates: Sequence[Candidate], *, is_common: bool
    ) -> Verdict | None:
        best = strong(candidates)
        total = sum(one.texts for one in candidates)
        if best is None and len(candidates) == 1:
            best = candidates[0]
            is_enough = False
        else:
            is_enough = best is not None and not is_common
        if best is None or 2 * best.texts < self._names[name].texts:
            return None  # one word in most of its texts: a name in itself, as artists have
        ties = bond(self._settings[name], best.setting)
        if ties.is_torn or not (is_enough or (ties.is_strong if is_common else ties.is_there)):
            return None
        return Verdict(
            candidate=best,
            rule="only_strong_bearer",
            confidence=TUNED.usual_bearer,
            evidence={"texts": best.texts, "of": total, **ties.told()},
        )

    def _abbreviation(
        self, name: NameKey, letters: str, long: Sequence[NameKey]
    ) -> Iterator[Merge]:
        candidates = self._candidates(name, long, letters)
        exact = [one for one in candidates if any(initials(n.key) == letters for n in one.names)]
        usual: Verdict | None = None
        # "Security Council of the United Nations (UN)" does not make the UN a council.
        likely = exact or candidates
        written = sum(one.together for one in likely)
        for one in likely:
            if written and one.together >= TUNED.written_together * written:
                evidence = {"texts_with_both": one.together, "of": written}
                usual = Verdict(
                    candidate=one,
                    rule="written_together",
                    confidence=TUNED.letters_beside,
                    evidence=evidence,
                )
        if name.kind != "organisation" and usual is None:
            return
        if not written:
            usual = self._by_initials(name, letters, likely)
        yield from self._told(name, usual, candidates, is_common=True)

    def _by_initials(
        self, name: NameKey, letters: str, candidates: Sequence[Candidate]
    ) -> Verdict | None:
        here = Setting(self._in_all_spellings(name))
        ties = {one.entity: bond(here, one.setting) for one in candidates}
        close = [
            one
            for one in candidates
            if ties[one.entity].is_strong and (len(letters) > 2 or ties[one.entity].stories)
        ]
        if not close and len(letters) > 2 and len(candidates) == 1:
            close = [one for one in candidates if ties[one.entity].is_there]
        if len(close) != 1:
            return None
        return Verdict(
            candidate=close[0],
            rule="initials",
            confidence=TUNED.initials,
            evidence=ties[close[0].entity].told(),
        )

    def _candidates(self, name: NameKey, full: Sequence[NameKey], letters: str) -> list[Candidate]:
        by_entity: defaultdict[NameKey, list[NameKey]] = defaultdict(list)
        found: list[Candidate] = []
        for one in full:
            members = self._clusters.members(one)
            if any(self._clusters.are_kept_apart(name, member) for member in members):
                continue
            if one in self._bearers:
                found += [self._bearer(one, bearer) for bearer in self._bearers[one]]
            else:
                by_entity[self._known_by[one]].append(one)
        for known_by, exact in by_entity.items():
            names = exact if letters else self._spelt_otherwise(name, exact)
            records = [self._names[one] for one in names]
            found.append(
                Candidate(
                    entity=EntityKey(*known_by),
                    names=tuple(names),
                    texts=sum(record.texts for record in records),
                    together=sum(
                        count
                        for record in records
                        for also, count in record.also.items()
                        if letters and _letters(also) == letters
                    ),
                    appearances=tuple(one for record in records for one in record.appearances),
                )
            )
        return sorted(found, key=lambda one: one.entity)

    def _spelt_otherwise(self, name: NameKey, exact: Sequence[NameKey]) -> Sequence[NameKey]:
        """Some names of a person, with those of the same person whose surname sounds alike."""
        short = person_name(name.key)
        return [
            one
            for one in self._clusters.members(exact[0])
            if one in exact
            or (one.kind == "person" and sounds_as_tail(short, person_name(one.key)))
        ]

    def _bearer(self, name: NameKey, bearer: Bearer) -> Candidate:
        there = [one for one in self._names[name].appearances if one.text in bearer.texts]
        return Candidate(
            entity=EntityKey(name.kind, name.key, bearer.sense),
            names=(name,),
            texts=len({one.root for one in there}),
            together=0,
            appearances=tuple(there),
        )

    def _told(
        self,
        name: NameKey,
        usual: Verdict | None,
        candidates: Sequence[Candidate],
        *,
        is_common: bool,
    ) -> Iterator[Merge]:
        """The merge of the name itself, and those of the texts in which it means another."""
        if usual is not None:
            yield _merge(name, None, usual)
        for spelling in self._clusters.members(name):
            for appearance in self._names[spelling].appearances:
                found = in_text(appearance, candidates, is_common=is_common)
                if found is None:
                    continue
                if usual is not None and (
                    found.candidate.entity == usual.candidate.entity or found.rule != "same_story"
                ):
                    continue
                yield _merge(spelling, appearance.text, found)

    def _in_all_spellings(self, name: NameKey) -> Name:
        """An abbreviation with all the texts that have it, as UN or as U.N."""
        records = [self._names[one] for one in self._clusters.members(name)]
        return Name(
            name=name,
            texts=sum(record.texts for record in records),
            appearances=tuple(one for record in records for one in record.appearances),
        )


def _merge(name: NameKey, text: str | None, verdict: Verdict) -> Merge:
    return Merge(
        name=name,
        text=text,
        into=verdict.candidate.entity,
        rule=verdict.rule,
        confidence=verdict.confidence,
        evidence=verdict.evidence,
    )


def _letters(key: str) -> str:
    return "".join(words_of(key)) if may_be_short(key) else ""


def _abbreviation(name: Name) -> str:
    """The letters of what may be an abbreviation, as bodies are often written: Unicef."""
    if letters := short_form(name):
        return letters
    return _letters(name.name.key) if name.name.kind == "organisation" else ""
