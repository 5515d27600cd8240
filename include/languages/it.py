"""The words of Italian."""

from __future__ import annotations

from include.languages.it_clauses import CLAUSES
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

ITALIAN = Language(
    code="it",
    numbers=Numbers(
        units=numbered(
            "zero=0 uno=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 "
            "undici=11 dodici=12 venti=20 trenta=30 quaranta=40 cinquanta=50 sessanta=60 "
            "settanta=70 ottanta=80 novanta=90 un=1 una=1"
        ),
        scales=numbered(
            "cento=100 mila=1000 mille=1000 milione=1000000 milioni=1000000 miliardo=1000000000 "
            "miliardi=1000000000"
        ),
        decimal=",",
        joiners=words("e"),
        ranges=words("a o"),
        between=words("tra fra"),
        percent=phrases("per cento"),
    ),
    times=Times(
        weekdays=numbered("lunedì=0 martedì=1 mercoledì=2 giovedì=3 venerdì=4 sabato=5 domenica=6"),
        near_days=numbered("ieri=-1 oggi=0 domani=1"),
        periods={"settimana": "week", "mese": "month", "anno": "year"},
        last=words("scorso scorsa"),
        next=words("prossimo prossima"),
        this=words("questo questa"),
        months=numbered(
            "gennaio=1 febbraio=2 marzo=3 aprile=4 maggio=5 giugno=6 luglio=7 agosto=8 "
            "settembre=9 ottobre=10 novembre=11 dicembre=12"
        ),
    ),
    quotes=Quotes(
        where=words("in"),
        naming=phrases("alias"),
        works=words("film album podcast show serie opera musical"),
        that=words("che"),
        aside=words("dopo durante in quando mentre per a nel se prima"),
        sources=phrases("secondo"),
        articles=words("il lo la i gli le un una"),
        verbs=words(
            "affermato affermò aggiunge aggiunto annunciato assicura avverte chiede chiesto "
            "commenta detto dice dichiarato dichiarò disse racconta rispose scritto scrive "
            "secondo sostiene sottolineato spiega spiegato"
        ),
        pronouns=words("lei loro lui"),
    ),
    names=Names(
        parties=words("PD Lega FdI M5S FI "),
        runs_are_people=True,
        no_names=words(
            "ministero unione partito consiglio tribunale università banca coppa "
            "gran premio san santa commissione polizia federazione associazione via "
            "piazza ospedale stato camera senato forza fratelli corte palazzo casa "
            "bianca "
        ),
        titles=words(
            "allenatore cancelliere deputata deputato direttore direttrice dottor giudice "
            "governatore leader ministra ministro papa portavoce premier presidente re "
            "regina segretaria segretario senatore senatrice signor signora sindaca sindaco"
        ),
    ),
    places=Places(where=words("in"), locative=words("a ad da in")),
    clauses=CLAUSES,
)
