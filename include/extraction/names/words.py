"""Words by which names tell what they name: titles, heads of organisations and places."""

from __future__ import annotations

from include.extraction.reading.word_sets import word_set

TITLES = word_set(
    "mr mrs ms miss dr prof professor sir madam madame mme lord lady dame gen general lt col "
    "colonel maj major capt captain sgt sergeant cpl adm admiral cdr commander lieutenant rev "
    "reverend fr father bishop archbishop cardinal pope imam ayatollah rabbi justice judge "
    "president premier chancellor minister secretary senator sen rep representative congressman "
    "congresswoman gov governor mayor ambassador king queen prince princess emperor sultan emir "
    "coach manager chairman chairwoman chief director spokesman spokeswoman deputy attorney "
    "sheriff inspector superintendent constable officer detective hon honourable honorable "
    "comrade brother sister saint mp mla mep advocate eng engineer barrister datuk dato tan tun "
    "shri smt pm vp ceo vice former then crown hrh dpp vpm ex-president co-president "
    "commissioner councillor councilman lawmaker captain-general leader principal "
    "speaker activist lawyer author singer actor actress analyst economist forward midfielder "
    "defender goalkeeper striker winger skipper president-elect lawmaker-elect monsieur "
    "chancellor prosecutor"
)
PLAIN_TITLES = word_set(
    "mr mrs ms miss dr prof sir madam madame mme lord lady dame gen general lt col colonel maj "
    "major capt captain sgt sergeant adm admiral rev bishop archbishop cardinal justice judge "
    "president premier chancellor minister secretary senator sen rep gov governor mayor "
    "ambassador king queen prince princess emperor hon eng engineer datuk dato shri smt "
    "inspector superintendent constable commissioner chairman coach professor deputy dpp vpm "
    "mp mla advocate barrister crown hrh brig brigadier commander comrade frenchman american "
    "briton german"
)
PARTICLES = word_set(
    "de del della der den di da do dos du la le van von zu zur bin ibn bint al el ul e y ben "
    "ter ten st"
)
ORG_HEADS = word_set(
    "ministry department agency commission council committee authority bureau board office "
    "university college school institute academy faculty bank fund party union federation "
    "association league alliance coalition front movement congress parliament assembly senate "
    "court tribunal police army navy force forces guard corps command service services company "
    "corporation corp inc ltd limited plc llc co group holdings industries enterprises ag sa "
    "gmbh spa nv bhd pvt club fc united afc cf sc team society organisation organization "
    "foundation trust centre center hospital airlines airways railways press news times post "
    "daily herald tribune gazette journal newspaper magazine radio television tv network media "
    "church ministries church synod brotherhood brigade brigades militia government secretariat "
    "administration cabinet exchange insurance telecom motors electric energy oil petroleum gas "
    "pharmaceuticals laboratories technologies systems software studios records entertainment "
    "partners capital securities investments financial international cooperative chamber "
    "directorate division unit taskforce rovers wanderers athletic sox cubs yankees giants "
    "rangers indians tigers royals angels mariners braves mets phillies expos reds astros "
    "forum programme program project initiative network consortium embassy consulate"
)
ORG_FIRST = word_set(
    "ministry university bank department federation association union institute court house "
    "national royal international federal supreme high national democratic republican socialist "
    "liberal conservative communist social board council committee commission office "
    "organisation organization society real atletico inter ac"
)
PLACE_HEADS = word_set(
    "street st road rd avenue ave lane drive boulevard highway square bridge river lake sea "
    "ocean gulf bay strait channel canal mountain mountains mount mt hill hills valley peak "
    "volcano desert forest island islands isles peninsula coast cape beach park reserve garden "
    "gardens airport port harbour harbor station terminal stadium arena oval ground palace castle "
    "tower plaza mall market temple mosque cathedral shrine museum theatre theater hotel prison "
    "jail camp base province district region county state city town village township "
    "municipality suburb territory territories zone north south east west africa america asia "
    "europe kong york delhi jersey zealand kingdom republic house building hall dam reef "
    "falls creek basin delta plateau border refuge sanctuary"
)
PLACE_FIRST = word_set(
    "lake mount mt cape port fort san santa saint st los las new north south east west northern "
    "southern eastern western central upper lower gulf river puerto villa el la rio"
)
PLACE_CUES = word_set("in near at from to across outside around through toward towards into")
SAID = word_set(
    "said says told added adds explained noted stated argued claimed announced insisted warned "
    "wrote tweeted replied recalled admitted confirmed revealed thinks believes believed thought "
    "asked urged observed continued concluded scored beat struck hit bowled took made won lost "
    "joined played signed finished died born married resigned"
)
ORG_AFTER = word_set(
    "spokesman spokeswoman spokesperson chief ceo chairman president director executive officials "
    "official members member leader leaders workers employees staff shares stock coach captain "
    "manager board party chairperson mp mps secretary players fans side team squad"
)
PLACE_AFTER = word_set(
    "city town village province district region county state government airport street road "
    "police area border coast capital island valley river municipality"
)
ORG_BEFORE = word_set(
    "against at of with company firm group party club team agency newspaper broadcaster bank "
    "conglomerate union for side rivals champions giants"
)
SMALL_WORDS = word_set(
    "the a an this that these those it he she they we i you his her its their our my your and but "
    "or if in on at to from for by with as of when while after before since although though "
    "because there here what who why how where which not no yes all some many most more much few "
    "several both each every other another such only also even just still yet now then so however "
    "meanwhile moreover therefore thus according despite during until under over between among "
    "about against into through without within along following did do does is are was were be "
    "been being have has had will would can could should may might must let if monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today tomorrow yesterday first second third one two "
    "three four five six seven eight nine ten last next new mr mrs ms dr photo image read "
    "click"
)
COMPANY_SUFFIXES = word_set("inc co corp ltd bros jr sr st no u.s")
