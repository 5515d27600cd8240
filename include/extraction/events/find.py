"""Events of a text, by its verbs and nouns: the door of the room.

A trigger is a verb or a noun of a kind's words. The parse gives who did it and whom it befell;
both must fit the kind, so that "shares rallied" is no protest and "critics attacked the plan"
no attack. Precision goes before recall: what fits no frame is left. In languages that have words
for clauses (`clauses`), events go by these and need no parse.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice

from spacy.tokens import Doc

from include import languages
from include.extraction.events.assemble import events_of_clauses
from include.extraction.events.frames import Found, Frames
from include.extraction.events.parties import Parties
from include.extraction.figures.status import is_old
from include.extraction.figures.tree import Tree
from include.extraction.reading.links import Links
from include.extraction.reading.token_index import TokenIndex
from include.records import Event, Mention, TimeExpression

MOST_EVENTS = 400
"""Of one text."""
_CLIMB = 4
_BOTH, _ONE, _NAMELESS, _OF_NOUN = 0.9, 0.85, 0.8, 0.05


def find_events(
    doc: Doc,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    *,
    day: date | None,
) -> tuple[Event, ...]:
    """The events of a text in order of `start`. `day` is that of its publication."""
    if not len(doc):
        return ()
    if languages.language(doc.lang_ or "").clauses.kinds:
        return tuple(islice(events_of_clauses(doc, mentions, times, day=day), MOST_EVENTS))
    known = languages.language(doc.lang_ or "").events
    if not known.kinds or not TokenIndex.of(doc).is_parsed:
        return ()
    reader = _Reader(doc, mentions, times)
    frames = Frames(
        reader.tree,
        reader.index,
        reader.parties,
        times,
        known,
        languages.language(doc.lang_).figures,
    )
    return tuple(reader.event(one, day) for one in islice(frames.triggers(), MOST_EVENTS))


class _Reader:
    """Puts an event together from its trigger: parties, place, day, status, confidence."""

    def __init__(
        self, doc: Doc, mentions: Sequence[Mention], times: Sequence[TimeExpression]
    ) -> None:
        self.tree, self.index = Tree.of(doc), TokenIndex.of(doc)
        self.parties = Parties(doc, self.tree, mentions, languages.language(doc.lang_).events)
        self.times = times
        self.links = Links(self.parties.text, mentions, times, (), language=doc.lang_)

    def event(self, found: Found, day: date | None) -> Event:
        first, after = self.index.sentence(found.trigger)
        begin = self.index.starts[first]
        last = after - 1
        end = self.index.starts[last] + len(self.tree.texts[last])
        start = self.index.starts[found.trigger]
        actor = self.parties.party(found.actor) if found.actor is not None else None
        target = self.parties.party(found.target) if found.target is not None else None
        time = self._day(found.trigger, begin, end)
        place = self.links.place(
            begin, end, start, but=(actor.start, actor.end) if actor else (0, 0)
        )
        status = found.status
        own = self._own_time(found.trigger, begin, end)
        if status == "actual" and day is not None and own is not None:
            if is_old(own.value, day, is_event=True):
                status = "earlier"
            elif own.type == "DATE" and (own.value or "")[:10] > day.isoformat():
                status = "forecast"
        named = sum(1 for one in (actor, target) if one is not None and one.entity)
        confidence = (_NAMELESS, _ONE, _BOTH)[named] - (_OF_NOUN if found.is_noun else 0.0)
        return Event(
            start=start,
            end=start + len(self.tree.texts[found.trigger]),
            text=self.tree.texts[found.trigger],
            kind=found.kind,
            status=status,
            confidence=round(confidence, 3),
            actor=actor,
            target=target,
            place_start=place.start if place is not None else None,
            time_start=time.start if time is not None else None,
        )

    def _own_time(self, trigger: int, begin: int, end: int) -> TimeExpression | None:
        """The time that hangs on a trigger: not that of a noun beside it ("over the 2019
        killing") nor of another clause ("and is due in court on Monday")."""
        inside = [one for one in self.times if begin <= one.start < end]
        own = [one for one in inside if self._hangs_on(one, trigger)]
        return min(own, key=lambda one: abs(one.start - self.index.starts[trigger]), default=None)

    def _day(self, trigger: int, begin: int, end: int) -> TimeExpression | None:
        """The day of the trigger's own clause; the only one of its sentence where that has none."""
        own = self._own_time(trigger, begin, end)
        if own is not None and own in self.links.days:
            return own
        if not self.tree.is_verb(trigger):
            return None
        days = [one for one in self.links.days if begin <= one.start < end]
        return days[0] if len(days) == 1 and self._is_free(days[0]) else None

    def _hangs_on(self, time: TimeExpression, trigger: int) -> bool:
        at = self._top(time)
        # "The toll of the quake rose on Friday": the verb is of the toll.
        head = trigger if self.tree.is_verb(trigger) else self.tree.governor(trigger)[1]
        verb = head if self.tree.is_verb(head) else None
        for _ in range(_CLIMB):
            if at in {trigger, verb}:
                return True
            if self.tree.deps[at] in {"relcl", "acl"} and self.tree.heads[at] == trigger:
                return True  # "the earthquake that shook the highlands on Tuesday"
            # A first verb of several shares the time of the last: "was arrested and charged".
            if self.tree.is_verb(at) and verb is not None and self._shares(at, verb):
                return True
            if self.tree.is_verb(at) or self.tree.is_noun(at) or self.tree.heads[at] == at:
                return False
            at = self.tree.heads[at]
        return False

    def _shares(self, one: int, other: int) -> bool:
        """Whether two verbs are joined, and the second has neither a subject nor another tense."""
        first, second = sorted((one, other))
        joined = self.tree.deps[second] == "conj" and self.tree.heads[second] == first
        return joined and self.tree.tags[first] == self.tree.tags[second]

    def _is_free(self, time: TimeExpression) -> bool:
        """Whether a time hangs on a verb and on no noun."""
        at = self._top(time)
        for _ in range(_CLIMB):
            if self.tree.is_verb(at):
                return True
            if self.tree.is_noun(at) or self.tree.heads[at] == at:
                return False
            at = self.tree.heads[at]
        return False

    def _top(self, time: TimeExpression) -> int:
        """What the words of a time hang on: a verb, a noun or a preposition."""
        first, after = self.index.tokens(time.start, time.end)
        return self.tree.heads[self.tree.top(first, after)]
