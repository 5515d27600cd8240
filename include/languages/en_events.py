"""The words of English for what happens: by kind, the ways it is told."""

from __future__ import annotations

from include.languages.en_event_words import (
    ARMED,
    BODIES,
    BUILT,
    COMPANIES,
    CRASHES,
    DISASTERS,
    LAUNCHED,
    MOTIONS,
    PAPERS,
    PEOPLE,
    STRUCK,
    TARGETS,
    VEHICLES,
    WEAPONS,
    WORKERS,
)
from include.languages.record import Events, EventWords, words

_ATTACK = (
    EventWords(
        verbs=words(
            "bombed bombs bombing shelled shells shelling ambushed ambush ambushing besieged "
            "besieging torpedoed strafed firebombed invaded invades invading bombarded bombarding"
        ),
        subjects=ARMED | WEAPONS,
        not_objects=words("pockets market pitch"),
        not_with=words("with"),
        not_named=True,
        no_pronouns=True,
    ),
    EventWords(verbs=words("stabbed stabs stabbing"), objects=PEOPLE),
    EventWords(
        verbs=words(
            "attacked attacks attacking attack assaulted assaulting raided raids raiding "
            "stormed storming storms"
        ),
        subjects=ARMED | words("police"),
        not_with=words("over for as"),
        no_pronouns=True,
    ),
    EventWords(
        verbs=words("shot shoot shoots shooting gunned"),
        objects=PEOPLE,
        subjects=ARMED | words("police officer officers guard guards"),
        not_with=words("up for with"),
    ),
    EventWords(
        verbs=words("struck hit hits strikes hitting striking strike"),
        subjects=WEAPONS,
        needs_both=True,
        only_listed=True,
    ),
    EventWords(
        nouns=words(
            "bombing bombings airstrike airstrikes shelling stabbing shooting shootings "
            "ambush raid raids"
        ),
        towards=words("on against of"),
        verbs_of_nouns=STRUCK,
        by=words("by"),
        done=words(
            "carried carry carrying carries launched launch launches launching staged "
            "mounted conducted conducts repelled perpetrated"
        ),
    ),
    EventWords(
        nouns=words("attack attacks assault assaults strike strikes offensive invasion siege"),
        towards=words("on against of"),
        verbs_of_nouns=STRUCK,
        by=words("by"),
        done=words(
            "carried carry carrying carries launched launch launches launching staged "
            "mounted conducted conducts repelled perpetrated foiled thwarted"
        ),
        witness=words(
            "air drone missile rocket terror terrorist knife arson suicide bomb gun acid mortar "
            "militant rebel armed lone-wolf deadly artillery naval ground ransomware cyber mass "
            "machete grenade overnight precision militants"
        ),
        witness_targets=TARGETS,
    ),
)
_ARREST = (
    EventWords(
        verbs=words(
            "arrested arrests arresting arrest detained detains detaining detain "
            "apprehended apprehends apprehending"
        ),
        not_objects=words("decline fall slide development growth spread attention"),
    ),
    EventWords(nouns=words("arrest arrests detention"), towards=words("of"), by=words("by")),
)
_CHARGE = (
    EventWords(
        verbs=words("charged charges charging charge"),
        with_words=words("with over in"),
        not_with=words("task job duty responsibility mission enthusiasm"),
        not_objects=words(
            "fee fees price prices battery phone car customers group agency "
            "committee commission panel team office department body unit"
        ),
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
        objects=PEOPLE,
        not_subjects=words("teams sides company demand results funds criteria"),
    ),
    EventWords(
        nouns=words("talks meeting meetings summit"),
        done=words(
            "held hold holds holding had have has attended attend hosted host hosts began "
            "begin begins opened open opens"
        ),
        towards=words("with between"),
    ),
)
_SUMMON = (EventWords(verbs=words("summoned summons summoning summon"), objects=PEOPLE),)
_APPOINT = (
    EventWords(verbs=words("appointed appoints appointing appoint reappointed")),
    EventWords(
        verbs=words("named names naming name"),
        objects=PEOPLE,
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
        subjects=PEOPLE,
    ),
    EventWords(
        parties=words("quit quits quitting"),
        with_words=words("as over amid after"),
        subjects=PEOPLE,
    ),
    EventWords(
        nouns=words("resignation"),
        towards=words("of"),
        done=words(
            "announced tendered submitted offered accepted announces submits tenders handed"
        ),
    ),
)
_VOTE = (
    EventWords(
        parties=words("voted votes voting vote"),
        subjects=BODIES,
        with_words=words("to for against on in down unanimously overwhelmingly by"),
        no_pronouns=True,
    ),
    EventWords(
        verbs=words(
            "approved approves passed passes rejected rejects adopted adopts ratified "
            "ratifies backed"
        ),
        subjects=BODIES,
        objects=MOTIONS,
    ),
)
_SIGN = (
    EventWords(verbs=words("signed signs signing sign ratified ratifies"), objects=PAPERS),
    EventWords(nouns=words("signing"), towards=words("of")),
)
_STRIKE = (
    EventWords(
        parties=words("went goes going go gone are were was is begin began"),
        with_words=words("strike"),
    ),
    EventWords(
        parties=words("walked walk walks walking"), with_words=words("out"), subjects=WORKERS
    ),
    EventWords(parties=words("struck strike striking"), subjects=WORKERS),
    EventWords(
        nouns=words("strike strikes walkout walkouts stoppage"),
        by=words("by of"),
        done=words(
            "began begin begins started start starts staged stage called ended end "
            "joined join hold held holding"
        ),
    ),
)
_PROTEST = (
    EventWords(
        parties=words(
            "protested protest protesting protests demonstrated demonstrate "
            "demonstrating marched march marches marching rallied rally rallies "
            "rallying picketed picketing"
        ),
        subjects=PEOPLE | WORKERS,
        not_with=words("behind round around"),
        plural_only=True,
        no_clause=True,
    ),
    EventWords(
        nouns=words("protest protests demonstration demonstrations march marches sit-in vigil"),
        towards=words("against over outside"),
        by=words("by of"),
        done=words(
            "staged stage stages staging held hold holds holding organised organized led "
            "joined join joining attended began"
        ),
    ),
)
_ACCIDENT = (
    EventWords(
        happens=words(
            "crashed crashes crashing crash derailed derails collided collide collides "
            "colliding capsized capsizes capsizing overturned overturns overturning sank "
            "sinks sinking sunk plunged plunges plunging exploded veered skidded"
        ),
        subjects=VEHICLES,
    ),
    EventWords(happens=words("collapsed collapses collapsing collapse"), subjects=BUILT),
    EventWords(
        nouns=CRASHES,
        verbs_of_nouns=STRUCK,
        towards=words("involving between at in on"),
        not_beside=words(
            "rocket gun artillery tank mortar machine friendly rifle cross market "
            "stock price bomb government currency system computer"
        ),
    ),
)
_DISASTER = (
    EventWords(nouns=DISASTERS, verbs_of_nouns=STRUCK, not_beside=words("of")),
    EventWords(happens=words("erupted erupts"), subjects=words("volcano volcanoes mount")),
)
_ACQUIRE = (
    EventWords(
        verbs=words("acquired acquires acquiring acquire bought buys buying buy purchased"),
        objects=COMPANIES,
        not_with=words("back"),
    ),
    EventWords(
        verbs=words("taken took takes taking take"), with_words=words("over"), objects=COMPANIES
    ),
    EventWords(nouns=words("acquisition takeover"), towards=words("of"), by=words("by")),
)
_LAUNCH = (
    EventWords(verbs=words("launched launches launching launch unveiled"), objects=LAUNCHED),
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
    people=PEOPLE | WORKERS,
    companies=COMPANIES,
    bodies=BODIES
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
