"""Who may open a socket: what TikTok checks, in one table (protocol.md d.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http.cookies import CookieError, SimpleCookie
from random import Random

SIGNATURE_LASTS_S = 30.0


@dataclass(frozen=True, slots=True)
class Ticket:
    """A signature that was handed out.

    Attributes:
        user_agent: the one it was signed with; empty when the client named none.
        issued_at: seconds of the server's clock.
    """

    room_id: int
    user_agent: str
    ttwid: str
    issued_at: float
    is_used: bool = False


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A client that wants to open a socket."""

    params: Mapping[str, str]
    user_agent: str
    cookies: Mapping[str, str]
    ticket: Ticket | None
    now: float


Refuses = Callable[[Upgrade], bool]


def _is_unsigned(upgrade: Upgrade) -> bool:
    ticket = upgrade.ticket
    if ticket is None or ticket.is_used or upgrade.now - ticket.issued_at > SIGNATURE_LASTS_S:
        return True
    return upgrade.params.get("room_id") != str(ticket.room_id) or upgrade.cookies["ttwid"] != ticket.ttwid


def _is_other_device(upgrade: Upgrade) -> bool:
    signed = upgrade.ticket.user_agent if upgrade.ticket else ""
    return bool(signed) and upgrade.user_agent != signed


# Asked in this order; the first that says yes refuses: test, Handshake-Status, Handshake-Msg.
REFUSALS: tuple[tuple[Refuses, str, str], ...] = (
    (lambda upgrade: not upgrade.user_agent, "415", "DEVICE_BLOCKED"),
    (lambda upgrade: upgrade.params.get("aid") != "1988", "417", "illegal app_id"),
    (lambda upgrade: not upgrade.cookies.get("ttwid"), "417", "http: named cookie not present"),
    (_is_unsigned, "417", "illegal secret key"),
    (_is_other_device, "415", "DEVICE_BLOCKED"),
)


SIGNED_ONLY = (_is_unsigned, _is_other_device)


class Gate:
    """Issues signatures and lets each be used once, within 30 seconds.

    Args:
        seed: of the secrets.
        guests: those without a signature may enter too.
    """

    def __init__(self, seed: int, *, guests: bool = False) -> None:
        self._guests = guests
        self._chance = Random(f"gate {seed}")  # noqa: S311 - a play, not a secret
        self._tickets: dict[str, Ticket] = {}

    def issue(self, room_id: int, user_agent: str, now: float) -> tuple[str, str]:
        """A new signature: the route param `wrss` and the cookie `ttwid` that belongs to it."""
        secret = f"{self._chance.getrandbits(128):032x}-"
        ttwid = f"1%7C{self._chance.getrandbits(160):040x}"
        valid = {old: one for old, one in self._tickets.items() if now - one.issued_at <= SIGNATURE_LASTS_S}
        self._tickets = valid | {secret: Ticket(room_id, user_agent, ttwid, now)}
        return secret, ttwid

    def find_refusal(
        self, params: Mapping[str, str], headers: Mapping[str, str], now: float
    ) -> tuple[str, str] | None:
        """Handshake-Status and Handshake-Msg for those who may not enter; else the signature is spent."""
        secret = params.get("wrss", "")
        upgrade = Upgrade(
            params,
            headers.get("User-Agent", ""),
            read_cookies(headers.get("Cookie", "")),
            self._tickets.get(secret),
            now,
        )
        for refuses, status, message in REFUSALS:
            if refuses(upgrade) and not (self._guests and not secret and refuses in SIGNED_ONLY):
                return status, message
        if secret in self._tickets:
            self._tickets[secret] = replace(self._tickets[secret], is_used=True)
        return None


def read_cookies(header: str) -> dict[str, str]:
    """Names and values of a Cookie header; nothing when it cannot be read."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}
