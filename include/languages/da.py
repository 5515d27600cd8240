"""The words of Danish."""

from __future__ import annotations

from include.languages.record import (
    Language,
    Names,
    Numbers,
    Places,
    Quotes,
    Times,
    numbered,
    words,
)

DANISH = Language(
    code="da",
    numbers=Numbers(decimal=",", percent=words("procent")),
    times=Times(
        months=numbered(
            "januar=1 februar=2 marts=3 april=4 maj=5 juni=6 juli=7 august=8 "
            "september=9 oktober=10 november=11 december=12 "
        ),
    ),
    quotes=Quotes(
        verbs=words(
            "siger sagde fortæller skriver skrev mener forklarer oplyser "
            "understreger svarer vurderer "
        ),
        pronouns=words("hun han de"),
    ),
    names=Names(
        parties=words("S V K SF LA DF EL M "),
        runs_are_people=True,
        titles=words(
            "statsminister udenrigsminister finansminister justitsminister minister "
            "præsident formand borgmester konge dronning rektor direktør overlæge "
            "anklager advokat træner landstræner professor forsker forfatter "
            "skuespiller partileder "
        ),
        no_names=words("league cup open games united city park arena street avenue the times"),
    ),
    places=Places(locative=words("i fra til uden")),
)
