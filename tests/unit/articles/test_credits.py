"""Where an agency is credited, and where its name is no credit."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from include.agencies import AGENCIES, Credit, Stands, credit_line, credited_in
from include.articles.credits import find_credit
from include.articles.page import Page

Parsed = Callable[..., Page]

BODY = (
    "The ferry between the islands will not run before Monday, the harbour master said.\n"
    "A storm has torn two of its ropes, and divers are looking at the hull below the water line."
)


@pytest.mark.parametrize(
    ("line", "agency", "stands"),
    [
        ("AFP, MANILA", "AFP", "byline"),
        ("Reuters", "Reuters", "byline"),
        ("Associated Press in Valencia", "AP", "byline"),
        ("By Ann Lowe - Associated Press - Friday, April 28, 2023", "AP", "byline"),
        ("By Ann Lowe and Ola Berg The Associated Press", "AP", "byline"),
        ("Von Lena Kern, dpa", "dpa", "byline"),
        ("SDA/lke", "Keystone-SDA", "byline"),
        ("Reuters/lke Frankfurt", "Reuters", "byline"),
        ("Bron: BELGA", "Belga", "byline"),
    ],
)
def test_a_byline_of_an_agency(line: str, agency: str, stands: str) -> None:
    assert credit_line(line, is_foot=False) == Credit(agency, Stands(stands))


@pytest.mark.parametrize(
    ("line", "agency", "stands"),
    [
        ("(Quelle: APA/sda/dpa)", "APA", "foot"),
        ("Quelle: sid/dpa", "SID", "foot"),
        ("Quelle: blatt.de, lke/dpa", "dpa", "foot"),
        ("lke/Reuters", "Reuters", "foot"),
        ("(NTB)", "NTB", "foot"),
        ("© AFP", "AFP", "foot"),
        ("© dpa-infocom, dpa:240516-99-53606/3 (dpa)", "dpa", "foot"),
        ("Source: Reuters", "Reuters", "foot"),
        ("mit dpa", "dpa", "help"),
        ("Von Lena Kern mit AP", "AP", "help"),
        ("Weitere Quellen • AP", "AP", "help"),
        ("With files from The Associated Press and Ola Berg", "AP", "help"),
        ("Additional reporting from PA", "PA", "help"),
        ("Mit Informationen von uns sowie der Agenturen AFP, dpa, Reuters.", "AFP", "help"),
        ("—Associated Press writer Ola Berg in Paris contributed to this report.", "AP", "help"),
        ("Con información de EFE", "EFE", "help"),
    ],
)
def test_a_line_at_the_foot(line: str, agency: str, stands: str) -> None:
    assert credit_line(line, is_foot=True) == Credit(agency, Stands(stands))


@pytest.mark.parametrize(
    "line",
    [
        "Foto: dpa",
        "dpa/Ola Berg",
        "Bloomberg/Ann Lowe",
        "picture alliance/dpa | Ola Berg",
        "STR/AFP via Getty Images",
        "(AP Photo/Ann Lowe)",
        "Bildrechte: Reuters",
        "AA",
        "PA",
        "A memo seen by Reuters was not signed.",
        "The minister told AP.",
        "Reuters could not verify this.",
        "More from AP",
        "AP Top News",
        "",
        "a" * 300,
    ],
)
def test_names_of_agencies_that_are_no_credit(line: str) -> None:
    assert credit_line(line, is_foot=True) is None


def test_two_letters_are_an_agency_in_its_own_language_or_where_a_source_is_told() -> None:
    assert credit_line("AA", is_foot=False, language="tr") == Credit("Anadolu", Stands.BYLINE)
    assert credit_line("Quelle: PA", is_foot=True, language="de") == Credit("PA", Stands.FOOT)


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        ("LIMA (Northern Wire) - The death toll rose.", "Northern Wire"),
        ("PORT VILA, May 5 (Islands News Service) — The death toll rose.", "Islands News Service"),
        ("NATO (North Atlantic Treaty Organization) - The allies meet.", None),
        ("The Harbour Board (HBR) - a public body - meets.", None),
    ],
)
def test_whoever_stands_in_a_dateline_is_credited(body: str, agency: str | None) -> None:
    found = credited_in(body, first=160, last=400)
    assert (found and found.agency) == agency
    assert found is None or found.stands is Stands.DATELINE


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Northern Wire", "Northern Wire"),
        ("© Northern Wire. Distributed by agreement.", "Northern Wire"),
        (
            "This report was provided by Islands News Service, an agency in Suva.",
            "Islands News Service",
        ),
        ("The Northern Wire said so on Monday.", None),
        ("Barbed Wire Fence", None),
    ],
)
def test_an_agency_that_no_list_has_is_credited_by_the_kind_of_its_name(
    line: str, agency: str | None
) -> None:
    found = credit_line(line, is_foot=True)
    assert (found and found.agency) == agency


def test_a_pictures_source_is_no_credit_of_the_text() -> None:
    assert credited_in("The bridge is shut.\nFoto: Ola Berg/dpa", first=160, last=400) is None


def page_of(*, before: str = "", behind: str = "") -> str:
    paragraphs = "".join(f"<p>{each}</p>" for each in BODY.split("\n"))
    return f"<main><h1>No ferry</h1>{before}{paragraphs}{behind}</main>"


@pytest.mark.parametrize(
    ("before", "behind", "agency", "stands"),
    [
        ("<p>AFP, MANILA</p>", "", "AFP", "byline"),
        ("", "<p>(NTB)</p>", "NTB", "foot"),
        ("<p>Lena Kern</p>", "<p>mit dpa</p>", "dpa", "help"),
        ("", "<p>mit AFP</p><p>lke/dpa</p>", "dpa", "foot"),
        ("", "<h2>More</h2><p>With files from Reuters</p>", "Reuters", "help"),
        ("", "<h2>More</h2><p>Reuters</p>", None, None),
        ("", "<ul><li>Reuters</li></ul>", None, None),
        ("<figure><figcaption>AFP</figcaption></figure>", "", None, None),
        ("", "", None, None),
    ],
)
def test_a_credit_is_found_before_and_behind_an_article(
    parsed: Parsed, before: str, behind: str, agency: str | None, stands: str | None
) -> None:
    blocks = parsed(body=page_of(before=before, behind=behind)).blocks
    found = find_credit(None, BODY, blocks, frozenset(), language="de")
    assert (found and found.agency, found and found.stands.value) == (agency, stands)


def test_an_author_that_the_page_states_comes_first(parsed: Parsed) -> None:
    blocks = parsed(body=page_of(behind="<p>(NTB)</p>")).blocks
    assert find_credit("AP", BODY, blocks, frozenset()) == Credit("AP", Stands.BYLINE)
    assert find_credit(None, "OSLO (AP) - " + BODY, blocks, frozenset()) == Credit(
        "AP", Stands.DATELINE
    )


@pytest.mark.parametrize(
    "line", ["(" * 240, "dpa/" * 60, "mit " * 60, "By " + "a " * 118, "a, " * 80, "dpa und " * 30]
)
def test_hostile_lines_cost_little(line: str) -> None:
    started = time.process_time()
    credit_line(line, is_foot=True)
    assert time.process_time() - started < 0.2


def test_no_form_is_of_two_agencies() -> None:
    forms = [form for one in AGENCIES for form in (*one.full, *one.marks)]
    assert len(forms) == len(set(forms))
