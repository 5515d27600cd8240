"""The parse of a text as lists, and what the rules ask of it: phrases, verbs, subjects.

Labels of English models (CLEAR) and of those trained on Universal Dependencies are asked for
under one name each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from spacy.attrs import DEP, ENT_TYPE, HEAD, POS
from spacy.tokens import Doc

from include.extraction.reading.datelines import find_datelines
from include.extraction.reading.token_index import TokenIndex
from include.extraction.reading.token_table import TokenTable

_KEPT = "dateline_tree"
SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "csubj", "csubjpass", "expl"})
PASSIVE = frozenset({"nsubjpass", "nsubj:pass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj", "dative", "iobj", "oprd"})
MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "poss", "det"})
_PHRASE = frozenset(
    {"compound", "amod", "nummod", "nmod", "poss", "case", "det", "quantmod", "flat:name", "flat"}
    | {"fixed", "advmod", "predet", "punct"}
)
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_BELOW = frozenset({"aux", "auxpass", "aux:tense", "aux:pass", "cop", "neg", "prt", "mark"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "PER", "MISC"})
_CONDITIONAL = ("rait", "raient")
_FUTURE = ("era", "ira", "dra", "tra", "vra", "ura", "eront", "iront", "dront", "tront", "vront")
_MOST = 12


def _opening(doc: Doc, table: TokenTable) -> frozenset[int]:
    """The tokens of the datelines of a text."""
    index = TokenIndex.of(doc)
    found: set[int] = set()
    for line in find_datelines(table.text):
        end = max(part[1] for part in (line.place, line.date, line.agency) if part is not None)
        found.update(range(*index.tokens(line.place[0], end)))
    return frozenset(found)


class Tree:
    """Heads, labels and children of a parsed text, by token."""

    def __init__(self, doc: Doc) -> None:
        rows = doc.to_array([HEAD, DEP, POS, ENT_TYPE])
        strings = doc.vocab.strings
        names: dict[int, str] = {}

        def name(key: int) -> str:
            if key not in names:
                names[key] = str(strings[key]) if key else ""
            return names[key]

        table = TokenTable.of(doc)
        self.texts, self.lower, self.tags = table.texts, table.lower, table.tags
        offsets = rows[:, 0].astype("int64").tolist()
        self.heads: list[int] = [i + offset for i, offset in enumerate(offsets)]
        self.deps: list[str] = [name(key) for key in rows[:, 1].tolist()]
        self.kinds: list[str] = [name(key) for key in rows[:, 2].tolist()]
        #: The model's label of the name that a token is part of, or "".
        self.labels: list[str] = [name(key) for key in rows[:, 3].tolist()]
        self.doc_language: str = doc.lang_ or "en"
        #: Tokens of datelines: "PORT ALDER (Reuters) -" is no subject of what follows.
        self.opening = _opening(doc, table)
        self.children: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """The tree of a text, made once and kept with its `Doc`."""
        if _KEPT not in doc.user_data:
            doc.user_data[_KEPT] = cls(doc)
        kept: Self = doc.user_data[_KEPT]
        return kept

    def is_verb(self, i: int) -> bool:
        """Whether a token is a verb or an auxiliary."""
        return self.kinds[i] in _VERBS or self.tags[i].startswith(("VB", "MD"))

    def is_noun(self, i: int) -> bool:
        """Whether a token is a noun, a name or a pronoun."""
        if self.tags[i]:
            return self.tags[i].startswith(("NN", "PRP", "WP")) and self.tags[i] != "PRP$"
        return self.kinds[i] in _NOUNS

    def is_conditional(self, verb: int) -> bool:
        """Whether a French verb is in the conditional: "atteindrait"."""
        return self.doc_language == "fr" and self._ends(verb, _CONDITIONAL)

    def is_future(self, verb: int) -> bool:
        """Whether a French verb is in the future: "augmentera"."""
        return self.doc_language == "fr" and self._ends(verb, _FUTURE)

    def _ends(self, verb: int, endings: tuple[str, ...]) -> bool:
        words = [verb, *(c for c in self.children[verb] if self.deps[c].startswith(("aux", "cop")))]
        return any(self.lower[i].endswith(endings) and len(self.lower[i]) > 3 for i in words)

    def is_named(self, i: int) -> bool:
        """Whether a token is part of a name that the model has marked."""
        return self.tags[i].startswith("NNP") and self.labels[i] in _NAMES

    def is_person_like(self, i: int) -> bool:
        """Whether a token stands for a person, a body or a party: who can have a share."""
        if self.tags[i] == "PRP":
            return self.lower[i] != "it"
        return self.labels[i] in {"PERSON", "ORG", "NORP", "PER"}

    def is_preposition(self, i: int) -> bool:
        """Whether a token leads to a phrase: "of", "to", "by"."""
        return self.deps[i] in {"prep", "agent", "dative"} and not self.is_noun(i)

    def top(self, first: int, after: int) -> int:
        """The token of [first, after) whose head lies outside it."""
        for i in range(first, after):
            if not first <= self.heads[i] < after or self.heads[i] == i:
                return i
        return first

    def child(self, i: int, *labels: str) -> int | None:
        """The first child of a token with one of the labels."""
        return next((c for c in self.children[i] if self.deps[c] in labels), None)

    def subject(self, verb: int) -> int | None:
        """The subject of a verb: its own, or that of the verb it is joined to or hangs on."""
        at = verb
        for _ in range(_MOST):
            found = next((c for c in self.children[at] if self.deps[c] in SUBJECTS), None)
            if found in self.opening:
                return self._behind_opening(at)
            if found is not None and self.deps[found] != "expl":
                if self.lower[found] in {"which", "that", "who", "qui"}:
                    return self.heads[at] if self.deps[at] in {"relcl", "acl:relcl"} else found
                return found
            label = self.deps[at]
            if label in {"relcl", "acl", "acl:relcl"}:
                return self.heads[at]
            if label not in {"conj", "xcomp", "advcl", "pcomp", "dep", "ccomp", "aux"}:
                return None
            up = self.heads[at]
            if up == at:
                return None
            if label in {"xcomp"}:
                owned = next(
                    (c for c in self.children[up] if self.deps[c] in {"dobj", "obj"}), None
                )
                if owned is not None and owned < at:
                    return owned
            at = up
            if self.is_preposition(at):
                at = self.heads[at]
        return None

    def _behind_opening(self, verb: int) -> int | None:
        """The last noun between a dateline and the verb that the model gives it to."""
        for i in range(verb - 1, -1, -1):
            if i in self.opening:
                return None
            if self.tags[i].startswith("NN") and self.heads[i] in {verb, *self.opening}:
                return i
        return None

    def object(self, verb: int) -> int | None:
        """The object of a verb."""
        return next((c for c in self.children[verb] if self.deps[c] in {"dobj", "obj"}), None)

    def governor(self, i: int) -> tuple[str, int, str]:
        """(relation, head, preposition) of the top of a phrase, over its prepositions.

        The relation is subj, passive, obj, prep, mod, appos, conj, attr, or the label itself.
        """
        label, head = self.deps[i], self.heads[i]
        if label in {"pobj", "pcomp"}:
            word = head
            up = self.heads[head]
            for _ in range(3):
                if not (self.is_preposition(up) and up != head):
                    break
                head, up = up, self.heads[up]
            return "prep", up, self.lower[word]
        if label in {"obl", "obl:arg", "obl:mod", "nmod", "obl:agent"}:
            case = self.child(i, "case")
            if case is not None:
                return "prep", head, self.lower[case]
        if label in PASSIVE:
            return "passive", head, ""
        if label in SUBJECTS:
            return "subj", head, ""
        if label in OBJECTS:
            return "obj", head, ""
        if label in {"attr", "acomp"}:
            return "attr", head, ""
        if label in MODIFIES:
            return "mod", head, ""
        return label, head, ""

    def verb_above(self, i: int) -> int | None:
        """The nearest verb that a token hangs on."""
        at = i
        for _ in range(_MOST):
            if self.is_verb(at) and at != i:
                return at
            if self.heads[at] == at:
                return at if self.is_verb(at) and at != i else None
            at = self.heads[at]
        return None

    def phrase(self, noun: int, *, following: bool = True) -> tuple[int, int]:
        """Tokens [first, after) of a noun with the words before it, and its "of" phrase."""
        first = noun
        for c in sorted(self.children[noun], reverse=True):
            if c < noun and self.deps[c] in _PHRASE and noun - c <= _MOST:
                first = min(first, self.left_edge(c))
        after = noun + 1
        if following:
            for c in self.children[noun]:
                if c > noun and (
                    (self.deps[c] == "prep" and self.lower[c] in {"of", "on", "for", "per", "in"})
                    or self.deps[c] in {"flat:name", "flat", "fixed"}
                    or (self.deps[c] == "nmod" and self.child(c, "case") is not None)
                ):
                    edge = self.right_edge(c) + 1
                    if edge - first > 8:
                        break
                    after = max(after, edge)
                    if self.deps[c] == "prep":
                        break
        return first, after

    def left_edge(self, i: int) -> int:
        """The first token below a token."""
        return min(self.below(i), default=i)

    def right_edge(self, i: int) -> int:
        """The last token below a token."""
        return max(self.below(i), default=i)

    def below(self, i: int) -> Iterator[int]:
        """A token and what hangs on it, to a bounded depth."""
        waiting = [i]
        seen = 0
        while waiting and seen < 200:
            at = waiting.pop()
            seen += 1
            yield at
            waiting.extend(self.children[at])

    def chain(self, i: int) -> Iterator[int]:
        """The verbs above a token, the nearest first, up to that of the sentence."""
        at = i
        for _ in range(_MOST):
            up = self.verb_above(at)
            if up is None:
                return
            yield up
            at = up

    def helpers(self, verb: int) -> set[str]:
        """The auxiliaries and negations of a verb, in small letters."""
        return {self.lower[c] for c in self.children[verb] if self.deps[c] in _BELOW}
