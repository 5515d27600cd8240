"""Which verbs and nouns tell of an event: a way of telling it, and parties that fit it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from include.extraction.events.kinds import ACTORS, NEEDS_TARGET, OF_PEOPLE, TARGETS, EventKind
from include.extraction.events.parties import Parties
from include.extraction.events.status import status_of_noun, status_of_verb
from include.extraction.figures.tree import PASSIVE, Tree
from include.extraction.reading.token_index import TokenIndex
from include.languages.record import Events, EventWords, Figures
from include.records import TimeExpression


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with the tokens that head its parties."""

    kind: str
    trigger: int
    actor: int | None
    target: int | None
    status: str
    is_noun: bool


class Frames:
    """Asks of one text which of its words tell of an event, and who takes part."""

    def __init__(
        self,
        tree: Tree,
        index: TokenIndex,
        parties: Parties,
        times: Sequence[TimeExpression],
        known: Events,
        figures: Figures,
    ) -> None:
        self.tree, self.index, self.parties = tree, index, parties
        self.times, self.known, self.figures = times, known, figures
        self.verbs = _by_word(known, lambda one: one.verbs | one.happens | one.parties)
        self.nouns = _by_word(known, lambda one: one.nouns)

    def triggers(self) -> Iterator[Found]:
        for i, word in enumerate(self.tree.lower):
            tag = self.tree.tags[i]
            if word in self.verbs and tag.startswith("VB") and self.tree.deps[i] != "amod":
                tries = (self._of_verb(i, kind, one) for kind, one in self.verbs[word])
            elif word in self.nouns and tag in {"NN", "NNS"} and self.tree.deps[i] != "compound":
                tries = (self._of_noun(i, kind, one) for kind, one in self.nouns[word])
            else:
                continue
            if self.parties.name_at(i) is not None or self._is_time(i):
                continue
            first = next((one for one in tries if one is not None), None)
            if first is not None and not self._is_asked(i):
                yield first

    def _of_verb(self, verb: int, kind: str, words: EventWords) -> Found | None:
        tree, word = self.tree, self.tree.lower[verb]
        beside = {tree.lower[c] for c in tree.children[verb] if tree.deps[c] in _BESIDE}
        beside |= {
            tree.lower[b]
            for c in tree.children[verb]
            if tree.deps[c] == "prep"
            for b in tree.children[c]
            if tree.deps[b] == "pobj" and tree.lower[b] in words.with_words | words.not_with
        }
        if any(tree.deps[c] == "xcomp" and "to" in tree.helpers(c) for c in tree.children[verb]):
            beside.add("to")
        complement = self._complement(verb)
        if words.with_words and not (
            words.with_words & beside or (words.or_complement and complement)
        ):
            return None
        beside |= {tree.lower[c] for c in complement}
        if words.not_with & beside:
            return None
        status = status_of_verb(tree, verb, self.known, self.figures)
        if status is None:
            return None
        subject, target = self._roles(verb)
        if kind == EventKind.APPOINT and tree.deps[verb] == "acl":
            return None  # "a woman named Ada Holm"
        if words.needs_both and (subject is None or target is None):
            return None
        if subject is not None and not self._may_stand(subject, words):
            return None
        if words.no_clause and tree.child(verb, "ccomp", "xcomp") is not None:
            return None
        if words.not_named and subject is not None and self._is_named_person(subject):
            return None
        if word not in words.verbs:
            if word in words.happens:
                if not self._is_passive(verb) and tree.object(verb) is not None:
                    return None
                subject, target = None, subject if subject is not None else target
                if not self._fits(target, kind, words.subjects, frozenset(), ACTORS):
                    return None
            else:
                if self._is_passive(verb) or (
                    tree.object(verb) is not None and not words.with_words
                ):
                    return None
                if subject is None or not self._acts(subject, kind, words):
                    return None
            return Found(kind, verb, subject, target, status, is_noun=False)
        if not self._acts(subject, kind, words) or not self._suffers(target, kind, words):
            return None
        if subject is not None and tree.lower[subject] in self.known.anyone:
            return None
        if kind != EventKind.ATTACK and subject is not None and not self._may_act(subject):
            subject = None
        return Found(kind, verb, subject, target, status, is_noun=False)

    def _of_noun(self, noun: int, kind: str, words: EventWords) -> Found | None:
        tree = self.tree
        if any(tree.lower[c] in words.not_beside for c in tree.children[noun]):
            return None
        actor = self._below(noun, words.by) if words.by else None
        if actor is None and words.by:
            actor = tree.child(noun, "poss")
        target = self._below(noun, words.towards) if words.towards else None
        relation, verb, _ = tree.governor(noun)
        is_done = False
        if tree.is_verb(verb) and tree.lower[verb] in words.done and relation in {"obj", "passive"}:
            is_done = True
            if relation == "obj" and actor is None:
                actor = tree.subject(verb)
            elif actor is None:
                actor = self._agent(verb)
        struck = tree.is_verb(verb) and tree.lower[verb] in words.verbs_of_nouns
        if struck and relation in {"subj", "prep"}:
            is_done = True
            if relation == "subj" and target is None:
                target = tree.object(verb)
        if words.verbs_of_nouns and not is_done and relation == "prep" and tree.is_verb(verb):
            is_done = tree.lower[verb] in self.known.suffers
        if words.verbs_of_nouns and not words.done and not is_done:
            return None
        if not is_done and (target is None if words.towards else actor is None):
            return None
        if words.subjects and not self._acts(actor, kind, words):
            return None
        if target is not None and tree.lower[target] in self.known.mental:
            return None
        if words.witness and not self._is_witnessed(noun, target, words):
            return None
        if target is not None and self._is_scene(target, kind):
            target = None
        if kind in OF_PEOPLE and not self._is_person(target):
            return None
        if kind == EventKind.RESIGN:
            actor, target = (actor if target is None else target), None
        if kind in NEEDS_TARGET and target is None and not is_done:
            return None
        status = status_of_noun(tree, noun, self.known, self.figures)
        return Found(kind, noun, actor, target, status, is_noun=True)

    def _roles(self, verb: int) -> tuple[int | None, int | None]:
        """Who does it and whom it befalls, in the active and the passive voice."""
        tree = self.tree
        if self._is_passive(verb):
            subject = tree.subject(verb)
            return self._agent(verb), subject
        target = tree.object(verb)
        if target is None:
            target = self._below(verb, self.known.companions)
        return tree.subject(verb), target

    def _is_passive(self, verb: int) -> bool:
        tree = self.tree
        if tree.tags[verb] != "VBN":
            return False
        at = verb
        for _ in range(4):
            if any(tree.deps[c] in {"auxpass", "aux:pass"} for c in tree.children[at]):
                return True
            if any(tree.deps[c] in PASSIVE for c in tree.children[at]):
                return True
            if any(tree.deps[c] in {"aux", "nsubj"} for c in tree.children[at]):
                return False
            if tree.deps[at] in {"acl", "advcl"}:
                return tree.object(verb) is None
            if tree.deps[at] != "conj" or tree.tags[tree.heads[at]] != "VBN":
                return False
            at = tree.heads[at]
        return False

    def _agent(self, verb: int) -> int | None:
        return self._below(verb, self.known.agents)

    def _below(self, head: int, prepositions: frozenset[str]) -> int | None:
        """What one of the prepositions leads to."""
        for c in self.tree.children[head]:
            if self.tree.lower[c] in prepositions and self.tree.deps[c] in {"prep", "agent"}:
                return self.tree.child(c, "pobj")
        return None

    def _complement(self, verb: int) -> tuple[int, ...]:
        """The noun that completes a verb, with the words before it: "named *chief executive*"."""
        noun = self.tree.child(verb, "oprd")
        return () if noun is None else (noun, *self.tree.children[noun])

    def _acts(self, subject: int | None, kind: str, words: EventWords) -> bool:
        if subject is None:
            return not words.subjects or bool(words.verbs and not words.not_with)
        if self.tree.lower[self.parties.head(subject)] in words.not_subjects:
            return False
        return self._fits(subject, kind, words.subjects, frozenset(), ACTORS)

    def _suffers(self, target: int | None, kind: str, words: EventWords) -> bool:
        if target is None:
            return kind not in NEEDS_TARGET and not words.objects
        if kind in OF_PEOPLE and not self._is_person(target):
            return False
        if self.tree.lower[target] in self.known.mental:
            return False
        return self._fits(target, kind, words.objects, words.not_objects, TARGETS)

    def _fits(
        self,
        token: int | None,
        kind: str,
        allowed: frozenset[str],
        refused: frozenset[str],
        named: dict[str, frozenset[str]],
    ) -> bool:
        if token is None:
            return not allowed
        head = self.parties.head(token)
        word = self.tree.lower[head]
        if word in refused:
            return False
        if not allowed or word in allowed:
            return True
        if self.tree.tags[head].startswith(("PRP", "W", "DT", "EX")):
            return word in self.known.personal and bool(allowed & self.known.people)
        if any(
            self.tree.lower[c] in allowed
            and self.tree.deps[c] in {"compound", "appos", "nmod", "amod"}
            for c in self.tree.children[head]
        ):
            return True
        return self.parties.is_named(head, named.get(kind, frozenset()))

    def _is_person(self, token: int | None) -> bool:
        return token is not None and self.parties.is_person(token)

    def _may_stand(self, subject: int, words: EventWords) -> bool:
        """Whether a way of telling takes such a subject: a pronoun, one alone, a mere name."""
        tree, head = self.tree, self.parties.head(subject)
        tag, word = tree.tags[head], tree.lower[head]
        if words.no_pronouns and tag.startswith("PRP"):
            return False
        if words.only_listed and word not in words.subjects:
            return False
        if words.plural_only:
            is_many = tag in {"NNS", "NNPS", "CD"} or word in self.known.parts | self.known.bodies
            return is_many or (tag.startswith("PRP") and word not in self.known.singular)
        return True

    def _is_witnessed(self, noun: int, target: int | None, words: EventWords) -> bool:
        """Whether a word of war is meant so: by a word beside it, or by what it befell."""
        beside = (c for c in self.tree.children[noun] if c < noun)
        if any(self.tree.lower[c] in words.witness for c in beside):
            return True
        if target is None:
            return False
        head = self.parties.head(target)
        places = frozenset({"GPE", "LOC", "FAC"})
        return self.tree.lower[head] in words.witness_targets or self.parties.is_named(head, places)

    def _is_named_person(self, token: int) -> bool:
        return self.parties.is_named(self.parties.head(token), frozenset({"PERSON"}))

    def _may_act(self, token: int) -> bool:
        """Whether it is somebody: a body, a person, and no "agreement to buy"."""
        head = self.parties.head(token)
        named = self.parties.is_named(head, frozenset({"ORG", "PERSON", "GPE", "NORP"}))
        return (
            named
            or self._is_person(token)
            or self.tree.tags[head].startswith("PRP")
            or (self.tree.lower[head] in self.known.companies | self.known.bodies)
        )

    def _is_scene(self, token: int, kind: str) -> bool:
        """Whether a noun tells where or when it was, and not whom it befell."""
        if self._is_time(token):
            return True
        named = self.parties.is_named(token, frozenset({"GPE", "LOC", "FAC"}))
        return named and kind == EventKind.ACCIDENT

    def _is_time(self, token: int) -> bool:
        """Whether a token is part of a time: "March"."""
        at = self.index.starts[token]
        return any(one.start <= at < one.end for one in self.times)

    def _is_asked(self, token: int) -> bool:
        _, after = self.index.sentence(token)
        return any(self.tree.texts[i] == "?" for i in range(max(token, after - 3), after))


_APPOSED = frozenset({"compound", "appos", "nmod", "amod"})
_BESIDE = frozenset({"prep", "prt", "advmod", "agent", "dative"})


def _by_word(
    known: Events, of: Callable[[EventWords], frozenset[str]]
) -> dict[str, list[tuple[str, EventWords]]]:
    found: dict[str, list[tuple[str, EventWords]]] = {}
    for kind, ways in known.kinds.items():
        for one in ways:
            for word in of(one):
                found.setdefault(word, []).append((kind, one))
    return found
