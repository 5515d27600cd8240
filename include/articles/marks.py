"""A page's markup as its readers see it: what is struck out, noted or quoted by an element.

Extractors take the words of an element and drop what it means. Struck-out words are not said
any more; a footnote's number is none of the text's; `<q>` is shown in quotation marks.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_STRUCK = ("del", "s", "strike")
_NOTE_NAME = re.compile(r"foot|note|\bref|cite|fn\b", re.IGNORECASE)
_NOTE = re.compile(r"\[?\s?\d{1,3}\s?\]?|[*†‡§¶]{1,3}|\[[a-z]{1,2}\]")
_BRACKETED = re.compile(r"\[\s?(?:\d{1,3}|[a-z]{1,2})\s?\]|[*†‡§¶]{1,3}")
_AFTER_NUMBER = re.compile(r"\d[\d.,]*$")
_AFTER_SENTENCE = re.compile(r"[.,;:!?…\"”’»“)\]]\s?$")
_AFTER_WORD = re.compile(r"[^\W\d_]{4,}$")
_POWER = re.compile(r"(?<![\d.,])10$")
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
# The marks of `<q>` by language, as browsers set them.
_QUOTED = {
    "de": "„“",
    "at": "„“",
    "cs": "„“",
    "sk": "„“",
    "bg": "„“",
    "is": "„“",
    "sl": "„“",
    "fr": "«»",
    "it": "«»",
    "es": "«»",
    "pt": "«»",
    "ru": "«»",
    "uk": "«»",
    "no": "«»",
    "nb": "«»",
    "nn": "«»",
    "el": "«»",
    "pl": "„”",
    "hu": "„”",
    "ro": "„”",
    "hr": "„”",
    "sv": "””",
    "fi": "””",
    "ja": "「」",
    "zh": "“”",
}
_ANY_MARK = tuple("\"'“”„‚‘’«»‹›「『")
_SAMPLE = 40


def as_read(tree: HtmlElement) -> None:
    """Turn `tree`, in place, into what its markup shows a reader."""
    for element in list(tree.iter(*_STRUCK)):
        _drop(element)
    for element in list(tree.iter("sup")):
        _raise(element)
    quotations = list(tree.iter("q"))
    if quotations:
        language = (tree.get("lang") or "").lower()[:2]
        for element in quotations:
            _mark(element, _QUOTED.get(language, "“”"))


def _drop(element: HtmlElement) -> None:
    """Take an element out; what follows it stays."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    if tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def _raise(element: HtmlElement) -> None:
    """Take out the mark of a footnote; set a power of ten in raised figures."""
    text = "".join(element.itertext()).strip()
    if not text or len(text) > _SAMPLE:
        return
    before = _before(element)
    if _POWER.search(before) and re.fullmatch(r"[-−]?\d{1,3}", text):
        for child in list(element):
            element.remove(child)
        element.text = text.translate(_RAISED)
    elif _NOTE.fullmatch(text) and (_BRACKETED.fullmatch(text) or _is_note(element, before)):
        if (element.tail or " ")[0].isalpha():  # a note of its own follows, not the same word
            element.tail = f" {element.tail}"
        _drop(element)


def _is_note(element: HtmlElement, before: str) -> bool:
    links = [a.get("href") or "" for a in element.iter("a")]
    around = element.getparent()
    if around is not None and around.tag == "a":
        links.append(around.get("href") or "")
    if any(link.startswith("#") for link in links):
        return True
    if _NOTE_NAME.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return True
    return any(rule.search(before) for rule in (_AFTER_NUMBER, _AFTER_SENTENCE, _AFTER_WORD))


def _before(element: HtmlElement) -> str:
    """The last characters ahead of an element within its parent."""
    previous = element.getprevious()
    if previous is not None:
        tail = previous.tail or ""
        return (tail or "".join(previous.itertext()))[-_SAMPLE:]
    parent = element.getparent()
    if parent is None:
        return ""
    if parent.text or parent.tag not in ("a", "span"):
        return (parent.text or "")[-_SAMPLE:]
    return _before(parent)


def _mark(element: HtmlElement, marks: str) -> None:
    said = "".join(element.itertext()).strip()
    element.tag = "span"
    if not said or said.startswith(_ANY_MARK) or _before(element).endswith(_ANY_MARK):
        return
    element.text = marks[0] + (element.text or "").lstrip()
    element.tail = marks[1] + (element.tail or "")
