"""`sidestage keys`: secrets in the system's keyring, without ever showing one."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable
from difflib import get_close_matches

from app.cli.options import Options
from app.cli.output import put
from app.errors import UsageError
from app.settings import SECRETS, Option, has_secret, store_secret

LONGEST = 4096
NO_KEY = "That is no key: it is too long, or has more than plain letters and signs."


def keys(options: Options) -> int:
    """List which secrets are set, set one, or forget one.

    Raises:
        UsageError: there is no such secret, or nothing was given to keep.
        SidestageError: the keyring is closed.
    """
    return ACTIONS[options.action](options.name)


def _list(_: str) -> int:
    width = max(map(len, SECRETS))
    for name, option in SECRETS.items():
        put(f"{name:<{width}}  {find_place(option):<12}  {option.words}")
    return 0


def find_place(option: Option) -> str:
    """Whether and where a secret is set, in words."""
    if os.environ.get(option.variable):
        return f"set by {option.variable}"
    return "set" if has_secret(option.name) else "not set"


def _set(name: str) -> int:
    known = _known(name)
    store_secret(known, _asked(known))
    put(f"{known} is in the keyring.")
    return 0


def _forget(name: str) -> int:
    known = _known(name)
    store_secret(known, "")
    put(f"{known} is not in the keyring.")
    return 0


def _known(name: str) -> str:
    plain = name.replace("-", "_").lower()
    if plain in SECRETS:
        return plain
    near = get_close_matches(plain, SECRETS, 1, 0.5)
    hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(SECRETS)}."
    raise UsageError(f"There is no secret called “{name[:40]}”." if name else "Which secret?", hint=hint)


def _asked(name: str) -> str:
    """From a prompt that shows nothing, or the first line of standard input when that is not a person."""
    if not (value := _read(name).strip()):
        raise UsageError("Nothing was given to keep.", hint=f"“sidestage keys forget {name}” takes it out.")
    if len(value) > LONGEST or not (value.isascii() and value.isprintable()):
        raise UsageError(NO_KEY)
    return value


def _read(name: str) -> str:
    try:
        return getpass.getpass(f"{name}: ") if sys.stdin.isatty() else sys.stdin.readline(LONGEST + 1)
    except EOFError:
        return ""
    except UnicodeError as error:  # bytes of something that is no text
        raise UsageError(NO_KEY) from error


ACTIONS: dict[str, Callable[[str], int]] = {"list": _list, "set": _set, "forget": _forget}
