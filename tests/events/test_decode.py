from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.events import Event, Like, Undecodable, Unknown, User
from app.events.decode.table import TABLE, decode
from app.events.describe.as_json import is_id
from app.events.types.bounds import LATEST_MS, LONGEST_S
from app.protocol.message import Message
from app.protocol.schema import find_reader
from tests.reference import webcast as w

from .wires import ANN, AT_MS, ROOM, event_of


@pytest.mark.parametrize("method", sorted(TABLE))
def test_every_row_has_a_class_and_reads_an_empty_message(method):
    assert find_reader(method)
    event = decode(Message(method, b"", msg_id=5, at_ms=AT_MS))
    assert not isinstance(event, Undecodable)
    assert (event.method, event.msg_id, event.at_ms) == (method, 5, AT_MS)


@given(st.sampled_from(sorted(TABLE)), st.binary(max_size=200))
def test_no_bytes_make_it_raise(method, payload):
    assert isinstance(decode(Message(method, payload)), Event)


@given(st.text(max_size=20), st.binary(max_size=100))
def test_no_method_makes_it_raise(method, payload):
    assert isinstance(decode(Message(method, payload)), Event)


def test_bad_bytes_of_a_known_method_are_undecodable():
    event = decode(Message("WebcastChatMessage", b"\x0a\xff", msg_id=3, at_ms=AT_MS))
    assert isinstance(event, Undecodable)
    assert (event.method, event.msg_id, event.size) == ("WebcastChatMessage", 3, 2)


def test_a_person_within_a_person_is_not_read_however_deep():
    user = w.User(id=1)
    for _ in range(150):
        user = w.User(id=1, top_fans=[bytes(user)])
    assert isinstance(event_of(w.WebcastLikeMessage(user=user)), Like)


def test_an_unknown_method_keeps_its_fields_by_number():
    event = decode(Message("WebcastNews", b"\x08\x05\x12\x02hi\x12\x02yo"))
    assert isinstance(event, Unknown)
    assert event.fields == {1: 5, 2: (b"hi", b"yo")}


def test_an_unknown_method_with_bad_bytes_keeps_them_under_zero():
    event = decode(Message("WebcastNews", b"\x08\x05\xff"))
    assert event.fields == {1: 5, 0: b"\x08\x05\xff"}


@pytest.mark.parametrize(
    ("told", "at_ms"),
    [(1_696_447_177_223, 1_696_447_177_223), (1_696_447_177, 1_696_447_177_000), (0, AT_MS)],
)
def test_the_server_tells_the_time_where_it_does(told, at_ms):
    assert event_of(w.WebcastLikeMessage(), create_time=told).at_ms == at_ms


@pytest.mark.parametrize(
    "told",
    [
        AT_MS * 1000,
        AT_MS * 1_000_000,
        2**62,
        2**63 - 1,
        -1,
        -(2**63),
        5,
        900_000_000_000,
        4_102_444_800_000,
        253_402_300_800_000,
        AT_MS + 6 * 365 * 86_400_000,
    ],
)
def test_a_time_that_cannot_be_reads_as_the_time_of_receipt(told):
    assert event_of(w.WebcastLikeMessage(), create_time=told).at_ms == AT_MS


HUGE = 2**63 - 1
TIMED = [
    w.WebcastCaptionMessage(timestamp_ms=HUGE),
    w.WebcastPollMessage(start_content=w.PollStartContent(start_time=HUGE, end_time=HUGE)),
    w.WebcastLinkMicBattle(
        battle_settings=w.BattleSetting(start_time_ms=HUGE, end_time_ms=HUGE, duration=HUGE)
    ),
    w.WebcastRoomPinMessage(pin_time=HUGE, display_duration=HUGE),
    w.WebcastEnvelopeMessage(envelope_info=w.MessageRedEnvelopInfo(unpack_at=2**31 - 1)),
    w.WebcastPictionaryStartMessage(data=w.PictionaryInfo(start_time=HUGE, end_time=HUGE)),
    w.WebcastLinkMicBattleItemCard(
        msg_type=2,
        use_critical_strike_card=w.UseCriticalStrikeCard(
            card_info=w.CriticalStrikeCardInfo(send_time_sec=2**62, effect_last_duration=2**62)
        ),
    ),
]


@pytest.mark.parametrize("body", TIMED, ids=lambda body: type(body).__name__)
def test_every_time_in_an_event_is_one_that_a_calendar_shows(body):
    event = event_of(body)
    assert not isinstance(event, Undecodable)
    times = [getattr(event, one.name) for one in fields(event) if one.name.endswith("_ms")]
    assert all(0 <= time < LATEST_MS for time in times)
    assert getattr(event, "duration_s", 0) <= LONGEST_S


@pytest.mark.parametrize("told", [1, 5_000, 86_400])
def test_a_length_that_stands_in_place_of_a_time_is_none(told):
    chest = event_of(w.WebcastEnvelopeMessage(envelope_info=w.MessageRedEnvelopInfo(unpack_at=told)))
    pin = event_of(w.WebcastRoomPinMessage(pin_time=told))
    goal = event_of(w.WebcastGoalUpdateMessage(goal=w.LiveStreamGoal(expire_time=told)))
    assert (chest.unpack_at_ms, pin.pinned_at_ms, goal.end_ms) == (0, 0, 0)


@pytest.mark.parametrize("odd", [-1, AT_MS, 2**62, 2**63 - 1])
def test_a_length_that_cannot_be_reads_as_not_told(odd):
    caption = event_of(w.WebcastCaptionMessage(duration_ms=odd))
    rank = event_of(w.WebcastRankUpdateMessage(updates=[w.RankUpdate(rank_type=8, countdown=odd)]))
    assert caption.duration_ms == 0
    assert [entry.countdown_s for entry in rank.entries] == [0]


NEGATIVE = [
    w.WebcastLikeMessage(count=-3, total=-9),
    w.WebcastRoomUserSeqMessage(
        total=-1, total_user=-2, anonymous=-3, ranks=[w.Contributor(user=ANN, score=-5, rank=-1)]
    ),
    w.WebcastMemberMessage(action=1, member_count=-4),
    w.WebcastSocialMessage(action=1, follow_count=-4),
    w.WebcastSocialMessage(action=3, share_count=-4),
    w.WebcastGiftMessage(user=ANN, repeat_count=-5, combo_count=-1, gift=w.Gift(id=1, diamond_count=-470)),
    w.WebcastSubNotifyMessage(sub_month=-2),
    w.WebcastEnvelopeMessage(envelope_info=w.MessageRedEnvelopInfo(diamond_count=-7, people_count=-1)),
    w.WebcastLinkMicFanTicketMethod(
        fan_ticket_room_notice=w.FanTicketRoomNoticeContent(total_linkmic_fan_ticket=-3)
    ),
    w.WebcastOecLiveShoppingMessage(live_product_number=-3),
    w.WebcastRankUpdateMessage(updates=[w.RankUpdate(own_rank=-1, current_score=-2, countdown=-3)]),
]


def numbers_in(value):
    """Every number of an event that is no id and no code."""
    for one in fields(value):
        told = getattr(value, one.name)
        for inner in told if isinstance(told, tuple) else (told,):
            if is_dataclass(inner) and not isinstance(inner, User):
                yield from numbers_in(inner)
            elif type(inner) is int and not is_id(one.name) and one.name not in ("action", "code"):
                yield inner


@pytest.mark.parametrize("body", NEGATIVE, ids=lambda body: type(body).__name__)
def test_a_negative_price_count_or_score_reads_as_not_told(body):
    event = event_of(body)
    assert not isinstance(event, Undecodable)
    assert min(numbers_in(event)) >= 0


def test_a_gift_without_a_sound_price_has_none_and_counts_as_one():
    event = event_of(w.WebcastGiftMessage(repeat_count=-5, gift=w.Gift(id=1, diamond_count=-470)))
    assert (event.diamonds, event.count) == (0, 1)


@pytest.mark.parametrize(
    ("method", "payload"),
    [
        ("WebcastChatMessage", b"\x10\x05\x18\x07"),  # user and content as numbers
        ("WebcastChatMessage", b"\x18\x07"),
        ("WebcastChatMessage", b"\x10\x05\x1a\x02hi"),  # words by a number
        ("WebcastChatMessage", b"\x0a\x02\x18\x05\x10\x05\x1d\0\0\0\0"),  # beside a sound header
        ("WebcastLikeMessage", b"\x12\x02ab\x28\x05"),
        ("WebcastMemberMessage", b"\x10\x05"),
        ("WebcastSocialMessage", b"\x10\x05\x22\x01a"),
        ("WebcastGiftMessage", b"\x3d\0\0\0\0"),
        ("WebcastQuestionNewMessage", b"\x10\x05"),
    ],
)
def test_fields_of_other_types_make_a_message_undecodable_not_an_event_by_nobody(method, payload):
    event = decode(Message(method, payload, msg_id=3, at_ms=AT_MS))
    assert isinstance(event, Undecodable)
    assert event.reason.startswith("DecodeError: other types than the schema's")


def test_one_field_of_another_type_costs_only_itself():
    event = decode(Message("WebcastLikeMessage", b"\x12\x02ab\x18\x05"))
    assert isinstance(event, Like)
    assert (event.count, event.total, event.extras) == (0, 5, {2: b"ab"})


def test_an_unknown_method_has_the_common_header_in_field_1_like_all_others():
    common = w.CommonMessageData(msg_id=9, room_id=ROOM, create_time=AT_MS - 5)
    event = decode(Message("WebcastNews", bytes(w.WebcastLikeMessage(common=common, count=3)), at_ms=AT_MS))
    assert (event.msg_id, event.room_id, event.at_ms) == (9, ROOM, AT_MS - 5)
    assert event.fields[2] == 3


@pytest.mark.parametrize("head", [b"\x0a\x02hi", b"\x0a\x01\xff", b"\x08\x05", b""])
def test_a_field_1_that_is_no_header_tells_nothing(head):
    event = decode(Message("WebcastNews", head, msg_id=4, at_ms=AT_MS))
    assert isinstance(event, Unknown)
    assert (event.msg_id, event.room_id, event.at_ms) == (4, 0, AT_MS)


def test_what_cannot_be_read_still_says_which_room_it_is_of():
    common = w.CommonMessageData(msg_id=9, room_id=ROOM)
    body = bytes(w.WebcastLikeMessage(common=common)) + b"\x2a\xff"
    assert decode(Message("WebcastLikeMessage", body)).room_id == ROOM


def test_the_id_of_the_envelope_wins():
    assert event_of(w.WebcastLikeMessage(), msg_id=4).msg_id == 4
    assert event_of(w.WebcastLikeMessage()).msg_id == 99


def test_room_is_told():
    assert event_of(w.WebcastLikeMessage()).room_id == ROOM
