"""The words of Dutch."""

from __future__ import annotations

from include.languages.record import (
    Language,
    Names,
    Numbers,
    Places,
    Quotes,
    Times,
    numbered,
    phrases,
    words,
)

DUTCH = Language(
    code="nl",
    numbers=Numbers(
        decimal=",",
        joiners=words("en"),
        ranges=words("tot of"),
        between=words("tussen"),
        percent=phrases("procent"),
    ),
    times=Times(
        months=numbered(
            "januari=1 februari=2 maart=3 april=4 mei=5 juni=6 juli=7 augustus=8 september=9 "
            "oktober=10 november=11 december=12"
        ),
    ),
    quotes=Quotes(
        where=words("in"),
        articles=words("de het een"),
        verbs=words(
            "aldus benadrukt liet meldde meldt reageerde reageert schreef schrijft stelde "
            "verklaarde vertelde vertelt volgens vroeg waarschuwde zeggen zegt zei zeiden"
        ),
        pronouns=words("hij ze zij"),
    ),
    names=Names(
        parties=words("VVD PVV D66 CDA NSC BBB N-VA CD&V Vooruit PvdA GroenLinks SP Volt "),
        runs_are_people=True,
        no_names=words(
            "ministerie unie partij raad rechtbank universiteit bank beker liga "
            "prijs sint commissie politie straat plein ziekenhuis kamer senaat "
            "league cup united city "
        ),
        titles=words(
            "bondscoach burgemeester directeur koning koningin meneer mevrouw minister "
            "premier president rechter staatssecretaris trainer voorzitter woordvoerder"
        ),
    ),
    places=Places(where=words("in"), locative=words("in uit naar bij")),
)
