"""From one flat JSON event to one of ours."""

from __future__ import annotations

from app.connector.managed import flat, flat_battle, flat_room
from app.connector.managed.flat import Head, Maker
from app.connector.managed.parts import FramePart
from app.errors import ProtocolError
from app.events import Event, Other, Undecodable
from app.tiktok.tree import choose_sent_ms, read_text

TABLE: dict[str, Maker] = {**flat.TABLE, **flat_room.TABLE, **flat_battle.TABLE}


def decode_event(name: str, part: FramePart, at_ms: int, table: dict[str, Maker] = TABLE) -> Event:
    """Say what an event tells. Never raises.

    Returns:
        A typed event; `Other` with all its fields for a name that no row has; `Undecodable` for one whose
        fields are not what they should be.
    """
    try:
        head = read_head(name, part, at_ms)
        make = table.get(name)
        if make is None:
            return Other(**head, name=name, summary=_find_summary(part), fields=part.fields)
        return make(part, head)
    except ProtocolError as error:
        return Undecodable(method=name, at_ms=at_ms, reason=error.sentence)


def read_head(name: str, part: FramePart, at_ms: int) -> Head:
    """Name, id, room and time."""
    return {
        "method": name,
        "msg_id": part.read_identity("msgId", "message_id"),
        "room_id": part.read_identity("roomId", "room_id"),
        "at_ms": choose_sent_ms(part.find_field("createTime", "timestamp")[1], at_ms),
    }


def _find_summary(part: FramePart) -> str:
    return read_text(part.find_field("label", "text", "message", "content")[1])
