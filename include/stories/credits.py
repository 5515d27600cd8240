"""The news agency that a text credits: in its dateline, or in a line at its end.

An agency named in the middle of a text is a source like any other ("told Reuters"); it is
the author only where texts put their credit: "KYIV (Reuters) -", "(dpa)", "The Associated
Press contributed to this report.", "(Reporting by …)".
"""

from __future__ import annotations

import re

from include.stories.tuned_copies import TUNED as COPIES

# Written forms by agency. Short forms count only inside brackets or beside a dash.
_AGENCIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "AAP": (("Australian Associated Press",), ("AAP",)),
    "AFP": (("Agence France-Presse", "Agence France Presse"), ("AFP", "AFPTV")),
    "ANSA": ((), ("ANSA",)),
    "AP": (("The Associated Press", "Associated Press"), ("AP",)),
    "Anadolu": (("Anadolu Agency", "Anadolu Ajansı"), ("AA",)),
    "ANP": (("Algemeen Nederlands Persbureau",), ("ANP",)),
    "APA": (("Austria Presse Agentur",), ("APA",)),
    "Keystone-SDA": ((), ("ATS", "Keystone-SDA", "SDA")),
    "Belga": ((), ("Belga", "BELGA")),
    "Bloomberg": (("Bloomberg News",), ("Bloomberg",)),
    "CP": (("The Canadian Press", "La Presse canadienne"), ("CP", "PC")),
    "dpa": (("Deutsche Presse-Agentur",), ("dpa", "DPA")),
    "EFE": (("Agencia EFE",), ("EFE", "Efe")),
    "Europa Press": (("Europa Press", "EUROPA PRESS"), ("EP",)),
    "Interfax": ((), ("Interfax",)),
    "Kyodo": (("Kyodo News",), ("Kyodo",)),
    "Lusa": (("Agência Lusa",), ("Lusa", "LUSA")),
    "NTB": ((), ("NTB",)),
    "PA": (("PA Media", "Press Association"), ("PA",)),
    "PAP": (("Polska Agencja Prasowa",), ("PAP",)),
    "PTI": (("Press Trust of India",), ("PTI",)),
    "Reuters": (("Thomson Reuters",), ("Reuters", "REUTERS")),
    "Ritzau": ((), ("Ritzau", "RITZAU")),
    "TASS": (("ITAR-TASS",), ("TASS",)),
    "TT": (("TT News Agency",), ("TT",)),
    "UPI": (("United Press International",), ("UPI",)),
    "Xinhua": (("Xinhua News Agency",), ("Xinhua",)),
    "Yonhap": (("Yonhap News Agency",), ("Yonhap",)),
}
_NAMES = {form: agency for agency, (long, short) in _AGENCIES.items() for form in (*long, *short)}
_LONG = "|".join(re.escape(form) for long, _ in _AGENCIES.values() for form in long)
_ANY = "|".join(re.escape(form) for form in sorted(_NAMES, key=len, reverse=True))
# "PARIS, May 5 (AFP) -", "(dpa/lno)", "Kyiv, 5 May. /Interfax/", "AP — "
_DATELINE = re.compile(
    rf"(?:[(\[/]\s?({_ANY})(?:[/,][^)\]/\n]{{0,30}})?\s?[)\]/]|^({_ANY})\s?[-–—:])", re.MULTILINE
)
_END = re.compile(
    rf"(?:^|[(\[–—/©]|[Ss]ource: |[Aa]vec |[Ww]ith |[Bb]y )\s?({_ANY})"
    rf"(?:\s?[)\]./]|\s*$| contributed\b)|\b({_LONG}) contributed\b",
    re.MULTILINE,
)
_DESK = re.compile(r"\((?:Reporting|Additional reporting|Writing|Editing) by [^()\n]{3,200}\)")


def agency_of(body: str) -> str | None:
    """The agency that a body credits, by its usual name; None where there is none."""
    if found := _DATELINE.search(body[: COPIES.credit_first]):
        return _NAMES[found[1] or found[2]]
    end = body[-COPIES.credit_last :]
    if credited := list(_END.finditer(end)):
        return _NAMES[credited[-1][1] or credited[-1][2]]
    return "Reuters" if _DESK.search(end) else None
