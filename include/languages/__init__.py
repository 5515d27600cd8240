"""The words of each language, one file a language: `language("de")`."""

from include.languages.lookup import SECTIONS, codes, digest, language
from include.languages.record import Language

__all__ = ["SECTIONS", "Language", "codes", "digest", "language"]
