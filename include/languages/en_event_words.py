"""Nouns and verbs of English that tell who acts in the news, and in what."""

from __future__ import annotations

from include.languages.record import words

ARMED = words(
    "gunman gunmen attacker attackers militant militants rebel rebels insurgent insurgents troops "
    "soldiers soldier army forces force drone drones missile missiles rocket rockets jets "
    "warplanes "
    "aircraft fighters fighter militia militias bandits terrorists terrorist assailant assailants "
    "mob bomber bombers sniper snipers guerrillas airstrike airstrikes artillery navy warship "
    "extremists jihadists raiders knifeman shark dog bear crocodile man men woman teenager "
    "teenagers youths suspect suspects gang gangs settlers paramilitaries"
)
WEAPONS = words(
    "missile missiles rocket rockets drone drones airstrike airstrikes strike strikes shell shells "
    "bomb bombs bombing artillery torpedo raid raids warplanes bullet bullets mortar mortars"
)
VEHICLES = words(
    "plane planes aircraft airliner jet helicopter helicopters train trains tram trams bus buses "
    "coach minibus car cars taxi van truck trucks lorry lorries tanker boat boats ship ships ferry "
    "vessel vessels trawler dinghy yacht barge freighter vehicle vehicles motorcycle motorcycles "
    "motorbike bike scooter carriage carriages locomotive glider drone balloon tractor trailer "
    "pickup suv wagon wagons cabin gondola rickshaw ambulance submarine canoe"
)
BUILT = words(
    "bridge building buildings roof dam mine crane tower wall tunnel stand stands scaffold "
    "scaffolding balcony house houses flats block school church hotel factory warehouse mosque "
    "temple overpass viaduct pier jetty floor ceiling chimney apartment apartments stadium"
)
WORKERS = words(
    "workers worker nurses doctors teachers drivers pilots staff employees crews crew union unions "
    "dockworkers dockers miners porters postmen actors writers lecturers professors controllers "
    "cleaners members conductors firefighters guards journalists paramedics physicians tutors "
    "attendants machinists engineers labourers laborers longshoremen farmers bakers"
)
PEOPLE = words(
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
COMPANIES = words(
    "company companies firm firms startup start-up stake stakes shares share business businesses "
    "unit division maker chain rival operator bank retailer insurer airline brewer publisher club "
    "subsidiary brand group producer supplier lender developer carrier manufacturer studio "
    "factory mine mines plant portfolio assets network label newspaper website site"
)
BODIES = words(
    "parliament senate congress council councillors councilors house assembly lawmakers mps "
    "deputies senators members shareholders committee board delegates voters knesset bundestag "
    "duma diet legislature legislators chamber synod workers union residents states countries "
    "commission court parishioners cabinet electors citizens islanders people staff"
)
PAPERS = words(
    "agreement agreements deal deals treaty treaties pact pacts bill bills law laws order orders "
    "contract contracts accord accords memorandum decree decrees ceasefire truce legislation "
    "declaration protocol convention partnership act charter measure lease mou"
)
MOTIONS = words(
    "bill law budget motion resolution amendment legislation act measure proposal plan reform "
    "reforms deal treaty agreement merger pay sanctions referendum ban tax"
)
LAUNCHED = words(
    "satellite satellites rocket rockets spacecraft capsule telescope ship ferry submarine "
    "app apps phone smartphone car cars model models platform service services product products "
    "website magazine newspaper airline route drone drones console tablet currency "
    "missile missiles chatbot robot robots engine chip chips tool tools fund scheme programme "
    "program channel label brand range van truck aircraft carrier lifeboat shuttle bus line "
    "bank scooter vaccine payload lander rover podcast"
)
DISASTERS = words(
    "earthquake earthquakes quake tremor aftershock flood floods flooding landslide landslides "
    "mudslide mudslides avalanche hurricane typhoon cyclone tornado tornadoes tsunami wildfire "
    "wildfires bushfire bushfires eruption storm storms blizzard drought rockslide"
)
STRUCK = words(
    "struck hit hits strikes strike striking hitting swept sweeps sweeping killed kills killing "
    "destroyed destroys destroying devastated devastates left leaves leaving injured injuring "
    "triggered displaced displacing forced forces burned burnt burns burning ripped tore tears "
    "battered batters damaged damages damaging buried buries burying engulfed inundated submerged "
    "swamped caused causes causing rocked rocks shook shakes flattened levelled leveled wrecked "
    "broke erupted raged rages cut blocked washed uprooted ravaged happened occurred claimed "
    "slammed made wounded wounding crushed crushing trapped trapping scorched"
)
CRASHES = words(
    "crash crashes collision collisions derailment pile-up capsizing shipwreck wreck explosion "
    "collapse fire blaze accident stampede crush"
)
CARRIED = words(
    "carried carry carrying carries launched launch launches launching staged stage stages staging "
    "mounted mount conducted conduct conducts conducting committed commit made held hold holds "
    "holding organised organized led began begin begins started start starts called ordered order "
    "claimed joined join joining completed complete completes signed announced repelled "
    "perpetrated attended attend hosted host hosts"
)

TARGETS = (
    BUILT
    | VEHICLES
    | words(
        "civilians civilian police officers troops soldiers forces convoy base bases barracks "
        "checkpoint outpost post embassy consulate compound facility facilities infrastructure "
        "hospital hospitals clinic schools village villages town towns city cities camp camps "
        "market restaurant nightclub concert crowd worshippers pilgrims tourists passengers "
        "aid workers students children refugees refinery depot plant grid station stations port "
        "airport airports airfield pipeline ship ships headquarters office offices capital "
        "judge judges man woman boy girl journalist journalists driver synagogue mosques "
        "churches centre center district"
    )
)
