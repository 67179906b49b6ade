"""What can go wrong at an open socket: each fault is a way to send a frame (protocol.md d)."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from typing import Protocol

from app.sim.frames import make_fetch_result, make_push_frame
from app.sim.room.stage import ScriptMessage
from app.sim.wire import encode, make

HEALTHY = 3  # frames before the fault shows
BURST, SHUFFLED = 8, 40
PAUSED, RESUMED, ENDED, SUSPENDED = 1, 2, 3, 4  # control actions
OTHER_ROOM = 7_000_000_000_000_000_001
MIB = 1 << 20
ODD_IDS = count(9_000_000_000_000_000_000)  # ids that no script uses


class ClientSocket(Protocol):
    """The socket of one client, as a fault needs it."""

    async def send(self, frame: bytes | str) -> None:
        """Send a frame."""

    async def close(self, code: int, reason: str = "") -> None:
        """Close the connection."""

    def cut(self) -> None:
        """End without a closing frame."""

    def move(self) -> None:
        """The creator begins another stream, with a room id of its own."""


@dataclass(slots=True)
class Sending:
    """A frame that is about to be sent.

    Attributes:
        number: of the frame on this connection, from 1.
        held: frames that a fault keeps back.
    """

    line: ClientSocket
    number: int = 0
    frame: bytes = b""
    batch: Sequence[ScriptMessage] = ()
    held: list[bytes] = field(default_factory=list)


Spoil = Callable[[Sending], Awaitable[None]]


async def send_plainly(sending: Sending) -> None:
    """Send the frame as it is."""
    await sending.line.send(sending.frame)


async def stall(sending: Sending) -> None:
    """Send nothing more after some frames, and close nothing."""
    if sending.number > HEALTHY:
        await asyncio.Event().wait()
    await send_plainly(sending)


async def drop(sending: Sending) -> None:
    """Cut the connection after some frames."""
    await send_plainly(sending)
    if sending.number == HEALTHY:
        sending.line.cut()


async def send_close_frame(sending: Sending) -> None:
    """Send the frame by which TikTok ends a connection."""
    await send_plainly(sending)
    if sending.number == HEALTHY:
        await sending.line.send(wrap_payload(b"", payload_type="close"))


async def begin_new_room(sending: Sending) -> None:
    """Cut the connection and begin another stream."""
    await send_plainly(sending)
    if sending.number == HEALTHY:
        sending.line.move()
        sending.line.cut()


async def send_twice(sending: Sending) -> None:
    """Send every frame twice."""
    await send_plainly(sending)
    await send_plainly(sending)


async def send_foreign(sending: Sending) -> None:
    """Send the same messages once more, as those of another room."""
    await send_plainly(sending)
    await sending.line.send(make_batch_frame([_move_elsewhere(scripted) for scripted in sending.batch]))


async def send_bare_names(sending: Sending) -> None:
    """Send the messages without the Webcast prefix of their methods."""
    await sending.line.send(
        make_batch_frame([_strip_prefix(scripted) for scripted in sending.batch], sending.number)
    )


async def send_bad_frames(sending: Sending) -> None:
    """Send after every frame one that cannot be read, of fifteen kinds in turn."""
    await send_plainly(sending)
    await sending.line.send(MALFORMED[sending.number % len(MALFORMED)])


async def send_gzip_bomb(sending: Sending) -> None:
    """Send a frame of 1 MB that inflates to 1 GB."""
    await send_plainly(sending)
    if sending.number == HEALTHY:
        await sending.line.send(wrap_payload(make_bomb(), gzipped=True))


async def send_big_frame(sending: Sending) -> None:
    """Send a frame of 40 MB."""
    await send_plainly(sending)
    if sending.number == HEALTHY:
        await sending.line.send(bytes(40 * MIB))
        await asyncio.Event().wait()


async def swap_frames(sending: Sending) -> None:
    """Send the second of two frames first, for some time."""
    if sending.number > SHUFFLED:
        await send_plainly(sending)
    elif sending.number % 2:
        sending.held.append(sending.frame)
    else:
        await send_plainly(sending)
        await sending.line.send(sending.held.pop())


async def send_burst(sending: Sending) -> None:
    """Send many frames at once and close at once."""
    sending.held.append(sending.frame)
    if len(sending.held) == BURST:
        for frame in sending.held:
            await sending.line.send(frame)
        await sending.line.close(1000)


async def pause(sending: Sending) -> None:
    """Say that the host pauses, and soon that the stream goes on."""
    await send_plainly(sending)
    action = {HEALTHY: PAUSED, HEALTHY + 2: RESUMED}.get(sending.number)
    if action:
        await sending.line.send(make_batch_frame([_make_control(action)]))


async def end(sending: Sending) -> None:
    """Say that the host ended the stream, and leave the socket open."""
    await send_plainly(sending)
    if sending.number == HEALTHY:
        await sending.line.send(make_batch_frame([_make_control(ENDED)]))


async def suspend(sending: Sending) -> None:
    """Say that TikTok ended the stream."""
    await send_plainly(sending)
    if sending.number == HEALTHY:
        await sending.line.send(make_batch_frame([_make_control(SUSPENDED)]))


def wrap_payload(payload: bytes, *, payload_type: str = "msg", gzipped: bool = False) -> bytes:
    """A push frame around any payload."""
    headers = [{"key": "compress_type", "value": "gzip" if gzipped else "none"}]
    return encode(
        make(
            "WebcastPushFrame",
            log_id=1,
            headers=headers,
            payload_encoding="pb",
            payload_type=payload_type,
            payload=payload,
        )
    )


def make_batch_frame(batch: Sequence[ScriptMessage], log_id: int = 0) -> bytes:
    """A push frame with these messages; one with a log id wants to be acknowledged."""
    return make_push_frame("msg", make_fetch_result(batch, 0, need_ack=log_id > 0), log_id, compressed=False)


def _make_control(action: int) -> ScriptMessage:
    body = encode(make("WebcastControlMessage", action=action))
    return _make_message("WebcastControlMessage", body, next(ODD_IDS))


def _move_elsewhere(scripted: ScriptMessage) -> ScriptMessage:
    """A second `common` merges with the first: its room is the one that counts."""
    common = encode(make("CommonMessageData", room_id=OTHER_ROOM))
    moved = scripted.wire.payload + bytes((0x0A, len(common))) + common
    return _make_message(scripted.method, moved, next(ODD_IDS))


def _strip_prefix(scripted: ScriptMessage) -> ScriptMessage:
    return _make_message(scripted.method.removeprefix("Webcast"), scripted.wire.payload, scripted.msg_id)


def _make_message(method: str, payload: bytes, msg_id: int) -> ScriptMessage:
    wire = make("BaseProtoMessage", method=method, payload=payload, msg_id=msg_id)
    return ScriptMessage(0.0, method, msg_id, wire)


@lru_cache(maxsize=1)
def make_bomb() -> bytes:
    """A gzip container of 1 GiB of zeros: one deflated block of 16 MiB, again and again."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = deflate.compress(bytes(16 * MIB)) + deflate.flush(zlib.Z_FULL_FLUSH)
    head = gzip.compress(b"", mtime=0)[:10]
    return head + block * 64


MALFORMED: tuple[bytes | str, ...] = (
    "a text frame",
    b"",
    b"\x00",
    b"\xff" * 16,
    b"\x0f\x01",  # wire type 7
    b"\x42\x7f\x01",  # a length beyond the end
    b"\x08" + b"\xff" * 11,  # a varint without an end
    wrap_payload(b"\x1f\x8b\x08 no gzip", gzipped=True),
    wrap_payload(gzip.compress(bytes(2000), mtime=0)[:-9], gzipped=True),  # cut short
    wrap_payload(b"plain", gzipped=True),
    wrap_payload(b"\xff\xff\xff"),
    wrap_payload(b"\x0a\x05ab"),  # a message cut short
    wrap_payload(b"\x12\x02\xc3\x28"),  # a cursor that is not UTF-8
    wrap_payload(b"\x0d\x01\x02\x03\x04"),  # messages with the wrong wire type
    wrap_payload(b"\x0a\x06\x0a\x04\xff\xfe\xfd\xfc"),  # a method that is not UTF-8
)
