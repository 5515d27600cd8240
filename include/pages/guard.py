"""Where connections may go: the public internet, and what the operator lists beside it.

Names are resolved once, every address is checked, and the connection goes to a checked
address, so that a name cannot lead elsewhere between the check and the connection. The
check is on the address and never on the URL's text: `0x7f.1` is 127.0.0.1.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit

import httpcore

from include.outcomes import Reason
from include.pages.errors import FetchError
from include.pages.tolerant import TolerantStream

Address = IPv4Address | IPv6Address

# `is_global` calls these global, in part or whole, though they lead to, or stand for, other
# addresses: protocol assignments, 6to4 relays; IPv4-compatible, NAT64 (well-known and
# local), Teredo, 6to4, site-local.
_NOT_PUBLIC = tuple(
    ip_network(text)
    for text in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "::/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/32",
        "2002::/16",
        "fec0::/10",
    )
)
_PORTS = frozenset({80, 443})
_RESOLVERS = 32
_ATTEMPT_S = 6.0


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet's, whatever its notation."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.scope_id:
            return False
    if any(address in network for network in _NOT_PUBLIC):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


class AddressGuard:
    """Decides on hosts, ports and addresses.

    `allow_private` lists exceptions: `host:port`, where host is a name or an address, or a
    network (`10.1.0.0/16`), to which every port is open. `extra_ports` are open on public
    addresses, beside 80 and 443.
    """

    def __init__(self, allow_private: Iterable[str] = (), extra_ports: Iterable[int] = ()) -> None:
        self._ports = _PORTS | frozenset(extra_ports)
        self._networks = []
        self._hosts: set[tuple[str, int]] = set()
        for item in allow_private:
            if "/" in item:
                self._networks.append(ip_network(item, strict=False))
            else:
                host, _, port = item.rpartition(":")
                self._hosts.add((_bare(host), int(port)))
        self._executor = ThreadPoolExecutor(_RESOLVERS, thread_name_prefix="resolve")

    def close(self) -> None:
        """Let the resolver's threads go, without waiting for slow name servers."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def is_listed(self, host: str, port: int) -> bool:
        """Whether the operator lists this host: it is theirs, and has a gap of its own."""
        if (_bare(host), port) in self._hosts:
            return True
        address = _literal(host)
        return address is not None and self._in_networks(address)

    def is_listed_url(self, url: str) -> bool:
        """The same, of the host a URL names."""
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
        return self.is_listed(parts.hostname or "", port)

    async def addresses(self, host: str, port: int) -> list[str]:
        """The addresses to connect to, as text, in the resolver's order.

        Raises:
            FetchError: DNS_FAILED; ADDRESS_REFUSED if the port or any address is closed.
        """
        found = await self._resolve(host, port)
        if (_bare(host), port) not in self._hosts:
            for address in found:
                self._check(host, address, port)
        return [str(address) for address in found]

    def check_literal(self, url: str) -> None:
        """Refuse at once a URL whose host is itself a closed address, which no name hides.

        Raises:
            FetchError: ADDRESS_REFUSED. Names pass: they are checked where they are looked up.
        """
        parts = urlsplit(url)
        address = _literal(parts.hostname or "")
        if address is not None and parts.scheme.lower() in {"http", "https"}:
            port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
            if not self.is_listed(parts.hostname or "", port):
                self._check(str(address), address, port)

    def _check(self, host: str, address: Address, port: int) -> None:
        if (str(address), port) in self._hosts or self._in_networks(address):
            return
        if not is_public(address):
            raise FetchError(
                Reason.ADDRESS_REFUSED, f"{host} leads to {address}, which is not public"
            )
        if port not in self._ports:
            raise FetchError(Reason.ADDRESS_REFUSED, f"port {port} of {host} is not allowed")

    def _in_networks(self, address: Address) -> bool:
        mapped = getattr(address, "ipv4_mapped", None)
        return any((mapped or address) in network for network in self._networks)

    async def _resolve(self, host: str, port: int) -> list[Address]:
        literal = _literal(host)
        if literal is not None:
            return [literal]
        loop = asyncio.get_running_loop()
        try:
            answers = await loop.run_in_executor(self._executor, _getaddrinfo, host, port)
        except (OSError, UnicodeError) as error:
            said = getattr(error, "strerror", None) or str(error)
            raise FetchError(Reason.DNS_FAILED, f"{host}: {said}") from None
        found: dict[Address, None] = {}
        for answer in answers:
            found.setdefault(ip_address(answer[4][0]))
        if not found:
            raise FetchError(Reason.DNS_FAILED, f"{host}: no address")
        return list(found)


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections for httpcore, to addresses the guard has checked and no others."""

    def __init__(self, guard: AddressGuard) -> None:
        self._guard = guard
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address of `host` that answers."""
        addresses = await self._guard.addresses(host, port)
        failure: Exception | None = None
        for number, address in enumerate(addresses, start=1):
            patience = timeout if number == len(addresses) else min(timeout or 60, _ATTEMPT_S)
            try:
                stream = await self._inner.connect_tcp(
                    address,
                    port,
                    timeout=patience,
                    local_address=local_address,
                    socket_options=socket_options,
                )
                return TolerantStream(stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        assert failure is not None
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Never: pages come over TCP."""
        raise FetchError(Reason.ADDRESS_REFUSED, f"unix socket {path}")

    async def sleep(self, seconds: float) -> None:
        """Wait, for httpcore's retries, of which we ask for none."""
        await asyncio.sleep(seconds)


def _getaddrinfo(host: str, port: int) -> list[Any]:
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


def _literal(host: str) -> Address | None:
    try:
        return ip_address(_bare(host))
    except ValueError:
        return None


def _bare(host: str) -> str:
    return host.lower().strip("[]").rstrip(".")
