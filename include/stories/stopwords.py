"""Words that say nothing of an event: English and French, without accents.

A short list is enough, because common words of any language weigh little once their
frequency is known; it matters in the first small batch, before it is.
"""

from __future__ import annotations

_ENGLISH = """
a about according after again against all also although am an and another any are as at
back be because been before being between both but by came can come could day days did do
does down during each even ever every few first for from get go going had has have he her
here him his how however if in including into is it its itself just last later like made
make many may me more most much must my never new next no not now of off on one only or
other our out over own part people per put re s said same say saying says see she should
since so some still such t take than that the their them then there these they third this
those though three through time to told too took two under until up upon us ve very was
way we week well went were what when where whether which while who whom whose why will
with within without would year years yet you your
monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday
"""
_FRENCH = """
afin ai ainsi alors apres au aucun aussi autre autres aux avait avant avec avoir car ce
cela celle celles celui ces cet cette ceux chaque chez comme contre dans de deja depuis
des deux dit dont du elle elles en encore entre est et etaient etait ete etre eu faire
fait fois font hier il ils jour jours la le les leur leurs lors lui mais meme moins ne
ni nos notre nous on ont ou par parmi pas pendant peu peut plus plusieurs pour pourrait
pres puis qu quand que quelque quelques qui sa sans se selon sera ses si soit son sont
sous sur tous tout toute toutes tres trois un une vers vos votre vous
lundi mardi mercredi jeudi vendredi samedi dimanche
"""

STOP_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split())
