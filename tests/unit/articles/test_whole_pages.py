"""Whole pages, one trap each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from include.articles import Rejected, clean, cleaned_by
from include.outcomes import Reason
from include.records import CleanArticle, RawPage

Golden = Callable[..., RawPage]


def article(page: RawPage, min_words: int = 40) -> CleanArticle:
    """The article of a page that must have one."""
    result = clean(page, min_words=min_words)
    assert isinstance(result, CleanArticle), result
    return result


def test_furniture_goes_and_structure_stays(golden: Golden) -> None:
    result = article(golden("furniture"))
    lines = result.body.split("\n")
    assert lines[0].startswith("The council of Harrow Vale voted")
    assert lines[-1].startswith("A public meeting")
    assert "A detour of nine miles" in lines
    assert "Buses and cars may cross as before" in lines
    assert any(line.startswith("Repairs are expected to cost 2.4 million") for line in lines)
    for gone in ("Ann Lowe", "Read more", "newsletter", "Ends", "Mill to become", "Tom Reyes"):
        assert gone not in result.body
    assert result.title == "Old bridge closed to lorries after cracks are found"
    assert result.cleaned_by == cleaned_by()
    assert result.language == "en"


def test_standfirst_opens_the_body_and_the_headline_does_not(golden: Golden) -> None:
    result = article(golden("standfirst"))
    first, second = result.body.split("\n")[:2]
    assert first.startswith("Engineers found cracks in two of seven arches")
    assert second.startswith("The council of Harrow Vale")
    assert result.body.count("Engineers found cracks") == 1
    assert result.published_at == datetime(2026, 3, 3, 19, 15, tzinfo=UTC)
    assert result.published_from == "time_element"


def test_a_second_article_of_the_page_is_left_out(golden: Golden) -> None:
    body = article(golden("two_articles")).body
    assert "A public meeting" in body
    assert "thirty flats" not in body


def test_linked_data_stands_in_for_a_page_without_text(golden: Golden) -> None:
    result = article(golden("linked_data_only"))
    assert result.method == "linked_data"
    assert result.body.startswith("The council of Harrow Vale voted")
    assert result.authors == ("Tom Reyes", "Lía Núñez")
    assert result.credit == "Reuters"
    assert result.published_at == datetime(2026, 3, 4, 4, 30, tzinfo=UTC)
    assert result.updated_at == datetime(2026, 3, 4, 13, 0, tzinfo=UTC)
    assert result.published_from == "json_ld"
    assert result.section == "Local"
    assert result.tags == ("bridges", "roads")
    assert result.is_free is True
    assert result.image_url == "https://www.courier.example/b.jpg"
    assert result.canonical_url == "https://courier.example/news/old-bridge"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("bot_wall", Reason.BOT_WALL),
        ("consent_wall", Reason.CONSENT_WALL),
        ("listing", Reason.NOT_AN_ARTICLE),
    ],
)
def test_what_is_no_article_says_why(golden: Golden, name: str, reason: Reason) -> None:
    result = clean(golden(name), min_words=10)
    assert isinstance(result, Rejected)
    assert result.reason is reason
    assert result.detail


def test_the_opening_lines_of_a_paid_article_are_kept_with_a_doubt(golden: Golden) -> None:
    result = clean(golden("paywall"), min_words=10)
    assert isinstance(result, CleanArticle)
    assert result.doubt is not None
    assert result.doubt.reason == "paywall"


def test_an_article_about_walls_is_no_wall(golden: Golden) -> None:
    result = article(golden("about_captchas"))
    assert result.title.startswith("Just a moment")


def test_scripts_without_spaces_are_counted_by_characters(golden: Golden) -> None:
    result = article(golden("japanese"), min_words=80)
    assert result.title == "台風十号、島々に接近"
    assert "高台へ移ってほしい" in result.body
    assert result.language == "ja"


def test_a_short_text_is_kept_with_a_doubt(golden: Golden) -> None:
    result = clean(golden("furniture"), min_words=5_000)
    assert isinstance(result, CleanArticle)
    assert result.doubt is not None
    assert result.doubt.reason == "short"
    assert result.title == "Old bridge closed to lorries after cracks are found"
    assert result.canonical_url == "https://courier.example/news/old-bridge"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", Reason.EMPTY_BODY),
        (b" \r\n\x00", Reason.EMPTY_BODY),
        (b"%PDF-1.7 ...", Reason.NOT_HTML),
        (b"\xff\xd8\xff\xe0 JFIF", Reason.NOT_HTML),
        (b"PK\x03\x04....", Reason.NOT_HTML),
        (b'{"title": "<p>no page</p>"}', Reason.NOT_HTML),
        (b"plain words", Reason.NOT_HTML),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', Reason.FEED_DOCUMENT),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"/>', Reason.FEED_DOCUMENT),
        (b'<urlset xmlns="x"><url><loc>y</loc></url></urlset>', Reason.FEED_DOCUMENT),
        (b"<html><p>" + b"<b>x</b>" * 70_000, Reason.HOSTILE_MARKUP),
        (
            b"<html><p " + b" ".join(b"a%d=1" % i for i in range(3_000)) + b">x</p>",
            Reason.HOSTILE_MARKUP,
        ),
        (b"<html><p " + b"a " * 40_000 + b">x</p>", Reason.HOSTILE_MARKUP),
        (b"<html><!--><p " + b"a='>' " * 40_000 + b">x</p>-->", Reason.HOSTILE_MARKUP),
        (b"<html><script-x><p " + b"a=b " * 40_000 + b">x</p>", Reason.HOSTILE_MARKUP),
        (b"<html><script " + b"a=b " * 40_000 + b">x</script>", Reason.HOSTILE_MARKUP),
        (b"<html><body></body></html>", Reason.TOO_SHORT),
    ],
)
def test_no_page_at_all(body: bytes, reason: Reason) -> None:
    result = clean(RawPage(url="https://a.example/x", body=body), min_words=40)
    assert isinstance(result, Rejected)
    assert result.reason is reason


def test_deep_nesting_ends_in_an_outcome() -> None:
    body = b"<html><body>" + b"<div>" * 30_000 + b"words " * 50
    result = clean(RawPage(url="https://a.example/x", body=body), min_words=40)
    assert isinstance(result, (Rejected, CleanArticle))


NO_TAG = b"if (i <n " + b" a=1 && 'b' <c d=2" * 4_000


@pytest.mark.parametrize(
    "inner",
    [
        b"<script>" + NO_TAG + b"</script>",
        b"<script>" + b"x='<b>'; " * 40_000 + b"</script>",
        b"<SCRIPT type=x>" + NO_TAG + b"</SCRIPT>",
        b"<style>" + NO_TAG + b"</style>",
        b"<!-- " + NO_TAG + b" -->",
        b"<textarea>" + NO_TAG + b"</textarea>",
        b'<div data-state="' + NO_TAG + b'"></div>',
        b"<div data-state='" + b"<p>x</p> " * 40_000 + b"'></div>",
    ],
)
def test_what_a_parser_takes_for_no_tag_is_not_counted(golden: Golden, inner: bytes) -> None:
    raw = golden("furniture")
    page = RawPage(url=raw.url, body=raw.body.replace(b"</body>", inner + b"</body>"))
    assert article(page).body == article(raw).body


def test_an_inline_image_is_not_hostile(golden: Golden) -> None:
    raw = golden("furniture")
    image = b'<img alt="" src="data:image/png;base64,' + b"A" * 200_000 + b'">'
    page = RawPage(url=raw.url, body=raw.body.replace(b"<figure>", b"<figure>" + image))
    assert isinstance(clean(page, min_words=40), CleanArticle)


def test_the_feed_dates_what_its_page_does_not(golden: Golden) -> None:
    raw = golden("furniture")
    at = datetime(2026, 3, 3, 21, 0, tzinfo=UTC)
    page = RawPage(url=raw.url, body=raw.body, feed_published_at=at, feed_authors=("Tom Reyes",))
    result = article(page)
    assert (result.published_at, result.published_from) == (at, "feed")
    assert result.authors == ("Tom Reyes",)


def test_nothing_is_dated_today(golden: Golden) -> None:
    result = article(golden("furniture"))
    assert result.published_at is None
    assert result.published_from is None
