"""Pages that stand before an article or in place of one: walls, stubs, lists, galleries.

Asked only where little text was found: a page with a full article is never a wall,
whatever else it says. `SHORT_WORDS` is what counts as little.
"""

from __future__ import annotations

import re

from include.articles import linked_data
from include.articles.page import Page
from include.articles.text import count_words, line
from include.outcomes import Reason

SHORT_WORDS = 120
_BOT_TITLE = re.compile(
    r"^\W{0,5}(?:just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|"
    r"robot check|security check|checking your browser|please (?:wait|verify)|verify(?:ing)? you|"
    r"pardon our interruption|request (?:rejected|blocked)|403 forbidden|forbidden|ddos-guard|"
    r"human verification|captcha|bot (?:verification|detection)|one more step|un momento|"
    r"einen moment|nur einen moment|un instant|access to this page has been denied|"
    r"you have been blocked|client challenge|vercel security checkpoint)",
    re.IGNORECASE,
)
_BOT_MARKS = re.compile(
    r"cdn-cgi/challenge-platform|cf-browser-verification|_cf_chl_opt|cf-challenge|"
    r"captcha-delivery\.com|geo\.captcha|px-captcha|perimeterx|_incapsula_resource|"
    r"incapsula incident|sgcaptcha|awswafintegration|challenge\.js|distil_r_captcha|"
    r"g-recaptcha|h-captcha|hcaptcha\.com/1/api|ddos-guard|akamai reference|"
    r"please enable (?:js|javascript)(?: and cookies)?(?: and disable any ad ?blocker|"
    r" to continue)|"
    r"reference #\d{1,4}\.[0-9a-f]{4,12}\.",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:we (?:and our \d{0,5} ?partners|value your privacy)|before you continue|"
    r"accept (?:all )?(?:and continue|cookies)|manage (?:preferences|cookies|consent)|"
    r"your privacy choices|"
    r"consent (?:or pay|management)|mit werbung (?:weiterlesen|und tracking)|zustimmen (?:und|"
    r"&) weiter|werbefrei(?:es)? abo|"
    r"einwilligung|datenschutzeinstellungen|pur-abo|contentpass|"
    r"accepter et continuer|continuer sans accepter|gestion des cookies|"
    r"aceptar y continuar|configurar cookies|rechazar y suscribirse|"
    r"accetta e continua|rifiuta e abbonati|alles accepteren|cookie[- ]?(?:instellingen|"
    r"einstellungen|settings|policy))",
    re.IGNORECASE,
)
_SUBSCRIBE = re.compile(
    r"(?:subscribe (?:now|today|to (?:continue|read|unlock))|to (?:continue|keep) reading|"
    r"already a subscriber|subscribers? only|"
    r"this (?:article|content|story) is (?:for|only available|reserved|exclusive)|"
    r"unlock this article|free articles? (?:left|remaining|this month)|"
    r"register to (?:continue|read)|for subscribers|members only|"
    r"jetzt (?:abonnieren|weiterlesen|freischalten|testen)|weiterlesen mit|"
    r"bereits (?:abonnent|registriert|kunde)|nur für abonnenten|exklusiv für abonnenten|"
    r"artikel freischalten|plus-abo|mit einem abo|"
    r"réservée? aux abonnés|il vous reste \d|abonnez-vous pour|déjà abonné|"
    r"suscríbete para|contenido (?:exclusivo|para suscriptores)|solo (?:para )?suscriptores|"
    r"hazte (?:socio|suscriptor)|"
    r"assine para|exclusivo para assinantes|já é assinante|"
    r"contenuto (?:riservato|per gli abbonati)|sei già abbonato|abbonati per|"
    r"alleen voor abonnees|lees verder met|kun for abonnenter|for abonnenter|"
    r"endast för prenumeranter|"
    r"dla prenumeratorów|zaloguj się|для подписчиков|"
    r"有料会員|会員限定|残り\d{1,6}文字|구독자 전용)",
    re.IGNORECASE,
)
_LISTING_TYPES = ("CollectionPage", "SearchResultsPage", "ProfilePage", "AboutPage", "ContactPage")
_MEDIA_TYPES = ("ImageGallery", "MediaGallery", "VideoObject", "AudioObject", "PodcastEpisode")
_SAMPLE = 400_000

Verdict = tuple[Reason, str]


def find_wall(
    page: Page, markup: str, visible: str, body: str, is_free: bool | None
) -> Verdict | None:
    """What stands in the article's place, or None.

    `markup` is the page as text, `visible` the text a reader sees, `body` what was found.
    """
    words = count_words(body)
    if words >= SHORT_WORDS:
        return None
    title = _title(page)
    if _BOT_TITLE.match(title):
        return Reason.BOT_WALL, f"titled {title[:80]!r}"
    has_article = bool(linked_data.article_nodes(page.nodes))
    marks = _BOT_MARKS.search(markup[:_SAMPLE])
    if (
        marks is not None
        and not has_article
        and count_words(visible) < 2 * SHORT_WORDS
        and words < 60
    ):
        return Reason.BOT_WALL, f"{marks[0][:60]!r} and {words} words"
    subscribe = _SUBSCRIBE.search(visible)
    if is_free is False and (subscribe is not None or words < SHORT_WORDS // 2):
        return Reason.PAYWALL_STUB, f"said not to be free, {words} words"
    if has_article and subscribe is not None and words < SHORT_WORDS // 2:
        return Reason.PAYWALL_STUB, f"{subscribe[0][:60]!r} and {words} words"
    consent = _CONSENT.findall(visible[:20_000])
    if not has_article and len(consent) >= 2 and (words < 60 or _CONSENT.search(body)):
        return Reason.CONSENT_WALL, f"{consent[0][:60]!r} and {words} words"
    return None


_TEASER_END = re.compile(
    r"(?:read more|more|continue reading|weiterlesen|mehr lesen|mehr|lire la suite|lire plus|"
    r"leer más|seguir leyendo|leggi tutto|lees meer)\W{0,3}$",
    re.IGNORECASE,
)
_TEASERS = 3


def is_teasers(body: str) -> bool:
    """Whether a body is a list of teasers: half its paragraphs end in "Read more"."""
    paragraphs = body.split("\n")
    teasers = sum(bool(_TEASER_END.search(each[-40:])) for each in paragraphs)
    return teasers >= _TEASERS and 2 * teasers >= len(paragraphs)


def lists_teasers(visible: str) -> bool:
    """Whether what a reader sees of a page without an article is a list of teasers."""
    lines = visible.split("\n")
    return sum(bool(_TEASER_END.search(each[-40:])) for each in lines) >= _TEASERS


def find_other_page(page: Page, body: str, link_words: int) -> Verdict | None:
    """The kind of page this is if it is none with an article, or None.

    `link_words` counts the words of links on the page.
    """
    words = count_words(body)
    if words >= SHORT_WORDS or linked_data.article_nodes(page.nodes):
        return None
    kinds = {kind for node in page.nodes for kind in linked_data.types(node)}
    og_type = (page.first("og:type") or "").lower()
    if og_type.startswith("article"):
        return None
    for kind in _LISTING_TYPES:
        if kind in kinds:
            return Reason.NOT_AN_ARTICLE, f"a {kind}"
    for kind in _MEDIA_TYPES:
        if kind in kinds:
            return Reason.NOT_AN_ARTICLE, f"a {kind}, {words} words"
    if og_type.startswith(("video", "music", "profile")):
        return Reason.NOT_AN_ARTICLE, f"og:type {og_type[:40]!r}, {words} words"
    if link_words > 8 * max(words, 25):
        return Reason.NOT_AN_ARTICLE, f"a list: {link_words} words in links, {words} of text"
    return None


def _title(page: Page) -> str:
    element = page.tree.find(".//title")
    return line(element.text or "") if element is not None else ""
