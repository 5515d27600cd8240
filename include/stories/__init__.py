"""Articles → copies and stories. Pure: no I/O, no clock, no settings; the README has the method."""

from __future__ import annotations

from include.stories.copies import TextToCompare, choose_original, find_copies, judge_copy
from include.stories.documents import GroupedDocument, group_documents
from include.stories.fingerprint import fingerprint
from include.stories.group import Grouping, assign, group_articles, story_id_of
from include.stories.label import choose_lead, label_of
from include.stories.profiles import KnownStory, search_terms
from include.stories.terms import terms_of
from include.stories.vectors import CorpusStatistics, vector_of

__all__ = [
    "CorpusStatistics",
    "GroupedDocument",
    "Grouping",
    "KnownStory",
    "TextToCompare",
    "assign",
    "choose_lead",
    "choose_original",
    "find_copies",
    "fingerprint",
    "group_articles",
    "group_documents",
    "judge_copy",
    "label_of",
    "search_terms",
    "story_id_of",
    "terms_of",
    "vector_of",
]
