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
            "he his him"
        ),
        "m",
    ),
    **dict.fromkeys(
        word_set(
            "mrs ms miss mlle madam lady dame queen princess sister mother señora madame mme frau "
            "chairwoman spokeswoman businesswoman policewoman congresswoman actress duchess "
            "baroness empress she her"
        ),
        "f",
    ),
}

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
            "kofi kwame nelson jacob cyril recep benjamin hiroshi shinzo kenji"
        ),
        "m",
    ),
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
            "winnie grace joyce ellen aung yoko naomi"
        ),
        "f",
    ),
}

#: More given names, for whom a pronoun or title fits. They are no evidence that a word is a name.
GENDERED_NAMES = {
    **dict.fromkeys(
        word_set(
            "aaron abel abraham adrian alan albert alec alfred alistair allan alvin amadou "
            "angus antoine arnaud arturo axel barry bernard bernd bert björn boris brad "
            "bradley bruce bryan calvin cameron carl casper cedric chad christian claude "
            "clive colin connor craig curtis damian darrell darren dave dean denis derek dirk "
            "dmitri dominic don douglas duncan dylan earl eddie edgar edmund edwin elliot "
            "emil enrique erich ernest ernst ethan eugene felix finn florian francois "
            "frederick gareth garry gavin geoffrey georg gerald gerard gerd gilbert giles "
            "glenn gordon graham grant greg gunther gustav guus hamish harold harry heinrich "
            "heinz helmut herbert horst howard hugh hugo ian igor isaac ivor jake jakob jamal "
            "jared jarvis jeff jens jeremy jim johan johann johannes jonas josef josh julian "
            "jörg jürg keith ken kieran klaas konrad kurt kyle lance leo leon leonard leroy "
            "lewis liam lloyd logan lorenzo luca lucas luke magnus malcolm manfred marcel "
            "marcus mario marius martín mateo mathieu matt matteo matthias maurice max miles "
            "mohammad moritz murray nathan neil nick niels nigel noah norman oleg oliver "
            "oscar oswald owen pablo paolo pascal pavel percy perry pete piers pieter quentin "
            "rafael ralf ralph randy ray reginald rené reuben ricardo rick roberto rodney "
            "roger roland rolf roman ross roy rudolf rupert russell santiago sean sebastian "
            "serge sergio seth shane shaun sidney sigmar stanley steve stewart stuart "
            "stéphane sven ted terence theo theodore thierry thorsten tim tobias todd tom "
            "tony travis trevor tyler ulrich umberto uwe valentin vernon vicente victor "
            "vincent vincenzo wade walter warren wayne werner wesley wilhelm winston xavier "
            "yannick yves zachary "
        ),
        "m",
    ),
    **dict.fromkeys(
        word_set(
            "abigail adele adriana agnes agnieszka alice alicia alina alison allison amelia "
            "anastasia anette angelica angelika anita anja anke annette annika antonia astrid "
            "audrey aurora ava beate beatrice beatriz bella bernadette bertha beth bettina "
            "bianca birgit bridget brigitte camilla camille carla caroline carolyn catalina "
            "cecilia charlotte chloe claire clara claudia colette constance corinne dagmar "
            "daniela daphne dawn debra delphine denise dolores doris edith edna eileen elaine "
            "eleanor elena elif elisa elisabeth elise eliza elke ella eloise elsa elsbeth "
            "emilia emilie erica erika esther eufemia eva eve fiona florence frances "
            "franziska freya frieda gabriele gail gemma geraldine gerda gertrud gillian "
            "ginger gisela gloria greta gretchen guadalupe gudrun hannah harriet hazel "
            "heather heidi helena helga henriette hilda holly ida ilse imogen ines inge "
            "ingrid irene iris irma iryna isabel isabella ivana jacqueline jane janice jasmin "
            "jeanne jeannette jenna jenny jill joanna joanne josefina josephine juanita julia "
            "juliana juliet june karin karla karolina kate kathryn katja katrin kerstin "
            "kirsten klara kristen kristin lara leah leila lena leonie leticia lillian lina "
            "lise lois lorena lorraine louisa louise lucille lucy ludmila luisa lydia mabel "
            "madeleine magdalena maja manuela mara marcela margarita margot margrethe mariam "
            "mariana marianne maribel marieke marina marisol marjorie marlene marta martha "
            "martina mathilde matilda maureen maya meera megan melanie mercedes meredith mia "
            "mildred mina miranda miriam moira molly mona monica monika monique nadia nadine "
            "nadja nell nina nora norma odile oksana olga olive olivia ottilie paloma paola "
            "paulina pauline penelope penny phoebe phyllis pilar polina priscilla rania "
            "raquel regina renate renée rita roberta rosa rosalind rose rosemary rosie "
            "roxanne sabrina sally samantha samira sara saskia selma shabana sheila shelley "
            "sheryl sigrid silke silvia siobhan sofia sofie solange stella sue susanna "
            "susanne suzanne svenja sylvia sylvie tamara tanya teresa teresita thea tina "
            "trudy ulrike ute valentina valeria valerie vanessa vera verena veronica vicky "
            "viola viviane wanda wendy wilma yasmin yvette yvonne zara zoe "
        ),
        "f",
    ),
    **GIVEN_NAMES,
}

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
