"""Query parameters that name a visit or a variant of a page, and never choose the page. Pure.

A parameter is taken for one by its name and its value together: `mbid=social_twitter` tells
where a reader came from, `mbid=4711` may be an article. The names are those that AdGuard's
tracking filter, ClearURLs and Firefox's query stripping list for every site, less those that
some site uses to choose pages, and with what news sites use besides (looked at in 2026).
Add a name here only with the value that shows it for what it is.
"""

from __future__ import annotations

import re

# Names that one product fixed and reserved for itself: their value does not matter.
_BY_NAME = re.compile(
    r"utm_[a-z_-]+|at_(?:medium|campaign|campaign_type|custom[0-9]|format|link_id|link_origin|"
    r"link_type|bbc_team|ptr_name|creation|emailtype|recipient_id|send_date|channel)|"
    r"ns_(?:mchannel|source|campaign|linkname|fee)|wt[._](?:mc(?:_id|_ev)?|zmc|nav|tsrc)|"
    r"(?:mtm|pk|piwik|matomo)_(?:campaign|cid|content|group|keyword|kwd|medium|placement|source)|"
    r"phpsessid|jsessionid|aspsessionid[a-z]*|amp_(?:js_v|gsa|ct|r|lite|kit)|guce_referrer(?:_sig)?|"
    r"_hs(?:enc|mi)|__hs(?:tc|sc|fp)|hsctatracking"
)
# Names of tokens made for one click, one reader or one session: long and opaque.
_TOKENS = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh "
    "li_fat_id _ga _gl mc_cid mc_eid mkt_tok vero_id oly_enc_id oly_anon_id srsltid epik rdt_cid "
    "sccid s_kwcid ef_id irclickid _openstat taid sessionid sh cndid".split()
)
_TOKEN = re.compile(r"(?=[^a-z]*[a-z])(?=\D*\d)[\w.~*!%+/=-]{8,}|[0-9.]{16,}", re.IGNORECASE)
# Names of the place a reader came from, told in words: a value must hold one of these words.
_PLACES = frozenset(
    "ocid cmpid cmp campaign_id campaignid smid smtyp icid ito sref xtor mbid spm srnd refsrc "
    "referrer traffic_source linkid link_id".split()
)
_PLACE_WORDS = frozenset(
    "rss feed feeds twitter tw facebook fb instagram ig linkedin whatsapp reddit telegram tiktok "
    "youtube pinterest bluesky bsky mastodon threads email mail mailing social socialflow "
    "newsletter newsletters homepage share shared copylink app ios android mobile push google bing "
    "yahoo msn apple flipboard syndication synd referral amp widget nl hp nytcore wsnews "
    "premium breaking".split()
)
_CODED = re.compile(r"[A-Z]{2,6}-\d[\w-]*|[\w-]+(?:\.[\w-]+){2,}")
# Names that choose pages on many sites, unless their whole value is one word of these.
_WEAK = frozenset(
    "ref source src cid share shared link output outputtype mod feature print printable rss "
    "partner sh amp guccounter".split()
) | {"campaign_id", "campaignid", "cmp"}
_WEAK_VALUE = re.compile(
    r"(?:1|2|true|amp|rss|feed|twitter|facebook|fb|x|email|mail|social|newsletter|homepage|home|"
    r"share|share_link|copylink|link|web|mobile|app|google|bing|print|y|yes|hp|nl|tw|rss[_-].*)?",
    re.IGNORECASE,
)


def is_tracker(name: str, value: str) -> bool:
    """Whether a parameter, both parts decoded, says nothing of which page is meant."""
    name = name.lower()
    if _BY_NAME.fullmatch(name):
        return True
    if name in _WEAK and _WEAK_VALUE.fullmatch(value):
        return name != "guccounter" or value in ("1", "2")
    if name in _TOKENS and _TOKEN.fullmatch(value):
        return True
    if name not in _PLACES:
        return False
    words = re.split(r"[\W_]+", value.lower())
    return not _PLACE_WORDS.isdisjoint(words) or (
        name in ("xtor", "spm") and _CODED.fullmatch(value) is not None
    )
