"""What the user chose, in a small JSON file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import platformdirs

from app.errors import SidestageError
from app.files import locked, read_small_file, replace_file
from app.settings.vault import NAME

RECENT = 10
THEMES = ("dark", "light", "contrast", "system")
LONGEST_S = 86_400.0  # what is longer, endless or no number is no time that somebody chose


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
        theme: colours of the window, one of THEMES.
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
    theme: str = ""

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
        return Settings(**_read(_held(path)))
    except (OSError, ValueError):
        return Settings()


def _held(path: Path) -> dict[str, Any]:
    """What the file holds, also what this version does not know; nothing when it is missing or broken.

    Raises:
        OSError, ValueError: it is there and cannot be read, or is no file.
    """
    try:
        text = read_small_file(path)
    except (FileNotFoundError, UnicodeDecodeError):
        return {}
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _read(told: Mapping[str, Any]) -> dict[str, Any]:
    known = {one.name: READERS[str(one.type)] for one in fields(Settings)} | {
        "web_proxy": _proxy,
        "socket_proxy": _proxy,
    }
    return {name: reader(told[name]) for name, reader in known.items() if name in told}


def _names(told: object) -> list[str]:
    return [_word(name) for name in told if isinstance(name, str)] if isinstance(told, list) else []


def _table(told: object) -> dict[str, str]:
    pairs = told.items() if isinstance(told, dict) else ()
    return {_word(name): _word(value) for name, value in pairs if isinstance(value, str)}


def _seconds(told: object) -> float:
    if isinstance(told, bool) or not isinstance(told, int | float):
        return 0.0
    return float(told) if abs(told) <= LONGEST_S else 0.0


def _word(told: object) -> str:
    """A text; half of a surrogate pair, which no file and no terminal takes, is a question mark."""
    return told.encode(errors="replace").decode() if isinstance(told, str) else ""


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
    """Write all choices, whatever the file holds of them now.

    Raises:
        SidestageError: they cannot be written; names the file.
    """
    _rewrite(path, lambda _: settings)


def remember_room(unique_id: str, path: Path) -> Settings:
    """Put a handle at the front of those in the file, and leave everything else there as it is now.

    Returns:
        What the file holds then: another window may have changed it.

    Raises:
        SidestageError: it cannot be written; names the file.
    """

    def change(now: Settings) -> Settings:
        changed = replace(now)
        changed.remember(unique_id)
        return changed

    return _rewrite(path, change)


def save_changes(before: Settings, after: Settings, path: Path) -> Settings:
    """Write what was changed, and leave everything else in the file as it is now.

    Args:
        before: what the user saw.
        after: what the user made of it.
        path: of the file.

    Returns:
        What the file holds then.

    Raises:
        SidestageError: it cannot be written; names the file.
    """

    def change(now: Settings) -> Settings:
        parts = (tuple(getattr(one, field_.name) for one in (before, after, now)) for field_ in fields(now))
        return Settings(*(_merge(*values) for values in parts))

    return _rewrite(path, change)


def _merge(before: Any, after: Any, now: Any) -> Any:
    """What is there now, with the change from before to after made to it."""
    if isinstance(now, dict):
        changed = {key: value for key, value in after.items() if before.get(key) != value}
        return {key: value for key, value in (now | changed).items() if key in after or key not in before}
    if isinstance(now, list):
        kept = [one for one in now if one in after or one not in before]
        return kept + [one for one in after if one not in before and one not in kept]
    return now if after == before else after


def _rewrite(path: Path, change: Callable[[Settings], Settings]) -> Settings:
    """Read, change and write the file while no other window does; fields that nobody knows here stay."""
    try:
        with locked(path):
            held = _held(path)
            changed = change(Settings(**_read(held)))
            told = asdict(changed)
            told |= {name: _proxy(told[name]) for name in ("web_proxy", "socket_proxy")}
            replace_file(path, json.dumps(held | told, indent=2))
    except (OSError, ValueError, RecursionError) as error:  # a name with a NUL is no name of a file
        reason = getattr(error, "strerror", None) or error
        raise SidestageError(f"The choices cannot be kept in {path}: {reason}.") from error
    return changed
