"""`sidestage keys`: secrets in the system's keyring, without ever showing one."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable

from app.cli.options import Options
from app.cli.output import put, show_cell
from app.errors import UsageError
from app.settings import SECRETS, Option, has_secret, store_secret
from app.spelling import close_matches
from app.words import commands as words

LONGEST = 4096
PLACE = 12  # width of the column that says where
NEAR = 0.5  # how like a name is to one that there is
SHOWN = 40  # letters of a name that is refused


def run_keys(options: Options) -> int:
    """List which secrets are set, set one, or forget one.

    Raises:
        UsageError: there is no such secret, or nothing was given to keep.
        SidestageError: the keyring is closed.
    """
    return ACTIONS[options.action](options.name)


def _list(_: str) -> int:
    width = max(map(len, SECRETS))
    for name, option in SECRETS.items():
        put(f"{name:<{width}}  {show_cell(describe_place(option), PLACE)}  {show_cell(option.words)}")
    return 0


def describe_place(option: Option) -> str:
    """Whether and where a secret is set, in words."""
    if os.environ.get(option.variable):
        return words.SET_BY.fill(variable=option.variable)
    return words.IS_SET if has_secret(option.name) else words.IS_NOT_SET


def _set(name: str) -> int:
    known = _find_name(name)
    store_secret(known, _ask_value(known))
    put(words.IN_KEYRING.fill(name=known))
    return 0


def _forget(name: str) -> int:
    known = _find_name(name)
    store_secret(known, "")
    put(words.NOT_IN_KEYRING.fill(name=known))
    return 0


def _find_name(name: str) -> str:
    plain = name.replace("-", "_").lower()
    if plain in SECRETS:
        return plain
    near = close_matches(plain, SECRETS, 1, NEAR)
    there_are = words.THERE_ARE.fill(names=", ".join(SECRETS))
    hint = words.DID_YOU_MEAN.fill(name=near[0]) if near else there_are
    refusal = words.NO_SECRET.fill(name=name[:SHOWN]) if name else words.WHICH_SECRET
    raise UsageError(refusal, hint=hint)


def _ask_value(name: str) -> str:
    """From a prompt that shows nothing, or the first line of standard input when that is not a person."""
    if not (value := _read(name).strip()):
        raise UsageError(words.NOTHING_TO_KEEP, hint=words.FORGET_INSTEAD.fill(name=name))
    if len(value) > LONGEST or not (value.isascii() and value.isprintable()):
        raise UsageError(words.NO_KEY)
    return value


def _read(name: str) -> str:
    try:
        return getpass.getpass(f"{name}: ") if sys.stdin.isatty() else sys.stdin.readline(LONGEST + 1)
    except EOFError:
        return ""
    except UnicodeError as error:  # bytes of something that is no text
        raise UsageError(words.NO_KEY) from error


ACTIONS: dict[str, Callable[[str], int]] = {"list": _list, "set": _set, "forget": _forget}
