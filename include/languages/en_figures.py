"""The words of English: what is counted, what befell it, and what is no fact."""

from __future__ import annotations

from include.languages.en_people import PERSON_LIKE_THINGS, PERSON_NOUNS
from include.languages.record import (
    Figures,
    phrases,
    words,
)

FIGURES = Figures(
    terms=words(
        "prison jail jailed sentence sentences sentenced term imprisonment imprisoned ban banned "
        "bars suspended suspension licence license probation custody detention parole "
        "disqualified expulsion incarceration convicted smuggler"
    ),
    not_terms=words(
        "ago earlier later old before after next past last since within recent coming "
        "previous every first age"
    ),
    time_gaps=words(
        "clear ahead behind outside adrift faster slower longer shorter late early quicker"
    ),
    measure_nouns=words(
        "point points degree degrees notch notches place places stroke strokes times"
    ),
    differences=words(
        "ahead behind clear outside short above below away wide long deep high tall thick apart "
        "adrift off inside within beyond"
    ),
    own_measures=words(
        "revenue revenues profit profits sales earnings turnover income margin margins loss "
        "losses orders costs dividend output debt ebitda takings bookings deliveries shipments "
        "cashflow capex backlog production"
    ),
    costs=words(
        "cost costs costing bring brings brought earn earns earned net netted save saved saves"
    ),
    chances=words("chance chances probability likelihood odds"),
    bases=words("since than until till lowest highest to"),
    courts=words(
        "court courts judge judges prosecutor prosecutors prosecution jury guilty convicted fraud "
        "arson murder manslaughter rape theft robbery crime crimes offence offences charge charges "
        "counts magistrate magistrates tribunal pleaded verdict corruption bribery penalty term "
        "assault trafficking treason terrorism perjury conviction convictions"
    ),
    term_verbs=words(
        "got gets get receive received receives face faces faced facing carry carries carrying "
        "carried seek seeking sought seeks serve serving served serves handed given gave demanded "
        "maximum minimum"
    ),
    samples=words("poll survey study trial sample panel"),
    margins=words("lead leads led won wins win beat beats ahead missed late delayed early trails"),
    audiences=words("attendance crowd audience attendances crowds"),
    beyond=words(
        "pass passed passes passing exceed exceeds exceeded exceeding top tops topped topping "
        "surpass surpasses surpassed surpassing cross crossed crosses"
    ),
    timed_nouns=words(
        "strike walkout ceasefire truce curfew deadline delay blackout outage shutdown "
        "standoff siege notice contract deal mandate extension lease loan ban programme program "
        "plan"
    ),
    steps_of_time=words("by"),
    person_like_things=PERSON_LIKE_THINGS,
    person_endings=(
        "ers",
        "ors",
        "ists",
        "men",
        "women",
        "ees",
        "ians",
        "ants",
        "er",
        "ist",
        "man",
        "woman",
    ),
    levels=words(
        "start starts started "
        "is are was were be been being stand stands stood total totals totalled totaled "
        "totalling average averages averaged averaging amount amounts amounted come comes "
        "came number numbers numbered reach reaches reached reaching hit hits hitting exceed "
        "exceeds exceeded top tops topped remain remains remained hover hovers hovered close "
        "closed closes settle settled settles trade traded trades trading crest crested peak "
        "peaked peaks pass passed passes run runs ran surpass surpassed surpasses near "
        "neared carry carries carried go goes went going measure measured measures span spans "
        "cost costs costing equal equals account "
        "accounts accounted stay stays stayed hold holds held fetch fetched fetches contain "
        "contains become became registered recorded"
    ),
    change_nouns=words(
        "rise rises fall falls drop drops increase increases decline declines decrease gain "
        "gains jump surge growth reduction cut cuts slide slump plunge hike advance upside "
        "downside climb dip spike rebound loss-making expansion contraction change swing "
        "difference raise"
    ),
    penalties=words(
        "fined sentenced jailed imprisoned suspended banned ordered barred disqualified "
        "gaoled awarded docked"
    ),
    modals=words("could may might"),
    futures=words("will 'll ’ll shall wo would"),
    negations=words("not n't n’t never no neither nor"),
    conditions=words("if unless should whether"),
    forecasts=words(
        "expect expects expected expecting forecast forecasts forecasting predict predicts "
        "predicted project projects projected plan plans planned planning aim aims aimed "
        "aiming seek seeks seeking sought propose proposes proposed target targets targeted "
        "targeting hope hopes hoped hoping want wants wanted wanting intend intends intended "
        "pledge pledges pledged vow vows vowed guide guides guided seen sees see pencilled "
        "penciled demand demands demanded budget budgeted budgets anticipate anticipates "
        "anticipated schedule scheduled reckon reckons envisage envisages envisaged promise "
        "promises promised ask asks asking asked slated earmarked earmark offer offers "
        "offered foresees foresee foresaw requested requests request"
    ),
    forecast_nouns=words(
        "target targets forecast forecasts projection projections goal goals estimate "
        "estimates guidance outlook plan plans proposal proposals offer offers bid ambition "
        "expectation expectations budget aim prediction predictions"
    ),
    possible=words(
        "fear fears feared fearing threaten threatens threatened threatening risk risks "
        "risking possibly perhaps maybe hypothetical hypothetically potentially suspected "
        "warn warns warned allegedly presumed imagine imagined assumes assume suppose "
        "risking could"
    ),
    denials=words(
        "deny denies denied denying refute refutes refuted dismiss dismissed dismisses "
        "reject rejects rejected untrue false dément démentir disproved debunked debunk "
        "rebut rebutted unfounded evidence rumour rumours rumor rumors hoax ruled"
    ),
    certain=words(
        "confirm confirmed say said claim claimed true evidence know known believe mean show "
        "shown suggest true"
    ),
    fiction=words(
        "film movie novel game drill exercise simulation scenario model series episode play "
        "thriller drama documentary sequel book comic opera rehearsal simulations drills "
        "exercises video videogame"
    )
    | phrases("war game|war games"),
    older=words("previous earlier former initial last prior preceding past"),
    now=words("now currently today latest"),
    set_against=phrases(
        "from|compared with|compared to|against|versus|up from|down from|vs|vs.|after|short "
        "of|than the|a drop from|instead of|not"
    ),
    from_first=words("from"),
    to_last=words("to"),
    rising=words(
        "rise rises rose risen rising raise raises raised raising increase increases "
        "increased increasing climb climbs climbed climbing jump jumps jumped jumping grow "
        "grows grew grown growing gain gains gained gaining advance advances advanced "
        "advancing surge surges surged surging soar soars soared soaring up higher dearer "
        "strengthen strengthens strengthened lift lifts lifted lifting hike hikes hiked "
        "boost boosted boosts expand expands expanded expanding double doubled doubles "
        "doubling triple tripled triples trebled quadrupled quadruple quicken quickens "
        "quickened accelerate accelerated accelerates lengthen lengthens lengthened widen "
        "widened widens swell swelled swollen rally rallied rallies rebound rebounded edged "
        "upgrade upgraded extra additional exceed exceeds exceeded ballooned mounted leapt "
        "leaps leaped added adds spike spiked spikes inched ticked improve improved bounce "
        "bounced topped firmed ahead"
    ),
    falling=words(
        "fall falls fell fallen falling drop drops dropped dropping decline declines "
        "declined declining decrease decreases decreased decreasing cut cuts cutting reduce "
        "reduces reduced reducing slip slips slipped slipping slide slides slid sliding sink "
        "sinks sank sunk plunge plunges plunged plummet plummets plummeted tumble tumbles "
        "tumbled shrink shrinks shrank shrunk narrow narrows narrowed narrowing shed sheds "
        "shedding lose loses lost losing lower lowered lowers lowering ease eases eased "
        "easing dip dips dipped down cheaper weaken weakens weakened trim trims trimmed "
        "halve halved halves slash slashed slashes contract contracted contracts slow slowed "
        "slows dwindled dwindle retreat retreated slump slumped cool cooled cools shaved "
        "dent fewer less shorten shortened downgraded"
    ),
    events={
        "killed": {
            "left": words(
                "died dies die dead deceased perished perish drowned fatalities deaths "
                "fatally lifeless dying succumbed"
            ),
            "right": words(
                "kills kill killing killings claimed claiming toll death bodies corpses "
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
            "either": words(
                "wounded injured hurt maimed treated burned stabbed shot poisoned "
                "hospitalised hospitalized"
            ),
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
            "right": words("arresting detaining arrests arrest capturing detention"),
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
    person_nouns=PERSON_NOUNS,
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
)
