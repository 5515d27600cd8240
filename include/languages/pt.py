"""The words of Portuguese."""

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

PORTUGUESE = Language(
    code="pt",
    numbers=Numbers(
        decimal=",",
        joiners=words("e"),
        ranges=words("a ou"),
        between=words("entre"),
        percent=phrases("por cento"),
    ),
    times=Times(
        months=numbered(
            "janeiro=1 fevereiro=2 março=3 abril=4 maio=5 junho=6 julho=7 agosto=8 setembro=9 "
            "outubro=10 novembro=11 dezembro=12"
        ),
    ),
    quotes=Quotes(
        verbs=words(
            "acrescentou afirma afirmaram afirmou alertou anunciou contou criticou declarou "
            "defende defendeu destacou disse disseram diz escreveu explicou garantiu lamentou "
            "pediu perguntou relatou respondeu ressalta ressaltou segundo"
        ),
        pronouns=words("ela elas ele eles"),
    ),
)
