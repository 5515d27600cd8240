"""Walks of life: what the words beside a name say its bearer is."""

from __future__ import annotations

import re

from include.entities.tuned import TUNED

_WORDS = {
    "politics": "president prime minister senator congressman congresswoman congressmember mp mep "
    "lawmaker governor mayor councillor councilman councilwoman chancellor premier politician "
    "legislator deputy representative ambassador diplomat candidate secretary parliamentarian "
    "alderman assemblyman assemblywoman commissioner député sénateur sénatrice ministre maire "
    "президент премьер премьер-министр министр депутат сенатор губернатор мэр посол канцлер "
    "президента премьера министра прем'єр міністр депутатка сенаторка мер посол πρωθυπουργός "
    "πρόεδρος υπουργός βουλευτής δήμαρχος رئيس وزير الرئيس bundeskanzler bundeskanzlerin "
    "ministerin präsident präsidentin abgeordnete abgeordneter ministra ministro presidenta "
    "presidente diputado diputada alcalde alcaldesa",
    "sport": "striker midfielder defender goalkeeper winger footballer coach manager captain "
    "quarterback pitcher batsman batter bowler cricketer golfer swimmer sprinter runner cyclist "
    "boxer skier skater wrestler tennis forward fullback flanker jockey athlete olympian champion "
    "player teammate medallist medalist linebacker receiver seed referee rower gymnast attaquant "
    "entraîneur gardien нападающий вратарь защитник полузащитник тренер футболист боксер боксёр "
    "теннисист теннисистка форвард προπονητής ποδοσφαιριστής stürmer torwart trainer delantero "
    "portero entrenador",
    "arts": "actor actress singer musician rapper director filmmaker author novelist poet painter "
    "artist comedian composer pianist violinist guitarist drummer playwright sculptor dancer "
    "choreographer photographer star songwriter producer conductor architect chanteur écrivain "
    "актер актёр актриса певец певица режиссер режиссёр писатель композитор художник",
    "business": "chief executive ceo chairman chairwoman founder co-founder investor entrepreneur "
    "banker analyst economist trader billionaire financier owner strategist cfo businessman "
    "businesswoman retailer shopkeeper développeur",
    "science": "scientist professor researcher biologist physicist chemist astronomer geologist "
    "historian epidemiologist virologist ecologist lecturer academic climatologist sociologist "
    "psychologist archaeologist oceanographer seismologist zoologist botanist chercheur",
    "medicine": "doctor surgeon nurse physician paediatrician pediatrician paramedic midwife "
    "psychiatrist cardiologist oncologist médecin",
    "law": "lawyer attorney judge prosecutor solicitor barrister magistrate counsel advocate juge "
    "avocat procureur",
    "police": "detective inspector sergeant constable sheriff superintendent policeman policewoman",
    "arms": "general colonel major commander admiral lieutenant brigadier corporal soldier marine "
    "fighter",
    "faith": "bishop archbishop cardinal pope imam rabbi pastor priest vicar reverend ayatollah",
    "crime": "suspect defendant accused murderer gunman inmate convict fugitive smuggler robber",
    "press": "reporter correspondent journalist editor columnist broadcaster presenter anchor",
    "school": "teacher pupil headteacher headmaster principal student schoolboy schoolgirl",
    "farming": "farmer rancher fisherman grower shepherd dairyman",
    "trades": "driver plumber electrician carpenter builder mechanic pilot miner welder baker "
    "firefighter",
}
_FIELD_OF = {word: field for field, words in _WORDS.items() for word in words.split()}
del _FIELD_OF["deputy"], _FIELD_OF["seed"], _FIELD_OF["prime"], _FIELD_OF["chief"]
# Words of several walks of life that tell only with a neighbour we do not look at.
_OPEN = frozenset("captain manager director producer star principal forward major general".split())
_WORD = re.compile(r"[^\W\d_][\w'’-]{0,30}")
_ENDS = re.compile(r"[.;:!?\n“”\"()]")


def fields_beside(before: str, behind: str) -> frozenset[str]:
    """The walks of life that the words right before and behind a name speak of.

    Before it up to five words of its sentence count ("former Leeds striker John Smith"),
    behind it an apposition (", a senator from Ohio,").
    """
    near = _ENDS.split(before)[-1].rsplit(",", 1)[-1]
    words = _WORD.findall(near)[-TUNED.words_before :]
    apposition = ""
    if behind[:2] in (", ", " ("):
        apposition = re.split(
            r"[.;:!?\n“”\")]|, | who | said ", behind[2 : TUNED.chars_behind], maxsplit=1
        )[0]
    words += _WORD.findall(apposition)
    found = {word: _FIELD_OF[word] for word in map(str.casefold, words) if word in _FIELD_OF}
    sure = {field for word, field in found.items() if word not in _OPEN}
    return frozenset(sure or found.values())
