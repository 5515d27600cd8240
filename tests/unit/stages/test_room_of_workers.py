"""What a worker is said to need is enough: it reads full calls within it, and two have room."""

from __future__ import annotations

import itertools

import pytest

from include.memory import Budget, Children
from include.records import TextToExtract
from include.settings import Settings
from include.stages.extracting import (
    _CHARS_A_CALL,
    TEXTS_A_CALL,
    ExtractTask,
    _need_mb,
    extract_in,
    extract_tasks,
)

TRAINED = ["en", "fr"]
SENTENCES = {
    "en": (
        "The mayor of Tampere, Ilona Varga, said on Monday that {} people had left {} homes in "
        "Leeds and Cork. “We have {} beds,” said Omar Reyes of the Harbour Council. "
    ),
    "fr": (
        "La maire de Nantes, Claire Vasseur, a déclaré lundi que {} personnes avaient quitté {} "
        "maisons à Brest. « Nous avons {} lits », a dit Paul Rey du Conseil des ports. "
    ),
    "de": (
        "Die Bürgermeisterin Ilona Varga sagte am Montag, dass {} Menschen {} Häuser in Kassel "
        "verlassen haben. „Wir haben {} Betten“, sagte Omar Reyes. "
    ),
    "zh": "市长李明星期一说，有{}人离开了上海和北京的{}栋房屋。“我们有{}张床位，”王芳说。",
}


def call(language: str, settings: Settings, numbers: itertools.count[int]) -> ExtractTask:
    """As many characters as a call may have, in different words each time."""
    bodies = []
    for _ in range(TEXTS_A_CALL):
        body = ""
        while len(body) < _CHARS_A_CALL // TEXTS_A_CALL:
            body += SENTENCES[language].format(*itertools.islice(numbers, 3))
        bodies.append(body[: _CHARS_A_CALL // TEXTS_A_CALL])
    return ExtractTask(
        [
            TextToExtract(
                id=str(number),
                body=body,
                title="",
                language=language,
                published_at=None,
                publisher_country=None,
            )
            for number, body in enumerate(bodies)
        ],
        settings,
    )


@pytest.mark.model
def test_a_worker_reads_full_calls_within_what_it_is_said_to_need() -> None:
    settings = Settings()
    room = Children(1, _need_mb(settings, TRAINED, _CHARS_A_CALL))
    numbers = itertools.count(2)
    tasks = [call(language, settings, numbers) for language in [*SENTENCES, *SENTENCES]]
    with extract_in(settings, list(SENTENCES), room=room) as workers:
        for found in extract_tasks(workers, settings, tasks):
            assert [str(one) for _, one in found if isinstance(one, Exception)] == []


def test_two_workers_with_the_usual_models_have_room() -> None:
    settings = Settings()
    need_mb = _need_mb(settings, TRAINED, _CHARS_A_CALL)
    assert Budget.of(settings.memory_mb).children(2, need_mb=need_mb).count == 2
