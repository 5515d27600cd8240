"""Language models: found, loaded once a process, and made safe for hostile texts."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.attrs import IS_SPACE
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from include.extraction.reading import upper_case  # noqa: F401  (registers its component)
from include.extraction.reading.model_names import (
    ModelMissing,
    language_code,
    locate,
    model_version,
)
from include.extraction.reading.tuned import TUNED

_UNUSED = ("senter", "lemmatizer", "trainable_lemmatizer", "attribute_ruler", "entity_linker")
_LONG_RUN = re.compile(rf"\S{{{TUNED.longest_run + 1},}}")


@dataclass(frozen=True, slots=True)
class Model:
    """A pipeline that reads one language. `name` and `version` are None for a blank one."""

    language: str
    nlp: Language
    name: str | None = None
    version: str | None = None

    @property
    def is_trained(self) -> bool:
        """Whether it finds names and parses, beyond tokens and sentences."""
        return self.name is not None


def load(language: str | None, *, model_names: Mapping[str, str]) -> Model:
    """The pipeline for a language: the model named for it, or a blank one.

    A blank one has the language's tokenizer and a sentencizer; where spaCy lacks the
    language, those of "xx". Loaded once a process and kept.

    Raises:
        ModelMissing: the named model is not installed.
    """
    code = language_code(language)
    return _load(code, model_names.get(code))


def model_folder(name: str) -> Path:
    """The folder that `spacy.load` reads a model from.

    Raises:
        ModelMissing: the model is not installed.
    """
    folder = locate(name)
    inner = folder / f"{name}-{model_version(name)}"
    return inner if inner.is_dir() else folder


@cache
def _load(code: str, name: str | None) -> Model:
    if name is None:
        return Model(code, _prepared(_blank(code)))
    _choose_matrix_product()
    version = model_version(name)
    try:
        nlp = spacy.load(model_folder(name), exclude=list(_UNUSED))
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise ModelMissing(f"the model {name!r} does not load: {reason}") from error
    return Model(code, _prepared(nlp), name, version)


def _blank(code: str) -> Language:
    try:
        nlp = spacy.blank(code)
    except (ImportError, OSError, ValueError):  # unknown, or its tokenizer is not installed
        nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    return nlp


def _prepared(nlp: Language) -> Language:
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer)
    nlp.add_pipe("paragraph_starts", first=True)
    if nlp.has_pipe("ner"):
        nlp.add_pipe("upper_case_names", after="ner")
    return nlp


@cache
def _choose_matrix_product() -> None:
    """Give thinc the faster of its own matrix product and numpy's.

    thinc's BLIS is built without the instructions of recent processors; the results
    agree to rounding. Must come before a model is loaded, which keeps what it finds.
    """
    own, numpys = NumpyOps(), NumpyOps(use_blis=False)
    if _seconds(numpys) < _seconds(own):
        set_current_ops(numpys)


def _seconds(ops: NumpyOps) -> float:
    left = np.ones((512, 288), dtype="f")
    right = np.ones((288, 288), dtype="f")
    best = float("inf")
    for _ in range(5):
        begun = time.perf_counter()
        ops.gemm(left, right)
        best = min(best, time.perf_counter() - begun)
    return best


class BoundedTokenizer:
    """A tokenizer that cuts runs without a space before they cost quadratic time.

    Runs over 200 characters are no words. In scripts that write without spaces each
    piece of 200 is tokenized by itself; elsewhere it is one token. `doc.text` stays the
    text given.
    """

    def __init__(self, inner: Callable[[str], Doc]) -> None:
        self.inner = inner

    def __getattr__(self, name: str) -> object:
        return getattr(self.inner, name)

    def __call__(self, text: str) -> Doc:
        """The tokens of a text."""
        runs = list(_LONG_RUN.finditer(text))
        if not runs:
            return self.inner(text)
        docs: list[Doc] = []
        at = 0
        for run in runs:
            docs.append(self.inner(text[at : run.start()]))
            docs.extend(self._pieces(run.group()))
            at = run.end()
        docs.append(self.inner(text[at:]))
        words = [token.text for doc in docs for token in doc]
        spaces = [bool(token.whitespace_) for doc in docs for token in doc]
        return Doc(docs[0].vocab, words=words, spaces=spaces)

    def _pieces(self, run: str) -> list[Doc]:
        vocab = self.inner("").vocab
        longest = TUNED.longest_run
        pieces = [run[i : i + longest] for i in range(0, len(run), longest)]
        return [
            self.inner(piece) if _is_unspaced(piece) else Doc(vocab, words=[piece], spaces=[False])
            for piece in pieces
        ]


def _is_unspaced(piece: str) -> bool:
    """Whether letters beyond Latin, Greek and Cyrillic prevail, as in Chinese or Thai."""
    return 2 * sum(char > "\u0dff" and char.isalpha() for char in piece) > len(piece)


@Language.component("paragraph_starts")  # type: ignore[untyped-decorator]
def paragraph_starts(doc: Doc) -> Doc:
    """Begin a sentence after every line break: no name or clause spans two paragraphs."""
    if len(doc) < 2 or "\n" not in doc.text:
        return doc
    (spaces,) = np.nonzero(doc.to_array([IS_SPACE])[:-1].reshape(-1))
    for index in spaces.tolist():
        if "\n" in doc[index].text:
            doc[index + 1].is_sent_start = True
    return doc
