"""What a figure measures where there is no parse: by the order of words alone."""

from __future__ import annotations

from include.extraction.figures.draft import Draft, Range
from include.extraction.reading.token_table import TokenTable
from include.languages.record import Figures

_REACH = 12
_ENDS = frozenset({".", ";", "!", "?", ":"})


def flat_measure(
    table: TokenTable, draft: Draft, known: Figures
) -> tuple[Range | None, Range | None]:
    """(what is measured, whose it is) by word order; None for what it does not tell."""
    if draft.noun is not None:
        return (draft.noun, draft.noun + 1), None
    begin = draft.sentence[0]
    for i in range(draft.first - 1, begin - 1, -1):
        if table.texts[i] in _ENDS:
            begin = i + 1
            break
    first = next(
        (
            i
            for i in range(begin, draft.first)
            if table.texts[i][:1].isalpha() and table.lower[i] not in known.determiners
        ),
        None,
    )
    if first is None:
        return None, None
    after = first + 1
    if table.language != "de":  # nouns are in capitals in German alone
        while (
            after < draft.first
            and table.lower[after] not in known.levels | known.rising | known.falling
        ):
            after += 1
            if after - first > 6:
                break
        return (first, min(after, first + 6)), None
    noun = next((i for i in range(first, draft.first) if table.texts[i][:1].isupper()), first)
    holder = None
    at = noun + 1
    if at < draft.first and table.lower[at] in known.owners:
        end = at + 1
        while end < draft.first and table.texts[end][:1].isupper():
            end += 1
        if end > at + 1:
            holder = (at + 1, end)
    return (noun, noun + 1), holder


def flat_change(table: TokenTable, draft: Draft, known: Figures) -> str | None:
    """Which way the measure goes, by the words of the clause before and right behind."""
    begin = max(draft.sentence[0], draft.first - _REACH)
    near = table.lower[begin : draft.first] + table.lower[draft.after : draft.after + 3]
    if any(word in known.rising for word in near):
        return "up"
    if any(word in known.falling for word in near):
        return "down"
    return None
