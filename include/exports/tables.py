"""What is exported by day: tables, their columns in order, and the columns' Arrow types."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

_INSTANT = pa.timestamp("us", tz="UTC")
_NAMES = pa.list_(pa.string())
_TYPES = {
    "number": pa.int64(), "count": pa.int32(), "text": pa.string(), "instant": _INSTANT,
    "share": pa.float32(), "value": pa.float64(), "bool": pa.bool_(), "names": _NAMES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """One exported table: `columns` are (name, kind of value), as its view in `mart` has them."""

    name: str
    columns: tuple[tuple[str, str], ...]

    def schema(self, about: dict[str, str], metadata: dict[str, str]) -> pa.Schema:
        """The Arrow schema; `about` says what columns mean, `metadata` goes into the file."""
        fields = [
            pa.field(name, _TYPES[kind], metadata={"description": about.get(name, "")})
            for name, kind in self.columns
        ]
        return pa.schema(fields, metadata=metadata)


def _table(name: str, **kinds: str) -> Table:
    """A table from the names of its columns by kind, in the order they are written."""
    return Table(name, tuple((column, kind) for column, kind in kinds.items()))


_OF_ARTICLE = {
    "publisher": "text", "published_at": "instant", "story_id": "text", "url": "text",
}  # fmt: skip
_SPAN = {"text_id": "number", "start_char": "count", "end_char": "count"}

TABLES = (
    _table(
        "articles", article_id="number", url="text", publisher="text", publisher_country="text",
        title="text", authors="names", credit="text", published_at="instant",
        published_from="text", updated_at="instant", language="text", section="text",
        words="count", version="count", story_id="text", is_copy="bool", text_id="number",
        independent_text_id="number", version_id="number", first_seen_at="instant",
        gone_at="instant", body="text",
    ),
    _table(
        "mentions", mention_id="number", article_id="number", entity_id="number", entity="text",
        kind="text", sense="text", mention="text", label="text", role="text", confidence="share",
        **_OF_ARTICLE, independent_text_id="number", **_SPAN,
    ),
    _table(
        "quotes", quote_id="number", article_id="number", speaker="text", speaker_text="text",
        speaker_entity_id="number", quote="text", kind="text", cue="text", confidence="share",
        sentence="text", **_OF_ARTICLE, is_copy="bool", **_SPAN,
    ),
    _table(
        "figures", figure_id="number", article_id="number", what="text", low="value",
        high="value", bound="text", unit="text", figure="text", place="text",
        attributed_to="text", confidence="share", sentence="text", **_OF_ARTICLE, is_copy="bool",
        **_SPAN,
    ),
    _table(
        "stories", story_id="text", label="text", articles="number", independent_texts="number",
        publishers="number", languages="names", first_published_at="instant",
        last_published_at="instant", lead_article_id="number",
    ),
)  # fmt: skip
"""In the order they are written; `mart` has a view of each name with these columns."""
