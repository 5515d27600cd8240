"""The words of English."""

from __future__ import annotations

from include.languages.en_events import EVENTS
from include.languages.en_figures import FIGURES
from include.languages.en_numbers import NUMBERS
from include.languages.record import (
    Language,
    Places,
    Quotes,
    Times,
    numbered,
    phrases,
    words,
)

ENGLISH = Language(
    code="en",
    numbers=NUMBERS,
    times=Times(
        modifiers={
            "EQUAL_OR_MORE": ("at least", "no less than", "not less than"),
            "EQUAL_OR_LESS": ("at most", "up to", "no more than", "not more than", "as many as"),
            "MORE_THAN": (
                "more than",
                r"over(?! (?:the|this|last|past|next)\b)",
            ),
            "LESS_THAN": ("less than", "fewer than", "under", "nearly", "almost"),
            "APPROX": ("about", "around", "roughly", "approximately", "some", "or so"),
            "START": (
                "early",
                "earlier this",
                "beginning",
                "start",
                "opening",
                "first part",
                "dawn of",
            ),
            "MID": ("mid", "middle"),
            "END": ("late", "later this", "end", "close", "closing"),
        },
        months=numbered(
            "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 "
            "october=10 november=11 december=12 jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 "
            "sept=9 oct=10 nov=11 dec=12"
        ),
        weekdays=numbered("monday=0 tuesday=1 wednesday=2 thursday=3 friday=4 saturday=5 sunday=6"),
    ),
    figures=FIGURES,
    events=EVENTS,
    quotes=Quotes(
        where=words("in at from outside near"),
        naming=phrases(
            "called | dubbed | named | nicknamed | known as | titled | entitled | codenamed | alias"
        ),
        works=words(
            "book novel film movie song album show series play podcast programme "
            "program episode documentary memoir musical opera poem essay painting "
            "magazine newspaper game campaign"
        ),
        pronouns=words("he she they i we"),
    ),
    places=Places(where=words("in at near on across outside inside off from")),
)
