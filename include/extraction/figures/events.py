"""What befell those counted, by the parse: the verb or noun that the number itself hangs on.

"The blaze killed one and left 200 residents without heating": one is the object of "killed",
the 200 are the object of another verb, and nearness does not count.
"""

from __future__ import annotations

from include.extraction.figures import words
from include.extraction.figures.holders import is_time
from include.extraction.figures.told import NOTHING, Told, first_told
from include.extraction.figures.tree import PASSIVE, SUBJECTS, Tree
from include.languages.record import Figures

_TOLLS = frozenset(str.split("toll tally count number total bilan nombre figure"))
_STATES = frozenset({"acomp", "attr", "oprd", "xcomp", "advmod", "xcomp:pred"})
_PARTICIPLES = frozenset({"amod", "acl", "relcl", "acl:relcl", "advcl"})
_PARTS = frozenset({"including", "among", "dont", "parmi", "plus", "and", "with"})
_MOVES = frozenset({"by", "to", "from", "at"})
_DEPTH = 4
_HOSTAGE = frozenset({"hostage", "hostages", "captive"})
_TO_DEATH = ["to", "death"]


class EventTree:
    """Asks a text's tree what befell the people a number counts."""

    def __init__(
        self,
        tree: Tree,
        language: str,
        known: Figures,
        captive: set[int],
        phrases: dict[int, str],
        none: set[int],
    ) -> None:
        """`phrases` are the last words of events told by several words, with their kinds; `none`
        words that look like events and are none here."""
        self.none = none
        self.tree = tree
        self.known = known
        self.phrases = phrases
        self.table = words.events_of(language)
        self.captive = captive

    def told(self, top: int, noun: int | None, before: str = "") -> Told:
        """What befell those that the number with `top` counts; `noun` is their noun, if any.

        `before` is the word before the number: "by 40", "to 312".
        """
        if noun is None and before in _MOVES:
            verb = self.tree.verb_above(top)
            moved = self._measured(verb) if verb is not None else None
            if moved is not None:
                return Told(moved.kind, moved.token, is_step=before == "by")
        if noun is not None and self.tree.is_verb(noun):  # "48 autres blessées"
            noun = None
        if noun is not None and self.tree.governor(noun)[1] == top:  # "two of the five shot"
            found = self._above(top, _DEPTH)
            if found.kind is not None or found.is_blocked:
                return found
            return self._own(noun) or found
        node = noun if noun is not None else top
        own = self._own(node)
        if own is not None and own.token == node and self._is_condition(node):
            return first_told(self._above(node, _DEPTH), own)  # "freed 14 hostages"
        return own if own is not None else self._above(node, _DEPTH)

    def _is_condition(self, node: int) -> bool:
        return self.tree.lower[node] in words.CONDITION_NOUNS

    def _kind(self, token: int) -> str | None:
        found = self.table.get(self.tree.lower[token])
        if not found or token in self.none:
            return None
        kind = found[-1][0]
        if kind == "arrested" and token in self.captive:
            return "kidnapped"
        if kind == "wounded" and self._is_fatal(token):
            return "killed"
        return kind

    def _is_fatal(self, token: int) -> bool:
        """ "shot dead", "stabbed to death", "shot two men dead": a wound that is said to kill."""
        lower = self.tree.lower
        if lower[token + 1 : token + 2] == ["dead"] or lower[token + 1 : token + 3] == _TO_DEATH:
            return True
        below = self.tree.children[token]
        for c in below:  # "stabbed and killed"
            ends = any(kind == "killed" for kind, _ in self.table.get(lower[c], ()))
            if ends and self.tree.deps[c] == "conj" and self.tree.object(c) is None:
                return not any(self.tree.deps[b] in SUBJECTS for b in self.tree.children[c])
        return any(lower[c] == "dead" and self.tree.deps[c] in _STATES for c in below)

    def is_state(self, noun: int) -> bool:
        """Whether a noun counts those it befell: "un mort", and not "un bilan"."""
        return words.LEFT in self._sides(noun)

    def is_plain(self, verb: int) -> bool:
        """Whether a verb tells what befell its subject: "died", and not "treated"."""
        return words.LEFT in self._sides(verb) or self._kind(verb) is None

    def _sides(self, token: int) -> set[str]:
        return {side for _, side in self.table.get(self.tree.lower[token], ())}

    def _own(self, node: int) -> Told | None:
        """Told by the counted noun or by what describes it: "12 deaths", "five people shot"."""
        tree = self.tree
        kind = self._kind(node)
        if kind is not None and not tree.is_verb(node):
            return Told(kind, node)
        if kind is not None and tree.deps[node] not in {"ROOT", "conj", "ccomp", "advcl", "relcl"}:
            return Told(kind, node)
        for c in tree.children[node]:
            label = tree.deps[c]
            if label not in _PARTICIPLES and not (label == "amod" or label in {"acomp"}):
                continue
            kind = self._kind(c)
            if label in {"relcl", "acl:relcl"}:
                found = self._relative(node, c)
                if found is not None:
                    return found
                continue
            if kind is None and label == "acl":
                kind = self._phrase(c)
                below = tree.child(c, "xcomp")
                if kind is None and below is not None and words.LEFT in self._sides(below):
                    return Told(self._kind(below), below)  # "people known to have died"
            if kind is not None and self._takes_subject(c):
                return Told(kind, c)
        return None

    def _relative(self, node: int, verb: int) -> Told | None:
        """ "12 people who died", "40 passengers who were hurt"."""
        subject = next((c for c in self.tree.children[verb] if self.tree.deps[c] in SUBJECTS), None)
        if subject is None or self.tree.lower[subject] not in {"who", "which", "that", "qui"}:
            return None
        return self._as_subject(verb, is_passive=self.tree.deps[subject] in PASSIVE)

    def _takes_subject(self, token: int) -> bool:
        """Whether an event word tells of what it describes: "wounded", "dead", not "killing"."""
        return bool({words.LEFT, words.EITHER} & self._sides(token)) or not self.table.get(
            self.tree.lower[token]
        )

    def _above(self, node: int, depth: int) -> Told:
        tree = self.tree
        relation, head, preposition = tree.governor(node)
        if head == node or depth == 0:
            return NOTHING
        if relation in {"passive", "subj"} and tree.is_verb(head):
            found = self._as_subject(head, is_passive=relation == "passive")
            found = found if found is not None else self._of_joined(head)
            return found if found is not None else self._blocked(head)
        if relation in {"subj", "passive"}:  # a copula below: French and small clauses
            kind = self._kind(head)
            return Told(kind, head) if kind is not None else Told(is_blocked=True)
        if relation == "obj":
            found = self._as_object(node, head)
            return found if found is not None else self._blocked(head)
        if relation == "prep":
            return self._by_preposition(node, head, preposition, depth)
        if relation == "attr":
            return self._measured(head) or Told(is_blocked=not self._is_light(head))
        if relation == "conj":
            if tree.is_verb(head):
                return NOTHING
            own = self._own(head)
            return own if own is not None else self._above(head, depth - 1)
        if relation == "mod" and self._kind(head) is not None and not tree.is_noun(head):
            return Told(self._kind(head), head)  # "48 autres blessées"
        if relation in {"mod", "appos", "nmod", "dep", "npadvmod"} and not tree.is_verb(head):
            own = self._own(head)
            if own is not None:
                return own
            if relation in {"mod", "nmod"}:
                return Told(is_blocked=tree.is_noun(node))
            return self._above(head, depth - 1)
        if relation in {"npadvmod", "dep"} and tree.is_verb(head):
            return self._measured(head) or NOTHING
        return NOTHING

    def _as_subject(self, verb: int, *, is_passive: bool) -> Told | None:
        tree = self.tree
        kind = self._kind(verb)
        sides = self._sides(verb)
        if kind is not None:
            if is_passive and (sides & {words.EITHER, words.RIGHT, words.LEFT}):
                return Told(kind, verb)
            if not is_passive and words.LEFT in sides:
                return Told(kind, verb)
            aimed = any(tree.lower[c] == "at" for c in tree.children[verb])
            if not is_passive and words.EITHER in sides and tree.object(verb) is None and not aimed:
                return Told(kind, verb)
        if is_passive and tree.lower[verb] in words.HELD:
            is_hostage = bool(_HOSTAGE.intersection(tree.lower[verb + 1 : verb + 3]))
            return Told("kidnapped" if is_hostage or verb in self.captive else "arrested", verb)
        suffered = tree.object(verb) if tree.lower[verb] in words.SUFFERED else None
        if suffered is not None and self._kind(suffered) is not None:
            return Told(self._kind(suffered), suffered)
        if suffered is not None and tree.lower[suffered] in words.HARMS:
            return Told("wounded", suffered)
        phrase = self._phrase(verb)
        if phrase is not None:
            return Told(phrase, verb)
        for c in tree.children[verb]:
            below = tree.child(c, "pobj") if tree.is_preposition(c) else c
            if below in self.phrases and below > verb:
                return Told(self.phrases[below], below)
        for c in tree.children[verb]:
            if tree.deps[c] in _STATES or tree.deps[c] == "prep":
                state = self._kind(c)
                if state is not None and tree.deps[c] != "prep" and self._takes_subject(c):
                    return Told(state, c)
                inner = self._phrase(c) if tree.deps[c] in _STATES else None
                if inner is not None:
                    return Told(inner, c)
                below = next((b for b in tree.children[c] if tree.deps[b] in _STATES), None)
                if below is not None and self._kind(below) is not None:
                    return Told(self._kind(below), below)
        return None

    def _of_joined(self, verb: int) -> Told | None:
        """ "Nine soldiers were on a visit and were wounded": told by a verb joined to theirs."""
        tree = self.tree
        for c in tree.children[verb]:
            if tree.deps[c] != "conj" or not tree.is_verb(c):
                continue
            if any(tree.deps[b] in SUBJECTS for b in tree.children[c]):
                continue
            is_passive = tree.child(c, "auxpass", "aux:pass") is not None
            if is_passive or words.LEFT in self._sides(c):
                found = self._as_subject(c, is_passive=is_passive)
                if found is not None:
                    return found
        return None

    def _as_object(self, node: int, verb: int) -> Told | None:
        tree = self.tree
        kind = self._kind(verb)
        if kind is not None and self._sides(verb) & {words.RIGHT, words.EITHER}:
            return Told(kind, verb)
        if kind == "displaced":
            return None
        for c in [*tree.children[verb], *tree.children[node]]:  # "left 6,301 dead"
            if c != node and tree.deps[c] in _STATES | {"amod", "acl", "ccomp"} and c > node:
                state = self._kind(c)
                if state is not None and self._takes_subject(c):
                    return Told(state, c)
                phrase = self._phrase(c)
                if phrase is not None and tree.deps[c] != "ccomp":
                    return Told(phrase, c)
        is_people = tree.tags[node] == "CD" or tree.lower[node] in self.known.person_nouns
        whole = self._phrase(verb) if is_people else None
        if whole is not None:  # "pulled 23 people alive", "sent 30 to hospital"
            return Told(whole, verb)
        if tree.lower[verb] in words.HOLDS and is_people:
            return Told("kidnapped", verb)
        taken = self._taken(verb)
        if taken is not None:
            return Told(taken, verb)
        word = tree.lower[verb]
        known = self.known
        tells = word in known.levels or word in known.rising or word in known.falling
        return self._measured(verb) if tells or word in words.PUTS else None

    def _taken(self, verb: int) -> str | None:
        """ "Gunmen took 30 pupils", "police took in eight": by who took them."""
        tree = self.tree
        subject = tree.subject(verb) if tree.lower[verb] in words.TAKES else None
        if subject is None:
            return None
        if tree.lower[subject] in self.known.captors:
            return "kidnapped"
        is_in = any(tree.lower[c] == "in" and tree.deps[c] == "prt" for c in tree.children[verb])
        is_in = is_in or tree.lower[verb + 1 : verb + 2] == ["in"]
        return "arrested" if is_in and tree.lower[subject] in words.OFFICERS else None

    def _by_preposition(self, node: int, head: int, preposition: str, depth: int) -> Told:
        tree = self.tree
        if preposition in {"by", "par"}:
            measured = self._measured(head)
            if measured is not None:
                return Told(measured.kind, measured.token, is_blocked=True, is_step=True)
            return Told(is_blocked=True)
        if preposition in {"of", "de", "des", "to", "at", "from", "in", "à"} and not tree.is_verb(
            head
        ):
            kind = self._kind(head)
            if kind is not None and preposition in {"of", "de", "des", "to"}:
                return Told(kind, head)
            if preposition in {"of", "de"}:
                event = self._over_time(head)
                if event is not None:
                    return Told(self._kind(event), event)
            if tree.lower[head] in _TOLLS:
                found = self._of_toll(head)
                if found is not None:
                    return found
            if preposition in {"of", "de"} and tree.lower[head] in {"all", "many", "most", "some"}:
                return self._above(head, depth - 1)
        if preposition in _PARTS:
            if not tree.is_verb(head):
                own = self._own(head)
                return own if own is not None else self._above(head, depth - 1)
            subject = next((c for c in tree.children[head] if tree.deps[c] in SUBJECTS), None)
            if subject is not None:
                return self._above(subject, depth - 1)
        if tree.is_verb(head):
            if preposition in {"to", "at", "from", "à", "with"}:
                if words.LEFT in self._sides(head) and tree.child(head, "nsubj") is None:
                    return Told(self._kind(head), head)
                return self._measured(head) or Told(is_blocked=True)
            return Told(is_blocked=True)
        return Told(is_blocked=True)

    def _over_time(self, noun: int) -> int | None:
        """ "The murder *on the evening of 2 May* of six": the event over a time between."""
        at = noun
        for _ in range(_DEPTH):
            if not is_time(self.tree, at) or self.tree.heads[at] == at:
                return None
            _, at, _ = self.tree.governor(at)
            if self._kind(at) is not None and not self.tree.is_verb(at):
                return at
        return None

    def _measured(self, verb: int) -> Told | None:
        """ "the toll rose to 27", "the number of dead climbed to", "put the death toll at"."""
        tree = self.tree
        for c in (tree.object(verb), tree.subject(verb)):
            if c is None:
                continue
            found = self._of_toll(c)
            if found is not None:
                return found
        return None

    def _of_toll(self, noun: int) -> Told | None:
        tree = self.tree
        lower = tree.lower[noun]
        if lower in _TOLLS:
            for c in tree.children[noun]:
                if tree.deps[c] in {"compound", "amod", "poss"}:
                    kind = self._kind(c)
                    if kind is not None:
                        return Told(kind, noun)
                below = tree.child(c, "pobj") if tree.is_preposition(c) else None
                below = c if tree.deps[c] == "nmod" else below
                if below is not None:
                    kind = self._kind(below)
                    if kind is not None:
                        return Told(kind, below)
                    own = self._own(below)
                    if own is not None:
                        return own
            kind = self._kind(noun)
            return Told(kind, noun) if kind is not None else None
        kind = self._kind(noun)
        if kind is not None and not tree.is_verb(noun):
            return Told(kind, noun)
        return None

    def _phrase(self, verb: int) -> str | None:
        """The event of several words at a verb: "taken to hospital", "lost their lives"."""
        tree = self.tree
        for first, kinds in words.PHRASES_OF_VERBS.items():
            if tree.lower[verb] != first:
                continue
            for wanted, kind in kinds:
                below = {tree.lower[b] for b in tree.below(verb) if b - verb <= 8 and b >= verb - 4}
                if wanted <= below:
                    return kind
        return None

    def _is_light(self, verb: int) -> bool:
        return self.tree.lower[verb] in words.LIGHT

    def _blocked(self, verb: int) -> Told:
        return Told(is_blocked=not self._is_light(verb))
