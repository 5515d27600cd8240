"""What is said without quotation marks, in languages that no parse is asked of.

Three ways are read: a verb of saying before "that", the same behind what is said ("…, dijo la
ministra"), and a source ("según la policía, …"). Somebody must be named or described as the one
who speaks; what holds quotation marks is left to the rules for these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from include import languages
from include.extraction.quotes.marks import Quoted
from include.extraction.quotes.statements import Statement
from include.extraction.quotes.tuned import TUNED
from include.extraction.reading.phrases import Phrase, Phrases
from include.extraction.reading.token_index import TokenIndex
from include.extraction.reading.token_table import TokenTable
from include.records import Mention

_MARKS = frozenset('«»„“”"‹›‘’()[]:;…–—')
_ENDS = frozenset(".!?…\n")
_TO_THAT = 9
_BEHIND = 9
_LEAST_WORDS = 3
_HELPED = 3
_ADVERBS = ("mente", "ment", "amente")


def find_reported(
    doc: Doc, mentions: Sequence[Mention], quoted: Sequence[Quoted]
) -> list[Statement]:
    """The reported statements of a text, in order; none where the language lacks words."""
    record = languages.language(doc.lang_ or "")
    if not record.clauses.kinds or not record.quotes.that or not len(doc):
        return []
    return list(_Reader(doc, mentions, quoted).statements())


class _Reader:
    def __init__(self, doc: Doc, mentions: Sequence[Mention], quoted: Sequence[Quoted]) -> None:
        record = languages.language(doc.lang_)
        self.words, self.known = record.quotes, record.clauses
        self.table, self.index = TokenTable.of(doc), TokenIndex.of(doc)
        self.days = frozenset(record.times.weekdays) | frozenset(record.times.near_days)
        calendar = frozenset(record.times.months) | frozenset(record.times.weekdays)
        self.phrases = Phrases(self.table, mentions, self.known, record.names.no_names | calendar)
        self.verbs = self.words.verbs - self.words.sources - {"so"}
        self.sources = [tuple(one.split()) for one in sorted(self.words.sources)]
        self.first_of_sources = {one[0] for one in self.sources}
        self.quoted = [(one.start, one.end) for one in quoted]

    def statements(self) -> Iterator[Statement]:
        """The statements of all sentences; one a sentence at most."""
        at = 0
        while at < len(self.table):
            first, after = self.index.sentence(at)
            if after <= first:
                return
            lower = self.table.lower[first:after]
            telling = self.verbs.union(self.first_of_sources)
            if not telling.isdisjoint(lower) and "?" not in lower[-2:]:
                found = self._of_sentence(first, self._end(first, after))
                if found is not None:
                    yield found
            at = after

    def _end(self, first: int, after: int) -> int:
        """The end of a sentence without its last marks and white space."""
        while after > first and (
            self.table.texts[after - 1] in _ENDS or not self.table.texts[after - 1].strip()
        ):
            after -= 1
        return after

    def _of_sentence(self, first: int, after: int) -> Statement | None:
        while first < after and not self.table.texts[first].strip():
            first += 1
        phrases = self.phrases.of(first, after)
        source = self._by_source(first, after, phrases)
        if source is not None:
            return source
        for verb in range(first, after):
            if self.table.lower[verb] in self.verbs and not self._is_undone(verb, first):
                found = self._before_that(verb, first, after, phrases) or self._behind(
                    verb, first, after, phrases
                )
                if found is not None:
                    return found
        return None

    def _is_undone(self, verb: int, first: int) -> bool:
        """Whether a verb is denied, in the passive voice, or a mere possibility."""
        part: list[str] = []
        for i in range(verb - 1, first - 1, -1):
            if self.table.texts[i] in _MARKS or self.table.texts[i] == ",":
                break
            part.append(self.table.lower[i])
        none = self.known.negations | self.known.could | self.known.future
        near = set(part[:_HELPED])
        if self.known.is_verb_last:
            return "zu" in near or not none.isdisjoint(part)
        passive = self.known.passive - self.known.perfect - {"es", "è", "é"}
        return not (none | passive).isdisjoint(near)

    def _before_that(
        self, verb: int, first: int, after: int, phrases: list[Phrase]
    ) -> Statement | None:
        lower = self.table.lower
        for that in range(verb + 1, min(after, verb + _TO_THAT)):
            if self.table.texts[that] in _MARKS:
                return None
            if lower[that] in self.words.that and self._is_of_verb(that, verb, phrases):
                speaker = self._subject(verb, that, first, phrases)
                return self._made(speaker, verb, that + 1, self._next_said(that, after))
            if lower[that] in self.known.negations:
                return None
            if self.known.is_verb_last and lower[that] == ",":
                rest = lower[that + 1 : after]
                if not self.words.reported.isdisjoint(rest[:-1]) and rest[:1] != ["dass"]:
                    speaker = self._subject(verb, that, first, phrases)
                    return self._made(speaker, verb, that + 1, after)
        return None

    def _next_said(self, that: int, after: int) -> int:
        """Where what is said ends: before the comma of another verb of saying, or at the end."""
        lower = self.table.lower
        for i in range(that + 1, after - 1):
            if lower[i] == "," and self.verbs & set(lower[i + 1 : min(i + 3, after)]):
                return i
        return after

    def _is_of_verb(self, that: int, verb: int, phrases: list[Phrase]) -> bool:
        """Whether "that" begins what is said, and not what is told of a noun before it."""
        before = self.table.lower[that - 1]
        if self.known.is_verb_last:
            return before == ","
        if that - 1 == verb or before in self.days or before.endswith(_ADVERBS):
            return True
        last = next((p for p in reversed(phrases) if p.after == that), None)
        return last is not None and bool(last.lead) and last.first > verb

    def _behind(self, verb: int, first: int, after: int, phrases: list[Phrase]) -> Statement | None:
        """ "…, dijo la ministra": a comma before the verb, who speaks right behind it."""
        comma = verb - 1
        while comma > first and self.table.lower[comma] in self.known.perfect | {"se", "-"}:
            comma -= 1
        if self.table.texts[comma] != "," or after - verb > _BEHIND:
            return None
        rest = set(self.table.lower[verb + 1 : after])
        if rest & self.known.negations or rest & self.words.that:
            return None
        said = self.table.lower[first:comma]
        opens = said[:1] != [] and said[0] in self.words.aside
        if opens and "," not in said:
            return None  # "Nach dem Treffen, sagte sie": no more than when or where
        behind = [p for p in phrases if verb < p.first and not p.lead]
        if not behind or behind[0].first > verb + 2:
            return None
        return self._made(behind[0], verb, first, comma)

    def _by_source(self, first: int, after: int, phrases: list[Phrase]) -> Statement | None:
        lower = self.table.lower
        for source in self.sources:
            here = first
            if tuple(lower[here : here + len(source)]) == source:
                return self._opens(here + len(source), here, after, phrases)
            for at in range(first + 1, after - len(source)):
                if tuple(lower[at : at + len(source)]) == source and lower[at - 1] == ",":
                    last = [p for p in phrases if at + len(source) <= p.first]
                    told_before = self.verbs & set(lower[first : first + _HELPED])
                    if last and after - at <= _BEHIND and not told_before:
                        return self._made(last[0], at, first, at - 1)
        return None

    def _opens(self, begin: int, cue: int, after: int, phrases: list[Phrase]) -> Statement | None:
        """ "Según la policía, …" or, with the verb right behind it, "Laut Polizei wurden …"."""
        who = next((p for p in phrases if begin <= p.first <= begin + 1), None)
        if who is None:
            return None
        if self.known.is_verb_last:
            start = who.after
            helpers = self.known.passive | self.known.perfect
            if start >= after or self.table.lower[start] not in helpers:
                return None
            return self._made(who, cue, start, after)
        commas = [
            i
            for i in range(who.after, min(after, who.after + _BEHIND))
            if self.table.texts[i] == ","
        ]
        return self._made(who, cue, commas[0] + 1, after) if commas else None

    def _subject(self, verb: int, that: int, first: int, phrases: list[Phrase]) -> Phrase | None:
        """Who speaks: the nearest phrase without a preposition before the verb, or behind it."""
        low = first
        for i in range(verb - 1, first - 1, -1):
            if self.table.texts[i] in _MARKS or self.table.lower[i] in self.known.breaks:
                low = i
                break
        before = [p for p in phrases if low <= p.first < verb and not p.lead]
        is_turned = self.table.texts[verb - 1] == "," if verb > first else False
        if before and not is_turned and self._may_speak(before[-1]):
            return before[-1]
        behind = [p for p in phrases if verb < p.first < that and not p.lead]
        return behind[0] if behind and self._may_speak(behind[0]) else None

    def _may_speak(self, phrase: Phrase) -> bool:
        known = self.known
        is_somebody = phrase.mention is not None or phrase.is_pronoun
        return is_somebody or phrase.word in known.people | known.bodies | known.companies

    def _made(self, who: Phrase | None, cue: int, begin: int, after: int) -> Statement | None:
        if who is None or not self._may_speak(who):
            return None
        while begin < after and self.table.texts[begin] in {",", " ", "-"}:
            begin += 1
        if sum(text[:1].isalpha() for text in self.table.texts[begin:after]) < _LEAST_WORDS:
            return None
        if any(text in _MARKS for text in self.table.texts[begin:after]):
            return None
        start, end = self.table.starts[begin], self.table.end(after - 1)
        if any(a < end and start < b for a, b in self.quoted):
            return None
        speaker = (self.table.starts[who.first], self.table.end(who.after - 1))
        if who.mention is not None:
            speaker = (min(speaker[0], who.mention.start), max(speaker[1], who.mention.end))
        where = (self.table.starts[cue], self.table.end(cue))
        return Statement([(start, end)], "indirect", speaker, where, TUNED.reported, end, "beside")
