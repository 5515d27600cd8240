"""The feed list a run works on: read it from a file, and put it into the warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from include.errors import CannotWork, NeedsSetup
from include.feeds.seeds import read_feed_list as parse_feed_list
from include.outcomes import Outcome, Reason, Status
from include.records import Feed
from include.settings import PREFIX, PROJECT, Settings
from include.stages.apart import apart, told
from include.stages.work import Run, log
from include.warehouse import feeds as store
from include.warehouse import ledger

POLLING = "poll_feeds"
SAMPLE, LIVE = "sample", "live"
_MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedList:
    """Feeds, one line a line that was wrong, and how many of those gave no feed."""

    feeds: tuple[Feed, ...]
    problems: tuple[str, ...]
    lost: int = 0


def list_path(chosen: str) -> Path:
    """The file of a feed list: `live` is seeds/feeds.csv, all else a path.

    Raises:
        CannotWork: it is `sample`, whose list is made when the newsroom is served.
    """
    if chosen == SAMPLE:
        raise CannotWork(
            "the sample newsroom is served by `make run` and `make up`; "
            "here, name a feed list: --feeds live (--list live), or a .csv or .opml file"
        )
    return PROJECT / "seeds" / "feeds.csv" if chosen == LIVE else Path(chosen).expanduser()


def read_feed_list(chosen: str) -> FeedList:
    """The feeds of `live` (seeds/feeds.csv) or of a .csv or .opml file.

    Raises:
        CannotWork: there is no such file, or no feed in it.
    """
    path = list_path(chosen)
    data = list_bytes(path)
    found, problems = parse_feed_list(data, path.name)
    told = tuple(f"{path.name}: {problem}" for problem in problems)
    if not found:
        first = f" ({told[0]})" if told else ""
        raise CannotWork(f"feed list {chosen}: no feed in it{first}")
    return FeedList(
        feeds=tuple(found), problems=told, lost=sum(problem.is_lost for problem in problems)
    )


def refuse_without_contact(settings: Settings, chosen: str) -> None:
    """Do nothing where the feeds `chosen` may be polled in the name that is set.

    Raises:
        NeedsSetup: they are the public feeds of seeds/feeds.csv, and publishers would be told
            to write to the project, not to whoever polls them.
    """
    public = (PROJECT / "seeds" / "feeds.csv").resolve()
    is_public = chosen == LIVE or (chosen != SAMPLE and list_path(chosen).resolve() == public)
    default = Settings.model_fields["user_agent_contact"].default
    if is_public and settings.user_agent_contact == default:
        raise NeedsSetup(
            f"public feeds are not polled in the project's name: set {PREFIX}USER_AGENT_CONTACT "
            "to a URL or address where publishers can reach you"
        )


def list_bytes(path: Path) -> bytes:
    """What a feed list's file holds.

    Raises:
        CannotWork: it cannot be read, or is far too large.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise CannotWork(f"feed list {path}: larger than {_MOST_BYTES} bytes")
        return path.read_bytes()
    except OSError as error:
        raise CannotWork(f"feed list {path}: {error.strerror}") from None


def listed_feeds(settings: Settings) -> tuple[Feed, ...]:
    """The feeds of the setting DATELINE_FEEDS; lines that could not be used are logged."""
    refuse_without_contact(settings, settings.feeds)
    found = read_feed_list(settings.feeds)
    for problem in found.problems:
        log.warning("%s", problem)
    return found.feeds


def sync_feeds(run: Run, feeds: Sequence[Feed]) -> None:
    """Make the warehouse poll exactly these feeds; what it learned of others stays.

    A feed that the warehouse refuses has an outcome, and is not polled.
    """
    taken: set[str] = set()

    def take_up(some: Sequence[Feed]) -> None:
        with run.transaction() as cur:
            store.list_feeds(cur, some)
        taken.update(feed.feed_id for feed in some)

    def leave_out(feed: Feed, error: Exception) -> None:
        log.warning("feed %s could not be taken up: %s", feed.feed_id, told(error))
        outcome = Outcome(
            stage=POLLING,
            subject_kind="feed",
            subject=feed.feed_id,
            status=Status.FAILED,
            reason=Reason.NOT_STORABLE,
            detail=told(error),
        )
        with run.transaction() as cur:
            ledger.record_outcomes(cur, run.run_id, [outcome])

    apart(feeds, take_up, leave_out)
    with run.transaction() as cur:
        unlisted = store.unlist_others(cur, taken)
    log.info("sync_feeds: %d feeds listed, %d no longer", len(taken), unlisted)
