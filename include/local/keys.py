"""Passwords and keys: made once, kept in files only their owner can read.

Needs nothing but Python itself (3.9 or newer), so that `make env` works on a machine
that has Docker and no virtual environment.
"""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path


def fernet_key() -> str:
    """A key for Airflow's encrypted connections: 32 random bytes, URL-safe base64."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode("ascii")


def token() -> str:
    """256 random bits as text that needs no quoting anywhere."""
    return secrets.token_hex(32)


def password() -> str:
    """A password people can copy: 120 random bits without look-alike symbols."""
    return secrets.token_hex(15)


def kept(path: Path, make: str = "token") -> str:
    """The secret in `path`; made with `make` (a function here) when there is none yet."""
    try:
        value = path.read_text("ascii").strip()
        if value:
            return value
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    value = {"token": token, "fernet_key": fernet_key, "password": password}[make]()
    write_private(path, value + "\n")
    return value


def write_private(path: Path, text: str) -> None:
    """Write `text` into `path` so that nobody else can read it, not even for a moment."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(partial, path)


COMPOSE = """\
# Secrets of this installation. Keep the file to yourself; `make env` made it.
AIRFLOW_UID={uid}
AIRFLOW_ADMIN_PASSWORD={admin}
POSTGRES_PASSWORD={postgres}
AIRFLOW_DB_PASSWORD={airflow}
WAREHOUSE_PASSWORD={warehouse}
AIRFLOW_FERNET_KEY={fernet}
AIRFLOW_JWT_SECRET={jwt}
AIRFLOW_SECRET_KEY={key}
"""


def compose_env() -> str:
    """The lines of a `.env` for docker-compose.yaml, every secret new."""
    return COMPOSE.format(
        uid=os.getuid(),
        admin=password(),
        postgres=password(),
        airflow=password(),
        warehouse=password(),
        fernet=fernet_key(),
        jwt=token(),
        key=token(),
    )
