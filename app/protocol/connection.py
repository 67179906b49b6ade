"""A connection to a room without the socket: bytes in, messages and bytes to send out.

Whoever owns the socket calls `start`, then `receive` for every frame, sends what `data_to_send` gives, and
calls `wake` when `next_due` has come. Times are arguments: `now` is monotonic seconds, `at_ms` is ms since
1970. Limits: 16 MiB a frame, 64 MiB inflated, 5,000 messages, nested at most 100 deep (upb's own limit).
"""

from __future__ import annotations

import math
from dataclasses import replace

from app.errors import FrameTooLarge, ProtocolError
from app.protocol import outgoing
from app.protocol.fetch import FetchResult, check_fields, parse_fetch_result
from app.protocol.inflate import gunzip, is_gzip
from app.protocol.message import Message
from app.protocol.schema import MALFORMED, Wire, find_reader, read
from app.protocol.seen_ids import CROWD, SeenIds
from app.words import protocol as words

FRAME_LIMIT = 16 * 1024 * 1024
HEARTBEAT_S = (5.0, 10.0)  # no client in the field is slower than ten seconds; below five is rude
MESSAGES = ("msg", "im_enter_room_resp")


class WebcastConnection:
    """Implements protocol.md c and d for one socket; the next socket takes a new one with the same `seen`.

    Attributes:
        is_closed: the server said close.
        cursor: newest place in the stream.
        internal_ext: newest text to echo.
        duplicates: messages dropped because their id was seen before.
        foreign: messages dropped because they belong to another room.
        malformed: frames and messages that could not be read.
    """

    def __init__(
        self, room_id: int, *, heartbeat_s: float = 10.0, seen: SeenIds | None = None, enter: bool = True
    ) -> None:
        self.room_id = room_id
        self._seen = SeenIds() if seen is None else seen
        self._enter = enter
        self._interval = _clamp(heartbeat_s)
        self._due = math.inf
        self._sequence = 0
        self._outbox: list[bytes] = []
        self.is_closed = False
        self.cursor = self.internal_ext = ""
        self.duplicates = self.foreign = self.malformed = 0

    def start(self, now: float) -> None:
        """The socket is open: enter the room, then the first heartbeat (the other order closes it)."""
        if self._enter:
            self._outbox.append(outgoing.enter_frame(self.room_id, self.cursor))
        self._beat(now)

    def wake(self, now: float) -> None:
        """Send a heartbeat when one is due."""
        if now >= self._due:
            self._beat(now)

    def next_due(self) -> float:
        """When `wake` must be called, monotonic seconds; infinity before opening and after the close."""
        return self._due

    def data_to_send(self) -> list[bytes]:
        """Frames to send now, each once."""
        outbox, self._outbox = self._outbox, []
        return outbox

    def receive(self, frame: bytes | str, at_ms: int) -> list[Message]:
        """Take a frame that came at `at_ms` and give its messages.

        Raises:
            ProtocolError: the frame cannot be read. It costs that frame; the connection goes on.
        """
        try:
            return self._take(_read_push_frame(frame), at_ms)
        except ProtocolError:
            self.malformed += 1
            raise

    def feed(self, result: FetchResult, at_ms: int) -> list[Message]:
        """Take the first result, which came over HTTP: it is never acknowledged."""
        self._advance(result)
        return [replace(message, at_ms=at_ms) for message in self._keep_ours(result)]

    def _take(self, frame: Wire, at_ms: int) -> list[Message]:
        if frame.payload_type == "close":
            self.is_closed = True
            self._due = math.inf
        if frame.payload_type not in MESSAGES or not frame.payload:
            return []
        headers = {header.key: header.value for header in frame.headers}
        result = parse_fetch_result(_unpack_payload(frame.payload, headers), at_ms)
        self._advance(result)
        self.cursor = headers.get("im_cursor") or self.cursor
        if result.need_ack:
            self._outbox.append(outgoing.make_ack_frame(frame.log_id, result.internal_ext))
        return self._keep_ours(result)

    def _advance(self, result: FetchResult) -> None:
        self.cursor = result.cursor or self.cursor
        self.internal_ext = result.internal_ext or self.internal_ext
        if result.heartbeat_ms:
            self._interval = _clamp(result.heartbeat_ms / 1000)

    def _keep_ours(self, result: FetchResult) -> list[Message]:
        """Messages of this room that were not seen before."""
        self.malformed += result.malformed
        ours = [message for message in result.messages if not self._is_foreign(message)]
        fresh = [one for one in ours if self._seen.add(one.msg_id, crowd=one.method in CROWD)]
        self.foreign += len(result.messages) - len(ours)
        self.duplicates += len(ours) - len(fresh)
        return fresh

    def _is_foreign(self, message: Message) -> bool:
        return self.room_id != 0 and _read_room(message.payload) not in (0, self.room_id)

    def _beat(self, now: float) -> None:
        self._sequence += 1
        self._outbox.append(outgoing.make_heartbeat_frame(self.room_id, self._sequence))
        self._due = now + self._interval


def _read_push_frame(frame: bytes | str) -> Wire:
    if isinstance(frame, str):
        raise ProtocolError(words.TEXT_FRAME.fill(count=len(frame)))
    if len(frame) > FRAME_LIMIT:
        raise FrameTooLarge(words.OVER_LIMIT.fill(count=len(frame), limit=FRAME_LIMIT))
    check_fields(frame)
    return read("WebcastPushFrame", frame)


def _unpack_payload(payload: bytes, headers: dict[str, str]) -> bytes:
    """Compressed by header or by magic bytes; clients in the field look at one or the other."""
    if headers.get("compress_type") == "gzip" or is_gzip(payload):
        return gunzip(payload)
    return payload


def _read_room(payload: bytes) -> int:
    """The room a message says it belongs to, 0 when it does not say or cannot be read."""
    try:
        return int(find_reader("MessageHead").FromString(payload).common.room_id)
    except MALFORMED:
        return 0


def _clamp(seconds: float) -> float:
    least, most = HEARTBEAT_S
    return min(most, max(least, seconds))
