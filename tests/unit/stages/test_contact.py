"""Public feeds are not polled in somebody else's name."""

from __future__ import annotations

import pytest

from include.errors import NeedsSetup
from include.settings import PROJECT, Settings
from include.stages.feed_list import refuse_without_contact


@pytest.mark.parametrize("feeds", ["live", str(PROJECT / "seeds" / "feeds.csv")])
def test_public_feeds_need_a_contact(feeds: str) -> None:
    with pytest.raises(NeedsSetup, match="set DATELINE_USER_AGENT_CONTACT"):
        refuse_without_contact(Settings(), feeds)
    refuse_without_contact(Settings(user_agent_contact="mailto:desk@gazette.example"), feeds)


@pytest.mark.parametrize("feeds", ["sample", "my.csv", "/tmp/newsroom/feeds.csv"])
def test_other_lists_are_ones_own_affair(feeds: str) -> None:
    refuse_without_contact(Settings(), feeds)
