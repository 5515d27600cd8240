"""News agencies: the names they are credited under, and where a text credits them.

An agency named in the middle of a text is a source like any other ("told Reuters"); it is
the author only where texts put their credit: in the dateline ("KYIV (Reuters) -"), in a byline,
or at the foot ("(dpa)", "The Associated Press contributed to this report.").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency: its usual short name, full names, short forms, and the sites it runs.

    Short forms count only where a credit can stand: in brackets, beside a dash, or alone.
    """

    name: str
    full: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


AGENCIES = (
    Agency("AAP", ("Australian Associated Press",), ("AAP",), ("aap.com.au",)),
    Agency("AFP", ("Agence France-Presse", "Agence France Presse"), ("AFP", "AFPTV"), ("afp.com",)),
    Agency("ANI", (), ("ANI",), ("aninews.in",)),
    Agency("ANP", ("Algemeen Nederlands Persbureau",), ("ANP",), ("anp.nl",)),
    Agency("ANSA", ("Agenzia ANSA",), ("ANSA",), ("ansa.it",)),
    Agency("AP", ("The Associated Press", "Associated Press"), ("AP",), ("apnews.com", "ap.org")),
    Agency("APA", ("Austria Presse Agentur",), ("APA",), ("apa.at",)),
    Agency("Agência Brasil", ("Agência Brasil",), (), ("agenciabrasil.ebc.com.br",)),
    Agency(
        "Anadolu",
        ("Anadolu Agency", "Anadolu Ajansı"),
        ("AA", "Anadolu"),
        ("aa.com.tr",),
    ),
    Agency("Antara", (), ("Antara", "ANTARA"), ("antaranews.com",)),
    Agency("Belga", (), ("Belga", "BELGA"), ("belga.be", "belganewsagency.eu")),
    Agency("Bernama", (), ("Bernama", "BERNAMA"), ("bernama.com",)),
    Agency("Bloomberg", ("Bloomberg News",), ("Bloomberg",), ("bloomberg.com",)),
    Agency(
        "CP",
        ("The Canadian Press", "Canadian Press", "La Presse canadienne"),
        ("CP", "PC"),
        ("thecanadianpress.com",),
    ),
    Agency("DHA", ("Demirören Haber Ajansı",), ("DHA",), ("dha.com.tr",)),
    Agency("EFE", ("Agencia EFE",), ("EFE", "Efe"), ("efe.com",)),
    Agency("Europa Press", ("Europa Press", "EUROPA PRESS"), ("EP",), ("europapress.es",)),
    Agency("IANS", (), ("IANS",), ("ians.in",)),
    Agency("IRNA", (), ("IRNA",), ("irna.ir",)),
    Agency("Interfax", (), ("Interfax", "Интерфакс"), ("interfax.ru", "interfax.com")),
    Agency("Jiji", ("Jiji Press", "時事通信"), ("Jiji",), ("jiji.com",)),
    Agency("KNA", ("Katholische Nachrichten-Agentur",), ("KNA",), ("kna.de",)),
    Agency(
        "Keystone-SDA",
        ("Keystone-SDA",),
        ("ATS", "SDA", "sda", "ats"),
        ("keystone-sda.ch",),
    ),
    Agency(
        "Kyodo", ("Kyodo News", "共同通信"), ("Kyodo",), ("kyodonews.net", "english.kyodonews.net")
    ),
    Agency("Lusa", ("Agência Lusa",), ("Lusa", "LUSA"), ("lusa.pt",)),
    Agency("MTI", (), ("MTI",), ("mti.hu",)),
    Agency("NTB", ("Norsk Telegrambyrå",), ("NTB",), ("ntb.no",)),
    Agency("PA", ("PA Media", "Press Association"), ("PA",), ("pamediagroup.com",)),
    Agency("PAP", ("Polska Agencja Prasowa",), ("PAP",), ("pap.pl",)),
    Agency("PTI", ("Press Trust of India",), ("PTI",), ("ptinews.com",)),
    Agency("RIA Novosti", ("RIA Novosti", "РИА Новости"), (), ("ria.ru",)),
    Agency("Reuters", ("Thomson Reuters",), ("Reuters", "REUTERS"), ("reuters.com",)),
    Agency("Ritzau", (), ("Ritzau", "RITZAU"), ("ritzau.dk", "ritzau.com")),
    Agency("SID", ("Sport-Informations-Dienst",), ("SID", "sid"), ("sid.de",)),
    Agency("STT", (), ("STT",), ("stt.fi",)),
    Agency("TASS", ("ITAR-TASS",), ("TASS", "ТАСС"), ("tass.com", "tass.ru")),
    Agency("TT", ("TT News Agency", "Tidningarnas Telegrambyrå"), ("TT",), ("tt.se",)),
    Agency("UPI", ("United Press International",), ("UPI",), ("upi.com",)),
    Agency("WAM", (), ("WAM",), ("wam.ae",)),
    Agency("Xinhua", ("Xinhua News Agency", "新华社"), ("Xinhua",), ("xinhuanet.com", "news.cn")),
    Agency("Yonhap", ("Yonhap News Agency", "연합뉴스"), ("Yonhap",), ("yna.co.kr",)),
    Agency("dpa", ("Deutsche Presse-Agentur",), ("dpa", "DPA"), ("dpa.com",)),
    Agency("epd", ("Evangelischer Pressedienst",), ("epd",), ("epd.de",)),
    Agency("ČTK", ("Česká tisková kancelář",), ("ČTK",), ("ctk.cz", "ceskenoviny.cz")),
    Agency("İHA", ("İhlas Haber Ajansı",), ("İHA", "IHA"), ("iha.com.tr",)),
)


class Stands(StrEnum):
    """Where a text credits an agency: what it says, it says as the author; or that it helped."""

    DATELINE = "dateline"
    BYLINE = "byline"
    FOOT = "foot"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency and where it is credited."""

    agency: str
    stands: Stands


NAMES = {form: one.name for one in AGENCIES for form in (*one.full, *one.marks)}
_LONG = "|".join(re.escape(form) for one in AGENCIES for form in one.full)
_ANY = "|".join(re.escape(form) for form in sorted(NAMES, key=len, reverse=True))
# Two letters alone are an abbreviation of much else; each is read in its own languages.
_SPOKEN = {
    "AA": ("tr",),
    "PA": ("en",),
    "CP": ("en",),
    "PC": ("fr",),
    "EP": ("es",),
    "TT": ("sv",),
}
# "PARIS, May 5 (AFP) -", "(dpa/lno)", "Kyiv, 5 May. /Interfax/", "AP — "
_DATELINE = re.compile(
    rf"(?:[(\[/]\s?({_ANY})(?:[/,][^)\]/\n]{{0,30}})?\s?[)\]/]|^({_ANY})\s?[-–—:])", re.MULTILINE
)
# "LIMA (Northern Wire) -": whoever stands there, known or not.
_OTHERS = re.compile(
    r"^([A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]{2,40})(?:,[^()\n]{2,20})? "
    r"\(([A-ZÀ-Þ][\w.&'’-]{1,20}(?: [A-ZÀ-Þ][\w.&'’-]{1,20}){0,3})\) ?[-–—] ",
    re.MULTILINE,
)
_PICTURE = re.compile(
    r"(?:foto|photo|bild|image|picture|getty|video|grafi[ck]|illustration|kuva|afbeelding|imagen"
    r"|imagem|immagine|symbol|archiv|stock|(?:pa|zuma) wire|alliance)",
    re.IGNORECASE,
)
_END = re.compile(
    rf"(?:^|[(\[–—/©]|[Ss]ource: |[Aa]vec |[Ww]ith |[Bb]y )\s?({_ANY})"
    rf"(?:\s?[)\]./]|\s*$| contributed\b)|\b({_LONG}) contributed\b",
    re.MULTILINE,
)
_DESK = re.compile(r"\((?:Reporting|Additional reporting|Writing|Editing) by [^()\n]{3,200}\)")
_HELPS = re.compile(r"contributed\b|\b(?:avec|with)\b", re.IGNORECASE)

# A line that is nothing but a credit: "(Quelle: APA/sda/dpa)", "sak/Reuters", "mit dpa".
_INITIALS = r"[a-zäöüßåøæ]{2,5}"
_SITE = r"[\w-]{2,30}\.(?:de|ch|at|net|com|fr|it|nl|tv|be|lu)"
_ONE = rf"(?:{_ANY}|{_INITIALS}|{_SITE})"
_LIST = rf"(?:(?:{_ONE})\s?(?:[/,&+•]\s?|\s(?:und|and|et|y|e|og|och|en|a)\s))*"
_LEAD = (
    r"(?:(?:quellen?|sources?|fuentes?|fonti?|kilder?|källa|bron|kaynak|źródło|zdroj|"
    r"(?:weitere|additional|other) (?:quellen|sources)|autres sources|otras fuentes)\s?[:•]\s?)"
)
_HELPED = (
    r"(?:(?:with (?:additional )?(?:files|reports?|reporting|inputs?|contributions?|material) "
    r"(?:from|by)|(?:additional|further) reporting (?:from|by)|"
    r"mit (?:material|informationen|agenturmaterial|inhalten) (?:von|der|des|aus)|mit|avec|"
    r"con información de|con informaciones de|com informações d[aeo]|met|con|com|med|z)\s)"
)
_LINE = re.compile(
    rf"^[(\[]?\s?(?:©|\(c\))?\s?(?P<lead>(?i:{_LEAD}))?(?P<help>(?i:{_HELPED}))?(?:the )?{_LIST}"
    rf"(?P<agency>{_ANY})(?:-[\w]{{2,12}})?"
    rf"(?P<rest>(?:\s?[/,&+]\s?|\s(?:und|and|et|y|e|og|och|en|a)\s|\s)[^.!?]{{1,60}})?\s?[)\].]?$"
)
_HELPED_LINE = re.compile(
    rf"^\W{{0,2}}(?i:{_HELPED})(?:[^.!?]{{0,120}}?[\s/,(])?({_ANY})(?![\w-])|"
    rf"^[^.!?]{{0,80}}?\b({_LONG})\b[^.!?]{{0,80}} contributed\b|"
    rf"^[^\n]{{0,40}}\s(?:mit|avec|with|con)\s({_ANY})$"
)
_FIRST = re.compile(rf"(?<!\w)(?:{_ANY})(?!\w)")
_MORE = re.compile(r"(?:weitere|additional|other|autres|otras) ", re.IGNORECASE)
_REST = re.compile(
    rf"(?:[/,&+]\s?|\s(?:und|and|et|y|e|og|och|en|a)\s|\s)?(?:(?:{_ONE})(?:[/,&+\s]|$)\s?)*"
    r"(?:[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’-]{1,20}){0,2}|in [A-ZÀ-Þ][\w .'’-]{1,30}|"
    r"dpa:[\d/-]{5,30}(?: \(dpa\))?|\d{1,2}[./]\d.{0,20})?"
)
_BYLINE = re.compile(
    rf"^[(\[]?(?:(?i:by|von|par|por|di|af|av|door)\s[^.!?]{{3,90}}?(?:,|\s[-–—|]|\s(?=The ))\s?"
    rf"|[A-ZÀ-Þ][^.!?,()/|]{{3,60}},\s)({_ANY})(?:\s[-–—|]\s.{{0,40}})?[)\]]?$"
)
# An agency that no list has, by the kind of its name: "© Northern Wire. Distributed by agreement."
_UNLISTED = re.compile(
    r"^\W{0,3}(?i:by |sources?: |from |(?:this (?:report|article|story) (?:was|is) )?"
    r"(?:provided|supplied|distributed) by )?(?:[Tt]he )?"
    r"((?:[A-ZÀ-Þ][\w'’-]{1,20} ){1,3}(?:Wire|Newswire|News Agency|News Service|Press Agency|"
    r"Press Association|Wire Service))"
    r"(?:, an? [^.!?]{3,60}|\. (?:Distributed|All rights|Used|Reprinted|Republished)[^.!?]{0,60})?"
    r"\W{0,2}$"
)


def credited_in(body: str, *, first: int, last: int) -> Credit | None:
    """The agency that a body credits, in its first or its last so many characters."""
    start = body[:first]
    if found := _DATELINE.search(start):
        return Credit(NAMES[found[1] or found[2]], Stands.DATELINE)
    if (found := _OTHERS.search(start)) and _initials(found[2]) != found[1].strip(" .,"):
        return Credit(found[2], Stands.DATELINE)
    end = body[-last:]
    if credited := [each for each in _END.finditer(end) if not _is_picture(end, each)]:
        found = credited[-1]
        stands = Stands.HELP if _HELPS.search(found[0]) else Stands.FOOT
        return Credit(NAMES[found[1] or found[2]], stands)
    return Credit("Reuters", Stands.FOOT) if _DESK.search(end) else None


def credit_line(line: str, *, is_foot: bool, language: str | None = None) -> Credit | None:
    """The agency that a line credits which is nothing but a credit; None for any other line."""
    text = line.strip()
    if not 1 < len(text) <= 240 or _PICTURE.search(text) or "|" in text[:-1]:
        return None
    if helped := _HELPED_LINE.match(text):
        return Credit(NAMES[helped[1] or helped[2] or helped[3]], Stands.HELP)
    place = Stands.FOOT if is_foot else Stands.BYLINE
    if len(text) > 120:
        return None
    if found := _LINE.match(text):
        languages = _SPOKEN.get(found["agency"])
        if languages and not found["lead"] and (language or "") not in languages:
            return None
        rest = found["rest"] or ""
        slashed = rest.startswith("/") and rest[1:2].isupper() and rest[1:] not in NAMES
        # "AP Top News" is a section; "Reuters/ola Oslo" and "AFP, OSLO" are credits.
        is_name = rest.startswith(" ") and rest[1:2].isupper() and not found["lead"]
        if slashed or is_name or (rest and _REST.fullmatch(rest) is None):
            return None
        first = _FIRST.search(text)
        agency = NAMES[first[0] if first else found["agency"]]
        is_help = found["help"] or _MORE.match(text)
        return Credit(agency, Stands.HELP if is_help else place)
    if found := _BYLINE.match(text):
        return Credit(NAMES[found[1]], place)
    if found := _UNLISTED.match(text):
        return Credit(found[1], place)
    return None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper())


def _is_picture(text: str, found: re.Match[str]) -> bool:
    """Whether the line of a credit says that it is a picture's."""
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    line = text[start : end if end >= 0 else len(text)]
    return len(line) < 160 and _PICTURE.search(line) is not None
