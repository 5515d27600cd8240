"""The words of Japanese."""

from __future__ import annotations

from include.languages.record import Language, Places, words

JAPANESE = Language(
    code="ja",
    places=Places(behind_towns=words("県 市 府 都 区 で に 地裁 高裁 空港 港")),
)
