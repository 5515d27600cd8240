"""How figures of one sentence hang together: lists, parts of a whole, revised tolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from include.extraction.figures import words
from include.extraction.figures.amounts import Amount
from include.extraction.figures.draft import Draft
from include.extraction.figures.kinds import Kind

_LIST_GAP = 12
_JOINERS = frozenset(str.split("and et und plus"))
_JOINING_PHRASES = (("as", "well", "as"), ("along", "with"), ("together", "with"))
_PART_BEFORE = frozenset({"including", "among", "dont", "darunter", "parmi"})
_WHOM = frozenset(str.split("whom them these those lesquels denen"))
_OLDER = frozenset(str.split("earlier previous previously initial initially prior before"))
_RAISED = frozenset(
    str.split(
        "raised raises rose risen rises revised increased climbed lowered cut reduced updated "
        "fell jumped up down"
    )
)
_VERBS = ("VB", "MD")
_ELLIPSIS_REACH = 40
_SOURCES = frozenset({"selon", "according", "laut"})
_ELLIPSIS_ENDS = frozenset({".", ",", ";", "”", '"', "»", "“", ")", *_SOURCES})
_COUNTING = frozenset(
    str.split(
        "count counts counted put puts spoke speak speaks said says say admit admits admitted gave "
        "give gives estimate estimates estimated report reports reported claim claims claimed "
        "toll number figure total compte comptait parle parlait sprach zählte"
    )
)


def share_events(doc: Doc, drafts: Sequence[Draft], *, tagged: bool) -> list[Draft]:
    """The drafts, those of one list with one event: "killing a clerk and two guards"."""
    found = list(drafts)
    for at in range(1, len(found)):  # forwards, from "killing five soldiers and …"
        before, here = found[at - 1], found[at]
        if before.side == words.RIGHT and _may_take(here) and _is_list(doc, before, here, tagged):
            found[at] = _told_as(here, before)
    for at in range(2, len(found)):  # over "…, five of whom were foreigners, and …"
        before, part, here = found[at - 2], found[at - 1], found[at]
        if before.is_event and _may_take(here) and _is_over_part(doc, before, part, here):
            found[at] = _told_as(here, before)
    for at in range(len(found) - 2, -1, -1):  # backwards, from "… and two guards were killed"
        here, behind = found[at], found[at + 1]
        if behind.side == words.LEFT and _may_take(here) and _is_list(doc, here, behind, tagged):
            found[at] = _told_as(here, behind)
    return found


def fill_ellipses(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, bare numbers with the kind of the people counted before them: "The unions
    said 45,000 had marched. The police counted 18,000."."""
    found = list(drafts)
    last: Draft | None = None
    for at, here in enumerate(found):
        if here.kind is None and last is not None and _is_ellipsis(doc, here, last):
            assert last.kind is not None
            kind = Kind(last.kind.what, "person", "ellipsis")
            found[at] = here = replace(here, kind=kind, told_by=last.told_by)
        if here.kind is not None and here.kind.unit == "person":
            last = here
        elif here.kind is not None:
            last = None
    return found


def _is_ellipsis(doc: Doc, here: Draft, last: Draft) -> bool:
    if here.amount.unit is not None or here.amount.low == 0 == here.amount.high:
        return False
    between = doc[last.after : here.first]
    if len(between) > _ELLIPSIS_REACH or any("\n" in token.text for token in between):
        return False
    behind = doc[here.after : here.after + 1].text
    if behind and behind.casefold() not in _ELLIPSIS_ENDS:
        return False
    if here.first and doc[here.first - 1].text == ":":
        return False  # "Estimated attendance: 77,000"
    lead = {token.lower_ for token in doc[max(here.sentence[0], here.first - 5) : here.first]}
    return bool(_COUNTING & lead) or behind.casefold() in _SOURCES


def _is_over_part(doc: Doc, before: Draft, part: Draft, here: Draft) -> bool:
    """Whether a list goes on behind an aside on a part of its member before."""
    if not before.sentence == part.sentence == here.sentence:
        return False
    behind = [token.lower_ for token in doc[part.after : part.after + 2]]
    if len(behind) < 2 or behind[0] != "of" or behind[1] not in _WHOM:
        return False
    lead = [token.text for token in doc[here.first - 2 : here.first] if not token.is_space]
    if lead[-1:] not in (["and"], ["AND"]) or lead[0] not in {",", "-", "--", "–", "—", ")"}:
        return False
    own = doc[here.noun + 1] if here.noun is not None and here.noun + 1 < len(doc) else None
    return own is None or not own.tag_.startswith(_VERBS)


def _may_take(draft: Draft) -> bool:
    return (
        draft.told_by is None
        and not draft.is_blocked
        and draft.kind is not None
        and draft.kind.unit == "person"
        and draft.kind.what not in words.PERSON_KINDS
    )


def _told_as(draft: Draft, other: Draft) -> Draft:
    if other.kind is None:
        return draft
    kind = Kind(other.kind.what, "person", "list", cost=other.kind.cost)
    return replace(draft, kind=kind, told_by=other.told_by, side=other.side)


def _is_list(doc: Doc, before: Draft, here: Draft, tagged: bool) -> bool:
    """Whether two figures are members of one list: nothing but nouns and a joiner between."""
    if before.sentence != here.sentence or not 0 < here.first - before.after <= _LIST_GAP:
        return False
    between = [token for token in doc[before.after : here.first] if not token.is_space]
    lowered = [token.lower_ for token in between]
    joined = bool(_JOINERS.intersection(lowered)) or "," in lowered
    for phrase in _JOINING_PHRASES:
        joined = joined or any(
            tuple(lowered[i : i + len(phrase)]) == phrase for i in range(len(lowered))
        )
    if not joined or any(token.text in {".", ";", ":", "?", "!"} for token in between):
        return False
    events = words.events_of(doc.lang_)
    for token in between:
        if token.lower_ in events and token.lower_ not in words.CONDITION_NOUNS:
            return False
        if tagged and not token.is_upper and token.tag_.startswith(_VERBS):
            return False
    return True


def relate(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what each is a part of, and which newer figure took its place."""
    found = list(drafts)
    for at, here in enumerate(found):
        if at == 0 or here.kind is None:
            continue
        before = _whole_before(found, at)
        if before is not None and _is_part(doc, here, found[before]):
            found[at] = replace(here, part_of=before)
            continue
        older = _superseded(doc, found[at - 1], here)
        if older == "here":
            found[at] = replace(here, superseded_by=at - 1)
        elif older == "before":
            found[at - 1] = replace(found[at - 1], superseded_by=at)
    return found


def _whole_before(drafts: Sequence[Draft], at: int) -> int | None:
    """The nearest figure before of the same sentence that is no part itself."""
    here = drafts[at]
    for other in range(at - 1, max(-1, at - 5), -1):
        draft = drafts[other]
        if draft.sentence != here.sentence or draft.kind is None:
            return None
        if draft.part_of is None and draft.kind.unit == here.kind.unit if here.kind else False:
            return other
    return None


def _is_part(doc: Doc, here: Draft, whole: Draft) -> bool:
    """ "including four children", "three of them children", "20 of whom were released"."""
    if not _at_most(here.amount, whole.amount):
        return False
    before = [t.lower_ for t in doc[max(whole.after, here.first - 3) : here.first]]
    behind = [t.lower_ for t in doc[here.after : here.after + 4]]
    if before and before[-1] in _PART_BEFORE:
        return True
    if len(behind) > 1 and behind[0] == "of" and _WHOM.intersection(behind[1:3]):
        return True
    # "including a nurse and two children": the list goes on.
    inside = [t.lower_ for t in doc[whole.after : here.first]]
    if _PART_BEFORE.intersection(inside) and not {".", ";"}.intersection(inside):
        cut = max(i for i, word in enumerate(inside) if word in _PART_BEFORE)
        return len(inside) - cut <= _LIST_GAP and bool(_JOINERS.intersection(inside[cut:]))
    return False


def _at_most(part: Amount, whole: Amount) -> bool:
    least = part.low if part.low is not None else part.high
    most = whole.high if whole.high is not None else None
    return least is None or most is None or least <= most


def _superseded(doc: Doc, before: Draft, here: Draft) -> str | None:
    """Which of two figures of one toll is the older: "raised to 27 from 21"."""
    if before.kind is None or here.kind is None or before.sentence != here.sentence:
        return None
    if before.kind.what != here.kind.what or before.kind.unit != here.kind.unit:
        return None
    between = [t.lower_ for t in doc[before.after : here.first] if not t.is_space]
    lead = [t.lower_ for t in doc[before.sentence[0] : before.first]]
    changed = bool(_RAISED.intersection(lead) or _RAISED.intersection(between))
    is_from = len(between) <= 8 and "from" in between
    if is_from and (changed or _OLDER.intersection(between)):
        return "here"
    if changed and lead[-1:] == ["from"] and between[:1] == ["to"]:
        return "before"
    if len(between) <= 10 and {"not", "instead"}.intersection(between[:4]):
        return "here"
    return None
