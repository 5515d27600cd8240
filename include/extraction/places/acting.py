"""Places that act as governments do, by the parse: "Beijing hit back", "sanctions on Moscow".

A government is the subject of a verb of ruling or saying, what such a verb is aimed at
("accused Tel Aviv of …"), or a party of a dispute ("sanctions against Moscow").
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from include.extraction.reading.token_index import TokenIndex
from include.extraction.reading.word_sets import word_set

_RULES = word_set(
    "say deny accuse warn announce reject condemn demand vow insist impose recall expel retaliate "
    "respond refuse agree pledge threaten want hope fear urge blame call sign ratify sanction "
    "declare propose summon lift withdraw recognise recognize offer maintain argue order suspend "
    "approve protest hit strike trade weigh consider seek back support oppose veto ban block "
    "deploy send supply arm annex invade attack launch shell bomb mobilise mobilize negotiate "
    "refute dispute dismiss defend claim promise plan intend decide pass vote abstain join quit "
    "leave cut sever restore resume extend delay ease tighten slap target ask tell signal praise "
    "welcome denounce criticise criticize lash express voice brush push press pay buy sell "
    "comment fire allow open close shut grant deny issue release arrest jail extradite deport"
)
# What towns and teams do not do.
_RULES_ALONE = word_set(
    "accuse retaliate expel recall ratify sanction recognise recognize oppose veto annex invade "
    "mobilise mobilize negotiate refute dispute denounce summon condemn extradite sever sign deploy"
)
_AIMED = word_set(
    "accuse warn urge blame condemn ask tell press pressure sanction criticise criticize denounce "
    "thank pressure invade attack push lobby persuade punish isolate provoke arm"
)
_PARTIES = word_set(
    "sanctions pressure talks relations ties deal tensions war peace truce ceasefire agreement "
    "treaty negotiations embargo tariffs threats complaint complaints accusations alliance row "
    "dispute demands appeal support aid"
)
_TO_PARTIES = frozenset({"against", "on", "with", "between", "to"})
_FORMS = {
    "hit": "hit",
    "said": "say",
    "says": "say",
    "sent": "send",
    "withdrew": "withdraw",
    "sought": "seek",
    "bought": "buy",
    "paid": "pay",
    "sold": "sell",
    "left": "leave",
    "told": "tell",
    "shut": "shut",
    "struck": "strike",
    "slapped": "slap",
    "banned": "ban",
    "denied": "deny",
    "denies": "deny",
    "imposed": "impose",
    "ratified": "ratify",
    "cut": "cut",
}
_MOST_CONJUNCTS = 4


class Acting:
    """Asks of one text which of its places act; without a parse none is seen to."""

    def __init__(self, doc: Doc | None) -> None:
        self.doc = doc
        self.index = TokenIndex.of(doc) if doc is not None else None

    def is_actor(self, start: int, end: int, *, surely: bool = False) -> bool:
        """Whether the name [start, end) is who acts or is acted on as a government; `surely`
        where no town, team or firm would."""
        if self.doc is None or self.index is None or not self.index.is_parsed or not self.doc:
            return False
        first, after = self.index.tokens(start, end)
        if after <= first:
            return False
        head = self.doc[first:after].root
        for _ in range(_MOST_CONJUNCTS):
            if head.dep_ != "conj" or head.head.i == head.i:
                break
            head = head.head
        governor = head.head
        if head.dep_ == "nsubj":
            return bool(_base(governor) & (_RULES_ALONE if surely else _RULES))
        if head.dep_ in {"dobj", "iobj", "dative"}:
            return not surely and bool(_base(governor) & _AIMED)
        if head.dep_ == "pobj" and governor.lower_ in _TO_PARTIES:
            return governor.head.lower_ in _PARTIES
        return False


def _base(token: Token) -> frozenset[str]:
    """What the base of a verb's form may be."""
    if not token.tag_.startswith("VB"):
        return frozenset()
    form = token.lower_
    known = _FORMS.get(form)
    if known:
        return frozenset({known})
    bases = {form}
    for ending in ("s", "es", "ed", "d", "ing"):
        if form.endswith(ending):
            stem = form[: -len(ending)]
            bases |= {stem, stem + "e"}
            if len(stem) > 2 and stem[-1] == stem[-2]:
                bases.add(stem[:-1])
    if form.endswith("ies") or form.endswith("ied"):
        bases.add(form[:-3] + "y")
    return frozenset(bases)
