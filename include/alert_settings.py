"""What the settings of alerts may be. What is wrong is told without what is secret."""

from __future__ import annotations

from pydantic import SecretStr

ALERT_KINDS = (
    "failed_run",
    "late_run",
    "failed_check",
    "failing_feed",
    "quiet_publisher",
    "silent_correction",
    "disputed_toll",
    "watchlist_hit",
)
"""What can be told; `include/alerts/kinds.py` says what each is."""

_SECRET_CHARS = 16


def addresses(value: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
    """Addresses of channels, unless one has no scheme."""
    for number, one in enumerate(value, start=1):
        scheme, mark, rest = one.get_secret_value().partition("://")
        if not mark or not rest or not scheme.replace("+", "").isalnum():
            raise ValueError(f"address {number} is not of the form scheme://…")
    return value


def long_secret(value: SecretStr) -> SecretStr:
    """The secret, unless it is too short to sign with."""
    if len(value.get_secret_value()) < _SECRET_CHARS:
        raise ValueError(f"write at least {_SECRET_CHARS} characters")
    return value


def known_kinds(value: tuple[str, ...]) -> tuple[str, ...]:
    """Kinds of alerts, unless one does not exist."""
    if unknown := sorted(set(value) - set(ALERT_KINDS)):
        raise ValueError(f"{', '.join(unknown)}: choose among {', '.join(ALERT_KINDS)}")
    return value
