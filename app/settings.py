"""What the user chose, and where secrets live: choices in a small JSON file, keys in the system's keyring."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field
from pathlib import Path

import keyring
import platformdirs
from keyring.errors import KeyringError

LOG = logging.getLogger("sidestage")
NAME = "sidestage"
RECENT = 10


@dataclass(slots=True)
class Settings:
    """Choices that outlive the window.

    Attributes:
        recent: handles that were watched, the last one first.
    """

    recent: list[str] = field(default_factory=list)

    def remember(self, unique_id: str) -> None:
        """Put a handle at the front of the list."""
        self.recent = [unique_id, *(name for name in self.recent if name != unique_id)][:RECENT]


def settings_file() -> Path:
    """Where the choices are kept on this system."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "settings.json"


def log_file() -> Path:
    """Where a windowed program, which has no standard error, writes what went wrong."""
    return Path(platformdirs.user_log_dir(NAME, appauthor=False)) / "sidestage.log"


def load(path: Path) -> Settings:
    """Read the choices. A file that is missing or broken means none: choices are never worth a refusal."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    recent = told.get("recent") if isinstance(told, dict) else None
    return Settings([name for name in recent if isinstance(name, str)] if isinstance(recent, list) else [])


def save(settings: Settings, path: Path) -> None:
    """Write the choices in one step, so that a crash leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")
    draft.replace(path)


def secret(name: str) -> str:
    """A secret from the system's keyring, empty when there is none or the keyring is closed.

    Args:
        name: `sign_key`.
    """
    try:
        return keyring.get_password(NAME, name) or ""
    except KeyringError as error:
        LOG.warning("The keyring cannot be read (%s).", type(error).__name__)
        return ""
