"""The words of Norwegian."""

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

NORWEGIAN = Language(
    code="no",
    numbers=Numbers(decimal=",", percent=words("prosent")),
    times=Times(
        months=numbered(
            "januar=1 februar=2 mars=3 april=4 mai=5 juni=6 juli=7 august=8 "
            "september=9 oktober=10 november=11 desember=12 "
        ),
    ),
    quotes=Quotes(
        verbs=words(
            "sier sa forteller skriver skrev mener forklarer opplyser understreker svarer påpeker "
        ),
        pronouns=words("hun han de"),
    ),
    names=Names(
        parties=words("Ap H Frp SV Sp V KrF MDG R "),
        runs_are_people=True,
        titles=words(
            "statsminister utenriksminister finansminister justisminister minister "
            "president leder ordfører konge dronning rektor direktør overlege aktor "
            "advokat trener landslagssjef professor forsker forfatter skuespiller "
            "partileder stortingsrepresentant artist manager stavhopper "
        ),
        no_names=words("league cup open games united city park arena street avenue the times"),
    ),
    places=Places(locative=words("i fra til utenfor")),
)
