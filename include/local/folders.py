"""Folders of this installation that are open to their owner only."""

from __future__ import annotations

import os
from pathlib import Path

from include.settings import Settings

PRIVATE = ("airflow", "archive", "exports", "logs")
"""Texts that are withheld lie in the archive, addresses of feeds in the archive and logs."""

_MINE, _PASSED_THROUGH = 0o700, 0o711


def make_private(settings: Settings) -> None:
    """Make the home folder and those in it, and close them to other users.

    Where we are root the embedded server runs as another user, who passes through the home
    folder to its own. A home folder that somebody else made, under a name of their own,
    keeps its permissions: other things may lie in it.
    """
    home = settings.home
    is_ours = not home.exists() or home.name == ".dateline"
    home.mkdir(parents=True, exist_ok=True)
    if is_ours:
        _set(home, _PASSED_THROUGH if os.geteuid() == 0 else _MINE)
    for name in PRIVATE:
        folder = home / name
        folder.mkdir(exist_ok=True)
        _set(folder, _MINE)


def _set(folder: Path, mode: int) -> None:
    found = folder.stat()
    if found.st_uid == os.geteuid() and found.st_mode & 0o777 != mode:
        folder.chmod(mode)
