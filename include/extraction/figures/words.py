"""What befell those counted: the event words of a language, and words of figures' rules.

Each event kind of a language lists its words by the side on which their figure stands:
`LEFT` ("five people *died*", "six *dead*"), `RIGHT` ("*killing* five", "the *toll*
rose to five"), and `EITHER`, participles whose use decides ("*killed* 13", "13 were
*killed*").
"""

from __future__ import annotations

from functools import cache

from include.languages import language as language_of

LEFT, RIGHT, EITHER = "left", "right", "either"


@cache
def events_of(language: str) -> dict[str, list[tuple[str, str]]]:
    """The event words of a language, each with its kinds and the side of its figure."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, sides in language_of(language).figures.events.items():
        for side in (LEFT, RIGHT, EITHER):
            for word in sides.get(side, ()):
                found.setdefault(word, []).append((kind, side))
    return found


PERSON_KINDS = frozenset(
    str.split(
        "killed wounded infected missing arrested kidnapped displaced evacuated freed protesters"
    )
)

#: Nouns for people in a state, weaker than the verb that tells what befell them.
CONDITION_NOUNS = frozenset(str.split("hostages hostage refugees refugee protesters demonstrators"))
#: Words that tell what befell people or things alike: with a noun for things, no event.
OF_THINGS_TOO = frozenset(
    str.split("burned treated saved captured released freed hurt charged rounded held claimed")
)
#: Words near which those who "took part" are protesters.
PROTESTS = frozenset(
    str.split(
        "march marched marchers rally rallied protest protests protesters demonstration "
        "demonstrators demonstrated strike strikers"
    )
)
#: Nouns that are counted themselves: "three injuries", "no deaths".
STATE_NOUNS = frozenset(
    str.split("injuries deaths casualties arrests kidnappings murders killings bodies corpses")
)
#: Phrases by their last word: (kind, the words before it). Those of SIDED end in a word
#: whose figure may stand on either side: "shot dead seven", "seven were shot dead".
SIDED = frozenset(str.split("dead death down captive hostage"))
#: Bounds that do not belong to the span of the figure.
UNSPANNED_BOUNDS = frozenset({"only", "just", "exactly"})

CURRENCY_SIGNS = {
    "US$": "USD", "A$": "AUD", "C$": "CAD",
    "S$": "SGD", "RM": "MYR", "R": "ZAR", "NZ$": "NZD", "HK$": "HKD", "R$": "BRL", "$": "USD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH",
    "₪": "ILS", "₦": "NGN", "₱": "PHP", "฿": "THB", "Rs": "INR",
}  # fmt: skip
MEASURES = (
    "hectares? acres? square (?:kilometers?|kilometres?|miles?|meters?|metres?|feet) kilometers? "
    "kilometres? miles? meters? metres? tonnes? tons? kilograms? kilogrammes? kilos? litres? "
    "liters? gallons? barrels? megawatts? gigawatts?"
)
