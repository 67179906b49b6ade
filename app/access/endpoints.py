"""The addresses we talk to. They can be overridden for tests and self-hosting."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from urllib.parse import urlsplit

from app.errors import UsageError

ENVIRONMENT = {
    "app_url": "SIDESTAGE_APP_URL",
    "webcast_url": "SIDESTAGE_WEBCAST_URL",
    "sign_url": "SIDESTAGE_SIGN_URL",
    "sign_key": "SIDESTAGE_SIGN_KEY",
    "euler_url": "SIDESTAGE_EULER_URL",
    "tiktools_url": "SIDESTAGE_TIKTOOLS_URL",
    "tiktools_key": "SIDESTAGE_TIKTOOLS_KEY",
    "tikfinity_url": "SIDESTAGE_TIKFINITY_URL",
    "studio_url": "SIDESTAGE_STUDIO_URL",
    "studio_key": "SIDESTAGE_STUDIO_KEY",
    "socket_url": "SIDESTAGE_SOCKET_URL",
}
WEB = ("app_url", "webcast_url", "sign_url")
SOCKETS = ("euler_url", "tiktools_url", "tikfinity_url", "socket_url")
PERSON = re.compile(r"://[^/?#]*@")
KEYS = ("sign_key", "tiktools_key", "studio_key")


@dataclass(frozen=True, slots=True)
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

    app_url: str = "https://www.tiktok.com"
    webcast_url: str = "https://webcast.tiktok.com"
    sign_url: str = "https://api.eulerstream.com"
    sign_key: str = field(default="", repr=False)
    euler_url: str = "wss://ws.eulerstream.com"
    tiktools_url: str = "wss://api.tik.tools"
    tiktools_key: str = field(default="", repr=False)
    tikfinity_url: str = "ws://127.0.0.1:21213"
    studio_url: str = ""
    studio_key: str = field(default="", repr=False)
    socket_url: str = "wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/"

    def __repr__(self) -> str:
        """Without keys, and without a name and a password in an address."""
        shown = {one.name: PERSON.sub("://…@", getattr(self, one.name)) for one in fields(self) if one.repr}
        return f"Endpoints({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    def __post_init__(self) -> None:
        for name in WEB:
            check_address(getattr(self, name), secure="https", plain="http", name=_named(name))
        for name in SOCKETS + (("studio_url",) if self.studio_url else ()):
            check_address(getattr(self, name), secure="wss", plain="ws", name=_named(name))
        for name in KEYS:
            check_key(getattr(self, name), name)

    @classmethod
    def overridden(cls, environment: Mapping[str, str], options: Mapping[str, str | None]) -> Endpoints:
        """Defaults, then environment variables, then options of the same meaning.

        Raises:
            UsageError: an address is not https, and not http on this machine; a key cannot be sent.
        """
        chosen = {
            name: (options.get(name) or environment.get(variable) or "").rstrip("/" if name in WEB else "")
            for name, variable in ENVIRONMENT.items()
        }
        return replace(cls(), **{name: value for name, value in chosen.items() if value})


def is_loopback(host: str | None) -> bool:
    """Whether the host is this machine, by name or address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _named(name: str) -> str:
    """A setting as people meet it."""
    return f"--{name.replace('_', '-')} or {ENVIRONMENT[name]}"


def is_tiktok(host: str) -> bool:
    """Whether the host is one of TikTok's."""
    return host == "tiktok.com" or host.endswith(".tiktok.com")


def scheme_and_host(address: str) -> tuple[str, str]:
    """Scheme and host of an address; no host when it makes no sense."""
    try:
        parts = urlsplit(address)
        sound = parts.port != 0
    except ValueError:
        return "", ""
    return parts.scheme, (parts.hostname or "") if sound else ""


def check_key(key: str, name: str) -> None:
    """Refuse a key that no header can carry; the libraries' own errors would repeat it.

    Raises:
        UsageError: with the name of the setting, never the key.
    """
    if not (key.isascii() and key.isprintable()):
        sentence = f"{ENVIRONMENT[name]}, or {name} in the keyring, is no key."
        raise UsageError(sentence, hint="A key is one line of plain letters, digits and signs.")


def check_address(address: str, *, secure: str, plain: str, name: str) -> None:
    """Refuse addresses that are not encrypted, except on this machine.

    Raises:
        UsageError: with the name of the setting and what is wrong.
    """
    scheme, host = scheme_and_host(address)
    if (scheme == secure and host) or (scheme == plain and is_loopback(host)):
        return
    if scheme == plain and host:
        raise UsageError(f"{name}: {plain} is accepted for this machine only, not for {host}.",
                         hint=f"Use {secure}.")  # fmt: skip
    raise UsageError(f"{name} is not an address that starts with {secure}://.")  # it may be a key
