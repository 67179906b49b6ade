"""What can go wrong, as a tree the user can act on. Every error carries one sentence and one hint.

Each class says its code, its remedy where that is another than its parent's, and what helps against it. The
words for what helps are in app.words.advice.

The sentence says what happened, the hint what to do; whether it is tried again is told by who does. Neither
holds a cookie, a key or a session id: whoever raises puts names, numbers and words of the server in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from app.words import errors as words
from app.words import flatten

Remedy = Literal["stop", "retry", "wait"]
# What the user can change: way in, key, log-in, proxy, name; or nothing that this program has.
Help = Literal["way", "key", "log_in", "proxy", "name", "nothing"]


# The first class with a code is the one that others inherit it from.
_kind_of_code: dict[str, type[SidestageError]] = {}


class SidestageError(Exception):
    """The root. `str(error)` is the sentence in English.

    Attributes:
        sentence: what happened, in a form that can be shown in the user's language.
        hint: what to do, possibly empty.
        code: a stable snake_case name, written to JSON and used by the docs.
        remedy: `stop`, `retry` with growing pauses, or `wait` until the creator is live at no signature.
        helps: what the user can change; every class says so itself, also that nothing does.
        retry_after: seconds to wait before another attempt, when somebody told us; None when nobody did.
    """

    code: ClassVar[str] = "error"
    remedy: ClassVar[Remedy] = "stop"
    helps: ClassVar[Help] = "nothing"
    retry_after: float | None = None

    def __init_subclass__(
        cls, *, code: str | None = None, remedy: Remedy | None = None, helps: Help | None = None
    ) -> None:
        """What is not said is the parent's."""
        super().__init_subclass__()
        for name, value in (("code", code), ("remedy", remedy), ("helps", helps)):
            if value is not None:
                setattr(cls, name, value)
        _kind_of_code.setdefault(cls.code, cls)

    def __init__(self, sentence: str, *, hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.retry_after = self.retry_after if retry_after is None else retry_after

    @property
    def line(self) -> str:
        """Sentence and hint on one line, for a terminal or a status bar."""
        both = words.SENTENCE_AND_HINT.fill(sentence=self.sentence, hint=self.hint)
        return flatten(both if self.hint else self.sentence)


def list_kinds(kind: type[SidestageError] = SidestageError) -> Iterator[type[SidestageError]]:
    """A class of errors and all below it that are loaded."""
    yield kind
    for below in kind.__subclasses__():
        yield from list_kinds(below)


def find_kind(code: str) -> type[SidestageError]:
    """The class that has this code, the root where none has."""
    return _kind_of_code.get(code, SidestageError)


class UsageError(SidestageError, code="usage", helps="name"):
    """The user typed something that cannot be meant. The command line answers with exit code 2."""


class ProtocolError(SidestageError, code="protocol", remedy="retry", helps="nothing"):
    """Bytes from the server that are not what the protocol says. Costs that frame or message only."""


class FrameTooLarge(ProtocolError, code="frame_too_large", helps="nothing"):
    """A frame or what it inflates to is over the limit (a gzip bomb, or a server gone wrong)."""


class RoomError(SidestageError, code="room", helps="nothing"):
    """The creator's room cannot be read now, for a reason that lies with the room."""


class RoomOffline(RoomError, code="offline", remedy="wait", helps="nothing"):
    """The creator is not live."""


class RoomEnded(RoomError, code="ended", helps="nothing"):
    """The stream of that room id is over; the next one has another id."""


class NoSuchUser(RoomError, code="no_such_user", helps="name"):
    """No source knows the name."""


class AgeRestricted(RoomError, code="age_restricted", helps="log_in"):
    """The room is 18+ and wants a log-in."""


class Blocked(SidestageError, code="blocked", remedy="retry", helps="way"):
    """TikTok refuses us: a captcha, an empty shell page, a refused handshake."""


class CaptchaPage(Blocked, code="captcha", helps="way"):
    """TikTok wants a captcha solved; this program never does."""


class EmptyPage(Blocked, code="empty_page", helps="way"):
    """TikTok sent its shell instead of the page: it takes us for a robot."""


class CountryPage(Blocked, code="country", helps="proxy"):
    """TikTok sent the page of a country or region where it is not offered."""


class HandshakeRefused(Blocked, code="handshake_refused", helps="way"):
    """The WebSocket upgrade was answered with HTTP 200 or 400 instead of 101 (protocol.md d.3).

    Attributes:
        handshake_status, handshake_msg: values of the headers of these names, empty when absent.
    """

    def __init__(self, sentence: str, *, hint: str = "", status: str = "", message: str = "") -> None:
        super().__init__(sentence, hint=hint)
        self.handshake_status = status
        self.handshake_msg = message


class PrivateRoom(HandshakeRefused, code="private", helps="way"):
    """The socket was refused without a word, as it is for private rooms and those for friends."""


class SignatureRefused(HandshakeRefused, code="signature_refused", helps="way"):
    """“illegal secret key”: TikTok does not accept the signature."""


class DeviceBlocked(HandshakeRefused, code="device_blocked", helps="way"):
    """“DEVICE_BLOCKED”: TikTok does not accept the user agent."""


class CookieMissing(HandshakeRefused, code="cookie_missing", helps="way"):
    """“named cookie not present”: the cookie of the signature did not arrive."""


class AppIdRefused(HandshakeRefused, code="app_id_refused", helps="way"):
    """“illegal app_id”: the sign provider's fallback with parameters that TikTok refuses."""


class GuestRefused(HandshakeRefused, code="guest_refused", remedy="stop", helps="way"):
    """TikTok lets nobody in without a signature."""


class PollingRefused(Blocked, code="polling_refused", helps="way"):
    """TikTok answers a poll with nothing: it wants a signature or a log-in."""


class SignerError(SidestageError, code="signer", remedy="retry", helps="way"):
    """The sign provider gave no usable fetch result."""


class SignerKeyRefused(SignerError, code="signer_key", remedy="stop", helps="key"):
    """The provider does not accept the key, or does not allow this with it (401, 403)."""


class SignerPaid(SignerError, code="signer_paid", remedy="stop", helps="key"):
    """The provider wants a paid plan for this (402)."""


class SignerMissing(SignerError, code="signer_missing", remedy="stop", helps="way"):
    """There is no sign provider at that address, or it has retired the route (404)."""


class SignerDown(SignerError, code="signer_down", helps="way"):
    """The provider has an error of its own, or no free agent (5xx)."""


class SignerEmpty(SignerError, code="signer_empty", helps="way"):
    """The provider answered with nothing: TikTok refused it."""


class SignerNoCookie(SignerError, code="signer_no_cookie", helps="way"):
    """The provider's answer lacks TikTok's cookie, without which no socket opens."""


class SignerFallback(SignerError, code="signer_fallback", helps="way"):
    """The provider offers its fallback proxy only; sockets to it are refused (protocol.md 0.2)."""


class SignerLimited(SignerError, code="signer_limited", helps="key"):
    """The sign provider's quota is used up. Without a word of when it is renewed, a minute is waited."""

    retry_after: float | None = 60.0


class QuotaLow(SignerLimited, code="quota_low", helps="key"):
    """Most of the quota is used; the rest is kept for when the user presses Connect."""


class NetworkError(SidestageError, code="network", remedy="retry", helps="nothing"):
    """No answer at all: no network, DNS, TLS, a proxy, or a server that is too slow."""


class NoNetwork(NetworkError, code="no_network", helps="nothing"):
    """This machine has no way out."""


class NameNotFound(NetworkError, code="dns", helps="nothing"):
    """The host's name cannot be looked up (DNS)."""


class CertificateRefused(NetworkError, code="tls", helps="nothing"):
    """The certificate is not valid, or the other side does not speak TLS."""


class ProxyRefused(NetworkError, code="proxy", helps="proxy"):
    """The proxy does not let us through."""


class ServerRefused(NetworkError, code="refused", helps="nothing"):
    """Nobody listens there."""


class TooSlow(NetworkError, code="slow", helps="nothing"):
    """No whole answer within the time that a setting allows."""


class UnsafeRedirect(NetworkError, code="redirect", helps="nothing"):
    """Redirected in circles, or to an address that is not encrypted."""


class AnswerTooLarge(NetworkError, code="answer_too_large", helps="nothing"):
    """An answer over the limit."""


class AnswerBroken(NetworkError, code="answer_broken", helps="nothing"):
    """An answer that is no HTTP, is cut short, or is compressed in a way nobody asked for."""


class ConnectionLost(NetworkError, code="connection_lost", helps="nothing"):
    """The socket was open and is not any more."""


class StalledSocket(ConnectionLost, code="stalled", helps="nothing"):
    """The socket is open and says nothing."""


class FrameFlood(ConnectionLost, code="frame_flood", helps="nothing"):
    """A frame over the limit came, which ends the connection."""
