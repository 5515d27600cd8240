"""Verbs and nouns of saying, with the frame in which each takes what is said.

Frames of a verb: "clause" (said that …), "infinitive" (vowed to …), "object" (denied
the charge), "predicate" (called it a lie), or a preposition (called *for* calm).
"""

from __future__ import annotations

from include.languages import language

_FRAMES = """
say: clause of infinitive object
tell: clause infinitive
add: clause
note: clause object
explain: clause object
claim: clause infinitive object
argue: clause for against
state: clause object
declare: clause object predicate
announce: clause object
write: clause of
tweet: clause
post: clause
report: clause object
insist: clause on
assert: clause object
allege: clause object
admit: clause object to
acknowledge: clause object
concede: clause object
confirm: clause object
deny: clause object
suggest: clause object
recall: clause object
remark: clause on
observe: clause
maintain: clause
contend: clause
reply: clause
respond: clause
answer: clause
retort: clause
counter: clause
continue: quote
conclude: clause
predict: clause object
warn: clause of against about
caution: clause against
promise: clause infinitive object
pledge: clause infinitive object
vow: clause infinitive object
swear: clause
threaten: infinitive
stress: clause object
emphasize: clause object
emphasise: clause object
reiterate: clause object
repeat: clause object
reveal: clause object
disclose: clause object
complain: clause about of
lament: clause object
boast: clause about of
brag: clause about
joke: clause about
quip: clause
exclaim: clause
shout: clause
yell: clause
scream: clause
whisper: clause
mutter: clause
cry: quote
chant: object clause
ask: clause infinitive object for about
inquire: clause about
wonder: clause
question: clause object
urge: clause infinitive object
call: predicate for on
demand: clause infinitive object
request: clause object
propose: clause infinitive object
recommend: clause object
offer: infinitive object
advise: clause infinitive
testify: clause
attest: clause to
proclaim: clause object predicate
describe: object
label: predicate
dub: predicate
brand: predicate
characterize: object
characterise: object
portray: object
denounce: object
condemn: object
criticize: object
criticise: object
slam: object
blast: object
mock: object
ridicule: object
deride: object
praise: object
hail: object
laud: object
tout: object
accuse: object
blame: object
credit: object
thank: object
reject: object
dismiss: object
rebuke: object
decry: object
bemoan: object
cite: object
mention: clause object
refer: to
allude: to
point: to out
speak: of about
talk: about of
outline: object
detail: object
express: object
voice: object
quote: object
estimate: clause object
imply: clause
hint: clause at
indicate: clause
signal: clause
opine: clause
speculate: clause
theorize: clause
muse: quote clause
comment: clause on
elaborate: quote on
clarify: clause
assure: clause
remind: clause infinitive
inform: clause
notify: clause
apologize: for
apologise: for
tease: clause
interject: quote
echo: object
reaffirm: clause object
affirm: clause object
underline: clause object
underscore: clause object
appeal: for to
plead: for with
implore: infinitive
beg: infinitive for
exhort: infinitive
deplore: object
applaud: object
regret: clause object
protest: clause
concur: clause
scoff: clause
fume: quote
joke: clause
find: clause
show: clause
read: quote
"""
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "swear": "swears swore sworn swearing",
    "speak": "speaks spoke spoken speaking",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "read": "reads read reading",
    "quip": "quips quipped quipping",
    "brag": "brags bragged bragging",
    "slam": "slams slammed slamming",
    "dub": "dubs dubbed dubbing",
    "admit": "admits admitted admitting",
    "refer": "refers referred referring",
    "deny": "denies denied denying",
    "reply": "replies replied replying",
    "cry": "cries cried crying",
    "imply": "implies implied implying",
    "testify": "testifies testified testifying",
    "clarify": "clarifies clarified clarifying",
    "notify": "notifies notified notifying",
    "decry": "decries decried decrying",
    "label": "labels labeled labelled labeling labelling",
    "beg": "begs begged begging",
    "regret": "regrets regretted regretting",
    "concur": "concurs concurred concurring",
    "plead": "pleads pleaded pled pleading",
    "signal": "signals signaled signalled signaling",
}


def _forms(base: str) -> list[str]:
    if base in _IRREGULAR:
        return [base, *_IRREGULAR[base].split()]
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    if base.endswith("e"):
        return [base, third, base + "d", base[:-1] + "ing"]
    return [base, third, base + "ed", base + "ing"]


#: Every form of every English verb of saying → (its base, its frames).
VERBS: dict[str, tuple[str, frozenset[str]]] = {}
for _line in _FRAMES.strip().splitlines():
    _base, _, _frames = _line.partition(":")
    for _form in _forms(_base):
        VERBS[_form] = (_base, frozenset(_frames.split()))

_NO_QUOTING = frozenset(
    str.split(
        "find finds found finding show shows post showed shown showing estimate estimates posts "
        "offer offers"
    )
)
_ENGLISH = frozenset(VERBS) - _NO_QUOTING


def quoting(code: str) -> frozenset[str]:
    """Verbs that introduce words in quotation marks, all forms in use; none of a language
    that has no list of them."""
    return _ENGLISH if code == "en" else language(code).quotes.verbs


def pronouns(code: str) -> frozenset[str]:
    """The pronouns that may speak."""
    return language(code).quotes.pronouns


#: Objects that are whom or what is spoken of, and nothing said: "praised her".
BARE_OBJECTS = frozenset(
    str.split("him her them it me us you this that these those so himself nothing little much more")
)
#: What a verb takes of people and not of statements: bombs claim lives.
TOLLS = frozenset(str.split("life lives victim victims casualty casualties"))
#: Words before a cue that make it no statement: "did not say", "would say", "if he says".
NEGATIONS = frozenset(str.split("not n't n’t never neither nor cannot"))
HYPOTHETICAL = frozenset(str.split("would could might should may must 'd ’d"))
CONDITIONS = frozenset(str.split("if unless whether"))
#: Cues whose object is who is told: "told reporters".
TELLING = frozenset(
    str.split(
        "tell tells told telling inform informs informed assure assures assured remind reminds "
        "reminded warn warns warned notify notified ask asks asked urge urges urged advise advised"
    )
)
