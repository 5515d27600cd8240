"""Whatever the text: spans reproduce their text, in order, and nothing raises."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from include.extraction.figures import find_figures
from include.extraction.quotes import find_quotes
from include.extraction.times import find_times

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
@settings(max_examples=150, deadline=None)
def test_spans_reproduce_their_text(language: str, body: str, published: datetime | None) -> None:
    doc = _PIPELINES[language](body)
    times = find_times(doc, published)
    figures = find_figures(doc, (), times)
    quotes = find_quotes(doc, ())
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
