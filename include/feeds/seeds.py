"""Feed lists: CSV and OPML in, CSV and OPML out. A bad line is a problem, never an error."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lxml import etree

from include import urls
from include.charsets import text_of
from include.feeds.entry import language_tag, without_feed_scheme
from include.feeds.plain import one_line, plain
from include.feeds.prescreen import NotAFeed, screen
from include.lists import LineProblem
from include.records import Feed

#: Codes in use beside ISO 3166-1, as the European Union writes them.
_ISO = {"UK": "GB", "EL": "GR"}
COLUMNS = ("feed_id", "url", "publisher", "title", "language", "country")
#: Beside them, a column that few lists need: `feed`, or `page` for a page that lists articles.
KIND = "kind"
KINDS = ("feed", "page")
_FEED_ID = re.compile(r"^[a-z0-9][a-z0-9._-]{0,99}$")
_COUNTRY = re.compile(r"^[A-Za-z]{2}$")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_MOST_FIELD = 100_000
_MOST_NAME = 1_000  # bytes: names of publishers are in an index
_FORMULA = re.compile(r"'*[=+@-]")  # with apostrophes that a title had, to tell them from ours


Row = tuple[int, dict[str, str]]


def read_feed_list(content: bytes, name: str) -> tuple[list[Feed], list[LineProblem]]:
    """The feeds of a list, in order, and what is wrong with the lines that gave none.

    `name` is the file's name; it is OPML if that ends in .opml or .xml, or if the content
    begins with "<"; else CSV with a header line. Only `url` is required. A feed listed
    twice (one canonical URL) counts once.
    """
    text = text_of(content).lstrip("\ufeff")
    problems: list[LineProblem] = []
    is_opml = name.lower().endswith((".opml", ".xml")) or text.lstrip().startswith("<")
    rows = _opml_rows(text, problems) if is_opml else _csv_rows(text, problems)
    feeds: list[Feed] = []
    by_url: dict[str, int] = {}
    by_id: dict[str, int] = {}
    for line, row in rows:
        try:
            feed = _feed(line, row, problems)
            key = urls.canonical(feed.url)
        except urls.BadUrl as error:
            remedy = "give an address that begins with https:// or http://"
            problems.append(LineProblem(line, f"url {_shown(row.get('url', ''))}: {error}", remedy))
            continue
        if key in by_url:
            said = f"the feed of line {by_url[key]} again ({_shown(feed.url)})"
            problems.append(LineProblem(line, said, "remove one of the two", is_lost=False))
            continue
        if feed.feed_id in by_id:
            said = f"feed_id {feed.feed_id} is taken by line {by_id[feed.feed_id]}"
            problems.append(LineProblem(line, said, "give it a feed_id of its own"))
            continue
        by_url[key] = by_id[feed.feed_id] = line
        feeds.append(feed)
    return feeds, sorted(problems, key=lambda one: one.line)


def write_csv(feeds: Iterable[Feed]) -> str:
    """`feeds` as CSV with a header line; `read_feed_list` gives them back.

    A cell that begins like a formula is written with an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    listed = list(feeds)
    has_pages = any(feed.kind != KINDS[0] for feed in listed)
    columns = (*COLUMNS, KIND) if has_pages else COLUMNS
    writer.writerow(columns)
    for feed in listed:
        writer.writerow([as_text(getattr(feed, column) or "") for column in columns])
    return out.getvalue()


def as_text(cell: str) -> str:
    """A cell that spreadsheets do not run: what they take for a formula gets an apostrophe."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _as_meant(cell: str) -> str:
    """A cell without the apostrophe that `as_text` gave it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def write_opml(feeds: Iterable[Feed], *, title: str = "Feeds") -> str:
    """`feeds` as OPML 2.0, one outline a publisher."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    groups: dict[str, etree._Element] = {}
    for feed in feeds:
        group = groups.get(feed.publisher)
        if group is None:
            group = groups[feed.publisher] = etree.SubElement(body, "outline", text=feed.publisher)
        stated = {
            "type": "page" if feed.kind == "page" else "rss",
            "text": feed.title or feed.publisher,
            "title": feed.title,
            "xmlUrl": feed.url,
            "language": feed.language,
            "country": feed.country,
            "feedId": feed.feed_id,
            "publisher": feed.publisher,
        }
        etree.SubElement(group, "outline", {key: value for key, value in stated.items() if value})
    written: bytes = etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8")
    return written.decode("utf-8")


def feed_id(url: str) -> str:
    """An identifier made of a feed's URL: readable, and the same whatever else is listed."""
    form = urls.canonical(url)
    parts = urlsplit(form)
    words = _NOT_SLUG.sub("-", f"{parts.netloc}{parts.path}".lower()).strip("-")
    if parts.query or len(words) > 60:
        mark = hashlib.sha256(form.encode()).hexdigest()[:8]
        return f"{words[:60].rstrip('-')}-{mark}"
    return words


def _feed(line: int, row: dict[str, str], problems: list[LineProblem]) -> Feed:
    url = urls.absolute(without_feed_scheme(row.get("url", "")))
    chosen = row.get("feed_id", "").lower()
    if chosen and not _FEED_ID.match(chosen):
        remedy = "use letters, digits, '.', '_' and '-' only; one was made of the URL"
        said = f"feed_id {_shown(chosen)} cannot be used"
        problems.append(LineProblem(line, said, remedy, is_lost=False))
        chosen = ""
    language = language_tag(row.get("language"))
    if row.get("language") and language is None:
        said = f"language {_shown(row['language'])} is no language code"
        remedy = "write en, fr, pt-BR; it was left out"
        problems.append(LineProblem(line, said, remedy, is_lost=False))
    country = row.get("country", "")
    if country and not _COUNTRY.match(country):
        said = f"country {_shown(country)} is no country code"
        remedy = "write two letters, GB or FR; it was left out"
        problems.append(LineProblem(line, said, remedy, is_lost=False))
        country = ""
    publisher = row.get("publisher", "")
    if len(publisher.encode("utf-8", "replace")) > _MOST_NAME:
        said = f"publisher {_shown(publisher)} is too long a name"
        remedy = "write a shorter one; it was made of the URL"
        problems.append(LineProblem(line, said, remedy, is_lost=False))
        publisher = ""
    kind = row.get(KIND, "").lower() or KINDS[0]
    if kind not in KINDS:
        said = f"kind {_shown(kind)} is none"
        remedy = "write feed, or page for a page that lists articles; it was taken for a feed"
        problems.append(LineProblem(line, said, remedy, is_lost=False))
        kind = KINDS[0]
    return Feed(
        kind=kind,
        feed_id=chosen or feed_id(url),
        url=url,
        publisher=publisher or urls.publisher_domain(url),
        title=row.get("title", ""),
        language=language,
        country=_ISO.get(country.upper(), country.upper()) or None,
    )


def _csv_rows(text: str, problems: list[LineProblem]) -> Iterator[Row]:
    delimiter = delimiter_of(text)
    lines = io.StringIO(text.replace("\x00", ""), newline="")
    reader = csv.reader(lines, delimiter=delimiter)
    header: list[str] | None = None
    before = 0
    while True:
        line = before + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            before = max(reader.line_num, line)
            remedy = "close the quotes that are open"
            problems.append(LineProblem(line, f"not CSV ({error})", remedy))
            continue
        before = reader.line_num
        cells = [_as_meant(one_line(cell)) for cell in cells]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if header is None:
            header = header_of(cells)
            if header is None:
                said = "the header has no column named url"
                remedy = f"begin the file with a line like {','.join(COLUMNS)}"
                problems.append(LineProblem(line, said, remedy))
                return
            if "://" not in cells[0]:
                continue
        if len(cells) > len(header):
            said = f"{len(cells)} fields where the header has {len(header)}"
            problems.append(LineProblem(line, said, "put a field that holds a comma in quotes"))
            continue
        row = dict(zip(header, cells, strict=False))
        if not row.get("url"):
            problems.append(LineProblem(line, "no url", "give the feed's address, or remove it"))
            continue
        yield line, row


def header_of(cells: list[str]) -> list[str] | None:
    """The columns that a list's first line names; `url` alone where it is one itself."""
    if len(cells) == 1 and "://" in cells[0]:
        return ["url"]
    columns = [cell.lower() for cell in cells]
    return columns if "url" in columns else None


def delimiter_of(text: str) -> str:
    """What parts the fields of a CSV list, by its first line."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _opml_rows(text: str, problems: list[LineProblem]) -> Iterator[Row]:
    try:
        screened = screen(text, max_entries=_MOST_FIELD)
    except NotAFeed as error:
        problems.append(LineProblem(1, f"not OPML ({error})", "give an OPML or CSV file"))
        return
    skipped = text.count("\n") - screened.text.count("\n")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    root = etree.fromstring(screened.text.encode("utf-8", "replace"), parser=parser)
    if root is None or etree.QName(root).localname.lower() != "opml":
        problems.append(
            LineProblem(1, "not OPML: it does not begin with <opml>", "give an OPML file")
        )
        return
    for broken in list(parser.error_log)[:5]:
        said = f"broken XML ({one_line(broken.message)[:200]})"
        problems.append(
            LineProblem(broken.line + skipped, said, "put it right: feeds may be missing")
        )
    for outline in root.iter("{*}outline"):
        stated = {key.lower(): plain(value) for key, value in outline.attrib.items()}
        address = one_line(
            next((v for k, v in outline.attrib.items() if k.lower() == "xmlurl"), "")
        )
        line = int(outline.sourceline or 0) + skipped
        if not address:
            if stated.get("type", "").lower() in ("rss", "atom", "feed"):
                said = f"outline {_shown(stated.get('text', ''))} has no xmlUrl"
                problems.append(LineProblem(line, said, "give the feed's address, or remove it"))
            continue
        yield (
            line,
            {
                "url": address,
                "title": stated.get("title") or stated.get("text", ""),
                "publisher": stated.get("publisher", ""),
                "language": stated.get("language", "").replace("unknown", ""),
                "country": stated.get("country", ""),
                "feed_id": stated.get("feedid", ""),
                "kind": "page" if stated.get("type", "").lower() == "page" else "",
            },
        )


def _shown(text: str) -> str:
    text = urls.masked_in(one_line(text))
    return repr(text if len(text) <= 80 else text[:79] + "…")
