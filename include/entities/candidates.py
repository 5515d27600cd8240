"""Whom a short name may mean: entities with a full name, with their texts and settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from include.entities.evidence import Setting
from include.entities.names import Appearance, EntityKey, Name, NameKey
from include.entities.tuned import TUNED


@dataclass(frozen=True)
class Candidate:
    """An entity that a short name may mean. `names` are those of its names that end so."""

    entity: EntityKey
    names: tuple[NameKey, ...]
    texts: int
    together: int
    appearances: tuple[Appearance, ...]

    @cached_property
    def setting(self) -> Setting:
        """Where it is met, under any of `names`."""
        return Setting(Name(name=self.names[0], texts=self.texts, appearances=self.appearances))

    @cached_property
    def months(self) -> Counter[int]:
        """Independent texts by month."""
        seen = {(one.root, one.month) for one in self.appearances if one.month is not None}
        return Counter(month for _, month in seen if month is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whom a short name means, by which rule, and why."""

    candidate: Candidate
    rule: str
    confidence: float
    evidence: Mapping[str, object]


_TELLING = ("person:", "organisation:")


def strong(candidates: Sequence[Candidate]) -> Candidate | None:
    """The one candidate that outweighs all others together by far, in three texts or more."""
    if not candidates:
        return None
    best = max(candidates, key=lambda one: (one.texts, one.entity))
    total = sum(one.texts for one in candidates)
    is_strong = best.texts >= TUNED.strong_texts and best.texts >= TUNED.strong_share * total
    return best if is_strong else None


def in_text(
    appearance: Appearance, candidates: Iterable[Candidate], *, is_common: bool
) -> Verdict | None:
    """Whom a short name means in one text: by its story, its company, or its time.

    The month before and the month after count with the text's own; of a surname that
    many bear, time tells nothing.
    """
    fitting = [one for one in candidates if not _is_torn(appearance, one)]
    if appearance.story:
        here = [one for one in fitting if appearance.story in one.setting.stories]
        if here:
            return _verdict(here, "same_story", TUNED.same_story, {"story": appearance.story})
    company = {other for other in appearance.company if other.startswith(_TELLING)}
    shared = {one.entity: company & one.setting.company.keys() for one in fitting}
    close = [one for one in fitting if len(shared[one.entity]) > 1]
    if len(close) == 1 and not any(shared[one.entity] for one in fitting if one not in close):
        names = sorted(other.split(":", 1)[1] for other in shared[close[0].entity])
        names = names[: TUNED.shown_names]
        return _verdict(close, "same_company", TUNED.same_company, {"shared_names": names})
    if appearance.month is None or is_common:
        return None
    near = (appearance.month - 1, appearance.month, appearance.month + 1)
    counts = {one.entity: sum(one.months[month] for month in near) for one in fitting}
    total = sum(counts.values())
    least = max(TUNED.month_texts, TUNED.month_share * total)
    usual = [one for one in fitting if counts[one.entity] >= least]
    return (
        _verdict(usual, "bearer_of_its_months", TUNED.its_months, {"texts": total})
        if usual
        else None
    )


def _verdict(
    found: Sequence[Candidate], rule: str, confidence: float, evidence: Mapping[str, object]
) -> Verdict | None:
    if len(found) != 1:
        return None
    return Verdict(candidate=found[0], rule=rule, confidence=confidence, evidence=evidence)


def _is_torn(appearance: Appearance, candidate: Candidate) -> bool:
    known = candidate.setting.fields
    return bool(appearance.fields and known and not appearance.fields & known)
