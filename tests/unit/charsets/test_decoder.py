"""Bytes of 20 languages in the encodings they were written in, labelled rightly, wrongly or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from include.charsets import text_of
from tests.effort import effort

WRITTEN = [
    ("cs", "cz", "cp1250", "Příští týden začne oprava mostu přes řeku, řekl včera mluvčí města."),
    (
        "cs",
        "cz",
        "iso8859-2",
        "Příští týden začne oprava mostu přes řeku, řekl včera mluvčí města.",
    ),
    ("pl", "pl", "iso8859-2", "Burmistrz zapowiedział, że szkoła będzie otwarta już jesienią."),
    ("pl", "pl", "cp1250", "Burmistrz zapowiedział, że „szkoła” będzie otwarta już jesienią."),
    ("hu", "hu", "cp1250", "A rendőrség őrizetbe vett két férfit a tegnap esti tűz után."),
    ("sk", "sk", "iso8859-2", "Vláda chce zvýšiť dôchodky, povedal minister práce vo štvrtok."),
    ("de", "at", "cp1252", "Die „Grünen“ fordern höhere Löhne für Ärzte – der Minister zögert."),
    ("fr", "fr", "cp1252", "L’été dernier, « près de mille » élèves ont été évacués à Liège."),
    ("fr", "fr", "iso8859-15", "Le prix passe à 3 € après l'été, et l'œuvre sera exposée à Noël."),
    ("tr", "tr", "cp1254", "Belediye başkanı, yeni köprünün gelecek yıl açılacağını söyledi."),
    ("lt", "lt", "cp1257", "Meras pažadėjo, kad naujas tiltas bus atidarytas kitą žiemą."),
    ("ru", "ru", "cp1251", "Мэр города сообщил, что новый мост откроют следующей весной."),
    ("ru", "ru", "koi8-r", "Мэр города сообщил, что новый мост откроют следующей весной."),
    ("uk", "ua", "cp1251", "Міський голова повідомив, що новий міст відкриють навесні."),
    ("el", "gr", "iso8859-7", "Ο δήμαρχος είπε ότι η νέα γέφυρα θα ανοίξει την άνοιξη."),
    ("he", "il", "cp1255", "ראש העירייה אמר כי הגשר החדש ייפתח באביב הקרוב."),
    ("ar", "eg", "cp1256", "قال رئيس البلدية إن الجسر الجديد سيفتح في الربيع المقبل."),
    ("th", "th", "cp874", "นายกเทศมนตรีกล่าวว่าสะพานใหม่จะเปิดในปีหน้า"),
    ("ja", "jp", "cp932", "市長は、新しい橋が来年の春に開通すると述べた。"),
    ("ja", "jp", "euc_jp", "市長は、新しい橋が来年の春に開通すると述べた。"),
    ("ja", "jp", "iso2022_jp", "市長は、新しい橋が来年の春に開通すると述べた。"),
    ("ko", "kr", "cp949", "시장은 새 다리가 내년 봄에 개통될 것이라고 말했다."),
    ("zh-CN", "cn", "gb18030", "市长表示，新桥将于明年春天通车，工程耗资三亿元。"),
    ("zh-TW", "tw", "big5", "市長表示，新橋將於明年春天通車，工程耗資三億元。"),
]
LABELS = (None, "utf-8", "iso-8859-1", "right")


def page(text: str, *, label: str | None, language: str | None) -> str:
    meta = f'<meta charset="{label}">' if label else ""
    opening = f'<html lang="{language}">' if language else "<html>"
    return f"{opening}<head>{meta}<title>City news</title></head><p class=a>{text}</p></html>"


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(("language", "country", "encoding", "text"), WRITTEN)
def test_what_is_said_of_the_language_tells_the_encoding(
    language: str, country: str, encoding: str, text: str, label: str | None
) -> None:
    label = encoding if label == "right" else label
    said = page(text, label=label, language=language)
    assert text_of(said.encode(encoding)) == said
    silent = page(text, label=label, language=None)
    body = silent.encode(encoding)
    assert text_of(body, url=f"https://news.example.{country}/a") == silent
    assert text_of(body, languages=[language]) == silent
    assert text_of(body, country=country.upper()) == silent


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    ("language", "country", "encoding", "text"),
    [one for one in WRITTEN if one[0] not in ("he", "th", "ja", "ko", "sk")],
)
def test_the_words_tell_where_nothing_is_said(
    language: str, country: str, encoding: str, text: str, label: str | None
) -> None:
    said = page(text, label=encoding if label == "right" else label, language=None)
    assert text_of(said.encode(encoding), url="https://news.example.com/") == said


@pytest.mark.parametrize(("language", "country", "encoding", "text"), WRITTEN)
def test_a_right_label_outweighs_a_system_s_default_language(
    language: str, country: str, encoding: str, text: str
) -> None:
    said = page(text, label=encoding, language="en")
    assert text_of(said.encode(encoding)) == said


@pytest.mark.parametrize(
    ("content_type", "prolog", "expected"),
    [
        ("text/xml; charset=iso-8859-1", '<?xml version="1.0" encoding="windows-1251"?>', "Мост"),
        ("text/xml; charset=windows-1251", "", "Мост"),
        ("text/xml; charset=no-such-thing", '<?xml version="1.0" encoding="cp1251"?>', "Мост"),
        ("text/xml; charset=idna", '<?xml version="1.0" encoding="punycode"?>', "Ìîñò"),
    ],
)
def test_labels_are_read_as_browsers_read_them(
    content_type: str, prolog: str, expected: str
) -> None:
    body = prolog.encode() + b"<rss><title>" + "Мост".encode("cp1251") + b"</title></rss>"
    assert text_of(body, content_type).endswith(f"<title>{expected}</title></rss>")


def test_few_bytes_that_are_not_utf8_are_read_as_windows_writes_them() -> None:
    body = "<p>Löhne, Ärzte, Straße, Gemüse, Öl".encode() + b" \x96 it\x92s"
    assert text_of(body) == "<p>Löhne, Ärzte, Straße, Gemüse, Öl – it’s"


def test_a_page_cut_off_within_a_character_stays_utf8() -> None:
    assert text_of("<p>Höhe, Größe".encode()[:-1] + b"\xc3") == "<p>Höhe, Größ\ufffd"


@effort(200)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.sampled_from(LABELS))
def test_sound_utf8_is_never_read_otherwise(text: str, label: str | None) -> None:
    body = page(text, label=label, language="ru").encode()
    assert (
        text_of(body, f"text/html; charset={label}", url="https://news.example.ru/")
        == body.decode()
    )
