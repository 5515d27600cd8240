"""What stands round a cue: who is told, by which medium, where and on which day."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from include.extraction.quotes import saying_words as words
from include.extraction.quotes.attribution import phrase
from include.extraction.reading.links import Links
from include.extraction.reading.token_index import TokenIndex
from include.languages import language
from include.records import Mention, TimeExpression

Place = tuple[int, int]
Scene = tuple[Mention | None, TimeExpression | None]
_TO = frozenset({"to", "with"})
_LONGEST = 12
_BARE = frozenset(str.split("it that this which what them something nothing everything"))
_MEDIUM = re.compile(
    r"\s{1,2}(?:on|in|via|over)\s(?:X|Twitter|Facebook|Instagram|Telegram|Threads|Bluesky|Mastodon"
    r"|TikTok|WhatsApp|LinkedIn|Reddit|Weibo|YouTube|Truth\sSocial|social\smedia"
    r"|(?:an?|his|her|its|their|the)\s(?:[a-z]{3,12}\s)?"
    r"(?:statement|tweet|post|letter|email|e-mail|blog|interview|speech|memo|note))\b"
)
_CUE_CLAUSE = 140


class Context:
    """Asks of one text what stands round its cues."""

    def __init__(self, doc: Doc, text: str, index: TokenIndex, links: Links) -> None:
        self.doc, self.text, self.index, self.links = doc, text, index, links
        self._where = language(doc.lang_).quotes.where

    def cue(self, cue: Place) -> Place:
        """The cue with the medium behind it: "wrote" → "wrote on X"."""
        found = _MEDIUM.match(self.text, cue[1])
        return (cue[0], found.end()) if found else cue

    def addressee(self, cue: Place, pieces: list[Place], speaker: Place | None) -> Place | None:
        """Who is told: "told reporters", "wrote to the board", "in an interview with RTV"."""
        if not self.index.is_parsed:
            return None
        verb = self.doc[self.index.token_at(cue[0])]
        found = _told(verb)
        if found is None:
            return None
        first, after = phrase(found)
        place = (self.doc[first].idx, self.doc[after - 1].idx + len(self.doc[after - 1]))
        taken = [*pieces, *([speaker] if speaker else [])]
        if after - first > _LONGEST or any(a < place[1] and place[0] < b for a, b in taken):
            return None
        return place

    def scene(self, cue: Place, pieces: list[Place]) -> Scene:
        """The place and the day of the cue's own clause, outside what is said."""
        begin, end = self._clause(cue, pieces)
        place = self.links.place(begin, end, cue[1])
        if place is not None and not self._is_located(place):
            place = None
        return place, self.links.day(begin, end, cue[1])

    def _clause(self, cue: Place, pieces: list[Place]) -> Place:
        first, after = self.index.sentence(self.index.token_at(cue[0]))
        begin = self.doc[first].idx
        last = self.doc[after - 1]
        end = last.idx + len(last)
        for start, stop in pieces:
            if stop <= cue[0]:
                begin = max(begin, stop)
            elif start >= cue[1]:
                end = min(end, start)
        return max(begin, cue[0] - _CUE_CLAUSE), min(end, cue[1] + _CUE_CLAUSE)

    def _is_located(self, place: Mention) -> bool:
        before = self.text[max(0, place.start - 12) : place.start].split()
        return bool(before) and before[-1].casefold() in self._where


def _told(verb: Token) -> Token | None:
    tells = verb.lower_ in words.TELLING
    for child in verb.rights:
        if tells and child.dep_ in {"dobj", "dative", "iobj"} and child.lower_ not in _BARE:
            return child
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to":
            return _object(child)
        if child.dep_ == "prep" and child.lower_ in {"in", "during"}:
            talk = _object(child)
            if talk is not None and talk.lower_ in {"interview", "conversation", "call", "talk"}:
                for below in talk.children:
                    if below.dep_ == "prep" and below.lower_ in _TO:
                        return _object(below)
    return None


def _object(preposition: Token) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)
