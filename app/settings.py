"""What the user chose, and where secrets live: choices in a small JSON file, keys in the system's keyring."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import keyring
import platformdirs
from keyring.errors import KeyringError, NoKeyringError

from app.errors import SidestageError

LOG = logging.getLogger("sidestage")
NAME = "sidestage"
RECENT = 10
LONGEST_S = 86_400.0  # what is longer, endless or no number is no time that somebody chose
# Secrets by name: the environment variable that comes before the keyring, and what it is.
SECRETS: dict[str, tuple[str, str]] = {
    "sign_key": ("SIDESTAGE_SIGN_KEY", "key for the sign provider; Euler Stream's cloud socket takes it too"),
    "tiktools_key": ("SIDESTAGE_TIKTOOLS_KEY", "key for tik.tools"),
    "studio_key": ("SIDESTAGE_STUDIO_KEY", "app_id:key_id:secret for TikTok LIVE Studio"),
    "session_id": ("SIDESTAGE_SESSION_ID", "cookie sessionid of your TikTok log-in"),
    "target_idc": ("SIDESTAGE_TARGET_IDC", "cookie tt-target-idc of the same log-in"),
}


@dataclass(slots=True)
class Settings:
    """Choices that outlive the window. What is empty or 0 was not chosen.

    Attributes:
        recent: handles that were watched, the last one first.
        way: the way in.
        addresses: addresses that replace ours, by the names of `Endpoints`.
        web_proxy: proxy for HTTP, never with a password.
        socket_proxy: proxy for sockets, never with a password.
        session_hosts: hosts of sign providers that may get the log-in session.
        http_timeout_s: seconds for a whole HTTP answer.
        open_timeout_s: seconds for opening a socket.
        stale_s: seconds of silence after which a socket is given up.
    """

    recent: list[str] = field(default_factory=list)
    way: str = ""
    addresses: dict[str, str] = field(default_factory=dict)
    web_proxy: str = ""
    socket_proxy: str = ""
    session_hosts: list[str] = field(default_factory=list)
    http_timeout_s: float = 0.0
    open_timeout_s: float = 0.0
    stale_s: float = 0.0

    def remember(self, unique_id: str) -> None:
        """Put a handle at the front of the list; in capitals it is the same handle."""
        others = (name for name in self.recent if name.lower() != unique_id.lower())
        self.recent = [unique_id, *others][:RECENT]


def settings_file() -> Path:
    """Where the choices are kept on this system, unless SIDESTAGE_SETTINGS names another file."""
    if chosen := os.environ.get("SIDESTAGE_SETTINGS"):
        return Path(chosen)
    return Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "settings.json"


def log_file() -> Path:
    """Where a windowed program, which has no standard error, writes what went wrong."""
    return Path(platformdirs.user_log_dir(NAME, appauthor=False)) / "sidestage.log"


def load(path: Path) -> Settings:
    """Read the choices. A file or a field that is missing or broken is none: that is not worth a refusal."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return Settings(**_read(told)) if isinstance(told, dict) else Settings()


def _read(told: Mapping[str, Any]) -> dict[str, Any]:
    known = {one.name: READERS[str(one.type)] for one in fields(Settings)} | {
        "web_proxy": _proxy,
        "socket_proxy": _proxy,
    }
    return {name: reader(told[name]) for name, reader in known.items() if name in told}


def _names(told: object) -> list[str]:
    return [name for name in told if isinstance(name, str)] if isinstance(told, list) else []


def _table(told: object) -> dict[str, str]:
    pairs = told.items() if isinstance(told, dict) else ()
    return {name: value for name, value in pairs if isinstance(value, str)}


def _seconds(told: object) -> float:
    if isinstance(told, bool) or not isinstance(told, int | float):
        return 0.0
    return float(told) if abs(told) <= LONGEST_S else 0.0


def _word(told: object) -> str:
    return told if isinstance(told, str) else ""


def _proxy(told: object) -> str:
    address = _word(told)
    return "" if has_password(address) else address


READERS: dict[str, Callable[[object], Any]] = {
    "list[str]": _names,
    "dict[str, str]": _table,
    "str": _word,
    "float": _seconds,
}


def has_password(address: str) -> bool:
    """Whether a proxy's address holds what is not for a file."""
    try:
        return "@" in urlsplit(address).netloc
    except ValueError:
        return "@" in address


def save(settings: Settings, path: Path) -> None:
    """Write the choices in one step, so that a crash leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    told = asdict(settings)
    told |= {name: _proxy(told[name]) for name in ("web_proxy", "socket_proxy")}
    draft.write_text(json.dumps(told, indent=2), encoding="utf-8")
    draft.replace(path)


def secret(name: str) -> str:
    """A secret from the system's keyring, empty when there is none or the keyring is closed.

    Args:
        name: one of `SECRETS`.
    """
    try:
        return keyring.get_password(NAME, name) or ""
    except NoKeyringError:  # many systems have none, and then it holds nothing
        return ""
    except KeyringError as error:
        LOG.warning("The keyring cannot be read (%s).", type(error).__name__)
        return ""


def is_kept(name: str) -> bool:
    """Whether the keyring has this secret.

    Raises:
        SidestageError: the keyring is closed or missing.
    """
    try:
        return bool(keyring.get_password(NAME, name))
    except NoKeyringError:
        return False
    except KeyringError as error:
        raise _closed(name) from error


def keep(name: str, value: str) -> None:
    """Put a secret into the keyring; an empty one takes it out.

    Raises:
        SidestageError: the keyring is closed or missing.
    """
    try:
        if value:
            keyring.set_password(NAME, name, value)
        elif keyring.get_password(NAME, name) is not None:
            keyring.delete_password(NAME, name)
    except KeyringError as error:
        raise _closed(name) from error


def _closed(name: str) -> SidestageError:
    hint = f"Unlock it, or set {SECRETS[name][0]} in the environment."
    return SidestageError("The system's keyring is closed or missing.", hint=hint)
