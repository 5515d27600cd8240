"""Which addresses, ports and hosts may be connected to."""

from __future__ import annotations

import asyncio
from ipaddress import ip_address
from typing import NoReturn

import pytest

from include.outcomes import Reason
from include.pages.client import Client
from include.pages.errors import FetchError
from include.pages.guard import AddressGuard, is_public

NOT_PUBLIC = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "192.0.0.8",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "2001::1",
    "64:ff9b::a9fe:a9fe", "64:ff9b::8.8.8.8", "64:ff9b:1::7f00:1", "2002:7f00:1::1", "100::1",
]  # fmt: skip
PUBLIC = [
    "8.8.8.8",
    "93.184.216.34",
    "1.1.1.1",
    "2606:4700::1111",
    "2a00:1450::1",
    "::ffff:8.8.8.8",
]


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_not_public(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_public(text: str) -> None:
    assert is_public(ip_address(text))


def refused(guard: AddressGuard, host: str, port: int) -> bool:
    try:
        asyncio.run(guard.addresses(host, port))
    except FetchError as error:
        return error.reason == Reason.ADDRESS_REFUSED
    return False


@pytest.mark.parametrize(
    ("listed", "host", "port", "is_refused"),
    [
        ((), "8.8.8.8", 80, False),
        ((), "8.8.8.8", 443, False),
        ((), "8.8.8.8", 22, True),
        ((), "8.8.8.8", 8080, True),
        (("127.0.0.1:8765",), "127.0.0.1", 8765, False),
        (("127.0.0.1:8765",), "127.0.0.1", 8766, True),
        (("127.0.0.1:8765",), "127.0.0.2", 8765, True),
        (("127.0.0.1:8765",), "8.8.8.8", 8765, True),
        (("127.0.0.0/8",), "127.3.2.1", 9999, False),
        (("127.0.0.0/8",), "::ffff:127.0.0.1", 80, False),
        (("10.1.0.0/16",), "10.2.0.1", 80, True),
        (("[::1]:80",), "::1", 80, False),
        (("fd00::/8",), "fd12::1", 8080, False),
    ],
)
def test_guard(listed: tuple[str, ...], host: str, port: int, is_refused: bool) -> None:
    assert refused(AddressGuard(listed), host, port) is is_refused


def test_extra_ports_open_no_private_address() -> None:
    guard = AddressGuard(extra_ports=[8080])
    assert not refused(guard, "8.8.8.8", 8080)
    assert refused(guard, "127.0.0.1", 8080)


@pytest.mark.parametrize("host", ["0x7f.1", "2130706433", "127.1", "0177.0.0.1"])
def test_odd_notations_of_loopback_are_refused(host: str) -> None:
    assert refused(AddressGuard(), host, 80)


def test_listed_name_may_lead_anywhere_on_its_port() -> None:
    guard = AddressGuard(["localhost:8765"])
    assert not refused(guard, "LOCALHOST", 8765)
    assert refused(guard, "localhost", 80)


@pytest.mark.parametrize(
    ("url", "is_listed"),
    [
        ("http://127.0.0.1:8765/a", True),
        ("http://127.0.0.1/a", False),
        ("http://10.1.2.3/a", True),
        ("https://news.test/a", True),
        ("http://news.test/a", False),
        ("https://example.org/", False),
    ],
)
def test_listed_urls(url: str, is_listed: bool) -> None:
    guard = AddressGuard(["127.0.0.1:8765", "10.0.0.0/8", "News.test:443"])
    assert guard.is_listed_url(url) is is_listed


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8765/feed", "https://10.0.0.8/feed", "http://[::1]/", "http://8.8.8.8:22/"],
)
def test_a_closed_address_is_refused_without_waiting_for_a_turn(url: str) -> None:
    def turn(_: str) -> NoReturn:
        raise AssertionError("waited")

    async def main() -> None:
        async with Client(AddressGuard(), user_agent="Dateline/0") as client:
            await client.get(url, max_bytes=1, deadline_s=1, turn=turn)

    with pytest.raises(FetchError) as caught:
        asyncio.run(main())
    assert caught.value.reason == Reason.ADDRESS_REFUSED
    assert not caught.value.was_sent


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8765/feed", "http://10.1.2.3:99/", "https://8.8.8.8/", "http://name/"]
)
def test_an_open_address_passes(url: str) -> None:
    AddressGuard(["127.0.0.1:8765", "10.1.0.0/16"]).check_literal(url)
