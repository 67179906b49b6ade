"""What the decoders of all topics share: the head of an event, times, names of enum values."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias, TypeVar, cast

from google.protobuf.descriptor import EnumDescriptor

from app.events.base import Event
from app.protocol.message import Message
from app.protocol.schema import Wire

# Turns the parsed body of one method into an event, still without what its head says.
Maker: TypeAlias = Callable[[Wire], Event]

# A time in seconds that is read as ms would lie in 1973 or before. Every capture has ms.
SECONDS_BELOW = 100_000_000_000
EARLIEST_MS, LATEST_MS = 946_684_800_000, 4_102_444_800_000  # 2000 and 2100
# A message's own time and that of its receipt: captures are read years later, and clocks of machines lag.
FAR_MS = 5 * 365 * 86_400_000
LONGEST_S = 7 * 86_400  # of a battle, a round, a pin
SHARED_KEPT = 1_000
WORD_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

Value = TypeVar("Value", int, str)
_shared: dict[object, object] = {}
# Through the slots, since events are frozen for everybody who sees them.
_method, _msg_id, _room_id, _at_ms = (
    getattr(Event, name).__set__ for name in ("method", "msg_id", "room_id", "at_ms")
)


def headed(event: Event, message: Message, common: Wire) -> None:
    """The last step of making an event: name, id, room and time of its message are written into it.

    What the maker knew stays where `common` is silent. Nobody else has seen the event yet.
    """
    _method(event, message.method)
    _msg_id(event, message.msg_id or common.msg_id or event.msg_id)
    _room_id(event, shared(common.room_id) or event.room_id)
    _at_ms(event, time_of(common.create_time, message.at_ms) or event.at_ms or message.at_ms)


def shared(value: Value) -> Value:
    """One object for equal values: the same room and language come with every comment."""
    if len(_shared) >= SHARED_KEPT:
        _shared.clear()
    return cast("Value", _shared.setdefault(value, value))


def milliseconds(moment: int) -> int:
    """A time in ms, whichever of seconds and ms it was told in; 0 when not told or outside of 2000-2100."""
    told_ms = bounded_ms(moment if moment >= SECONDS_BELOW else moment * 1000)
    return told_ms if told_ms >= EARLIEST_MS else 0


def bounded_ms(moment_ms: int) -> int:
    """A stranger's time in ms; 0 for one that no calendar shows: µs and ns are taken for ms otherwise."""
    return moment_ms if 0 < moment_ms < LATEST_MS else 0


def time_of(moment: int, received_ms: int) -> int:
    """When a message was made, in ms, told in seconds or ms.

    Args:
        moment: as the message tells it.
        received_ms: our clock when it came, 0 when that is not known.

    Returns:
        0 when it was not told or cannot be: outside of 2000-2100, or years away from the receipt.
    """
    told_ms = milliseconds(moment)
    if told_ms < EARLIEST_MS or (received_ms >= EARLIEST_MS and abs(told_ms - received_ms) > FAR_MS):
        return 0
    return told_ms


def seconds(length: int) -> int:
    """How long something lasts; 0 when it was not told or cannot be."""
    return length if 0 < length <= LONGEST_S else 0


def length_ms(length: int) -> int:
    """How long something lasts, in ms; 0 when it was not told or cannot be."""
    return length if 0 < length <= LONGEST_S * 1000 else 0


def amount(number: int) -> int:
    """A price, count or score; a negative one reads as not told."""
    return max(0, number)


def enum_name(wire: Wire, name: str) -> str:
    """The value of an enum field in words (`ban_talk`), its number for values no schema names."""
    return value_name(wire.DESCRIPTOR.fields_by_name[name].enum_type, getattr(wire, name))


def value_name(enum: EnumDescriptor, code: int) -> str:
    """A value of an enum in words, without the enum's own name; its number where the schema has no name."""
    value = enum.values_by_number.get(code)
    return str(code) if value is None else _worded(enum.name, value.name)


@lru_cache(maxsize=4096)
def _worded(enum: str, value: str) -> str:
    return value.removeprefix(snake(enum).upper() + "_").lower()


def snake(name: str) -> str:
    """A name as Python spells it: `LinkMicBattle` -> `link_mic_battle`."""
    return WORD_BORDER.sub("_", name).lower()
