"""What is measured: messages of a capture, or of the built-in server's script where there is no capture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from app.errors import ProtocolError, UsageError
from app.protocol.message import Message
from app.protocol.schema import Wire, read
from app.record.capture import open_capture, read_messages
from app.sim import Script, SimOptions

CHAT = "WebcastChatMessage"
# What a busy room mostly sends; the core mix.
CORE = (
    CHAT,
    "WebcastGiftMessage",
    "WebcastLikeMessage",
    "WebcastMemberMessage",
    "WebcastSocialMessage",
    "WebcastRoomUserSeqMessage",
)
SCRIPTED = 1_200
SCRIPT_START_MS = 1_790_000_000_000
SEED = 1
# The part of a user id that a new person changes: the last three bytes of its varint, so that no length does.
LOW_BITS = (1 << 21) - 1
STEP = 7_919  # odd, hence two million turns before a person comes back


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages and where they are from, in words."""

    source: str
    messages: tuple[Message, ...]

    @property
    def core(self) -> tuple[Message, ...]:
        """Those of the core mix, each as often as it was captured."""
        return tuple(message for message in self.messages if message.method in CORE)


def read_batch(path: Path) -> Batch:
    """The messages of a capture.

    Raises:
        UsageError: it cannot be read, or holds no comment, by which memory is measured.
    """
    with open_capture(path) as lines:
        messages = tuple(read_messages(lines, str(path)))
    if all(message.method != CHAT for message in messages):
        raise UsageError(f"{path}: no comment among the messages.", hint=f"Its method is {CHAT}.")
    return Batch(path.name, messages)


def make_batch(count: int = SCRIPTED) -> Batch:
    """The first messages of the built-in server's script: invented, and shorter than real ones."""
    script = Script(SimOptions(seed=SEED), SCRIPT_START_MS)
    told = islice(chain(script.opening, script), count)
    messages = tuple(
        Message(one.method, one.wire.payload, one.msg_id, SCRIPT_START_MS + round(one.at_s * 1000))
        for one in told
    )
    return Batch(f"the built-in server's script, seed {SEED}", messages)


class Cast:
    """Messages whose people can be replaced by new ones: other ids of the same length at the same places."""

    def __init__(self, messages: Iterable[Message]) -> None:
        self._messages = [(message, tuple(set(find_user_ids(message)))) for message in messages]

    def __len__(self) -> int:
        return len(self._messages)

    def change_people(self, turn: int) -> list[Message]:
        """All messages, about people whom no other turn names."""
        return [self.change_one(place, turn) for place in range(len(self))]

    def change_one(self, place: int, turn: int) -> Message:
        """One message, about other people."""
        message, known = self._messages[place]
        payload = message.payload
        for user_id in known:
            low = (user_id + turn * STEP) & LOW_BITS
            payload = payload.replace(encode_varint(user_id), encode_varint(user_id & ~LOW_BITS | low))
        return replace(message, payload=payload)


def find_user_ids(message: Message) -> Iterator[int]:
    """Ids of the people in a message that are long enough to be told from other numbers."""
    try:
        wire = read(message.method, message.payload)
    except (KeyError, ProtocolError):
        return
    yield from (user.id for user in _find_users(wire) if user.id > LOW_BITS)


def _find_users(wire: Wire) -> Iterator[Wire]:
    if wire.DESCRIPTOR.name == "User":
        yield wire
    for field, value in wire.ListFields():
        if field.message_type is None:
            continue
        for part in _list_parts(field, value):
            yield from _find_users(part)


def _list_parts(field: Wire, value: Wire) -> Iterable[Wire]:
    if not field.message_type.GetOptions().map_entry:
        parts: Iterable[Wire] = value if field.is_repeated else (value,)
        return parts
    of_messages = field.message_type.fields_by_name["value"].message_type
    return value.values() if of_messages else ()


def encode_varint(number: int) -> bytes:
    """A number as protobuf writes it."""
    written = bytearray()
    while number > 0x7F:  # noqa: PLR2004
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])
