"""Whatever the text: spans reproduce their text, in order, and nothing raises."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from include.extraction.figures.find import find_figures
from include.extraction.keywords import find_keywords
from include.extraction.names.find import find_mentions
from include.extraction.quotes.find import find_statements
from include.extraction.reading.wrapped import unwrapped
from include.extraction.times.find import find_times
from tests.effort import effort

PIECES = st.sampled_from(
    str.split(
        "“ ” \" ' ‘ ’ « » „ `` '' said told Monday May 5 , . : ; \n 1,000 1.5 million dozen half "
        "no one killed were wounded at least between and to of $ € % percent year ago last the "
        "first quarter nineteen ninety twenty-one 12/31/99 9999-99-99 99999999999 00:99 p.m. he "
        "according 1990s '90s second a an week hundred 𝔘 \u202f \u00a0 İ ﬁ 三"
    )
) | st.text(max_size=8)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join)
PUBLISHED = st.none() | st.datetimes(timezones=st.just(UTC))
_PIPELINES = {code: spacy.blank(code) for code in ("en", "fr", "de", "xx")}
for _pipeline in _PIPELINES.values():
    _pipeline.add_pipe("sentencizer")


@pytest.mark.parametrize("language", sorted(_PIPELINES))
@given(body=TEXTS, published=PUBLISHED)
@effort(150)
def test_spans_reproduce_their_text(language: str, body: str, published: datetime | None) -> None:
    doc = _PIPELINES[language](body)
    times = find_times(doc, published)
    figures = find_figures(doc, (), times)
    quotes, _ = find_statements(doc, ())
    for spans in (times, figures, quotes):
        assert [s.start for s in spans] == sorted(s.start for s in spans)
        for span in spans:
            assert 0 <= span.start < span.end <= len(body)
            assert body[span.start : span.end] == span.text
    for quote in quotes:
        for part in (*quote.fragments, quote.speaker, quote.cue):
            assert part is None or body[part.start : part.end] == part.text
    for figure in figures:
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


@given(body=st.lists(PIECES | st.just("\n"), max_size=60).map(" ".join))
@effort(150)
def test_unwrapping_moves_no_character(body: str) -> None:
    read = unwrapped(body)
    assert len(read) == len(body)
    assert all(
        one == other or (one, other) == ("\n", " ") for one, other in zip(body, read, strict=True)
    )


LABELS = st.sampled_from(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT"])
NAMES = st.sampled_from(
    str.split(
        "Ana Diaz de la Bank of the Ghana KYIV , ( ) . - – 's ’s Mr. President 4 1999-03-14 \n "
        "Corp. UN The Al al-Amin said surnamed news agency İ ﬁ 三 X. Reuters Aug 28"
    )
)


@given(
    words=st.lists(NAMES, min_size=1, max_size=25),
    spaces=st.lists(st.booleans(), min_size=25, max_size=25),
    marks=st.lists(st.tuples(st.integers(0, 24), st.integers(1, 6), LABELS), max_size=5),
)
@effort(200)
def test_mentions_reproduce_their_text(
    words: list[str], spaces: list[bool], marks: list[tuple[int, int, str]]
) -> None:
    tags = ["NNP" if word[:1].isupper() else "NN" for word in words]
    vocab = _PIPELINES["en"].vocab
    doc = Doc(vocab, words=words, spaces=spaces[: len(words)], tags=tags)
    spans: list[Span] = []
    for first, length, label in sorted(marks):
        after = min(first + length, len(words))
        if first < after and (not spans or first >= spans[-1].end):
            spans.append(Span(doc, first, after, label=label))
    doc.set_ents(spans)
    body = doc.text
    mentions = find_mentions(doc)
    ends = [0, *(m.end for m in mentions)]
    for mention, before in zip(mentions, ends, strict=False):
        assert before <= mention.start < mention.end <= len(body)
        assert body[mention.start : mention.end] == mention.text
        assert 0.0 <= mention.confidence <= 1.0
    assert all(0.0 <= keyword.score <= 1.0 for keyword in find_keywords(doc, mentions))
