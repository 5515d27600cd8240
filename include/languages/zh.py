"""The words of Chinese."""

from __future__ import annotations

from include.languages.record import Language, Places, words

CHINESE = Language(
    code="zh",
    places=Places(behind_towns=words("市 省 县 縣 区 區 机场 機場 大学")),
)
