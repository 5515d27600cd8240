"""The tuned numbers of joining entities."""

from __future__ import annotations

from dataclasses import dataclass

from include.tuned import number

_SURE = "confidence, 0 to 1"
_CHOSEN = "chosen: the surer a rule, the higher; not fitted"


@dataclass(frozen=True, slots=True)
class Entities:
    """What it takes that two names are one entity's, and how sure each rule is."""

    strong_texts: int = number(3, unit="texts", source="chosen: two texts are chance")
    strong_share: float = number(
        0.8, unit="share of the texts of all candidates", source="chosen: two Bushes"
    )
    month_texts: int = number(3, unit="texts", source="chosen: two texts are chance")
    month_share: float = number(0.9, unit="share of three months' texts", source="chosen")
    written_together: float = number(
        0.8, unit="share of the texts with both forms", source="chosen: a body's organs share it"
    )
    other_kind_times: int = number(2, unit="times as many texts", source="chosen; not fitted")
    enough_texts: int = number(
        5, unit="texts", source="chosen: company of fewer texts has no direction"
    )
    least_cosine: float = number(0.2, unit="cosine of company", source="chosen; not fitted")
    strong_names: int = number(4, unit="names met with both", source="chosen; not fitted")
    apart_times: int = number(
        5, unit="times", source="chosen: names that stand in one text are two people's"
    )
    shown_names: int = number(5, unit="names", source="bound on evidence that is kept")
    bearer_texts: int = number(2, unit="texts", source="chosen: one text may err")
    most_places: int = number(12, unit="places", source="bound: pairs are quadratic")
    most_in_bucket: int = number(60, unit="names", source="bound: pairs are quadratic")
    words_before: int = number(5, unit="words", source="chosen: former Leeds striker")
    chars_behind: int = number(60, unit="characters", source="bound on an apposition")
    longest_key: int = number(300, unit="characters", source="bound on a key")
    longest_pin: int = number(200, unit="characters", source="bound on a line that people write")
    longest_sound: int = number(40, unit="characters", source="bound: patterns run over it")
    longest_abbreviation: int = number(7, unit="letters", source="chosen: UNESCWA, UNCTAD")
    longest_short: int = number(10, unit="letters", source="chosen: Interpol")
    least_plural: int = number(5, unit="letters", source="chosen: Swiss and Thai have no plural")
    least_tail: int = number(5, unit="letters", source="chosen: short surnames sound alike")
    least_word: int = number(3, unit="letters", source="chosen: Li is not Ly")
    least_spelling: int = number(6, unit="letters", source="chosen: Brandy is not Brandi")
    least_heard: int = number(
        3, unit="consonants", source="chosen: of two, too many names of another script have them"
    )
    heard_places: int = number(2, unit="places", source="chosen: one country has many namesakes")
    shouted: int = number(5, unit="letters", source="chosen: NASA is no headline's capitals")

    same_name: float = number(0.97, unit=_SURE, source=_CHOSEN)
    legal_form: float = number(0.95, unit=_SURE, source=_CHOSEN)
    plural: float = number(0.95, unit=_SURE, source=_CHOSEN)
    same_place: float = number(0.95, unit=_SURE, source=_CHOSEN)
    letters_beside: float = number(0.95, unit=_SURE, source=_CHOSEN)
    spelling: float = number(0.92, unit=_SURE, source=_CHOSEN)
    same_story: float = number(0.9, unit=_SURE, source=_CHOSEN)
    sound: float = number(0.88, unit=_SURE, source=_CHOSEN)
    middle_name: float = number(0.85, unit=_SURE, source=_CHOSEN)
    nickname: float = number(0.85, unit=_SURE, source=_CHOSEN)
    consonants: float = number(0.8, unit=_SURE, source=_CHOSEN)
    initial: float = number(0.8, unit=_SURE, source=_CHOSEN)
    heard: float = number(0.8, unit=_SURE, source=_CHOSEN)
    heard_consonants: float = number(0.75, unit=_SURE, source=_CHOSEN)
    namesakes: float = number(0.8, unit=_SURE, source=_CHOSEN)
    other_kind: float = number(0.8, unit=_SURE, source=_CHOSEN)
    usual_bearer: float = number(0.8, unit=_SURE, source=_CHOSEN)
    same_company: float = number(0.75, unit=_SURE, source=_CHOSEN)
    initials: float = number(0.75, unit=_SURE, source=_CHOSEN)
    its_months: float = number(0.7, unit=_SURE, source=_CHOSEN)
    part_of_name: float = number(0.65, unit=_SURE, source=_CHOSEN)


TUNED = Entities()
