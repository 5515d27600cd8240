"""Text in its one normal form: what every offset in the warehouse counts.

The form is Unicode NFC without control characters, lone surrogates, soft hyphens and
zero-width characters; one space between words; paragraphs separated by one newline.
Quotation marks, dashes and letters stay as the publisher set them. `normal` of a normal
text is that text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_RUN = 32
"""How often one character other than a letter or digit may stand in a row."""

# Joiners (U+200C, U+200D) change words in Persian, Hindi or emoji and therefore stay
# between characters that use them; everything else here is invisible.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    r"\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff0-\ufffc\ufffe\uffff\ud800-\udfff"
    r"\U000e0000-\U000e0fff]+"
)
_NEEDLESS_JOINER = re.compile(
    r"(?<![^\x00-\u05ff])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\u05ff])"
)
_BREAKS = re.compile(r"[\n\r\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_RUN = re.compile(rf"([^\w\s])\1{{{MAX_RUN},}}|(_)\2{{{MAX_RUN},}}")
_WORD = re.compile(r"\w+")
_CJK = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)

# Told to screen readers within a sentence, shown to nobody.
_ASIDE = re.compile(
    r"\s?\((?:öffnet (?:im|in einem|ein) neue[nms]? (?:fenster|tab)|"
    r"opens? (?:in )?(?:an? )?new (?:window|tab)|externer link|external link|"
    r"s'ouvre dans une nouvelle fenêtre|se abre en (?:una )?(?:nueva )?ventana(?: nueva)?)\)|"
    r"link (?:wird in einem neuen tab geöffnet|öffnet (?:im|in einem) neuen? (?:tab|fenster))",
    re.IGNORECASE,
)


def without_asides(text: str) -> str:
    """`text` without what links whisper to screen readers ("opens in a new tab")."""
    return _ASIDE.sub("", text) if "(" in text or "ink " in text else text


def line(text: str) -> str:
    """`text` in normal form, on one line."""
    flat = " ".join(text.split())
    if flat.isascii() and flat.isprintable():
        return _RUN.sub(_cut, flat) if len(flat) > MAX_RUN else flat
    return " ".join(_composed(flat).split())


def normal(text: str) -> str:
    """`text` in normal form; line breaks of any kind part paragraphs, empty ones go."""
    lines = (" ".join(part.split()) for part in _normal(_BREAKS.sub("\n", text)).split("\n"))
    return "\n".join(part for part in lines if part)


def _normal(text: str) -> str:
    return _composed(_SPACES.sub(" ", text))


def _composed(text: str) -> str:
    if not text.isascii() or not text.isprintable():
        text = _INVISIBLE.sub("", text)
    if "\u200c" in text or "\u200d" in text:
        text = _NEEDLESS_JOINER.sub("", text)
    if len(text) > MAX_RUN:
        text = _RUN.sub(_cut, text)
    # Composing can only be done last: what was removed may have parted two characters.
    return unicodedata.normalize("NFC", text)


def _cut(run: re.Match[str]) -> str:
    return run[0][:MAX_RUN]


def folded(text: str) -> str:
    """The words of `text` alone, in lower case and compatible form: for comparing."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=64)
def count_words(text: str) -> int:
    """Words in `text`; in scripts without spaces two characters count as one word."""
    unspaced = len(_CJK.findall(text))
    if unspaced == 0:
        return len(_WORD.findall(text))
    return len(_WORD.findall(_CJK.sub(" ", text))) + unspaced // 2
