"""The funnel of a run: of what each stage saw, how much was new, known, or fell out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from psycopg2.extensions import cursor as Cursor

from include.warehouse import queries

LABELS = {
    "poll_feeds": "feeds polled",
    "read_entries": "entries seen",
    "fetch_pages": "pages fetched",
    "import_pages": "pages imported",
    "clean_articles": "pages cleaned",
    "fingerprint_texts": "texts compared",
    "extract_texts": "texts extracted",
    "group_stories": "articles grouped",
}
_OF_THE_NETWORK = ("poll_feeds", "read_entries", "fetch_pages")
_NEW = ("stored", "updated")
_KNOWN = ("unchanged", "duplicate")
_REASONS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stage of a funnel, in items; `why` has the reasons of those that fell out, by number."""

    stage: str
    new: int
    known: int
    why: tuple[tuple[str, int], ...] = ()

    @property
    def label(self) -> str:
        """What the stage did to which items, in words."""
        return LABELS[self.stage]

    @property
    def out(self) -> int:
        """How many fell out."""
        return sum(items for _, items in self.why)

    @property
    def seen(self) -> int:
        """How many the stage saw."""
        return self.new + self.known + self.out

    def reasons(self, most: int | None = None) -> str:
        """Why items fell out, the most frequent first; after `most` reasons the rest as `…`."""
        told = [f"{items} {reason}" for reason, items in self.why[:most]]
        return ", ".join([*told, "…"] if len(told) < len(self.why) else told)


def funnel(cur: Cursor, run_id: str) -> list[Step]:
    """The steps of a run in the order of the data.

    An import has its own first step in place of those of the network; a stage that did
    nothing is there with zeros.
    """
    new: Counter[str] = Counter()
    known: Counter[str] = Counter()
    lost: dict[str, Counter[str]] = {}
    met = set()
    for row in queries.rows(cur, "report_funnel", run_id=run_id):
        stage, items = row["stage"], row["items"]
        met.add(stage)
        if row["status"] in _NEW:
            new[stage] += items
        elif row["status"] in _KNOWN:
            known[stage] += items
        else:
            lost.setdefault(stage, Counter())[row["reason"]] += items
    absent = _OF_THE_NETWORK if "import_pages" in met else ("import_pages",)
    return [
        Step(stage=stage, new=new[stage], known=known[stage], why=_ordered(lost.get(stage, {})))
        for stage in LABELS
        if stage not in absent
    ]


def _ordered(reasons: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))


def as_markdown(steps: Iterable[Step]) -> str:
    """The funnel as a table in Markdown; one line where the run met nothing."""
    busy = [step for step in steps if step.seen]
    if not busy:
        return "Nothing was due."
    lines = ["| | seen | new | known | out | why |", "|---|--:|--:|--:|--:|---|"]
    lines += [
        f"| {one.label} | {one.seen} | {one.new} | {one.known} | {one.out} | "
        f"{one.reasons(_REASONS)} |"
        for one in busy
    ]
    return "\n".join(lines)


def as_counts(steps: Sequence[Step]) -> dict[str, dict[str, int]]:
    """The funnel as numbers, by stage: seen, new, known, out."""
    return {
        one.stage: {"seen": one.seen, "new": one.new, "known": one.known, "out": one.out}
        for one in steps
        if one.seen
    }
