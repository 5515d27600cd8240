"""The words of Hebrew."""

from __future__ import annotations

from include.languages.record import Language, Places, words

HEBREW = Language(
    code="he",
    places=Places(before_joined=words("ב ל מ ו ש ה וב ול ומ שב")),
)
