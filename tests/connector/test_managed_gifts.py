"""The same gifts book the same diamonds, whichever way they came."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.connector.managed.euler import decode_message, read_parts
from app.connector.managed.flat_decode import decode_event
from app.connector.managed.parts import FramePart
from app.connector.managed.studio import EVENTS
from app.events import Gift
from app.events.decode.table import decode
from app.protocol.message import Message
from app.sim.managed.euler import make_frames as euler_frames
from app.sim.managed.flat import make_tikfinity_frames, make_tiktools_frames
from app.sim.managed.studio import make_studio_frames
from app.sim.room.gifts import PANEL
from app.sim.room.stage import ScriptMessage
from app.sim.wire import Gallery, encode, make
from app.state.gifts import GiftLedger

AT_MS = 1_790_000_000_000
FRAMES = st.lists(
    st.tuples(
        st.integers(1, 3),  # giver
        st.sampled_from(PANEL),
        st.integers(1, 2),  # group
        st.integers(1, 99),  # running count
        st.booleans(),  # ended
    ),
    max_size=12,
)


def scripted(msg_id, frame):
    giver, kind, group, count, ended = frame
    common = {"msg_id": msg_id, "room_id": 5, "create_time": AT_MS + msg_id}
    body = make(
        "WebcastGiftMessage",
        common=common,
        user={"id": giver},
        gift_id=kind.id,
        gift=kind.make_wire(Gallery()),
        group_id=group if kind.is_streakable else 0,
        repeat_count=count if kind.is_streakable else 1,
        repeat_end=int(ended),
    )
    wire = make("BaseProtoMessage", method="WebcastGiftMessage", payload=encode(body), msg_id=msg_id)
    return ScriptMessage(0.0, "WebcastGiftMessage", msg_id, wire)


def by_wire(one):
    return [decode(Message(one.method, one.wire.payload, one.msg_id, AT_MS))]


def by_euler(one):
    return [
        decode_message(part, AT_MS)
        for frame in euler_frames([one], AT_MS)
        for part in read_parts(json.loads(frame))
    ]


def by_flat(frames):
    def read(one):
        told = [json.loads(frame) for frame in frames([one], AT_MS)]
        return [decode_event(frame["event"], FramePart(frame["data"]), AT_MS) for frame in told]

    return read


def by_studio(one):
    told = [json.loads(frame) for frame in make_studio_frames([one], AT_MS)]
    return [
        decode_event(frame["event"], FramePart(frame["payload"]), frame["timestamp"], EVENTS)
        for frame in told
    ]


WAYS = {
    "euler": by_euler,
    "tiktools": by_flat(make_tiktools_frames),
    "tikfinity": by_flat(make_tikfinity_frames),
    "studio": by_studio,
}


def booked(read, script):
    ledger = GiftLedger()
    for one in script:
        for gift in read(one):
            assert isinstance(gift, Gift)
            ledger.settle(gift, AT_MS)
    return ledger.diamonds, ledger.count, len(ledger.since(0))


@pytest.mark.parametrize("way", list(WAYS))
@given(frames=FRAMES)
def test_the_same_gifts_book_the_same_diamonds(way, frames):
    script = [scripted(msg_id, frame) for msg_id, frame in enumerate(frames, 1)]
    assert booked(WAYS[way], script) == booked(by_wire, script)


def test_a_gift_in_the_connectors_oldest_shape():
    told = {
        "giftId": 5655,
        "gift": {"gift_type": 1, "repeat_count": 3, "repeat_end": 1},
        "extendedGiftInfo": {"name": "Rose", "diamond_count": 1},
        "userId": "7",
    }
    gift = decode_event("gift", FramePart(told), AT_MS)
    assert (gift.gift_name, gift.diamonds, gift.count, gift.ended) == ("Rose", 1, 3, True)


@pytest.mark.parametrize(
    ("group", "streakable"), [("0", False), ("", False), ("17", True), ("group_001", True)]
)
def test_without_a_kind_the_group_tells_a_streak(group, streakable):
    assert decode_event("gift", FramePart({"giftId": 1, "groupId": group}), AT_MS).streakable is streakable
