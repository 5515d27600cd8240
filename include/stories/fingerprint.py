"""Fingerprints: a text's identity, and a sketch through which its copies are found.

The sketch is the bottom-k sketch of Broder ("On the resemblance and containment of
documents", 1997): of all five-word sequences, the `bands` of the smallest CRC-32. Every text
chooses by the same rule, so two texts that share sequences share chosen ones, and an
index on equal hashes finds them. Where a share c of the *longer* text's sequences is
in the other, no common hash is left with probability about (1 − c)^COPIES.bands: a third of a
report is missed once in 10⁸, a tenth of it once in 150. MinHash bands of several rows,
which only see resemblance, lose both (the README has the comparison).
"""

from __future__ import annotations

from hashlib import sha256
from heapq import nsmallest
from zlib import crc32

from include.group_records import Fingerprint
from include.stories.tuned_copies import TUNED as COPIES
from include.stories.words import hash63, normal_words, sequences


def fingerprint(text_id: str, body: str) -> Fingerprint:
    """The fingerprint of `body`.

    `sha256` is that of its normal words, joined by spaces: equal in exact copies. `words`
    counts them. `bands` are at most `bands` distinct 63-bit hashes in ascending order,
    none for a text under `fewest_words`, which is too short to be judged. Two texts that
    share any band may be copies: the position of a band means nothing.
    """
    words = normal_words(body)
    bands: tuple[int, ...] = ()
    if len(words) >= COPIES.fewest_words:
        runs = {run: crc32(run.encode()) for run in sequences(words[: COPIES.most_words])}
        bands = tuple(
            sorted({hash63(run) for run in nsmallest(COPIES.bands, runs, key=runs.__getitem__)})
        )
    digest = sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()
    return Fingerprint(text_id=text_id, sha256=digest, words=len(words), bands=bands)
