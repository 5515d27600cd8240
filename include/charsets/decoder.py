"""The characters of a feed or a page, whatever its labels claim.

Order of belief: a byte order mark; UTF-8 if all of it is (other encodings hardly ever are); UTF-8
with a few bytes that are not; then the reading that suits the language best. Which language that
is say the document, what is known of its source, the country of its address, and its words. A
label is believed as long as its reading suits nearly as well. Where no language is known or none
fits: the label; a guess by charset_normalizer; and last windows-1252, which reads every byte.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence

from charset_normalizer import from_bytes
from w3lib.encoding import read_bom, to_unicode

from include.charsets import claims
from include.charsets.alphabets import (
    LATIN,
    WESTERN,
    Alphabet,
    alphabet,
    alphabets_of,
    encodings_known,
)
from include.charsets.fitting import fit
from include.charsets.patches import MOST_BAD, count_bad, patched
from include.charsets.sample import count_high, sample
from include.charsets.words import is_latin_text, likely_language

# "<?xm" or "<" and a letter, in encodings that are no superset of ASCII.
_MARKERS = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_SEVEN_BIT = ("iso2022", "hz")
_JAPANESE = re.compile(rb"\x1b\$[@B]")
_LAST = "cp1252"
_SUITS = 0.75
_NEARLY = 0.1
# Where two languages are suited alike, it is the one of the words.
_LIKELY = 0.02
_ENOUGH_TO_GUESS = 20


def text_of(
    body: bytes,
    content_type: str | None = None,
    *,
    url: str | None = None,
    languages: Sequence[str] = (),
    country: str | None = None,
) -> str:
    """`body` as text; never raises. A byte that fits nothing becomes U+FFFD.

    `url` is where it came from; `languages` are the tags of those its source is known for, and
    `country` is its ISO 3166 code.
    """
    encoding, mark = read_bom(body)
    if encoding is not None and mark is not None:
        return body[len(mark) :].decode(encoding, "replace")
    wide = _without_ascii(body)
    if wide is not None:
        return body.decode(wide, "replace")
    if body.isascii():
        shifted = _shifted(body, content_type) if b"\x1b" in body or b"~{" in body else None
        return body.decode(shifted or "ascii", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut_off = error.reason == "unexpected end of data"
    high = count_high(body)
    bad = count_bad(body)
    labels = [name for name in claims.labels(body, content_type) if name != "utf-8"]
    if bad <= MOST_BAD * high or (is_cut_off and bad == 1 and high > 2 * bad):
        return patched(body)
    tags = claims.languages(body, languages, country=country, url=url)
    return to_unicode(body, _best(body, tags, labels))


def _best(body: bytes, tags: Iterable[str], labels: list[str]) -> str:
    """The encoding whose reading suits the languages best, a label's if that suits as well."""
    text = sample(body)
    high = count_high(text)
    is_latin = is_latin_text(text, high)
    likely = alphabet(likely_language(text) or "") if is_latin else None
    stated = (*(alphabet(tag) for tag in tags), likely)
    alphabets = dict.fromkeys(one for one in stated if one is not None)
    best, most = None, _SUITS
    for one, encoding in _to_try(alphabets, labels):
        if is_latin or not one.is_latin:
            score = fit(to_unicode(text, encoding), one)
            score += _NEARLY if encoding in labels else _LIKELY if one is likely else 0.0
            if score > most:
                best, most = encoding, score
    if best is not None:
        return best
    fitting = [name for name in labels if is_latin or name not in LATIN]
    if fitting:
        return fitting[0]
    return _guessed(text, high) or (labels[0] if labels else _LAST)


def _to_try(alphabets: Iterable[Alphabet], labels: list[str]) -> Iterator[tuple[Alphabet, str]]:
    """Alphabets with the encodings to read them in.

    A label of other letters than Western ones, which servers add by themselves, is meant; so it is
    tried with its own languages, whatever the document says of its language.
    """
    for one in alphabets:
        for encoding in dict.fromkeys((*labels, *one.encodings)):
            yield one, encoding
    for encoding in labels:
        for one in () if encoding in WESTERN else alphabets_of(encoding):
            yield one, encoding


def _guessed(text: bytes, high: int) -> str | None:
    """The encoding of letters as charset_normalizer finds them that suits those letters best."""
    if high < _ENOUGH_TO_GUESS:
        return None
    best = from_bytes(text, cp_isolation=sorted(encodings_known())).best()
    if best is None:
        return None
    name = codecs.lookup(best.encoding).name
    tried = [(one, each) for one in alphabets_of(name) for each in (name, *one.encodings)]
    suiting = max(tried, key=lambda each: fit(to_unicode(text, each[1]), each[0]), default=None)
    return suiting[1] if suiting else name


def _without_ascii(body: bytes) -> str | None:
    """The encoding of a body in which letters of markup take two bytes, or others than ASCII's."""
    head = body[:200].lstrip(b" \t\r\n")
    for mark, encoding in _MARKERS:
        if head.startswith(mark):
            return encoding
    if len(head) < 20 or b"\x00" not in head:
        return None
    if head[1::2].count(0) * 5 > len(head) * 2 and head[0::2].count(0) == 0:
        return "utf-16-le"
    if head[0::2].count(0) * 5 > len(head) * 2 and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _shifted(body: bytes, content_type: str | None) -> str | None:
    """The encoding of bytes that are all ASCII and mean other letters between two signs."""
    for name in claims.labels(body, content_type):
        if name.startswith(_SEVEN_BIT):
            return name
    return "iso2022_jp" if _JAPANESE.search(body) else None
