import pytest

from app.events import Envelope, Gift, Goal, GoalPart, Other, Subscribe
from tests.reference import webcast as w

from .wires import ANN, event_of

ROSE = w.Gift(id=5655, name="Rose", diamond_count=1, type=1, image=w.ImageModel(url_list=["rose.png"]))


def gift(**fields):
    return event_of(w.WebcastGiftMessage(**{"user": ANN, "gift_id": 5655, "gift": ROSE, **fields}))


def test_gift():
    event = gift(repeat_count=4, group_id=123, order_id="o1")
    assert isinstance(event, Gift)
    assert (event.gift_id, event.gift_name, event.diamonds, event.count) == (5655, "Rose", 1, 4)
    assert (event.group_id, event.order_id, event.icon_url, event.to_user) == (123, "o1", "rose.png", None)


@pytest.mark.parametrize(
    ("kind", "repeat_end", "streakable", "ended"),
    [(1, 0, True, False), (1, 1, True, True), (2, 0, False, True), (4, 0, False, True)],
)
def test_only_type_one_streaks_and_its_end_is_told(kind, repeat_end, streakable, ended):
    event = gift(gift=w.Gift(type=kind, diamond_count=1), repeat_end=repeat_end)
    assert (event.streakable, event.ended) == (streakable, ended)


@pytest.mark.parametrize(("group_id", "streakable"), [(5, True), (0, False)])
def test_without_detail_the_group_tells_a_streak(group_id, streakable):
    assert gift(gift=None, group_id=group_id).streakable is streakable


def test_count_is_at_least_one():
    assert gift().count == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"to_user": w.User(id=8)},
        {"to_member_id_int": 8},
        {"to_member_id": "8"},
        {"monitor_info": w.GiftMonitorInfo(anchor_id=1, to_user_id=8)},
    ],
)
def test_gifts_for_guests(fields):
    assert gift(**fields).to_user.id == 8


@pytest.mark.parametrize("told", [{"anchor_id": 8}, {"to_user_id": 8}, {"anchor_id": 8, "to_user_id": 8}])
def test_a_gift_for_the_host_is_for_no_guest(told):
    assert gift(monitor_info=w.GiftMonitorInfo(**told)).to_user is None


@pytest.mark.parametrize(("before", "renewed"), [(0, False), (1, True)])
def test_subscription(before, renewed):
    event = event_of(w.WebcastSubNotifyMessage(user=ANN, sub_month=3, old_subscribe_status=before))
    assert isinstance(event, Subscribe)
    assert (event.months, event.renewed) == (3, renewed)


@pytest.mark.parametrize("source", [0, 1, 3])
def test_a_subscription_may_be_a_present(source):
    assert event_of(w.WebcastSubNotifyMessage(user=ANN, gift_source=source)).gifted == bool(source)


def test_a_reminder_is_no_subscription():
    event = event_of(w.WebcastSubNotifyMessage(user=ANN, message_type=1, sub_month=3))
    assert isinstance(event, Other)
    assert (event.name, event.fields["sub_month"], event.fields["user"]["id"]) == ("anchor_reminder", 3, 7)


def test_envelope():
    info = w.MessageRedEnvelopInfo(
        envelope_id="e", diamond_count=20, people_count=16, unpack_at=1_701_791_895, send_user_id="7"
    )
    event = event_of(w.WebcastEnvelopeMessage(envelope_info=info, display=1))
    assert isinstance(event, Envelope)
    assert (event.diamonds, event.people, event.unpack_at_ms, event.open) == (20, 16, 1_701_791_895_000, True)
    assert event.user.id == 7


def test_envelope_gone():
    assert event_of(w.WebcastEnvelopeMessage(display=2)).open is False


@pytest.mark.parametrize(("business", "key"), [(19, ""), (1, "ttlive_superFanBox_commentSection_sent")])
def test_super_fan_box(business, key):
    info = w.MessageRedEnvelopInfo(business_type=business)
    assert event_of(w.WebcastEnvelopeMessage(envelope_info=info), key=key).super_fan_box


def test_goal_tells_the_part_that_moved():
    parts = [
        w.LiveStreamSubGoal(id=1, progress=1, target=5),
        w.LiveStreamSubGoal(id=2, progress=4, target=9, gift=w.LiveStreamSubGoalGift(name="Rose")),
    ]
    goal = w.LiveStreamGoal(id=6, description="cake", sub_goals=parts)
    event = event_of(
        w.WebcastGoalUpdateMessage(goal=goal, contributor_id=7, contribute_subgoal=w.LiveStreamSubGoal(id=2))
    )
    assert isinstance(event, Goal)
    assert (event.text, event.progress, event.target, event.unit, event.user.id) == ("cake", 4, 9, "Rose", 7)
    assert event.parts == (GoalPart(1, 5), GoalPart(4, 9, "Rose"))


def test_when_a_goal_runs_out():
    goal = w.LiveStreamGoal(expire_time=1_697_118_410)
    assert event_of(w.WebcastGoalUpdateMessage(goal=goal)).end_ms == 1_697_118_410_000
