"""What one number counts: an event that befell people, money, a share, or things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from include.extraction.figures import currencies, words
from include.extraction.figures.amounts import Amount
from include.extraction.figures.draft import Draft
from include.extraction.figures.events import EventTree
from include.extraction.figures.kinds import Event, EventFinder, Kind, counted_noun
from include.extraction.figures.near import of_list, right_behind
from include.extraction.figures.people import is_person
from include.extraction.figures.plurals import singular
from include.extraction.figures.terms import is_term
from include.extraction.figures.text import FigureText
from include.extraction.figures.told import Told
from include.extraction.figures.tree import Tree

# What a number of things behind these tells is where something happened, not to how many.
_WHERE = frozenset({"in", "at", "across", "near", "within", "throughout"})
_ONE = frozenset(str.split("one un une ein eine einen einem einer una uno"))
_ARTICLES = _ONE - {"one"}
_FARTHEST = 14
_NEAR_WEIGHT = 12
_WEIGHED = frozenset(
    str.split("weigh weighs weighed weighing weight ounce ounces heavy heavier lb")
)
# Bodies of people, and people as customers of something, are counted as such.
_AS_COUNTED = frozenset(str.split("families family households household customers customer users"))
# A number and its noun have none of these between them.
_PARTS_NOUN = frozenset({"ADP", "VERB", "AUX", "PUNCT", "SCONJ"})


def read_kind(
    reading: FigureText,
    draft: Draft,
    finder: EventFinder,
    events: EventTree | None,
    earlier: Sequence[Draft],
) -> Draft:
    """The draft with what it counts, or with no kind where it counts nothing known."""
    amount, known = draft.amount, reading.known
    begin, end = draft.sentence
    tree = reading.tree_of(draft)
    noun = _noun(reading, draft, tree)
    word = reading.table.lower[noun] if noun is not None else ""
    if amount.is_duration:
        is_term_here = is_term(reading.table.lower, draft.first, draft.after, known)
        return _with(
            draft, Kind("term" if is_term_here else amount.unit or "", amount.unit, "unit")
        )
    if amount.is_score:
        return _with(draft, Kind(amount.unit or "", amount.unit, "score"))
    if tree is not None:
        amount = draft.amount = _beyond(tree, draft, noun, known.beyond)
    amount = draft.amount = _of_money(reading, draft, word)
    kind = _of_unit(amount, word, known.person_nouns, reading.code)
    if kind is not None:
        return _with(draft, kind)
    draft.noun = noun
    person = noun is None or is_person(reading.doc[noun], known)
    if tree is not None and events is not None:
        before = reading.table.lower[draft.first - 1] if draft.first else ""
        told = events.told(draft.top, noun, before)
        if told.is_step and told.kind is not None:
            return _with(draft, Kind("change", amount.unit or "person", "step"))
        is_told = person or told.token == noun or _may_be(told.kind or "", word)
        if told.kind is not None and is_told:
            kind = _of_told(amount, _number(reading, draft), told)
            if kind is not None and not _is_article(reading, draft, noun, events, told):
                draft.told_by = told.token
                return _with(draft, kind)
        near = right_behind(reading, draft, tree, noun) if person else None
        if near is None and person:
            near = of_list(reading, draft, tree, noun)
        if near is not None and not amount.is_one_of_many:
            draft.told_by = near.token
            return _with(draft, Kind(near.kind, amount.unit or "person", "near"))
        draft.is_blocked = told.is_blocked
    if tree is None or not person:
        kind = _of_thing(reading, draft, word)
        if kind is not None:
            return _with(draft, kind if kind.what else None)
    beside = finder.beside(draft.after)
    if beside is not None and tree is not None and noun in {None, draft.after}:
        draft.told_by, draft.side = draft.after, words.LEFT  # "27 morts"
        return _with(draft, Kind(beside, amount.unit or "person", "near"))
    if not draft.is_blocked and (tree is None or person):
        event = finder.event(draft.first, draft.after, begin, end)
        is_thing = bool(word) and word not in known.person_nouns
        if (
            event is not None
            and is_thing
            and reading.table.lower[event.token] in words.OF_THINGS_TOO
        ):
            event = None
        farthest = _FARTHEST - 0.5 if tree is None else _FARTHEST - 6
        if event is not None and event.cost <= farthest:
            found = _of_event(amount, _number(reading, draft), event)
            if _number(reading, draft) in _ARTICLES and not _is_one_person(reading, draft):
                found = None
            before = reading.table.lower[draft.first - 1] if draft.first else ""
            if tree is None and found is not None and before in reading.steps:
                found = Kind("change", "person", "step")  # "stieg um 5 auf 61"
            if found is not None:
                draft.told_by, draft.side = event.token, event.side
            return _with(draft, found)
    return _with(draft, _of_noun(reading, draft, word, earlier))


def _of_money(reading: FigureText, draft: Draft, word: str) -> Amount:
    """The amount, in money where its noun is one ("hundreds of thousands of pounds"), and in
    pounds of weight where something is weighed near by."""
    amount = draft.amount
    if amount.unit is None and word:
        code = currencies.code_of(word, reading.code)
        if code is not None:
            return replace(amount, unit=code, is_money=True)
    last = reading.table.lower[draft.after - 1]
    if amount.unit == "GBP" and last in {"pound", "pounds"}:
        near = reading.table.lower[max(0, draft.first - _NEAR_WEIGHT) : draft.after + _NEAR_WEIGHT]
        if _WEIGHED.intersection(near):
            return replace(amount, unit="pound", is_money=False)
    return amount


def _beyond(tree: Tree, draft: Draft, noun: int | None, verbs: frozenset[str]) -> Amount:
    """The amount, at least that much behind "passed" and "exceeded"."""
    amount = draft.amount
    if amount.bound != "exact" or amount.low is None or amount.unit == "fraction":
        return amount
    node = noun if noun is not None else draft.top
    relation, head, _ = tree.governor(node)
    if relation == "obj" and tree.lower[head] in verbs:
        return replace(amount, bound="at_least", high=None)
    return amount


def _noun(reading: FigureText, draft: Draft, tree: Tree | None) -> int | None:
    """The noun that a number counts: by the parse the one it hangs on, else the next one."""
    _, end = draft.sentence
    near = counted_noun(reading.doc, draft.after, end, tagged=reading.index.is_tagged)
    near_at: int | None = near.i if near is not None else None
    if near_at is not None and _expects(reading, near_at):
        return None  # "the 80,000 economists had expected"
    if reading.table.lower[draft.after : draft.after + 1] == ["times"]:
        return draft.after  # "1.9 times earnings"
    if tree is None:
        return near_at
    head = tree.heads[draft.top]
    label = tree.deps[draft.top]
    modifies = label in {"nummod", "compound", "amod", "nmod", "quantmod", "poss", "det"}
    if modifies and tree.is_noun(head) and not draft.first <= head < draft.after:
        joined = all(tree.kinds[i] not in _PARTS_NOUN for i in range(draft.after, head))
        return head if head > draft.first and joined else None
    for i in range(draft.first, draft.after):
        for c in tree.children[i]:
            if c >= draft.after and tree.deps[c] == "prep" and tree.lower[c] in {"of", "out"}:
                inner = tree.child(c, "prep") if tree.lower[c] == "out" else c
                below = tree.child(inner, "pobj") if inner is not None else None
                if (
                    below is not None
                    and tree.is_noun(below)
                    and tree.lower[below] not in words.WHOM
                ):
                    return below
    if near_at is not None and near_at == draft.after and label in {"nummod", "dep", "ROOT", "det"}:
        return near_at
    if (
        near_at is not None
        and tree.heads[near_at] == draft.top
        and tree.deps[near_at] in {"dep", "appos"}
    ):
        return near_at
    return None


def _expects(reading: FigureText, noun: int) -> bool:
    """Whether a noun opens a clause on what was expected, so that no number counts it."""
    lower = reading.table.lower[noun + 1 : noun + 3]
    return (
        len(lower) == 2
        and lower[0] in {"had", "have", "has"}
        and (lower[1] in reading.known.forecasts)
    )


def _with(draft: Draft, kind: Kind | None) -> Draft:
    draft.kind = kind
    return draft


def _number(reading: FigureText, draft: Draft) -> str:
    return reading.text[draft.amount.number_start : draft.amount.number_end].casefold()


def _may_be(kind: str, word: str) -> bool:
    """Whether nouns for bodies of people and states may be counted as well."""
    if kind in {"displaced", "evacuated"}:
        return word in {"families", "family", "households", "household"}
    return word in words.STATE_NOUNS or word in {"lives", "life", "cases", "infections", "victims"}


def _is_article(
    reading: FigureText, draft: Draft, noun: int | None, events: EventTree, told: Told
) -> bool:
    """Whether "un", "ein" is no number: "selon un bilan", "bei einem Unfall"."""
    if _number(reading, draft) not in _ARTICLES:
        return False
    if noun is not None and noun == told.token:
        return not events.is_state(noun)
    return not _is_one_person(reading, draft)


def _is_one_person(reading: FigureText, draft: Draft) -> bool:
    """Whether a word for a person, or "un mort", follows within two tokens."""
    events = words.events_of(reading.code)
    for i in range(draft.after, min(draft.after + 3, len(reading.table.lower))):
        word = reading.table.lower[i]
        if is_person(reading.doc[i], reading.known) or (word in events and i == draft.after):
            return True
    return False


def _of_told(amount: Amount, number: str, told: Told) -> Kind | None:
    assert told.kind is not None
    if number in _ONE and amount.is_one_of_many:
        return None
    if amount.unit == "fraction":
        return Kind("fraction", "fraction", "parse")  # "half of the wounded" is no toll
    return Kind(told.kind, amount.unit or "person", "parse")


def _of_unit(amount: Amount, word: str, person_nouns: frozenset[str], code: str) -> Kind | None:
    if amount.unit in {"percent", "percentage_point", "basis_point", "per_mille"}:
        return Kind("percent" if amount.unit == "percent" else amount.unit, amount.unit, "unit")
    if amount.is_money:
        return Kind("money", amount.unit, "unit")
    if amount.unit and amount.unit != "fraction" and not amount.unit.startswith("per_"):
        is_thing = word and word not in person_nouns and code == "en"
        return Kind(singular(word) if is_thing else amount.unit, amount.unit, "measure")
    return None


def _of_thing(reading: FigureText, draft: Draft, word: str) -> Kind | None:
    """The kind of things counted; one without a name where they are no figure."""
    known = reading.known
    if not word or word in known.person_nouns:
        return None
    unit = draft.amount.unit or singular(word, reading.code)
    if word in known.thing_nouns:
        if _number(reading, draft) in {"no", "none", *_ONE}:
            return Kind("", None, "none")
        return Kind(singular(word, reading.code), unit, "noun")
    is_where = bool(draft.first) and reading.table.lower[draft.first - 1] in _WHERE
    if is_where and _number(reading, draft) not in _ARTICLES:
        return Kind(singular(word, reading.code), unit, "noun")
    return None


def _of_event(amount: Amount, number: str, event: Event) -> Kind | None:
    if number in _ONE and event.cost > 4:
        return None
    if amount.is_nought and event.cost > 8:
        return None
    what = "fraction" if amount.unit == "fraction" else event.kind
    return Kind(what, amount.unit or "person", "near", cost=event.cost)


def _of_noun(reading: FigureText, draft: Draft, word: str, earlier: Sequence[Draft]) -> Kind | None:
    amount = draft.amount
    if amount.is_nought:
        return None
    last = next((d for d in reversed(earlier) if d.kind is not None), None)
    here = last is not None and last.sentence == draft.sentence
    is_event = bool(here and last and last.kind and last.kind.is_event)
    if is_event and last and last.kind and _continues(reading, draft):
        draft.told_by = last.told_by
        return Kind(last.kind.what, "person", "part")
    if not word or _number(reading, draft) in {*_ONE, "a couple"}:
        return Kind("fraction", "fraction", "unit") if amount.unit == "fraction" else None
    what = word if amount.unit == "fraction" else singular(word, reading.code)
    is_people = word in reading.known.person_nouns and word not in _AS_COUNTED
    unit = "person" if is_people or _is_people(reading, draft, word) else what
    return Kind(what, amount.unit or unit, "noun")


def _is_people(reading: FigureText, draft: Draft, word: str) -> bool:
    """Whether a noun that no list has is one for people, by its label or ending."""
    low = draft.amount.low
    if draft.noun is None or word in _AS_COUNTED or (low is not None and low % 1):
        return False
    return is_person(reading.doc[draft.noun], reading.known)


def _continues(reading: FigureText, draft: Draft) -> bool:
    """Whether the figure is part of the one before: "including four", "20 of whom"."""
    lower = reading.table.lower
    before = lower[draft.first - 1] if draft.first else ""
    behind = lower[draft.after : draft.after + 2]
    return before in {"including", "dont", "darunter"} or behind in (["of", "whom"], ["of", "them"])


def bare_kind(
    reading: FigureText, draft: Draft, tree: Tree, earlier: Sequence[Draft]
) -> Kind | None:
    """The kind of a number without a noun that its sentence tells something of.

    It is what a measure comes to ("redundancies now total 340"), or it does something itself
    ("of 168 riders, 61 gave up").
    """
    if _number(reading, draft) in _ONE or draft.amount.unit is not None:
        return None
    if tree.lower[draft.after : draft.after + 1] == ["aboard"]:
        return Kind("person", "person", "bare")  # "with 210 aboard"
    if tree.deps[draft.top].startswith("nsubj"):
        last = next(
            (d for d in reversed(earlier) if d.sentence == draft.sentence and d.noun is not None),
            None,
        )
        if last is not None and last.noun is not None:
            draft.of_what = (last.noun, last.noun + 1)
            word = singular(tree.lower[last.noun], reading.code)
            is_people = is_person(reading.doc[last.noun], reading.known)
            return Kind(word, "person" if is_people else word, "bare")
        return Kind("count", None, "bare")
    head = draft.measure_head
    if head is not None and tree.is_noun(head) and tree.lower[head] in reading.known.audiences:
        return Kind("count", "person", "bare")  # "a crowd of 41,260"
    is_headed = tree.texts[draft.first - 1 : draft.first] == [":"]
    if head is not None and is_headed and tree.tags[head] == "NNS":  # "Car thefts: 641"
        noun = singular(tree.lower[head], reading.code)
        return Kind(noun, noun, "bare")
    verb = tree.verb_above(draft.top)
    if draft.of_what is None or verb is None or head == verb:
        return None
    known, word = reading.known, tree.lower[verb]
    if word not in known.levels and word not in known.rising and word not in known.falling:
        return None
    if head is None or tree.tags[head] != "NNS":
        return Kind("count", None, "bare")
    noun = singular(tree.lower[head], reading.code)  # "redundancies now total 340"
    is_money = noun in {
        "price",
        "cost",
        "sale",
        "rate",
        "share",
        "wage",
        "fare",
        "profit",
        "earning",
    }
    if is_money or tree.lower[head] in known.own_measures:
        return Kind("count", None, "bare")
    is_people = is_person(reading.doc[head], known)
    return Kind(noun, "person" if is_people else noun, "bare")
