"""Whether a paragraph is furniture: in the article's column, but not of the article.

General rules in the languages news is read in most: pointers to other pieces, appeals to
subscribe or share, notices of cookies and embeds, credits of photos, bylines, end marks.
Rules look at one paragraph and how it stands on its page, never at a host.
"""

from __future__ import annotations

import re

from include.articles.blocks import Block

_POINTER = re.compile(
    r"^\W{0,6}(?:(?:read|see|watch|listen|learn|find out|discover) (?:more|also|next|too|here|"
    r"on)\b|"
    r"(?:also|more) (?:read|on this|from|in|stories|news|coverage)\b|more\s?:|"
    r"related(?: (?:stor|article|content|topic|news|link|coverage)\w*)?\s?(?::|$)|"
    r"(?:read|watch|listen|see|hear|also|recommended|explore|opinion|analysis|video|"
    r"don.t miss|in case you missed it|editor.s (?:note|picks?)|explained|explainer|"
    r"live updates)\s?(?::|\|)|click here|"
    r"(?:lesen|sehen|hören) sie (?:auch|hier|dazu|mehr)|lesen ?sie|lies auch|lest auch|"
    r"mehr (?:zum thema|dazu|lesen|infos?)|"
    r"(?:auch|das könnte sie auch|das könnte dich auch) (?:interessant|interessieren)|"
    r"weitere (?:artikel|informationen|infos|nachrichten|meldungen)\b.{0,40}$|"
    r"(?:zum thema|weiterlesen|hintergrund|mehr|interview|kommentar|video|podcast|newsblog|"
    r"liveblog|passend dazu|siehe auch|dazu|lesetipp|tipp)\s?:|"
    r"(?:à )?lire (?:aussi|également|plus)|voir aussi|sur le même (?:sujet|thème)|lisez aussi|"
    r"(?:lea|lee|leer|ver|vea|mira|te puede interesar|le puede interesar|además|"
    r"también puede)\b.{0,20}?(?:también|más|además|interesar)?\s?:|"
    r"te puede interesar|lee también|leer más|lea también|más información|noticias? relacionad|"
    r"leia (?:também|mais)|saiba mais|veja (?:também|mais)|"
    r"leggi anche|leggi (?:di più|tutto)|guarda anche|approfondisci|"
    r"lees (?:ook|meer|verder)|bekijk ook|zie ook|"
    r"les (?:også|mer)|læs (?:også|mere)|läs (?:också|även|mer)|se også|lue myös|"
    r"czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również|więcej)|przeczytaj|"
    r"читайте (?:также|ещё|подробнее)|читайте|смотрите также|"
    r"čtěte (?:také|též|více)|přečtěte si|čítajte|čitaj|pročitajte|olvass|"
    r"ayrıca (?:bakın|okuyun)|ilgili haber|baca juga|xem thêm|"
    r"関連(?:記事|キーワード|ニュース)|あわせて読みたい|関連リンク|続きを読む|관련기사|相关新闻|延伸閱讀|相關新聞)",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"(?:\b(?:sign up|subscribe|register|log ?in|sign in)\b.{0,60}\b(?:newsletter|inbox|email|"
    r"e-mail|account|channel|today|free|here|now|get|to read|to continue)|"
    r"\bnewsletter\b.{0,80}(?:sign|subscrib|inbox|anmelden|abonn|inscri|iscriv|suscr|assin)|"
    r"\b(?:follow|join|like|find|connect with) (?:us|me|our|[A-Z]\w+)\b.{0,60}\b(?:twitter|"
    r"facebook|instagram|whatsapp|telegram|linkedin|youtube|tiktok|threads|bluesky|x\b|"
    r"google news|channel)|"
    r"\b(?:whatsapp|telegram)[- ]?(?:kanal|channel|canal)|"
    r"^(?:share|teilen|partager|compartir|compartilhe|condividi|delen|del|dela|jaa|udostępnij|"
    r"paylaş|поделиться)\b.{0,60}$|"
    r"^get (?:the|our|all|your|daily|breaking)\b.{0,80}(?:inbox|newsletter|app|alerts|delivered)|"
    r"(?:jetzt|hier) (?:abonnieren|anmelden|registrieren|kostenlos)|abonnieren sie|"
    r"melden sie sich|folgen sie uns|folge uns|"
    r"abonnez-vous|inscrivez-vous|suivez-nous|réservé(?:e|s|es)? aux abonnés|"
    r"suscr[ií]b(?:ete|ase)|sigue(?:nos)? (?:toda|a|en)|síguenos|regístrate|únete a|"
    r"inscreva-se|siga (?:o|a|nos|-nos)|assine (?:o|a|já)|clique aqui|"
    r"iscriviti|seguici|abbonati|"
    r"schrijf je in|volg ons|abonneer|"
    r"prenumerera|abonner på|følg oss|følg os|"
    r"подпи(?:сывайтесь|шитесь)|zapisz się|obserwuj nas|"
    r"この記事は(?:会員|有料)|会員限定|無料で会員登録|有料会員|"
    r"(?:save this article by|by) registering|have an account\?|create (?:an )?account|"
    r"hat (?:ihnen|dir) (?:der|dieser) artikel gefallen|wie hat ihnen dieser artikel|"
    r"unterstützen sie uns|"
    r"journalismus braucht (?:deine|ihre)|einverstanden, dass mir (?:der )?externe|"
    r"privatsphäre-einstellungen|"
    r"rechte an diesem artikel|push-nachrichten|newsletter informiert|news-app|zur app\b|"
    r"we (?:may )?(?:earn|receive) (?:an? )?(?:affiliate )?commission|independently select|"
    r"our standards: the|enjoy(?:ing)? (?:our|the) latest|recommended videos|"
    r"support (?:our|independent|quality) journalism|make a (?:donation|contribution)|"
    r"download (?:the|our) .{0,30}app|get (?:the|our) .{0,30}\bapp\b|"
    r"click here (?:to|for)|tap here|"
    r"got a (?:story|tip|news tip)|do you have a (?:story|tip)|get in touch (?:with|at|by)|"
    r"contact (?:the|our) (?:author|reporter|newsroom|team)|"
    r"terms (?:of (?:use|service)|and conditions) (?:and|apply)|privacy policy)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^\W{0,4}(?:advertisement|advertising|sponsored(?: content)?|anzeige|werbung|publicité|"
    r"publicidad|publicidade|pubblicità|advertentie|annons|annonse|annonce|reklama|реклама|"
    r"reklam|iklan|広告|광고|"
    r"loading\b.{0,30}|wird geladen.{0,20}|story continues below.{0,40}|"
    r"article continues (?:below|after).{0,40}|continue reading.{0,40}|"
    r"externer inhalt.{0,60}|embed|embedded content.{0,40}|empfohlener (?:externer|"
    r"redaktioneller) inhalt.{0,60}|"
    r"this (?:content|video|article|feature|post) (?:is|was) (?:not available|hosted by|"
    r"only available|originally|first published|produced).{0,200}|"
    r"skip (?:to|past|advertisement|newsletter).{0,60}|end of .{0,30}|"
    r"view (?:this )?(?:post|image|gallery|photos?|all).{0,60}|(?:see|view) (?:on|in) .{0,30}|"
    r"a post shared by .{0,120}|pic\.twitter\.com/\S{1,40}|"
    r"video|audio|gallery|photos?|bild(?:er)?|slideshow|fotostrecke|diaporama|"
    r"comments?|kommentare?|commentaires?|comentarios|comentários|commenti|"
    r"share|teilen|print|drucken|email|e-mail|save|merken|copy link|link copied.{0,30}|"
    r"whatsapp|facebook|twitter|linkedin|telegram|instagram|"
    r"tags?\s?:.{0,200}|topics?\s?:.{0,200}|themen\s?:.{0,200}|schlagw(?:orte|"
    r"örter)\s?:.{0,200}|keywords?\s?:.{0,200}|"
    r"(?:quelle|quellen|source|sources|fuente|fonte|bron|kilde|källa|источник|źródło|"
    r"kaynak)\s?:.{1,80}|"
    r"(?:last )?(?:updated|published|posted|modified)(?: (?:on|at))?\s?:?.{0,20}\d.{0,40}|"
    r"(?:stand|veröffentlicht|aktualisiert|erstellt|publié|mis à jour|publicado|actualizado|"
    r"atualizado|pubblicato|aggiornato|gepubliceerd|oppdatert|publisert|uppdaterad|publicerad|"
    r"opublikowano|aktualizacja|опубликовано|обновлено)\b.{0,30}\d.{0,50}|"
    r"\d{1,3} ?(?:min(?:ute)?s? read|min\.? (?:lesezeit|lecture|de lectura)|"
    r"minuten lesezeit).{0,20}|lesezeit.{0,30}|"
    r"\d{0,6} ?(?:comments?|kommentare?|shares?|views?)|"
    r"(?:–|—|-){0,2} ?(?:ends?|ende)\.? ?(?:–|—|-){0,2}|#{2,10}|\*{1,10}|-{1,10}|_{1,32}|"
    r"all rights reserved.{0,100}|alle rechte vorbehalten.{0,100}|"
    r"tous droits réservés.{0,100}|todos los derechos.{0,100}|(?:copyright )?©.{0,200}|"
    r"copyright \d{4}.{0,160}|"
    r"(?:con )?informaci[óo]n de .{2,60}|"
    r"up next|next (?:story|article)|previous (?:story|article)|back to (?:top|home)|"
    r"show more|show all|mehr anzeigen|mehr laden|zurück|close|schließen|"
    r"(?:key (?:points|takeaways)|in this (?:article|story)|inhaltsverzeichnis|table of "
    r"contents|related topics|the latest))\W{0,4}$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W{0,4}(?:(?:photo|photos|image|images|picture|pictures|pic|photograph|credit|"
    r"photo credit|image credit|file photo|foto|fotos|bild|bilder|symbolbild|archivbild|"
    r"archivfoto|crédit(?:s)?(?: photo)?|crédito|fotó|zdj(?:ęcie|\.)|kuva|фото|fotoğraf|写真|"
    r"video|grafik|graphic|illustration|afbeelding|beeld)\s?(?::|©|\||by |von |via )|"
    r"(?:getty images?|afp|reuters|dpa|ap photo|imago|picture alliance|shutterstock|epa|ntb|"
    r"tt|ansa|efe|istock)\b\W{0,3}.{0,40}$|©|\(c\) )",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(
    r"(?:/ ?(?:getty(?: images)?|afp|reuters|dpa|ap|imago(?: images)?|picture[- ]alliance|"
    r"shutterstock|epa|pa wire|zuma|alamy)\b.{0,30}|"
    r"\bvia (?:getty(?: images)?|ap|reuters|afp)|(?:photo|foto|image|bild|picture|credit|kuva|"
    r"фото)\s?(?::|/|by )\s?.{2,60}|©\s?.{2,60}|\((?:getty|ap|afp|reuters|epa|"
    r"pa)\b[^()]{0,60}\))\W{0,3}$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^\W{0,4}(?:(?:written |reported |words |text |story )?by|von|par|por|di|door|av|af|"
    r"texto?|autor(?:en|in)?\s?:|author\s?:|reporting by|editing by|von unseren|redacción|"
    r"redaktion|reporter(?:in)?\s?:)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"^\W{0,2}(?:(?:additional )?(?:reporting|writing|editing|compiled|written|produced|"
    r"edited) by .{3,200}|\(?(?:reporting|writing|editing) by .{3,250})$",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"^(?=.{0,40}\d)(?:\W|\d|uhr|cet|cest|gmt|utc|est|edt|bst|ist|am|pm|at|um|à|kl|h|de|del|"
    r"th|st|nd|rd|on|le|am|"
    r"[a-zäöüéûçãşıñčřžśńł]{3,12}day|jan\w{0,8}|feb\w{0,8}|fév\w{0,8}|m[aäeé]r\w{0,8}|"
    r"apr\w{0,8}|avr\w{0,8}|abr\w{0,8}|ma[iyj]\w{0,4}|jun\w{0,4}|juin|juil\w{0,5}|jul\w{0,4}|"
    r"aug\w{0,5}|ao[uû]t|ago\w{0,5}|sep\w{0,8}|set\w{0,8}|o[ck]t\w{0,8}|out\w{0,6}|nov\w{0,8}|"
    r"de[czs]\w{0,8}|déc\w{0,6}|"
    r"mon|tue\w{0,2}|wed|thu\w{0,3}|fri|sat|sun|mo|di|mi|do|fr|sa|so|\w{2,9}tag|mittwoch|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|"
    r"viernes|sábado|domingo|年|月|日|時|分|更新|公開|配信|"
    r"published|updated|last|first|posted|modified|stand|aktualisiert|veröffentlicht|publié|"
    r"publicado|actualizado|mis|jour)+$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔:;][\"'”’»“)\]]{0,3}$")


def why_furniture(block: Block, *, authors: frozenset[str], at_edge: bool) -> str | None:
    """The rule that takes a paragraph out, or None where it belongs to the article.

    `authors` are the page's authors, folded. `at_edge` says that it stands before or
    after the running text, where bylines, dates and names stand.
    """
    text = block.text
    size = len(text)
    if block.in_figure:
        return "caption"
    if not block.key:
        return "no words"
    if size > 600:
        return None
    if _NOTICE.match(text[:260]) is not None and size < 260:
        return "notice"
    is_all_links = block.link_share > 0.9 and not block.in_table
    if is_all_links and (size > 12 or not block.in_list) and not _is_anchor(block):
        return "links only"
    is_line = size < 90 and _SENTENCE_END.search(text) is None
    if size < 320 and (block.links or is_line) and _POINTER.match(text) is not None:
        return "pointer"
    if (
        size < 400
        and _APPEAL.search(text) is not None
        and (block.links or block.bold or size < 200)
    ):
        return "appeal"
    if (
        size < 200
        and _CREDIT.match(text) is not None
        and not (size > 90 and _SENTENCE_END.search(text))
    ):
        return "credit"
    if size < 300 and _CREDIT_TAIL.search(text) is not None:
        return "credit"
    if _REPORTING.match(text) is not None:
        return "credit"
    if size < 80 and _DATE_LINE.match(text) is not None:
        return "date"
    if at_edge and size < 160 and _is_byline(block, authors):
        return "byline"
    return None


def _is_byline(block: Block, authors: frozenset[str]) -> bool:
    if _BYLINE.match(block.text) is not None and not _SENTENCE_END.search(block.text):
        return len(block.text) < 100
    return any(
        name in block.key and len(block.key) - len(name) < 50 for name in authors if len(name) > 4
    ) and not _SENTENCE_END.search(block.text)


def _is_anchor(block: Block) -> bool:
    """Whether its links stay on the page (headings that link to themselves)."""
    links = [link.get("href") or "" for link in block.element.iter("a")]
    return (bool(links) and all(link.startswith("#") for link in links)) or (
        not links and block.is_head
    )
