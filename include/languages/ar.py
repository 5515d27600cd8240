"""The words of Arabic."""

from __future__ import annotations

from include.languages.record import Language, Places, words

ARABIC = Language(
    code="ar",
    places=Places(before_joined=words("و ب ل ف وب ول")),
)
