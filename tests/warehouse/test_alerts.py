"""Alerts: raised once from what the warehouse holds, and sent to servers that misbehave."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from include import stages
from include.alerts import Kind, sign
from include.commands import alerts as command
from include.commands import warehouse
from include.local.ports import free_port
from include.settings import Settings
from include.stages import alerting
from include.stages.runs import RunFailed
from include.warehouse import alerts
from include.warehouse.connect import connect, connector
from tests.conftest import EmbeddedServer, database
from tests.warehouse.alert_receivers import mail_server, web_server
from tests.warehouse.made_news import News
from tests.warehouse.questions import as_reader

pytestmark = pytest.mark.warehouse

SECRET = "a secret of sixteen"


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    yield made
    made.close()


def run_on(dsn: str, home: Path, **settings: Any) -> stages.Run:
    """A run on the warehouse at `dsn`."""
    given = {"alert_deadline_s": 5.0, "alert_secret": SECRET, **settings}
    return stages.Run(connect=connector(dsn), settings=Settings(home=home, **given), run_id="now")


def raised(news: News, columns: str = "kind, subject, sentence") -> list[tuple[Any, ...]]:
    """What stands in ops.alerts."""
    return news.rows(f"SELECT {columns} FROM ops.alerts ORDER BY alert_id")


def plant(news: News, count: int = 1, kind: Kind = Kind.FAILING_FEED) -> None:
    """Alerts that wait to be sent."""
    news.rows(
        "INSERT INTO ops.alerts (kind, subject, dedup_key, sentence, url, query) "
        "SELECT %s, 's', 'k' || n, 'Feed ' || n || ' has failed.', 'https://b.example/' || n, "
        "'SELECT ' || n || ';' FROM generate_series(1, %s) AS n",
        str(kind), count,
    )  # fmt: skip


def due_again(news: News) -> None:
    """Let the back-off of every alert pass."""
    news.rows("UPDATE ops.alerts SET next_try_at = now()")


OUTCOME = (
    "INSERT INTO ops.outcomes (run_id, stage, subject_kind, subject, status, reason, recorded_at) "
    "VALUES ('r', 'poll_feeds', 'feed', 'brook', %s, %s, now() - make_interval(hours => %s))"
)


def failing_feed(news: News, *, hours: int) -> None:
    """A feed that failed `hours` ago and ever since, and was well before."""
    news.rows("SELECT ops.make_partition('ops.outcomes', (now() - interval '3 days')::date)")
    news.rows(
        "INSERT INTO core.feeds (feed_id, publisher_id, url, listed_url, host, failures, "
        "last_reason, last_polled_at) VALUES ('brook', %s, 'https://u:key@brook.example/f', "
        "'https://u:key@brook.example/f', 'brook.example', 3, 'not_found', now())",
        news.publisher("brook.example"),
    )
    news.rows(OUTCOME, "failed", "not_found", hours + 9)
    news.rows(OUTCOME, "stored", "new", hours + 1)
    news.rows(OUTCOME, "failed", "not_found", hours)
    news.rows(OUTCOME, "failed", "not_found", 1)


def test_a_feed_that_failed_for_a_day_is_told_without_its_keys(news: News, tmp_path: Path) -> None:
    failing_feed(news, hours=25)
    run = run_on(news.dsn, tmp_path, alert_kinds=("failing_feed",))
    assert alerting.raise_alerts(run) == 1
    ((sentence, evidence),) = raised(news, "sentence, evidence::text")
    assert "brook" in sentence
    assert "404" in sentence
    assert "key" not in sentence + evidence
    assert alerting.raise_alerts(run) == 0


def test_a_feed_that_failed_for_less_is_not(news: News, tmp_path: Path) -> None:
    failing_feed(news, hours=20)
    assert alerting.raise_alerts(run_on(news.dsn, tmp_path)) == 0


CHECK = (
    "INSERT INTO ops.checks (run_id, check_name, level, looked_at, result, offending, checked_at) "
    "VALUES (%s, 'no_orphan', %s, 'run', %s, 3, now() - make_interval(mins => %s))"
)


def test_a_failed_check_is_told_once_until_it_has_passed(news: News, tmp_path: Path) -> None:
    run = run_on(news.dsn, tmp_path, alert_kinds=("failed_check",))
    news.rows(CHECK, "a", "fail", "passed", 60)
    assert alerting.raise_alerts(run) == 0
    for minutes in (50, 40):
        news.rows(CHECK, "b", "fail", "found", minutes)
        alerting.raise_alerts(run)
    assert len(raised(news)) == 1
    assert raised(news)[0][2] == (
        "The check no_orphan found 3 rows that should not be there; it had passed before."
    )
    news.rows(CHECK, "c", "fail", "passed", 30)
    assert alerting.raise_alerts(run) == 0
    news.rows(CHECK, "d", "fail", "broken", 20)
    assert alerting.raise_alerts(run) == 1


def test_a_check_that_only_warns_is_not_told(news: News, tmp_path: Path) -> None:
    news.rows(CHECK, "a", "warn", "found", 5)
    assert alerting.raise_alerts(run_on(news.dsn, tmp_path)) == 0


def test_a_run_that_has_not_ended_is_late(news: News, tmp_path: Path) -> None:
    news.rows(
        "INSERT INTO ops.runs (run_id, kind, version, started_at, finished_at) VALUES "
        "('long', 'scheduled', '1', now() - interval '7 h', NULL), "
        "('young', 'scheduled', '1', now() - interval '5 h', NULL), "
        "('done', 'scheduled', '1', now() - interval '9 h', now()), "
        "('forgotten', 'manual', '1', now() - interval '9 days', NULL)"
    )
    alerting.raise_alerts(run_on(news.dsn, tmp_path))
    ((kind, subject, sentence),) = raised(news)
    assert (kind, subject) == ("late_run", "long")
    assert "had not ended 360 minutes after " in sentence


def test_a_run_that_failed_is_told_with_its_reason(news: News, tmp_path: Path) -> None:
    news.rows(
        "INSERT INTO ops.runs (run_id, kind, flow, version, started_at, finished_at, state, "
        "state_reason) VALUES "
        "('bad', 'manual', 'ingest_news', '1', now(), now(), 'failed', %s), "
        "('good', 'manual', 'ingest_news', '1', now(), now(), 'done', ''), "
        "('dead', 'manual', 'import_warc', '1', now(), now(), 'interrupted', 'its process died')",
        "failed: clean_articles at http://127.0.0.1/f?key=s3cr3tkeys3cr3tkey",
    )
    run = run_on(news.dsn, tmp_path)
    for _ in range(2):
        alerting.raise_alerts(run)
    told = {sentence for kind, sentence in raised(news, "kind, sentence") if kind == "failed_run"}
    assert told == {
        "Run bad of ingest_news failed: clean_articles at http[:]//127.0.0.1/f?key=***.",
        "Run dead of import_warc was interrupted: its process died.",
    }


@pytest.mark.model
@pytest.mark.parametrize("error", [None, RunFailed("left without an outcome: 3 pages")])
def test_a_run_by_hand_tells_its_alerts_however_it_ends(
    news: News, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception | None
) -> None:
    def whole(run: stages.Run, *, bar: Any) -> None:
        failing_feed(news, hours=25)
        if error:
            raise error

    monkeypatch.setattr(stages, "run_all", whole)
    listed = tmp_path / "feeds.csv"
    listed.write_text("feed_id,url,publisher\nbrook,https://brook.example/f,Brook\n")
    with web_server(200) as hook:
        settings = Settings(
            home=tmp_path, warehouse=news.dsn, feeds=str(listed), alert_urls=(hook.url,),
            alert_secret=SECRET,
        )  # fmt: skip
        assert (warehouse.run(settings, feeds=None) == 0) is (error is None)
        assert len(hook.received) == 1
    ((kind, is_sent),) = raised(news, "kind, sent_at IS NOT NULL")
    assert (kind, is_sent) == ("failing_feed", True)


def test_a_publisher_that_fell_quiet_is_told(news: News, tmp_path: Path) -> None:
    news.rows(
        "INSERT INTO core.feeds (feed_id, publisher_id, url, listed_url, host, last_polled_at) "
        "VALUES ('f', %s, 'https://f', 'https://f', 'f', now())", news.publisher("brook.example"),
    )  # fmt: skip
    news.rows(
        "INSERT INTO core.entries (feed_id, entry_id, entry_sha256, title, content_sha256, "
        "url_reason, first_seen_at) SELECT 'f', n::text, sha256(n::text::bytea), 't', 'x', "
        "'no_url', now() - interval '4 days' - make_interval(hours => 3 * n) "
        "FROM generate_series(1, 100) AS n"
    )
    run = run_on(news.dsn, tmp_path)
    assert alerting.raise_alerts(run) == 1
    assert raised(news)[0][:2] == ("quiet_publisher", "brook.example")
    assert alerting.raise_alerts(run) == 0


def test_kinds_that_are_not_wanted_are_not_raised(news: News, tmp_path: Path) -> None:
    failing_feed(news, hours=25)
    assert alerting.raise_alerts(run_on(news.dsn, tmp_path, alert_kinds=("late_run",))) == 0


@pytest.fixture
def sample(postgres_server: EmbeddedServer, sample_dsn: str) -> Iterator[str]:
    """A copy of the sample warehouse that a test may change."""
    with database(postgres_server, template=sample_dsn.split("/")[3].split("?")[0]) as dsn:
        yield dsn


@pytest.mark.model
def test_the_sample_has_silent_changes_disputes_and_hits(sample: str, tmp_path: Path) -> None:
    run = run_on(sample, tmp_path)
    assert alerting.raise_alerts(run) > 0
    assert alerting.raise_alerts(run) == 0
    with closing(connect(sample)) as conn, conn.cursor() as cur:
        cur.execute("SELECT kind, sentence, url, query FROM ops.alerts")
        found = cur.fetchall()
    told = "\n".join(sentence for _, sentence, *_ in found)
    assert {kind for kind, *_ in found} == {
        "silent_correction", "disputed_toll", "watchlist_hit",
    }  # fmt: skip
    assert "name “Miriam Oduya” became “Marian Oduya”" in told
    assert "how many were killed" in told
    assert "“At least 160” " not in told
    assert "how many were wounded" not in told, "at least 160 and 164 can both be true"
    assert "andescourier.example changed" not in told, "that revision was announced"
    assert all(url.startswith("http") for *_, url, _ in found)
    with closing(as_reader(sample)) as conn, conn.cursor() as cur:
        for *_, query in found:
            cur.execute(query)
            assert cur.fetchall(), query


def test_a_webhook_is_signed_and_tried_again(news: News, tmp_path: Path) -> None:
    plant(news)
    with web_server(500, 302) as hook:
        run = run_on(news.dsn, tmp_path, alert_urls=(hook.url,))
        assert alerting.send_alerts(run) == 0
        ((sent_at, answer, tries, later),) = raised(news, "sent_at, answer, tries, next_try_at")
        assert (sent_at, answer, tries) == (None, "http: HTTP 500", 1)
        assert timedelta(minutes=4) < later - datetime.now(UTC) < timedelta(minutes=6)
        assert alerting.send_alerts(run) == 0, "not before its time"
        assert len(hook.received) == 1
        due_again(news)
        assert alerting.send_alerts(run) == 0, "a redirect is not followed"
        assert len(hook.received) == 2
        due_again(news)
        assert alerting.send_alerts(run) == 1
        due_again(news)
        assert alerting.send_alerts(run) == 0, "told once"
    headers, body = hook.received[2]
    stamp = int(headers["x-dateline-timestamp"])
    assert abs(stamp - time.time()) < 60
    assert headers["x-dateline-signature"] == sign(SECRET, stamp, body)
    told = json.loads(body)
    assert (told["id"], told["sentence"]) == ("k1", "Feed 1 has failed.")
    assert (told["url"], told["query"]) == ("https://b.example/1", "SELECT 1;")
    ((channel, tries),) = raised(news, "channel, tries")
    assert (channel, tries) == (["http"], 3)


def test_a_receiver_that_hangs_is_cut_off_and_costs_one_deadline(
    news: News, tmp_path: Path
) -> None:
    plant(news, 4)
    with web_server(0, 0, 0, 0) as hook:
        run = run_on(news.dsn, tmp_path, alert_urls=(hook.url,), alert_deadline_s=1.0)
        assert alerting.send_alerts(run) == 0
        assert len(hook.received) == 1
    assert [tries for (tries,) in raised(news, "tries")] == [1, 0, 0, 0]
    assert "private-path" not in str(raised(news, "answer"))


def test_one_dead_channel_does_not_hold_up_the_other(news: News, tmp_path: Path) -> None:
    plant(news, 2)
    with web_server(500) as hook, mail_server(free_port()) as box:
        run = run_on(news.dsn, tmp_path, alert_urls=(hook.url, box.url))
        alerting.send_alerts(run)
        assert len(box.mails) == 2
        due_again(news)
        assert alerting.send_alerts(run) == 2
        assert len(box.mails) == 2, "each is told once a channel"
        assert len(hook.received) == 3
    assert raised(news, "channel") == [(["http", "mailto"],)] * 2


def test_a_mail_has_text_and_page_and_no_markup_of_others(news: News, tmp_path: Path) -> None:
    plant(news)
    news.rows(
        "UPDATE ops.alerts SET sentence = %s",
        "Watch: “<script>alert(1)</script>\r\nBcc: x@trap.example <b>bold</b> &amp; é”, b.example.",
    )
    with mail_server(free_port()) as box:
        assert alerting.send_alerts(run_on(news.dsn, tmp_path, alert_urls=(box.url,))) == 1
    (mail,) = box.mails
    assert mail["to"] == "desk@b.example"
    assert mail["bcc"] is None
    assert mail["subject"].startswith("[Dateline] Feed failing: Watch: “<script>")
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert page is not None
    for part in ("https://b.example/1", "SELECT 1;"):
        assert part in plain.get_content()
        assert part in page.get_content()
    assert "<script" not in page.get_content()
    assert "&lt;script&gt;alert(1)" in page.get_content()
    assert "alert(1)" in plain.get_content()


def test_many_alerts_become_a_digest(news: News, tmp_path: Path) -> None:
    plant(news, 60)
    with web_server() as hook:
        run = run_on(news.dsn, tmp_path, alert_urls=(hook.url,), alert_most_a_kind=3)
        assert alerting.send_alerts(run) == 60
    assert len(hook.received) == 4
    assert len(json.loads(hook.received[-1][1])["alerts"]) == 57
    assert all(at is not None for (at,) in raised(news, "sent_at"))


def test_a_try_too_many_is_the_last(news: News, tmp_path: Path) -> None:
    plant(news)
    news.rows("UPDATE ops.alerts SET tries = %s", alerting.MOST_TRIES - 1)
    with web_server(500) as hook:
        run = run_on(news.dsn, tmp_path, alert_urls=(hook.url,))
        alerting.send_alerts(run)
        due_again(news)
        assert alerting.send_alerts(run) == 0
        assert len(hook.received) == 1
    assert raised(news, "given_up_at IS NOT NULL, sent_at") == [(True, None)]


def test_a_channel_set_up_today_is_not_told_of_last_month(news: News, tmp_path: Path) -> None:
    plant(news)
    news.rows("UPDATE ops.alerts SET raised_at = now() - interval '30 days'")
    with web_server() as hook:
        assert alerting.send_alerts(run_on(news.dsn, tmp_path, alert_urls=(hook.url,))) == 0
    assert not hook.received


def test_two_senders_tell_nothing_twice(news: News, tmp_path: Path) -> None:
    plant(news)
    with web_server() as hook, news.conn.cursor() as cur:
        assert alerts.become_sender(cur)
        assert alerting.send_alerts(run_on(news.dsn, tmp_path, alert_urls=(hook.url,))) == 0
    assert not hook.received


def test_a_warehouse_out_of_reach_does_not_fail_a_run(tmp_path: Path) -> None:
    def refuse() -> Any:
        raise OSError("no route")

    settings = Settings(home=tmp_path, alert_urls=("mailto://127.0.0.1?to=a@b.example",))
    run = stages.Run(connect=refuse, settings=settings, run_id="now")
    assert alerting.tell_alerts(run) == {"raised": 0}


def test_the_command_tests_lists_and_sends(
    news: News, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(news)
    with web_server(200, 500) as hook:
        settings = Settings(
            home=tmp_path, warehouse=news.dsn, alert_urls=(hook.url,), alert_secret=SECRET
        )
        assert command.test(settings) == 0
        assert json.loads(hook.received[0][1])["kind"] == "test"
        assert command.send(settings) == 1
        assert "HTTP 500" in capsys.readouterr().out
        due_again(news)
        assert command.send(settings) == 0
        assert command.list_alerts(settings, kind=None, unsent=False, most=9, as_json=True) == 0
        (line,) = capsys.readouterr().out.splitlines()[-1:]
        assert json.loads(line)["subject"] == "s"
        assert command.list_alerts(settings, kind=None, unsent=True, most=9, as_json=False) == 0
        assert "no alerts" in capsys.readouterr().out
