"""The closed vocabularies of the warehouse: every word with what it means.

`ops.vocabulary` holds them, written at each migration; a test holds the lists in SQL and the
constraints of tables against them. Reasons and statuses of outcomes stand in `outcomes`,
kinds of event beside their rules.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed vocabulary; `explanation` says what it means."""

    explanation: str

    def __new__(cls, value: str, explanation: str = "") -> Self:
        """A word that is `value`, and means `explanation`."""
        made = str.__new__(cls, value)
        made._value_ = value
        made.explanation = explanation
        return made


class QuoteKind(Word):
    """How something said is given."""

    DIRECT = "direct", "word for word, between quotation marks"
    INDIRECT = "indirect", "in the words of the text, without quotation marks"
    MIXED = "mixed", "a statement partly between quotation marks"


class LeftOut(Word):
    """Why words between quotation marks are no statement, or a statement was cut."""

    TITLE = "title", "the title of a work"
    NAME = "name", "what something is called"
    SCARE_QUOTE = "scare_quote", "a few words held at a distance, said by nobody"
    NO_CUE = "no_cue", "the text does not tell who says it"
    OVERLAPS = "overlaps", "it holds words of another statement, which is kept"
    TOO_MANY = "too_many", "beyond the number of statements that are kept of one text"


class FigureKind(Word):
    """What a figure counts. All else goes by the noun counted: `boat`, `school`."""

    KILLED = "killed", "people who died"
    WOUNDED = "wounded", "people who were hurt"
    MISSING = "missing", "people whose whereabouts are unknown"
    ARRESTED = "arrested", "people taken into custody"
    DISPLACED = "displaced", "people driven from their homes"
    EVACUATED = "evacuated", "people brought out of danger"
    KIDNAPPED = "kidnapped", "people taken by force"
    FREED = "freed", "people released or rescued"
    PROTESTERS = "protesters", "people at a protest"
    INFECTED = "infected", "people who caught a disease"
    MONEY = "money", "a sum; its unit is an ISO 4217 code"
    PERCENT = "percent", "a share, or a change of it"
    TERM = "term", "the length of a sentence or a ban"
    COUNT = "count", "something counted that the text does not name"
    CHANGE = "change", "by how much a count of people rose or fell"


class Bound(Word):
    """How surely a figure is meant."""

    EXACT = "exact", "this number; low and high are equal"
    AT_LEAST = "at_least", "this number or more; high is unknown"
    AT_MOST = "at_most", "this number or fewer; low is unknown"
    ABOUT = "about", "near this number"
    BETWEEN = "between", "from low to high"


class FigureStatus(Word):
    """Whether what a figure or an event tells is so."""

    ACTUAL = "actual", "the text states it as a fact"
    FORECAST = "forecast", "expected, planned, a target"
    POSSIBLE = "possible", "could be, is feared or alleged, or is told in fiction"
    NEGATED = "negated", "denied, averted, or none of"
    EARLIER = "earlier", "of an older event or period"


class Change(Word):
    """Which way a figure moved."""

    UP = "up", "it rose"
    DOWN = "down", "it fell"


class TimeType(Word):
    """What a time expression is, by TIMEX3."""

    DATE = "DATE", "a day, week, month, year or another part of the calendar"
    TIME = "TIME", "a time of day"
    DURATION = "DURATION", "how long"
    SET = "SET", "how often"


class TimeMod(Word):
    """How fuzzy a time is, by TIMEX3."""

    APPROX = "APPROX", "about then"
    BEFORE = "BEFORE", "earlier than that"
    AFTER = "AFTER", "later than that"
    START = "START", "at its beginning"
    MID = "MID", "in its middle"
    END = "END", "at its end"
    EQUAL_OR_LESS = "EQUAL_OR_LESS", "that long at most"
    EQUAL_OR_MORE = "EQUAL_OR_MORE", "that long at least"
    LESS_THAN = "LESS_THAN", "not so long"
    MORE_THAN = "MORE_THAN", "longer than that"


class EntityKind(Word):
    """What a name stands for."""

    PERSON = "person", "a human being"
    ORGANISATION = "organisation", "a body: a firm, party, court, club, authority"
    PLACE = "place", "somewhere on earth"
    GROUP = "group", "people by nation, faith or conviction"
    EVENT = "event", "an event that has a name"
    PRODUCT = "product", "something made that has a name"
    WORK = "work", "a book, film, song or other work"
    LAW = "law", "a law or treaty"


class ChangeKind(Word):
    """What a change in the change feed is."""

    NEW = "new", "an article that was not known"
    EDITED = "edited", "its publisher changed its words"
    RECLEANED = "recleaned", "other rules read other words in the same page"
    RESTATED = "restated", "the same words with other dates, authors or particulars"
    WITHDRAWN = "withdrawn", "its page is gone"
    BACK = "back", "a page that was gone is there again"
    TEXT_REMOVED = "text_removed", "our retention removed its text"
    FACTS = "facts", "its text was extracted anew"
    COPY = "copy", "its text is, or is no longer, a copy of another"
    STORY_JOINED = "story_joined", "it joined a story"
    STORY_MOVED = "story_moved", "it moved to another story"
    STORY_LEFT = "story_left", "it left its story"
    STORY_RENAMED = "story_renamed", "a story has another label or lead"
    STORY_ENDED = "story_ended", "a story is no more"
    ENTITY = "entity", "a name stands for another entity"
    PUBLISHER = "publisher", "we know something else of a publisher"


class EditedPart(Word):
    """What an edit of an article changed."""

    HEADLINE = "headline", "its headline"
    PASSAGE = "passage", "a paragraph"
    QUOTE = "quote", "a quotation"
    FIGURE = "figure", "a figure"
    NAME = "name", "a name"


class SignalSource(Word):
    """Where a publisher says what machines may do."""

    ROBOTS = "robots", "robots.txt"
    FILE = "file", "tdmrep.json of the site"
    HEADER = "header", "the header of an answer"
    PAGE = "page", "the markup of a page"
    FEED = "feed", "an entry of a feed"


class Doubt(Word):
    """Why an article may be none, or not all of one."""

    LISTING = "listing", "a page of links to others"
    TABLE = "table", "a table of data"
    GALLERY = "gallery", "pictures with captions"
    MEDIA = "media", "a video or audio piece with few words"
    OFFER = "offer", "something for sale, or a vacancy"
    SHORT = "short", "hardly a paragraph"
    PAYWALL = "paywall", "the beginning of an article behind a paywall"
    CONSENT = "consent", "it asks for consent, perhaps in place of the article"
    SERVICE = "service", "a page of the site itself: contact, help, terms"


class RunState(Word):
    """How a run stands."""

    RUNNING = "running", "it is at work"
    DONE = "done", "all that it chose has an outcome"
    FAILED = "failed", "something failed, or has no outcome"
    INTERRUPTED = "interrupted", "its process ended before it did"


class Stage(Word):
    """The steps of a run, in the order of the data."""

    POLL_FEEDS = "poll_feeds", "feeds are polled"
    READ_ENTRIES = "read_entries", "entries of polled feeds are read"
    FETCH_PAGES = "fetch_pages", "pages are fetched"
    IMPORT_PAGES = "import_pages", "pages that others fetched are read"
    RENEW_ROWS = "renew_rows", "what older rules made becomes due again"
    CLEAN_ARTICLES = "clean_articles", "pages become articles"
    FINGERPRINT_TEXTS = "fingerprint_texts", "copies are found"
    EXTRACT_TEXTS = "extract_texts", "facts are found"
    GROUP_STORIES = "group_stories", "articles become stories"
    JOIN_ENTITIES = "join_entities", "names are joined to what they stand for"
    JOIN_STATEMENTS = "join_statements", "quotes are joined to what was said"
    REFRESH_MARTS = "refresh_marts", "what people read is brought up to date"
    CHECK_WAREHOUSE = "check_warehouse", "the checks are run"
    EXPORT_DAYS = "export_days", "days are written to files"


class ScoredKind(Word):
    """The kinds of fact that the quality of extraction is measured by."""

    PEOPLE = "people", "the full names of people"
    BODIES = "bodies", "the full names of bodies"
    PLACES = "places", "places, each in its country"
    QUOTES = "quotes", "what was said"
    SPEAKERS = "speakers", "who said it"
    FIGURES = "figures", "what is counted, with its bounds"
    TIMES = "times", "when, as a TIMEX3 value"


VOCABULARIES: dict[str, type[Word]] = {
    "bound": Bound,
    "change": Change,
    "change kind": ChangeKind,
    "doubt": Doubt,
    "edited part": EditedPart,
    "entity kind": EntityKind,
    "figure kind": FigureKind,
    "figure status": FigureStatus,
    "left out": LeftOut,
    "quote kind": QuoteKind,
    "run state": RunState,
    "scored kind": ScoredKind,
    "signal source": SignalSource,
    "stage": Stage,
    "time mod": TimeMod,
    "time type": TimeType,
}
"""Every vocabulary by its name in `ops.vocabulary`."""
