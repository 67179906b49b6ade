"""Euler Stream's cloud socket: the wire's messages as JSON (protocol.md b.7, eulerstream.com/docs).

A text frame is `{"timestamp": ms, "messages": [{"type", "data"}, …]}`. `type` is the wire's method, `data`
its decoded body; `roomInfo` and `workerInfo` are the provider's own.
"""

from __future__ import annotations

from urllib.parse import urlencode

from app.connector.managed.parts import FramePart, find_part
from app.connector.managed.people import read_user
from app.connector.managed.route import UrlRoute
from app.connector.managed.wire_json import make_wire
from app.errors import ProtocolError
from app.events import Connected, Event, Other, Undecodable
from app.events.decode.method_names import name_method
from app.events.decode.table import TABLE, decode
from app.protocol.message import Message
from app.protocol.methods import normalise
from app.words import providers as words

ABOUT_THE_PROVIDER = frozenset({"workerInfo"})


class Euler(UrlRoute):
    """Euler Stream's cloud socket."""

    source = "euler"
    peer = "Euler Stream"

    def _make_url(self) -> str:
        key = self._access.endpoints.sign_key
        query = {"uniqueId": self._target.unique_id} | ({"apiKey": key} if key else {})
        return f"{self._access.address}/?{urlencode(query)}"

    def _read_events(self, frame: object, at_ms: int) -> list[Event]:
        events = [
            one if isinstance(one, Undecodable) else decode_message(one, at_ms) for one in read_parts(frame)
        ]
        return [event for event in events if event is not None]


def read_parts(frame: object) -> list[FramePart | Undecodable]:
    """Read the messages of a frame: in a bundle, as a bare list, or a single one."""
    rows = frame if isinstance(frame, list) else _read_bundle(find_part(frame))
    return [FramePart(row) if isinstance(row, dict) else _make_undecodable() for row in rows]


def _read_bundle(frame: FramePart) -> list[object]:
    return frame.list_rows("messages") if "messages" in frame.data else [frame.data]


def _make_undecodable() -> Undecodable:
    return Undecodable(reason=words.NO_OBJECT)


def decode_message(one: FramePart, at_ms: int) -> Event | None:
    """Make the event of a message; None for what concerns the provider only. Never raises."""
    name = ""
    try:
        name, body = one.read_text("type"), one.read_part("data")
        if name in ABOUT_THE_PROVIDER:
            return None
        if name == "roomInfo":
            return make_connected(body, at_ms)
        method = normalise(name)
        if method not in TABLE:
            return _make_other(name, body, at_ms)
        return decode(Message(method, make_wire(method, body.data).SerializeToString(), at_ms=at_ms))
    except ProtocolError as error:
        return Undecodable(method=name, at_ms=at_ms, reason=error.sentence)


def _make_other(name: str, body: FramePart, at_ms: int) -> Other:
    """Make the event of a message without a class of its own, with all its fields."""
    common = body.read_part("common", "event")
    return Other(
        method=name,
        name=name_method(normalise(name)),
        at_ms=at_ms,
        msg_id=common.read_identity("msgId"),
        room_id=common.read_identity("roomId"),
        summary=common.read_text("describe"),
        fields=body.fields,
    )


def make_connected(body: FramePart, at_ms: int) -> Connected:
    """Make the `Connected` of the room that the provider looked up."""
    room, host = body.read_part("roomInfo") or body, read_user(body.read_part("user", "host"))
    return Connected(
        at_ms=at_ms,
        room_id=room.read_identity("id", "roomId"),
        unique_id=body.read_text("uniqueId") or host.unique_id,
        host=host if host.id else None,
        title=room.read_text("title"),
        started_ms=room.read_moment_ms("createTime", "startTime"),
        source=Euler.source,
    )
