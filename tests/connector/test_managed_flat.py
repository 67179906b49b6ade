import pytest

from app import events as ev
from app.connector.managed.flat_decode import decode_event
from app.connector.managed.parts import FramePart
from app.events.describe.as_json import dumps

AT_MS = 1_790_000_000_000
ANN = ev.User(7, "ann", "Ann")
FLAT = {"userId": "7", "uniqueId": "ann", "nickname": "Ann"}
NESTED = {"user": FLAT}


def event(name, **data):
    return decode_event(name, FramePart(data), AT_MS)


@pytest.mark.parametrize("who", [FLAT, NESTED])
def test_a_person_stands_flat_or_inside(who):
    assert event("chat", comment="hi", **who) == ev.Comment(method="chat", at_ms=AT_MS, user=ANN, text="hi")


def test_roles_and_levels():
    user = event("chat", **FLAT, isModerator=True, followRole=1, gifterLevel=16, topGifterRank=None).user
    assert user.roles == ("moderator", "follower")
    assert user.badges == (ev.Badge("gifter_level", 16),)


def test_the_head():
    told = event("like", msgId="99", createTime="1790000000", roomId="5", likeCount=3, totalLikes=9)
    assert (told.msg_id, told.room_id, told.at_ms) == (99, 5, AT_MS)
    assert (told.count, told.total) == (3, 9)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"displayType": "pm_main_follow_message_viewer_2"}, ev.Follow),
        ({"displayType": "pm_mt_guidance_share"}, ev.Share),
        ({"action": "follow"}, ev.Follow),
        ({"action": 3}, ev.Share),
        ({"action": "waves"}, ev.Other),
    ],
)
def test_what_was_social(told, kind):
    assert type(event("social", **told)) is kind


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({}, ev.Join),
        ({"action": 1}, ev.Join),
        ({"action": 47}, ev.Join),
        ({"actionId": 3}, ev.Moderation),
        ({"actionId": 2}, ev.Other),
    ],
)
def test_a_member(told, kind):
    assert type(event("member", **told)) is kind


def test_what_was_done_to_a_member_is_said_in_words():
    assert event("member", actionId=3).action == "ban_talk"
    assert event("member", actionId=2).name == "leave"


@pytest.mark.parametrize(
    ("name", "told", "kind"),
    [
        ("control", {"action": 1}, ev.Pause),
        ("control", {"action": 2}, ev.Resume),
        ("control", {"action": 4}, ev.End),
        ("control", {"action": 9}, ev.Control),
        ("streamEnd", {}, ev.End),
    ],
)
def test_the_state_of_the_stream(name, told, kind):
    assert type(event(name, **told)) is kind


def test_viewers():
    told = event("roomUser", viewerCount=20, topViewers=[{"user": FLAT, "coinCount": 5}])
    assert (told.now, told.top) == (20, (ev.TopViewer(ANN, 5, 1),))


def test_scores_with_a_clock():
    hosts = [{"hostUserId": "1", "teamTotalScore": 5}, {"hostUserId": "2", "teamTotalScore": 7}]
    told = event(
        "battleArmies",
        battleId="9",
        status=1,
        serverTsMs=AT_MS,
        durationSec=300,
        secsRemaining=60,
        hosts=hosts,
    )
    assert (told.battle_id, told.phase, told.end_ms, told.start_ms) == (
        9,
        "active",
        AT_MS + 60_000,
        AT_MS - 240_000,
    )
    assert [(side.host_id, side.score) for side in told.sides] == [(1, 5), (2, 7)]


def clock(**told):
    """Start, end and duration that armies with these fields tell; what is not named is sound."""
    sound = {"serverTsMs": AT_MS, "durationSec": 300, "secsRemaining": 60}
    told = event("battleArmies", **(sound | told))
    return told.start_ms, told.end_ms, told.duration_s


def test_a_clock_is_the_moment_and_what_is_left():
    assert clock() == (AT_MS - 240_000, AT_MS + 60_000, 300)
    assert clock(secsRemaining=0) == (AT_MS - 300_000, AT_MS, 300)
    assert clock(serverTsMs=AT_MS // 1000)[1] == AT_MS + 60_000
    assert clock(durationSec=86_400, secsRemaining=86_400) == (AT_MS, AT_MS + 86_400_000, 86_400)


@pytest.mark.parametrize(
    "told",
    [
        {"serverTsMs": 0},
        {"durationSec": 0},
        {"serverTsMs": 0, "durationSec": 0},
        {"serverTsMs": AT_MS * 1000},
        {"serverTsMs": 2**62},
        {"durationSec": 2**62},
        {"durationSec": -5},
        {"durationSec": 86_401},
        {"secsRemaining": 2**62},
        {"secsRemaining": 86_401},
        {"secsRemaining": None},
        {"secsRemaining": ""},
        {"secsRemaining": -1},
    ],
)
def test_without_a_moment_or_a_duration_there_is_no_clock(told):
    start_ms, end_ms, duration_s = clock(**told)
    assert (start_ms, end_ms) == (0, 0)
    assert 0 <= duration_s <= 86_400


def test_a_battle_does_not_take_for_ever():
    assert event("battle", battleDuration=300).duration_s == 300
    assert event("battle", battleDuration=2**62).duration_s == 0


@pytest.mark.parametrize(
    "odd",
    [
        AT_MS * 1000,
        AT_MS * 1_000_000,
        1_000_000_000,
        3_000_000_000,
        2**62,
        2**63 - 1,
        "9" * 400,
        -1,
        1e300,
        True,
        "soon",
    ],
)
def test_a_time_that_no_calendar_holds_is_that_of_receipt(odd):
    for name in ("createTime", "timestamp"):
        assert event("chat", comment="hi", **{name: odd}).at_ms == AT_MS


@pytest.mark.parametrize("odd", [AT_MS * 1000, 2**62, "9" * 400, -1, 1e300, True, "soon"])
def test_a_chest_opens_at_a_time_that_can_be(odd):
    assert event("envelope", unpackAt=odd).unpack_at_ms == 0


@pytest.mark.parametrize(("ends_s", "wanted"), [(AT_MS // 1000, AT_MS), (2**62, 0), (-1, 0)])
def test_a_card_ends_at_a_time_that_can_be(ends_s, wanted):
    assert event("battleItemCard", endsAtSec=ends_s).ends_ms == wanted


@pytest.mark.parametrize(
    ("name", "told", "reads"),
    [
        ("gift", {"diamondCount": -470, "repeatCount": -2}, lambda one: (one.diamonds, one.count - 1)),
        ("gift", {"gift": {"diamond_count": -470}}, lambda one: (one.diamonds,)),
        ("like", {"likeCount": -1, "totalLikeCount": -1}, lambda one: (one.count, one.total)),
        ("roomUser", {"viewerCount": -1, "totalViewers": -1}, lambda one: (one.now, one.total)),
        ("member", {"memberCount": -1}, lambda one: (one.viewers,)),
        ("envelope", {"coins": -1, "canOpen": -1}, lambda one: (one.diamonds, one.people)),
        ("goalUpdate", {"progress": -1, "target": -1}, lambda one: (one.progress, one.target)),
        ("battleArmies", {"hosts": [{"hostUserId": 1, "score": -1}]}, lambda one: (one.sides[0].score,)),
        ("chat", {"userId": -5, "msgId": -5}, lambda one: (one.user.id, one.msg_id)),
    ],
)
def test_what_cannot_be_below_nothing_is_not_told(name, told, reads):
    assert set(reads(event(name, **told))) == {0}


def test_fields_of_a_name_that_nobody_knows_can_be_written():
    told = event("news", **{"a\udc00": ["\ud83d", float("inf"), {"b\ud800": 1}]}, label="\ud83d")
    assert told.fields["a?"] == ["?", None, {"b?": 1}]
    assert told.summary == "?"
    dumps(told).encode()


def test_hosts_that_share_a_team_are_one_side():
    hosts = [{"hostUserId": host, "teamIdx": host % 2, "teamTotalScore": 5} for host in (4, 3, 2, 1)]
    told = event("battleArmies", hosts=hosts)
    assert [(side.host_id, side.members, side.score) for side in told.sides] == [
        (2, (2, 4), 5),
        (1, (1, 3), 5),
    ]


def test_a_card():
    told = event("battleItemCard", effect="glove", multiplier=3, senderNickname="Ann", endsAtSec=10)
    assert (told.card, told.multiplier, told.user.nickname, told.ends_ms) == ("glove", 3, "Ann", 10_000)


def test_a_name_that_nobody_knows_keeps_everything():
    told = event("news", msgId="4", what={"a": [1]}, label="something")
    assert (told.type, told.name, told.summary, told.msg_id) == ("other", "news", "something", 4)
    assert told.fields["what"] == {"a": [1]}


@pytest.mark.parametrize("wrong", [{"comment": ["x"]}, {"user": "ann"}, {"emotes": {}}, {"msgId": []}])
def test_a_wrong_type_costs_the_event(wrong):
    assert event("chat", **wrong).type == "undecodable"


@pytest.mark.parametrize(
    ("name", "told", "kind"),
    [
        ("questionNew", {"questionText": "?"}, ev.Question),
        ("subscribe", {"subMonth": 2}, ev.Subscribe),
        ("superFan", {}, ev.SuperFan),
        ("superFanJoin", {}, ev.SuperFan),
        ("envelope", {"coins": 5}, ev.Envelope),
        ("caption", {"text": "hello"}, ev.Caption),
        ("imDelete", {"deletedMsgId": "5"}, ev.Delete),
        ("roomPin", {"action": 2}, ev.Pin),
        ("goalUpdate", {"goalKey": "abc"}, ev.Goal),
        ("liveIntro", {"description": "hi"}, ev.Intro),
        ("roomMessage", {"content": "hi"}, ev.RoomText),
        ("barrage", {"msgType": 8}, ev.Barrage),
        ("emote", {"emoteId": "1"}, ev.EmoteComment),
        ("linkMicBattle", {"battleUsers": [FLAT]}, ev.Battle),
        ("linkMicArmies", {"battleArmies": [{"hostUserId": 1, "points": 4}]}, ev.Battle),
    ],
)
def test_each_name_has_its_class(name, told, kind):
    assert type(event(name, **told)) is kind


@pytest.mark.parametrize("told", [AT_MS * 1000, AT_MS * 10**6, 2**63 - 1, -5, 900_000_000_000])
def test_a_time_that_cannot_be_reads_as_the_time_of_receipt(told):
    assert event("chat", comment="hi", createTime=str(told)).at_ms == AT_MS
    assert event("envelope", unpackAt=told).unpack_at_ms in (0, 900_000_000_000)
    battle = event("battleArmies", serverTsMs=told, durationSec=told, secsRemaining=told)
    assert max(battle.start_ms, battle.end_ms) < 4_102_444_800_000
    assert battle.duration_s == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("like", {"likeCount": -3, "totalLikeCount": "-9"}),
        ("gift", {"giftId": 1, "diamondCount": -470, "repeatCount": -5}),
        ("roomUser", {"viewerCount": -1, "totalViewers": -7}),
        ("envelope", {"coins": -5, "canOpen": -1}),
    ],
)
def test_a_negative_price_or_count_reads_as_not_told(name, told):
    event_told = event(name, **told)
    numbers = ("count", "total", "diamonds", "now", "people")
    assert min(getattr(event_told, one) for one in numbers if hasattr(event_told, one)) >= 0


def test_an_entrance_told_as_a_banner_is_a_join():
    assert event("barrage", msgType=9, **FLAT) == ev.Join(method="barrage", at_ms=AT_MS, user=ANN)
    assert isinstance(event("barrage", msgType=9), ev.Barrage)
