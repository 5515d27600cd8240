"""Whether a figure is reported as fact: actual, forecast, possible, negated or earlier.

The verbs above a figure decide, the nearest first: "could kill 10,000", "denied that 30 had
died". Then what the sentence is set in: a film, a drill, a year long past.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from include.extraction.figures.draft import Draft
from include.extraction.figures.holders import is_time
from include.extraction.figures.tree import Tree
from include.languages.record import Figures
from include.records import TimeExpression

_CLAUSES = frozenset(
    {"advcl", "ccomp", "xcomp", "conj", "relcl", "acl", "pcomp", "acl:relcl", "dep"}
)
_FULL = frozenset({"relcl", "acl:relcl", "advcl", "ccomp", "parataxis", "conj"})
#: Nouns whose clause is what somebody claims, and another may deny.
_CLAIMS = frozenset(
    str.split("report reports claim claims allegation allegations rumour rumours rumor rumors")
)
_BESIDE_VERB = frozenset({"advmod", "acomp", "attr", "oprd", "xcomp", "obl:mod"})
_DENY = ("den", "dém", "neg", "desmin", "bestr", "dement")
_ASIDE = frozenset(
    str.split("before after with in despite during until against among between on under near")
)
# A film is fiction; a game, a series or a book may be one that took place.
_AT_TIMES = frozenset(
    str.split("game play series book model exercise episode video exercises scenario")
)
_OLD_DAYS = 75
_MOST = 6


def status(
    tree: Tree, draft: Draft, times: Sequence[TimeExpression], known: Figures, *, day: date | None
) -> str:
    """The status of a figure in a parsed sentence. `times` are those of its clause."""
    if draft.first and tree.lower[draft.first - 1] in known.now:
        return "actual"  # "the toll, now 19, could pass 50"
    found = _by_number(tree, draft, known) or _by_noun(tree, draft, known)
    if found is None:
        found = _by_verbs(tree, draft, known)
        if found == "forecast" and _is_given(tree, draft):
            found = None
    if found is None and _is_fiction(tree, draft, known):
        found = "possible"
    if found is None and (
        _is_older(tree, draft, times, day, known) or _was_ago(tree, draft, times)
    ):
        found = "earlier"
    if found == "negated" and draft.amount.is_score:
        found = None
    return found or "actual"


def status_by_words(words: Sequence[str], known: Figures) -> str:
    """The status of a figure by the words of its clause alone, where there is no parse."""
    near = set(words)
    for name, cues in (
        ("negated", known.denials),
        ("possible", known.possible),
        ("possible", known.fiction),
        ("forecast", known.forecasts),
    ):
        if cues & near:
            return name
    return "actual"


def _by_number(tree: Tree, draft: Draft, known: Figures) -> str | None:
    """ "none of the 40", "not one of the 60", "neither of the two"."""
    lead = tree.lower[max(draft.sentence[0], draft.first - 5) : draft.first]
    if draft.amount.is_nought:
        return None
    if "of" in lead[-2:]:
        before = lead[: len(lead) - 1 - lead[::-1].index("of")]
        if before[-1:] in (["none"], ["neither"]) or before[-2:] == ["not", "one"]:
            return "negated"
        if before[-3:] == ["not", "a", "single"] or before[-2:] == ["single", "one"]:
            return "negated"
    return None


def _by_noun(tree: Tree, draft: Draft, known: Figures) -> str | None:
    """ "a target of 3%", "an estimate of 1.2 million", "its 2030 goal"."""
    heads = {draft.measure_head} if draft.measure_head is not None else set()
    relation, head, preposition = tree.governor(draft.top)
    if relation in {"mod", "appos"} or preposition in {"of", "to", "at", "for", "de", "à"}:
        heads.add(head)
    heads.discard(draft.noun if draft.noun is not None else -1)  # "14 goals" are no target
    for head in heads:
        if tree.lower[head] in known.chances:
            return "possible"
        if draft.measure_head == head and tree.verb_above(draft.top) == tree.verb_above(head):
            relation, _, _ = tree.governor(head)
        if tree.lower[head] in known.forecast_nouns:
            return "forecast"
        if any(tree.lower[c] in known.forecast_nouns for c in tree.children[head] if c < head):
            return "forecast"
        is_older = any(tree.lower[c] in known.older for c in tree.children[head] if c < head)
        is_who = tree.lower[head] in known.person_nouns or draft.is_money  # "340 former workers"
        if is_older and not is_time(tree, head) and not (is_who and head > draft.first):
            return "earlier"
    return None


def _by_verbs(tree: Tree, draft: Draft, known: Figures) -> str | None:
    at = draft.top
    nearest = True
    for step, verb in enumerate(tree.chain(draft.top)):
        if step > _MOST:
            break
        word = tree.lower[verb]
        helpers = tree.helpers(verb)
        is_above = not nearest
        nearest = False
        if is_above and tree.deps[at] == "pcomp" and _has_subject(tree, at):
            break  # "…, with ten already arrested"
        is_relative = is_above and tree.deps[at] in {"relcl", "acl:relcl"}
        if is_relative and tree.lower[tree.heads[at]] not in _CLAIMS:
            break
        if is_above and tree.deps[at] == "conj":
            if known.modals & helpers and not _has_subject(tree, at):
                return "possible"
            if known.futures & helpers and not _has_subject(tree, at):
                return "forecast"
            if word in known.denials and tree.deps[at] != "conj":
                return "negated"
            at = verb
            continue
        if is_above and tree.deps[at] == "advcl" and not _is_open(tree, at):
            mark = tree.child(at, "mark")
            if mark is not None and tree.lower[mark] in known.conditions:
                return "possible"
            break
        if tree.doc_language != "en" and _is_denied_before(tree, draft, known):
            return "negated"
        if known.negations & helpers and not is_above and not _is_only(tree, verb):
            if _stands_aside(tree, draft):
                return None
            is_planned = known.futures & helpers and not draft.is_event
            return "forecast" if is_planned else "negated"
        said = {word} | {tree.lower[c] for c in tree.children[verb] if tree.deps[c] == "acomp"}
        if known.negations & helpers and is_above and said & known.certain:
            return "negated"
        is_told = tree.deps[draft.top] in {"dobj", "obj"} and word.startswith(_DENY)
        if word in known.denials and (is_above or is_told) and not _stands_aside(tree, draft):
            return "negated"
        if is_above and any(
            tree.lower[c] in known.denials and not tree.is_verb(c) for c in tree.children[verb]
        ):
            return "negated"
        if (
            known.modals & helpers
            or (is_above and word in known.modals)
            or tree.is_conditional(verb)
        ):
            return "possible"
        if known.futures & helpers or tree.is_future(verb) or _is_going_to(tree, verb):
            return "forecast"
        has_seen = word == "seen" and bool({"has", "have", "had"} & helpers)
        if word in known.forecasts and not has_seen:
            return "forecast"
        if word in known.possible:
            return "possible"
        if any(
            tree.lower[c] in known.possible and tree.deps[c] in _BESIDE_VERB
            for c in tree.children[verb]
        ):
            return "possible"
        if draft.is_event and _is_enough(tree, verb):
            return "possible"
        if any(
            tree.lower[c] in known.forecasts and tree.deps[c] in {"acomp", "attr", "oprd"}
            for c in tree.children[verb]
        ):
            return "forecast"
        mark = tree.child(verb, "mark")
        if mark is not None and tree.lower[mark] in known.conditions:
            return "possible"
        if any(
            tree.deps[c] == "advcl"
            and any(tree.lower[m] in known.conditions for m in tree.children[c] if m < c)
            and "would" in helpers
            for c in tree.children[verb]
        ):
            return "possible"
        at = verb
    return None


def _is_given(tree: Tree, draft: Draft) -> bool:
    """Whether those counted are there already: "the mill's 310 workers will get", "5 of 18"."""
    noun = draft.noun
    if noun is None or draft.is_event:
        return False
    relation, head, preposition = tree.governor(noun)
    if relation == "prep" and preposition == "of" and head == draft.top:
        return False  # "40 of its 212 stores" are a part of those
    if relation == "prep" and preposition == "of" and tree.tags[head] == "CD":
        return True
    is_known = any(
        tree.deps[c] == "poss" or tree.lower[c] == "the"
        for c in tree.children[noun]
        if tree.deps[c] in {"poss", "det"}
    )
    return is_known and (relation in {"subj", "passive"} or preposition == "of")


def _stands_aside(tree: Tree, draft: Draft) -> bool:
    """ "never led before 9,412 fans": what is denied is not the number."""
    relation, _, preposition = tree.governor(draft.noun if draft.noun is not None else draft.top)
    return relation == "prep" and preposition in _ASIDE


def _is_enough(tree: Tree, verb: int) -> bool:
    """ "strong enough to kill 200", "a plot to kill 40": what could be, and not what was."""
    if "to" not in tree.helpers(verb):
        return False
    up = tree.heads[verb]
    if tree.deps[verb] in {"acl", "relcl"} and tree.is_noun(up):
        return True
    return tree.lower[up] in {"enough", "able", "capable"} or any(
        tree.lower[c] == "enough" for c in tree.children[up]
    )


def _is_denied_before(tree: Tree, draft: Draft, known: Figures) -> bool:
    """ "La direction dément vouloir …": a denial that the parse takes for no verb."""
    begin = draft.sentence[0]
    lead = tree.lower[begin : draft.first]
    if "," in lead:
        lead = lead[len(lead) - lead[::-1].index(",") :]
    return any(word in known.denials and word.startswith(_DENY) for word in lead)


def _has_subject(tree: Tree, verb: int) -> bool:
    return any(tree.deps[c].startswith("nsubj") for c in tree.children[verb])


def _is_open(tree: Tree, verb: int) -> bool:
    """Whether a clause shares the subject of the one above: "…, leaving 200 homeless"."""
    return not _has_subject(tree, verb) and tree.child(verb, "mark") is None


def _is_only(tree: Tree, verb: int) -> bool:
    """ "not only killed 12": no negation."""
    return any(tree.lower[c] in {"only", "just"} for c in tree.children[verb])


def _is_going_to(tree: Tree, verb: int) -> bool:
    """ "is going up 4.6% in January", "is to close", "due to open", "about to"."""
    if "to" not in tree.helpers(verb):
        return False
    up = tree.heads[verb]
    return tree.lower[up] in {"is", "are", "due", "set", "going", "about", "likely", "bound"}


def _is_fiction(tree: Tree, draft: Draft, known: Figures) -> bool:
    """Whether the clause is set in a film, a game, a drill: as its subject, or "in the film"."""
    for verb in tree.chain(draft.top):
        for c in tree.children[verb]:
            if tree.deps[c].startswith("nsubj") and _is_made_up(
                tree, c, known, is_event=draft.is_event
            ):
                return True
            if tree.is_preposition(c) and tree.lower[c] in {"in", "during", "under", "dans"}:
                below = tree.child(c, "pobj")
                if below is not None and _is_made_up(tree, below, known, is_event=draft.is_event):
                    return True
            if tree.deps[c] in {"obl:mod", "obl", "obl:arg"} and _is_made_up(
                tree, c, known, is_event=draft.is_event
            ):
                return True
    return False


def _is_made_up(tree: Tree, noun: int, known: Figures, *, is_event: bool) -> bool:
    if tree.lower[noun] in known.fiction:
        return is_event or tree.lower[noun] not in _AT_TIMES
    return any(
        f"{tree.lower[c]} {tree.lower[noun]}" in known.fiction
        for c in tree.children[noun]
        if tree.deps[c] == "compound"
    )


def _was_ago(tree: Tree, draft: Draft, times: Sequence[TimeExpression]) -> bool:
    """ "The toll was 18 a week ago": a level of another day."""
    verb = tree.verb_above(draft.top)
    if verb is None or tree.lower[verb] not in {"was", "were", "stood"}:
        return False
    return any(
        time.text.casefold().endswith((" ago", " earlier")) and time.start not in draft.bases
        for time in times
    )


def _is_older(
    tree: Tree,
    draft: Draft,
    times: Sequence[TimeExpression],
    day: date | None,
    known: Figures,
) -> bool:
    """Whether the clause names a day, month or year well before the text's own."""
    verb = tree.verb_above(draft.top)
    below = tree.children[verb] if verb is not None and verb < draft.first else ()
    if any(tree.lower[c] in known.now for c in below):
        return False  # "€5.5 billion in 2020, now exceed €7 billion"
    return any(
        is_old(time.value, day, is_event=draft.is_event)
        for time in times
        if time.start not in draft.bases
    )


def is_old(value: str | None, day: date | None, *, is_event: bool) -> bool:
    """Whether a TIMEX3 value lies well before a day: an older event, or an older period."""
    if not value or value == "PAST_REF" or day is None or not value[:4].isdigit():
        return False
    year = int(value[:4])
    if len(value) == 4:
        return year < day.year - (1 if not is_event and day.month < 4 else 0)
    if value[4:7] in {"-SP", "-SU", "-FA", "-WI"}:
        return year < day.year
    if value[4:6] == "-W" or value[4:6] in {"-Q", "-H"}:
        return year < day.year - 1 or (year < day.year and is_event and day.month > 3)
    if value[5:7].isdigit():
        month = int(value[5:7])
        shown = int(value[8:10]) if value[8:10].isdigit() else 28
        try:
            then = date(year, month, min(shown, 28))
        except ValueError:
            return False
        return (day - then).days > (_OLD_DAYS if is_event else 200)
    return False
