"""The words of Korean."""

from __future__ import annotations

from include.languages.record import Language, Places, words

KOREAN = Language(
    code="ko",
    places=Places(
        behind_towns=words(
            "시 도 에서 에 의 은 는 을 를 이 가 와 과 로 으로 까지 부터 "
            "시의 시에서 시에 시는 시가 시장 지역 공항"
        )
    ),
)
