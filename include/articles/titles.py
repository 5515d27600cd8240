"""Titles as pages write them for search results and cards, cut down to the headline.

A title element holds the headline between the names of its site and section, parted by
bars, dashes or colons; attributes end early where nobody escaped a quotation mark.
"""

from __future__ import annotations

import re

from include.articles.text import folded, line

_SEPARATOR = re.compile(r"\s(?:[|\u2013\u2014\u00b7\u2022:»›/«]|-{1,2}|::)\s|\s?[|»]\s?|(?<=\w): ")
# Chinese, Japanese and Korean titles set no spaces around their marks.
_CJK_SITE = re.compile(
    r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3」』”！？!?…])[-_|－—｜ㅣ:：]{1,2}"
    r"[^-_|－—｜ㅣ:：\s]{1,12}(?:网|網|新闻|新聞|日报|日報|晚报|晚報|在线|ニュース|オンライン|デジタル|"
    r"DIGITAL|뉴스|일보|신문|타임즈)$",
    re.IGNORECASE,
)
# What blogs put between their own name and a post's, in the title element.
_ARCHIVE = re.compile(r"^(?:blog )?archi(?:v|ve|v(?:io|es))$")
MAX_HEADLINE = 400
"""Longer texts name no article."""

_MAX_PARTS = 8


def without_site(text: str, sites: frozenset[str]) -> str:
    """`text` on one line, without a first or last part that is the site's name.

    In Chinese, Japanese and Korean a last part that ends in a word for news media is one.
    """
    title = _CJK_SITE.sub("", line(text[:MAX_HEADLINE]))
    for _ in range(3):
        shorter = _without_last(title, sites) or _without_first(title, sites)
        if not shorter:
            break
        title = shorter
    return title


def _without_last(title: str, sites: frozenset[str]) -> str:
    for cut in list(_SEPARATOR.finditer(title))[-3:]:
        head, tail = title[: cut.start()], title[cut.end() :]
        if _is_site(tail, sites) and len(head) > len(tail) // 2:
            return head.strip()
    return ""


def _without_first(title: str, sites: frozenset[str]) -> str:
    cut = _SEPARATOR.search(title)
    if cut is None:
        return ""
    first, rest = title[: cut.start()], title[cut.end() :]
    is_name = _is_site(first, sites) or _ARCHIVE.match(folded(first)) is not None
    return rest.strip() if is_name and len(rest) > len(first) // 2 else ""


def _is_site(part: str, sites: frozenset[str]) -> bool:
    key = folded(part)
    if not key:
        return True
    joined = key.replace(" ", "")
    for site in sites:
        bare = site.replace(" ", "")
        if joined == bare or (
            len(bare) > 3 and joined.startswith(bare) and len(joined) < 2 * len(bare) + 6
        ):
            return True
        if len(joined) > 3 and bare.startswith(joined):
            return True
    return False


def without_section(title: str, sections: frozenset[str]) -> str:
    """`title` without a last part, behind a bar, that only names its section."""
    head, bar, tail = title.rpartition(" | ")
    return head.strip() if bar and len(head) > 15 and folded(tail) in sections else title


def whole(text: str, title: str | None) -> str:
    """`text`, or the title element where `text` is its beginning up to a quotation mark.

    Attributes written without escaping end at the first quotation mark of the headline.
    """
    start, full = line(text[:MAX_HEADLINE]), line((title or "")[:MAX_HEADLINE])
    rest = full[len(start) :].lstrip()
    if len(start) > 8 and full.startswith(start) and rest[:1] in ('"', "'") and rest[1:]:
        return full
    return text


def is_part(heading: str, text: str) -> bool:
    """Whether a heading is one or more whole parts of a title ("Archive » Headline » Site")."""
    key, full = folded(heading), line(text[:MAX_HEADLINE])
    if len(key) <= 12 or key not in folded(full):
        return False
    cuts = list(_SEPARATOR.finditer(full))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(full)]
    return any(
        folded(full[start:end]) == key
        for start in starts[:_MAX_PARTS]
        for end in ends[:_MAX_PARTS]
        if start < end
    )
