"""The words of English for what happens: by kind, the ways it is told."""

from __future__ import annotations

from include.languages.record import Events, EventWords, words

_ARMED = words(
    "gunman gunmen attacker attackers militant militants rebel rebels insurgent insurgents troops "
    "soldiers soldier army forces force drone drones missile missiles rocket rockets jets "
    "warplanes "
    "aircraft fighters fighter militia militias bandits terrorists terrorist assailant assailants "
    "mob bomber bombers sniper snipers guerrillas airstrike airstrikes artillery navy warship "
    "extremists jihadists raiders knifeman shark dog bear crocodile man men woman teenager "
    "teenagers youths suspect suspects gang gangs settlers paramilitaries"
)
_WEAPONS = words(
    "missile missiles rocket rockets drone drones airstrike airstrikes strike strikes shell shells "
    "bomb bombs bombing artillery torpedo raid raids warplanes bullet bullets mortar mortars"
)
_VEHICLES = words(
    "plane planes aircraft airliner jet helicopter helicopters train trains tram trams bus buses "
    "coach minibus car cars taxi van truck trucks lorry lorries tanker boat boats ship ships ferry "
    "vessel vessels trawler dinghy yacht barge freighter vehicle vehicles motorcycle motorcycles "
    "motorbike bike scooter carriage carriages locomotive glider drone balloon tractor trailer "
    "pickup suv wagon wagons cabin gondola rickshaw ambulance submarine canoe"
)
_BUILT = words(
    "bridge building buildings roof dam mine crane tower wall tunnel stand stands scaffold "
    "scaffolding balcony house houses flats block school church hotel factory warehouse mosque "
    "temple overpass viaduct pier jetty floor ceiling chimney apartment apartments stadium"
)
_WORKERS = words(
    "workers worker nurses doctors teachers drivers pilots staff employees crews crew union unions "
    "dockworkers dockers miners porters postmen actors writers lecturers professors controllers "
    "cleaners members conductors firefighters guards journalists paramedics physicians tutors "
    "attendants machinists engineers labourers laborers longshoremen farmers bakers"
)
_PEOPLE = words(
    "people person man men woman women boy boys girl girls child children student students "
    "protesters protester demonstrators marchers activists campaigners residents villagers "
    "citizens supporters opponents crowds crowd thousands hundreds dozens workers farmers nurses "
    "doctors teachers drivers pupils parents families relatives mourners fans crowd group groups "
    "suspect suspects driver teenager teenagers official officials officer officers minister "
    "ministers president premier chancellor leader leaders envoy envoys ambassador ambassadors "
    "diplomat diplomats delegation delegates mayor mayors governor governors senator senators "
    "lawmaker lawmakers deputies mps councillors councilors chief chiefs head director directors "
    "chairman chairwoman chair executive executives manager coach captain lawyer lawyers "
    "negotiators representatives representative commissioner counterpart counterparts king queen "
    "prince pope bishop bishops judge judges prosecutor journalist journalists editor reporter "
    "reporters aide aides adviser advisers advisor spokesman spokeswoman treasurer secretary "
    "cleric preacher priest imam rapper singer actor banker trader accountant businessman "
    "businesswoman soldier soldiers guard guards gunman gunmen politician politicians employee "
    "employees brothers brother sister sisters father mother son daughter husband wife couple "
    "migrants refugees passengers pilots staff union unions members pensioner pensioners dissident "
    "dissidents opposition investors victims survivors partner professor dean principal "
    "headteacher headmaster rector ombudsman auditor player players striker defender goalkeeper "
    "youths youth pair trio accomplice accomplices ringleader smuggler smugglers trafficker "
    "traffickers burglar robber robbers thief thieves hacker hackers poacher poachers neighbour "
    "neighbor neighbours neighbors clerk nurse doctor teacher surgeon farmer fisherman fishermen"
)
_COMPANIES = words(
    "company companies firm firms startup start-up stake stakes shares share business businesses "
    "unit division maker chain rival operator bank retailer insurer airline brewer publisher club "
    "subsidiary brand group producer supplier lender developer carrier manufacturer studio "
    "factory mine mines plant portfolio assets network label newspaper website site"
)
_BODIES = words(
    "parliament senate congress council councillors councilors house assembly lawmakers mps "
    "deputies senators members shareholders committee board delegates voters knesset bundestag "
    "duma diet legislature legislators chamber synod workers union residents states countries "
    "commission court parishioners cabinet electors citizens islanders people staff"
)
_PAPERS = words(
    "agreement agreements deal deals treaty treaties pact pacts bill bills law laws order orders "
    "contract contracts accord accords memorandum decree decrees ceasefire truce legislation "
    "declaration protocol convention partnership act charter measure lease mou"
)
_MOTIONS = words(
    "bill law budget motion resolution amendment legislation act measure proposal plan reform "
    "reforms deal treaty agreement merger pay sanctions referendum ban tax"
)
_LAUNCHED = words(
    "satellite satellites rocket rockets probe spacecraft capsule telescope ship ferry submarine "
    "app apps phone smartphone car cars model models platform service services product products "
    "website magazine newspaper airline route drone drones console tablet currency "
    "missile missiles chatbot robot robots engine chip chips tool tools fund scheme programme "
    "program channel label brand range van truck aircraft carrier lifeboat shuttle bus line "
    "bank scooter vaccine payload lander rover mission network podcast"
)
_DISASTERS = words(
    "earthquake earthquakes quake tremor aftershock flood floods flooding landslide landslides "
    "mudslide mudslides avalanche hurricane typhoon cyclone tornado tornadoes tsunami wildfire "
    "wildfires bushfire bushfires eruption storm storms blizzard drought rockslide"
)
_STRUCK = words(
    "struck hit hits strikes strike striking hitting swept sweeps sweeping killed kills killing "
    "destroyed destroys destroying devastated devastates left leaves leaving injured injuring "
    "triggered displaced displacing forced forces burned burnt burns burning ripped tore tears "
    "battered batters damaged damages damaging buried buries burying engulfed inundated submerged "
    "swamped caused causes causing rocked rocks shook shakes flattened levelled leveled wrecked "
    "broke erupted raged rages cut blocked washed uprooted ravaged happened occurred claimed "
    "slammed made wounded wounding crushed crushing trapped trapping scorched"
)
_CRASHES = words(
    "crash crashes collision collisions derailment pile-up capsizing shipwreck wreck explosion "
    "collapse fire blaze accident stampede crush"
)
_CARRIED = words(
    "carried carry carrying carries launched launch launches launching staged stage stages staging "
    "mounted mount conducted conduct conducts conducting committed commit made held hold holds "
    "holding organised organized led began begin begins started start starts called ordered order "
    "claimed joined join joining completed complete completes signed announced repelled "
    "perpetrated attended attend hosted host hosts"
)

_ATTACK = (
    EventWords(
        verbs=words(
            "bombed bombs bombing shelled shells shelling ambushed ambush ambushing besieged "
            "besieging torpedoed strafed firebombed invaded invades invading bombarded bombarding"
        ),
        not_objects=words("pockets market pitch"),
        not_named=True,
    ),
    EventWords(verbs=words("stabbed stabs stabbing"), objects=_PEOPLE),
    EventWords(
        verbs=words("attacked attacks attacking attack assaulted assaulting raided raids raiding "
                    "stormed storming storms"),
        subjects=_ARMED | words("police"),
        not_with=words("over for as"),
    ),
    EventWords(
        verbs=words("shot shoot shoots shooting gunned"),
        objects=_PEOPLE,
        subjects=_ARMED | words("police officer officers guard guards"),
        not_with=words("up for with"),
    ),
    EventWords(
        verbs=words("struck hit hits strikes hitting striking strike"),
        subjects=_WEAPONS,
        needs_both=True,
    ),
    EventWords(
        nouns=words(
            "attack attacks bombing bombings airstrike airstrikes shelling stabbing shooting "
            "shootings ambush raid raids assault assaults strike strikes offensive invasion siege"
        ),
        towards=words("on against"),
        by=words("by"),
        done=words("carried carry carrying carries launched launch launches launching staged "
                   "mounted conducted conducts repelled perpetrated"),
    ),
)  # fmt: skip
_ARREST = (
    EventWords(
        verbs=words("arrested arrests arresting arrest detained detains detaining detain "
                    "apprehended apprehends apprehending"),
        not_objects=words("decline fall slide development growth spread attention"),
    ),
    EventWords(nouns=words("arrest arrests detention"), towards=words("of"), by=words("by")),
)  # fmt: skip
_CHARGE = (
    EventWords(
        verbs=words("charged charges charging charge"),
        with_words=words("with over in"),
        not_with=words("task job duty responsibility mission enthusiasm"),
        not_objects=words("fee fees price prices battery phone car customers"),
    ),
    EventWords(verbs=words("indicted indicts indicting indict")),
    EventWords(nouns=words("indictment"), towards=words("of against")),
)
_SENTENCE = (
    EventWords(
        verbs=words("sentenced sentences sentencing sentence jailed jails jailing imprisoned")
    ),
)
_MEET = (
    EventWords(
        verbs=words("met meets meeting meet"),
        objects=_PEOPLE,
        not_subjects=words("teams sides company demand results funds criteria"),
    ),
    EventWords(
        nouns=words("talks meeting meetings summit"),
        done=words("held hold holds holding had have has attended attend hosted host hosts began "
                   "begin begins opened open opens"),
        towards=words("with between"),
    ),
)  # fmt: skip
_SUMMON = (EventWords(verbs=words("summoned summons summoning summon"), objects=_PEOPLE),)
_APPOINT = (
    EventWords(verbs=words("appointed appoints appointing appoint reappointed")),
    EventWords(
        verbs=words("named names naming name"),
        objects=_PEOPLE,
        with_words=words("as"),
        not_with=words(
            "after for best top finalist winner champion player athlete year suspect suspects "
            "beneficiary defendant favourite favorite man woman squad"
        ),
        or_complement=True,
    ),
    EventWords(nouns=words("appointment"), towards=words("of"), by=words("by")),
)
_RESIGN = (
    EventWords(parties=words("resigned resigns resigning resign")),
    EventWords(
        parties=words("stepped steps stepping step stood stands standing stand"),
        with_words=words("down"),
        subjects=_PEOPLE,
    ),
    EventWords(
        parties=words("quit quits quitting"),
        with_words=words("as over amid after"),
        subjects=_PEOPLE,
    ),
    EventWords(nouns=words("resignation"), towards=words("of"), done=words("announced tendered "
               "submitted offered accepted announces submits tenders handed")),
)  # fmt: skip
_VOTE = (
    EventWords(
        parties=words("voted votes voting vote"),
        subjects=_BODIES | _PEOPLE,
        with_words=words("to for against on in down unanimously overwhelmingly by"),
    ),
    EventWords(
        verbs=words("approved approves passed passes rejected rejects adopted adopts ratified "
                    "ratifies backed"),
        subjects=_BODIES,
        objects=_MOTIONS,
    ),
)  # fmt: skip
_SIGN = (
    EventWords(verbs=words("signed signs signing sign ratified ratifies"), objects=_PAPERS),
    EventWords(nouns=words("signing"), towards=words("of")),
)
_STRIKE = (
    EventWords(
        parties=words("went goes going go gone are were was is begin began"),
        with_words=words("strike")
    ),
    EventWords(
        parties=words("walked walk walks walking"), with_words=words("out"), subjects=_WORKERS
    ),
    EventWords(parties=words("struck strike striking"), subjects=_WORKERS),
    EventWords(nouns=words("strike strikes walkout walkouts stoppage"), by=words("by of"),
               done=words("began begin begins started start starts staged stage called ended end "
                          "joined join hold held holding")),
)  # fmt: skip
_PROTEST = (
    EventWords(
        parties=words("protested protest protesting protests demonstrated demonstrate "
                      "demonstrating marched march marches marching rallied rally rallies "
                      "rallying picketed picketing"),
        subjects=_PEOPLE | _WORKERS,
        not_with=words("behind round around"),
    ),
    EventWords(
        nouns=words("protest protests demonstration demonstrations rally rallies march marches "
                    "sit-in vigil"),
        towards=words("against over outside"),
        by=words("by of"),
        done=words("staged stage stages staging held hold holds holding organised organized led "
                   "joined join joining attended began"),
    ),
)  # fmt: skip
_ACCIDENT = (
    EventWords(
        happens=words("crashed crashes crashing crash derailed derails collided collide collides "
                      "colliding capsized capsizes capsizing overturned overturns overturning sank "
                      "sinks sinking sunk plunged plunges plunging exploded veered skidded"),
        subjects=_VEHICLES,
    ),
    EventWords(happens=words("collapsed collapses collapsing collapse"), subjects=_BUILT),
    EventWords(
        nouns=_CRASHES,
        verbs_of_nouns=_STRUCK,
        towards=words("involving between at in on"),
        not_beside=words("rocket gun artillery tank mortar machine friendly rifle cross market "
                         "stock price bomb government currency system computer"),
    ),
)  # fmt: skip
_DISASTER = (
    EventWords(nouns=_DISASTERS, verbs_of_nouns=_STRUCK),
    EventWords(happens=words("erupted erupts"), subjects=words("volcano volcanoes mount")),
)
_ACQUIRE = (
    EventWords(
        verbs=words("acquired acquires acquiring acquire bought buys buying buy purchased"),
        objects=_COMPANIES,
        not_with=words("back"),
    ),
    EventWords(
        verbs=words("taken took takes taking take"), with_words=words("over"), objects=_COMPANIES
    ),
    EventWords(nouns=words("acquisition takeover"), towards=words("of"), by=words("by")),
)
_LAUNCH = (
    EventWords(verbs=words("launched launches launching launch unveiled"), objects=_LAUNCHED),
    EventWords(nouns=words("launch"), towards=words("of"), by=words("by")),
)

EVENTS = Events(
    kinds={
        "strike": _STRIKE,
        "attack": _ATTACK,
        "arrest": _ARREST,
        "charge": _CHARGE,
        "sentence": _SENTENCE,
        "meet": _MEET,
        "summon": _SUMMON,
        "appoint": _APPOINT,
        "resign": _RESIGN,
        "vote": _VOTE,
        "sign": _SIGN,
        "protest": _PROTEST,
        "accident": _ACCIDENT,
        "disaster": _DISASTER,
        "acquire": _ACQUIRE,
        "launch": _LAUNCH,
    },
    people=_PEOPLE | _WORKERS,
    companies=_COMPANIES,
    bodies=_BODIES
    | words(
        "court courts jury tribunal police authorities government ministry army military "
        "sides parties countries nations states agency regulator forces university party "
        "federation association navy cabinet administration prosecution squad team"
    ),
    mental=words(
        "freedom speech democracy rights press independence plan plans policy policies record "
        "character judiciary reputation idea ideas government constitution values economy "
        "flames fire blaze "
        "integrity decision sovereignty inflation poverty corruption crime summit title goal "
        "market wicket keeper"
    ),
    came_about=words(
        "forced obliged compelled began begin begins started starts continued continues kept keeps "
        "managed helped went came returned stopped admitted admits used gathered remembered made "
        "saw seen witnessed filmed caught finished had"
    ),
    not_done=words(
        "refused refuses refuse refusing failed fails declined declines avoided prevented foiled "
        "thwarted cancelled canceled averted stopped halted blocked postponed suspended repelled "
        "denied denies denying"
    ),
    alleged=words(
        "accused accuses accusing suspected alleged alleges alleging charged blamed blames "
        "rumoured rumored believed"
    ),
    said=words("believed said reported thought understood known claims claimed"),
    done_after=words("after by since for following upon on when from in despite"),
    planned=words(
        "planned upcoming proposed coming next future possible potential threatened looming "
        "forthcoming scheduled expected further imminent"
    ),
    open=words("no any another every"),
    going_on=words("end ended ends ending continue continued extend extended halt suspend"),
    could=words("can should must ought"),
    wished=words("would be"),
    infinitives=words("to"),
    perfect=words("have"),
    suffers=words("died die dies perished injured killed"),
    agents=words("by"),
    companions=words("with"),
    anyone=words("you"),
    personal=words("he she they him her them who we us i himself herself"),
    singular=words("he she him her who whom"),
    empty=words("it this that these those which what there something nothing one each all both"),
    parts=words(
        "group groups dozens hundreds thousands scores one some many most several number crowd "
        "crowds team couple pair handful member members none tens majority hundred thousand"
    ),
    parts_of=words("of"),
    doubtful=words("alleged suspected attempted apparent reported purported would-be fake mock"),
)
