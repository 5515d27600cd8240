"""What two names of different scripts have in common besides their sound."""

from __future__ import annotations

from dataclasses import dataclass

from include.entities.evidence import Setting
from include.entities.person_names import person_name
from include.entities.scripts import country_of, romanised, script_of
from include.entities.sounds import consonants
from include.entities.tuned import TUNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """Stories, people, bodies, places and walks of life of both names."""

    scripts: tuple[str, ...]
    read_as: tuple[str, ...]
    stories: int
    telling: tuple[str, ...]
    places: tuple[str, ...]
    fields: tuple[str, ...]
    is_torn: bool

    @property
    def is_enough(self) -> bool:
        """Whether anything but the sound speaks for one bearer, and no walk of life against."""
        if self.is_torn:
            return False
        by_place = len(self.places) >= TUNED.heard_places or bool(self.places and self.fields)
        return bool(self.stories or self.telling or by_place)

    def told(self) -> dict[str, object]:
        """The evidence as it is stored with a merge."""
        found: dict[str, object] = {"scripts": list(self.scripts), "read_as": list(self.read_as)}
        if self.stories:
            found["shared_stories"] = self.stories
        if self.telling or self.places:
            found["shared_names"] = [*self.telling, *self.places][: TUNED.shown_names]
        if self.fields:
            found["shared_fields"] = list(self.fields)
        return found


def tie(one: Setting, other: Setting) -> Ties:
    """What two names have in common; their company is compared by sound and by country."""
    keys = (one.name.name.key, other.name.name.key)
    own = {_heard("person:" + key) for key in keys}
    shared = (_company(one) & _company(other)) - own
    return Ties(
        scripts=tuple(sorted({script_of(key) for key in keys})),
        read_as=tuple(romanised(key) for key in keys),
        stories=len(one.stories & other.stories),
        telling=tuple(sorted(name for name in shared if not name.startswith("place:"))),
        places=tuple(sorted(name for name in shared if name.startswith("place:"))),
        fields=tuple(sorted(one.fields & other.fields)),
        is_torn=bool(one.fields and other.fields and not one.fields & other.fields),
    )


def _company(setting: Setting) -> set[str]:
    return {heard for name in setting.company if (heard := _heard(name))}


def _heard(name: str) -> str:
    """A name of any script in one form: a country's code, else its kind and consonants.

    Empty where too little is left to tell: of one-word people and short words.
    """
    kind, _, key = name.partition(":")
    if kind in {"place", "group"} and (code := country_of(key)) is not None:
        return f"place:{code}"
    if kind == "person":
        parts = person_name(key)
        if not parts.given:
            return ""
        return f"person:{consonants(parts.given)} {consonants(parts.last)}"
    words = [consonants(word) for word in romanised(key).split()]
    heard = " ".join(words)
    return f"{kind}:{heard}" if len(heard) >= TUNED.least_heard else ""
