"""What speaks for a name being a person, an organisation or a place: signs, not verdicts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from include.extraction import entity_words as words
from include.extraction.entity_spans import Candidate
from include.extraction.gazetteer import gazetteer
from include.extraction.role_words import GIVEN_NAMES

_AGE = re.compile(r", (?:aged )?\d\d?\b")
_ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z&/-]{1,11})\)")
_INITIAL = re.compile(r"\b[A-Z]\.? ?(?=[A-Z])")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CLASS = {"PERSON": "P", "ORG": "O", "GPE": "L", "LOC": "L", "FAC": "L"}
Signs = dict[str, float]


def key_of(text: str, candidate: Candidate) -> str:
    """What makes two mentions the same name."""
    return text[candidate.start : candidate.end].casefold().replace(".", "")


class Evidence:
    """The signs for every candidate of one text, with what the whole text says of its name."""

    def __init__(self, doc: Doc, candidates: Sequence[Candidate]) -> None:
        self.doc = doc
        self.candidates = candidates
        self.text = doc.text
        self.keys = [key_of(self.text, c) for c in candidates]
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._parts: dict[str, Counter[str]] = {"P": Counter(), "O": Counter(), "L": Counter()}
        self._abbreviations: dict[str, str] = {}
        self._lower = {t.text for t in doc if t.is_lower and t.is_alpha}
        for candidate, key in zip(candidates, self.keys, strict=True):
            vote = _CLASS.get(candidate.label, "X" if candidate.label else "N")
            self._votes[key][vote] += 1
            if vote in self._parts and " " in key:
                self._parts[vote].update(key.split())
            if vote == "O":
                match = _ABBREVIATION.match(self.text, candidate.end)
                if match:
                    self._abbreviations[match[1].casefold()] = key
        self._own = [self._signs(c, k) for c, k in zip(candidates, self.keys, strict=True)]
        self._shared: dict[str, Signs] = {}
        sums: dict[str, Counter[str]] = defaultdict(Counter)
        for key, signs in zip(self.keys, self._own, strict=True):
            for name, value in signs.items():
                if name[0] in "<>":
                    sums[key][name] += value  # type: ignore[assignment]
        for key, total in sums.items():
            count = sum(self._votes[key].values())
            self._shared[key] = {"all" + name: value / count for name, value in total.items()}

    def signs(self, index: int) -> Signs:
        """The signs for the candidate of that index."""
        key = self.keys[index]
        return {**self._own[index], **self._shared.get(key, {}), **self._votes_of(key)}

    def _votes_of(self, key: str) -> Signs:
        votes = self._votes[key]
        count = sum(votes.values())
        signs = {f"vote {v}": n / count for v, n in votes.items()}
        if count > 1:
            signs["repeated"] = 1.0
        if not {"P", "O", "L", "X"} & votes.keys():
            signs["never labelled"] = 1.0
        return signs

    def _signs(self, candidate: Candidate, key: str) -> Signs:
        signs: Signs = {"1": 1.0, f"model {candidate.label or 'none'}": 1.0}
        text = self.text[candidate.start : candidate.end]
        parts = key.split()
        for name in (*_shape(text, parts), *self._known(parts, key, text)):
            signs[name] = 1.0
        for name in (*self._before(candidate), *self._after(candidate)):
            signs[name] = 1.0
        return signs

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
        doc, first = self.doc, candidate.first
        found = []
        if candidate.role:
            found.append("<title")
        if first == 0 or "\n" in doc[first - 1].text:
            return [*found, "<line"]
        token = doc[first - 1]
        word = token.lower_.rstrip(".")
        if word == "the" and first > 1:
            found.append("<the")
            token = doc[first - 2]
            word = token.lower_
        if word in words.TITLES:
            found.append("<role")
        if word in words.PLACE_CUES:
            found.append("<place cue")
        if word in words.ORG_BEFORE:
            found.append("<org cue")
        if word in words.ORG_HEADS or word in words.ORG_AFTER:
            found.append("<org noun")
        if word in words.PLACE_AFTER or (
            word == "of" and first > 1 and doc[first - 2].lower_ in words.PLACE_AFTER
        ):
            found.append("<place noun")
        if word in {"in", "of", "by", "and", "for", "from", "at", "with", "to", "against", ","}:
            found.append(f"<{word}")
        if word[:1].isdigit():
            found.append("<number")
        if word in {"(", "[", '"', "“", "‘", "'", "-", ":"}:
            found.append(f"<{word}")
        if token.tag_ in {"NNP", "NNPS"}:
            found.append("<name")
        elif token.tag_ in {"NN", "NNS"}:
            found.append("<noun")
        elif token.tag_.startswith("VB"):
            found.append("<verb")
        if doc[first].is_sent_start:
            found.append("<sentence")
        return found

    def _after(self, candidate: Candidate) -> list[str]:
        doc, after = self.doc, candidate.after
        found = []
        behind = self.text[candidate.end : candidate.end + 40]
        if behind[:2] in {"'s", "’s"}:
            found.append(">'s")
        if _AGE.match(behind):
            found.append(">age")
        if _ABBREVIATION.match(behind):
            found.append(">abbreviation")
        if after < len(doc) and doc[after].lower_ in {"'s", "’s"}:
            after += 1
        if after >= len(doc) or "\n" in doc[after].text:
            return [*found, ">end"]
        token = doc[after]
        word = token.lower_
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
        if word in {"who", "whose", "himself", "herself"}:
            found.append(">who")
        if word[:1].isdigit():
            found.append(">number")
        if word in {"(", ")", ",", ".", "-", "and", "of", ":", "/", "&", '"', "”"}:
            found.append(f">{word}")
            following = doc[after + 1] if after + 1 < len(doc) else None
            if following is not None and word in {",", "("}:
                if following.ent_type_ in _PLACES:
                    found.append(f">{word} place")
                if word == "(" and following.text[:1].isdigit():
                    found.append(">( number")
                if following.lower_ in {"who", "whose"}:
                    found.append(">, who")
                if following.lower_ in words.TITLES:
                    found.append(">, title")
        if token.tag_ in {"NN", "NNS"}:
            found.append(">noun")
        elif token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            found.append(">verb")
        elif token.tag_ in {"NNP", "NNPS"}:
            found.append(">name")
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
