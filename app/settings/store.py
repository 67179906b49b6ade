"""The settings file: it holds what was chosen, and no defaults."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import Any

import platformdirs

from app.errors import SidestageError, UsageError
from app.files import hold_lock, read_small_file, replace_file
from app.settings.migrations import find_version, migrate
from app.settings.options import KEPT
from app.settings.vault import NAME
from app.words import settings as words

RECENT = 10
SET_ASIDE = "damaged"
LOG_NAME = "sidestage.log"
Change = Callable[[Any], Any]


def find_settings_file() -> Path:
    """Where the choices are kept on this system, unless SIDESTAGE_SETTINGS names another file."""
    if chosen := os.environ.get("SIDESTAGE_SETTINGS"):
        return Path(chosen)
    return Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "settings.json"


def find_picture_folder() -> Path:
    """Where pictures are kept on this system, unless SIDESTAGE_PICTURES names another folder."""
    if chosen := os.environ.get("SIDESTAGE_PICTURES"):
        return Path(chosen)
    return Path(platformdirs.user_cache_dir(NAME, appauthor=False)) / "pictures"


def find_log_file() -> Path:
    """Where what went wrong is written, unless SIDESTAGE_LOGS names another folder."""
    if chosen := os.environ.get("SIDESTAGE_LOGS"):
        return Path(chosen) / LOG_NAME
    return Path(platformdirs.user_log_dir(NAME, appauthor=False)) / LOG_NAME


class Store:
    """Reads and changes the settings file, which other windows may change at the same time.

    Args:
        path: of the file.

    Attributes:
        values: what was chosen, by option.
        notice: a sentence for the user: that a damaged file was set aside; empty for none.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self.values: Mapping[str, Any] = {}
        self.read()

    def read(self) -> Mapping[str, Any]:
        """What was chosen, by option; listeners hear what differs from the last time.

        A file that cannot be read holds no choices, and an entry that makes no sense costs only itself.
        """
        try:
            values = read_entries(self._read_file())
        except (OSError, ValueError):
            values = {}
        self._take(values)
        return values

    def change(self, changes: Mapping[str, Any | Change | None]) -> Mapping[str, Any]:
        """Change entries and leave everything else in the file as it is now; listeners hear of it.

        Raises:
            SidestageError: as `write`.
        """
        values = self.write(changes)
        self._take(values)
        return values

    def write(self, changes: Mapping[str, Any | Change | None]) -> Mapping[str, Any]:
        """Change entries and tell no listener, for a thread beside theirs.

        Args:
            changes: by option the new value, a function of the value that the file has now (which may be
                None), or None to take it out.

        Returns:
            What the file holds then: another window may have changed it, too.

        Raises:
            SidestageError: it cannot be written; names the file.
        """
        try:
            with hold_lock(self.path):
                entries = self._read_file()
                values = _make_changes(read_entries(entries), changes)
                self._write_file(entries, values, changes)
        except (OSError, ValueError, RecursionError) as error:  # a name with a NUL is no name of a file
            reason = getattr(error, "strerror", None) or error
            raise SidestageError(words.NOT_KEPT.fill(path=self.path, reason=reason)) from error
        return values

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Call with the names of the options whenever some changed."""
        self._listeners.append(listener)

    def _take(self, values: Mapping[str, Any]) -> None:
        before, self.values = self.values, values
        names = frozenset(name for name in KEPT if before.get(name) != values.get(name))
        for listener in self._listeners if names else ():
            listener(names)

    def _read_file(self) -> dict[str, Any]:
        """All entries, also those that this version does not know; none when there is no file.

        Raises:
            OSError, ValueError: it is there and cannot be read, or is no file.
        """
        try:
            entries = json.loads(read_small_file(self.path))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            entries = None
        if not isinstance(entries, dict):
            self._set_aside()
            return {}
        return migrate(entries)

    def _set_aside(self) -> None:
        """Keep a damaged file under another name, so that nothing in it is lost."""
        aside = self._find_free_name()
        with suppress(OSError):
            os.replace(self.path, aside)  # noqa: PTH105 - both names are here
            self.notice = words.FILE_DAMAGED.fill(name=aside.name)

    def _find_free_name(self) -> Path:
        """The first that no file which was set aside earlier has."""
        marks = chain((SET_ASIDE,), (f"{SET_ASIDE}-{number}" for number in count(2)))
        names = (self.path.with_name(f"{self.path.stem}.{mark}{self.path.suffix}") for mark in marks)
        return next(name for name in names if not name.exists())

    def _write_file(
        self, entries: Mapping[str, Any], values: Mapping[str, Any], changes: Mapping[str, object]
    ) -> None:
        kept = {name: entry for name, entry in entries.items() if name not in changes}
        new = {name: values[name] for name in changes if name in values}
        replace_file(self.path, json.dumps({**kept, **new, "version": find_version(entries)}, indent=2))


def read_entries(entries: Mapping[str, Any]) -> dict[str, Any]:
    """Read the entries that make sense, by option."""
    values = {}
    for name, option in KEPT.items():
        with suppress(UsageError):
            if name in entries:
                values[name] = option.kind.read_json(entries[name])
    return values


def _make_changes(values: Mapping[str, Any], changes: Mapping[str, Any | Change | None]) -> dict[str, Any]:
    """Apply the changes to the values.

    Raises:
        UsageError: one is not for the file.
    """
    changed = dict(values)
    for name, change in changes.items():
        value = change(values.get(name)) if callable(change) else change
        if value is None:
            changed.pop(name, None)
        else:
            changed[name] = KEPT[name].kind.read_json(value)
    return changed


def put_first(name: str) -> Change:
    """A change of `recent`: the name stands first; in capitals it is the same name."""

    def change(names: tuple[str, ...] | None) -> tuple[str, ...]:
        others = (one for one in names or () if one.lower() != name.lower())
        return (name, *others)[:RECENT]

    return change


def put_in(name: str) -> Change:
    """A change of a list: the name stands in it."""
    return lambda names: (*(one for one in names or () if one != name), name)


def take_out(name: str) -> Change:
    """A change of a list: the name does not stand in it."""
    return lambda names: tuple(one for one in names or () if one != name) or None
