"""The command `extract` reads a text in the language of its words where none is named."""

from __future__ import annotations

import json
import subprocess
import sys

GERMAN = (
    "Die Stadt hat am Freitag den Bau der Brücke beschlossen. Die Arbeiten beginnen im Mai und "
    "dauern zwei Jahre, teilte die Verwaltung mit. Die Kosten trägt das Land."
)


def test_a_text_without_a_language_is_read_in_its_own() -> None:
    line = json.dumps({"id": 1, "body": GERMAN})
    done = subprocess.run(
        [sys.executable, "-m", "include", "extract"],
        input=line,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["language"] == "de"
