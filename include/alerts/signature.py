"""The signature of a webhook's body, so that its receiver knows who sent it, and when."""

from __future__ import annotations

import hashlib
import hmac


def sign(secret: str, timestamp: int, body: bytes) -> str:
    """`sha256=` and the HMAC-SHA256, in hex, of `TIMESTAMP.BODY` (Unix seconds, a full stop).

    The timestamp is signed too: a receiver that refuses old ones cannot be sent a recorded
    message again.
    """
    told = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256)
    return f"sha256={told.hexdigest()}"
