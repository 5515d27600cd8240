"""Figures in a text: numbers somebody reports, with what they count, bounds and place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from include.extraction.figures import changes, confidence, status
from include.extraction.figures.amounts import Amount, find_amounts
from include.extraction.figures.counting import bare_kind, read_kind
from include.extraction.figures.draft import Draft
from include.extraction.figures.events import EventTree
from include.extraction.figures.flat import flat_change, flat_measure
from include.extraction.figures.holders import is_time
from include.extraction.figures.kinds import EventFinder, Kind
from include.extraction.figures.measures import measure
from include.extraction.figures.relations import fill_ellipses, relate, share_events
from include.extraction.figures.scores import find_scores, score_measure
from include.extraction.figures.terms import is_measured_time, is_term
from include.extraction.figures.text import FigureText
from include.extraction.figures.traps import is_trap
from include.extraction.figures.tree import Tree
from include.extraction.figures.victims import join_victims, single_victims
from include.extraction.reading.links import Links, source_of
from include.languages.record import Figures
from include.records import Figure, Mention, Party, Quote, Span, TimeExpression


def find_figures(
    doc: Doc,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote] = (),
    *,
    day: date | None = None,
) -> tuple[Figure, ...]:
    """The figures of a text in order.

    Numbers that are dates, ages, scores, streets, flights or magnitudes are left out,
    and so are bare numbers that count nothing known. Whoever speaks a statement of `quotes`
    is the source of the figures in it. `day` is that of publication: what lies well before it is
    told as earlier.
    """
    reading = FigureText(doc, day)
    amounts = _amounts(reading, times)
    finder = EventFinder(doc, amounts)
    events = (
        EventTree(
            reading.tree,
            reading.code,
            reading.known,
            finder.captive,
            finder.phrases,
            finder.none,
        )
        if reading.tree is not None
        else None
    )
    drafts: list[Draft] = []
    for amount, first, after in amounts:
        tree = reading.tree
        bare, _ = reading.index.tokens(amount.number_start, amount.number_end)
        top = tree.top(max(first, min(bare, after - 1)), after) if tree is not None else first
        draft = Draft(amount, first, after, reading.sentences.around(first), top)
        drafts.append(read_kind(reading, draft, finder, events, drafts))
    join_victims(reading, events, drafts)
    drafts = share_events(doc, drafts, tagged=reading.index.is_tagged)
    drafts = fill_ellipses(doc, drafts)
    if events is not None:
        singles = single_victims(reading, events, drafts)
        drafts = sorted([*drafts, *singles], key=lambda draft: draft.first)
    _measure(reading, drafts)
    drafts = [draft for draft in drafts if draft.kind is not None]
    _judge(reading, drafts, times)
    drafts = relate(doc, drafts)
    links = Links(reading.text, mentions, times, quotes, language=doc.lang_)
    return tuple(_figure(reading, draft, drafts, links, mentions) for draft in drafts)


def _amounts(reading: FigureText, times: Sequence[TimeExpression]) -> list[tuple[Amount, int, int]]:
    """Amounts that may be figures, with the token indexes they cover."""
    found = []
    position = 0
    pairs = list(find_scores(reading.text, reading.code))
    taken = [(first.start, second.end) for first, second in pairs]
    for amount in find_amounts(reading.text, reading.code):
        if any(amount.start < end and start < amount.end for start, end in taken):
            continue
        while position < len(times) and times[position].end <= amount.number_start:
            position += 1
        first, after = reading.index.tokens(amount.start, amount.end)
        span = reading.doc[first:after]
        is_time = position < len(times) and times[position].start < amount.number_end
        if amount.is_duration:
            if not (
                is_term(reading.table.lower, first, after, reading.known)
                or is_measured_time(reading.table.lower, first, after, reading.known)
            ):
                continue
        elif is_time and not amount.is_money and amount.unit != "percent":
            continue
        if not len(span) or is_trap(reading.text, amount, reading.doc, span):
            continue
        found.append((amount, span.start, span.end))
    for pair in pairs:
        for amount in pair:
            first, after = reading.index.tokens(amount.start, amount.end)
            if first < after:
                found.append((amount, first, after))
    return sorted(found, key=lambda one: one[0].start)


def _measure(reading: FigureText, drafts: Sequence[Draft]) -> None:
    """What each draft measures and whose it is; bare numbers take both from the one before."""
    last: Draft | None = None
    for at, draft in enumerate(drafts):
        tree = reading.tree_of(draft)
        if tree is not None and draft.amount.is_score:
            draft.of_what, draft.holder = score_measure(tree, draft)
        elif tree is not None:
            found = measure(tree, draft, reading.known)
            draft.of_what, draft.holder = found.of_what, found.holder
            draft.measure_head = found.head
        else:
            draft.of_what, draft.holder = flat_measure(reading.table, draft, reading.known)
        if last is not None and last.sentence == draft.sentence and last.kind is not None:
            _take_over(reading, draft, last)
        if draft.kind is None and tree is not None and not draft.amount.is_nought:
            draft.kind = bare_kind(reading, draft, tree, drafts[:at])
        if draft.kind is not None:
            last = draft


def _take_over(reading: FigureText, draft: Draft, last: Draft) -> None:
    """ "…, from 1.08 billion a year earlier": unit and measure of the figure before it."""
    assert last.kind is not None
    lead = reading.table.lower[last.after : draft.first]
    near_lead = lead[-3:]
    is_set_against = any(
        word in reading.known.from_first or word in reading.known.to_last for word in near_lead
    ) or any(one in " ".join(near_lead) for one in reading.known.set_against)
    near = len(lead) <= 14
    if draft.kind is None and draft.noun is None and draft.amount.unit is None and near:
        what, unit = last.kind.what, last.amount.unit or last.kind.unit
        is_nought = draft.amount.is_nought or (draft.is_blocked and last.kind.is_event)
        is_nought = is_nought or last.amount.is_score  # "drew 1-1; the attendance was 12,744"
        if not is_nought and (is_set_against or last.kind.rule != "parse"):
            if last.is_share and _is_level_behind(reading, last, lead):
                what, unit = "count", None  # "shed 1.7% to close at 6,480"
            draft.kind = Kind(what, unit, "ellipsis")
            if not (draft.of_what and lead[-1:] == ["of"]):  # "twice the estimate of 1.2 million"
                draft.of_what, draft.measure_head = last.of_what, last.measure_head
            beside = _named_before(reading, draft)
            if beside is not None:
                draft.holder = beside
            elif is_set_against or not draft.holder:
                draft.holder = last.holder
        elif _goes_on_elsewhere(reading, draft, last, lead):
            draft.kind = Kind(last.kind.what, last.kind.unit, "list")
            draft.told_by, draft.of_what = last.told_by, last.of_what
    elif is_set_against and near and draft.amount.unit == last.amount.unit and draft.noun is None:
        draft.of_what, draft.holder = last.of_what, last.holder


def _is_level_behind(reading: FigureText, last: Draft, lead: Sequence[str]) -> bool:
    """Whether a share is the step, and the number behind it the level that it led to."""
    before = reading.table.lower[last.first - 1] if last.first else ""
    return lead[-1:] in (["to"], ["at"]) and before not in reading.known.from_first


def _named_before(reading: FigureText, draft: Draft) -> tuple[int, int] | None:
    """ "…, Ms Roux 48.8", "…, the south only 12": who has the number, right before it."""
    tree = reading.tree_of(draft)
    if tree is None:
        return None
    at = draft.first - 1
    if tree.lower[at] in {"only", "just"}:
        at -= 1
    if at <= draft.sentence[0] or not tree.tags[at].startswith("NN") or is_time(tree, at):
        return None
    first = at
    while first > draft.sentence[0] and tree.tags[first - 1].startswith(("NN", "DT", "JJ")):
        first -= 1
    return (first, at + 1) if tree.texts[first - 1] in {",", ";", "and"} else None


def _goes_on_elsewhere(reading: FigureText, draft: Draft, last: Draft, lead: Sequence[str]) -> bool:
    """ "detained 56 people in Varn and 21 in Holt": the same befell those elsewhere."""
    if last.kind is None or not last.kind.is_event or draft.amount.is_nought:
        return False
    behind = reading.table.lower[draft.after : draft.after + 1]
    near = 0 < len(lead) <= 8 and lead[-1] in {"and", ","}
    return (
        near and behind in (["in"], ["at"], ["near"]) and set(lead) & {"in", "at", "near"} != set()
    )


def _judge(reading: FigureText, drafts: Sequence[Draft], times: Sequence[TimeExpression]) -> None:
    """Status, comparison and change of each draft."""
    lower = reading.table.lower
    for draft in drafts:
        tree = reading.tree_of(draft)
        near = _times_of(reading, draft, drafts, times)
        draft.times = near
        draft.bases = frozenset(
            time.start
            for time in near
            if time.start > draft.amount.start and _is_base(reading, time, known=reading.known)
        )
        if tree is not None:
            draft.status = status.status(tree, draft, near, reading.known, day=reading.day)
        else:
            begin, end = draft.sentence
            draft.status = status.status_by_words(lower[begin:end], reading.known)
            if draft.status == "actual" and any(
                status.is_old(
                    t.value, reading.day, is_event=bool(draft.kind and draft.kind.is_event)
                )
                for t in near
            ):
                draft.status = "earlier"
    changes.compare(lower, drafts, reading.known)
    for draft in drafts:
        tree = reading.tree_of(draft)
        if draft.status == "earlier" and draft.compared_with is None:
            continue
        draft.change = draft.change or (
            changes.change(tree, draft, reading.known)
            if tree is not None
            else flat_change(reading.table, draft, reading.known)
        )


def _is_base(reading: FigureText, time: TimeExpression, known: Figures) -> bool:
    """Whether a time is one that a figure is set against: "since 2008", "than a year ago"."""
    first, _ = reading.index.tokens(time.start, time.end)
    return bool(known.bases.intersection(reading.table.lower[max(0, first - 2) : first]))


def _times_of(
    reading: FigureText, draft: Draft, drafts: Sequence[Draft], times: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """The times of a draft's clause: those that hang on its verb or on the phrase it stands in."""
    begin, end = draft.sentence
    start = reading.table.starts[begin]
    after = reading.table.end(end - 1)
    inside = [t for t in times if start <= t.start < after]
    tree = reading.tree_of(draft)
    if tree is None or not inside:
        return inside if len([d for d in drafts if d.sentence == draft.sentence]) == 1 else []
    verb = tree.verb_above(draft.top)
    found = []
    for time in inside:
        token = reading.index.token_at(time.start)
        first, behind = reading.index.tokens(time.start, time.end)
        top = tree.top(first, behind)
        above = tree.verb_above(top)
        if above is None or above != verb:
            clause = verb
            while (
                clause is not None and tree.deps[clause] == "conj" and tree.heads[clause] != clause
            ):
                clause = tree.heads[clause]
            is_relative = clause is not None and tree.deps[clause] in {"relcl", "advcl", "acl"}
            if not (is_relative and clause is not None and _when(tree, clause, top)):
                continue
        low, high = sorted((draft.first, token))
        if ";" in reading.table.lower[low:high]:
            continue  # "averaged 81 percent; a year before, 77"
        others = [d for d in drafts if d.sentence == draft.sentence and d is not draft]
        gap = abs(draft.first - token)
        if any(abs(d.first - token) < gap and tree.verb_above(d.top) == verb for d in others):
            nearest = min(abs(d.first - token) for d in others)
            if nearest < gap and gap > 4:
                continue
        found.append(time)
    return found


def _when(tree: Tree, verb: int, time: int) -> bool:
    """Whether a clause tells of a time: "since 1995, when 168 people died"."""
    at = tree.heads[verb]
    return (
        at == time
        or tree.heads[at] == time
        or (tree.heads[time] == at and tree.deps[verb] == "relcl")
    )


def _figure(
    reading: FigureText,
    draft: Draft,
    drafts: Sequence[Draft],
    links: Links,
    mentions: Sequence[Mention],
) -> Figure:
    amount, kind, text = draft.amount, draft.kind, reading.text
    assert kind is not None
    sentence = reading.doc[draft.sentence[0] : draft.sentence[1]]
    begin, end = sentence.start_char, sentence.end_char
    day = _day(reading, draft, links.day(begin, end, amount.start))
    statement = links.statement(amount.start, amount.end)
    said_by = statement.speaker if statement else None
    but = (said_by.start, said_by.end) if said_by else (0, 0)
    place = links.place(begin, end, amount.start, but=but)
    source = said_by.text if said_by else None
    if source is None and reading.index.is_parsed:
        source = source_of(sentence)
    return Figure(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        what=kind.what,
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        unit=amount.unit or kind.unit,
        place=(place.entity or place.text) if place else None,
        confidence=confidence.confidence(draft),
        attributed_to=source,
        attributed_entity=statement.speaker_entity if statement else None,
        told_by=reading.doc[draft.told_by].text if draft.told_by is not None else None,
        place_start=place.start if place else None,
        time_start=day.start if day else None,
        part_of=_start(drafts, draft.part_of),
        superseded_by=_start(drafts, draft.superseded_by),
        of_what=_span(reading, draft.of_what),
        holder=_holder(reading, draft.holder, mentions),
        status=draft.status,
        compared_with=_start(drafts, draft.compared_with),
        change=draft.change,
    )


def _day(
    reading: FigureText, draft: Draft, nearest: TimeExpression | None
) -> TimeExpression | None:
    """The time of the figure's own clause; the nearest day of its sentence, unless a relative
    clause parts them ("a general who killed 900 men … collapsed on Friday")."""
    own = next((time for time in draft.times if time.value), None)
    if own is not None:
        return own
    tree = reading.tree_of(draft)
    verb = tree.verb_above(draft.top) if tree is not None else None
    if tree is not None and verb is not None and tree.deps[verb] in {"relcl", "acl:relcl"}:
        return None
    return nearest


def _span(reading: FigureText, tokens: tuple[int, int] | None) -> Span | None:
    if tokens is None or tokens[0] >= tokens[1]:
        return None
    start, end = reading.table.starts[tokens[0]], reading.table.end(tokens[1] - 1)
    return Span(start=start, end=end, text=reading.text[start:end])


def _holder(
    reading: FigureText, tokens: tuple[int, int] | None, mentions: Sequence[Mention]
) -> Party | None:
    """The holder's span with the name it stands for, where it is one."""
    span = _span(reading, tokens)
    if span is None:
        return None
    named = next((m for m in mentions if m.start < span.end and span.start < m.end), None)
    entity = (named.entity or named.text) if named is not None else None
    return Party(start=span.start, end=span.end, text=span.text, entity=entity)


def _start(drafts: Sequence[Draft], position: int | None) -> int | None:
    return drafts[position].amount.start if position is not None else None
