"""The words of Portuguese."""

from __future__ import annotations

from include.languages.pt_clauses import CLAUSES
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
        weekdays=numbered(
            "segunda-feira=0 terça-feira=1 quarta-feira=2 quinta-feira=3 sexta-feira=4 sábado=5 "
            "domingo=6"
        ),
        near_days=numbered("anteontem=-2 ontem=-1 hoje=0 amanhã=1"),
        periods={"semana": "week", "mês": "month", "ano": "year"},
        last=words("passado passada último última"),
        next=words("próximo próxima"),
        this=words("este esta neste nesta"),
        ago=words("há"),
        months=numbered(
            "janeiro=1 fevereiro=2 março=3 abril=4 maio=5 junho=6 julho=7 agosto=8 setembro=9 "
            "outubro=10 novembro=11 dezembro=12"
        ),
    ),
    quotes=Quotes(
        that=words("que"),
        aside=words("após depois ao durante em quando enquanto para no na se"),
        sources=phrases("segundo|de acordo com|conforme"),
        articles=words("o a os as um uma"),
        verbs=words(
            "acrescentou afirma afirmaram afirmou alertou anunciou contou criticou declarou "
            "defende defendeu destacou disse disseram diz escreveu explicou garantiu lamentou "
            "pediu perguntou relatou respondeu ressalta ressaltou segundo"
        ),
        pronouns=words("ela elas ele eles"),
    ),
    names=Names(
        parties=words("PT PL PSD PS MDB PSDB PSOL Chega IL BE PCP "),
        runs_are_people=True,
        no_names=words(
            "ministério união partido conselho tribunal universidade banco copa "
            "grande prêmio são santa comissão polícia federação associação rua "
            "praça hospital estado câmara senado supremo "
        ),
        titles=words(
            "deputada deputado diretor diretora doutor doutora governador governadora juiz "
            "juíza líder ministra ministro papa porta-voz prefeita prefeito premiê "
            "presidente primeiro-ministro "
            "primeira-ministra "
            "rainha rei secretária secretário senador senadora treinador treinadora"
        ),
    ),
    places=Places(locative=words("em desde")),
    clauses=CLAUSES,
)
