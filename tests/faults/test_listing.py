"""SECURITY.md says how much was tried; here it is counted."""

from __future__ import annotations

from include.settings import PROJECT
from tests.faults.cases import CASES
from tests.faults.listing import FAULTS
from tests.faults.test_guards_are_watched import GUARDS, RIGHTS
from tests.faults.test_guards_in_children import GUARDS as IN_CHILDREN
from tests.properties.test_fuzz_targets import TARGETS


def test_security_counts_right() -> None:
    told = (PROJECT / "SECURITY.md").read_text("utf-8")
    assert f"{len(CASES)} hosts at fault" in told
    kinds = len({case.number for case in CASES})
    assert f"{kinds} of the {len(FAULTS)} faults of `tests/faults/listing.py`" in told
    guards = len(GUARDS) + len(IN_CHILDREN)
    told_of_guards = (
        f"{guards} guards, {len(IN_CHILDREN)} of them in children, and {len(RIGHTS)} rights"
    )
    assert told_of_guards in told
    assert f"{len(TARGETS)} readers" in told
