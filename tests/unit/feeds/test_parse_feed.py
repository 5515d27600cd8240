"""Feeds of every format and kind of damage, and what becomes of them."""

from __future__ import annotations

import gzip
import json
import sys
import time
from datetime import UTC, datetime

import pytest
from feedparser.mixin import _FeedParserMixin

from include.feeds import bounds
from include.feeds.parse import NotAFeed, parse_feed
from include.feeds.prescreen import screen
from include.records import FeedEntry

NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
SITES = "http://www.sitemaps.org/schemas/sitemap/0.9"


def rss(items: str, channel: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
        'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">'
        f"<channel><title>The Paper</title>{channel}{items}</channel></rss>"
    ).encode()


def atom(entries: str, head: str = "") -> bytes:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title>{head}{entries}</feed>'
    ).encode()


def only(body: bytes, url: str | None = "https://paper.example/feeds/top.xml") -> FeedEntry:
    (entry,) = parse_feed(body, url=url).entries
    return entry


def test_rss_item() -> None:
    entry = only(
        rss(
            "<item><guid>tag:1</guid><title>Two killed &amp;amp; four hurt</title>"
            "<link>/a?x=1&amp;y=2</link><author>jane@paper.example (Jane Doe)</author>"
            "<pubDate>Mon, 02 Sep 2024 10:00:00 +0200</pubDate><category>World</category>"
            "<description>&lt;p&gt;A &lt;b&gt;fire&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;More&lt;/p&gt;"
            "</description></item>"
        )
    )
    assert entry == FeedEntry(
        entry_id="tag:1",
        url="https://paper.example/a?x=1&y=2",
        title="Two killed & four hurt",
        authors=("Jane Doe",),
        summary="A fire. More",
        published_at=datetime(2024, 9, 2, 8, tzinfo=UTC),
        tags=("World",),
    )


def test_atom_entry() -> None:
    entry = only(
        atom(
            '<entry xml:lang="fr-ca"><id>urn:1</id><title type="html">L&amp;#8217;eau</title>'
            '<link rel="self" href="https://paper.example/self"/>'
            '<link rel="alternate" type="text/html" href="../a"/>'
            "<author><name>Jane Doe</name></author><author><name>Li Wei</name></author>"
            "<published>2024-09-02T10:00:00Z</published><updated>2024-09-03T10:00:00Z</updated>"
            "</entry>"
        )
    )
    assert entry.title == "L’eau"
    assert entry.url == "https://paper.example/a"
    assert entry.authors == ("Jane Doe", "Li Wei")
    assert entry.published_at == datetime(2024, 9, 2, 10, tzinfo=UTC)
    assert entry.updated_at == datetime(2024, 9, 3, 10, tzinfo=UTC)
    assert entry.language == "fr-CA"


def test_json_feed() -> None:
    document = parse_feed(
        json.dumps({
            "version": "https://jsonfeed.org/version/1.1", "title": "The Paper", "language": "en",
            "items": [{
                "id": 7, "url": "/a", "title": "A", "content_html": "<p>Text</p>", "tags": ["x"],
                "authors": [{"name": "Jane Doe"}], "date_published": "2024-09-02T12:00:00+02:00",
            }],
        }).encode(),
        url="https://paper.example/feed.json",
    )  # fmt: skip
    (entry,) = document.entries
    assert document.format == "json_feed"
    assert (entry.entry_id, entry.url) == ("7", "https://paper.example/a")
    assert (entry.summary, entry.authors, entry.tags) == ("Text", ("Jane Doe",), ("x",))
    assert entry.published_at == datetime(2024, 9, 2, 10, tzinfo=UTC)


def test_news_sitemap() -> None:
    document = parse_feed(
        (
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><urlset xmlns="{SITES}" '
            f'xmlns:n="{NEWS}"><url><loc>https://paper.example/old</loc></url>'
            "<url><loc>https://paper.example/a</loc><n:news><n:publication><n:name>The Paper"
            "</n:name><n:language>en</n:language></n:publication><n:publication_date>2024-09-02"
            "</n:publication_date><n:title>A fire &e;</n:title></n:news></url></urlset>"
        ).encode()
    )
    (entry,) = document.entries
    assert (document.format, document.title, document.language) == (
        "news_sitemap",
        "The Paper",
        "en",
    )
    assert entry.title.startswith("A fire")
    assert "root:" not in entry.title
    assert entry.published_at == datetime(2024, 9, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"http://127.0.0.1:1/feed", "without any markup"),
        (b"/etc/passwd", "without any markup"),
        (b"<!DOCTYPE html><html><body>Welcome</body></html>", "HTML page"),
        (b"<catalog><book/></catalog>", "<catalog>"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"PK\x03\x04", "zip"),
        (b'{"items": 3}', "JSON"),
        (b'{"items": [1', "not JSON"),
        (b"[" * 100_000, "JSON"),
        (f'<urlset xmlns="{SITES}"><url><loc>/a</loc></url></urlset>'.encode(), "sitemap"),
        (f'<sitemapindex xmlns="{SITES}"/>'.encode(), "index of sitemaps"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_named(body: bytes, said: str) -> None:
    with pytest.raises(NotAFeed, match=said):
        parse_feed(body)


def test_nothing_is_opened_or_fetched() -> None:
    events: list[str] = []
    is_on = True

    def hook(event: str, args: tuple[object, ...]) -> None:
        if is_on and event in ("open", "socket.connect", "socket.getaddrinfo"):
            events.append(f"{event} {args[0]!r}")

    parse_feed(rss("<item><title>so that all is imported</title></item>"))
    sys.addaudithook(hook)
    for body in (b"http://127.0.0.1:1/", b"/etc/passwd", b"file:///etc/passwd"):
        with pytest.raises(NotAFeed):
            parse_feed(body)
    parse_feed(
        b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd" [<!ENTITY e SYSTEM "/etc/passwd">]>'
        + rss("<item><title>&e;</title></item>")
    )
    is_on = False
    assert events == []


def test_feedparser_still_has_what_we_bound() -> None:
    for name in ("_sync_author_detail", "_add_tag"):
        assert getattr(_FeedParserMixin, name).__module__ == "include.feeds.bounds"
        assert getattr(bounds, name).__module__ == "feedparser.mixin"


HOSTILE = {
    "author": "<author>" + "a" * 200_000 + "</author>",
    "author_with_at": "<author>" + "a." * 50_000 + "@</author>",
    "creator": "<dc:creator>" + "a" * 200_000 + "</dc:creator>",
    "attributes": "<x " + " ".join(f'a{n}="1"' for n in range(60_000)) + "/>",
    "references": "<description>&#x110000;&#xD800;&#0;&#xFFFFFFFF;&nope;</description>",
    "open_tags": "<description>" + "&lt;a &quot;" * 50_000 + "</description>",
    "open_comments": "<description>" + "&lt;!--" * 100_000 + "</description>",
    "exclamation": "<description>" + "!" * 500_000 + "</description>",
    "nested": "<div>" * 20_000,
    "long_guid": "<guid>" + "x" * 500_000 + "</guid>",
    "long_link": "<link>http://a.example/" + "x" * 500_000 + "</link>",
    "combining": "<description>a" + "\u0301" * 100_000 + "</description>",
    "categories": "".join(f"<category>{n}</category>" for n in range(20_000)),
    "date": "<pubDate>" + "Mon, " * 50_000 + "</pubDate>",
}


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_fields_cost_little(inside: str) -> None:
    started = time.process_time()
    entries = parse_feed(rss(f"<item><title>ok</title>{inside}</item>")).entries
    assert time.process_time() - started < 4
    assert entries[0].title == "ok"
    assert len(entries[0].entry_id) <= 2048
    assert len(entries[0].summary) <= 20_000


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE x [<!ENTITY path "C:\\data">]>',
        "<!DOCTYPE x ["
        + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
        + "]>",
        '<!DOCTYPE x [<!ENTITY a "' + "a" * 50_000 + '">]>',
        "<!DOCTYPE x>" * 20_000,
        "<!-- <rss> -->\n",
        "\n\n \ufeff",
        "junk before the feed ",
    ],
)
def test_what_stands_before_the_root_harms_nothing(prolog: str) -> None:
    body = prolog.encode() + rss(
        "<item><title>ok</title><description>&a;&l11;</description></item>"
    )
    started = time.process_time()
    assert only(body).title == "ok"
    assert time.process_time() - started < 2


def test_no_document_type_reaches_a_parser() -> None:
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + rss("<item/>").decode()
    assert "<!" not in screen(text, max_entries=9).text


def test_entries_beyond_the_limit_are_cut_before_they_cost() -> None:
    items = "".join(f"<item><guid>{n}</guid><title>{n}</title></item>" for n in range(1, 30_000))
    started = time.process_time()
    document = parse_feed(rss(items), max_entries=10)
    assert time.process_time() - started < 2
    assert [entry.entry_id for entry in document.entries] == [str(n) for n in range(1, 11)]
    assert document.left_out
    assert document.title == "The Paper"


def test_exactly_the_limit_is_not_truncated() -> None:
    document = parse_feed(rss("<item><guid>a</guid></item>"), max_entries=1)
    assert not document.left_out


@pytest.mark.parametrize(
    ("guids", "links", "count"),
    [
        (["N/A", "N/A", "N/A"], ["/a", "/b", "/c"], 3),
        (["x", "x"], ["/a", "/b"], 2),
        (["x", "x"], ["", ""], 2),
        (["x", "y"], ["/a", "/a"], 2),
        (["x", "x", "y", "z"], ["/a", "/a", "/y", "/z"], 3),  # two headlines of one page
        (["x"] * 5, ["/"] * 5, 5),  # every entry leads to the front page
        (["", "", ""], ["", "", ""], 3),
    ],
)
def test_entries_with_one_guid_stay_apart(guids: list[str], links: list[str], count: int) -> None:
    pairs = list(zip(guids, links, strict=True))
    items = [
        f"<item><guid isPermaLink='false'>{guid}</guid><link>{link}</link><title>{n}</title></item>"
        for n, (guid, link) in enumerate(pairs)
    ]
    url = "https://paper.example/"
    entries = parse_feed(rss("".join(items)), url=url).entries
    assert len({entry.entry_id for entry in entries}) == len(entries) == count
    backwards = parse_feed(rss("".join(reversed(items))), url=url).entries
    assert {entry.entry_id for entry in entries} == {entry.entry_id for entry in backwards}


def test_an_entry_listed_twice_is_one() -> None:
    item = "<item><guid>x</guid><link>https://paper.example/a</link><title>A</title></item>"
    assert len(parse_feed(rss(item * 2)).entries) == 1


def test_entry_without_anything() -> None:
    entry = only(rss("<item></item>"))
    assert (entry.url, entry.title, entry.published_at) == (None, "", None)
    assert entry.entry_id.startswith("sha256:")


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("http://user:secret@paper.example/a", None),
        ("//other.example/a", "https://other.example/a"),
        ("a/b", "https://paper.example/feeds/a/b"),
        ("\n https://paper.example/a \n", "https://paper.example/a"),
        ("https://paper.example/" + "x" * 5000, None),
    ],
)
def test_link(link: str, url: str | None) -> None:
    assert only(rss(f"<item><title>A</title><link>{link}</link></item>")).url == url


def test_guid_is_the_link_only_where_it_is_one() -> None:
    assert only(rss("<item><guid>https://paper.example/a</guid></item>")).url is not None
    assert only(rss("<item><guid>12345</guid><title>A</title></item>")).url is None


def test_publishers_own_link_goes_before_the_counting_one() -> None:
    item = (
        "<item><link>http://feedproxy.example/~r/x</link>"
        "<feedburner:origLink>https://paper.example/a</feedburner:origLink></item>"
    )
    assert only(rss(item)).url == "https://paper.example/a"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Mon, 05 Aug 2024 10:00:00 BST", datetime(2024, 8, 5, 9, tzinfo=UTC)),
        ("Mon, 05 Aug 2024 10:00:00 CEST", datetime(2024, 8, 5, 8, tzinfo=UTC)),
        ("Mon, 05 Aug 2024 10:00:00 EST", datetime(2024, 8, 5, 15, tzinfo=UTC)),
        ("Mon, 05 Aug 2024 10:00:00 GMT", datetime(2024, 8, 5, 10, tzinfo=UTC)),
        ("2024-08-05T10:00:00+05:30", datetime(2024, 8, 5, 4, 30, tzinfo=UTC)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", datetime(1970, 1, 1, tzinfo=UTC)),
        ("Sat, 32 Foo 2024 10:00:00 GMT", None),
        ("yesterday", None),
        ("0000-00-00T00:00:00Z", None),
        ("Mon, 05 Aug 99999 10:00:00 GMT", None),
        ("", None),
    ],
)
def test_date(date: str, expected: datetime | None) -> None:
    assert (
        only(rss(f"<item><title>A</title><pubDate>{date}</pubDate></item>")).published_at
        == expected
    )


def test_date_of_an_atom_update_is_not_taken_for_publication() -> None:
    entry = only(atom("<entry><id>a</id><updated>2024-09-03T10:00:00Z</updated></entry>"))
    assert entry.published_at is None
    assert entry.updated_at is not None


@pytest.mark.parametrize(
    ("channel", "minutes"),
    [
        ("<ttl>60</ttl>", 60),
        ("<ttl>soon</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", 60),
        (
            "<sy:updatePeriod> daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
            360,
        ),
        ("<ttl>999999</ttl>", 43_200),
        ("", None),
    ],
)
def test_ttl(channel: str, minutes: int | None) -> None:
    assert parse_feed(rss("", channel)).ttl_minutes == minutes


@pytest.mark.parametrize(
    ("stated", "language"),
    [("en-us", "en-US"), ("FR", "fr"), ("zh_hant_tw", "zh-Hant-TW"), ("english", None), ("", None)],
)
def test_language(stated: str, language: str | None) -> None:
    assert parse_feed(rss("", f"<language>{stated}</language>")).language == language


TITLE = "Köln: „Größe“ – naïve"


@pytest.mark.parametrize(
    ("encoding", "declared", "content_type"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", "iso-8859-1", None),
        ("utf-8", None, "text/xml; charset=iso-8859-1"),
        ("cp1252", "iso-8859-1", None),
        ("cp1252", "windows-1252", None),
        ("cp1252", None, "application/rss+xml; charset=windows-1252"),
        ("cp1252", None, None),
        ("cp1252", "punycode", None),
        ("utf-16", "utf-16", None),
        ("utf-16-le", None, None),
        ("utf-16-be", "utf-16", None),
        ("utf-8-sig", None, None),
        ("utf-32", "utf-32", None),
    ],
)
def test_encoding(encoding: str, declared: str | None, content_type: str | None) -> None:
    prolog = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    text = f"{prolog}<rss><channel><item><title>{TITLE}</title></item></channel></rss>"
    document = parse_feed(text.encode(encoding), content_type=content_type)
    assert document.entries[0].title == TITLE


def test_single_bad_bytes_do_not_spoil_utf8() -> None:
    body = rss(f"<item><title>{TITLE} X</title></item>").replace(b" X<", b" \x93X\x94<")
    assert only(body).title == f"{TITLE} “X”"


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "euc-kr", "gb18030", "shift_jis"])
def test_undeclared_encoding_of_another_script_is_guessed(encoding: str) -> None:
    title = {
        "koi8-r": "Пожар в гостинице: двое погибших, четверо раненых",
        "cp1251": "Пожар в гостинице: двое погибших, четверо раненых",
        "euc-kr": "호텔 화재로 두 명이 숨지고 네 명이 다쳤다고 경찰이 밝혔다",
        "gb18030": "酒店发生火灾，造成两人死亡，四人受伤，警方表示正在调查原因",
        "shift_jis": "ホテルで火災があり、二人が死亡し、四人がけがをしたと警察が発表した",
    }[encoding]
    text = f"<rss><channel><item><title>{title}</title></item></channel></rss>"
    assert only(text.encode(encoding)).title == title


def test_gzipped_feed() -> None:
    assert only(gzip.compress(rss("<item><title>A</title></item>"))).title == "A"


def test_entity_hidden_in_another_encoding() -> None:
    items = "<channel><item><title>A&a;</title></item></channel>"
    text = f'<!DOCTYPE x [<!ENTITY a "boom">]><rss>{items}</rss>'
    assert "boom" not in only(text.encode("utf-16")).title


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("www.paper.example/n/1", "https://www.paper.example/n/1"),
        ("paper.example/n/1", "https://paper.example/n/1"),
        ("blog.paper.example/n/1", "https://blog.paper.example/n/1"),
        ("agency.com/n/1", "https://agency.com/n/1"),
        ("n/1", "https://paper.example/feeds/n/1"),
        ("story.html/1", "https://paper.example/feeds/story.html/1"),
        ("read.py/1", "https://paper.example/feeds/read.py/1"),
        ("?id=1", "https://paper.example/feeds/top.xml?id=1"),
        ("N/A", None),
        ("n.a.", None),
        ("#", None),
        ("#comments", None),
        ("none", None),
        ("No link", None),
        ("Link not available", None),
        ("javascript:void(0)", None),
        ("http://", None),
    ],
)
def test_what_is_a_link(stated: str, url: str | None) -> None:
    item = f"<item><guid isPermaLink='false'>7</guid><title>A</title><link>{stated}</link></item>"
    assert only(rss(item)).url == url


@pytest.mark.parametrize("mark", ["&", "&amp;"])
def test_an_ampersand_is_one_however_it_is_written(mark: str) -> None:
    address = f"https://paper.example/r.php?part=city{mark}copy=1{mark}para;=2{mark}story=9"
    meant = "https://paper.example/r.php?part=city&copy=1&para;=2&story=9"
    sitemap = (
        f'<urlset xmlns="{SITES}" xmlns:n="{NEWS}"><url><loc>{address}</loc><n:news>'
        f"<n:title>Fish {mark} chips {mark}c</n:title></n:news></url></urlset>"
    ).replace("para;", "para")
    (entry,) = parse_feed(sitemap.encode()).entries
    assert entry.url == meant.replace("para;", "para")
    assert entry.title == "Fish & chips &c"
    entry = only(
        rss(f"<item><title>A {mark} B</title><link>{address}</link></item>").replace(
            b"para;", b"para"
        )
    )
    assert (entry.url, entry.title) == (meant.replace("para;", "para"), "A & B")


def test_an_ampersand_in_cdata_is_one() -> None:
    entry = only(
        rss(
            "<item><title><![CDATA[Fish & chips]]></title>"
            "<link><![CDATA[/r?a=1&b=2]]></link></item>"
        )
    )
    assert (entry.title, entry.url) == ("Fish & chips", "https://paper.example/r?a=1&b=2")


def test_a_caption_is_no_summary() -> None:
    media = 'xmlns:media="http://search.yahoo.com/mrss/"'
    caption = f"<media:description {media}>The pier at dawn</media:description>"
    with_summary = only(
        rss(f"<item><title>A</title>{caption}<description>Gale</description></item>")
    )
    assert with_summary.summary == "Gale"
    assert only(rss(f"<item><title>A</title>{caption}</item>")).summary == ""


def test_the_language_of_an_item() -> None:
    assert (
        only(rss("<item><title>A</title><dc:language>sv-SE</dc:language></item>")).language
        == "sv-SE"
    )
    channel = "<language>en</language>"
    assert only(rss('<item xml:lang="sv"><title>A</title></item>', channel)).language == "sv"


def test_an_atom_author_is_inherited_by_entries_without_one() -> None:
    desk = "<author><name>City Desk</name></author>"
    own = "<author><name>Mo Ek</name></author>"
    source = "<source><author><name>Wire Desk</name></author></source>"
    bodies = [f"<entry><id>{n}</id>{said}</entry>" for n, said in enumerate(("", own, source))]
    entries = parse_feed(atom("".join(bodies), desk)).entries
    assert [one.authors for one in entries] == [("City Desk",), ("Mo Ek",), ("Wire Desk",)]


def test_content_that_stands_elsewhere_is_the_page() -> None:
    entry = only(atom('<entry><id>a</id><content type="text/html" src="../out/9.html"/></entry>'))
    assert entry.url == "https://paper.example/out/9.html"
    assert (
        only(atom('<entry><id>a</id><content type="audio/mpeg" src="/9.mp3"/></entry>')).url is None
    )


def test_a_relation_may_be_an_iri() -> None:
    iri = "http://www.iana.org/assignments/relation/alternate"
    entry = only(
        atom(
            '<entry><id>a</id><link rel="self" href="/self"/>'
            f'<link rel="{iri}" type="text/html" href="/a"/></entry>'
        )
    )
    assert entry.url == "https://paper.example/a"


def test_a_date_of_prism_is_a_date() -> None:
    prism = 'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"'
    stated = f"<prism:publicationDate {prism}>2025-03-04</prism:publicationDate>"
    assert only(rss(f"<item><title>A</title>{stated}</item>")).published_at == datetime(
        2025, 3, 4, tzinfo=UTC
    )


@pytest.mark.parametrize("kind", ["rss", "json", "sitemap"])
def test_of_too_many_entries_the_newest_are_read(kind: str) -> None:
    days = [f"2025-03-{day:02}" for day in (3, 9, 1, 8)]
    if kind == "rss":
        body = rss(
            "".join(
                f"<item><guid>{day}</guid><title>A</title><dc:date>{day}</dc:date></item>"
                for day in days
            )
        )
    elif kind == "json":
        items = [{"id": day, "title": "A", "date_published": day} for day in days]
        body = json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}).encode()
    else:
        body = (
            f'<urlset xmlns="{SITES}" xmlns:n="{NEWS}">'
            + "".join(
                f"<url><loc>https://paper.example/{day}</loc><n:news><n:title>A</n:title>"
                f"<n:publication_date>{day}</n:publication_date></n:news></url>"
                for day in days
            )
            + "</urlset>"
        ).encode()
    document = parse_feed(body, max_entries=2)
    assert [one.entry_id[-10:] for one in document.entries] == ["2025-03-09", "2025-03-08"]
    assert document.left_out == len(days) - 2


def test_without_dates_the_first_entries_are_read() -> None:
    items = "".join(f"<item><guid>g{n}</guid><title>A</title></item>" for n in range(5))
    document = parse_feed(rss(items), max_entries=2)
    assert [one.entry_id for one in document.entries] == ["g0", "g1"]


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("<link></link><guid>https://k.test/g/1</guid>", "https://k.test/g/1"),
        ("<link/><guid isPermaLink='true'>https://k.test/g/1</guid>", "https://k.test/g/1"),
        ("<link>N/A</link><guid>https://k.test/g/1</guid>", "https://k.test/g/1"),
        ("<link><![CDATA[ # ]]></link><guid>https://k.test/g/1</guid>", "https://k.test/g/1"),
        ("<link>none</link><guid isPermaLink='false'>https://k.test/g/1</guid>", None),
        ("<link>https://k.test/l</link><guid>https://k.test/g/1</guid>", "https://k.test/l"),
        ("<link>\nhttps://k.test/long/\n\taddress\n</link>", "https://k.test/long/address"),
        ("<link>n/4.html</link>", "https://k.test/feeds/n/4.html"),
        ("<link>a-</link>", "https://k.test/feeds/a-"),
    ],
)
def test_a_permalink_stands_for_a_link_that_is_none(written: str, url: str | None) -> None:
    feed = f"<rss version='2.0'><channel><item><title>T</title>{written}</item></channel></rss>"
    (entry,) = parse_feed(feed.encode(), url="https://k.test/feeds/all.xml").entries
    assert entry.url == url


RELATIONS = "http://www.iana.org/assignments/relation/"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("<content src='/x/9.html' type='text/html'/>", "https://k.test/x/9.html"),
        ("<content src='/x/9.mp4' type='video/mp4'/>", None),
        (f"<link rel='{RELATIONS}self' href='/api/1'/><link rel='{RELATIONS}alternate' href='/r'/>",
         "https://k.test/r"),
        (f"<link rel='{RELATIONS}enclosure' href='/a.mp3'/><link href='/r/2'/>", "https://k.test/r/2"),
        ("<link rel='self' href='/api/1'/>", None),
        ("<link rel='related' href='https://other.test/x'/>", None),
        ("<link rel='alternate' type='application/pdf' href='/r.pdf'/><link href='/r'/>",
         "https://k.test/r"),
    ],
)  # fmt: skip
def test_links_of_atom_are_what_their_relations_say(written: str, url: str | None) -> None:
    feed = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><title>T</title>"
        f"{written}</entry></feed>"
    )
    (entry,) = parse_feed(feed.encode(), url="https://k.test/feeds/all.xml").entries
    assert entry.url == url
