"""Terms: what an article is compared by when stories are grouped.

Terms are words without accents and English endings, weighted by how often and how
early they stand. Names and figures count once more in channels of their own, because
they tell two events of one kind apart and are spelled alike in many languages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from include.group_records import ArticleToGroup
from include.stories.stopwords import STOP_WORDS
from include.stories.tuned import TUNED as STORIES
from include.stories.words import is_unspaced, normal_words, opens_sentence, written_words

NAME = "@"
FIGURE = "#"

_ENDINGS = ("ies", "ing", "ed", "es", "s")


def terms_of(article: ArticleToGroup) -> dict[str, float]:
    """The terms of an article and their counts, where the first words count double.

    Names begin with `@` (capitalised words inside sentences, and the words of the
    entities and places given), figures with `#` (the figures given). Deterministic, in
    order of first occurrence.
    """
    counts: dict[str, float] = {}

    def count(term: str, weight: float) -> None:
        counts[term] = counts.get(term, 0.0) + weight

    previous = ""
    for number, (word, is_name) in enumerate(_words(_text(article))):
        weight = STORIES.lead_weight if number < STORIES.lead_words else 1.0
        term = _term(word)
        if term is not None:
            count(term, weight)
            if is_name:
                count(NAME + term, weight)
        # One character of a script without spaces says little: pairs are its terms.
        single = word if is_unspaced(word) else ""
        if previous and single:
            count(previous + single, weight)
        previous = single
    for name in (*article.entities, *article.places):
        for word in normal_words(name):
            if (term := _term(word)) is not None:
                count(NAME + term, 1.0)
    for figure in article.figures:
        if words := normal_words(figure):
            count(FIGURE + " ".join(words)[: STORIES.longest_term], 1.0)
    return counts


def names_in(terms: Mapping[str, float]) -> dict[str, float]:
    """Those of `terms` that are names or figures."""
    return {term: weight for term, weight in terms.items() if term[0] in {NAME, FIGURE}}


def _text(article: ArticleToGroup) -> str:
    # Some sources repeat the headline as the first sentence: it must not count twice.
    if article.body.startswith(article.title):
        return article.body
    return f"{article.title}\n{article.body}"


def _words(text: str) -> Iterator[tuple[str, bool]]:
    end = -1
    for number, match in enumerate(written_words(text)):
        if number >= STORIES.most_words:
            return
        yield match[0], match[0][0].isupper() and not opens_sentence(match, end)
        end = match.end()


@lru_cache(maxsize=50_000)
def _term(word: str) -> str | None:
    plain = unicodedata.normalize("NFKD", word.casefold()[: STORIES.longest_term])
    term = "".join(char for char in plain if not unicodedata.combining(char))
    if len(term) < 2 or term in STOP_WORDS:
        return None
    for ending in _ENDINGS:
        if len(term) > 4 and term.endswith(ending) and len(term) - len(ending) >= 3:
            return term[: -len(ending)]
    return term
