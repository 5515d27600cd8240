"""Words that stand for people and organisations: pronouns, titles, roles, given names."""

from __future__ import annotations

from include.extraction.reading.word_sets import word_set

PERSON_PRONOUNS: dict[str, dict[str, frozenset[str]]] = {
    "en": {
        "m": word_set("he him his himself"),
        "f": word_set("she her hers herself"),
    },
    "fr": {"m": frozenset({"il", "lui"}), "f": frozenset({"elle"})},
    "de": {"m": frozenset({"er", "ihm"})},
    "es": {"m": frozenset({"él"}), "f": frozenset({"ella"})},
}
THING_PRONOUNS = {"en": frozenset({"it", "its", "itself"})}
PLURAL_PRONOUNS = {"en": frozenset({"they", "them", "themselves"})}

TITLE_GENDER = {
    **dict.fromkeys(
        word_set(
    "mr mm sir lord king prince father brother señor monsieur m herr sheikh imam "
        "chairman spokesman businessman policeman congressman duke baron emperor "
        "he his him"), "m"),
    **dict.fromkeys(
        word_set(
    "mrs ms miss mlle madam lady dame queen princess sister mother señora madame mme frau "
        "chairwoman spokeswoman businesswoman policewoman congresswoman actress duchess "
        "baroness empress she her"), "f"),
}  # fmt: skip

# Given names that almost always tell: the commonest of English and French news.
GIVEN_NAMES = {
    **dict.fromkeys(
        word_set(
    "james john robert michael william david richard joseph thomas charles christopher "
        "daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian "
        "george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan "
        "stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond "
        "patrick jack dennis jerry peter henry adam arthur simon martin philip barack joe "
        "vladimir ivan sergei mikhail dmitry volodymyr oleksandr viktor mohammed muhammad "
        "mohamed ahmed ali hassan hussein abdullah ibrahim omar khalid mustafa yusuf tariq "
        "jean pierre jacques louis françois nicolas laurent olivier emmanuel guy alain "
        "carlos josé juan luis jorge miguel pedro antonio francisco fernando javier diego "
        "hans klaus jürgen wolfgang karl fritz otto stefan lars erik giovanni giuseppe marco "
        "narendra rahul amit rajesh sanjay anil sunil vijay ravi arun imran nawaz "
        "kofi kwame nelson jacob cyril recep benjamin hiroshi shinzo kenji"), "m"),
    **dict.fromkeys(
        word_set(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa "
        "margaret betty sandra ashley dorothy kimberly emily donna michelle carol amanda "
        "melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy shirley "
        "angela anna ruth brenda pamela nicole katherine christine catherine virginia rachel "
        "janet emma diane julie joyce victoria kelly christina joan evelyn lauren judith "
        "hillary theresa angela ursula olena yulia svetlana natalia irina tatiana maria "
        "fatima aisha khadija zainab maryam layla benazir malala indira sonia priya sushma "
        "anne marie sophie isabelle nathalie ségolène carmen ana lucia gabriela dilma cristina "
        "michelle kamala jacinda christiane sabine petra heike giorgia francesca chiara "
        "winnie grace joyce ellen aung yoko naomi"), "f"),
}  # fmt: skip

_ROLE_GROUPS = (
    "chief head president leader chairman chairwoman chair boss director",
    "premier minister",
    "spokesman spokeswoman spokesperson",
    "coach manager trainer",
    "lawmaker senator congressman congresswoman representative mp deputy legislator",
    "lawyer attorney counsel solicitor barrister",
    "policeman policewoman officer sheriff inspector detective",
    "businessman businesswoman entrepreneur executive ceo founder",
    "professor academic researcher scientist scholar expert analyst economist",
    "mayor governor",
)
HEAD_SYNONYMS: dict[str, frozenset[str]] = {
    word: frozenset(group.split()) for group in _ROLE_GROUPS for word in group.split()
}

ORGANISATION_NOUNS = word_set(
    "ministry department agency company firm bank court party union group organisation "
    "organization association commission council committee university college school hospital "
    "club team federation league church army navy police government parliament senate board "
    "institute foundation authority bureau office newspaper magazine network station "
    "corporation fund exchange airline airport museum"
)

#: Roles a text gives somebody it has just told of: "the suspect said".
BARE_ROLES = word_set(
    "candidate suspect defendant accused author winner loser driver victim witness politician "
    "lawmaker singer actor actress player striker champion artist writer pilot survivor"
)
