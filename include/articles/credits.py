"""The news agency an article is credited to, wherever its page says so.

Datelines and bylines are the author's; a line at the foot may be ("(dpa)"), or only say that an
agency helped ("with files from"). Such lines are furniture of a page, and in no body: they are
looked for among the page's blocks just before and behind the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from include.agencies import Credit, Stands, credit_line, credited_in
from include.articles.blocks import Block

_FIRST, _LAST = 160, 400
_BEFORE, _BEHIND = 20, 12
_EDGE = 4
_LINE = 40
_PLAIN = re.compile(r"\W{0,2}(?:with|mit|avec|additional|quelle|source|fuente|bron)\b|\(", re.I)


def find_credit(
    stated: str | None,
    body: str,
    blocks: Sequence[Block],
    titles: frozenset[str],
    *,
    language: str | None = None,
) -> Credit | None:
    """The agency and where it is credited, the plainest first; None where none is.

    `stated` is the agency among the authors that the page names, `blocks` are what a reader sees
    on the page, `titles` the page's headlines, folded. A line that only tells of help gives way
    to one that tells the author.
    """
    if stated is not None:
        return Credit(stated, Stands.BYLINE)
    within = credited_in(body, first=_FIRST, last=_LAST)
    if within is not None and within.stands is Stands.DATELINE:
        return within
    before, behind = _edges(body, blocks, titles)
    found = [credit_line(block.text, is_foot=False, language=language) for block in before]
    found += [credit_line(block.text, is_foot=True, language=language) for block in behind]
    told = [each for each in (*found, within) if each is not None]
    return min(told, key=lambda each: each.stands is Stands.HELP, default=None)


def _edges(
    body: str, blocks: Sequence[Block], titles: frozenset[str]
) -> tuple[list[Block], list[Block]]:
    """The blocks between the headline and the article's first sentences, and behind its last."""
    lines = set(body.split("\n"))
    own = [i for i, block in enumerate(blocks) if len(block.text) >= _LINE and block.text in lines]
    if not own:
        return [], []
    first, last = own[0], own[-1]
    heads = [i for i in range(first + 1) if blocks[i].tag == "h1" or blocks[i].key in titles]
    start = max(heads[-1] if heads else 0, first - _BEFORE)
    before = [blocks[i] for i in range(start, min(first + _EDGE, last)) if not blocks[i].in_figure]
    behind = []
    is_over = False
    for i in range(max(first + 1, last - _EDGE + 1), min(last + 1 + _BEHIND, len(blocks))):
        is_over = is_over or (i > last and blocks[i].is_head)
        # Behind a heading other pieces stand: there a credit has to say that it is one.
        if not blocks[i].in_figure and (not is_over or _PLAIN.match(blocks[i].text)):
            behind.append(blocks[i])
    return [block for block in before if block.tag != "li"], [
        block for block in behind if block.tag != "li"
    ]
