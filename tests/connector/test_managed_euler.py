import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_managed_parts import JSON

from app import events as ev
from app.connector.managed.euler import decode_message, read_parts
from app.connector.managed.parts import FramePart
from app.errors import ProtocolError
from app.events.decode.table import TABLE
from app.protocol.schema import find_reader

AT_MS = 1_773_511_423_909
ROOM = 7617156681859975956
COMMON = {"roomId": str(ROOM), "msgId": "76171", "createTime": "1773508034"}


def event(kind, **data):
    return decode_message(FramePart({"type": kind, "data": {"common": COMMON, **data}}), AT_MS)


@pytest.mark.parametrize("ended", [1, True, "1"])
def test_a_gift_as_it_was_recorded(ended):
    told = event(
        "WebcastGiftMessage",
        repeatCount=4,
        giftId=5655,
        user={"userId": "68", "uniqueId": "ann", "nickname": "Ann"},
        repeatEnd=ended,
        groupId="1773511422618",
        giftDetails={"id": "5655", "giftName": "Rose", "giftType": 1, "diamondCount": 1, "combo": True},
    )
    assert (told.gift_id, told.gift_name, told.diamonds, told.count) == (5655, "Rose", 1, 4)
    assert (told.ended, told.streakable, told.group_id) == (True, True, 1773511422618)
    assert told.user == ev.User(68, "ann", "Ann")
    assert (told.room_id, told.msg_id, told.at_ms) == (ROOM, 76171, 1_773_508_034_000)


@pytest.mark.parametrize("name", ["comment", "content"])
def test_a_comment_under_the_old_and_the_new_name(name):
    assert event("WebcastChatMessage", **{name: "hello"}).text == "hello"


def test_likes_under_the_names_of_two_schemas():
    told = event("WebcastLikeMessage", count="15", totalLikeCount="48523")
    assert (told.count, told.total) == (15, 48523)


def test_scores_as_a_map_of_hosts():
    army = {"userArmy": [{"userId": "69", "score": "250", "nickname": "V"}], "hostScore": "268"}
    told = event(
        "WebcastLinkMicArmies",
        battleId="77",
        battleStatus=1,
        battleItems={"70": army, "67": {"hostScore": 9}},
    )
    assert told.phase == "active"
    assert [(side.host_id, side.score) for side in told.sides] == [(67, 9), (70, 268)]
    assert told.sides[1].contributors == (ev.Contributor(ev.User(69, nickname="V"), 250),)


def test_hosts_of_a_battle_as_a_map():
    told = event("WebcastLinkMicBattle", action=4, anchorInfo={"67": {"user": {"nickName": "Lena"}}})
    assert [(side.host_id, side.host.nickname) for side in told.sides] == [(67, "Lena")]


def test_viewers_under_the_old_names():
    ranks = [{"coinCount": 30, "user": {"userId": 5, "nickname": "Bo"}}]
    told = event("WebcastRoomUserSeqMessage", viewerCount=126, totalUser=900, ranksList=ranks)
    assert (told.now, told.total) == (126, 900)
    assert told.top == (ev.TopViewer(ev.User(5, nickname="Bo"), 30, 1),)


def test_the_room_is_told_by_the_provider():
    told = decode_message(
        FramePart(
            {
                "type": "roomInfo",
                "data": {"roomInfo": {"id": "76", "title": "Hi"}, "user": {"nickname": "D"}, "uniqueId": "d"},
            }
        ),
        AT_MS,
    )
    assert (told.room_id, told.title, told.unique_id, told.host) == (76, "Hi", "d", None)


def test_a_message_without_a_class_keeps_its_fields():
    told = event("WebcastHashtagMessage", playId="0")
    assert (told.type, told.name, told.msg_id) == ("other", "hashtag", 76171)
    assert told.fields["playId"] == "0"


def test_what_concerns_the_provider_is_nobodys_business():
    assert decode_message(FramePart({"type": "workerInfo", "data": {}}), AT_MS) is None


@pytest.mark.parametrize("wrong", [{"giftId": "rose"}, {"user": 5}, {"user": [5]}, {"giftId": 1 << 70}])
def test_a_wrong_type_costs_the_message(wrong):
    assert isinstance(event("WebcastGiftMessage", **wrong), ev.Undecodable)


def test_nesting_has_an_end():
    piece = {}
    for _ in range(200):
        piece = {
            "user": {"fansClub": {}},
            "piecesList": [{"stringValue": "x"}],
            "displayText": piece,
            **piece,
        }
    assert isinstance(event("WebcastChatMessage", content=piece), ev.Undecodable)


@pytest.mark.parametrize("frame", [{"messages": [{"type": "a"}]}, [{"type": "a"}], {"type": "a"}])
def test_messages_come_bundled_or_bare(frame):
    assert [one.read_text("type") for one in read_parts(frame)] == ["a"]


def test_a_bundle_of_nothing_is_no_message():
    assert read_parts({"timestamp": 1, "messages": []}) == []


@pytest.mark.parametrize("frame", [5, "text", None, {"messages": 5}])
def test_a_frame_of_another_shape_is_a_protocol_error(frame):
    with pytest.raises(ProtocolError):
        read_parts(frame)


KEYS = st.sampled_from(["common", "user", "event", "comment", "pieces", "armies", "ranksList", "content"])


@given(st.sampled_from(list(TABLE)), st.dictionaries(KEYS, JSON, max_size=4))
def test_whatever_a_message_holds_it_costs_only_itself(kind, data):
    assert isinstance(decode_message(FramePart({"type": kind, "data": data}), AT_MS), ev.Event)


ENUMS = [
    (method, field.name)
    for method in sorted(TABLE)
    for field in find_reader(method).DESCRIPTOR.fields
    if field.enum_type is not None
]


@pytest.mark.parametrize(("method", "field"), ENUMS)
@pytest.mark.parametrize("value", ["\ud83d", "a\udfff", "\x00", "名", [["\ud83d"]], {"\ud83d": "\ud83d"}])
def test_half_a_letter_where_a_number_belongs_costs_at_most_its_message(method, field, value):
    assert isinstance(event(method, **{field: value}), ev.Event)
