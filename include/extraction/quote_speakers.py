"""Who stands beside a word of saying: names, pronouns and roles, and what they resolve to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from include.extraction import saying_words as words
from include.extraction.coreference import resolve
from include.extraction.quote_marks import Quoted
from include.extraction.token_index import TokenIndex
from include.records import Mention

Place = tuple[int, int]
_SPEAKING = {"PERSON": 0, "PER": 0, "ORG": 8, "NORP": 12, "GPE": 14, "MISC": 20, "LOC": 25}
_REACH = 160


class SpeakerFinder:
    """Speakers of one text, by closeness to a cue outside of quotation marks."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], quoted: Sequence[Quoted]) -> None:
        self.doc = doc
        self.text = doc.text
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self.mentions]
        self._quoted_starts = [q.start for q in quoted]
        self._quoted = quoted
        self.index = TokenIndex(doc)
        self._unquoted = tuple(m for m in self.mentions if not self.is_quoted(m.start))
        self._pronouns = words.PRONOUNS.get(doc.lang_ or "en", frozenset())

    def is_quoted(self, at: int) -> bool:
        """Whether a character stands between quotation marks."""
        index = bisect_right(self._quoted_starts, at) - 1
        return index >= 0 and at < self._quoted[index].end

    def near(self, cue: Place, begin: int, end: int) -> Place | None:
        """The name or pronoun closest to a cue within [begin, end), or None."""
        best: tuple[float, Place] | None = None
        low = bisect_left(self._starts, max(begin, cue[0] - _REACH))
        is_told = self.text[cue[0] : cue[1]].casefold() in words.TELLING
        for mention in self.mentions[low:]:
            if mention.start >= min(end, cue[1] + _REACH):
                break
            weight = _SPEAKING.get(mention.label)
            if weight is None or self.is_quoted(mention.start):
                continue
            place = (mention.start, mention.end)
            if is_told and mention.start >= cue[1]:
                continue  # "told CNN": who is told
            cost = weight + _gap(place, cue)
            if best is None or cost < best[0]:
                best = (cost, place)
        first, after = self.index.tokens(max(begin, cue[0] - 40), min(end, cue[1] + 40))
        for token in self.doc[first:after]:
            # French joins the pronoun to its verb: a-t-elle, dit-il.
            word = token.lower_.removeprefix("-").removeprefix("t-")
            if word in self._pronouns and not self.is_quoted(token.idx):
                end_of_word = token.idx + len(token)
                place = (end_of_word - len(word), end_of_word)
                cost = 2.0 + _gap(place, cue)
                if best is None or cost < best[0]:
                    best = (cost, place)
        return best[1] if best else None

    def entity(self, place: Place) -> str | None:
        """The name a speaker's span stands for: a name in it, or what a pronoun means."""
        low = bisect_left(self._starts, place[0])
        inside = [m for m in self.mentions[low : low + 8] if m.end <= place[1]]
        people = [m for m in inside if m.label in {"PERSON", "PER"}]
        for mention in people or [m for m in inside if m.label in _SPEAKING]:
            return mention.entity
        # Who says "she" is not someone named only in what she says.
        resolved = resolve(self.doc, self._unquoted, place[0], place[1])
        return resolved[0] if resolved else None


def _gap(place: Place, cue: Place) -> float:
    return float(max(place[0] - cue[1], cue[0] - place[1], 0))
