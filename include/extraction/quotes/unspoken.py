"""Who says words in quotation marks where no verb of saying tells it.

By a label ("Ann Odell: “…”"), a signature ("“…” — Ann Odell, mayor"), the sentence before
("Ann Odell spoke next. “…”"), or one behind ("Those were the words of Ann Odell").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from include.extraction.quotes.marks import Quoted
from include.extraction.quotes.speakers import SpeakerFinder
from include.records import Mention

Place = tuple[int, int]
_PEOPLE = frozenset({"PERSON", "PER"})
_BODIES = frozenset({"ORG", "NORP", "GPE"})
_LONGEST_LABEL = 140
_SIGNED = re.compile(r"[”\"»«’']*\s{0,2}(?:[—―–]|--|- )\s?")
_AFTER_NAME = re.compile(r"\s*(?:$|[\n,.;(|])")
_LONGEST_SIGNATURE = 160
_POINTS_BACK = re.compile(
    r"\s*(?:Those|These|That|This|Such)\s(?:were|are|was|is)\s(?:the\s)?(?:[a-z]+\s){0,2}"
    r"(?:words?|verdict|message|warning|reaction|response|plea|view|assessment|testimony|account)"
    r"\s(?:of|from|by)\s"
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-z])|\n")
_CAPITAL = r"[^\W\d_a-zà-ÿß][\w'’-]{1,30}"
_BARE_NAME = re.compile(rf"({_CAPITAL}(?:\s(?:von|van|de|zu|del|di|da))?(?:\s{_CAPITAL}){{1,3}})$")


class Unspoken:
    """Asks of one text who says a quoted stretch that no verb introduces."""

    def __init__(self, speakers: SpeakerFinder) -> None:
        self.text = speakers.text
        self.index = speakers.index
        self.doc = speakers.doc
        self.speakers = speakers
        self.names = [m for m in speakers.mentions if not speakers.is_quoted(m.start)]
        self._starts = [m.start for m in self.names]

    def beside(self, here: Quoted, before: int, behind: int) -> tuple[Place, float] | None:
        """The speaker a stretch has beside it, with a confidence; `before` and `behind` bound
        where other quoted stretches end and begin."""
        return self._labelled(here, before) or self.signed(here, behind) or self._told(here, before)

    def behind(self, quoted: Sequence[Quoted], position: int) -> Place | None:
        """Who the sentence behind a run of stretches says the words are of."""
        end = quoted[position].end
        match = _POINTS_BACK.match(self.text, end, end + 120)
        if match is None:
            return None
        found = [m for m in self._between(match.end() - 1, match.end() + 60) if _is_person(m)]
        return (found[0].start, found[0].end) if found else None

    def between(self, start: int, end: int) -> bool:
        """Whether a person is named between two places."""
        return any(_is_person(m) for m in self._between(start, end))

    def _between(self, start: int, end: int) -> list[Mention]:
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.names[low:high]

    def _labelled(self, here: Quoted, before: int) -> tuple[Place, float] | None:
        lead = self.text[before : here.start].rstrip()
        if not lead.endswith(":"):
            return None
        end = before + len(lead) - 1
        begin = max(before, self.text.rfind("\n", before, end) + 1, end - _LONGEST_LABEL)
        parts = list(_SENTENCE.finditer(self.text, begin, end))
        begin = parts[-1].end() if parts else begin
        found = self._between(begin, end)
        people = [m for m in found if _is_person(m)]
        if self._has_verb(begin, end):
            actor = next((m for m in people if self._is_subject(m)), None)
            return ((actor.start, actor.end), 0.65) if actor else None
        if people:
            return (people[0].start, people[0].end), 0.8
        if found and found[0].label in _BODIES and found[0].end - begin > (end - begin) * 0.6:
            return (found[0].start, found[0].end), 0.7
        if not self.index.is_tagged:
            bare = _BARE_NAME.search(self.text, begin, end)
            if bare and bare.start() - begin < 40:
                return bare.span(1), 0.6
        return None

    def signed(self, here: Quoted, behind: int) -> tuple[Place, float] | None:
        """The one whose name a dash leads to behind a stretch."""
        match = _SIGNED.match(self.text, here.end, here.end + 8)
        if match is None:
            return None
        line = self.text.find("\n", match.end())
        end = min(line if line >= 0 else len(self.text), behind)
        if end - match.end() > _LONGEST_SIGNATURE:
            return None
        people = [m for m in self._between(match.end(), end) if _is_person(m)]
        if not people:
            return None
        name = people[0]
        title = self.text[match.end() : name.start]
        is_title = all(w[:1].isupper() or w in {"of", "the", "and", "for"} for w in title.split())
        if not is_title or len(title) > 60 or not _AFTER_NAME.match(self.text, name.end):
            return None
        return (name.start, name.end), 0.8

    def _told(self, here: Quoted, before: int) -> tuple[Place, float] | None:
        """The one person whom the sentence before makes its subject."""
        if not self.index.is_parsed or not len(self.doc):
            return None
        lead = self.text[before : here.start].rstrip()
        if not lead or lead[-1] not in ".!?" or "\n" in self.text[before + len(lead) : here.start]:
            return None
        token = self.index.token_at(before + len(lead) - 1)
        first, _ = self.index.sentence(token)
        begin = max(before, self.doc[first].idx)
        people = [m for m in self._between(begin, here.start) if _is_person(m)]
        entities = {m.entity for m in people}
        if len(entities) != 1 or not self._is_subject(people[0]):
            return None
        return (people[0].start, people[0].end), 0.6

    def _has_verb(self, begin: int, end: int) -> bool:
        if not self.index.is_tagged:
            return False
        first, after = self.index.tokens(begin, end)
        return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in self.doc[first:after])

    def _is_subject(self, mention: Mention) -> bool:
        first, after = self.index.tokens(mention.start, mention.end)
        return bool(self.doc[first:after].root.dep_ in {"nsubj", "nsubjpass"})


def _is_person(mention: Mention) -> bool:
    return mention.label in _PEOPLE
