"""Kinds of choices that windows keep: names, numbers, and data of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from app.errors import UsageError
from app.frozen import value
from app.settings.kinds import SHOWN, Kind
from app.words import settings as words

MOST_KEYS = 8  # of one action
MOST_LETTERS = 60_000  # of data; the whole file may have a million


@value
class Title(Kind):
    """A name that somebody gave something.

    Attributes:
        most: letters.
    """

    most: int
    metavar = "NAME"

    def read_text(self, text: str) -> str:
        """One line of printable letters."""
        name = text.strip()
        if (
            name
            and name.isprintable()
            and len(name) <= self.most
            and name == name.encode(errors="replace").decode()
        ):
            return name
        raise UsageError(words.OUT_OF_LIMITS.fill(text=ascii(text)[1 : SHOWN - 1], limits=self.limits))

    @property
    def limits(self) -> str:
        """How long it may be."""
        return words.TITLE.fill(most=self.most)


@value
class Data(Kind):
    """What a window keeps in a form of its own, as JSON; who reads it passes over what is odd."""

    metavar = "JSON"

    def read_text(self, text: str) -> Mapping[str, Any]:
        """An object of JSON."""
        try:
            return self.read_json(json.loads(text))
        except (ValueError, RecursionError):
            raise UsageError(words.NO_DATA) from None

    def read_json(self, value: object) -> Mapping[str, Any]:
        """An object that is not too large."""
        if isinstance(value, dict) and len(_write(value)) <= MOST_LETTERS:
            return value
        raise UsageError(words.NO_DATA)

    def write_text(self, value: Mapping[str, Any] | None) -> str:
        """On one line."""
        return "" if value is None else _write(value)


@value
class KeyTable(Data):
    """Keys of actions, by the name of the action, as a list of keys such as Ctrl+Shift+F."""

    def read_json(self, value: object) -> Mapping[str, Any]:
        """An object of lists of short texts."""
        table = Data.read_json(self, value)
        if all(_is_keys(name, keys) for name, keys in table.items()):
            return table
        raise UsageError(words.NO_KEY_TABLE)


def _is_keys(name: str, keys: object) -> bool:
    """Whether these are a few short texts of printable letters."""
    if not isinstance(keys, list | tuple) or len(keys) > MOST_KEYS:
        return False
    return all(isinstance(one, str) and one.isprintable() and len(one) <= SHOWN for one in (name, *keys))


def _write(value: object) -> str:
    try:
        return json.dumps(value, allow_nan=False)
    except (ValueError, TypeError, RecursionError):
        raise UsageError(words.NO_DATA) from None
