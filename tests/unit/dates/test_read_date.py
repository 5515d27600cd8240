"""Dates are read to their end, or they are no dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from include.dates.reader import read_date, read_instant


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # RFC 5322 and what is made of it
        ("Tue, 9 Sep 2025 18:45:10 +0300", at(2025, 9, 9, 15, 45, 10)),
        ("Tue,9 Sep 2025 18:45:10GMT", at(2025, 9, 9, 18, 45, 10)),
        ("9 Sep 25 18:45 GMT", at(2025, 9, 9, 18, 45)),
        ("Tuesday, 09-Sep-1997 18:45:10 GMT", at(1997, 9, 9, 18, 45, 10)),
        ("Tue, 9 Sep 97 18:45:10 PDT", at(1997, 9, 10, 1, 45, 10)),
        ("Tue Sep  9 18:45:10 CEST 2025", at(2025, 9, 9, 16, 45, 10)),
        ("Tue Sep 09 2025 18:45:10 GMT-0400 (Eastern Daylight Time)", at(2025, 9, 9, 22, 45, 10)),
        # RFC 3339, ISO 8601 and XML Schema
        ("2025-09-09T18:45:10.25+05:30", at(2025, 9, 9, 13, 15, 10, 250000)),
        ("2025-09-09t18:45z", at(2025, 9, 9, 18, 45)),
        ("20250909T184510Z", at(2025, 9, 9, 18, 45, 10)),
        ("20250909184510", at(2025, 9, 9, 18, 45, 10)),
        ("2025-09-09", at(2025, 9, 9)),
        ("2025-09-09+03:00", at(2025, 9, 8, 21)),
        ("2025-W37-2", at(2025, 9, 9)),
        ("2025-252", at(2025, 9, 9)),
        ("2025-09-09T24:00:00Z", at(2025, 9, 10)),
        ("2016-12-31T23:59:60Z", at(2017, 1, 1)),
        ("2025-09-09T18:45:10+02:00[Europe/Paris]", at(2025, 9, 9, 16, 45, 10)),
        ("2025-09-09T18:45[America/Halifax]", at(2025, 9, 9, 21, 45)),
        # neither
        ("2025/09/09 18:45:10", at(2025, 9, 9, 18, 45, 10)),
        ("2025.9.9 18:45", at(2025, 9, 9, 18, 45)),
        ("2025-09-09 18:45:10 UTC", at(2025, 9, 9, 18, 45, 10)),
        ("2025-01-09 18:45:10 EST", at(2025, 1, 9, 23, 45, 10)),
        ("2025-09-09 18:45:10 +0200 CEST", at(2025, 9, 9, 16, 45, 10)),
        ("Tue, 09 Sep 2025 06:45 PM PDT", at(2025, 9, 10, 1, 45)),
        ("Tue, 09 Sep 2025 12:05 AM GMT", at(2025, 9, 9, 0, 5)),
        ("Tue, 09 Sep 2025 18:45 PM GMT", at(2025, 9, 9, 18, 45)),
        ("September 9th, 2025 at 6 p.m. ET", at(2025, 9, 9, 22)),
        ("January 9, 2025 6 pm ET", at(2025, 1, 9, 23)),
        ("Tue, 09 Sep 2025 18:45:10 UTC+03:00", at(2025, 9, 9, 15, 45, 10)),
        ("Tue, 09 Sep 2025 18:45:10 GMT-5", at(2025, 9, 9, 23, 45, 10)),
        ("Tue, 09 Sep 2025 18:45:10 Asia/Kolkata", at(2025, 9, 9, 13, 15, 10)),
        ("9/Sep/2025:18:45:10 +0000", at(2025, 9, 9, 18, 45, 10)),
        ("18:45, 9 September 2025", at(2025, 9, 9, 18, 45)),
        ("2025年9月9日 18:45", at(2025, 9, 9, 18, 45)),
        ("2025-09-09 오후 06:45", at(2025, 9, 9, 18, 45)),
        ("1757443510", at(2025, 9, 9, 18, 45, 10)),
        ("1757443510000", at(2025, 9, 9, 18, 45, 10)),
        ("21.09.2025", at(2025, 9, 21)),
        ("21/09/2025", at(2025, 9, 21)),
        ("09/21/2025", at(2025, 9, 21)),
        ("09/09/2025", at(2025, 9, 9)),
    ],
)
def test_a_date_is_read_whole(text: str, expected: datetime) -> None:
    assert read_instant(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "2025", "2025-09", "September 2025", "18:45", "today", "3 hours ago", "Tuesday",
        "2025-09-09 18:45:10 Foo", "Tue, 09 Sep 2025 18:45:10 XYZT", "2025-09-09 25:00",
        "2025-02-30", "Tue, 31 Sep 2025 18:45:10 GMT", "0000-00-00T00:00:00Z",
        "09/08/2025", "9-8-2025 10:00", "2025-09-09 0:30 PM", "2025-09-09 18:00 AM",
        "2025-09-09T18:45:10+99:00", "9 Sep 2025 18:45 +3", "2025090918", "9999999999",
        "Foo, 9 Sep 2025 18:45:10 GMT", "9 Sep 2025 and 10 Sep 2025", "9 Sep 2025 18:45 19:45",
        "2025-09-09 18:45 Europe/Atlantis", "9 listopad 2025", "12 Sep 3025",
        "Tue, 09 Sep 2025 18:45:10 GMT" + " " * 900,
    ],
)  # fmt: skip
def test_what_is_not_understood_to_its_end_is_no_date(text: str) -> None:
    assert read_instant(text) is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("09/08/2025 18:45", "fr", at(2025, 8, 9, 18, 45)),
        ("09/08/2025 18:45", "en-GB", at(2025, 8, 9, 18, 45)),
        ("09/08/2025 18:45", "en-US", at(2025, 9, 8, 18, 45)),
        ("09/08/2025 18:45", "en", None),
        ("09/08/2025 18:45", "ja", None),
        ("09/08/2025 18:45", "not a language", None),
        ("mar., 9 sept. 2025 18:45:10 +0200", "fr", at(2025, 9, 9, 16, 45, 10)),
        ("1er août 2025 à 18h45", "fr", at(2025, 8, 1, 18, 45)),
        ("9. September 2025, 18:45 Uhr", "de", at(2025, 9, 9, 18, 45)),
        ("9 de septiembre de 2025", "es", at(2025, 9, 9)),
        ("9 listopad 2025", "pl", at(2025, 11, 9)),
        ("9 listopad 2025", "hr", at(2025, 10, 9)),
        ("9. 8. 2025", "cs", at(2025, 8, 9)),
        ("Mit, 10 Sep 2025 18:45:10 GMT", "de", at(2025, 9, 10, 18, 45, 10)),
        ("2025-09-09 18:45 CST", "zh-Hans", at(2025, 9, 9, 10, 45)),
        ("2025-09-09 18:45 CST", "en", at(2025, 9, 10, 0, 45)),
    ],
)
def test_the_language_says_what_numbers_and_names_mean(
    text: str, language: str, expected: datetime | None
) -> None:
    assert read_instant(text, language=language) == expected


def test_what_is_not_stated_is_told() -> None:
    east = timezone(timedelta(hours=3))
    day = read_date("9 September 2025", local=east)
    clock = read_date("9 September 2025 18:45", local=east)
    zoned = read_date("9 September 2025 18:45 EDT", local=east)
    assert day is not None
    assert clock is not None
    assert zoned is not None
    assert (day.at, day.has_time, day.has_zone) == (at(2025, 9, 9), False, False)
    assert (clock.at, clock.has_time, clock.has_zone) == (at(2025, 9, 9, 15, 45), True, False)
    assert (zoned.at, zoned.has_time, zoned.has_zone) == (at(2025, 9, 9, 22, 45), True, True)


@pytest.mark.parametrize("text", [7, None, b"2025-09-09", ["2025-09-09"]])
def test_what_is_no_text_is_no_date(text: object) -> None:
    assert read_instant(text) is None


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2026-06-12T08:00Z[UTC]", 8),
        ("2026-06-12T08:00:00Z[Europe/Paris]", 8),
        ("2026-06-12T08:00:00+02:00[Europe/Berlin]", 6),
        ("2026-06-12T08:00Z[nowhere]", None),
        ("2026-06-12T08:00Z[", None),
    ],
)
def test_a_zone_in_brackets(text: str, hour: int | None) -> None:
    read = read_instant(text)
    assert (read.hour if read else None) == hour
