"""Articles → copies and stories. Pure: no I/O, no clock, no settings; the README has the method."""

from __future__ import annotations

from include.stories.changes import TextChanges, changes_of
from include.stories.copies import TextToCompare, choose_original, find_copies, judge_copy
from include.stories.credits import agency_of
from include.stories.documents import GroupedDocument, group_documents
from include.stories.episodes import Episode, continued_by, episode_of
from include.stories.fingerprint import fingerprint
from include.stories.group import FoundStory, IndependentText, group_texts
from include.stories.label import label_of
from include.stories.likeness import likeness_of, likenesses
from include.stories.naming import Naming, StoryChange, name_stories, story_id_of
from include.stories.terms import terms_of
from include.stories.vectors import CorpusStatistics, search_terms, vector_of

__all__ = [
    "CorpusStatistics",
    "Episode",
    "FoundStory",
    "GroupedDocument",
    "IndependentText",
    "Naming",
    "StoryChange",
    "TextChanges",
    "TextToCompare",
    "agency_of",
    "changes_of",
    "choose_original",
    "continued_by",
    "episode_of",
    "find_copies",
    "fingerprint",
    "group_documents",
    "group_texts",
    "judge_copy",
    "label_of",
    "likeness_of",
    "likenesses",
    "name_stories",
    "search_terms",
    "story_id_of",
    "terms_of",
    "vector_of",
]
