"""`sidestage settings`: every choice, where its value comes from, and how to change it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from app.cli.access import read_kept
from app.cli.keys import find_place
from app.cli.options import Options
from app.cli.output import put
from app.errors import UsageError
from app.settings import KEPT, OPTIONS, Option, Store, settings_file
from app.settings.layers import read_variable
from app.spelling import close_matches

NEAR = 0.5


def settings(options: Options) -> int:
    """List the choices, show one, keep one, or go back to its default.

    Raises:
        UsageError: there is no such choice, or the value cannot be meant.
        SidestageError: the file cannot be written.
    """
    return ACTIONS[options.action](options.name, options.value)


def _list(_name: str, _value: str | None) -> int:
    kept = read_kept()
    rows = [(option.name, *_find_value(option, kept), option.words) for option in OPTIONS.values()]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        put("  ".join([*(f"{cell:<{width}}" for cell, width in zip(row[:3], widths, strict=True)), row[3]]))
    return 0


def _get(name: str, _value: str | None) -> int:
    put(_find_value(_find_option(name), read_kept())[0])
    return 0


def _set(name: str, value: str | None) -> int:
    option = _find_option(name)
    if option.is_secret:
        hint = f"“sidestage keys set {option.name}” asks for it."
        raise UsageError("A secret is not given as an argument: other programs could see it.", hint=hint)
    if option.name not in KEPT:
        raise UsageError(f"{option.name} is not kept.", hint=f"Give {option.flag} each time.")
    if not value:
        raise UsageError("Which value?", hint=f"“sidestage settings reset {option.name}” takes it back.")
    try:
        kept = Store(settings_file()).change({option.name: option.kind.read_kept(value)})
    except UsageError as error:
        raise UsageError(f"{option.name}: {error}", hint=error.hint) from error
    put(f"{option.name} is {option.kind.write_text(kept[option.name])}.{_note_overruling(option)}")
    return 0


def _reset(name: str, _value: str | None) -> int:
    option = _find_option(name)
    if option.name not in KEPT:
        raise UsageError(f"{option.name} does not stand in the settings file.")
    Store(settings_file()).change({option.name: None})
    put(f"{option.name} is {option.kind.write_text(option.default) or 'not chosen'}, as by default.")
    return 0


def _find_option(name: str) -> Option:
    plain = name.replace("-", "_").lower()
    if plain in OPTIONS:
        return OPTIONS[plain]
    near = close_matches(plain, OPTIONS, 1, NEAR)
    hint = f"Did you mean {near[0]}?" if near else "“sidestage settings --list” lists all."
    raise UsageError(f"There is no setting called “{name[:40]}”." if name else "Which setting?", hint=hint)


def _find_value(option: Option, kept: Mapping[str, Any]) -> tuple[str, str]:
    """What holds, and where it comes from. Secrets are never shown."""
    if option.is_secret:
        return "…", find_place(option)
    if (value := read_variable(option, os.environ)) is not None:
        return option.kind.show(value), option.variable
    if option.name in kept:
        return option.kind.show(kept[option.name]), "settings file"
    return option.kind.show(option.default), "default"


def _note_overruling(option: Option) -> str:
    is_set = option.variable and os.environ.get(option.variable)
    return f" While {option.variable} is set, that goes before it." if is_set else ""


ACTIONS: dict[str, Callable[[str, str | None], int]] = {
    "list": _list, "get": _get, "set": _set, "reset": _reset,
}  # fmt: skip
