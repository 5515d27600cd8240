"""The titles that pages of a site's own business bear, in the languages news is read in most.

Each expression is matched against a whole title, folded to words in lower case: an article
about a privacy policy is never titled with those words alone.
"""

from __future__ import annotations

import re

from include.articles.text import folded

_LEGAL = (
    r"(?:our |your )?(?:cookies?|privacy)(?: and (?:cookies?|privacy))? (?:policy|notice|statement|"
    r"settings|preferences|cent(?:er|re)|information)|cookies|privacy|"
    r"(?:terms|conditions)(?: of (?:use|service|sale)| and conditions)?(?: of use)?|"
    r"(?:legal|copyright) notice|imprint|impressum|disclaimer|"
    r"cookie (?:richtlinien?|hinweise?|einstellungen|erklärung)|"
    r"datenschutz(?:erklärung|hinweise?|bestimmungen|einstellungen)?|"
    r"agb|allgemeine geschäftsbedingungen|nutzungsbedingungen|haftungsausschluss|"
    r"(?:politique|charte)(?: de| relative aux| d utilisation des| en matière de)? "
    r"(?:cookies|confidentialité)|protection des données(?: personnelles)?|données personnelles|"
    r"mentions légales|conditions générales(?: d utilisation| de vente)?|cgu|cgv|"
    r"pol[ií]tica de (?:cookies|privacidade?)|aviso (?:legal|de privacidad)|"
    r"términos y condiciones(?: de uso)?|condiciones (?:de uso|generales)|"
    r"termos (?:de uso|e condições)|"
    r"informativa(?: sulla| sui| estesa)? (?:privacy|cookies?)|note legali|"
    r"termini(?: e condizioni| d uso| di servizio)?|condizioni (?:generali|d uso)|"
    r"(?:cookie|privacy)(?:beleid|verklaring|statement)|algemene voorwaarden|"
    r"gebruiksvoorwaarden|colofon|"
    r"polityka (?:prywatności|cookies|plików cookies?)|regulamin|"
    r"integritetspolicy|personvern(?:erklæring)?|"
    r"gizlilik (?:politikası|sözleşmesi)|çerez(?:ler| politikası)|kullanım koşulları|künye|"
    r"политика (?:конфиденциальности|использования (?:файлов )?cookie)|"
    r"пользовательское соглашение|プライバシーポリシー|利用規約|"
    r"개인정보\s?처리방침|이용약관|隐私政策|隱私權政策"
)
_ABOUT = (
    r"about(?: us)?|who we are|our (?:team|story|mission)|meet the team|über uns|wir über uns|"
    r"das sind wir|redaktion|unsere redaktion|qui sommes nous|à propos(?: de nous)?|"
    r"la rédaction|quiénes somos|sobre nosotros|acerca de(?: nosotros)?|chi siamo|la redazione|"
    r"quem somos|sobre nós|over ons|wie zijn wij|o nas|kim jesteśmy|hakkımızda|biz kimiz|"
    r"om oss|om os|о нас|о проекте|о редакции|私たちについて|運営会社|会社概要|회사 ?소개|"
    r"关于我们|關於我們|من نحن|عن الموقع"
)
_BESIDE_NEWS = (
    r"(?:reader )?comments|(?:leser)?kommentare|commentaires|comentarios|commenti|reacties|"
    r"(?:death|obituary|family) notices(?: .{1,40})?|in memoriam|"
    r"(?:todes|trauer|familien)anzeigen|avis de décès|esquelas|necrologi(?:e|che)?|"
    r"familieberichten|nekrologi|vefat ilanları|"
    r"(?:quick |daily |easy |mini )?(?:cryptic|crossword|sudoku|wordsearch)"
    r"(?: (?:no )?[\d ]{1,9})?|kreuzworträtsel|mots (?:croisés|fléchés)|"
    r"crucigrama|cruciverba|palavras cruzadas|"
    r"(?:daily |today s |your )?horoscopes?(?: .{1,30})?|(?:tages|wochen)?horoskop(?: .{1,30})?|"
    r"horóscopos?(?: .{1,30})?|oroscopo(?: .{1,30})?|"
    r"(?:今日|毎日|今週)の(?:星|運)(?:占い|勢)|오늘의 운세|"
    r"forums?|foren|forumübersicht"
)
_ACCOUNT = (
    r"contact(?: us)?|kontakt|contacto|contáctenos|contatti|contactez nous|nous contacter|"
    r"(?:help|support)(?: cent(?:er|re))?|faqs?|frequently asked questions|"
    r"häufig gestellte fragen|häufige fragen|foire aux questions|preguntas frecuentes|"
    r"domande frequenti|perguntas frequentes|veelgestelde vragen|"
    r"log ?in|sign ?in|(?:log|sign) in to .{2,40}|sign up|register|my account|"
    r"(?:create|your) (?:an |your )?account|(?:forgot(?:ten)?|reset) (?:your )?password|"
    r"anmelden|anmeldung|einloggen|registrier(?:en|ung)|mein konto|passwort vergessen|"
    r"connexion|se connecter|connectez vous|mon compte|inscription|mot de passe oublié|"
    r"iniciar sesión|inicia sesión|mi cuenta|accedi|area riservata|entrar|minha conta|inloggen|"
    r"logga in|logg inn|logowanie|zaloguj się|giriş(?: yap)?|войти|вход|регистрация|авторизация|"
    r"ログイン|会員登録|로그인|登录|登入|"
    r"(?:our |all |unsere |nos |nuestr[ao]s |e ?mail )?newsletters?(?: sign ?up| anmeldung| "
    r"abonnieren| bestellen| subscription)?|infolettres?|bolet(?:ín|ines)|nieuwsbrief|nyhetsbrev|"
    r"subscribe(?: now| today)?|subscriptions?(?: offers?| plans?)?|"
    r"choose your (?:subscription|plan)|abo|abonnements?|abo (?:angebote|shop|bestellen)|"
    r"subscribe to .{1,60}|.{1,60} abonnieren|abonnez vous(?: .{1,60})?|abónate.{0,60}|"
    r"suscríbete .{1,60}|abbonati .{1,60}|assine .{1,60}|"
    r"nos offres(?: d abonnement)?|s abonner|suscripciones|suscríbete|abbonamenti|assinaturas?"
)
_SEARCH = (
    r"search results?(?: for.{0,80})?|search|results for .{1,80}|suchergebnisse?(?: .{1,80})?|"
    r"suche|"
    r"résultats? (?:de|pour)(?: la| votre)? recherche.{0,80}|"
    r"resultados? (?:de|da)(?: la| sua)? (?:búsqueda|busca|pesquisa).{0,80}|"
    r"risultati (?:della |di )?ricerca.{0,80}|wyniki wyszukiwania.{0,80}|zoekresultaten.{0,80}|"
    r"sökresultat.{0,80}|søgeresultater.{0,80}|søkeresultat.{0,80}|arama sonuçları.{0,80}|"
    r"результаты поиска.{0,80}|.{0,40}検索結果.{0,40}|검색 ?결과.{0,40}|"
    r"nothing found|no (?:results|posts|matches)(?: found)?|keine (?:ergebnisse|treffer).{0,40}|"
    r"aucun résultat.{0,40}|no se encontraron resultados.{0,40}|nessun risultato.{0,40}|"
    r"nenhum resultado.{0,40}"
)
_GONE = (
    r"(?:error |fehler |erreur )?404(?: .{1,60})?|(?:the )?page not found(?: 404)?|"
    r"(?:sorry |oops )?(?:this|the|that|your)? ?(?:page|article|story|content|link)"
    r"(?: you .{2,40})? "
    r"(?:is|was|has been|has|could|can|does|doesn|cannot|can t) ?(?:not|n t|t|no)? ?(?:be )?"
    r"(?:found|available|removed|unavailable|expired|deleted|exist|longer available)|not found|"
    r"(?:(?:diese|die|der|dieser) )?(?:angeforderte )?(?:seite|artikel|beitrag|inhalt|meldung)"
    r"(?: wurde| ist| konnte| existiert)? (?:leider )?(?:nicht|gelöscht|abgelaufen)"
    r"(?: mehr)?(?: gefunden| verfügbar| vorhanden| abrufbar)?(?: werden)?|"
    r"page (?:introuvable|non trouvée|inexistante)|(?:cette page|cet article) n (?:existe|est) "
    r"(?:pas|plus)(?: disponible)?|página no (?:encontrada|disponible|existe)|"
    r"pagina (?:non trovata|inesistente|niet gevonden)|página não (?:encontrada|existe)|"
    r"(?:strona )?nie (?:znaleziono|istnieje|została znaleziona)(?: strony)?|"
    r"sid(?:an|en) (?:hittades inte|finns inte|findes ikke|finnes ikke|ble ikke funnet)|"
    r"sayfa bulunamadı|страница не найдена|(?:お探しの)?ページ(?:が|は)見つかりません.{0,20}|"
    r"(?:요청하신 )?페이지를 찾을 수 없습니다|页面不存在|找不到頁面"
)
_ERROR = (
    r"(?:\d{3} )?(?:bad gateway|service (?:temporarily )?unavailable|gateway time ?out|"
    r"internal server error|bad request|too many requests|unauthorized|moved permanently|"
    r"web server is down|connection timed out|error)|"
    r"(?:runtime|application|server|database|unexpected|fatal) error|wordpress (?:error|fehler)|"
    r"error establishing a database connection|whitelabel error page|"
    r"(?:site (?:is )?)?(?:under |down for )?(?:scheduled )?maintenance(?: mode| en cours)?|"
    r"(?:geplante )?wartungs(?:modus|arbeiten)|(?:seite|website) (?:in|wird) (?:der )?wart\w{2,4}|"
    r"(?:sitio (?:web )?)?en mantenimiento|(?:sito (?:web )?)?in manutenzione|"
    r"(?:site )?(?:en|em) (?:maintenance|manutenção)|(?:site |website )?in onderhoud|"
    r"przerwa techniczna|bakım çalışması|(?:технические|профилактические) работы|"
    r"(?:ただいま)?メンテナンス中(?:です)?|coming soon|"
    r"something went wrong|oops|redirecting|weiterleitung|redirection|index of .{1,80}|"
    r"(?:welcome to )?nginx|apache2? .{0,20}default page.{0,20}|"
    r"(?:451 )?unavailable (?:due to|for) legal reasons|"
    r"(?:content |this content is )?not available in your (?:country|region)|"
    r"(?:we re sorry but )?something went wrong(?: 500)?|"
    r"[a-z]{3,40}(?:error|exception|doesnotexist) at .{1,80}|doesnotexist at .{1,80}|"
    r"account suspended|(?:this )?domain (?:is )?for sale|website expired"
)
_GONE_KIND = "a page that is gone"
_ERROR_KIND = "an error page"
CERTAIN = frozenset((_GONE_KIND, _ERROR_KIND))
"""The kinds that hold no report whatever else they say."""

_KINDS = {
    "a page of legal terms": re.compile(_LEGAL),
    "a page about the site": re.compile(_ABOUT),
    "a page beside the news": re.compile(_BESIDE_NEWS),
    "a page about accounts": re.compile(_ACCOUNT),
    "search results": re.compile(_SEARCH),
    _GONE_KIND: re.compile(_GONE),
    _ERROR_KIND: re.compile(_ERROR),
}
_PARTED = re.compile(r"\s(?:[|·•–—:»›]|-)\s|\s?[|›»]\s?|:\s")
_MAX_TITLE = 200


def kind_by_title(title: str, headings: list[str], *, is_short: bool) -> str | None:
    """What a page is by its title and its main headings, or None.

    The title may name the site as well. Where the page has headings, one of them must say
    the same, unless the page `is_short`: sections are named like pages ("Headline | Privacy").
    """
    whole = title[:_MAX_TITLE]
    parts = [folded(part) for part in _PARTED.split(whole) if part.strip()]
    titles = [folded(whole), *(parts if len(parts) <= 2 and not is_short else parts[:1])]
    named = [folded(text[:_MAX_TITLE]) for text in headings]
    for kind, words in _KINDS.items():
        is_titled = any(words.fullmatch(text) for text in titles)
        is_headed = any(words.fullmatch(text) for text in named)
        if is_headed and (is_titled or not titles[0] or kind == _GONE_KIND):
            return kind
        agrees = not named or is_short or titles[0] in named
        if is_titled and (agrees or kind in (_GONE_KIND, _ERROR_KIND)):
            return kind
    return None
