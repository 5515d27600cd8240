"""A text's tokens as plain lists, read once: asking spaCy token by token costs far more."""

from __future__ import annotations

from typing import Self

import numpy as np
from spacy.attrs import ENT_TYPE, IDX, LENGTH, SENT_START, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

_ATTRIBUTES = [IDX, LENGTH, SENT_START, TAG, ENT_TYPE]
_KEPT = "dateline_token_table"
_NO_TOKENS = np.zeros((len(_ATTRIBUTES), 0), dtype="i8")


def _names(keys: list[int], strings: StringStore) -> list[str]:
    known = {key: str(strings[key]) if key else "" for key in set(keys)}
    return [known[key] for key in keys]


class TokenTable:
    """What the rules ask of tokens, by token index."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.language: str = doc.lang_
        numbers = doc.to_array(_ATTRIBUTES).astype("i8").T if len(doc) else _NO_TOKENS
        starts, lengths, sentences, tags, labels = numbers
        self.starts: list[int] = starts.tolist()
        self.texts: list[str] = [
            self.text[start:end]
            for start, end in zip(self.starts, (starts + lengths).tolist(), strict=True)
        ]
        self.lower: list[str] = [text.lower() for text in self.texts]
        self.begins_sentence: list[bool] = (sentences == 1).tolist()
        strings = doc.vocab.strings
        self.tags: list[str] = _names(tags.view("u8").tolist(), strings)
        self.labels: list[str] = _names(labels.view("u8").tolist(), strings)

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """The table of a text, made once and kept with its `Doc`."""
        if _KEPT not in doc.user_data:
            doc.user_data[_KEPT] = cls(doc)
        kept: Self = doc.user_data[_KEPT]
        return kept

    def __len__(self) -> int:
        return len(self.texts)

    def end(self, index: int) -> int:
        """The character offset behind a token."""
        return self.starts[index] + len(self.texts[index])

    def span(self, first: int, after: int) -> str:
        """The text of tokens [first, after)."""
        return self.text[self.starts[first] : self.end(after - 1)] if after > first else ""

    def spaced(self, index: int) -> bool:
        """Whether white space follows a token."""
        end = self.end(index)
        return self.text[end : end + 1] == " "
