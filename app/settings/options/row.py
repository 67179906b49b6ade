"""A row of OPTIONS, and how a field of `Choices` carries it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast, dataclass_transform

from app.frozen import value
from app.settings.kinds import Kind, Secret
from app.settings.number_kinds import Seconds
from app.words import Phrase

PREFIX = "SIDESTAGE_"
Subject = TypeVar("Subject", bound=type)


@value
class Option:
    """A row of OPTIONS.

    Attributes:
        name: in the file, in `sidestage settings`, and as a field of `Choices`.
        kind: what its values are like.
        default: its value when nobody chose one.
        page: of the settings dialog and of docs/settings.md.
        words: what it is.
        caption: over its field in a dialog; empty where it has none.
        empty: what an empty field means.
        variable: the environment variable; empty for none.
        flag: on the command line; empty for none.
        is_secret: it lives in the keyring and is never shown.
        is_hidden: a field shows dots for what is typed into it.
        is_for_next_start: it holds from the next start.
    """

    name: str
    kind: Kind
    default: Any
    page: str
    words: str
    caption: str = ""
    empty: str = ""
    variable: str = ""
    flag: str = ""
    is_secret: bool = False
    is_hidden: bool = False
    is_for_next_start: bool = False


def add_rows(rows: Mapping[str, Any]) -> Callable[[Subject], Subject]:
    """Give a class of rows all those of another table; they are texts, and read by name."""

    def add(kind: Subject) -> Subject:
        for name, row in rows.items():
            kind.__annotations__[name] = "str"
            setattr(kind, name, row)
        return kind

    return add


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def make_subject(kind: Subject) -> Subject:
    """Make a class of rows that `Choices` has for a base; alone it is of no use and has no constructor."""
    return cast("Subject", dataclass(kw_only=True, init=False, repr=False, eq=False)(kind))


def make_row(kind: Kind, default: Any, page: str, words: Phrase, *, variable: str = "", **more: Any) -> Any:
    """Make a field of `Choices` that carries its row."""
    row = {"kind": kind, "default": default, "page": page, "words": words, **more}
    row["variable"] = f"{PREFIX}{variable}" if variable else ""
    return field(default=default, repr=not more.get("is_secret"), metadata=row)


def make_secret_row(check: Any, page: str, words: Phrase, **more: Any) -> Any:
    """Make the row of something that lives in the keyring."""
    return make_row(Secret(check), "", page, words, **{"is_secret": True, "is_hidden": True, **more})


def make_address_row(kind: Kind, default: str, words: Phrase, caption: Phrase, **more: Any) -> Any:
    """Make the row of a server that can be another."""
    return make_row(kind, default, "addresses", words, caption=caption, **more)


def make_timeout_row(seconds: float, words: Phrase, caption: Phrase, **more: Any) -> Any:
    """Make the row of a span of time."""
    return make_row(Seconds(1, 600), seconds, "network", words, caption=caption, **more)
