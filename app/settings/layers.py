"""What holds: the flag, else the variable, else what was kept, else the default."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.errors import UsageError
from app.masking import remember_address, remember_secret
from app.settings.kinds import Pairs, make_clause
from app.settings.options import OPTIONS, Choices, Option
from app.words import settings as words

LONG = 8  # letters of a header or parameter that may be a secret


def read_choices(
    flags: Mapping[str, Any],
    environment: Mapping[str, str],
    kept: Mapping[str, Any],
    find_secret: Callable[[str], str] = lambda _: "",
) -> Choices:
    """Take for each option the first that has a value: flag, variable, file or keyring, default.

    Args:
        flags: values of the command line by option.
        environment: variables of the process.
        kept: values of the settings file by option.
        find_secret: looks into the keyring; asked only for what the environment leaves open.

    Raises:
        UsageError: a variable cannot be meant; names it.
    """
    chosen: dict[str, Any] = {}
    for name, option in OPTIONS.items():
        for value in _find_values(option, flags, environment, kept, find_secret):
            if value not in (None, "", ()):
                chosen[name] = value
                _remember(option, value)
                break
    return Choices(**chosen)


def _remember(option: Option, value: Any) -> None:
    """Let no log show what is secret in a value: the whole of it, or what stands in an address or header."""
    if option.is_secret:
        remember_secret(value)
    elif isinstance(option.kind, Pairs):
        for _, text in value.items() if isinstance(value, Mapping) else value:
            remember_secret(text if len(text) >= LONG else "")
    elif isinstance(value, str) and "@" in value:
        remember_address(value)


def _find_values(
    option: Option,
    flags: Mapping[str, Any],
    environment: Mapping[str, str],
    kept: Mapping[str, Any],
    find_secret: Callable[[str], str],
) -> Iterator[Any]:
    """Ask flag, variable and file or keyring in turn; later ones only when those before have no value."""
    yield flags.get(option.name)
    yield read_variable(option, environment)
    yield find_secret(option.name) if option.is_secret else kept.get(option.name)


def read_variable(option: Option, environment: Mapping[str, str]) -> Any:
    """Read the variable of an option; None when it is not set.

    Raises:
        UsageError: it cannot be meant; names the variable.
    """
    text = environment.get(option.variable, "") if option.variable else ""
    if not text:
        return None
    try:
        return option.kind.read_text(text)
    except UsageError as error:
        refusal = words.VARIABLE_REFUSED.fill(variable=option.variable, reason=make_clause(error))
        raise UsageError(refusal) from error


def find_overruled(flags: Mapping[str, Any], environment: Mapping[str, str]) -> list[Option]:
    """Find the options that a flag or a variable decides, so that the file does not count."""
    return [
        option
        for name, option in OPTIONS.items()
        if flags.get(name) is not None or (option.variable and environment.get(option.variable))
    ]
