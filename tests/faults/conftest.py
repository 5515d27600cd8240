"""Let a failed invariant show what it found."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.faults.invariants")
