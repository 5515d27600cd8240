"""What figures count and what befell it: words in English, French and German.

Each event kind lists its words by the side on which their figure stands:
`LEFT` ("five people *died*", "six *dead*"), `RIGHT` ("*killing* five", "the *toll*
rose to five"), and `EITHER`, participles whose use decides ("*killed* 13", "13 were
*killed*").
"""

from __future__ import annotations

LEFT, RIGHT, EITHER = "left", "right", "either"

_EVENTS: dict[str, dict[str, dict[str, str]]] = {
    "en": {
        "killed": {
            LEFT: "died dies die dead deceased perished perish drowned fatalities deaths "
            "fatally lifeless dying succumbed",
            RIGHT: "kills kill killing killings claimed claiming toll death bodies corpses body "
            "murder murders murdering assassination assassinations execution massacre slaying "
            "assassinating executing massacring claims casualties",
            EITHER: "killed murdered slain executed assassinated massacred beheaded lynched "
            "slaughtered electrocuted machinegunned",
        },
        "wounded": {
            LEFT: "hospitalised hospitalized casualties",
            RIGHT: "wounding injuring wounds injures injure wound injuries injury hurting maiming",
            EITHER: "wounded injured hurt maimed treated burned stabbed",
        },
        "infected": {LEFT: "", RIGHT: "sickening infecting", EITHER: "sickened infected"},
        "missing": {
            LEFT: "missing unaccounted vanished disappeared disappear trapped",
            RIGHT: "disappearance",
            EITHER: "",
        },
        "arrested": {
            LEFT: "",
            RIGHT: "arresting detaining arrests arrest capturing detention charging",
            EITHER: "arrested detained captured jailed imprisoned charged apprehended rounded",
        },
        "kidnapped": {
            LEFT: "hostages hostage",
            RIGHT: "kidnapping abducting abduction abductions kidnappings kidnap abduct kidnaps "
            "abducts captors",
            EITHER: "kidnapped abducted",
        },
        "displaced": {
            LEFT: "homeless fled flee fleeing refugees refugee",
            RIGHT: "displacing",
            EITHER: "displaced uprooted",
        },
        "evacuated": {LEFT: "evacuees", RIGHT: "evacuating evacuation", EITHER: "evacuated"},
        "freed": {
            LEFT: "",
            RIGHT: "freeing releasing",
            EITHER: "freed rescued released saved",
        },
        "protesters": {
            LEFT: "protesters demonstrators protestors marched rallied gathered demonstrated "
            "protested marchers strikers",
            RIGHT: "",
            EITHER: "",
        },
    },
    "fr": {
        "killed": {
            LEFT: "morts morte mortes mort décédés décédé péri décès victimes",
            RIGHT: "tuant bilan tue tuent mort décès",
            EITHER: "tué tués tuée tuées assassiné assassinés exécutés massacrés",
        },
        "wounded": {LEFT: "blessés blessées", RIGHT: "blessant", EITHER: "blessé blessée"},
        "missing": {LEFT: "disparus portés disparues disparu", RIGHT: "", EITHER: ""},
        "arrested": {
            LEFT: "",
            RIGHT: "arrêtant",
            EITHER: "arrêtés arrêtées arrêté interpellées interpellés interpellé détenus "
            "détenues incarcérés",
        },
        "kidnapped": {LEFT: "otages", RIGHT: "", EITHER: "enlevés enlevées kidnappés kidnappées"},
        "displaced": {
            LEFT: "sans-abri réfugiés",
            RIGHT: "",
            EITHER: "déplacés déplacées",
        },
        "evacuated": {LEFT: "", RIGHT: "", EITHER: "évacués évacuées évacuée évacué"},
        "protesters": {LEFT: "manifestants manifesté défilé", RIGHT: "", EITHER: ""},
    },
    "de": {
        "killed": {
            LEFT: "tote toten todesopfer gestorben starben ums umgekommen leben",
            RIGHT: "tötete töteten",
            EITHER: "getötet ermordet",
        },
        "wounded": {
            LEFT: "verletzte verletzten verwundete",
            RIGHT: "",
            EITHER: "verletzt verwundet",
        },
        "missing": {LEFT: "vermisst vermisste vermissten", RIGHT: "", EITHER: ""},
        "arrested": {LEFT: "festnahmen", RIGHT: "", EITHER: "festgenommen verhaftet inhaftiert"},
        "kidnapped": {LEFT: "geiseln", RIGHT: "", EITHER: "entführt verschleppt"},
        "displaced": {LEFT: "flüchtlinge obdachlos", RIGHT: "", EITHER: "vertrieben"},
        "evacuated": {LEFT: "", RIGHT: "", EITHER: "evakuiert"},
        "protesters": {LEFT: "demonstranten demonstrierten demonstrierende", RIGHT: "", EITHER: ""},
    },
}
EVENT_WORDS: dict[str, dict[str, list[tuple[str, str]]]] = {}
for _language, _kinds in _EVENTS.items():
    _table = EVENT_WORDS.setdefault(_language, {})
    for _kind, _sides in _kinds.items():
        for _side, _words in _sides.items():
            for _word in _words.split():
                _table.setdefault(_word, []).append((_kind, _side))

PERSON_KINDS = frozenset(
    str.split(
        "killed wounded infected missing arrested kidnapped displaced evacuated freed protesters"
    )
)

PERSON_NOUNS = frozenset(
    str.split(
        "people person persons men man women woman children child boys boy girls girl "
        "civilians civilian "
        "soldiers soldier dockers officers officer policemen policeman police troops fighters "
        "fighter rebels "
        "rebel militants militant guerrillas guerrilla insurgents terrorists students "
        "student pupils "
        "teachers workers worker miners passengers passenger crew tourists journalists reporters "
        "villagers residents resident peasants peasant farmers bystanders worshippers "
        "suspects suspect "
        "victims victim survivors activists protesters demonstrators detainees prisoners inmates "
        "hostages migrants refugees refugee fishermen sailors pilots drivers firefighters doctors "
        "nurses patients judges lawyers politicians leaders members priests jesuits nuns americans "
        "others other relatives sons son daughters daughter brothers sisters babies toddlers "
        "teenagers "
        "youths adults servicemen personnel marines agents guards bodyguards gunmen "
        "attackers employees "
        "staff citizens nationals foreigners individuals subversives extremists combatants cadets "
        "fans spectators voters respondents respondent families evacuees demonstrator protester "
        "commuters shoppers customers followers supporters delegates lawmakers deputies officials "
        "engineers technicians businessmen labourers laborers troopers recruits paramilitaries "
        "personnes hommes femmes enfants civils soldats policiers gendarmes élèves étudiants "
        "manifestants migrants réfugiés habitants passagers touristes militants "
        "menschen männer frauen kinder soldaten polizisten zivilisten schüler demonstranten "
        "passagiere touristen flüchtlinge bewohner einwohner arbeiter"
    )
)
THING_NOUNS = frozenset(
    str.split(
        "homes home houses house buildings building vehicles cars car trucks buses bus "
        "trains missiles "
        "missile drones drone attacks attack bombs bomb bullets bullet gunshot shots "
        "shells rockets rocket rounds "
        "kilometers kilometres km miles mile meters metres feet inches acres hectares tons tonnes "
        "kilos kilograms kg pounds liters litres gallons barrels days hours minutes weeks "
        "months years "
        "year day hour times time points point seats seat votes vote jobs job cases case countries "
        "country cities villages towns provinces schools hospitals planes aircraft "
        "helicopters ships "
        "boats rifles weapons guns grenades mines tanks sites site parties companies banks stores "
        "shops factories bridges towers pylons posts dogs cattle animals households families "
        "dollars "
        "sticks kilogrammes departments municipalities organizations groups fronts "
        "battalions units "
        "incidents operations explosions clashes crimes murders assassinations ambushes "
        "raids degrees "
        "pesos colones knots calls o'clock percent cent households charges counts meters maisons "
        "véhicules voitures jours heures ans häuser fahrzeuge tage stunden jahre"
    )
)
#: Those who hold people without right: what they detain is kidnapped.
CAPTORS = frozenset(
    str.split(
        "guerrillas guerrilla rebels rebel gunmen militants insurgents terrorists kidnappers "
        "bandits extremists jihadists traffickers gang gangs captors "
        "abductors pirates hooded masked"
    )
)

BOUNDS_BEFORE: dict[str, str] = {
    "not fewer than": "at_least",
    "not less than": "at_least",
    "no fewer than": "at_least",
    "no less than": "at_least",
    "at least": "at_least",
    "at the least": "at_least",
    "more than": "at_least",
    "just over": "at_least",
    "well over": "at_least",
    "upwards of": "at_least",
    "over": "at_least",
    "above": "at_least",
    "a minimum of": "at_least",
    "possibly as many as": "at_most",
    "not more than": "at_most",
    "no more than": "at_most",
    "as many as": "at_most",
    "as much as": "at_most",
    "up to": "at_most",
    "at most": "at_most",
    "fewer than": "at_most",
    "less than": "at_most",
    "just under": "at_most",
    "under": "at_most",
    "below": "at_most",
    "a maximum of": "at_most",
    "nearly": "about",
    "almost": "about",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "roughly": "about",
    "some": "about",
    "an estimated": "about",
    "estimated": "about",
    "close to": "about",
    "an average of": "about",
    "a reported": "about",
    "another": "exact",
    "exactly": "exact",
    "only": "exact",
    "just": "exact",
    # French
    "au moins": "at_least",
    "plus de": "at_least",
    "plus d'": "at_least",
    "jusqu'à": "at_most",
    "moins de": "at_most",
    "au plus": "at_most",
    "environ": "about",
    "près de": "about",
    "quelque": "about",
    "presque": "about",
    # German
    "mindestens": "at_least",
    "mehr als": "at_least",
    "über": "at_least",
    "höchstens": "at_most",
    "bis zu": "at_most",
    "weniger als": "at_most",
    "rund": "about",
    "etwa": "about",
    "fast": "about",
    "knapp": "about",
    "ungefähr": "about",
    "circa": "about",
}
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
EVENT_PHRASES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "lives": (("killed", ("lost", "their")),),
    "life": (("killed", ("lost", "their")), ("killed", ("lost", "his"))),
    "hospital": (("wounded", ("taken", "to")), ("wounded", ("rushed", "to"))),
    "custody": (("arrested", ("in",)), ("arrested", ("into",))),
    "held": (("arrested", ("were",)), ("arrested", ("been",)), ("arrested", ("being",))),
    "dead": (("killed", ("shot",)), ("killed", ("found",))),
    "death": (
        ("killed", ("shot", "to")),
        ("killed", ("stabbed", "to")),
        ("killed", ("burned", "to")),
        ("killed", ("hacked", "to")),
        ("killed", ("beaten", "to")),
        ("killed", ("crushed", "to")),
    ),
    "down": (("killed", ("gunned",)), ("killed", ("mowed",))),
    "bullets": (("killed", ("riddled", "with")),),
    "captive": (("kidnapped", ("taken",)), ("kidnapped", ("took",)), ("kidnapped", ("held",))),
    "hostage": (
        ("kidnapped", ("taken",)),
        ("kidnapped", ("took",)),
        ("kidnapped", ("held",)),
        ("kidnapped", ("seized",)),
    ),
    "out": (("protesters", ("walked",)),),
    "streets": (("protesters", ("to", "the")),),
    "part": (("protesters", ("taken",)), ("protesters", ("took",))),
    "homes": (("displaced", ("fled", "their")), ("displaced", ("from", "their"))),
    "border": (("displaced", ("crossed", "the")),),
}
#: Words of BOUNDS_BEFORE that do not belong to the span of the figure.
UNSPANNED_BOUNDS = frozenset({"only", "just", "exactly"})

VAGUE_AMOUNTS: dict[str, float] = {
    "dozens": 24,
    "scores": 40,
    "tens": 20,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2e6,
    "billions": 2e9,
    "dozens of thousands": 24_000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "tens of millions": 2e7,
    "hundreds of millions": 2e8,
    "several dozen": 36,
    "several hundred": 300,
    "several thousand": 3000,
    "several million": 3e6,
    "a few dozen": 36,
    "a few hundred": 300,
    "a few thousand": 3000,
    "des dizaines": 20,
    "des centaines": 200,
    "des milliers": 2000,
    "dizaines": 20,
    "centaines": 200,
    "milliers": 2000,
    "dutzende": 24,
    "hunderte": 200,
    "tausende": 2000,
    "zehntausende": 20_000,
}
CURRENCY_SIGNS = {
    "US$": "USD", "A$": "AUD", "C$": "CAD",
    "S$": "SGD", "RM": "MYR", "R": "ZAR", "NZ$": "NZD", "HK$": "HKD", "R$": "BRL", "$": "USD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH",
    "₪": "ILS", "₦": "NGN", "₱": "PHP", "฿": "THB", "Rs": "INR",
}  # fmt: skip
CURRENCY_WORDS = {
    "dollar": "USD", "us dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "won": "KRW",
    "swiss franc": "CHF", "hryvnia": "UAH", "shekel": "ILS", "zloty": "PLN", "krona": "SEK",
    "naira": "NGN", "rand": "ZAR", "real": "BRL", "lira": "TRY", "dirham": "AED", "baht": "THB",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "jpy": "JPY", "cny": "CNY",
    "dollars américains": "USD",
}  # fmt: skip
MEASURES = (
    "hectares? acres? square (?:kilometers?|kilometres?|miles?|meters?|metres?|feet) kilometers? "
    "kilometres? miles? meters? metres? tonnes? tons? kilograms? kilogrammes? kilos? litres? "
    "liters? gallons? barrels? megawatts? gigawatts?"
)
