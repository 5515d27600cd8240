"""Entries whose links are made anew for every request: the same entries, not new ones. Pure.

A feed without guids whose links carry a token (`?v=7920`, at the next poll `?v=15839`) looks
like a feed of which everything is new. What tells them is behaviour: an entry says word for
word what one of the last poll said, and its link differs in nothing but the values of some
parameters, in the same ones for all such entries, while no known entry kept its value there.
A page that has a namesake every day (horoscopes, the weather) differs in its date or words,
or stands beside entries whose links stay.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from include import urls
from include.feeds.changes import content_hash, content_hash_before
from include.records import FeedEntry

# Within so many seconds titles alone are believed: a daily page has no namesake yet.
_SAME_DAY_S = 12 * 3600.0
# What a single entry's link must call the parameter for it to be believed of one entry alone.
_TOKEN_NAMES = frozenset(
    "token access_token t ts time timestamp nonce rnd rand random cb cachebuster cache _ sig "
    "signature sign hash hmac auth key session sessionid sess expires exp expiry ticket".split()
)
_MOST_SLOTS = 3

Slots = frozenset[tuple[str, str]]
"""Where two URLs differ: ("query", parameter) or ("path", number of the segment)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntry:
    """What is stored of an entry; `since_s` is how long ago a document listed it."""

    entry_id: str
    url: str
    published_at: datetime | None
    content_sha256: bytes
    since_s: float


def under_known_links(
    entries: Sequence[FeedEntry],
    known: Mapping[str, Sequence[KnownEntry]],
    *,
    unchanged: Collection[str] = (),
) -> tuple[FeedEntry, ...]:
    """`entries`, those that only have a new token in their link with the identity and link
    they are known by.

    `known` holds stored entries of the feed by their titles in lower case; `unchanged` the
    identifiers of entries that are stored just as they are listed.
    """
    listed = {one.entry_id for one in entries}
    pairs: dict[Slots, dict[int, KnownEntry]] = {}
    staying = {
        slot
        for entry in entries
        if entry.url and entry.entry_id in unchanged
        for slot in _slots_of(entry.url)
    }
    for number, entry in enumerate(entries):
        if entry.entry_id in unchanged:
            continue
        earlier = known.get(entry.title.lower(), ()) if entry.url else ()
        for one in sorted(earlier, key=lambda one: one.since_s):
            if one.entry_id in listed and one.entry_id != entry.entry_id:
                continue
            slots = _differing(one.url, entry.url or "")
            if slots and _says_the_same(entry, one):
                pairs.setdefault(slots, {})[number] = one
                break
    found = list(entries)
    for slots, same in pairs.items():
        if not slots & staying and _is_token(slots, [(found[n], one) for n, one in same.items()]):
            for number, one in same.items():
                found[number] = replace(found[number], entry_id=one.entry_id, url=one.url)
    return tuple(found)


def _is_token(slots: Slots, pairs: Sequence[tuple[FeedEntry, KnownEntry]]) -> bool:
    has_evidence = all(entry.published_at or entry.summary for entry, _ in pairs)
    has_one_id = all(entry.entry_id == one.entry_id for entry, one in pairs)
    is_soon = all(one.since_s < _SAME_DAY_S for _, one in pairs)
    if any(kind == "path" for kind, _ in slots):
        return len(pairs) > 1 and has_evidence
    if not (has_evidence or has_one_id or is_soon):
        return False
    return len(pairs) > 1 or all(name.lower() in _TOKEN_NAMES for _, name in slots)


def _says_the_same(entry: FeedEntry, one: KnownEntry) -> bool:
    if entry.published_at and one.published_at and entry.published_at != one.published_at:
        return False
    there = replace(entry, url=one.url)
    return one.content_sha256 in (content_hash(there), content_hash_before(there))


def _differing(one: str, other: str) -> Slots:
    """Where two URLs differ; nothing where they are one, or differ in more than that."""
    first, second = _parts(one), _parts(other)
    if first is None or second is None or first.keys() != second.keys():
        return frozenset()
    slots = frozenset(slot for slot, value in first.items() if second[slot] != value)
    is_alike = 0 < len(slots) <= _MOST_SLOTS and ("host", "") not in slots
    return slots if is_alike else frozenset()


def _slots_of(url: str) -> set[tuple[str, str]]:
    return {slot for slot in _parts(url) or () if slot[0] != "host"}


def _parts(url: str) -> dict[tuple[str, str], str] | None:
    try:
        parts = urlsplit(urls.canonical(url))
    except urls.BadUrl:
        return None
    segments = parts.path.split("/")
    found = {("host", ""): parts.netloc, ("host", "segments"): str(len(segments))}
    found |= {("path", str(number)): segment for number, segment in enumerate(segments)}
    for pair in parts.query.split("&") if parts.query else ():
        name, _, value = pair.partition("=")
        found[("query", name)] = f"{found.get(('query', name), '')}&{value}"
    return found
