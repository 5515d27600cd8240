"""A page without what is never its article: scripts, navigation, captions, boxes, ads.

Works on the tree in place, before any extractor sees it. Elements are known by their tag
or by whole words in class, id and test names, as publishers all over the world use them.
A box is only taken out if it holds a small part of the page's prose: class names lie.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from include.articles.furniture_words import CORRECTION
from include.articles.text import folded, line

_TAGS = frozenset(
    "script style noscript template svg iframe object embed audio video canvas button select "
    "textarea input nav form dialog figcaption map link".split()
)
_BOXES = frozenset(("aside", "footer"))
_NEVER = frozenset(("html", "body", "main", "h1"))
# Whole words of a class, id or test name once its camelCase and separators are spaces.
_FURNITURE = re.compile(
    r"\b(?:related|recommend(?:ed|ations?|s)?|recirc(?:ulation)?|newsletters?|"
    r"read (?:more|also|next|on)|readmore|more (?:stories|news|articles|from|on|like)|"
    r"also (?:read|like)|see also|voir aussi|lire aussi|a lire|leia (?:mais|tambem)|"
    r"le[ea] (?:mas|tambien)|leggi anche|lees ook|les ogsa|las mer|mehr zum(?: thema)?|"
    r"weiterlesen|verwandte|relacionad[ao]s|correlat[ie]|"
    r"share|sharing|sharebar|sharetools|social(?:media|share|bar|links|icons)?|follow us|"
    r"comments?|kommentare?|commentaires?|disqus|outbrain|taboola|dianomi|"
    r"advert(?:s|isement|ising|isements)?|ads?|adslot|adbox|banner|anzeige|werbung|publicidad|"
    r"publicite|sponsor(?:ed)?|affiliate|promo(?:box|tion|tions|s)?|"
    r"breadcrumbs?|byline|caption|captions|bildunterschrift|legende|photo credit|image credit|"
    r"tags|taglist|keywords|topics|topic list|article tags|"
    r"author (?:box|bio|info|card|block|profile|details|description)|about (?:the )?author|"
    r"authorbox|saboxplugin \w+|abh box|molongui|copyright|post ?meta(?:data)?|"
    r"entry (?:meta|footer)|toc (?:container|list)|ez toc|cta|"
    r"cookies?|consent|gdpr|embed(?:ded)?|external content|embed consent|"
    r"gallery|slideshow|carousel|slider|swiper|"
    r"most (?:read|popular|viewed)|trending|popular|mais lidas|mas leidas|meistgelesen|"
    r"sidebar(?! grid| layout| content| page)|widget(?! sow)|toolbar|subscribe|subscription|signup|"
    r"sign up|"
    r"sr only|visually hidden|visuallyhidden|screen reader(?: text)?|screenreader(?: text)?|"
    r"a11y|print only|tooltip|modal|popup|overlay|toast|"
    r"poll|quiz|voting|rating|feedback|audio player|video player|listen|skip link|"
    r"infobox|fact ?box|faktabox|faktaboks|live ?ticker teaser|"
    r"tweet|twitter tweet|instagram media|tiktok embed)\b"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_DIGIT = re.compile(r"\d")
_SEPARATORS = re.compile(r"[\W_]+")
_STYLE_HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden")
_PAID = re.compile(r"paywall|premium|metered|subscri", re.IGNORECASE)
# Elements that may be known by a name, and that may be hidden: asked for in one step.
_NAMED = etree.XPath(
    "descendant::*[@class or @id or @data-testid or @data-component or self::aside or self::footer]"
)
_MAY_BE_HIDDEN = etree.XPath("descendant::*[@hidden or @aria-hidden or @style]")
_MOST_PROSE = 0.3
_PROSE = 80
_MAX_CORRECTION = 1_200
_ARTICLE = 300


def names_of(element: HtmlElement) -> str:
    """Class, id and test name of an element as lower-case words."""
    get = element.get
    return _words(get("class"), get("id"), get("data-testid"), get("data-component"))


@lru_cache(maxsize=16_384)
def _words(*values: str | None) -> str:
    raw = " ".join([value[:200] for value in values if value])
    parted = raw if raw.islower() else _CAMEL.sub(" ", raw)
    return _SEPARATORS.sub(" ", parted).lower()


def prose_length(element: HtmlElement) -> int:
    """The characters of running text within an element, whatever its markup."""
    return sum(len(text) for text in element.itertext() if len(text) >= _PROSE)


def prune(tree: HtmlElement) -> None:
    """Take out of `tree`, in place, what is never part of an article."""
    for element in [e for e in tree.iter(*_TAGS) if e.getparent() is not None]:
        _drop(element)
    total = prose_length(tree)
    groups: dict[str, list[HtmlElement]] = {}
    hidden = {element for element in _MAY_BE_HIDDEN(tree) if _is_hidden(element)}
    if hidden:
        groups["hidden by markup"] = [e for e in tree.iter() if e in hidden and e.tag not in _NEVER]
    for element in _NAMED(tree):
        if element.tag in _NEVER or element in hidden:
            continue
        names = element.tag if element.tag in _BOXES else names_of(element)
        if names in _BOXES or _is_furniture(names):
            # By class without numbers: an id may number the pieces of one article.
            name = _without_numbered(element.get("class") or "")
            groups.setdefault(name or names, []).append(element)
    for group in groups.values():
        attached = [e for e in group if e.getparent() is not None and e.find(".//h1") is None]
        # Elements of one name are judged together: an article may be cut into many of them.
        if attached and sum(map(prose_length, attached)) <= _MOST_PROSE * total:
            for element in attached:
                if element.getparent() is not None:
                    _keep_corrections(element)
                    _drop(element)
        for element in group:
            if element.tag == "aside" and element.getparent() is not None:
                element.tag = "div"  # extractors pass over an aside, whatever it holds


@lru_cache(maxsize=16_384)
def _is_furniture(names: str) -> bool:
    return _FURNITURE.search(names) is not None


def drop_siblings(tree: HtmlElement, titles: frozenset[str]) -> None:
    """Take other articles out of `tree`: those beside the one whose heading is in `titles`,
    each with a heading of the same level, as pages without end load them."""
    articles = list(tree.iter("article"))
    if len(articles) < 2:
        return
    own, level = _headed(tree, titles)
    if own is None or prose_length(own) < _ARTICLE:
        return
    within = {*own.iterdescendants("article"), *own.iterancestors("article"), own}
    for article in articles:
        if article in within or article.getparent() is None or not prose_length(article):
            continue
        headings = [folded("".join(h.itertext())[:400]) for h in article.iter("h1", level)]
        if headings and not titles.intersection(headings):
            _drop(article)


def _headed(tree: HtmlElement, titles: frozenset[str]) -> tuple[HtmlElement | None, str]:
    """The article whose heading is the page's, and the tag of that heading."""
    for heading in islice(tree.iter("h1", "h2"), 40):
        if folded("".join(heading.itertext())[:400]) in titles:
            return next(heading.iterancestors("article"), None), heading.tag
    return None, ""


def _is_hidden(element: HtmlElement) -> bool:
    get = element.get
    if get("hidden") is not None and get("hidden") != "until-found":
        return True
    if get("aria-hidden") == "true" and element.tag in ("p", "div", "section", "li"):
        if _PAID.search(get("class") or "") is None:
            return True
        # Shown to readers, and kept from programs that read aloud without paying.
        del element.attrib["aria-hidden"]
    style = get("style")
    return style is not None and _STYLE_HIDDEN.search(style[:400].lower()) is not None


def _keep_corrections(box: HtmlElement) -> None:
    """Set what a box says of corrections to the article before it, as paragraphs of its own."""
    parent = box.getparent()
    if parent is None or box.tag not in ("footer", "aside", "div", "section", "p"):
        return
    around = [parent, *islice(parent.iterancestors(), 4)]
    if not any(each.tag in ("article", "main") for each in around):
        return
    for element in list(islice(box.iter("p", "div", "li"), 40)):
        text = line("".join(element.itertext())[:_MAX_CORRECTION])
        if element.find(".//p") is None and CORRECTION.match(text) is not None:
            note = element.makeelement("p", {"class": "correction"})
            note.text = text
            parent.insert(parent.index(box), note)


def _without_numbered(classes: str) -> str:
    if _DIGIT.search(classes) is None:
        return classes.strip()
    return " ".join(name for name in classes.split() if _DIGIT.search(name) is None)


def _drop(element: HtmlElement) -> None:
    parent = element.getparent()
    tail = element.tail
    if tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)
