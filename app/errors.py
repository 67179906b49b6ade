"""What can go wrong, as a tree the user can act on. Every error carries one sentence and one hint.

The sentence says what happened, the hint what to do; whether it is tried again is told by who does. Neither
holds a cookie, a key or a session id: whoever raises puts names, numbers and words of the server in.
"""

from __future__ import annotations

from typing import ClassVar, Literal

Remedy = Literal["stop", "retry", "wait"]


class SidestageError(Exception):
    """The root. `str(error)` is the sentence; `hint` is what to do, possibly empty.

    Attributes:
        code: a stable snake_case name, written to JSON and used by the docs.
        remedy: `stop`, `retry` with growing pauses, or `wait` until the creator is live at no signature.
        retry_after: seconds to wait before another attempt, when somebody told us; None when nobody did.
    """

    code: ClassVar[str] = "error"
    remedy: ClassVar[Remedy] = "stop"
    retry_after: float | None = None

    def __init__(self, sentence: str, *, hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.hint = hint
        self.retry_after = self.retry_after if retry_after is None else retry_after

    @property
    def line(self) -> str:
        """Sentence and hint on one line, for a terminal or a status bar."""
        return " ".join(f"{self} {self.hint}".split())


class UsageError(SidestageError):
    """The user typed something that cannot be meant. The command line answers with exit code 2."""

    code = "usage"


class ProtocolError(SidestageError):
    """Bytes from the server that are not what the protocol says. Costs that frame or message only."""

    code = "protocol"
    remedy: ClassVar[Remedy] = "retry"


class FrameTooLarge(ProtocolError):
    """A frame or what it inflates to is over the limit (a gzip bomb, or a server gone wrong)."""

    code = "frame_too_large"


class RoomError(SidestageError):
    """The creator's room cannot be read now, for a reason that lies with the room."""

    code = "room"


class RoomOffline(RoomError):
    """The creator is not live."""

    code = "offline"
    remedy: ClassVar[Remedy] = "wait"


class RoomEnded(RoomError):
    """The stream of that room id is over; the next one has another id."""

    code = "ended"


class NoSuchUser(RoomError):
    """No source knows the name."""

    code = "no_such_user"


class AgeRestricted(RoomError):
    """The room is 18+ and wants a log-in."""

    code = "age_restricted"


class Blocked(SidestageError):
    """TikTok refuses us: a captcha, an empty shell page, a refused handshake."""

    code = "blocked"
    remedy: ClassVar[Remedy] = "retry"


class CaptchaPage(Blocked):
    """TikTok wants a captcha solved; this program never does."""

    code = "captcha"


class EmptyPage(Blocked):
    """TikTok sent its shell instead of the page: it takes us for a robot."""

    code = "empty_page"


class HandshakeRefused(Blocked):
    """The WebSocket upgrade was answered with HTTP 200 or 400 instead of 101 (protocol.md d.3).

    Attributes:
        handshake_status, handshake_msg: values of the headers of these names, empty when absent.
    """

    code = "handshake_refused"

    def __init__(self, sentence: str, *, hint: str = "", status: str = "", message: str = "") -> None:
        super().__init__(sentence, hint=hint)
        self.handshake_status = status
        self.handshake_msg = message


class PrivateRoom(HandshakeRefused):
    """The socket was refused without a word, as it is for private rooms and those for friends."""

    code = "private"


class SignatureRefused(HandshakeRefused):
    """“illegal secret key”: TikTok does not accept the signature."""

    code = "signature_refused"


class DeviceBlocked(HandshakeRefused):
    """“DEVICE_BLOCKED”: TikTok does not accept the user agent."""

    code = "device_blocked"


class CookieMissing(HandshakeRefused):
    """“named cookie not present”: the cookie of the signature did not arrive."""

    code = "cookie_missing"


class AppIdRefused(HandshakeRefused):
    """“illegal app_id”: the sign provider's fallback with parameters that TikTok refuses."""

    code = "app_id_refused"


class GuestRefused(HandshakeRefused):
    """TikTok lets nobody in without a signature."""

    code = "guest_refused"
    remedy: ClassVar[Remedy] = "stop"


class PollingRefused(Blocked):
    """TikTok answers a poll with nothing: it wants a signature or a log-in."""

    code = "polling_refused"


class SignerError(SidestageError):
    """The sign provider gave no usable fetch result."""

    code = "signer"
    remedy: ClassVar[Remedy] = "retry"


class SignerKeyRefused(SignerError):
    """The provider does not accept the key, or does not allow this with it (401, 403)."""

    code = "signer_key"
    remedy: ClassVar[Remedy] = "stop"


class SignerPaid(SignerError):
    """The provider wants a paid plan for this (402)."""

    code = "signer_paid"
    remedy: ClassVar[Remedy] = "stop"


class SignerMissing(SignerError):
    """There is no sign provider at that address, or it has retired the route (404)."""

    code = "signer_missing"
    remedy: ClassVar[Remedy] = "stop"


class SignerDown(SignerError):
    """The provider has an error of its own, or no free agent (5xx)."""

    code = "signer_down"


class SignerEmpty(SignerError):
    """The provider answered with nothing: TikTok refused it."""

    code = "signer_empty"


class SignerNoCookie(SignerError):
    """The provider's answer lacks TikTok's cookie, without which no socket opens."""

    code = "signer_no_cookie"


class SignerFallback(SignerError):
    """The provider offers its fallback proxy only; sockets to it are refused (protocol.md 0.2)."""

    code = "signer_fallback"


class SignerLimited(SignerError):
    """The sign provider's quota is used up. Without a word of when it is renewed, a minute is waited."""

    code = "signer_limited"
    retry_after: float | None = 60.0


class QuotaLow(SignerLimited):
    """Most of the quota is used; the rest is kept for when the user presses Connect."""

    code = "quota_low"


class NetworkError(SidestageError):
    """No answer at all: no network, DNS, TLS, a proxy, or a server that is too slow."""

    code = "network"
    remedy: ClassVar[Remedy] = "retry"


class NoNetwork(NetworkError):
    """This machine has no way out."""

    code = "no_network"


class NameNotFound(NetworkError):
    """The host's name cannot be looked up (DNS)."""

    code = "dns"


class CertificateRefused(NetworkError):
    """The certificate is not valid, or the other side does not speak TLS."""

    code = "tls"


class ProxyRefused(NetworkError):
    """The proxy does not let us through."""

    code = "proxy"


class ServerRefused(NetworkError):
    """Nobody listens there."""

    code = "refused"


class TooSlow(NetworkError):
    """No whole answer within the time that a setting allows."""

    code = "slow"


class UnsafeRedirect(NetworkError):
    """Redirected in circles, or to an address that is not encrypted."""

    code = "redirect"


class AnswerTooLarge(NetworkError):
    """An answer over the limit."""

    code = "answer_too_large"


class AnswerBroken(NetworkError):
    """An answer that is no HTTP, is cut short, or is compressed in a way nobody asked for."""

    code = "answer_broken"


class ConnectionLost(NetworkError):
    """The socket was open and is not any more."""

    code = "connection_lost"


class StalledSocket(ConnectionLost):
    """The socket is open and says nothing."""

    code = "stalled"


class FrameFlood(ConnectionLost):
    """A frame over the limit came, which ends the connection."""

    code = "frame_flood"
