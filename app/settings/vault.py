"""Secrets in the system's keyring. A keyring that fails in any way counts as closed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from app.errors import SidestageError
from app.masking import remember_secret
from app.settings.options import SECRETS
from app.words import settings as words

LOG = logging.getLogger("sidestage")
NAME = "sidestage"


class _KeyringClosed(Exception):
    """The keyring did not do what it was asked, whatever it raised."""


def read_secret(name: str) -> str:
    """Read a secret from the system's keyring; empty when there is none or the keyring is closed.

    Args:
        name: one of `SECRETS`.
    """
    try:
        return _find_secret(name)
    except _KeyringClosed as error:
        LOG.warning("The keyring cannot be read (%s).", error)
        return ""


def has_secret(name: str) -> bool:
    """Whether the keyring has this secret.

    Raises:
        SidestageError: the keyring is closed or missing.
    """
    try:
        return bool(_find_secret(name))
    except _KeyringClosed as error:
        raise _make_closed_error(name) from error


def store_secret(name: str, value: str) -> None:
    """Put a secret into the keyring; an empty one takes it out.

    Raises:
        SidestageError: the keyring is closed or missing.
    """
    remember_secret(value)
    try:
        if value:
            _ask("set_password", name, value)
        elif _ask("get_password", name) is not None:
            _ask("delete_password", name)
    except _KeyringClosed as error:
        raise _make_closed_error(name) from error


def _find_secret(name: str) -> str:
    """Read the secret; empty when there is none, or when the system has no keyring at all."""
    try:
        value = _ask("get_password", name)
    except _KeyringClosed as error:
        if _is_missing(error.__cause__):
            return ""
        raise
    if not isinstance(value, str):
        return ""
    remember_secret(value)
    return value


def _ask(what: str, name: str, *values: str) -> Any:
    """Call one function of the keyring.

    Raises:
        _Closed: it failed. Backends raise what they like, down to panics of other languages, and one that is
            configured but not installed fails already when it is loaded.
    """
    try:
        import keyring  # noqa: PLC0415 - may fail like the rest

        ask: Callable[..., Any] = getattr(keyring, what)
        return ask(NAME, name, *values)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise _KeyringClosed(type(error).__name__) from error


def _is_missing(error: BaseException | None) -> bool:
    """Whether the system has none at all."""
    return type(error).__name__ == "NoKeyringError"


def _make_closed_error(name: str) -> SidestageError:
    hint = words.UNLOCK_KEYRING.fill(variable=SECRETS[name].variable)
    return SidestageError(words.KEYRING_CLOSED, hint=hint)
