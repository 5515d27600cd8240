"""Given names and their short forms; family names that are written first or very common."""

from __future__ import annotations

_FORMS = """
william bill billy will willy liam
joseph joe joey
robert bob bobby rob robbie
michael mike mick mickey
james jim jimmy jamie
john johnny jack jon
jonathan jon jonny
richard rick dick rich ricky
thomas tom tommy
charles charlie chuck
edward ed eddie ted
theodore ted teddy
anthony tony
christopher chris
nicholas nick nicky
daniel dan danny
samuel sam sammy
benjamin ben benny
matthew matt
andrew andy drew
gregory greg
jeffrey jeff geoffrey geoff
stephen steve steven
kenneth ken kenny
lawrence larry
timothy tim
patrick pat paddy
peter pete
philip phil
david dave
donald don
ronald ron ronnie
raymond ray
frederick fred freddie
francis frank
gerald gerry jerry
douglas doug
alexander alex alec sasha
elizabeth liz beth betty lizzie
katherine kate kathy katie
margaret maggie meg peggy
deborah debbie deb
susan sue susie
barbara barb
jennifer jen jenny
patricia pat patty tricia
rebecca becky
victoria vicky
amanda mandy
pamela pam
christine chris christina tina
abigail abby
jacqueline jackie
vladimir vova
aleksandr alexander sasha oleksandr
""".strip().splitlines()
_ROOTS: dict[str, frozenset[str]] = {}
for _line in _FORMS:
    _root, *_short = _line.split()
    for _form in (_root, *_short):
        _ROOTS[_form] = _ROOTS.get(_form, frozenset()) | {_root}

# Chinese, Korean and Vietnamese names begin with the family's.
FAMILY_NAMES_FIRST = frozenset(
    "xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang "
    "song zheng xie han tang feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye "
    "cheng wei su lu ding ren shen yao kim lee park choi jung jeong kang cho yoon yun jang lim "
    "moon shin seo kwon hwang ahn hong oh ban nguyen tran le pham phan vu vo dang bui do ho ngo "
    "duong ly to truong lai tsai tsang leung chan wong lam ng chow cheung yeung".split()
)

# So common that a bearer in a few texts says nothing of another.
COMMON_SURNAMES = FAMILY_NAMES_FIRST | frozenset(
    "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez "
    "gonzalez wilson anderson thomas taylor moore jackson martin perez thompson white harris "
    "sanchez clark ramirez lewis robinson walker young allen king wright scott torres hill flores "
    "green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans "
    "turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers "
    "gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos cox ward richardson "
    "watson brooks wood james bennett gray hughes price myers long foster ross jordan graham "
    "fernandez silva santos oliveira souza pereira costa ferreira almeida muller schmidt schneider "
    "fischer weber meyer wagner becker dubois bernard durand petit rossi russo ferrari bianchi "
    "ivanov petrov singh kumar sharma patel gupta shah das rao reddy khan ali ahmed hussain "
    "hussein hassan mohamed mohammed ibrahim malik abdullah mahmoud osman abbas "
    "okafor mensah diallo traore ndiaye dlamini nkosi george paul simon david michael".split()
)


def nickname_roots(given: str) -> frozenset[str]:
    """The full names a given name may stand for, itself among them."""
    return _ROOTS.get(given, frozenset()) | {given}
