"""The normal form of URLs as it was before query bytes and UTS 46 counted. Pure.

Warehouses hold keys that were made by it. A page that is not found under its present key is
looked for under this one, so that a known article is not taken for a new one. Frozen: it
must go on making the keys that are stored.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

import idna

from include import urls

_VARIANT = re.compile(
    r"^(amp|amp_.*|outputtype|output|ocid|cmpid?|cmp|campaign_?id|smid|smtyp|icid|ito|sref|xtor|"
    r"at_.*|ns_.*|wt_.*|mc_.*|_ga|_gl|igshid|yclid|twclid|ttclid|li_fat_id|phpsessid|jsessionid|"
    r"sessionid|print|printable|share|shared|ref|referrer|refsrc|source|src|feature|cid|rss|"
    r"partner|traffic_source|spm|srnd|guccounter|guce_.*|taid|mod|link|linkid|mbid|sh|fbclid|gclid|"
    r"dclid|msclkid|utm.*)$"
)
# Those that do choose a page on many sites unless their value is a tracker's word.
_ONLY_IF_TRACKER = {
    "ref",
    "source",
    "src",
    "cid",
    "share",
    "shared",
    "link",
    "output",
    "mod",
    "feature",
    "print",
    "printable",
    "rss",
    "partner",
    "sh",
    "amp",
    "campaign_id",
    "campaignid",
    "cmp",
}
_TRACKER_VALUE = re.compile(
    r"^(1|true|amp|rss|feed|twitter|facebook|fb|x|email|mail|social|newsletter|homepage|home|"
    r"share|share_link|copylink|link|web|mobile|app|google|bing|print|y|yes|hp|nl|tw|rss[_-].*)?$",
    re.IGNORECASE,
)


def canonical_before(url: str) -> str | None:
    """The former normal form of `url`; None where it is as the present one, or was none."""
    try:
        form = urls.canonical_by(url, query=_kept_query, host=_ascii_host)
        return form if form != urls.canonical(url) else None
    except urls.BadUrl:
        return None


def _kept_query(query: str) -> str:
    kept = []
    for name, value in parse_qsl(query, keep_blank_values=True):
        low = name.lower()
        is_variant = _VARIANT.match(low) is not None
        if is_variant and (low not in _ONLY_IF_TRACKER or _TRACKER_VALUE.match(value)):
            continue
        kept.append((name, value))
    return urlencode(kept)


def _ascii_host(host: str) -> str:
    host = host.lower()
    try:
        if "xn--" in host:
            host = idna.decode(host)
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise urls.BadUrl(str(error)[:200]) from None
