"""The words furniture is known by, in the languages news is read in most.

Each expression is bounded: a paragraph is matched in one pass. What is done with a match,
and for which paragraphs it is asked, is in `furniture.py`.
"""

from __future__ import annotations

import re

POINTER = re.compile(
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
    r"hier geht.?s (?:es )?(?:zu[rm]?\b|direkt)|hier geht es (?:zu[rm]?\b|direkt)|"
    r"entdecke(?:n sie)? weitere|"
    r"mehr erfahren|dowiedz się więcej|en savoir plus|conoce más|descubre más|scopri di più|"
    r"czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również|więcej)|przeczytaj|"
    r"читайте (?:также|ещё|подробнее)|читайте|смотрите также|"
    r"čtěte (?:také|též|více)|přečtěte si|čítajte|čitaj|pročitajte|olvass|"
    r"ayrıca (?:bakın|okuyun)|ilgili haber|baca juga|xem thêm|"
    r"関連(?:記事|キーワード|ニュース)|あわせて読みたい|関連リンク|続きを読む|관련기사|相关新闻|延伸閱讀|相關新聞)",
    re.IGNORECASE,
)
# Notes on what was wrong in an article: part of it, wherever they stand.
CORRECTION = re.compile(
    r"^\W{0,3}(?:(?:this|an earlier|a previous|the original) (?:article|story|version|post|report|"
    r"headline)\b.{0,60}\b(?:amended|corrected|updated to (?:correct|clarify|reflect)|misstated|"
    r"incorrectly|wrongly|mistakenly|gave|said|stated|misspelled|misidentified)|"
    r"editor.s note\b.{0,60}\b(?:story|article|headline|version|report|piece|column) "
    r"(?:has|have|was|were|is|of this)\b|"
    r"(?:correction|clarification|corrections and clarifications|erratum|"
    r"korrektur(?:hinweis)?|berichtigung|richtigstellung|anmerkung der redaktion|"
    r"in einer (?:früheren|vorherigen|ersten) (?:version|fassung)|"
    r"rectificatif|erratum|précision|note de la rédaction|une (?:première )?version précédente|"
    r"corrección|rectificación|fe de (?:errores|erratas)|nota del editor|"
    r"correção|errata|nota da redação|rettifica|nota della redazione|correctie|rectificatie|"
    r"in een eerdere versie|rättelse|rettelse|retting|oikaisu|sprostowanie|korekta|oprava|"
    r"уточнение|исправление|düzeltme|訂正|정정|更正|تصحيح|תיקון)\b.{0,3}[:：.–—-]|"
    r"in einer (?:früheren|vorherigen|ersten) (?:version|fassung)\b|in een eerdere versie\b|"
    r"dans une (?:première )?version précédente\b|en una versión anterior\b)",
    re.IGNORECASE,
)
APPEAL = re.compile(
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
    r"support(?:ing)? (?:our|independent|quality|science|award-winning)\b.{0,24} ?journalism|"
    r"consider supporting|purchasing a subscription|make a (?:donation|contribution)|"
    r"help us (?:to )?(?:continue|keep|improve|reach)|tell your friends|"
    r"what do you think\?.{0,80}(?:comments?|let us know)|let us know (?:in the|what you)|"
    r"we want to hear (?:what you|from you)|letters? to the editor|"
    r"kommentare (?:der|unserer) (?:user|nutzer|leser)|puede (?:escribirnos|seguir(?:nos)?)|"
    r"pour lire la suite|accéder en illimité|(?:créez|créer) (?:votre|un) compte|notre offre|"
    r"la suite (?:de cet article )?est réservée|"
    r"aktuelle ausgabe .{0,60}(?:kiosk|abo|bestellen)|"
    r"download (?:the|our) .{0,30}app|get (?:the|our) .{0,30}\bapp\b|"
    r"click here (?:to|for)|tap here|"
    r"got a (?:story|tip|news tip)|do you have a (?:story|tip)|get in touch (?:with|at|by)|"
    r"contact (?:the|our) (?:author|reporter|newsroom|team)|"
    r"terms (?:of (?:use|service)|and conditions) (?:and|apply)|privacy policy|"
    r"this (?:article|story|content) is exclusive to|unlock this (?:article|story|piece)|"
    r"become an? (?:paid )?(?:subscriber|member)|(?:for|read) more stories like this|"
    r"(?:send|senden sie) (?:us|uns) (?:your|ihr) feedback|ihre meinung ist uns wichtig|"
    r"mel(?:den sie|de) (?:vertraulich|dich vertraulich)|folgst du schon|jetzt neu bei|"
    r"sponsored (?:by|content)|(?:in|developed in) partnership with .{2,60} branded content|"
    r"e-?paper und news|anmelden und weiterlesen|email your (?:questions|story ideas)|"
    r"diesen artikel (?:kommentieren|weiterempfehlen|merken)|"
    r"nur angemeldete (?:benutzer|nutzer|leser)|dein kommentar wurde nicht gespeichert|"
    r"anzeige personalisierter inhalte|inhalt (?:angezeigt|nachgeladen) (?:wird|werden)|"
    r"有料会員になると|会員登録|会員向け|この記事を書いた人)",
    re.IGNORECASE,
)
# Every appeal has one of these in it: looking for them first takes a tenth of the time.
APPEAL_STEMS = (
    "sign|subscri|register|log in|login|newsletter|follow |join |like |find |connect |"
    "whatsapp|telegram|share|teile|partage|comparti|condivid|del|jaa|udostępnij|paylaş|"
    "поделиться|get |abonnier|abonne|melde|folge|inscr|suivez|réservé|suscr|sigue|sígue|"
    "regístrate|únete|siga |assine|clique|iscriviti|seguici|abbonati|schrijf je|volg ons|"
    "prenumerera|følg os|подпи|zapisz|obserwuj|この記事|会員|have an account|create a|artikel|"
    "unterstützen sie|journalismus|einverstanden|privatsphäre|push-nachrichten|news-app|"
    "zur app|commission|independently select|our standards|enjoy|recommended videos|support |"
    "make a |support|subscription|help us|tell your|"
    "what do you think|let us know|we want to hear|to the editor|"
    "puede |la suite|accéder en|compte|offre|ausgabe|download|click here|tap here|got a |"
    "do you have a|contact |terms |privacy policy|this |unlock|become a|more stories like|"
    "feedback|ihre meinung|folgst du|jetzt |hier |sponsored|partnership with|e-paper|epaper|"
    "email your|kommentar|personalisierter|inhalt"
).split("|")
NOTICE = re.compile(
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
    r"(?:this (?:entry|post) was posted|this entry was published|posted in|filed under|"
    r"(?:der|dieser) (?:beitrag|eintrag|artikel) wurde (?:am|von|unter)\b.{0,120}veröffentlicht|"
    r"veröffentlicht (?:in|unter)\b|verfasst von\s?:|"
    r"(?:cet article|ce billet) a été (?:publié|posté)|"
    r"esta entrada f(?:ue|oi) publicada|questa voce è stata pubblicata|dit bericht werd geplaatst|"
    r"dieser text entspricht den vorgaben).{0,200}|"
    r"(?:video |audio )?(?:noch )?verfügbar bis .{4,40}|"
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
CREDIT = re.compile(
    r"^\W{0,4}(?:(?:photo|photos|image|images|picture|pictures|pic|photograph|credit|"
    r"photo credit|image credit|file photo|foto|fotos|bild|bilder|symbolbild|archivbild|"
    r"archivfoto|crédit(?:s)?(?: photo)?|crédito|fotó|zdj(?:ęcie|\.)|kuva|фото|fotoğraf|写真|"
    r"video|grafik|graphic|illustration|afbeelding|beeld)\s?(?::|©|\||by |von |via )|"
    r"(?:getty images?|afp|reuters|dpa|ap photo|imago|picture alliance|shutterstock|epa|ntb|"
    r"tt|ansa|efe|istock)\b\W{0,3}.{0,40}$|©|\(c\) )",
    re.IGNORECASE,
)
CREDIT_TAIL = re.compile(
    r"(?:/ ?(?:getty(?: images)?|afp|reuters|dpa|ap|imago(?: images)?|picture[- ]alliance|"
    r"shutterstock|epa|pa wire|zuma|alamy)\b.{0,30}|"
    r"\bvia (?:getty(?: images)?|ap|reuters|afp)|(?:photo|foto|image|bild|picture|credit|kuva|"
    r"фото)\s?(?::|/|by )\s?.{2,60}|©\s?.{2,60}|\((?:getty|ap|afp|reuters|epa|"
    r"pa)\b[^()]{0,60}\))\W{0,3}$",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"^\W{0,4}(?:(?:written |reported |words |text |story )?by|von|par|por|di|door|av|af|"
    r"texto?|autor(?:en|in)?\s?:|author\s?:|reporting by|editing by|von unseren|redacción|"
    r"redaktion|reporter(?:in)?\s?:)\b",
    re.IGNORECASE,
)
REPORTING = re.compile(
    r"^\W{0,2}(?:(?:additional )?(?:reporting|writing|editing|compiled|written|produced|"
    r"edited) (?:by|from) .{3,200}|with (?:additional )?(?:reports?|reporting|files|"
    r"contributions?|inputs?) (?:from|by) .{2,200}|mit (?:material|informationen|agenturmaterial|"
    r"inhalten) (?:von|der|des|aus) .{2,200}|mit agentur(?:material|en)\W{0,3}|"
    r"mit (?:dpa|afp|ap|reuters|sid|epd|kna)\b.{0,40}|sendung\s?: .{3,120}|"
    r"über dieses thema berichte(?:t|te).{2,160}|"
    r"(?:übersetzung|übersetzt|translation|translated|traduction|traducción|redaktion|"
    r"schlussredaktion)(?: und \w{4,20})?\s?(?::| von | by ).{3,200}|"
    r"dieser artikel (?:ist|erschien|wurde) zuerst.{3,90}|"
    r"this (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published).{2,90}|"
    r"(?:this is )?a? ?(?:breaking|developing) .{0,40}"
    r"(?:more to follow|updates? to follow|check back).{0,60}|avec (?:afp|reuters)\b.{0,30}|"
    r"con (?:información|informaciones) de .{2,80}|\(?(?:reporting|writing|editing) by .{3,250})$",
    re.IGNORECASE,
)
DATE_LINE = re.compile(
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
# Who helped, in a whole sentence at the end: asked for only where one of the stems is in it.
HELPED = re.compile(
    r"^.{3,240} (?:contributed to this (?:report|story|article)|contributed reporting\b.{0,60}|"
    r"reported from [A-Z].{2,160})\W{0,3}$"
)
HELPED_STEMS = ("contributed", "reported from")
TEASER = re.compile(
    r"(?:[.!?…]\W{0,3}|\s)(?:read more|more|weiterlesen|mehr(?: lesen)?|lire la suite|leer más|"
    r"leggi tutto|lees meer|les mer|läs mer|czytaj więcej|více|další|swr|ndr|mdr|wdr|br|hr|rbb)"
    r"\W{0,3}$",
    re.IGNORECASE,
)
BIO = re.compile(
    r"\W{1,3}(?:(?:\d\d|geboren|born|né)\W|\(?(?:[\w-]+\W){0,3}?(?:is|was|are|has|works|writes|"
    r"covers|reports|started|ist|war|arbeitet|schreibt|berichtet|leitet|studierte|est|travaille|"
    r"es|trabaja|escribe|è|lavora|scrive|is|werkt|schrijft|er|är|jest|pracuje|é)\b)",
    re.IGNORECASE,
)
LENGTH = re.compile(r"\b\d{1,2}:\d\d (?:min|std|sek)\b|\(\d{1,2}:\d\d\)$", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…。！？؟۔:;][\"'”’»“)\]]{0,3}$")
