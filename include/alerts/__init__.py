"""What is worth telling somebody, and how it reads. Pure: rows in, alerts and messages out."""

from include.alerts.kinds import KINDS, Alert, Kind
from include.alerts.message import Message, render, render_digest, render_test
from include.alerts.plan import Plan, next_try, plan
from include.alerts.signature import sign
from include.alerts.worth import JUDGES

__all__ = [
    "JUDGES",
    "KINDS",
    "Alert",
    "Kind",
    "Message",
    "Plan",
    "next_try",
    "plan",
    "render",
    "render_digest",
    "render_test",
    "sign",
]
