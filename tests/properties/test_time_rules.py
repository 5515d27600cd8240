"""What holds of the rules for times, whatever they match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from include.extraction.times import find as times  # noqa: F401  (it registers all rules)
from include.extraction.times.rules import RULES, Rule
from tests.effort import effort

CHOOSY = [rule for rule in RULES if rule.needs]
ASCII = st.characters(codec="ascii")


@pytest.mark.parametrize("rule", CHOOSY, ids=lambda rule: rule.read.__name__)
def test_what_a_rule_needs_is_in_all_it_matches(rule: Rule) -> None:
    @effort(60)
    @given(st.from_regex(rule.pattern, alphabet=ASCII))
    def check(text: str) -> None:
        found = rule.pattern.search(text)
        assert found
        assert "\n" not in found[0]
        assert any(need in found[0].lower() for need in rule.needs)

    check()
