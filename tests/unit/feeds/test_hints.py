"""What publishers wish for the gap between polls."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.feeds.hints import LONGEST_WISH, wish_s

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
DATE = "Mon, 02 Mar 2026 10:00:00 GMT"  # the server's clock is two hours slow


def expires(at: str) -> dict[str, str]:
    return {"date": DATE, "expires": f"Mon, 02 Mar 2026 {at} GMT"}


@pytest.mark.parametrize(
    ("ttl", "headers", "wish"),
    [
        (None, {}, None),
        (60, {}, 3600),
        (0, {}, None),
        (-5, {}, None),
        (43_200, {}, LONGEST_WISH),
        (10**30, {}, LONGEST_WISH),
        # Cache-Control
        (None, {"cache-control": "max-age=900"}, 900),
        (None, {"cache-control": "public, MAX-AGE = 900"}, 900),
        (None, {"cache-control": 'max-age="900"'}, 900),
        (None, {"cache-control": "max-age=900", "age": "300"}, 600),
        (None, {"cache-control": "max-age=900", "age": "9000"}, None),
        (None, {"cache-control": "max-age=900", "age": "-300"}, 900),
        (None, {"cache-control": "max-age=900", "age": "soon"}, 900),
        (None, {"cache-control": "max-age=900", "age": "²"}, 900),
        (None, {"cache-control": "s-maxage=900"}, None),
        (None, {"cache-control": "s-maxage=9000, max-age=60"}, 60),
        (None, {"cache-control": "x-max-age=900"}, None),
        (None, {"cache-control": "max-age=900, max-age=60"}, 60),
        (None, {"cache-control": "max-age=0, must-revalidate"}, None),
        (None, {"cache-control": "max-age=900, must-revalidate"}, 900),
        (None, {"cache-control": "no-cache, max-age=900"}, None),
        (None, {"cache-control": "max-age=900, no-store"}, None),
        (None, {"cache-control": "max-age=-1"}, None),
        (None, {"cache-control": "max-age="}, None),
        (None, {"cache-control": "max-age=99999999999999999999"}, None),
        (None, {"cache-control": "max-age=9999999999"}, LONGEST_WISH),
        (None, {"cache-control": "," * 1_000_000 + "max-age=900"}, None),
        # Expires, by the server's own clock
        (None, expires("10:30:00"), 1800),
        (None, expires("10:00:00"), None),
        (None, expires("09:00:00"), None),
        (None, {"expires": "Mon, 02 Mar 2026 12:30:00 GMT"}, 1800),
        (None, {"expires": "Mon, 02 Mar 2026 12:30:00 GMT", "date": "yesterday"}, 1800),
        (None, {"expires": "0"}, None),
        (None, {"expires": "-1"}, None),
        (None, {"expires": "Mon, 99 Foo 2026 12:30:00 GMT"}, None),
        (None, {"expires": "Fri, 31 Dec 9999 23:59:59 -2359"}, LONGEST_WISH),
        (None, {"expires": "x" * 1_000_000}, None),
        # max-age wins over Expires, whatever it says; the longest of all places counts
        (None, {"cache-control": "max-age=60", **expires("10:30:00")}, 60),
        (None, {"cache-control": "max-age=0", **expires("10:30:00")}, None),
        (None, {"cache-control": "no-cache", **expires("10:30:00")}, None),
        (None, {"cache-control": "public", **expires("10:30:00")}, 1800),
        (60, {"cache-control": "max-age=900"}, 3600),
        (10, {"cache-control": "max-age=900"}, 900),
        (60, {"cache-control": "no-store"}, 3600),
    ],
)  # fmt: skip
def test_wishes(ttl: int | None, headers: dict[str, str], wish: float | None) -> None:
    assert wish_s(ttl, headers, now=NOW) == wish
