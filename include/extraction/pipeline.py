"""Texts → facts: one pass of a language's model, then every kind of fact in its order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from include.extraction.config import MAX_TEXT_CHARS, config_hash, extractor_name, rules
from include.extraction.events.find import find_events
from include.extraction.figures.find import find_figures
from include.extraction.figures.headline import headline_figures, tells_a_number
from include.extraction.figures.money import Setting, settle_money
from include.extraction.keywords import find_keywords
from include.extraction.names.find import find_mentions
from include.extraction.places.demonyms import peoples
from include.extraction.places.find import find_places
from include.extraction.places.gazetteer import gazetteer
from include.extraction.quotes.find import find_statements
from include.extraction.reading.as_written import as_written
from include.extraction.reading.model_names import language_code
from include.extraction.reading.models import Model, load
from include.extraction.reading.parts import docs_of
from include.extraction.reading.token_index import TokenIndex
from include.extraction.reading.wrapped import unwrapped
from include.extraction.times.find import find_times
from include.records import ExtractedText, Place, TextToExtract

# Memory follows the characters of a batch, and so does the pace up to about this many.
_BATCH_TEXTS = 32
_BATCH_CHARS = 40_000


def load_models(languages: Iterable[str | None], model_names: Mapping[str, str]) -> None:
    """Load what texts of some languages need, so that the first need not wait.

    The gazetteer comes first: while it is read it holds 90 MiB more than it keeps, which
    the models then take.

    Raises:
        ModelMissing: a named model is not installed.
    """
    gazetteer()
    for language in languages:
        load(language, model_names=model_names)


def extract(
    texts: Sequence[TextToExtract],
    *,
    model_names: Mapping[str, str],
    max_text_chars: int = MAX_TEXT_CHARS,
) -> list[ExtractedText]:
    """The facts of each text, in the order given.

    `model_names` maps language codes to spaCy models; other languages get a blank
    pipeline, which finds times, figures, keywords and quotation marks. Of a text only
    the first `max_text_chars` characters are read.

    Raises:
        ModelMissing: a named model is not installed.
    """
    by_language: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        by_language[language_code(text.language)].append(index)
    found: dict[int, ExtractedText] = {}
    for language, indexes in by_language.items():
        model = load(language, model_names=model_names)
        name = extractor_name(language, model_names=model_names)
        digest = config_hash(language, model_names=model_names, max_text_chars=max_text_chars)
        by_kind = rules(language)
        for batch in _batches(texts, indexes, max_text_chars):
            with model.nlp.memory_zone():
                bodies = [_cut(texts[i].body, max_text_chars) for i in batch]
                headed = [i for i in batch if tells_a_number(texts[i].title, model.language)]
                # Of equal length, so that all offsets hold in the body itself.
                read = [unwrapped(body) for body in bodies] + [texts[i].title for i in headed]
                docs = list(docs_of(model.nlp, read))
                heads = dict(zip(headed, docs[len(batch) :], strict=True))
                for index, body, doc in zip(batch, bodies, docs[: len(batch)], strict=True):
                    facts = _facts(doc, texts[index], model, name, digest, by_kind)
                    if doc.text != body:
                        facts = as_written(facts, body)
                    if index in heads:
                        facts = _with_headline(facts, heads[index], texts[index])
                    found[index] = facts
    return [found[index] for index in range(len(texts))]


def _facts(
    doc: Doc,
    text: TextToExtract,
    model: Model,
    name: str,
    digest: str,
    by_kind: Mapping[str, str],
) -> ExtractedText:
    mentions = find_mentions(doc, model.language)
    times = find_times(doc, text.published_at)
    day = text.published_at.date() if text.published_at else None
    quotes, left_out = find_statements(doc, mentions, times)
    places = find_places(
        doc.text,
        mentions,
        publisher_country=text.publisher_country,
        language=model.language,
        doc=doc if model.language == "en" else None,
    )
    figures = find_figures(doc, mentions, times, quotes, day=day)
    return ExtractedText(
        id=text.id,
        language=model.language,
        extractor=name,
        config_hash=digest,
        rules=by_kind,
        mentions=mentions,
        quotes=quotes,
        left_out=left_out,
        figures=settle_money(figures, _setting(doc, places, text.publisher_country)),
        times=times,
        places=places,
        events=find_events(doc, mentions, times, day=day),
        keywords=find_keywords(doc, mentions, title=text.title),
    )


def _setting(doc: Doc, places: Sequence[Place], publisher_country: str | None) -> Setting:
    """Where a text is set, for what its signs of money mean."""
    index = TokenIndex.of(doc)
    return Setting(
        text=doc.text,
        countries=[
            *((place.start, place.country) for place in places if place.country),
            *peoples(doc.text),
        ],
        sentences=[index.starts[token] for token in index.sentence_starts],
        publisher_country=publisher_country,
    )


def _with_headline(facts: ExtractedText, doc: Doc, text: TextToExtract) -> ExtractedText:
    """The facts with the figures that the headline alone has, behind those of the body."""
    alone = headline_figures(
        doc,
        find_mentions(doc, facts.language),
        find_times(doc, text.published_at),
        facts.figures,
        published_at=text.published_at,
    )
    if not alone:
        return facts
    settled = settle_money(alone, _setting(doc, (), text.publisher_country))
    return replace(facts, figures=(*facts.figures, *settled), headline=text.title)


def _batches(
    texts: Sequence[TextToExtract], indexes: Sequence[int], max_text_chars: int
) -> Iterator[list[int]]:
    """Indexes in batches bounded by texts and characters, alike lengths together."""
    batch: list[int] = []
    size = 0
    for index in sorted(indexes, key=lambda i: len(texts[i].body)):
        length = min(len(texts[index].body), max_text_chars)
        if batch and (len(batch) == _BATCH_TEXTS or size + length > _BATCH_CHARS):
            yield batch
            batch, size = [], 0
        batch.append(index)
        size += length
    if batch:
        yield batch


def _cut(body: str, max_chars: int) -> str:
    """The body's beginning, up to the last white space within `max_chars` if there is one."""
    if len(body) <= max_chars:
        return body
    space = max(body.rfind(mark, max_chars - 200, max_chars) for mark in " \n")
    return body[: space if space > 0 else max_chars]
