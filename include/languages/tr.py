"""The words of Turkish."""

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

TURKISH = Language(
    code="tr",
    numbers=Numbers(decimal=",", percent=words("yüzde")),
    times=Times(
        months=numbered(
            "ocak=1 şubat=2 mart=3 nisan=4 mayıs=5 haziran=6 temmuz=7 ağustos=8 "
            "eylül=9 ekim=10 kasım=11 aralık=12 "
        ),
    ),
    quotes=Quotes(verbs=words("dedi söyledi açıkladı belirtti konuştu"), pronouns=words("o")),
    names=Names(
        titles=words("cumhurbaşkanı başbakan bakanı başkanı vali valisi sözcüsü müdürü profesör"),
        no_names=words("lig ligi kupası üniversitesi bankası belediyesi partisi futbol spor"),
    ),
    places=Places(apostrophe_endings=True),
)
