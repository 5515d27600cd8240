"""Who takes part in an event: the phrase of a noun, the name it holds, whom a pronoun means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from include.extraction.figures.tree import Tree
from include.extraction.names.coreference import resolve
from include.extraction.names.role_words import ORGANISATION_NOUNS
from include.extraction.reading.token_index import TokenIndex
from include.languages.record import Events
from include.records import Mention, Party

_PRONOUNS = frozenset({"PRP", "WP"})
_LONGEST = 14


class Parties:
    """Asks of one text which name a token belongs to, and for the party that a noun heads."""

    def __init__(self, doc: Doc, tree: Tree, mentions: Sequence[Mention], known: Events) -> None:
        self.doc, self.tree, self.mentions, self.known = doc, tree, mentions, known
        self.index = TokenIndex.of(doc)
        self.text: str = doc.text
        self._starts = [one.start for one in mentions]
        self._persons = {one.entity for one in mentions if one.label == "PERSON"}

    def name_at(self, token: int) -> Mention | None:
        """The name that holds a token."""
        at = self.index.starts[token]
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return None
        found = self.mentions[number]
        return found if found.start <= at < found.end else None

    def is_named(self, token: int, labels: frozenset[str]) -> bool:
        """Whether a token stands in a name of one of the labels."""
        found = self.name_at(token)
        return found is not None and found.label in labels

    def head(self, noun: int) -> int:
        """The noun that says who: over "a group of", "dozens of", "one of"."""
        at = noun
        for _ in range(2):
            if self.tree.lower[at] not in self.known.parts and not self.tree.tags[at].startswith(
                "CD"
            ):
                break
            of = next(
                (
                    c
                    for c in self.tree.children[at]
                    if self.tree.lower[c] in self.known.parts_of and c > at
                ),
                None,
            )
            below = self.tree.child(of, "pobj") if of is not None else None
            if below is None:
                break
            at = below
        return at

    def party(self, noun: int) -> Party | None:
        """The phrase of a noun with the name it is, holds in apposition, or stands for."""
        tree = self.tree
        if tree.lower[noun] in self.known.empty or not (
            tree.is_noun(noun) or tree.tags[noun] == "CD"
        ):
            return None
        first, after = tree.phrase(noun, following=False)
        first = max(first, after - _LONGEST)
        while first < noun and tree.tags[first] in {",", "``", "''", ":", "CC", "-LRB-", "HYPH"}:
            first += 1
        name = self.name_at(noun)
        start, end = self.index.starts[first], self._end(after - 1)
        if name is not None:
            start, end = min(start, name.start), max(end, name.end)
        text = self.text[start:end]
        entity = name.entity if name is not None else self._apposed(noun)
        if entity is None and self._stands_for_one(noun):
            known = resolve(self.doc, self.mentions, start, end)
            entity = known[0] if known is not None else None
            if entity is not None and self.tree.lower[noun] not in ORGANISATION_NOUNS:
                entity = entity if entity in self._persons else None
        if entity is None and tree.tags[noun] in _PRONOUNS:
            return Party(start=start, end=end, text=text)
        return Party(start=start, end=end, text=text, entity=entity)

    def _stands_for_one(self, noun: int) -> bool:
        """Whether a name may be meant: "she", "the minister", "the company"; not "the bullets"."""
        word = self.tree.lower[noun]
        if self.tree.tags[noun] in _PRONOUNS:
            return word in self.known.singular
        return self.tree.tags[noun] == "NN" and (
            word in self.known.people or word in ORGANISATION_NOUNS
        )

    def is_person(self, noun: int) -> bool:
        """Whether a noun is a person or a group of them: by its name, its kind, as a pronoun."""
        at = self.head(noun)
        name = self.name_at(at)
        if name is not None and name.label in {"PERSON", "NORP"}:
            return True
        word = self.tree.lower[at]
        return (
            word in self.known.people or word in self.known.personal or self.tree.tags[at] == "CD"
        )

    def _apposed(self, noun: int) -> str | None:
        """The name behind or before a noun: "the mayor, Anna Feld", "Anna Feld, the mayor"."""
        for c in self.tree.children[noun]:
            if self.tree.deps[c] == "appos":
                name = self.name_at(c)
                if name is not None and name.label == "PERSON":
                    return name.entity
        return None

    def _end(self, token: int) -> int:
        return self.index.starts[token] + len(self.tree.texts[token])
