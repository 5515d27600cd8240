"""What a stage made of one item: the closed vocabulary of `ops.outcomes`.

Every item a stage takes up gets exactly one outcome in that stage and run. Items that
are alike and uninteresting (the thirty entries of a feed we already know) may share one
row with `items` counting them, so that the sum over outcomes is what was seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from include.vocabulary import Word


class Status(Word):
    """How an item left its stage."""

    STORED = "stored", "it is new, and stored"
    UPDATED = "updated", "it is known, and has changed"
    UNCHANGED = "unchanged", "it is known, and as it was"
    DUPLICATE = "duplicate", "it is another one of something known"
    SKIPPED = "skipped", "it is not what the stage keeps"
    FAILED = "failed", "something went wrong, and it is not tried again by itself"
    RETRY = "retry", "something went wrong, and it is tried again"


class Reason(StrEnum):
    """Why. The text beside each name in `EXPLAINED` is what people read."""

    # good
    NEW = "new"
    DOUBTFUL = "doubtful"
    CHANGED = "changed"
    NOT_MODIFIED = "not_modified"
    SAME_BODY = "same_body"
    NOTHING_NEW = "nothing_new"
    KNOWN_ENTRY = "known_entry"
    RENAMED_ENTRY = "renamed_entry"
    REDATED_ENTRY = "redated_entry"
    FEED_MOVED = "feed_moved"
    FEED_MERGED = "feed_merged"
    RESTATED = "restated"
    SAME_TEXT = "same_text"
    SAME_PAGE = "same_page"
    EXACT_COPY = "exact_copy"
    NEAR_COPY = "near_copy"
    FIRST_OF_STORY = "first_of_story"
    JOINED_STORY = "joined_story"
    # the entry
    NO_URL = "no_url"
    BAD_URL = "bad_url"
    TOO_MANY_ENTRIES = "too_many_entries"
    # the network
    DNS_FAILED = "dns_failed"
    CONNECTION_FAILED = "connection_failed"
    TLS_FAILED = "tls_failed"
    TIMED_OUT = "timed_out"
    TOO_LARGE = "too_large"
    BROKEN_TRANSFER = "broken_transfer"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    ADDRESS_REFUSED = "address_refused"
    ROBOTS_DISALLOW = "robots_disallow"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    OPTED_OUT = "opted_out"
    # the answer
    HTTP_CLIENT_ERROR = "http_client_error"
    HTTP_SERVER_ERROR = "http_server_error"
    NOT_FOUND = "not_found"
    GONE = "gone"
    FORBIDDEN = "forbidden"
    RATE_LIMITED = "rate_limited"
    PAYMENT_REQUIRED = "payment_required"
    NOT_HTML = "not_html"
    NOT_A_FEED = "not_a_feed"
    EMPTY_BODY = "empty_body"
    # the page
    BOT_WALL = "bot_wall"
    CONSENT_WALL = "consent_wall"
    PAYWALL_STUB = "paywall_stub"
    FEED_DOCUMENT = "feed_document"
    NOT_AN_ARTICLE = "not_an_article"
    TOO_SHORT = "too_short"
    WORSE_THAN_STORED = "worse_than_stored"
    OLDER_THAN_STORED = "older_than_stored"
    OUTSIDE_FOLDER = "outside_folder"
    HOSTILE_MARKUP = "hostile_markup"
    # our own machinery
    WORKER_TIMED_OUT = "worker_timed_out"
    WORKER_DIED = "worker_died"
    PARSE_ERROR = "parse_error"
    ARCHIVE_MISSING = "archive_missing"
    NOT_STORABLE = "not_storable"
    NO_MODEL_FOR_LANGUAGE = "no_model_for_language"
    SHARED_EXTRACTION = "shared_extraction"
    UNDATED = "undated"


EXPLAINED: dict[Reason, str] = {
    Reason.NEW: "seen for the first time",
    Reason.DOUBTFUL: "seen for the first time, and kept though it may be no article",
    Reason.CHANGED: "known, and its words have changed",
    Reason.NOT_MODIFIED: "the server answered 304 Not Modified",
    Reason.SAME_BODY: "the same bytes as last time",
    Reason.NOTHING_NEW: "changed bytes, but no new or changed entry",
    Reason.KNOWN_ENTRY: "an entry we know, unchanged",
    Reason.RENAMED_ENTRY: "an entry we know, under another identifier",
    Reason.REDATED_ENTRY: "an entry we know, whose publisher corrected its date",
    Reason.FEED_MOVED: "its permanent redirect has held, and it is polled there from now on",
    Reason.FEED_MERGED: "it leads where another feed of the list does, and became one with it",
    Reason.RESTATED: "title and text are as they were; newer rules read other dates or authors",
    Reason.SAME_TEXT: "fetched again; title and text are as they were",
    Reason.SAME_PAGE: "leads to an article that another URL already brought",
    Reason.EXACT_COPY: "the same text, word for word, as another article",
    Reason.NEAR_COPY: "a copy of another text with small changes",
    Reason.FIRST_OF_STORY: "the first article of its story",
    Reason.JOINED_STORY: "joined a story we know",
    Reason.NO_URL: "the entry names no page",
    Reason.BAD_URL: "the URL is not one we fetch",
    Reason.TOO_MANY_ENTRIES: "older than the number of newest entries we read of one feed",
    Reason.DNS_FAILED: "the host's name could not be resolved",
    Reason.CONNECTION_FAILED: "no connection to the host",
    Reason.TLS_FAILED: "the host's certificate was not accepted",
    Reason.TIMED_OUT: "the whole answer did not come within the deadline",
    Reason.TOO_LARGE: "larger than the limit after decompression",
    Reason.BROKEN_TRANSFER: "the answer broke off or was not valid HTTP",
    Reason.TOO_MANY_REDIRECTS: "too many redirects, or a loop",
    Reason.ADDRESS_REFUSED: "leads to a private or reserved address",
    Reason.ROBOTS_DISALLOW: "the site's robots.txt asks us not to",
    Reason.ROBOTS_UNREACHABLE: "robots.txt cannot be read, so nothing is fetched",
    Reason.OPTED_OUT: "the publisher reserves text and data mining, and we are set to heed it",
    Reason.HTTP_CLIENT_ERROR: "the server answered 4xx",
    Reason.HTTP_SERVER_ERROR: "the server answered 5xx",
    Reason.NOT_FOUND: "the server answered 404",
    Reason.GONE: "the server answered 410 Gone",
    Reason.FORBIDDEN: "the server answered 401, 403 or 451",
    Reason.PAYMENT_REQUIRED: "the server asks crawlers to pay (402)",
    Reason.RATE_LIMITED: "the server answered 429, or asked to wait",
    Reason.NOT_HTML: "not an HTML page",
    Reason.NOT_A_FEED: "not a feed in any format we read",
    Reason.EMPTY_BODY: "the answer was empty",
    Reason.BOT_WALL: "a page that asks whether we are human",
    Reason.CONSENT_WALL: "a page that only asks for consent",
    Reason.PAYWALL_STUB: "an offer to subscribers, and no line of the article",
    Reason.FEED_DOCUMENT: "a feed where a page was expected",
    Reason.NOT_AN_ARTICLE: "a listing, gallery, video or other page without a text",
    Reason.TOO_SHORT: "hardly a word of text",
    Reason.WORSE_THAN_STORED: "fetched again, but poorer than the text we hold",
    Reason.OLDER_THAN_STORED: "captured before the body we hold",
    Reason.OUTSIDE_FOLDER: "a link that leads out of the folder it lies in",
    Reason.HOSTILE_MARKUP: "markup made to exhaust a parser",
    Reason.WORKER_TIMED_OUT: "took longer than its deadline and was stopped",
    Reason.WORKER_DIED: "ended the process that worked on it",
    Reason.PARSE_ERROR: "could not be parsed",
    Reason.ARCHIVE_MISSING: "its record is not in the archive any more",
    Reason.NOT_STORABLE: "the warehouse refused the row",
    Reason.NO_MODEL_FOR_LANGUAGE: "no language model: only what needs none was extracted",
    Reason.SHARED_EXTRACTION: "its facts are those of the same text seen before",
    Reason.UNDATED: "no publication date, so it was placed by when we first saw it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one stage of one run made of `subject` (or of `items` alike subjects).

    `address` is the URL of a subject that is known by another name; it is shown in logs, and
    not stored.
    """

    stage: str
    subject_kind: str
    subject: str
    status: Status
    reason: Reason
    detail: str = ""
    items: int = 1
    elapsed_ms: int | None = None
    address: str = ""
