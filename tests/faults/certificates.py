"""Certificates of the fault server: an authority that tests trust, and what can be wrong."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signs: its key and its own certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def context(self, folder: Path, name: str, host: str, *, ends: timedelta) -> ssl.SSLContext:
        """A server's context for `host`, whose certificate ends so long from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = _signed(host, key, self.certificate.subject, self.key, ends=ends)
        path = folder / f"{name}.pem"
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + made.public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


def authority(name: str = "Tests of Dateline") -> Authority:
    """A new authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    return Authority(key, _signed(name, key, subject, key, ends=300 * _DAY, is_authority=True))


def contexts(folder: Path, trusted: Authority) -> dict[str, ssl.SSLContext]:
    """One good context, and one a fault that a certificate can have."""
    good = trusted.context(folder, "good", "*.feed.test", ends=300 * _DAY)
    return {
        "good": good,
        "expired": trusted.context(folder, "expired", "*.feed.test", ends=-2 * _DAY),
        "other_host": trusted.context(folder, "other", "elsewhere.test", ends=300 * _DAY),
        "stranger": authority("Somebody").context(
            folder, "stranger", "*.feed.test", ends=300 * _DAY
        ),
    }


def _signed(
    host: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    ends: timedelta,
    is_authority: bool = False,
) -> x509.Certificate:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(min(now, now + ends) - 30 * _DAY)
        .not_valid_after(now + ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .sign(issuer_key, hashes.SHA256())
    )
