"""The words of Swedish."""

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

SWEDISH = Language(
    code="sv",
    numbers=Numbers(decimal=",", percent=words("procent")),
    times=Times(
        months=numbered(
            "januari=1 februari=2 mars=3 april=4 maj=5 juni=6 juli=7 augusti=8 "
            "september=9 oktober=10 november=11 december=12 "
        ),
    ),
    quotes=Quotes(
        verbs=words(
            "säger sade sa berättar skriver skrev menar hävdar uppger förklarar "
            "konstaterar anser tycker svarar "
        ),
        pronouns=words("hon han de"),
    ),
    names=Names(
        parties=words("M S SD V C L KD MP "),
        runs_are_people=True,
        titles=words(
            "statsminister utrikesminister finansminister justitieminister minister "
            "president ordförande borgmästare kung drottning rektor överläkare "
            "åklagare advokat polismästare vd tränare förbundskapten artisten "
            "skådespelaren författaren forskaren professorn professor "
            "riksdagsledamoten kommunalråd partiledaren "
        ),
        no_names=words("league cup open games united city park arena street avenue the times"),
    ),
    places=Places(locative=words("i från till utanför")),
)
