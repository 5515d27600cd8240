"""The words of German."""

from __future__ import annotations

from include.languages.de_clauses import CLAUSES
from include.languages.record import (
    Figures,
    Language,
    Names,
    Numbers,
    Places,
    Quotes,
    Times,
    alike,
    numbered,
    numbered_units,
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
        currencies={
            "euro": "EUR",
            "dollar": "USD",
            "us-dollar": "USD",
            "franken": "CHF",
            "schweizer franken": "CHF",
            "pfund": "GBP",
            "yen": "JPY",
            "yuan": "CNY",
            "rubel": "RUB",
            "zloty": "PLN",
            "kronen": "krone",
            "lira": "TRY",
            "rupien": "INR",
        },
        halves=words("halb halbe halbes"),
        half_ending="einhalb",
        is_compounding=True,
        around=numbered("dutzend=12"),
        fractions=numbered("hälfte=2 drittel=3 viertel=4 fünftel=5 zehntel=10"),
        articles=words("ein eine einen die der das"),
        parts_of=phrases("von"),
        nought=phrases("niemand|keiner|kein mensch"),
        money_of={
            "schweizer franken": "CHF",
            "us-dollar": "USD",
            "us dollar": "USD",
            "norwegische kronen": "NOK",
            "dänische kronen": "DKK",
            "schwedische kronen": "SEK",
        },
        cents=words("cent"),
        percentage_points=phrases("prozentpunkt|prozentpunkte|prozentpunkten"),
        basis_points=phrases("basispunkt|basispunkte|basispunkten"),
        per_mille=phrases("promille"),
        minus=words("minus"),
        measures={
            **alike("hectare", "hektar"),
            **alike("kilometre", "kilometer|kilometern|km"),
            **alike("metre", "meter|metern"),
            **alike("centimetre", "zentimeter|zentimetern|cm"),
            **alike("millimetre", "millimeter|mm"),
            **alike("kilometre per hour", "km/h|kilometer pro stunde|stundenkilometer"),
            **alike("tonne", "tonne|tonnen"),
            **alike("kilogram", "kilo|kilogramm|kg"),
            **alike("litre", "liter|litern"),
            **alike("degree", "grad|°c"),
            **alike("megawatt", "megawatt|mw"),
            **alike("square metre", "quadratmeter"),
            **alike("square kilometre", "quadratkilometer"),
        },
        durations=numbered_units(
            "second=sekunde sekunden|minute=minute minuten|hour=stunde stunden|day=tag tage "
            "tagen|week=woche wochen|month=monat monate monaten|year=jahr jahre jahren"
        ),
        froms=words("von"),
        steps=words("um"),
        ranging=words("zwischen"),
    ),
    times=Times(
        modifiers={
            "EQUAL_OR_MORE": ("mindestens",),
            "EQUAL_OR_LESS": ("höchstens", "bis zu"),
            "MORE_THAN": ("mehr als",),
            "LESS_THAN": ("weniger als",),
            "APPROX": ("etwa", "rund", "gegen"),
            "START": ("anfang",),
            "MID": ("mitte",),
            "END": ("ende",),
        },
        weekdays=numbered(
            "montag=0 dienstag=1 mittwoch=2 donnerstag=3 freitag=4 samstag=5 sonnabend=5 sonntag=6"
        ),
        near_days=numbered("vorgestern=-2 gestern=-1 heute=0 morgen=1 übermorgen=2"),
        day_parts={
            "morgen": "MO",
            "früh": "MO",
            "vormittag": "MO",
            "mittag": "MI",
            "nachmittag": "AF",
            "abend": "EV",
            "nacht": "NI",
        },
        periods={
            "woche": "week",
            "wochen": "week",
            "monat": "month",
            "monats": "month",
            "jahr": "year",
            "jahres": "year",
            "quartal": "quarter",
        },
        last=words(
            "letzte letzten letzter letztes vergangene vergangenen vergangener vergangenes "
            "vorige vorigen vorigen voriges"
        ),
        next=words("nächste nächsten nächster nächstes kommende kommenden kommender kommendes"),
        this=words("diese dieser diesen dieses diesem"),
        ago=words("vor"),
        until=words("bis ab"),
        coming=words(
            "beginnt beginnen endet enden startet starten findet finden tagt tagen entscheidet "
            "entscheiden stimmt wählt wählen soll sollen will wollen folgt tritt treten erwartet "
            "geplant läuft laufen öffnet schließt eröffnet trifft treffen kommt kommen reist "
            "bleibt bleiben wird werden steht stehen spielt spielen"
        ),
        past=words(
            "wurde wurden war waren hatte hatten worden gewesen sagte sagten erklärte teilte kam "
            "kamen starb starben ging gab hat haben ist sind"
        ),
        clock_leads=words("um gegen ab bis kurz_nach kurz_vor"),
        clock_words=words("uhr"),
        ordinals=numbered(
            "ersten=1 erste=1 erstes=1 zweiten=2 zweite=2 zweites=2 dritten=3 dritte=3 drittes=3 "
            "vierten=4 vierte=4 viertes=4"
        ),
        in_month=words("im anfang ende mitte seit bis"),
        months=numbered(
            "januar=1 februar=2 märz=3 april=4 mai=5 juni=6 juli=7 august=8 september=9 "
            "oktober=10 november=11 dezember=12 jänner=1"
        ),
    ),
    figures=Figures(
        terms=words(
            "gefängnis haft freiheitsstrafe verurteilt bewährung gesperrt sperre fahrverbot"
        ),
        not_terms=words("vor nach alt später früher"),
        owners=words("von der des"),
        levels=words(
            "lag liegt lagen betrug beträgt betrugen erreichte erreicht belief kostet kostete "
            "steht stand ist war waren sind"
        ),
        change_nouns=words("anstieg rückgang zuwachs minus plus zunahme abnahme"),
        penalties=words("verurteilt verurteilte gesperrt schickte verhängte verhängt"),
        modals=words("könnte könnten dürfte dürften kann können möglicherweise"),
        futures=words("wird werden soll sollen will wollen"),
        negations=words("nicht kein keine keinen keiner"),
        conditions=words("falls wenn"),
        forecasts=words(
            "erwartet erwarten plant planen rechnet rechnen prognostiziert fordert fordern "
            "verlangt geplant angestrebt"
        ),
        forecast_nouns=words("ziel prognose plan schätzung angebot"),
        possible=words("befürchtet befürchten droht drohen vielleicht angeblich"),
        denials=words("bestritt bestreitet bestritten dementierte dementiert falsch"),
        fiction=words("film roman spiel übung simulation serie szenario"),
        older=words("vorjahr früher zuvor bisher"),
        now=words("nun jetzt"),
        set_against=phrases("nach|gegenüber|statt|nach zuvor"),
        from_first=words("von"),
        to_last=words("auf"),
        rising=words(
            "stieg stiegen steigt steigen gestiegen erhöht erhöhte erhöhten erhöhen wuchs "
            "gewachsen zugelegt plus anstieg zunahme höher mehr gewann legte kletterte sprang "
            "teurer zuwachs"
        ),
        falling=words(
            "sank sanken sinkt sinken gesunken fiel fielen gefallen schrumpfte schrumpften "
            "verlor verloren minus rückgang senkte gesenkt weniger niedriger billiger abgenommen "
            "einbruch reduziert brach"
        ),
        events={
            "killed": {
                "left": words(
                    "tote toten todesopfer gestorben umgekommen gestorbene getötete getötet "
                    "ermordet erschossen"
                ),
                "right": words("tötete töteten tötet"),
                "either": words("starben starb"),
            },
            "wounded": {
                "left": words("verletzte verletzten verwundete verletzt verwundet"),
            },
            "infected": {"left": words("angesteckt infiziert infizierte infizierten erkrankt")},
            "missing": {"left": words("vermisst vermisste vermissten")},
            "arrested": {
                "left": words("festnahmen festgenommen verhaftet inhaftiert"),
            },
            "kidnapped": {"left": words("geiseln entführt verschleppt")},
            "displaced": {"left": words("flüchtlinge obdachlos vertrieben")},
            "evacuated": {"left": words("evakuiert")},
            "freed": {"left": words("freigelassen befreit gerettet freigekommen")},
            "protesters": {"left": words("demonstranten demonstrierten demonstrierende")},
        },
        event_phrases={
            "leben": (("killed", ("ums",)),),
            "verloren": (("killed", ("ihr", "leben")), ("killed", ("das", "leben"))),
            "haft": (("arrested", ("in",)),),
            "gebracht": (("evacuated", ("in", "sicherheit")),),
        },
        person_nouns=words(
            "angestellte anwohner anwohnerin arbeiter baby beamte beamten bergleute "
            "beschäftigte besucher bewohner demonstranten einwohner fahrer fahrerin "
            "feuerwehrleute flüchtlinge frau frauen geflüchtete gäste insassen israeli "
            "jugendliche junge jungen kind kinder kämpfer leute mann menschen migranten "
            "mitarbeitende mitarbeiter mitglied mitglieder mutter mädchen männer opfer "
            "palästinenser palästinenserin passagiere patienten patientinnen personen "
            "polizisten schüler sohn soldat soldaten studenten studierende teilnehmer "
            "terroristen tochter tote touristen vater verletzte wanderer zivilist zivilisten "
            "zuschauer"
        ),
        thing_nouns=words(
            "fahrzeuge häuser jahre stunden tage busse züge autos lastwagen boote schiffe "
            "flugzeuge wohnungen gebäude dörfer schulen haushalte betriebe"
        ),
        person_endings=(
            "fahrer",
            "gänger",
            "arbeiter",
            "mann",
            "frau",
            "männer",
            "frauen",
            "schüler",
            "soldat",
            "soldaten",
            "innen",
            "leute",
        ),
        determiners=words("das der die ein eine"),
        helpers=words("sein sind waren worden wurde wurden"),
    ),
    quotes=Quotes(
        where=words("in"),
        naming=phrases("genannt | namens | alias"),
        works=words("buch roman lied serie film album song show podcast musical"),
        that=words("dass"),
        aside=words("nachdem während als bevor seit obwohl weil da nach bei in am im vor wenn"),
        sources=phrases("laut|nach angaben|nach auskunft|zufolge"),
        reported=words(
            "sei seien habe werde könne könnten müsse solle wolle dürfe gebe gehe "
            "komme bleibe würde würden wäre wären hätte hätten stehe liege"
        ),
        articles=words("der die das ein eine sein ihr seine ihre"),
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
    names=Names(
        parties=words(
            "CDU CSU SPD FDP AfD Grüne Grünen Linke Linken BSW SVP FPÖ ÖVP SPÖ Neos NEOS "
            "DP LSAP CSV GLP Mitte EVP SP parteilos"
        ),
        no_names=words(
            "interview gegenstände wirklichkeit anfang ende mitte volkspartei "
            "stiftung gesellschaft verband bundesamt ministerium universität partei "
            "armee behörde polizei bank gericht verein institut zeitung redaktion "
            "agentur "
        ),
        titles=words(
            "anwalt anwältin bürgermeister bürgermeisterin chef chefin direktor direktorin "
            "dr experte expertin frau herr kanzler kanzlerin kommissar kommissarin könig "
            "königin leiter leiterin minister ministerin papst prof professor professorin "
            "präsident präsidentin richter richterin senator senatorin sprecher sprecherin "
            "trainer trainerin vorsitzende vorsitzender"
        ),
    ),
    places=Places(where=words("in bei im"), locative=words("in bei aus nach nahe um")),
    clauses=CLAUSES,
)
