from collections import Counter, defaultdict
from itertools import takewhile
from random import Random

import pytest
from played import START_MS, bodies, played

from app.sim import Script, SimOptions
from app.sim.room.gifts import BY_ID

TEN_MINUTES = 600
ROOM = {"rate": 3.7, "battle_s": 60.0, "first_battle_s": 5.0}


@pytest.fixture(scope="module")
def room():
    return played(TEN_MINUTES, **ROOM)


@pytest.fixture(scope="module")
def generous():
    return played(200, rate=50)


NEW = "WebcastLiveIntroMessage"  # the script itself says it in the opening only


def first_minute(script):
    return list(takewhile(lambda scripted: scripted.at_s <= 60, script))


def encoded(messages):
    return [(scripted.at_s, scripted.wire.SerializeToString(deterministic=True)) for scripted in messages]


def test_the_same_seed_plays_the_same_room():
    assert encoded(played(60, seed=7)) == encoded(played(60, seed=7))


@pytest.mark.parametrize("seed", range(5))
def test_another_act_changes_nothing_in_those_that_are_there(seed):
    options = SimOptions(seed=seed, rate=10, battle_s=20.0, first_battle_s=2.0)
    before, after = Script(options, START_MS), Script(options, START_MS)

    def act():
        stage = after.stage
        stage.say(NEW, id=stage.make_id(), user=stage.pick_anyone().user)
        stage.plan_once(stage.chance.uniform(0.1, 9.0), lambda: stage.say(NEW, user=stage.pick().user))

    after.stage.plan_often("another act", 3.0, act)
    messages = first_minute(after)
    others = [scripted for scripted in messages if scripted.method != NEW]
    assert len(messages) > len(others) + 100
    assert encoded(others) == encoded(first_minute(before))


def test_another_seed_plays_another_room():
    assert encoded(played(10, seed=7)) != encoded(played(10, seed=8))


@pytest.mark.parametrize(
    ("method", "wanted"),
    [
        ("WebcastChatMessage", 450),
        ("WebcastLikeMessage", 600),
        ("WebcastMemberMessage", 500),
        ("WebcastRoomUserSeqMessage", 300),
        ("WebcastCaptionMessage", 200),
        ("WebcastSocialMessage", 90),
    ],
)
def test_the_mix_of_ten_minutes(room, method, wanted):
    assert Counter(scripted.method for scripted in room)[method] == pytest.approx(wanted, rel=0.25)


def test_about_25_gift_streaks(room):
    assert len({scripted.booking.key for scripted in room if scripted.booking}) == pytest.approx(27, abs=10)


@pytest.mark.parametrize(("rate", "seconds"), [(3.7, TEN_MINUTES), (50, 60), (200, 60)])
def test_the_rate_is_what_was_asked_for(rate, seconds):
    assert len(played(seconds, rate=rate)) == pytest.approx(seconds * rate, rel=0.25)


def test_message_ids_are_unique_and_grow(room):
    ids = [scripted.msg_id for scripted in room]
    assert ids == sorted(set(ids))


def test_time_never_goes_back(room):
    times = [scripted.at_s for scripted in room]
    assert times == sorted(times)


def test_every_rare_kind_comes(room):
    assert {
        "WebcastQuestionNewMessage",
        "WebcastEmoteChatMessage",
        "WebcastSubNotifyMessage",
        "WebcastPollMessage",
        "WebcastEnvelopeMessage",
        "WebcastImDeleteMessage",
        "WebcastRoomPinMessage",
        "WebcastRankUpdateMessage",
        "WebcastRankTextMessage",
        "WebcastBarrageMessage",
        "WebcastUnauthorizedMemberMessage",
        "WebcastGoalUpdateMessage",
        "WebcastLinkMicBattle",
        "WebcastLinkMicArmies",
        "WebcastLinkMicBattleItemCard",
        "WebcastLinkMicBattlePunishFinish",
    } <= {scripted.method for scripted in room}


def test_likes_add_up(room):
    total = 0
    for like in bodies(room, "WebcastLikeMessage"):
        total += like.count
        assert like.total == total


def streaks(messages):
    frames = defaultdict(list)
    for gift in bodies(messages, "WebcastGiftMessage"):
        frames[gift.group_id].append(gift)
    return frames.values()


def test_a_streak_counts_up(generous):
    for frames in streaks(generous):
        counts = [gift.repeat_count for gift in frames]
        assert counts == sorted(counts)


def test_some_streaks_end_and_some_do_not(generous):
    ends = {frames[-1].repeat_end for frames in streaks(generous) if frames[0].gift.type == 1}
    assert ends == {0, 1}


def test_gifts_have_the_panel_s_names_and_prices(generous):
    for gift in bodies(generous, "WebcastGiftMessage"):
        kind = BY_ID[gift.gift_id]
        assert (gift.gift.name, gift.gift.diamond_count) == (kind.name, kind.diamonds)


def test_some_gifts_go_to_the_guest(generous):
    receivers = {gift.to_user.display_id for gift in bodies(generous, "WebcastGiftMessage")}
    assert receivers == {"", "tomi.guitar"}


def test_gifts_come_within_three_seconds():
    assert bodies(played(3, rate=3.7), "WebcastGiftMessage")


def test_a_deleted_comment_was_there(room):
    opening = Script(SimOptions(**ROOM), START_MS).opening
    comments = {chat.common.msg_id for chat in bodies([*opening, *room], "WebcastChatMessage")}
    deleted = {msg_id for gone in bodies(room, "WebcastImDeleteMessage") for msg_id in gone.delete_msg_ids}
    assert deleted
    assert deleted <= comments


def test_a_caption_ends_in_its_final_version(room):
    last = {caption.sentence_id: caption.definite for caption in bodies(room, "WebcastCaptionMessage")}
    assert sum(not definite for definite in last.values()) <= 1  # the last sentence is perhaps cut


def test_a_battle_opens_scores_and_ends():
    messages = played(20, battle_s=10.0, first_battle_s=2.0)
    told = [scripted.method for scripted in messages if "Battle" in scripted.method]
    assert told == [
        "WebcastLinkMicBattle",
        "WebcastLinkMicBattleItemCard",
        "WebcastLinkMicBattleItemCard",
        "WebcastLinkMicBattle",
        "WebcastLinkMicBattlePunishFinish",
    ]


def test_scores_never_fall():
    before = 0
    for armies in bodies(played(12, rate=20, battle_s=10.0, first_battle_s=1.0), "WebcastLinkMicArmies"):
        now = sum(army.hostscore for army in armies.armies.values())
        assert now >= before
        before = now
    assert before


def test_the_clock_of_a_battle_is_the_room_s_clock():
    opened = bodies(played(5, battle_s=40.0, first_battle_s=2.0), "WebcastLinkMicBattle")[0]
    settings = opened.battle_settings
    assert settings.start_time_ms == opened.common.create_time
    assert settings.end_time_ms - settings.start_time_ms == 40_000


def test_the_end_is_the_last_message():
    messages = played(60, end_after_s=5.0)
    assert bodies(messages[-1:], "WebcastControlMessage")[0].action == 3


def test_many_scripts_are_spoken(room):
    said = "".join(chat.content for chat in bodies(room, "WebcastChatMessage"))
    for first, last in (
        ("א", "ת"),
        ("ا", "ي"),
        ("ぁ", "ん"),
        ("가", "힣"),
        ("а", "я"),
        ("ก", "ฮ"),
        ("अ", "ह"),
    ):
        assert any(first <= letter <= last for letter in said)


@pytest.mark.parametrize("seed", range(30))
def test_somebody_speaks_soon_in_every_room(seed):
    assert bodies(played(3, seed=seed, rate=3.7), "WebcastChatMessage")


def test_no_two_people_share_a_handle():
    crowd, chance = Script(SimOptions(rate=2_000), START_MS).crowd, Random(1)
    for _ in range(20_000):
        crowd.pick_anyone(chance)
    assert len({person.handle for person in crowd.people}) == len(crowd.people) > 5_000


@pytest.mark.parametrize("rate", [3.7, 50, 1_000])
def test_no_more_are_here_than_there_are(rate):
    messages = played(40, rate=rate)
    size = Script(SimOptions(rate=rate), START_MS).crowd.size
    counts = [count.total for count in bodies(messages, "WebcastRoomUserSeqMessage")]
    assert 0.3 * size < min(counts) <= max(counts) < 0.9 * size


def test_every_battle_has_another_rival(room):
    hosts = [
        frozenset(host.key for host in battle.anchors_info)
        for battle in bodies(room, "WebcastLinkMicBattle")
        if battle.action == 4
    ]
    assert len(set(hosts)) == len(hosts) > 2
