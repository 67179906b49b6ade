"""Real messages through decode: the golden ones, and all shared captures where they are at hand."""

import os

import pytest
from golden.captures import FILES, HERE, messages, rows

from app.events import (
    Battle,
    BattleCard,
    Comment,
    Follow,
    Gift,
    Join,
    Like,
    Share,
    Undecodable,
    Unknown,
    Viewers,
)
from app.events.decode.table import TABLE, decode
from app.events.describe.as_json import dumps

EXPECTED = HERE / "events.jsonl"
TYPES = {
    "WebcastChatMessage": Comment,
    "WebcastGiftMessage": Gift,
    "WebcastLikeMessage": Like,
    "WebcastMemberMessage": Join,
    "WebcastSocialMessage": (Follow, Share),
    "WebcastRoomUserSeqMessage": Viewers,
    "WebcastLinkMicArmies": Battle,
    "WebcastLinkMicBattle": Battle,
    "WebcastLinkMicBattleItemCard": BattleCard,
}


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.parent.name)
def events(request):
    return [decode(message) for message in messages(request.param)]


def of(events, kind):
    return [event for event in events if isinstance(event, kind)]


def test_nothing_known_is_undecodable(events):
    assert of(events, Undecodable) == []


def test_only_methods_without_a_row_are_unknown(events):
    assert not {event.method for event in of(events, Unknown)} & set(TABLE)


def test_core_methods_give_their_types(events):
    wrong = [event for event in events if not isinstance(event, TYPES.get(event.method, object))]
    assert wrong == []


def test_every_event_has_its_place_in_the_stream(events):
    known = [event for event in events if not isinstance(event, Unknown)]
    assert all(event.msg_id and event.at_ms > 1_600_000_000_000 for event in known)


def test_people_have_id_handle_and_name(events):
    acts = of(events, (Comment, Gift, Like, Join, Follow, Share))
    assert all(act.user.id and act.user.unique_id and act.user.nickname for act in acts)


def test_comments_have_text_or_pictures(events):
    assert all(comment.text or comment.emotes for comment in of(events, Comment))


def test_gifts_have_name_price_and_count(events):
    assert all(gift.gift_name and gift.diamonds > 0 and gift.count > 0 for gift in of(events, Gift))


def test_likes_count(events):
    assert all(0 < like.count <= like.total for like in of(events, Like))


def test_viewers_are_counted(events):
    """Not `now <= total`: a capture has 2 watching while 1 came, the two counters are not of one moment."""
    assert all(count.now > 0 and count.total > 0 for count in of(events, Viewers))


def test_top_viewers_are_in_order(events):
    for count in of(events, Viewers):
        assert [row.rank for row in count.top] == sorted(row.rank for row in count.top)


def test_battles_have_sides_unless_only_their_end_is_told(events):
    told = [battle for battle in of(events, Battle) if battle.method != "WebcastLinkMicBattlePunishFinish"]
    assert all(len(battle.sides) > 1 and battle.battle_id for battle in told)


def test_json_of_golden_messages():
    lines = [dumps(decode(message)) for message in messages()]
    if os.environ.get("SIDESTAGE_UPDATE_GOLDEN") and not os.environ.get("CI"):
        EXPECTED.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    assert lines == EXPECTED.read_text(encoding="utf-8").split("\n")[:-1]


def test_golden_captures_say_where_they_are_from():
    assert {row["licence"] for row in rows()} == {"MIT"}
