"""The one value that leaves the protocol room: a message as the server sent it."""

from __future__ import annotations

from app.frozen import value


@value
class Message:
    """One message of a fetch result, not yet decoded.

    Attributes:
        method: normalised name, always with the Webcast prefix (`WebcastChatMessage`).
        payload: protobuf bytes of the body.
        msg_id: id given by the server, 0 when it gave none. Unique within a room.
        at_ms: when it was received, milliseconds since 1970 on our clock.
        is_history: the server marked it as older than the connection.
    """

    method: str
    payload: bytes
    msg_id: int = 0
    at_ms: int = 0
    is_history: bool = False
