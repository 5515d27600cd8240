"""A URL's normal form, its key, its host and its publisher's domain. Pure.

The normal form is the identity of an article: two URLs with one form are one article.
It is strict on purpose: it drops what never chooses a page (trackers, fragments, default
ports, AMP and mobile variants) and keeps the rest, so that two articles are never merged.
Percent-encoding, query order and spelling are w3lib's; the registered domain is tld's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from urllib.parse import unquote_plus, urljoin, urlsplit, urlunsplit

import idna
from tld import get_fld
from w3lib.url import canonicalize_url

from include.trackers import is_tracker

MAX_URL = 2_048
MAX_HOST = 253  # as DNS has it
MAX_LABEL = 63
_MOST_WRAPPINGS = 5  # one form leads to the next: an AMP cache in another, /amp/amp

_AMP_SUFFIX = re.compile(r"(/amp|\.amp|/amp\.html|\.amp\.html)/?$")
_BREAKS = re.compile(r"[\t\r\n]+")
_SPACES = re.compile(r"[\x00-\x20\x7f]+")


class BadUrl(ValueError):
    """Not an absolute http(s) URL that could be fetched; the text says why."""


def absolute(url: str, base: str | None = None) -> str:
    """`url` repaired and made absolute, otherwise as written.

    Repairs what feeds get wrong: white space, backslashes, `http:/x`, `//host/x`
    (which takes the scheme of `base`, or https), a doubled scheme.

    Raises:
        BadUrl: no http(s) URL can be made of it, it holds credentials, or it is too long.
    """
    text = _BREAKS.sub("", url.strip())  # as browsers do: links are wrapped in their source
    text = _SPACES.sub("", text).replace("\\", "/") if "\\" in text else text
    text = _SPACES.sub("%20", text)
    text = re.sub(r"^(https?:)/+(https?:/)", r"\2", text, flags=re.IGNORECASE)
    text = re.sub(r"^(https?):/*(?=[^/])", r"\1://", text, flags=re.IGNORECASE)
    if text.startswith("//"):
        scheme = urlsplit(base).scheme if base else ""
        text = f"{scheme or 'https'}:{text}"
    if len(text) > MAX_URL:
        raise BadUrl(f"longer than {MAX_URL} characters")
    try:
        joined = urljoin(base, text) if base else text
        parts = urlsplit(joined)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise BadUrl(str(error)) from None
    if parts.scheme.lower() not in {"http", "https"}:
        raise BadUrl(f"scheme {parts.scheme!r} is not fetched" if parts.scheme else "no scheme")
    if not host:
        raise BadUrl("no host")
    if len(host) > MAX_HOST:
        raise BadUrl(f"host is longer than {MAX_HOST} characters")
    if parts.username is not None or parts.password is not None:
        raise BadUrl("holds credentials")
    return joined


def canonical(url: str) -> str:
    """The normal form of an absolute URL; `canonical(canonical(u)) == canonical(u)`.

    Scheme becomes https except on hosts with an explicit port, host is lower case without
    `www.` and mobile or AMP labels, trackers, AMP and print variants and the fragment go,
    the remaining query is sorted, percent-encoding is made alike, a final slash goes.

    Raises:
        BadUrl: see `absolute`.
    """
    return canonical_by(url, query=_kept_query, host=ascii_host)


def canonical_by(url: str, *, query: Callable[[str], str], host: Callable[[str], str]) -> str:
    """The normal form, with other rules for what is kept of a query and how hosts are written.

    Raises:
        BadUrl: see `absolute`.
    """
    try:
        form = _canonical(url, query, host)
        for _ in range(_MOST_WRAPPINGS):
            before, form = form, _canonical(form, query, host)
            if form == before:
                return form
    except BadUrl:
        raise
    except ValueError as error:  # what the standard library says of ports, brackets, surrogates
        raise BadUrl(str(error)[:200]) from None
    raise BadUrl("wrapped too often in addresses of caches")


def _canonical(url: str, query: Callable[[str], str], as_ascii: Callable[[str], str]) -> str:
    # What an AMP cache wraps is an address of its own, and as little to be trusted.
    parts = urlsplit(absolute(_strip_amp_cache(absolute(url))))
    host = _plain_host(as_ascii(parts.hostname or ""))
    port = parts.port
    default = {"http": 80, "https": 443}[parts.scheme.lower()]
    has_port = port is not None and port != default
    scheme = parts.scheme.lower() if has_port else "https"
    path = _AMP_SUFFIX.sub("", re.sub(r"/{2,}", "/", parts.path))
    if path.startswith("/amp/"):
        path = path[4:]
    path = path.rstrip("/") or "/"
    netloc = f"[{host}]" if ":" in host else host
    if has_port:
        netloc += f":{port}"
    plain = urlunsplit((scheme, netloc, path, query(parts.query), ""))
    return str(canonicalize_url(plain))


def _kept_query(query: str) -> str:
    """The parameters that are no trackers, as they were written: their bytes are bytes, of
    whatever encoding, and are decoded to be looked at only."""
    kept = []
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if pair and not is_tracker(unquote_plus(name), unquote_plus(value)):
            kept.append(pair)
    return "&".join(kept)


def _plain_host(host: str) -> str:
    labels = host.strip(".").split(".")
    while len(labels) > 2 and labels[0] in {"www", "m", "mobile", "amp", "wap"}:
        labels = labels[1:]
    if not any(labels):
        raise BadUrl("no host")
    return ".".join(labels)


def ascii_host(host: str) -> str:
    """A host as it is looked up: by UTS 46 (revision 33, Unicode 16 to 18), not transitional.

    That is what browsers do: `straße` is another name than `strasse`. Labels that IDNA 2008
    forbids but registries have given out (emoji) are encoded as they are.

    Raises:
        BadUrl: it is no domain name.
    """
    host = host.lower()
    if host.isascii():
        return host
    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        return ".".join(_ascii_label(label) for label in mapped.split("."))
    except UnicodeError as error:
        raise BadUrl(f"host {host[:100]!r} is no domain name: {error}"[:300]) from None


def with_ascii_host(url: str) -> str:
    """An absolute URL with its host as it is looked up, otherwise as written.

    Raises:
        BadUrl: its host is no domain name.
    """
    parts = urlsplit(url)
    name = parts.hostname or ""
    if name.isascii():
        return url
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(parts._replace(netloc=f"{ascii_host(name)}{port}"))


def _ascii_label(label: str) -> str:
    if label.isascii():
        if len(label) > MAX_LABEL:
            raise idna.IDNAError("a label is too long")
        return label
    try:
        return idna.encode(label).decode("ascii")
    except idna.IDNAError:
        encoded = "xn--" + label.encode("punycode").decode("ascii")
        if len(encoded) > MAX_LABEL:
            raise
        return encoded


def _strip_amp_cache(url: str) -> str:
    found = re.match(r"^https?://[^/]+\.cdn\.ampproject\.org/(?:v|c|i)/(s/)?(.+)$", url)
    if found is None:
        found = re.match(r"^https?://(?:www\.)?google\.[a-z.]{2,6}/amp/(s/)?(.+)$", url)
    if found is None:
        return url
    return f"{'https' if found[1] else 'http'}://{found[2]}"


def key(url: str) -> bytes:
    """The 32 bytes a canonical URL is known by in the warehouse (sha256)."""
    return hashlib.sha256(url.encode("utf-8", "replace")).digest()


def host(url: str) -> str:
    """Host and explicit port of a URL, in lower case: what manners are kept with."""
    parts = urlsplit(url)
    name = (parts.hostname or "").lower()
    return f"{name}:{parts.port}" if parts.port else name


def publisher_domain(url: str) -> str:
    """The registered domain of a URL (`bbc.co.uk`), or its host where there is none."""
    name = (urlsplit(url).hostname or "").lower()
    return str(get_fld(url, fail_silently=True, fix_protocol=True) or name)


def has_registered_domain(name: str) -> bool:
    """Whether a host ends in a public suffix, with a name before it."""
    return get_fld(f"http://{name}", fail_silently=True) is not None


_SECRET_NAME = re.compile(
    r"key$|token|secret|passw|pwd|auth(?!or)|sig$|signature|credential|session|jwt|hmac"
    r"|^(?:code|sid|hash|pin|user|username|uid|email)$",
    re.IGNORECASE,
)
_MOST_PLAIN = 7  # characters of a value that is shown whatever it may mean
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:[T+ %][\d:.+%ZTA-F-]{0,25})?")
_URL = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s<>\"']*[^\s<>\"'.,:;!?)\]}]", re.IGNORECASE)
MASK = "***"


def masked(url: str) -> str:
    """`url` as a log may show it: without user and password, and with `***` for secrets.

    A secret is a value in the query or the fragment that is named like one, or is longer than
    seven characters and no date. Scheme, host, path and the parameters' names stay.
    """
    if "://" not in url:
        return url
    start, _, rest = url.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    rest = rest[len(authority) :]
    if "@" in authority:
        authority = f"{MASK}@{authority.rpartition('@')[2]}"
    head, sharp, fragment = rest.partition("#")
    path, mark, query = head.partition("?")
    return (
        f"{start}://{authority}{path}{mark}{_masked_query(query)}{sharp}{_masked_query(fragment)}"
    )


def _masked_query(query: str) -> str:
    return re.sub(r"[^&;]+", _masked_pair, query)


def _masked_pair(pair: re.Match[str]) -> str:
    name, mark, value = pair[0].partition("=")
    if not mark:  # a bare value: `?4f9d0c…`
        name, value = "", pair[0]
    is_plain = len(value) <= _MOST_PLAIN or _DAY.fullmatch(value)
    if not value or (is_plain and not (mark and _SECRET_NAME.search(name))):
        return pair[0]
    return f"{name}{mark}{MASK}"


def secrets_of(url: str) -> set[str]:
    """What `masked` leaves out of a URL, but for what is too short to be looked for elsewhere."""
    rest = url.partition("://")[2]
    user = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[0]
    head, _, fragment = rest.partition("#")
    pairs = re.findall(r"[^&;]+", f"{head.partition('?')[2]}&{fragment}")
    values = [pair.partition("=")[2] or pair for pair in pairs if _masked_query(pair) != pair]
    return {one for one in (*user.split(":"), *values) if len(one) > len(MASK)}


def masked_in(text: str) -> str:
    """`text` with every URL in it as `masked` shows it."""
    return _URL.sub(lambda found: masked(found[0]), text)


def same_site(one: str, other: str) -> bool:
    """Whether two URLs belong to one registered domain (or one host and port)."""
    if urlsplit(one).port or urlsplit(other).port:
        return host(one) == host(other)
    return publisher_domain(one) == publisher_domain(other)
