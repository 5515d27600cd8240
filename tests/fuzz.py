"""The targets of `tests/properties/test_fuzz_targets.py`, led by what code their input reaches.

    python -m tests.fuzz feed --seconds 600

Needs atheris, which is large and is not among the packages that are installed for you. Without
it, `make fuzz` draws inputs by chance. What libFuzzer takes may follow: a folder of inputs, say.
"""

from __future__ import annotations

import argparse
import sys


def main() -> int:
    """Fuzz one target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("rest", nargs="*")
    given = parser.parse_args()
    try:
        import atheris
    except ImportError:
        print("atheris is not installed: pip install atheris", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["include", "feedparser", "protego", "warcio"]):
        from tests.properties.test_fuzz_targets import TARGETS, property_of
    if given.target not in TARGETS:
        print(f"no target {given.target}: one of {', '.join(TARGETS)}", file=sys.stderr)
        return 2
    one = property_of(given.target).hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    options = [sys.argv[0], f"-max_total_time={given.seconds}", *given.rest]
    atheris.Setup(options, lambda data: one(data) and None)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
