"""News agencies by the names they are credited under, folded, with their usual short name."""

from __future__ import annotations

import re

from include.articles.text import folded

AGENCIES = {
    "ap": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "afp": "AFP",
    "agence france presse": "AFP",
    "dpa": "dpa",
    "deutsche presse agentur": "dpa",
    "apa": "APA",
    "sda": "Keystone-SDA",
    "keystone sda": "Keystone-SDA",
    "epd": "epd",
    "kna": "KNA",
    "sid": "SID",
    "efe": "EFE",
    "agencia efe": "EFE",
    "europa press": "Europa Press",
    "ansa": "ANSA",
    "pa": "PA",
    "pa media": "PA",
    "press association": "PA",
    "upi": "UPI",
    "bloomberg": "Bloomberg",
    "xinhua": "Xinhua",
    "新华社": "Xinhua",
    "tass": "TASS",
    "тасс": "TASS",
    "ria novosti": "RIA Novosti",
    "interfax": "Interfax",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "共同通信": "Kyodo",
    "jiji": "Jiji",
    "時事通信": "Jiji",
    "yonhap": "Yonhap",
    "연합뉴스": "Yonhap",
    "anadolu agency": "Anadolu",
    "anadolu ajansı": "Anadolu",
    "anadolu": "Anadolu",
    "aa": "Anadolu",
    "iha": "İHA",
    "dha": "DHA",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "antara": "Antara",
    "bernama": "Bernama",
    "aap": "AAP",
    "australian associated press": "AAP",
    "cp": "CP",
    "canadian press": "CP",
    "the canadian press": "CP",
    "ntb": "NTB",
    "tt": "TT",
    "ritzau": "Ritzau",
    "stt": "STT",
    "anp": "ANP",
    "belga": "Belga",
    "pap": "PAP",
    "čtk": "ČTK",
    "mti": "MTI",
    "lusa": "Lusa",
    "agência brasil": "Agência Brasil",
    "wam": "WAM",
    "irna": "IRNA",
}

_STAFF = re.compile(
    r"^(?:the )?(?:staff |mit |mit material von |con información de )?(.+?)"
    r"(?: (?:staff|staff writers?|staff reporters?|news agency|agency|newsroom|news ?desk|desk|"
    r"bureau|news ?wire|wire|wire services?|news service|writers?|reporters?|correspondents?|"
    r"agentur|nachrichtenagentur|redaktion|agencia|agence|通讯社|电))*$"
)


def agency_of(name: str) -> str | None:
    """The short name of the agency that a byline names: "Reuters Staff" is Reuters."""
    key = folded(name)
    if key in AGENCIES:
        return AGENCIES[key]
    found = _STAFF.match(key[:80])
    return AGENCIES.get(found[1]) if found is not None else None


def names_of_agency(credit: str | None) -> list[str]:
    """Every name an agency goes by, folded, from its short name."""
    return [name for name, short in AGENCIES.items() if short == credit]
