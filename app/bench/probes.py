"""The ways of reading that are compared."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from random import Random

from app.bench.messages import Batch, Cast, encode_varint
from app.bench.reference import load_reference_classes
from app.bench.rounds import Probe, Work
from app.events.decode.table import decode
from app.protocol.connection import WebcastConnection
from app.protocol.message import Message
from app.protocol.schema import find_reader, list_methods
from app.sim.wire import encode, make

FRAME_OF = 10  # messages; what a frame of a busy room brings
ROOM = 7_223_940_929_482_340_343
# Fewer pieces than this are repeated, so that the clock's own cost disappears.
PIECES = 20

Way = Callable[[Message], tuple[Callable[[bytes], object], bytes]]


def find_reading_ways() -> dict[str, Way]:
    """The readers: ours always, the full parse where its classes are."""
    classes = load_reference_classes()
    ways: dict[str, Way] = {"upb": lambda message: (find_reader(message.method).FromString, message.payload)}
    if classes:
        ways["betterproto2"] = lambda message: (classes[message.method.lower()].parse, message.payload)
    return ways


def make_core_probes(batch: Batch) -> dict[str, Probe]:
    """Probes of the core mix, its messages shuffled (always alike) as a room would send them."""
    core = list(batch.core)
    Random(1).shuffle(core)  # noqa: S311 - an order, not a secret
    frames, cast = make_room_frames(core), Cast(core)
    return {
        "event": _make_steady_probe([(decode, message) for message in core]),
        "event_new_people": lambda turn: [(decode, message) for message in cast.change_people(turn + 1)],
        **{
            name: _make_steady_probe([way(message) for message in core])
            for name, way in find_reading_ways().items()
        },
        "receive": lambda _: _make_receiving_work(frames, compressed=False),
        "receive_gzip": lambda _: _make_receiving_work(frames, compressed=True),
    }


def make_method_probes(messages: Sequence[Message]) -> dict[str, Probe]:
    """Probes of one method's messages; without the readers where the schema lacks the method."""
    often = list(messages) * -(-PIECES // len(messages))
    probes = {"event": _make_steady_probe([(decode, message) for message in often])}
    if often[0].method not in list_methods():
        return probes
    return probes | {
        name: _make_steady_probe([way(message) for message in often])
        for name, way in find_reading_ways().items()
    }


def make_room_frames(messages: Sequence[Message]) -> list[list[bytes]]:
    """Fetch results of some messages each, all of one room and each with an id of its own."""
    numbered = [replace(message, msg_id=number) for number, message in enumerate(messages, 1)]
    batches = (numbered[at : at + FRAME_OF] for at in range(0, len(numbered), FRAME_OF))
    results = [_make_result(batch) for batch in batches]
    return [
        [_make_push_frame(result, "none"), _make_push_frame(gzip.compress(result), "gzip")]
        for result in results
    ]


def _make_receiving_work(frames: Sequence[Sequence[bytes]], *, compressed: bool) -> Work:
    connection = WebcastConnection(ROOM)
    return [(lambda frame: connection.receive(frame, 1), pair[compressed]) for pair in frames]


def _make_result(batch: Iterable[Message]) -> bytes:
    return encode(make("ProtoMessageFetchResult", messages=[_move_to_room(message) for message in batch]))


def _move_to_room(message: Message) -> dict[str, object]:
    told = encode_varint(find_reader("MessageHead").FromString(message.payload).common.room_id)
    ours = encode_varint(ROOM)
    payload = message.payload.replace(told, ours) if len(told) == len(ours) else message.payload
    return {"method": message.method, "payload": payload, "msg_id": message.msg_id}


def _make_push_frame(payload: bytes, compress_type: str) -> bytes:
    headers = [{"key": "compress_type", "value": compress_type}]
    frame = make("WebcastPushFrame", headers=headers, payload_type="msg", payload=payload, log_id=1)
    return encode(frame)


def _make_steady_probe(work: Work) -> Probe:
    return lambda _: work
