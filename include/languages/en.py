"""The words of English."""

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

ENGLISH = Language(
    code="en",
    numbers=Numbers(
        units=numbered(
            "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 "
            "eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 "
            "eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 "
            "eighty=80 ninety=90 fourty=40"
        ),
        scales=numbered(
            "hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000 "
            "lakh=100000 crore=10000000 m=1000000 mn=1000000 bn=1000000000 tn=1000000000000 "
            "k=1000"
        ),
        decimal=".",
        joiners=words("and"),
        ranges=words("to or"),
        between=words("between"),
        percent=phrases("percent|per cent"),
        bounds={
            **alike(
                "at_least",
                "not fewer than|not less than|no fewer than|no less than|at least|at the least|"
                "more than|just over|well over|upwards of|over|above|a minimum of",
            ),
            **alike(
                "at_most",
                "possibly as many as|not more than|no more than|as many as|as much as|up to|at "
                "most|fewer than|less than|just under|under|below|a maximum of",
            ),
            **alike(
                "about",
                "nearly|almost|about|around|approximately|roughly|some|an estimated|estimated|"
                "close to|an average of|a reported",
            ),
            **alike("exact", "another|exactly|only|just"),
        },
        vague={
            **alike(24, "dozens"),
            **alike(40, "scores"),
            **alike(20, "tens"),
            **alike(200, "hundreds"),
            **alike(2000, "thousands"),
            **alike(2_000_000, "millions"),
            **alike(2_000_000_000, "billions"),
            **alike(24_000, "dozens of thousands"),
            **alike(20_000, "tens of thousands"),
            **alike(200_000, "hundreds of thousands"),
            **alike(20_000_000, "tens of millions"),
            **alike(200_000_000, "hundreds of millions"),
            **alike(36, "several dozen|a few dozen"),
            **alike(300, "several hundred|a few hundred"),
            **alike(3000, "several thousand|a few thousand"),
            **alike(3_000_000, "several million"),
        },
        currencies={
            "dollar": "USD",
            "us dollar": "USD",
            "euro": "EUR",
            "pound sterling": "GBP",
            "yen": "JPY",
            "yuan": "CNY",
            "renminbi": "CNY",
            "rupee": "INR",
            "ruble": "RUB",
            "rouble": "RUB",
            "won": "KRW",
            "swiss franc": "CHF",
            "hryvnia": "UAH",
            "shekel": "ILS",
            "zloty": "PLN",
            "krona": "SEK",
            "naira": "NGN",
            "rand": "ZAR",
            "real": "BRL",
            "lira": "TRY",
            "dirham": "AED",
            "baht": "THB",
            "usd": "USD",
            "eur": "EUR",
            "gbp": "GBP",
            "chf": "CHF",
            "jpy": "JPY",
            "cny": "CNY",
        },
    ),
    times=Times(
        months=numbered(
            "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 "
            "october=10 november=11 december=12 jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 "
            "sept=9 oct=10 nov=11 dec=12"
        ),
        weekdays=numbered("monday=0 tuesday=1 wednesday=2 thursday=3 friday=4 saturday=5 sunday=6"),
    ),
    figures=Figures(
        events={
            "killed": {
                "left": words(
                    "died dies die dead deceased perished perish drowned fatalities deaths "
                    "fatally lifeless dying succumbed"
                ),
                "right": words(
                    "kills kill killing killings claimed claiming toll death bodies corpses body "
                    "murder murders murdering assassination assassinations execution massacre "
                    "slaying assassinating executing massacring claims casualties"
                ),
                "either": words(
                    "killed murdered slain executed assassinated massacred beheaded lynched "
                    "slaughtered electrocuted machinegunned"
                ),
            },
            "wounded": {
                "left": words("hospitalised hospitalized casualties"),
                "right": words(
                    "wounding injuring wounds injures injure wound injuries injury hurting maiming"
                ),
                "either": words("wounded injured hurt maimed treated burned stabbed"),
            },
            "infected": {
                "right": words("sickening infecting"),
                "either": words("sickened infected"),
            },
            "missing": {
                "left": words("missing unaccounted vanished disappeared disappear trapped"),
                "right": words("disappearance"),
            },
            "arrested": {
                "right": words("arresting detaining arrests arrest capturing detention charging"),
                "either": words(
                    "arrested detained captured jailed imprisoned charged apprehended rounded"
                ),
            },
            "kidnapped": {
                "left": words("hostages hostage"),
                "right": words(
                    "kidnapping abducting abduction abductions kidnappings kidnap abduct kidnaps "
                    "abducts captors"
                ),
                "either": words("kidnapped abducted"),
            },
            "displaced": {
                "left": words("homeless fled flee fleeing refugees refugee"),
                "right": words("displacing"),
                "either": words("displaced uprooted"),
            },
            "evacuated": {
                "left": words("evacuees"),
                "right": words("evacuating evacuation"),
                "either": words("evacuated"),
            },
            "freed": {
                "right": words("freeing releasing"),
                "either": words("freed rescued released saved"),
            },
            "protesters": {
                "left": words(
                    "protesters demonstrators protestors marched rallied gathered demonstrated "
                    "protested marchers strikers"
                )
            },
        },
        event_phrases={
            "lives": (("killed", ("lost", "their")),),
            "life": (
                ("killed", ("lost", "their")),
                ("killed", ("lost", "his")),
            ),
            "hospital": (
                ("wounded", ("taken", "to")),
                ("wounded", ("rushed", "to")),
            ),
            "custody": (
                ("arrested", ("in",)),
                ("arrested", ("into",)),
            ),
            "held": (
                ("arrested", ("were",)),
                ("arrested", ("been",)),
                ("arrested", ("being",)),
            ),
            "dead": (
                ("killed", ("shot",)),
                ("killed", ("found",)),
            ),
            "death": (
                ("killed", ("shot", "to")),
                ("killed", ("stabbed", "to")),
                ("killed", ("burned", "to")),
                ("killed", ("hacked", "to")),
                ("killed", ("beaten", "to")),
                ("killed", ("crushed", "to")),
            ),
            "down": (
                ("killed", ("gunned",)),
                ("killed", ("mowed",)),
            ),
            "bullets": (("killed", ("riddled", "with")),),
            "captive": (
                ("kidnapped", ("taken",)),
                ("kidnapped", ("took",)),
                ("kidnapped", ("held",)),
            ),
            "hostage": (
                ("kidnapped", ("taken",)),
                ("kidnapped", ("took",)),
                ("kidnapped", ("held",)),
                ("kidnapped", ("seized",)),
            ),
            "out": (("protesters", ("walked",)),),
            "streets": (("protesters", ("to", "the")),),
            "part": (
                ("protesters", ("taken",)),
                ("protesters", ("took",)),
            ),
            "homes": (
                ("displaced", ("fled", "their")),
                ("displaced", ("from", "their")),
            ),
            "border": (("displaced", ("crossed", "the")),),
        },
        person_nouns=words(
            "activists adults agents americans attackers babies bodyguards boy boys brothers "
            "businessmen bystanders cadets child children citizens civilian civilians combatants "
            "commuters crew customers daughter daughters delegates demonstrator demonstrators "
            "deputies detainees dockers doctors drivers employees engineers evacuees extremists "
            "families fans farmers fighter fighters firefighters fishermen followers foreigners "
            "girl girls guards guerrilla guerrillas gunmen hostages individuals inmates "
            "insurgents jesuits journalists judges laborers labourers lawmakers lawyers leaders "
            "man marines members men migrants militant militants miners nationals nuns nurses "
            "officer officers officials other others paramilitaries passenger passengers patients "
            "peasant peasants people person personnel persons pilots police policeman policemen "
            "politicians priests prisoners protester protesters pupils rebel rebels recruits "
            "refugee refugees relatives reporters resident residents respondent respondents "
            "sailors servicemen shoppers sisters soldier soldiers son sons spectators staff "
            "student students subversives supporters survivors suspect suspects teachers "
            "technicians teenagers terrorists toddlers tourists troopers troops victim victims "
            "villagers voters woman women worker workers worshippers youths"
        ),
        thing_nouns=words(
            "acres aircraft ambushes animals assassinations attack attacks banks barrels "
            "battalions boats bomb bombs bridges building buildings bullet bullets bus buses "
            "calls car cars case cases cattle cent charges cities clashes colones companies "
            "countries country counts crimes day days degrees departments dogs dollars drone "
            "drones explosions factories families feet fronts gallons grenades groups guns "
            "gunshot hectares helicopters home homes hospitals hour hours house households houses "
            "inches incidents job jobs kg kilogrammes kilograms kilometers kilometres kilos km "
            "knots liters litres meters metres mile miles mines minutes missile missiles months "
            "municipalities murders o'clock operations organizations parties percent pesos planes "
            "point points posts pounds provinces pylons raids rifles rocket rockets rounds "
            "schools seat seats shells ships shops shots site sites sticks stores tanks time "
            "times tonnes tons towers towns trains trucks units vehicles villages vote votes "
            "weapons weeks year years"
        ),
        captors=words(
            "abductors bandits captors extremists gang gangs guerrilla guerrillas gunmen hooded "
            "insurgents jihadists kidnappers masked militants pirates rebel rebels terrorists "
            "traffickers"
        ),
        determiners=words("a an her his its the their"),
        helpers=words(
            "are be been being believed feared got had has have is left remain remained remains "
            "reported was were"
        ),
    ),
    quotes=Quotes(pronouns=words("he she they i we")),
)
