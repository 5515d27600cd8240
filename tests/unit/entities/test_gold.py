"""Extraction and joining on documents with variants and look-alikes, scored by B-cubed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable

import pytest

from include.entities import Joining, join
from include.extraction import extract
from include.records import ExtractedText, TextToExtract
from tests.unit.entities.gather import Document, gather, key_of
from tests.unit.entities.gold import Marked, gold
from tests.unit.entities.scores import b_cubed

MODELS = {"en": "en_core_web_md"}


@pytest.mark.parametrize(
    ("found", "scores"),
    [
        ("aaabb", (1.0, 1.0)),
        ("aaaaa", ((3 * 0.6 + 2 * 0.4) / 5, 1.0)),
        ("abcde", (1.0, (3 / 3 + 2 / 2) / 5)),
    ],
)
def test_b_cubed(found: str, scores: tuple[float, float]) -> None:
    assert b_cubed("aaabb", found)[:2] == pytest.approx(scores)


def test_the_gold_set_is_large_and_has_look_alikes() -> None:
    _, marks = gold()
    assert len(marks) >= 200
    assert len({mark.entity for mark in marks}) >= 60
    meant = defaultdict(set)
    for mark in marks:
        meant[mark.text].add(mark.entity)
    assert {"John Smith", "Bush", "Jordan"} <= {text for text, of in meant.items() if len(of) > 1}
    called = Counter(entity for of in meant.values() for entity in of)
    assert sum(count > 1 for count in called.values()) >= 20


def entity_at(
    mark: Marked, found: dict[str, ExtractedText], joining: Joining
) -> tuple[Hashable, bool]:
    """The entity of the mention at a mark, and whether there is one; else one of its own."""
    for mention in found[mark.document].mentions:
        if mention.start <= mark.start < mention.end or mark.start <= mention.start < mark.end:
            return joining.entity_of(key_of(mention), mark.document), True
    return mark, False


@pytest.mark.model
def test_most_names_are_joined_as_they_should_be(capsys: pytest.CaptureFixture[str]) -> None:
    documents, marks = gold()
    found = {one.id: one for one in _extracted(documents)}
    joining = join(gather((document, found[document.id]) for document in documents))
    entities = [entity_at(mark, found, joining) for mark in marks]
    scores = b_cubed([mark.entity for mark in marks], [entity for entity, _ in entities])
    kept = [(mark.entity, entity) for mark, (entity, is_there) in zip(marks, entities, strict=True)
            if is_there]  # fmt: skip
    alone = b_cubed(*zip(*kept, strict=True))
    with capsys.disabled():
        print(f"\n{len(marks)} mentions, {len(kept)} found; B-cubed precision "
              f"{scores.precision:.3f}, recall {scores.recall:.3f}, F1 {scores.f1:.3f}; of those "
              f"found {alone.precision:.3f}, {alone.recall:.3f}, {alone.f1:.3f}")  # fmt: skip
    assert scores.f1 >= 0.90
    assert scores.precision >= 0.95


def _extracted(documents: list[Document]) -> list[ExtractedText]:
    texts = [TextToExtract(id=one.id, body=one.body, language="en") for one in documents]
    return extract(texts, model_names=MODELS)
