"""A text's tokens as plain lists, read once: asking spaCy token by token costs far more."""

from __future__ import annotations

from spacy.tokens import Doc


class TokenTable:
    """What the rules ask of tokens, by token index."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.language: str = doc.lang_
        self.texts: list[str] = []
        self.lower: list[str] = []
        self.tags: list[str] = []
        self.starts: list[int] = []
        self.labels: list[str] = []
        self.begins_sentence: list[bool] = []
        for token in doc:
            text = token.text
            self.texts.append(text)
            self.lower.append(text.lower())
            self.tags.append(token.tag_)
            self.starts.append(token.idx)
            self.labels.append(token.ent_type_)
            self.begins_sentence.append(bool(token.is_sent_start))

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
