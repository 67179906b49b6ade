"""Where bytes of strangers come in. Each door takes bytes and says what came of them.

Whatever is raised but ProtocolError, and every broken promise (AssertionError), is a find.
"""

import gzip
import json
from functools import partial

from golden.captures import FILES, messages

from app.errors import ProtocolError
from app.events import Event, Undecodable
from app.events.decode.table import decode
from app.events.describe.as_json import dumps
from app.protocol.connection import WebcastConnection
from app.protocol.fetch import parse_fetch_result
from app.protocol.inflate import gunzip
from app.protocol.message import Message
from app.state import RoomState

from .damage import damaged, sized, varint
from .invent import invented

AT_MS = 1_700_000_000_000
CAPTURED = messages(FILES[-1])
METHODS = sorted({message.method for message in CAPTURED})
STRANGE = (
    "Webcast",
    "WebcastNothingMessage",
    "webcast.WebcastChatMessage",
    "WebcastChat\0Message",
    "WebcastÄ",
)
SMALL_LIMIT = 1 << 20
# What makes bytes undecodable: upb says no, or a text claims to be a number longer than Python takes.
REFUSALS = ("DecodeError:", "ValueError: Exceeds the limit (4300 digits)")


def event(method, data):
    """Decode, print as JSON, fold into a room: an event, or an Undecodable that says why."""
    told = decode(Message(method, data, 7, AT_MS))
    assert isinstance(told, Event)
    assert told.method == method
    json.loads(dumps(told))
    state = RoomState()
    state.apply(told, AT_MS)
    state.tick(AT_MS + 60_000)
    if isinstance(told, Undecodable):
        assert told.reason.startswith(REFUSALS), f"bytes that can be read are undecodable: {told.reason}"
        return "undecodable"
    return "event"


def fetched(data):
    """A fetch result out of any bytes."""
    try:
        result = parse_fetch_result(data, AT_MS)
    except ProtocolError:
        return "ProtocolError"
    return "result, parts malformed" if result.malformed else "result"


def pushed(data):
    """A whole socket frame out of any bytes; the connection goes on after it."""
    connection = WebcastConnection(0)
    try:
        connection.receive(data, AT_MS)
        said = "messages"
    except ProtocolError:
        assert connection.malformed
        said = "ProtocolError"
    connection.data_to_send()
    assert [
        one.msg_id for one in connection.receive(frame([based("WebcastChatMessage", b"", 9)]), AT_MS)
    ] == [9]
    return said


def neighbours(before, after, packed, data):
    """A damaged message among sound ones of a frame: these arrive in order, and the cursor is told."""
    sound = [*before, *after]
    connection = WebcastConnection(0)
    whole = frame([*map(numbered, before), data, *map(numbered, after)], packed=packed)
    got = connection.receive(whole, AT_MS)
    ids = [message.msg_id for message in sound]
    assert [one.msg_id for one in got if one.msg_id in ids] == ids, "a neighbour is lost"
    assert connection.cursor == "place", "the frame's own fields are lost"
    for one in got:
        assert isinstance(decode(one), Event)
    return "with the damaged one" if len(got) > len(sound) else "without it"


def inflated(data):
    """A gzip container out of any bytes."""
    try:
        assert len(gunzip(data, SMALL_LIMIT)) <= SMALL_LIMIT
    except ProtocolError:
        return "ProtocolError"
    return "inflated"


def based(method, payload, msg_id):
    """A BaseProtoMessage."""
    return sized(1, method.encode()) + sized(2, payload) + b"\x18" + varint(msg_id)


def numbered(message):
    return based(message.method, message.payload, message.msg_id)


def fetch_result(bodies):
    return b"".join(sized(1, body) for body in bodies) + sized(2, b"place")


def frame(bodies, *, packed=False):
    result = fetch_result(bodies)
    return sized(7, b"msg") + sized(8, gzip.compress(result, 1, mtime=0) if packed else result)


# Each draws what goes in: chance -> (name of the case, door, bytes).


def an_event(chance):
    message = chance.choice(of_method(chance.choice(METHODS)))
    method = message.method if chance.random() < 0.9 else chance.choice((*METHODS, *STRANGE))
    return method, partial(event, method), damaged(chance, message.payload)


def an_invention(chance):
    method, data = invented(chance)
    return method, partial(event, method), data


def a_fetch_result(chance):
    bodies = [numbered(message) for message in some(chance)]
    return "fetch result", fetched, damaged(chance, fetch_result(bodies))


def a_frame(chance):
    bodies = [numbered(message) for message in some(chance)]
    return "frame", pushed, damaged(chance, frame(bodies, packed=chance.random() < 0.5))


def a_neighbour(chance):
    before, after, (broken,) = some(chance), some(chance), some(chance, 1)
    door = partial(neighbours, before, after, chance.random() < 0.3)
    return "neighbour", door, damaged(chance, numbered(broken))


def a_container(chance):
    inner = fetch_result([numbered(message) for message in some(chance)])
    made = gzip.compress(chance.choice((inner, bytes(2 * SMALL_LIMIT))), chance.choice((1, 9)), mtime=0)
    return "gzip", inflated, damaged(chance, made * chance.choice((1, 1, 2)))


def some(chance, count=None):
    """Some captured messages with ids that no damage hits by chance."""
    picked = chance.choices(CAPTURED, k=count or chance.randrange(4))
    return [Message(one.method, one.payload, chance.getrandbits(62) | 1 << 61) for one in picked]


def of_method(method):
    return BY_METHOD[method]


BY_METHOD = {name: [message for message in CAPTURED if message.method == name] for name in METHODS}
DOORS = (
    an_event,
    an_event,
    an_event,
    an_invention,
    an_invention,
    a_fetch_result,
    a_frame,
    a_neighbour,
    a_container,
)
