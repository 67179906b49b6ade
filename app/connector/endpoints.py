"""The addresses we talk to. They can be overridden for tests and self-hosting."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from app.errors import UsageError

ENVIRONMENT = {
    "app_url": "SIDESTAGE_APP_URL",
    "webcast_url": "SIDESTAGE_WEBCAST_URL",
    "sign_url": "SIDESTAGE_SIGN_URL",
    "sign_key": "SIDESTAGE_SIGN_KEY",
}


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Base addresses without a trailing slash, and the key for the sign provider.

    Attributes:
        app_url: TikTok's web site (live page, api-live).
        webcast_url: TikTok's webcast host (room info, check_alive).
        sign_url: the sign provider (protocol.md b.2).
        sign_key: sent to the sign provider as X-Api-Key; never shown, not even by repr.
    """

    app_url: str = "https://www.tiktok.com"
    webcast_url: str = "https://webcast.tiktok.com"
    sign_url: str = "https://api.eulerstream.com"
    sign_key: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        for name in ("app_url", "webcast_url", "sign_url"):
            check_address(getattr(self, name), secure="https", plain="http", name=ENVIRONMENT[name])

    @classmethod
    def overridden(cls, environment: Mapping[str, str], options: Mapping[str, str | None]) -> Endpoints:
        """Defaults, then environment variables, then options of the same meaning.

        Raises:
            UsageError: an address is not https, and not http on this machine.
        """
        chosen = {
            name: (options.get(name) or environment.get(variable) or "").rstrip("/")
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


def check_address(address: str, *, secure: str, plain: str, name: str) -> None:
    """Refuse addresses that are not encrypted, except on this machine.

    Raises:
        UsageError: with the name of the setting and what is wrong.
    """
    parts = urlsplit(address)
    if parts.scheme == secure and parts.hostname:
        return
    if parts.scheme == plain and is_loopback(parts.hostname):
        return
    if parts.scheme == plain:
        raise UsageError(f"{name}: {plain} is accepted for this machine only, not for {parts.hostname}.",
                         hint=f"Use {secure}.")  # fmt: skip
    raise UsageError(f"{name}: “{address[:80]}” is not an address that starts with {secure}://.")
