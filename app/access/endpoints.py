"""The addresses we talk to. They can be overridden for tests and self-hosting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields

from app.addresses import check_address, mask_person
from app.errors import UsageError
from app.frozen import value
from app.settings import DEFAULTS, OPTIONS, Choices, read_variable
from app.words import settings as words

WEB = ("app_url", "webcast_url", "sign_url")
SOCKETS = ("euler_url", "tiktools_url", "tikfinity_url", "socket_url")
KEYS = ("sign_key", "tiktools_key", "studio_key")


@value
class Endpoints:
    """Base addresses without a trailing slash, and the key for the sign provider.

    Attributes:
        app_url: TikTok's web site (live page, api-live).
        webcast_url: TikTok's webcast host (room info, check_alive).
        sign_url: the sign provider (protocol.md b.2).
        sign_key: sent to the sign provider as X-Api-Key; never shown, not even by repr. Euler Stream's
            cloud socket takes the same key.
        euler_url: Euler Stream's cloud socket (protocol.md b.7).
        tiktools_url: tik.tools' managed socket (protocol.md b.8); its key likewise.
        tikfinity_url: the event socket of the TikFinity program.
        studio_url: the data socket of TikTok LIVE Studio; empty: its ports on this machine are tried.
        studio_key: what TikTok issued for reading LIVE Studio, `app_id:key_id:secret`.
        socket_url: TikTok's socket, for guests; everybody else is told where it is.
    """

    app_url: str = DEFAULTS.app_url
    webcast_url: str = DEFAULTS.webcast_url
    sign_url: str = DEFAULTS.sign_url
    sign_key: str = field(default="", repr=False)
    euler_url: str = DEFAULTS.euler_url
    tiktools_url: str = DEFAULTS.tiktools_url
    tiktools_key: str = field(default="", repr=False)
    tikfinity_url: str = DEFAULTS.tikfinity_url
    studio_url: str = DEFAULTS.studio_url
    studio_key: str = field(default="", repr=False)
    socket_url: str = DEFAULTS.socket_url

    def __repr__(self) -> str:
        """Without keys, and without a name and a password in an address."""
        shown = {one.name: mask_person(getattr(self, one.name)) for one in fields(self) if one.repr}
        return f"Endpoints({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    def __post_init__(self) -> None:
        for name in WEB:
            check_address(getattr(self, name), secure="https", plain="http", name=_label(name))
        for name in SOCKETS + (("studio_url",) if self.studio_url else ()):
            check_address(getattr(self, name), secure="wss", plain="ws", name=_label(name))
        for name in KEYS:
            check_key(getattr(self, name), name)

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


def _label(name: str) -> str:
    """Name a setting by its flag and variable."""
    return words.FLAG_OR_VARIABLE.fill(flag=OPTIONS[name].flag, variable=OPTIONS[name].variable)


def is_tiktok(host: str) -> bool:
    """Whether the host is one of TikTok's."""
    return host == "tiktok.com" or host.endswith(".tiktok.com")


def check_key(key: str, name: str) -> None:
    """Refuse a key that no header can carry; the libraries' own errors would repeat it.

    Raises:
        UsageError: with the name of the setting, never the key.
    """
    if not (key.isascii() and key.isprintable()):
        refusal = words.NO_KEY.fill(variable=OPTIONS[name].variable, name=name)
        raise UsageError(refusal, hint=words.KEY_LINE)
