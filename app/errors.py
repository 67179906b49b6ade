"""What can go wrong, as a tree the user can act on. Every error carries one sentence and one hint.

The sentence says what happened, the hint what happens next or what to do. Neither ever holds a cookie,
a key or a session id: whoever raises puts names, numbers and words of the server in, nothing else.
"""

from __future__ import annotations


class SidestageError(Exception):
    """The root. `str(error)` is the sentence; `hint` is what to do, possibly empty.

    Attributes:
        code: a stable snake_case name, written to JSON and used by the docs.
        again: whether a connection that once worked is tried again after this.
    """

    code = "error"
    again = False

    def __init__(self, sentence: str, *, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint

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


class FrameTooLarge(ProtocolError):
    """A frame or what it inflates to is over the limit (a gzip bomb, or a server gone wrong)."""

    code = "frame_too_large"


class RoomError(SidestageError):
    """The creator's room cannot be read now, for a reason that lies with the room."""

    code = "room"


class RoomOffline(RoomError):
    """The creator is not live."""

    code = "offline"


class NoSuchUser(RoomError):
    """No source knows the name."""

    code = "no_such_user"


class AgeRestricted(RoomError):
    """The room is 18+ and wants a log-in."""

    code = "age_restricted"


class Blocked(SidestageError):
    """TikTok refuses us: a captcha, an empty shell page, a refused handshake."""

    code = "blocked"
    again = True


class HandshakeRefused(Blocked):
    """The WebSocket upgrade was answered with HTTP 200 or 400 instead of 101 (protocol.md d.3).

    Attributes:
        handshake_status: value of the Handshake-Status header, empty when absent.
        handshake_msg: value of the Handshake-Msg header, empty when absent.
    """

    code = "handshake_refused"

    def __init__(self, sentence: str, *, hint: str = "", status: str = "", message: str = "") -> None:
        super().__init__(sentence, hint=hint)
        self.handshake_status = status
        self.handshake_msg = message


class SignerError(SidestageError):
    """The sign provider gave no usable fetch result."""

    code = "signer"
    again = True


class SignerLimited(SignerError):
    """The sign provider's quota is used up.

    Attributes:
        retry_after: seconds to wait, from now.
    """

    code = "signer_limited"

    def __init__(self, sentence: str, *, hint: str = "", retry_after: float = 60.0) -> None:
        super().__init__(sentence, hint=hint)
        self.retry_after = retry_after


class NetworkError(SidestageError):
    """No answer at all: no network, DNS, TLS, a proxy, or a server that is too slow."""

    code = "network"
    again = True


class ConnectionLost(NetworkError):
    """The socket was open and is not any more."""

    code = "connection_lost"
