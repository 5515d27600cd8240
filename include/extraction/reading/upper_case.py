"""Names in lines written in capitals: read once more as if they were in ordinary case.

A trained model sees few capitals: "RUGBY - NORWAY STUN PERU" is one organisation to
it. Headlines, datelines and whole wires in capitals are given their likely case, and the
model's names are taken from that reading.
"""

from __future__ import annotations

import string
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from include.extraction.reading.tuned import TUNED
from include.extraction.reading.word_sets import word_set

_SMALL = word_set(
    "a about above after against all amid an and are as at back be before beat beats between but "
    "by can could for from had has have he her his how if in into is it its may might more must "
    "near new no not of off on one or our out over says she should so than that the their them "
    "they this to two under until up urges vs was we were what when where who why will with "
    "would you your says said wins win lose loses draw take takes make makes get gets"
)
_KEPT = word_set("US UK EU UN USA UAE NATO WHO IMF FBI CIA BBC CNN IMF NBA NFL FIFA UEFA")
_SMALL_LETTERS = string.ascii_lowercase.encode()


@Language.factory("upper_case_names")  # type: ignore[untyped-decorator]
def upper_case_names(nlp: Language, name: str) -> UpperCaseNames:
    """The component for a pipeline that has "ner" before it."""
    return UpperCaseNames(nlp)


class UpperCaseNames:
    """Replaces the model's names within lines in capitals."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """The same document, its names in such lines read anew."""
        ranges = list(upper_case_lines(doc))
        if not ranges:
            return doc
        lower = {token.text for token in doc if token.is_lower and token.is_alpha}
        words: list[str] = []
        spaces: list[bool] = []
        origin: list[int] = []
        starts: list[bool] = []
        for first, after in ranges:
            for index in range(first, after):
                token = doc[index]
                words.append(likely_case(token.text, index == first, lower))
                spaces.append(bool(token.whitespace_))
                origin.append(index)
                starts.append(index == first or bool(token.is_sent_start))
        read = self.nlp.get_pipe("ner")(
            Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)
        )
        inside = set(origin)
        kept = [ent for ent in doc.ents if ent.start not in inside and ent.end - 1 not in inside]
        found = [
            Span(doc, origin[ent.start], origin[ent.end - 1] + 1, label=ent.label)
            for ent in read.ents
            if origin[ent.end - 1] - origin[ent.start] == ent.end - 1 - ent.start
        ]
        doc.ents = sorted([*kept, *found], key=lambda ent: ent.start)
        return doc


def upper_case_lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges of lines of two words or more in which capitals prevail."""
    if not any(_may_be_upper(line) for line in doc.text.split("\n")):
        return
    first = 0
    seen = 0
    for index in range(len(doc) + 1):
        if index < len(doc) and "\n" not in doc[index].text:
            continue
        words = [t for t in doc[first:index] if any(c.isalpha() for c in t.text)]
        upper = sum(len(t) for t in words if t.is_upper)
        total = sum(len(t) for t in words)
        is_enough = len(words) >= TUNED.upper_words and total >= TUNED.upper_letters
        if is_enough and upper >= TUNED.upper_share * total:
            yield first, index
            seen += 1
            if seen == TUNED.upper_lines:
                return
        first = index + 1


def _may_be_upper(line: str) -> bool:
    """Whether so few of a line's letters are small ones that capitals may prevail."""
    if len(line) < TUNED.upper_letters:
        return False
    coded = line.encode("utf-8", "replace")
    small = len(coded) - len(coded.translate(None, _SMALL_LETTERS))
    return small <= round((1 - TUNED.upper_share) * len(line), 6)


def likely_case(word: str, is_first: bool, lower: set[str]) -> str:
    """A word in capitals as it would stand in running text."""
    if not word.isupper() or word in _KEPT or "." in word:
        return word
    small = word.lower()
    if small in _SMALL or (small in lower and len(small) >= TUNED.common_word):
        return small.capitalize() if is_first else small
    if len(word) == 2 and word not in {"ST", "AL", "EL", "DE"}:
        return word
    if word.startswith(("'", "’")):
        return small
    return "'".join(part[:1] + part[1:].lower() for part in word.split("'"))
