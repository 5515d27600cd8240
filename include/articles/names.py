"""Names of people in bylines: what clings to them goes, what is none is told apart.

A byline is a line like "By Ann Lowe and Tom Reyes, Berlin": labels in front, roles,
addresses and days behind, several names in a row, in the languages of the news.
"""

from __future__ import annotations

import re

from include.articles.agencies import agency_of
from include.articles.text import line

_PREFIX = re.compile(
    r"^\W{0,5}(?:(?:(?:written |reported |words |text |story |posted |published |compiled |"
    r"review |interview |analysis |opinion )?by|"
    r"von|vom|par|por|di|da|door|av|af|od|від|автор|autor(?:en|in|a|es)?(?:/autor(?:in)?)?|"
    r"author|auteur(?:e|s)?|autrice|verfasser(?:in)?|text|texto|texte|tekst|testo|"
    r"(?:ein )?(?:kommentar|gastbeitrag|interview|bericht|beitrag|artikel|essay) von|"
    r"eine? \w{4,20} von|(?:text|artikel|blog ?beitrag) von|aufgezeichnet von|"
    r"(?:veröffentlicht|verfasst|geschrieben|erstellt|beitrag|artikel|gastbeitrag|"
    r"pressemitteilung) (?:von|der|des)|"
    r"interview|protokoll|reportage|oleh|reporter|記者|文)\s?[:：]?\s(?=\S)|"
    r"(?:redaktion|quelle|source|fuente|责编|责任编辑|作者|编辑|撰文|采访|文|מאת|כתב|כתבת|"
    r"نویسنده|خبرنگار|گزارش|به قلم|بقلم|كتبت?|إعداد|تقرير|تحرير)\s?[:：]\s?(?=\S)|"
    r"(?:מאת|נכתב על ידי|به قلم|نوشته|بقلم|كتبت?|كتبه|إعداد)\s(?=\S)|"
    r"(?:本报|本刊|本台|本报讯)?(?:特派|特约|实习|见习|驻外)?(?:记者|記者|通讯员)\s?[:：/]?\s?"
    r"(?=[\u3400-\u9fff]))",
    re.IGNORECASE,
)
# Something invisible between two words that stand as one.
_GLUED = re.compile(r"(?<=[^\W\d_])[\u200b\u2060\ufeff]+(?=[^\W\d_])")
# What somebody is and where, behind the name: "Ann Lowe Corresponsal en Roma", "…, Staff Writers".
_WHO_IS = re.compile(
    r"(?<=[^\W\d_]),?\s(?i:(?:(?:staff|senior|chief|special|foreign|political|\w{2,12}) )?"
    r"(?:correspondents?|reporters?|writers?)|corresponsal(?:es)?|enviad[oa] especial|redactora?|"
    r"periodista|correspondant[e]?s?|envoyée? spéciale?|journaliste|korrespondent(?:in)?|"
    r"redakteur(?:in)?|reporterin|corrispondente|inviat[oa]|giornalista|repórter|jornalista)\b"
    r"(?:\s(?i:en|in|à|aus|da|em|at|for|de|du|del|della|von)\s[A-ZÀ-Þ][\w’'-]+"
    r"(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})?"
)
_FAMILY_FIRST = re.compile(r"([^\W\d_][\w’'-]*(?: [\w’'-]+)?),\s([^\W\d_][\w’'.-]*(?: [\w’'.-]+)?)")
_SPLIT = re.compile(
    r"\s?(?:[;|/•·、،؛]|\s[–—-]\s)\s?|,\s+|\s+(?:(?i:and|und|et|og|och|ve|with|mit|avec|con)|"
    r"y|e|ed|en|i|&)\s+(?=[^\W\d_a-zß-ÿ])|\s?&\s?|\n"
)
_IN_BRACKETS = re.compile(r"\s?\([^()]{0,120}\)")
_ADDRESS = re.compile(r"https?://\S{0,200}")
_SUFFIX_ONLY = re.compile(
    r"^(?:jr|sr|ii|iii|iv|md|phd|ph\.?d|esq|mba|dr|m\.?a|j\.?d)\.?$", re.IGNORECASE
)
_TRAILING = re.compile(
    r"\s{0,3}(?:\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|<[^<>]{0,80}>|@\w{1,40}|\S{1,60}@\S{1,80}|"
    r"https?://\S{0,200}|"
    r"\b(?:in|aus|à|from|for|of) [A-Z]\S{2,30}(?: \S{2,20})?|[,:;–—-]+)\s{0,3}$"
)
_DAY_OR_MONTH = re.compile(
    r"\s(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|"
    r"oktober|dezember|(?:im|ein) (?:gespräch|interview)|folgen|follow)[.,]?$",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|journalist(?:in|e)?|journalism|writer|staff|contributor|"
    r"columnist|producer|bureau|desk|"
    r"redakteur(?:in)?|redaktion(?:sleiter(?:in)?)?|korrespondent(?:in)?|volontär(?:in)?|"
    r"autorin|chefredakteur(?:in)?|"
    r"rédaction|rédacteur|rédactrice|journaliste|correspondant|correspondante|redacción|"
    r"redactor(?:a)?|periodista|corresponsal|"
    r"redazione|giornalista|inviato|redação|jornalista|redactie|redakce|redakcja|team|"
    r"newsroom|newsdesk|"
    r"agency|agencies|agenturen|agencias|senior|online|nachrichten|"
    r"political|politics|science|health|sports?|business|breaking|chief|director|professor|"
    r"university|founder|ceo|gmbh|e\.? ?v|inc|ltd|llc|ag|verein|verband|bund|partei|magazine?|"
    r"zeitung|verlag|institut|ministerium|welle|rundfunk|press|presse|media|medien|news|times|"
    r"radio|blog|stiftung|foundation|association|society)\b",
    re.IGNORECASE,
)
# Accounts that stand for nobody, and the buttons and labels around bylines; what is a
# surname too (Read, More, Post) counts where it comes first.
LABEL = re.compile(
    r"\b(?:admin|administrator|webmaster|wordpressadmin|root|updated|published|uhr|min read|"
    r"(?:learn|show|load|see|view|find out) more|facebook|twitter|instagram|email|subscribe|"
    r"follow|folgen|posted|view|all|articles?|stories|profile|autor(?:en)?|quelle|source)\b|"
    r"^(?:read|more|posts?|stand|name)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|[@{}<>=\[\]|#(]|(?<![^\W\d_])\d{2,}|^getty|^istock|^no author$|"
    r"\b(?:image|foto|photo):",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "von van der den de del della di da do dos das du la le el al bin ibn ben ter ten zu zur zum "
    "und y e i af av st".split()
)
_NO_PERSON = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"januar|februar|märz|mai|juni|juli|oktober|dezember|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|today|heute|"
    r"news|blog|home|menu|share|comment\w{0,3}|kommentar\w{0,2}|image|photo|foto|getty|"
    r"tricks|tipps|alles|über|the|und|mehr|author|autor|auteurs?|no|unknown|guest|gast|"
    r"folgen|capital|stand|updated|quelle|source|licensed|human|top)\b",
    re.IGNORECASE,
)


def names_in(text: str) -> list[str]:
    """The names in a byline: "By A. Smith and B. Jones, BBC" → A. Smith, B. Jones, BBC."""
    text = line(_GLUED.sub(" ", text[:400]))
    if re.match(r"https?:|www\.", text):
        return []
    if ";" in text:
        text = _given_name_first(text)
    text = _ADDRESS.sub(" ", _IN_BRACKETS.sub("", text))
    for _ in range(2):
        text = _PREFIX.sub("", text)
    if agency_of(text) is not None:
        return [text]
    text = _WHO_IS.sub(_named_before, text)
    names = []
    for part in _SPLIT.split(text):
        name = part
        if agency_of(name.strip()) is not None:
            names.append(name.strip())
            continue
        for _ in range(3):
            name = _TRAILING.sub("", name).strip()
        name = _PREFIX.sub("", name).strip(" .,:;–—-\"'*_")
        if _SUFFIX_ONLY.match(name) or not 2 <= len(name) <= 60:
            continue
        if len(name.split()) > 2:
            name = _DAY_OR_MONTH.sub("", name)
        if _NO_NAME.search(name) or len(name.split()) > 6 or not re.search(r"[^\W\d_]{2}", name):
            continue
        names.append(name)
    return names


def _named_before(found: re.Match[str]) -> str:
    """Nothing, where a full name stands before what somebody is; else the words themselves."""
    before = found.string[: found.start()].split()[-2:]
    is_name = len(before) == 2 and all(word[:1].isupper() for word in before)
    return "" if is_name else found[0]


def _given_name_first(text: str) -> str:
    """A list of names with the family name first ("Lowe, Ann; Reyes, Tom") turned round."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    turned = [_FAMILY_FIRST.fullmatch(part) for part in parts]
    if not all(turned):
        return text
    return "; ".join(f"{found[2]} {found[1]}" for found in turned if found)


def looks_like_name(name: str) -> bool:
    """Whether a text may be a person's full name (two words or more, or no Latin letters)."""
    words = name.split()
    if not 1 <= len(words) <= 5 or _NO_PERSON.search(name) or any(map(str.isdigit, name)):
        return False
    if not name.isascii() and not any("a" <= c.lower() <= "ɏ" for c in name):
        return 2 <= len(name) <= 24
    if len(words) < 2:
        return False
    proper = [w for w in words if w.lower() not in _PARTICLES]
    return len(proper) >= 2 and all(word[0].isupper() for word in proper)


def looks_like_handle(name: str) -> bool:
    """Whether a text may be the one name somebody signs with ("annlowe", "Krimiblogger")."""
    words = name.split()
    return 0 < len(words) <= 2 and len(words[-1]) > 1 and _NO_PERSON.search(name) is None


NOBODY = re.compile(
    r"(?:our |the |from )?(?:(?:web|news|online|digital|city|night|national|international|world|"
    r"sports?|business|monitoring|entertainment|tech|lifestyle|editorial|central|state|local|metro|"
    r"social media|special|staff|our|own) )*"
    r"(?:desk|staff|reporters?|correspondents?|bureau|newsroom|agenc(?:y|ies)|wire|wires|"
    r"wire services?|news services?|agenturen|agences?|agencias?|agenzie|agências|agentschappen)",
    re.IGNORECASE,
)
"""Desks and agencies without a name, matched against a whole name: they are nobody's."""
