"""Stage `write_watchlists`: an Atom feed for each saved search of a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from include.errors import NeedsSetup
from include.exports.atom import AtomEntry, atom_feed
from include.exports.watchlists import Watchlist, read_watchlists
from include.outcomes import Outcome, Status
from include.settings import PROJECT
from include.stages.apart import apart, told
from include.stages.work import Counts, Run, log, reason_of
from include.warehouse import ledger
from include.warehouse.watchlists import fitting_articles

STAGE = "write_watchlists"
_MOST_ENTRIES = 200


class BadWatchlists(NeedsSetup):
    """The file of watchlists cannot be read, or some of its lines cannot be used."""


def write_watchlists(run: Run) -> Counts:
    """Write `watchlists/ID.atom` for every watchlist; returns articles by watchlist.

    Raises:
        BadWatchlists: a line cannot be used, told once all the others are done.
    """
    file = PROJECT / run.settings.watchlists
    try:
        found, problems = read_watchlists(file.read_bytes())
    except OSError as error:
        raise BadWatchlists(
            f"watchlists {file}: {error.strerror}; see DATELINE_WATCHLISTS"
        ) from None
    counts: Counts = {}

    def write(some: Sequence[Watchlist]) -> None:
        for one in some:
            counts[one.watchlist_id] = _write(run, one)

    for one in found:
        apart([one], write, lambda bad, error: _leave_out(run, bad, error))
    log.info("write_watchlists: %d feeds", len(counts))
    for problem in problems:
        log.warning("watchlists %s: %s", file, problem)
    if problems:
        more = f" (and {len(problems) - 1} more lines)" if len(problems) > 1 else ""
        raise BadWatchlists(f"watchlists {file}: {problems[0]}{more}")
    return counts


def _leave_out(run: Run, one: Watchlist, error: Exception) -> None:
    log.warning("watchlist %s is left as it was: %s", one.watchlist_id, told(error))
    outcome = Outcome(
        stage=STAGE,
        subject_kind="watchlist",
        subject=one.watchlist_id,
        status=Status.FAILED,
        reason=reason_of(error),
        detail=told(error),
    )
    with run.transaction() as cur:
        ledger.record_outcomes(cur, run.run_id, [outcome])


def _write(run: Run, one: Watchlist) -> int:
    with run.transaction() as cur:
        rows = fitting_articles(
            cur,
            words=one.words,
            entities=one.entities,
            places=one.places,
            countries=one.countries,
            publishers=one.publishers,
            languages=one.languages,
            days=run.settings.watchlist_days,
            most=_MOST_ENTRIES,
        )
    entries = [AtomEntry(**dict(row) | {"authors": tuple(row["authors"])}) for row in rows]
    written = atom_feed(one.watchlist_id, one.title, entries, made_at=datetime.now(UTC))
    place = run.exports
    with place.aside() as aside:
        (aside / "feed").write_bytes(written)
        place.put(aside / "feed", f"watchlists/{one.watchlist_id}.atom")
    return len(entries)
