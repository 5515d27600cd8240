"""The words of Spanish."""

from __future__ import annotations

from include.languages.record import (
    Language,
    Numbers,
    Quotes,
    Times,
    numbered,
    phrases,
    words,
)

SPANISH = Language(
    code="es",
    numbers=Numbers(
        units=numbered(
            "cero=0 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 "
            "once=11 doce=12 trece=13 catorce=14 quince=15 veinte=20 treinta=30 cuarenta=40 "
            "cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 un=1 una=1"
        ),
        scales=numbered("cien=100 mil=1000 millón=1000000 millones=1000000"),
        decimal=",",
        joiners=words("y"),
        ranges=words("a o"),
        between=words("entre"),
        percent=phrases("por ciento"),
    ),
    times=Times(
        months=numbered(
            "enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 "
            "octubre=10 noviembre=11 diciembre=12"
        ),
    ),
    quotes=Quotes(
        verbs=words(
            "advierte advirtió afirma afirmaron afirmó agrega agregó anunció apuntó asegura "
            "aseguró aseveró añade añadió comentó contó cuenta declararon declaró denunció "
            "destacó dice dijeron dijo escribió exclamó exigió explica explicó indicó "
            "insistió lamentó manifestó pidió preguntó recalcó reconoció reiteró relató "
            "replicó responde respondió según señala señaló sostiene sostuvo subrayó"
        ),
        pronouns=words("ella ellas ellos él"),
    ),
)
