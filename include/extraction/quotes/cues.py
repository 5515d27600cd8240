"""The words of saying of a text, by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from include.extraction.quotes import saying_words as words
from include.extraction.quotes.attribution import Attribution
from include.extraction.quotes.speakers import SpeakerFinder
from include.extraction.reading.token_table import TokenTable

_UNLISTED_REACH = 80
_NO_CUES = frozenset(str.split("is was are were has had have does did be 's"))


class Cues:
    """The cue tokens of a text outside quotation marks, by place."""

    def __init__(
        self, doc: Doc, speakers: SpeakerFinder, attributions: Sequence[Attribution]
    ) -> None:
        verbs = words.quoting(doc.lang_ or "en")
        tagged = doc.has_annotation("TAG") and doc.lang_ == "en"
        found = []
        for index, word in enumerate(TokenTable.of(doc).lower):
            if word not in verbs and word != "according":
                continue
            token = doc[index]
            if word in verbs and (not tagged or token.tag_.startswith("VB")):
                if index and doc[index - 1].text == "-" and not doc[index - 1].whitespace_:
                    continue  # self-described
                if not speakers.is_quoted(token.idx):
                    found.append(token)
            elif word == "according" and doc.lang_ == "en":
                found.append(token)
        self.is_english = doc.lang_ == "en"
        self.doc, self.text, self.index = doc, speakers.text, speakers.index
        self.tokens = found
        self.starts = [t.idx for t in found]
        self.parsed = {a.cue[0]: a for a in attributions}

    def first_in(self, begin: int, end: int) -> Token | None:
        index = bisect_left(self.starts, begin)
        if index < len(self.starts) and self.starts[index] < end:
            return self.tokens[index]
        return None

    def unlisted(self, begin: int, end: int) -> Token | None:
        """A verb that is no listed cue but stands as one: “…,” Ruiz scoffed."""
        first, after = self.index.tokens(begin, min(end, begin + _UNLISTED_REACH))
        for token in self.doc[first:after]:
            is_verb = token.tag_ in {"VBD", "VBZ"} if self.is_english else token.pos_ == "VERB"
            if token.idx < begin or not is_verb:
                continue
            subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
            if subject is None or token.dep_ == "relcl" or token.lower_ in _NO_CUES:
                return None
            return token if beside(self.text, begin, subject, token) else None
        return None

    def last_in(self, begin: int, end: int) -> Token | None:
        index = bisect_left(self.starts, end) - 1
        if index >= 0 and self.starts[index] >= begin:
            return self.tokens[index]
        return None


def beside(text: str, end: int, subject: Token, verb: Token) -> bool:
    """Whether subject and verb, in either order, stand right behind a quoted stretch."""
    first = min(subject.left_edge.idx, verb.idx)
    named = subject.pos_ == "PROPN" or subject.tag_ == "PRP"
    return named and first >= end and not text[end:first].strip(" ,")
