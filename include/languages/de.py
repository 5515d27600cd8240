"""The words of German."""

from __future__ import annotations

from include.languages.record import (
    Figures,
    Language,
    Numbers,
    Quotes,
    Times,
    alike,
    numbered,
    phrases,
    words,
)

GERMAN = Language(
    code="de",
    numbers=Numbers(
        units=numbered(
            "null=0 eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 "
            "elf=11 zwölf=12 dreizehn=13 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 "
            "siebzig=70 achtzig=80 neunzig=90 ein=1 eine=1 einen=1 einem=1 zwo=2 vierzehn=14 "
            "fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19"
        ),
        scales=numbered(
            "hundert=100 tausend=1000 million=1000000 millionen=1000000 mio=1000000 "
            "milliarde=1000000000 milliarden=1000000000 mrd=1000000000 billionen=1000000000000"
        ),
        decimal=",",
        joiners=words("und"),
        ranges=words("bis oder"),
        between=words("zwischen"),
        percent=phrases("prozent"),
        bounds={
            **alike("at_least", "mindestens|mehr als|über"),
            **alike("at_most", "höchstens|bis zu|weniger als"),
            **alike("about", "rund|etwa|fast|knapp|ungefähr|circa"),
        },
        vague={
            **alike(24, "dutzende"),
            **alike(200, "hunderte"),
            **alike(2000, "tausende"),
            **alike(20_000, "zehntausende"),
        },
        currencies={"euro": "EUR", "dollar": "USD"},
    ),
    times=Times(
        months=numbered(
            "januar=1 februar=2 märz=3 april=4 mai=5 juni=6 juli=7 august=8 september=9 "
            "oktober=10 november=11 dezember=12 jänner=1"
        ),
    ),
    figures=Figures(
        events={
            "killed": {
                "left": words("tote toten todesopfer gestorben starben ums umgekommen leben"),
                "right": words("tötete töteten"),
                "either": words("getötet ermordet"),
            },
            "wounded": {
                "left": words("verletzte verletzten verwundete"),
                "either": words("verletzt verwundet"),
            },
            "missing": {"left": words("vermisst vermisste vermissten")},
            "arrested": {
                "left": words("festnahmen"),
                "either": words("festgenommen verhaftet inhaftiert"),
            },
            "kidnapped": {"left": words("geiseln"), "either": words("entführt verschleppt")},
            "displaced": {"left": words("flüchtlinge obdachlos"), "either": words("vertrieben")},
            "evacuated": {"either": words("evakuiert")},
            "protesters": {"left": words("demonstranten demonstrierten demonstrierende")},
        },
        person_nouns=words(
            "arbeiter bewohner demonstranten einwohner flüchtlinge frauen kinder menschen männer "
            "passagiere polizisten schüler soldaten touristen zivilisten"
        ),
        thing_nouns=words("fahrzeuge häuser jahre stunden tage"),
        determiners=words("das der die ein eine"),
        helpers=words("sein sind waren worden wurde wurden"),
    ),
    quotes=Quotes(
        verbs=words(
            "antwortet antwortete behauptet behauptete bekräftigt bekräftigte berichtet "
            "berichtete bestätigte betont betonte ergänzt ergänzte erklärt erklärte erklärten "
            "erzählt erzählte erzählten fordert forderte fragte fügt fügte gesagt heißt hieß "
            "klagt klagte kritisiert kritisierte kündigt kündigte lobt lobte mahnt mahnte "
            "meint meinte rief räumte sagen sagt sagte sagten schreibt schrieb so sprach "
            "teilte twitterte unterstreicht unterstrich verkündete versicherte warnt warnte "
            "zitierte äußerte äußerten"
        ),
        pronouns=words("er sie"),
    ),
)
