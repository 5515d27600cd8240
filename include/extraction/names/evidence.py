"""What speaks for a name being a person, an organisation or a place: signs, not verdicts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from include.extraction.names import words
from include.extraction.names.role_words import GIVEN_NAMES
from include.extraction.names.spans import Candidate
from include.extraction.names.vectors import NO_SCORES, Scores, name_vectors
from include.extraction.places.gazetteer import gazetteer
from include.extraction.reading.datelines import Dateline, find_datelines
from include.extraction.reading.token_table import TokenTable
from include.extraction.reading.word_sets import word_set

_AGE = re.compile(r", (?:aged )?\d\d?\b")
_ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z&/-]{1,11})\)")
_INITIAL = re.compile(r"\b[A-Z]\.? ?(?=[A-Z])")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CLASS = {"PERSON": "P", "ORG": "O", "GPE": "L", "LOC": "L", "FAC": "L"}
_LINKS = word_set("in of by and for from at with to against ,")
_OPENING = word_set("( [ \" “ ‘ ' - :")
_CLOSING = word_set('( ) , . - and of : / & " ”')
_WHO = frozenset({"who", "whose", "himself", "herself"})
_VECTOR_SIGNS = tuple(
    tuple(f"{part} like {kind}" for kind in "NPOL") for part in ("words", "last", "first")
)
Signs = dict[str, float]


def _begin(dateline: Dateline) -> int:
    return dateline.place[0]


def key_of(text: str, candidate: Candidate) -> str:
    """What makes two mentions the same name."""
    return text[candidate.start : candidate.end].casefold().replace(".", "")


class Evidence:
    """The signs for every candidate of one text, with what the whole text says of its name."""

    def __init__(self, table: TokenTable, candidates: Sequence[Candidate]) -> None:
        self.table = table
        self.candidates = candidates
        self.text = table.text
        self.keys = [key_of(self.text, c) for c in candidates]
        self._datelines = find_datelines(self.text)
        # The weights are those of English; other languages are decided by votes alone.
        self._vectors = name_vectors(table.doc.vocab) if table.language == "en" else None
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._parts: dict[str, Counter[str]] = {"P": Counter(), "O": Counter(), "L": Counter()}
        self._abbreviations: set[str] = set()
        self._lower = {text for text in table.texts if text.islower()}
        for candidate, key in zip(candidates, self.keys, strict=True):
            vote = _CLASS.get(candidate.label, "X" if candidate.label else "N")
            self._votes[key][vote] += 1
            if vote in self._parts and " " in key:
                self._parts[vote].update(key.split())
            if vote == "O":
                match = _ABBREVIATION.match(self.text, candidate.end)
                if match:
                    self._abbreviations.add(match[1].casefold())
        self._known_of: dict[str, list[str]] = {}
        self._own = [self._signs(c, k) for c, k in zip(candidates, self.keys, strict=True)]
        self._shared = self._sums()

    def _sums(self) -> dict[str, Signs]:
        """What stands beside a name, over all its mentions, and how the model labelled them."""
        sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for key, signs in zip(self.keys, self._own, strict=True):
            total = sums[key]
            for name, value in signs.items():
                if name[0] in "<>":
                    total[name] += value
        shared = {}
        for key, votes in self._votes.items():
            count = sum(votes.values())
            signs = {"all" + name: value / count for name, value in sums[key].items()}
            signs.update({f"vote {vote}": n / count for vote, n in votes.items()})
            if count > 1:
                signs["repeated"] = 1.0
            if not {"P", "O", "L", "X"} & votes.keys():
                signs["never labelled"] = 1.0
            shared[key] = signs
        return shared

    def signs(self, index: int) -> Signs:
        """The signs for the candidate of that index."""
        return {**self._own[index], **self._shared[self.keys[index]]}

    def _signs(self, candidate: Candidate, key: str) -> Signs:
        text = self.text[candidate.start : candidate.end]
        parts = key.split()
        known = self._known_of.get(text)
        if known is None:
            known = self._known_of[text] = [*_shape(text, parts), *self._known(parts, key, text)]
        found = ["1", *known]
        if self._datelines:
            found += self._in_dateline(candidate)
        found += self._before(candidate)
        found += self._after(candidate)
        found.append(self._syntax(candidate))
        signs = dict.fromkeys(found, 1.0)
        signs.update(self._likeness(candidate))
        return signs

    def _in_dateline(self, candidate: Candidate) -> list[str]:
        """Whether a name is the place or the agency of a dateline."""
        at = bisect_right(self._datelines, candidate.start, key=_begin) - 1
        if at < 0:
            return []
        dateline = self._datelines[at]
        if candidate.end <= dateline.place[1]:
            return ["dateline"]
        agency = dateline.agency
        if agency and agency[0] <= candidate.start and candidate.end <= agency[1]:
            return ["dateline agency"]
        return []

    def _likeness(self, candidate: Candidate) -> Signs:
        """What the words of a name are like by the model's vectors: all, the last, the first."""
        vectors = self._vectors
        if vectors is None:
            return {}
        texts = self.table.texts[candidate.first : candidate.after]
        scores = [vectors.scores(text) for text in texts if text[:1].isupper()]
        if not scores:
            return {}
        mean: Scores = NO_SCORES
        if len(scores) == 1:
            mean = scores[0]
        else:
            none, person, org, place = (
                sum(column) / len(scores) for column in zip(*scores, strict=True)
            )
            mean = none, person, org, place
        signs: Signs = {}
        for names, values in zip(_VECTOR_SIGNS, (mean, scores[-1], scores[0]), strict=True):
            signs.update(zip(names, values, strict=True))
        return signs

    def _syntax(self, candidate: Candidate) -> str:
        last = self.table.doc[max(candidate.after - 1, candidate.first)]
        return f"is {last.dep_}"

    def _known(self, parts: list[str], key: str, text: str) -> list[str]:
        """What lists and the rest of the text know of the words."""
        found = []
        first, last = parts[0], parts[-1]
        if last in words.ORG_HEADS:
            found.append("head O")
        if last in words.PLACE_HEADS:
            found.append("head L")
        if len(parts) > 1:
            if first in words.ORG_FIRST:
                found.append("first O")
            if first in words.PLACE_FIRST:
                found.append("first L")
            if any(p in words.ORG_HEADS for p in parts[:-1]):
                found.append("inner O")
            if any(p in words.PLACE_HEADS for p in parts[:-1]):
                found.append("inner L")
            if first in GIVEN_NAMES:
                found.append("given name")
            if any(p in words.PARTICLES for p in parts[1:-1]):
                found.append("particle")
        elif key in GIVEN_NAMES:
            found.append("only given name")
        found.append(f"place {gazetteer().prominence(text)}{' long' if len(parts) > 1 else ''}")
        for group, counter in self._parts.items():
            if len(parts) == 1 and counter[key]:
                found.append(f"part of {group}")
            elif len(parts) > 1 and counter[last] > 1:
                found.append(f"shares last {group}")
        if key in self._abbreviations:
            found.append("abbreviates O")
        if all(p in self._lower for p in parts if len(p) > 3):
            found.append("also lower")
        return found

    def _before(self, candidate: Candidate) -> list[str]:
        table, first = self.table, candidate.first
        found: list[str] = []
        if first == 0 or "\n" in table.texts[first - 1]:
            return [*found, "<line"]
        at = first - 1
        word = table.lower[at].rstrip(".")
        if word == "the" and first > 1:
            found.append("<the")
            at -= 1
            word = table.lower[at]
        if word in words.TITLES:
            found.append("<role")
        if word in words.PLACE_CUES:
            found.append("<place cue")
        if word in words.ORG_BEFORE:
            found.append("<org cue")
        if word in words.ORG_HEADS or word in words.ORG_AFTER:
            found.append("<org noun")
        if word in words.PLACE_AFTER or (
            word == "of" and first > 1 and table.lower[first - 2] in words.PLACE_AFTER
        ):
            found.append("<place noun")
        if word in _LINKS or word in _OPENING:
            found.append(f"<{word}")
        if word[:1].isdigit():
            found.append("<number")
        tag = table.tags[at]
        if tag in {"NNP", "NNPS"}:
            found.append("<name")
        elif tag in {"NN", "NNS"}:
            found.append("<noun")
        elif tag[:2] == "VB":
            found.append("<verb")
        if table.begins_sentence[first]:
            found.append("<sentence")
        return found

    def _after(self, candidate: Candidate) -> list[str]:
        table, after = self.table, candidate.after
        found = []
        behind = self.text[candidate.end : candidate.end + 40]
        if behind[:2] in {"'s", "’s"}:
            found.append(">'s")
        if _AGE.match(behind):
            found.append(">age")
        if _ABBREVIATION.match(behind):
            found.append(">abbreviation")
        if after < len(table) and table.lower[after] in {"'s", "’s"}:
            after += 1
        if after >= len(table) or "\n" in table.texts[after]:
            return [*found, ">end"]
        word = table.lower[after]
        if word in words.SAID:
            found.append(">said")
        if word in words.ORG_AFTER:
            found.append(">org noun")
        if word in words.PLACE_AFTER:
            found.append(">place noun")
        if word in words.ORG_HEADS:
            found.append(">org head")
        if word in words.TITLES:
            found.append(">title")
        if word in _WHO:
            found.append(">who")
        if word[:1].isdigit():
            found.append(">number")
        if word in _CLOSING:
            found.append(f">{word}")
            if word in {",", "("} and after + 1 < len(table):
                found += self._apposition(after + 1, word)
        tag = table.tags[after]
        if tag in {"NN", "NNS"}:
            found.append(">noun")
        elif tag in {"VBD", "VBZ", "VBP", "MD"}:
            found.append(">verb")
        elif tag in {"NNP", "NNPS"}:
            found.append(">name")
        return found

    def _apposition(self, at: int, mark: str) -> list[str]:
        """What begins at a token behind a comma or bracket."""
        found = []
        word = self.table.lower[at]
        if self.table.labels[at] in _PLACES:
            found.append(f">{mark} place")
        if mark == "(" and word[:1].isdigit():
            found.append(">( number")
        if word in {"who", "whose"}:
            found.append(">, who")
        if word in words.TITLES:
            found.append(">, title")
        return found


def _shape(text: str, parts: list[str]) -> list[str]:
    found = [f"words {min(len(parts), 5)}"]
    if text.isupper():
        found.append("capitals short" if len(text) <= 6 else "capitals")
    elif " " not in text and any(c.isupper() for c in text[1:]) and text[1:2].islower():
        found.append("camel")
    if any(c.isdigit() for c in text):
        found.append("digits")
    if "&" in text:
        found.append("&")
    if " of " in text or " for " in text:
        found.append("of")
    if " and " in text:
        found.append("and")
    if "," in text:
        found.append("comma")
    if "'" in text or "’" in text:
        found.append("apostrophe")
    if "-" in text:
        found.append("hyphen")
    if _INITIAL.match(text):
        found.append("initial")
    if "." in text:
        found.append("dot")
    return found
