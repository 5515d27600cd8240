"""Text in UTF-8 with a few bytes in it that are not."""

from __future__ import annotations

import re

# One byte in five that is not UTF-8, of those beyond ASCII: then it is no UTF-8.
MOST_BAD = 0.2
_ESCAPED = re.compile(r"[\udc80-\udcff]+")
_CUT_OFF = re.compile(r"[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\Z")


def count_bad(body: bytes) -> int:
    """How many bytes of `body` are no UTF-8 (an unfinished character counts once)."""
    return body.decode("utf-8", "replace").count("\ufffd") - body.count(b"\xef\xbf\xbd")


def patched(body: bytes, encoding: str = "cp1252") -> str:
    """`body` as UTF-8; what is not is read in `encoding`, an unfinished end as U+FFFD."""

    def _read(found: re.Match[str]) -> str:
        return found[0].encode("utf-8", "surrogateescape").decode(encoding, "replace")

    text = _CUT_OFF.sub("\ufffd", body.decode("utf-8", "surrogateescape"))
    return _ESCAPED.sub(_read, text)
