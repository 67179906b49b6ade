"""`sidestage settings`: every choice, where its value comes from, and how to change it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from app.cli.access import read_kept
from app.cli.keys import describe_place
from app.cli.options import Options
from app.cli.output import put, show_cell
from app.errors import UsageError
from app.settings import KEPT, OPTIONS, Option, Store, find_settings_file
from app.settings.layers import read_variable
from app.spelling import close_matches
from app.words import Phrase
from app.words import commands as words

NEAR = 0.5
SHOWN = 40  # letters of a name that is refused


def run_settings(options: Options) -> int:
    """List the choices, show one, keep one, or go back to its default.

    Raises:
        UsageError: there is no such choice, or the value cannot be meant.
        SidestageError: the file cannot be written.
    """
    return ACTIONS[options.action](options.name, options.value)


def _list(_name: str, _value: str | None) -> int:
    kept = read_kept()
    rows = [
        tuple(map(show_cell, (option.name, *_find_value(option, kept), option.words)))
        for option in OPTIONS.values()
    ]
    widths = [*(max(len(row[column]) for row in rows) for column in range(3)), 0]
    for row in rows:
        put("  ".join(map(show_cell, row, widths)))
    return 0


def _get(name: str, _value: str | None) -> int:
    put(_find_value(_find_option(name), read_kept())[0])
    return 0


def _set(name: str, value: str | None) -> int:
    option = _find_option(name)
    if option.is_secret:
        raise UsageError(words.SECRET_IS_SEEN, hint=words.SET_KEY_INSTEAD.fill(name=option.name))
    if not value:
        raise UsageError(words.WHICH_VALUE, hint=words.RESET_INSTEAD.fill(name=option.name))
    try:
        kept = Store(find_settings_file()).change({option.name: option.kind.read_kept(value)})
    except UsageError as error:
        refusal = words.VALUE_REFUSED.fill(name=option.name, reason=error.sentence)
        raise UsageError(refusal, hint=error.hint) from error
    put(_tell_kept(option, option.kind.show(kept[option.name])))
    return 0


def _reset(name: str, _value: str | None) -> int:
    option = _find_option(name)
    if option.name not in KEPT:
        raise UsageError(words.NOT_IN_FILE.fill(name=option.name))
    Store(find_settings_file()).change({option.name: None})
    value = option.kind.write_text(option.default) or words.NOT_CHOSEN
    put(words.VALUE_RESET.fill(name=option.name, value=value))
    return 0


def _find_option(name: str) -> Option:
    plain = name.replace("-", "_").lower()
    if plain in OPTIONS:
        return OPTIONS[plain]
    near = close_matches(plain, OPTIONS, 1, NEAR)
    hint = words.DID_YOU_MEAN.fill(name=near[0]) if near else words.LIST_SETTINGS
    refusal = words.NO_SETTING.fill(name=name[:SHOWN]) if name else words.WHICH_SETTING
    raise UsageError(refusal, hint=hint)


def _find_value(option: Option, kept: Mapping[str, Any]) -> tuple[str, str]:
    """What holds, and where it comes from. Secrets are never shown."""
    if option.is_secret:
        return "…", describe_place(option)
    if (value := read_variable(option, os.environ)) is not None:
        return option.kind.show(value), option.variable
    if option.name in kept:
        return option.kind.show(kept[option.name]), words.FROM_FILE
    return option.kind.show(option.default), words.FROM_DEFAULT


def _tell_kept(option: Option, value: str) -> Phrase:
    """What is kept now, and what goes before it."""
    if option.variable and os.environ.get(option.variable):
        return words.VALUE_OVERRULED.fill(name=option.name, value=value, variable=option.variable)
    return words.VALUE_KEPT.fill(name=option.name, value=value)


ACTIONS: dict[str, Callable[[str, str | None], int]] = {
    "list": _list,
    "get": _get,
    "set": _set,
    "reset": _reset,
}
