"""A body is what readers see: marks, hidden words, links that are text, posts, siblings."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.articles import clean
from include.records import CleanArticle, RawPage

PARAGRAPHS = [
    f"Councillors of ward {n} spoke for an hour about the weir, what it will cost and who will pay."
    for n in range(1, 6)
]
HTML = [f"<p>{text}</p>" for text in PARAGRAPHS]
TITLE = "Weir to be rebuilt"


def body(inner: str, *, lang: str = "en", head: str = "", around: str = "article") -> str:
    """The body of an article made of `inner`."""
    markup = (
        f'<html lang="{lang}"><head><title>{TITLE} - Vale Courier</title>'
        f'<meta property="og:title" content="{TITLE}">{head}</head><body><main><{around}>'
        f"<h1>{TITLE}</h1>{inner}</{around}></main></body></html>"
    )
    page = RawPage(
        url="https://vale.example/news/weir",
        body=markup.encode(),
        fetched_at=datetime(2026, 3, 5, tzinfo=UTC),
    )
    result = clean(page, min_words=20)
    assert isinstance(result, CleanArticle), result
    return result.body


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("At least <del>14</del> <ins>15</ins> boats sank.", "At least 15 boats sank."),
        ("The <s>first</s> second vote was lost.", "The second vote was lost."),
        ("Some <del>four</del><ins>five</ins> boats sank.", "Some five boats sank."),
        ("The flood hit 21<sup>3</sup> villages.", "The flood hit 21 villages."),
        ('It hit 21<sup><a href="#fn3">3</a></sup> villages.', "It hit 21 villages."),
        ('It hit 21<a href="#n"><sup>3</sup></a> villages.', "It hit 21 villages."),
        ('It hit 21<sup class="reference">[3]</sup> villages.', "It hit 21 villages."),
        ("“It is over.”<sup>*</sup> He left.", "“It is over.” He left."),
        ("A field of 40 m<sup>2</sup> was lost.", "A field of 40 m2 was lost."),
        ("Some 10<sup>6</sup> tonnes of it.", "Some 10⁶ tonnes of it."),
        ("On the 21<sup>st</sup> it rained.", "On the 21st it rained."),
        ("She said: <q>We will not pay</q>.", "She said: “We will not pay”."),
        ("She said: “<q>We will not pay</q>”.", "She said: “We will not pay”."),
        ("She said: <q>“We will not pay”</q>.", "She said: “We will not pay”."),
    ],
)
def test_marks_are_read_as_readers_see_them(shown: str, read: str) -> None:
    text = body(f"{HTML[0]}<p>{shown}</p>{HTML[1]}{HTML[2]}")
    assert text.split("\n")[1] == read


@pytest.mark.parametrize(("lang", "read"), [("de", "„Nein“"), ("fr", "«Nein»"), ("en", "“Nein”")])
def test_quotations_have_the_marks_of_their_language(lang: str, read: str) -> None:
    assert read in body(f"{HTML[0]}<p>Sie sagte: <q>Nein</q> und ging.</p>{HTML[1]}", lang=lang)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        '<p style="color:red; display : none">{}</p>',
        '<p aria-hidden="true">{}</p>',
        "<div hidden><p>{}</p></div>",
    ],
)
def test_what_no_reader_sees_is_left_out(hidden: str) -> None:
    secret = "Nobody who opens this page will ever see the words that stand in this paragraph here."
    assert body("".join(HTML) + hidden.format(secret)) == "\n".join(PARAGRAPHS)


def test_a_whole_article_that_a_script_reveals_is_kept() -> None:
    assert body(f'<div style="display:none">{"".join(HTML)}</div>') == "\n".join(PARAGRAPHS)


def test_paragraphs_kept_from_those_who_do_not_pay_are_kept() -> None:
    paid = (
        "<p class='paywall' aria-hidden='true'>The rest of it is read by those who pay for it.</p>"
    )
    assert "read by those who pay" in body("".join(HTML) + paid)


NOTE = "Correction: an earlier version of this article gave the length of the weir in feet."


@pytest.mark.parametrize(
    "end",
    [
        f"<footer><p>{NOTE}</p><p>Share this</p></footer>",
        f"<footer><div>{NOTE}</div></footer>",
        f'<aside class="note"><p>{NOTE}</p></aside>',
        f"<p>{NOTE}</p>",
    ],
)
def test_notes_on_corrections_are_kept(end: str) -> None:
    assert body("".join(HTML) + end) == "\n".join([*PARAGRAPHS, NOTE])


LEAD = (
    "Two men from the lower town denied before a judge on Friday that they had opened the sluice."
)


def test_a_paragraph_that_is_one_link_is_text() -> None:
    linked = f'<p><a href="/court">{LEAD}</a></p>'
    assert body(linked + "".join(HTML)) == "\n".join([LEAD, *PARAGRAPHS])
    inside = HTML[0] + linked + "".join(HTML[1:])
    assert body(inside) == "\n".join([PARAGRAPHS[0], LEAD, *PARAGRAPHS[1:]])


@pytest.mark.parametrize(
    "text",
    [
        "Two men from the lower town deny before judge that they opened the sluice of the weir",
        "Read more: Two men from the lower town denied before a judge that they had opened it all.",
        "Boats sink.",
    ],
)
def test_a_link_to_another_page_is_none(text: str) -> None:
    assert body(HTML[0] + f'<p><a href="/x">{text}</a></p>' + "".join(HTML[1:])) == "\n".join(
        PARAGRAPHS
    )


def test_list_items_that_are_linked_sentences_are_text() -> None:
    items = ["Dan Moss, 54, of Mill Street, was given four years for it.",
             "Tom Sand, 39, of Bay Road, was given two years for it."]  # fmt: skip
    listed = "".join(f'<li><a href="/{n}">{item}</a></li>' for n, item in enumerate(items))
    read = body(f"{HTML[0]}{HTML[1]}<ul>{listed}</ul>{HTML[2]}{HTML[3]}")
    assert read == "\n".join([*PARAGRAPHS[:2], *items, *PARAGRAPHS[2:4]])


@pytest.mark.parametrize("wrap", ["{time}{head}", "<header>{time}{head}</header>"])
@pytest.mark.parametrize("tag", ["article", "div", "li"])
def test_posts_of_a_live_blog_keep_headings_and_times(tag: str, wrap: str) -> None:
    posts = []
    for n in range(4):
        time = f'<time datetime="2026-03-03T1{n}:00:00Z">1{n}:00</time>'
        head = f"<h3>What happened {n}</h3>"
        text = (
            f"At this hour councillor {n} rose to tell the chamber of what he had seen at the weir."
        )
        top = wrap.format(time=time, head=head)
        posts.append(f'<{tag} class="post">{top}<p>{text}</p></{tag}>')
    lines = body("".join(posts), around="div").split("\n")
    assert lines[:3] == [
        "10:00",
        "What happened 0",
        "At this hour councillor 0 rose to tell the chamber of what he had seen at the weir.",
    ]
    assert [line for line in lines if line.startswith("What happened")] == [
        f"What happened {n}" for n in range(4)
    ]


def test_articles_below_the_first_are_not_part_of_it() -> None:
    other = "Trawlers face new limits in the bay, and their owners said they would go to court. "
    more = "".join(
        f"<article><h1>Limits for trawlers {n}</h1><p>{other * 3}</p><p>{other * 4}</p></article>"
        for n in range(2)
    )
    assert body("".join(HTML) + "</article>" + more + "<article>") == "\n".join(PARAGRAPHS)


def test_a_day_beside_the_text_is_not_glued_to_it() -> None:
    inner = '<time datetime="2026-03-03">3 March 2026</time>' + "<br><br>".join(PARAGRAPHS)
    assert body(inner, around="div") == "\n".join(PARAGRAPHS)


def test_an_article_within_an_aside_is_found() -> None:
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><div><aside><article><h1>{TITLE}</h1>"
        f"{''.join(HTML)}</article></aside><div class='consent'><p>We use cookies to measure our "
        "audience and to show you advertising, and so do our partners, of whom there are many.</p>"
        "</div></div></body></html>"
    )
    result = clean(RawPage(url="https://vale.example/n/w", body=markup.encode()), min_words=20)
    assert isinstance(result, CleanArticle)
    assert result.body == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "Associated Press, March 3, 2026",
        "Ann Lowe | 03.03.2026 - Updated: 04.03.2026",
        "3. März 2026, 14:59 Uhr Lesedauer: 4 Minuten",
        "Associated Press writer Ann Lowe in Paris contributed to this report.",
        "Übersetzung: Ann Lowe, Redaktion: Tom Reyes",
    ],
)
def test_days_and_who_helped_are_not_the_text(line: str) -> None:
    assert body("".join(HTML) + f"<p>{line}</p>") == "\n".join(PARAGRAPHS)
