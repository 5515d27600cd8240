"""How long tests of chance go on: a little with every change, longer where somebody asks.

`make fuzz TIMES=50` runs fifty times the examples, drawn anew; without it, they are the same
each time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("TIMES") or 1)


def effort(examples: int, **options: object) -> settings:
    """Settings of a property with so many examples, times what was asked for."""
    return settings(
        max_examples=examples * TIMES,
        deadline=None,
        derandomize=TIMES == 1,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        **options,  # type: ignore[arg-type]
    )
