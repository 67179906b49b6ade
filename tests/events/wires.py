"""Messages made by hand, decoded."""

from app.events.decode.table import decode
from app.protocol.message import Message
from tests.reference import webcast as w

AT_MS = 1_700_000_000_000
ROOM = 7_223_940_929_482_340_343
ANN = w.User(id=7, nickname="Ann", display_id="ann")


def event_of(body, *, key="", create_time=0, **message):
    """Decode a body as the message of its class; `key` and `create_time` go into its common part."""
    text = w.Text(key=key) if key else None
    body.common = w.CommonMessageData(room_id=ROOM, msg_id=99, create_time=create_time, display_text=text)
    return decode(Message(type(body).__name__, bytes(body), at_ms=AT_MS, **message))
