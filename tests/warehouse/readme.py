"""What README shows of a run on the sample newsroom, read out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from include.settings import PROJECT

README = (PROJECT / "README.md").read_text("utf-8")
_BLOCKS = re.findall(r"^```\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
_HEAD = re.compile(r"^(?P<label>\S.*?)\s{2,}(?P<publisher>\S+\.example)$")
WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact at the top of README: its label, who published it, and the sentence below."""

    label: str
    publisher: str
    sentence: str


def shown_facts() -> list[Shown]:
    """The facts at the top, in their order."""
    found: list[Shown] = []
    for part in _BLOCKS[0].split("\n\n"):
        head, *lines = part.strip("\n").split("\n")
        match = _HEAD.match(head)
        assert match is not None, head
        sentence = " ".join(line.strip() for line in lines)
        found.append(Shown(match["label"], match["publisher"], sentence))
    return found


def _run() -> str:
    return next(block for block in _BLOCKS if "✓ open_run" in block)


def shown_counts() -> dict[str, dict[str, int]]:
    """Per task of the run, how many items came out in which way."""
    return {
        task: {status: int(count) for count, status in re.findall(r"(\d+) ([a-z_]+)", rest)}
        for task, rest in re.findall(r"^✓ (\w+) +[\d.]+ s(.*)$", _run(), re.MULTILINE)
    }


def shown_report() -> list[str]:
    """The lines of the report, each without what is cut off, spaces as one."""
    lines = _run().split("\n\n", 1)[1].split("\n")
    return [" ".join(line.split("…")[0].split()).rstrip(",") for line in lines if line.strip()]


def numbers_in(text: str) -> set[int]:
    """Whole numbers that a text states, in digits or in English words under eighty."""
    found = {int(each.replace(",", "")) for each in re.findall(r"\d{1,3}(?:,\d{3})+|\d+", text)}
    words = re.findall(r"[a-z]+", text.lower())
    for word, behind in zip(words, [*words, ""][1:], strict=True):
        if word in TENS:
            found.add(TENS[word] + (WORDS[behind] if WORDS.get(behind, 10) < 10 else 0))
        elif word in WORDS:
            found.add(WORDS[word])
    return found
