"""What must hold whatever went wrong: one reusable assertion each.

Each takes the `World` of a test: the warehouse, the fault server, the folder of a run. SQL asks
the tables themselves, and none of the project's own checks, which may be wrong with the rest.
"""

from __future__ import annotations

import resource
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from psycopg2 import sql

from include.warehouse.connect import connect
from tests.faults.audit import opened
from tests.faults.hosts import FaultyHosts

# What C0 and C1 hold but for newline and tab, and what turns or hides the letters after it.
_UNCLEAN = "[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"


@dataclass
class World:
    """A warehouse, what fed it, and where it wrote."""

    dsn: str
    folder: Path
    hosts: FaultyHosts | None = None
    told: Path | None = None
    states: dict[str, str] = field(default_factory=dict)

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a statement, committed."""
        with closing(connect(self.dsn)) as conn, conn, conn.cursor() as cur:
            cur.execute(statement, values or None)
            return cur.fetchall() if cur.description else []

    def columns(self, kinds: Iterable[str], schema: str = "core") -> Iterator[tuple[str, str, str]]:
        """(table, column, kind) of a schema's tables, of these kinds."""
        yield from self.rows(
            "SELECT table_name, column_name, udt_name FROM information_schema.columns "
            "JOIN information_schema.tables USING (table_schema, table_name) "
            "WHERE table_schema = %s AND table_type = 'BASE TABLE' AND udt_name = ANY (%s) "
            "ORDER BY 1, 2",
            schema,
            list(kinds),
        )  # type: ignore[misc]


def identity(world: World) -> None:
    """No page, entry, article or text is there twice."""
    for table, key in (
        ("pages", "canonical_url"),
        ("articles", "canonical_url"),
        ("texts", "sha256"),
        ("entries", "(feed_id, entry_id)"),
    ):
        ((rows, keys),) = world.rows(f"SELECT count(*), count(DISTINCT {key}) FROM core.{table}")
        assert rows == keys, f"core.{table}: {rows} rows, {keys} keys"


def conservation(world: World, run_id: str) -> None:
    """All that a run saw has one outcome a stage: what it asked for, listed and held."""
    twice = world.rows(
        "SELECT stage, subject, count(*) FROM ops.outcomes WHERE run_id = %s "
        "AND stage IN ('poll_feeds', 'fetch_pages', 'clean_articles', 'extract_texts') "
        "GROUP BY 1, 2 HAVING count(*) > 1",
        run_id,
    )
    assert twice == []
    for kind, stage in (("feed", "poll_feeds"), ("page", "fetch_pages")):
        asked = world.rows(
            "SELECT count(DISTINCT subject) FROM ops.fetches WHERE run_id = %s AND kind = %s",
            run_id,
            kind,
        )
        told = world.rows(
            "SELECT coalesce(sum(items), 0)::bigint FROM ops.outcomes "
            "WHERE run_id = %s AND stage = %s",
            run_id,
            stage,
        )
        assert asked == told, (kind, asked, told)
    assert world.rows("SELECT * FROM ops.claims WHERE run_id = %s", run_id) == []


def listed_and_told(world: World, run_id: str) -> list[tuple[Any, ...]]:
    """(feed, entries it listed, entries the run's outcomes tell of), of a run that just ended."""
    return world.rows(
        "SELECT feed_id, listed, "
        "(SELECT coalesce(sum(items), 0)::int FROM ops.outcomes AS entries "
        " WHERE entries.run_id = polls.run_id AND entries.stage = 'read_entries' "
        " AND split_part(entries.subject, ' ', 1) = feed_id AND reason <> 'too_many_entries') "
        "FROM ops.outcomes AS polls JOIN core.feeds ON feed_id = subject "
        "WHERE run_id = %s AND stage = 'poll_feeds' AND status IN ('stored', 'updated') "
        "AND polls.reason NOT IN ('feed_moved', 'feed_merged')",
        run_id,
    )


def entries_conserved(listed: Iterable[tuple[Any, ...]]) -> None:
    """Every entry that a document listed has an outcome, and no other has."""
    assert [one for one in listed if one[1] != one[2]] == []


# What a run that finds nothing new may still change: when it looked, and how often.
_OF_LOOKING = {
    "feeds": {
        "next_poll_at",
        "last_polled_at",
        "poll_interval",
        "per_day",
        "failures",
        "last_reason",
        "listed",
        "last_full_at",
        "archive_path",
        "archive_offset",
        "archive_length",
        "moving_to",
        "moving_polls",
        "moving_since",
    },
    "pages": {
        "next_fetch_at",
        "checks",
        "attempts",
        "ladder",
        "last_reason",
        "http_status",
        "archive_path",
        "archive_offset",
        "archive_length",
        "fetched_at",
        "etag",
        "last_modified",
    },
    "entries": {"last_seen_at", "sightings"},
    "signals": {"last_seen_at", "seen"},
}


def checksums(world: World, *, leave_out: Iterable[str] = ()) -> dict[str, str]:
    """One sum a table of core over its rows, in no order, but for when and how often we looked."""
    sums = {}
    tables = world.rows(
        "SELECT relname FROM pg_class WHERE relnamespace = 'core'::regnamespace "
        "AND relkind = 'r' AND NOT relispartition ORDER BY 1"
    )
    for (table,) in tables:
        if table in leave_out:
            continue
        without = sorted(_OF_LOOKING.get(table, ()))
        ((sums[table],),) = world.rows(
            sql.SQL(
                "SELECT count(*) || ' ' || coalesce(sum(hashtextextended("
                "(to_jsonb(one) - %s::text[])::text, 0)), 0) FROM core.{} AS one"
            ).format(sql.Identifier(table)),  # type: ignore[arg-type]
            without,
        )
    return sums


def idempotence(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """The same inputs again change no row."""
    assert {table for table in before if before[table] != after[table]} == set()


def contents(world: World) -> set[tuple[Any, ...]]:
    """What is known, whatever its numbers: each article with its words, its copies, its story."""
    return {
        (url, title, sha, published, *rest)
        for url, title, sha, published, *rest in world.rows(
            "SELECT canonical_url, title, encode(texts.sha256, 'hex'), published_at, number "
            "FROM core.articles JOIN core.article_versions USING (version_id, article_id) "
            "JOIN core.texts USING (text_id)"
        )
    }


def isolation(world: World, healthy: Iterable[str]) -> None:
    """Every healthy page is an article, whatever befell the others."""
    stored = {url for (url,) in world.rows("SELECT canonical_url FROM core.articles")}
    assert set(healthy) - stored == set()


def ended(world: World, run_id: str) -> None:
    """The run ended, and left nothing without an outcome."""
    assert world.rows("SELECT state, work_left FROM ops.runs WHERE run_id = %s", run_id) == [
        ("done", [])
    ]


def bounded_time(world: World, deadline_s: float) -> None:
    """No answer took longer than its deadline, but for what a busy machine may add."""
    ((longest,),) = world.rows("SELECT max(elapsed_ms) FROM ops.fetches")
    assert longest < 2_000 * deadline_s


def bounded_memory(limit_mb: int) -> None:
    """This process and the largest of its children stay under the setting."""
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        assert resource.getrusage(who).ru_maxrss / 1024 < limit_mb


def containment(world: World, folders: Iterable[str]) -> None:
    """Nothing was opened and nobody connected to but what a run is for."""
    hosts, told = world.hosts, world.told
    assert hosts is not None
    assert told is not None
    assert hosts.baited == []
    ports = {hosts.port, hosts.tls_port, hosts.plain_port, hosts.hole_port}
    may_read = (
        *folders,
        str(world.folder),
        "/dev/null",
        "/proc/",
        "/sys/",
        "/usr/share/zoneinfo",
        "/usr/lib/",
        "/lib/",
        "/usr/local/lib/",
        "/etc/localtime",
        "/etc/ld.so",
        "/etc/mime.types",
        "/usr/share/mime",
        "/dev/shm",
        "/dev/urandom",
    )
    odd = []
    for event, what, mode in opened(told):
        if event == "socket.connect":
            is_fine = isinstance(what, str) or (what[0] == "127.0.0.1" and what[1] in ports)
        elif event == "socket.getaddrinfo":
            is_fine = what in ("127.0.0.1", "localhost")
        elif event in ("open", "os.listdir"):
            path = str(what)
            is_fine = isinstance(what, int) or "/" not in path or path.startswith(may_read)
            if any(letter in mode for letter in "wax+"):
                is_fine = (
                    isinstance(what, int)
                    or path.startswith((str(world.folder), "/dev/null", "/dev/shm", "/proc/self"))
                    or path.endswith((".pyc", ".lock"))
                    or ".pyc." in path
                )
        else:
            is_fine = event == "os.exec" or "python" in str(what)
        if not is_fine:
            odd.append((event, what, mode))
    assert odd == []


def nowhere(world: World, word: str) -> None:
    """A word is in no table: what no feed or page said themselves was read by nobody."""
    found = [
        table
        for (table,) in world.rows(
            "SELECT format('%I.%I', nspname, relname) FROM pg_class JOIN pg_namespace "
            "ON pg_namespace.oid = relnamespace WHERE relkind IN ('r', 'm') "
            "AND nspname IN ('core', 'ops', 'mart')"
        )
        if world.rows(f"SELECT FROM {table} AS one WHERE one::text LIKE '%%' || %s || '%%'", word)
    ]
    assert found == []


def inertness(world: World) -> None:
    """Every address kept is one of the web."""
    for table, column, kind in world.columns(("text", "_text")):
        if "url" not in column or column.endswith(("sha256", "reason")):
            continue
        each = f"unnest({column})" if kind == "_text" else column
        found = world.rows(
            f"SELECT address FROM (SELECT {each} AS address FROM core.{table}) AS one "
            "WHERE address IS NOT NULL AND address !~* '^https?://' AND address <> ''"
        )
        assert found == [], f"core.{table}.{column}"


def politeness(world: World, *, at_once: int, forbidden: Iterable[str]) -> None:
    """No host was asked more at once than is set, nor for what its robots.txt forbids."""
    hosts = world.hosts
    assert hosts is not None
    assert max(hosts.most_at_once.values()) <= at_once
    pages = {(host, path) for _, host, path in hosts.asked if path.startswith("/page/")}
    assert {host for host, _ in pages} & set(forbidden) == set()


def robots_read_once(world: World) -> None:
    """Each host's robots.txt that could be read was read once."""
    assert world.hosts is not None
    read = [host for _, host, path in world.hosts.asked if path == "/robots.txt"]
    unsure = {host for host in read if "robots-error" in host}
    assert sorted(set(read) - unsure) == sorted(host for host in read if host not in unsure)


def waits_kept(world: World, least_s: Mapping[str, float]) -> None:
    """A host that asked us to wait so long is not due before."""
    for feed_id, seconds in least_s.items():
        ((waits,),) = world.rows(
            "SELECT extract(epoch FROM next_poll_at - last_polled_at)::float8 FROM core.feeds "
            "WHERE feed_id = %s",
            feed_id,
        )
        assert waits >= seconds - 1, feed_id


def atomic_validators(world: World) -> None:
    """A validator is known only of a body whose entries, or whose page, are stored."""
    assert (
        world.rows(
            "SELECT feed_id FROM core.feeds WHERE body_sha256 IS NULL "
            "AND (etag IS NOT NULL OR last_modified IS NOT NULL)"
        )
        == []
    )
    assert (
        world.rows(
            "SELECT url FROM core.pages WHERE body_sha256 IS NULL "
            "AND (etag IS NOT NULL OR last_modified IS NOT NULL)"
        )
        == []
    )
    assert world.rows("SELECT feed_id FROM core.feeds WHERE etag = '\"half\"'") == []
    assert world.rows("SELECT url FROM core.pages WHERE etag = '\"half\"'") == []


def clean_text(world: World) -> None:
    """No text kept has a control character, or one that turns what follows."""
    for table, column, kind in world.columns(("text", "_text")):
        each = f"unnest({column})" if kind == "_text" else column
        found = world.rows(
            f"SELECT left(words, 80) FROM (SELECT {each} AS words FROM core.{table}) AS one "
            "WHERE words ~ %s LIMIT 3",
            _UNCLEAN,
        )
        assert found == [], f"core.{table}.{column}"


def sane_time(world: World) -> None:
    """No article is of the future, or of before the web."""
    assert (
        world.rows(
            "SELECT title FROM core.article_versions WHERE published_at < '1990-01-01' "
            "OR published_at > fetched_at + interval '24 hours'"
        )
        == []
    )


def least_privilege(world: World) -> None:
    """PUBLIC may do nothing with any table or schema of ours."""
    assert (
        world.rows(
            "SELECT relname FROM pg_class, aclexplode(relacl) AS one "
            "WHERE relnamespace::regnamespace::text IN ('core', 'ops', 'mart') "
            "AND one.grantee = 0"
        )
        == []
    )


def atomic_schema(world: World) -> None:
    """Every migration is applied, and none of them is under way."""
    files = Path(__file__).parents[2] / "include" / "warehouse" / "migrations"
    names = {one.stem for one in files.glob("[0-9]*.sql") if ".rollback" not in one.name}
    applied = {name for (name,) in world.rows("SELECT migration_id FROM ops._yoyo_migration")}
    assert applied == names


def no_silent_loss(world: World, run_id: str, reasons: Mapping[str, Iterable[str]]) -> None:
    """Each item at fault is told of in the run's ledger, with one of the reasons it may have."""
    told: dict[str, set[str]] = {}
    for subject, reason in world.rows(
        "SELECT subject, reason FROM ops.outcomes WHERE run_id = %s "
        "AND stage IN ('poll_feeds', 'fetch_pages', 'clean_articles')",
        run_id,
    ):
        told.setdefault(subject, set()).add(reason)
    wrong = {
        subject: (sorted(told.get(subject, ())), sorted(wanted))
        for subject, wanted in reasons.items()
        if not told.get(subject, set()) & set(wanted)
    }
    assert wrong == {}


def no_regression(before: set[tuple[Any, ...]], after: set[tuple[Any, ...]]) -> None:
    """Nothing that was known is lost, blanked or made worse by what came later."""
    assert before - after == set()


def convergence(world: World, wanted: Iterable[str]) -> None:
    """All that there is to be had is there."""
    stored = {url for (url,) in world.rows("SELECT canonical_url FROM core.articles")}
    assert set(wanted) - stored == set()
    states = world.rows("SELECT feed_id FROM core.feeds WHERE failures > 0 AND stopped_at IS NULL")
    assert states == []
