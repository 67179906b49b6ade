"""The fetch result: a batch of messages, as the first HTTP answer and as the payload of every frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from app.errors import FrameTooLarge, ProtocolError
from app.frozen import make_quick
from app.protocol.floods import FIELDS_AT_MOST, LARGE, is_flood
from app.protocol.message import Message
from app.protocol.methods import normalise
from app.protocol.schema import MALFORMED, Wire, find_reader, read
from app.protocol.wire import BYTES, has_at_most, walk_fields
from app.words import protocol as words

MESSAGES_FIELD = 1
SECONDS_BELOW = 1000
new_message = make_quick(Message)
NO_PARAMS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FetchResult:
    """A batch of messages and what is needed to go on (protocol.md c).

    Attributes:
        messages: in the order the server sent them, not yet decoded.
        cursor: place in the stream; opaque.
        internal_ext: echoed in acknowledgements and in the socket address; opaque.
        fetch_interval_ms: pause between polls, where polling is used.
        now_ms: the server's clock, ms since 1970.
        fetch_type: 1 when a socket is offered.
        route_params: signed parameters of the socket address.
        heartbeat_ms: pause between heartbeats, 0 when not told.
        need_ack: the server wants an acknowledgement.
        push_server: address of the socket, possibly with a query already.
        is_first: the first result of a connection.
        history_cursor: place among the older comments; opaque.
        malformed: messages of the batch that could not be read.
    """

    messages: tuple[Message, ...] = ()
    cursor: str = ""
    internal_ext: str = field(default="", repr=False)
    fetch_interval_ms: int = 0
    now_ms: int = 0
    fetch_type: int = 0
    route_params: Mapping[str, str] = field(default_factory=lambda: NO_PARAMS, hash=False, repr=False)
    heartbeat_ms: int = 0
    need_ack: bool = False
    push_server: str = field(default="", repr=False)
    is_first: bool = False
    history_cursor: str = ""
    malformed: int = 0


def parse_fetch_result(body: bytes, at_ms: int = 0) -> FetchResult:
    """Read a fetch result; `at_ms` (ms since 1970, our clock) is when it came.

    A message that cannot be read is counted and costs only itself.

    Raises:
        FrameTooLarge: it holds more messages than anybody sends.
        ProtocolError: the bytes are not a fetch result.
    """
    check_fields(body)
    try:
        wire = find_reader("ProtoMessageFetchResult").FromString(body)
    except MALFORMED:
        return _salvage(body, at_ms)
    if len(wire.messages) > FIELDS_AT_MOST:
        raise _make_flood_error(body)
    return _make_result(wire, wire.messages, at_ms, 0)


def _salvage(body: bytes, at_ms: int) -> FetchResult:
    """Read the messages one by one, so that a broken one does not take its neighbours along."""
    rest, readable, broken = bytearray(), [], 0
    for number, kind, value, raw in walk_fields(body):
        if number != MESSAGES_FIELD or kind != BYTES or not isinstance(value, bytes):
            rest += raw
            continue
        try:
            readable.append(read("BaseProtoMessage", value))
        except ProtocolError:
            broken += 1
    return _make_result(read("ProtoMessageFetchResult", bytes(rest)), readable, at_ms, broken)


def check_fields(body: bytes) -> None:
    """Refuse bytes that would become millions of objects.

    Raises:
        FrameTooLarge: they have too many fields.
    """
    if len(body) > LARGE and not has_at_most(body, FIELDS_AT_MOST):
        raise _make_flood_error(body)


def _make_flood_error(body: bytes) -> FrameTooLarge:
    return FrameTooLarge(words.TOO_MANY_MESSAGES.fill(count=len(body), limit=FIELDS_AT_MOST))


def _make_result(wire: Wire, messages: Sequence[Wire], at_ms: int, malformed: int) -> FetchResult:
    every = (_make_message(message, at_ms) for message in messages)
    sound = tuple(message for message in every if not is_flood(message.method, message.payload))
    return FetchResult(
        messages=sound,
        cursor=wire.cursor,
        internal_ext=wire.internal_ext,
        fetch_interval_ms=wire.fetch_interval,
        now_ms=wire.now,
        fetch_type=wire.fetch_type,
        route_params=MappingProxyType(dict(wire.route_params)),
        heartbeat_ms=_guess_milliseconds(wire.heartbeat_duration),
        need_ack=wire.need_ack,
        push_server=wire.push_server,
        is_first=wire.is_first,
        history_cursor=wire.history_comment_cursor,
        malformed=malformed + len(messages) - len(sound),
    )


def _make_message(wire: Wire, at_ms: int) -> Message:
    return new_message(normalise(wire.method), wire.payload, wire.msg_id, at_ms, wire.is_history)


def _guess_milliseconds(duration: int) -> int:
    """Fetch results say ms; frames of 2025 say 15, which can only be seconds."""
    return duration * 1000 if 0 < duration < SECONDS_BELOW else max(0, duration)
