"""What the user can change when the way in fails, by the code of the failure."""

from __future__ import annotations

from typing import NamedTuple

from app.connector.managed.errors import BridgeMissing, BridgeRefused
from app.connector.read.errors import CountryPage
from app.errors import (
    AgeRestricted,
    AppIdRefused,
    Blocked,
    CaptchaPage,
    CookieMissing,
    DeviceBlocked,
    EmptyPage,
    GuestRefused,
    HandshakeRefused,
    PollingRefused,
    PrivateRoom,
    ProxyRefused,
    QuotaLow,
    SidestageError,
    SignatureRefused,
    SignerDown,
    SignerEmpty,
    SignerError,
    SignerFallback,
    SignerKeyRefused,
    SignerLimited,
    SignerMissing,
    SignerNoCookie,
    SignerPaid,
)


class Advice(NamedTuple):
    """Something to change.

    Attributes:
        place: what it is called in the window's dialog.
        command: where it is on the command line, a sentence.
    """

    place: str
    command: str


NOTHING = Advice("", "")
WAY = Advice("Other ways in", "Other ways in: --way NAME.")
KEY = Advice("Keys", "Keys: “sidestage keys set NAME”. Other ways in: --way NAME.")
LOGIN = Advice("Log-in", "A log-in: “sidestage keys set session_id” and “sidestage keys set target_idc”.")
PROXY = Advice("Proxy", "Another proxy: --proxy URL, --socket-proxy URL.")
HELPS: dict[Advice, tuple[type[SidestageError], ...]] = {
    WAY: (
        Blocked, CaptchaPage, EmptyPage, HandshakeRefused, PrivateRoom, SignatureRefused, DeviceBlocked,
        CookieMissing, AppIdRefused, GuestRefused, PollingRefused, SignerError, SignerMissing, SignerDown,
        SignerEmpty, SignerNoCookie, SignerFallback, BridgeMissing, BridgeRefused,
    ),
    KEY: (SignerKeyRefused, SignerPaid, SignerLimited, QuotaLow),
    LOGIN: (AgeRestricted,),
    PROXY: (ProxyRefused, CountryPage),
}  # fmt: skip
ADVICE = {kind.code: advice for advice, kinds in HELPS.items() for kind in kinds}


def advice(code: str) -> Advice:
    """What may help against a failure, `NOTHING` when it is not about the way in."""
    return ADVICE.get(code, NOTHING)
