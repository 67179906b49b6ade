"""The addresses that several ways in talk to. They can be overridden for tests and self-hosting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields

from app.addresses import check_address, mask_person
from app.errors import UsageError
from app.frozen import value
from app.settings import DEFAULTS, OPTIONS, Choices, Option, read_variable
from app.settings.address_kinds import Address
from app.words import settings as words


@value
class Endpoints:
    """Base addresses without a trailing slash, and the key for the sign provider.

    Attributes:
        app_url: TikTok's web site (live page, api-live).
        webcast_url: TikTok's webcast host (room info, check_alive).
        sign_url: the sign provider (protocol.md b.2).
        sign_key: sent to the sign provider as X-Api-Key; never shown, not even by repr. Euler Stream's
            cloud socket takes the same key.
        socket_url: TikTok's socket, for guests; everybody else is told where it is.
    """

    app_url: str = DEFAULTS.app_url
    webcast_url: str = DEFAULTS.webcast_url
    sign_url: str = DEFAULTS.sign_url
    sign_key: str = field(default="", repr=False)
    socket_url: str = DEFAULTS.socket_url

    def __repr__(self) -> str:
        """Without keys, and without a name and a password in an address."""
        shown = {one.name: mask_person(getattr(self, one.name)) for one in fields(self) if one.repr}
        return f"Endpoints({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    def __post_init__(self) -> None:
        for one in fields(self):
            check_end(one.name, getattr(self, one.name))

    @classmethod
    def from_choices(cls, choices: Choices) -> Endpoints:
        """Take them from the user's choices.

        Raises:
            UsageError: an address is not https, and not http on this machine; a key cannot be sent.
        """
        return cls(**{one.name: getattr(choices, one.name) for one in fields(cls)})

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Endpoints:
        """Take them from the environment, else the defaults.

        Raises:
            UsageError: as `from_choices`.
        """
        values = {one.name: read_variable(OPTIONS[one.name], environment) for one in fields(cls)}
        return cls(**{name: value for name, value in values.items() if value})


def check_end(name: str, text: str) -> None:
    """Refuse an address that is neither encrypted nor on this machine, and a key that cannot be sent.

    Args:
        name: of the option.
        text: what it says; empty only where the option has no default.

    Raises:
        UsageError: names the flag or the variable, and never repeats a key.
    """
    option = OPTIONS[name]
    if option.is_secret:
        _check_key(text, option)
    elif isinstance(option.kind, Address) and (text or option.default):
        label = words.FLAG_OR_VARIABLE.fill(flag=option.flag, variable=option.variable)
        check_address(text, secure=option.kind.secure, plain=option.kind.plain, name=label)


def _check_key(key: str, option: Option) -> None:
    """Refuse a key that no header can carry; the libraries' own errors would repeat it."""
    if not (key.isascii() and key.isprintable()):
        refusal = words.NO_KEY.fill(variable=option.variable, name=option.name)
        raise UsageError(refusal, hint=words.KEY_LINE)


def is_tiktok(host: str) -> bool:
    """Whether the host is one of TikTok's."""
    return host == "tiktok.com" or host.endswith(".tiktok.com")
