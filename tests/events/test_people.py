import pytest

from app.events import Badge
from app.events.decode import people
from tests.reference import webcast as w

from .wires import event_of


def read_user(**fields):
    return event_of(w.WebcastLikeMessage(user=w.User(**{"id": 7, **fields}))).user


def image(url):
    return w.ImageModel(url_list=[url])


def test_same_person_is_one_object():
    assert read_user(nickname="Ann") is read_user(nickname="Ann")


def test_a_picture_counts_though_the_person_came_without_one_before():
    assert read_user(id=72).avatar_url == ""
    assert read_user(id=72, avatar_thumb=image("face")).avatar_url == "face"
    assert read_user(id=72, avatar_thumb=image("renewed")).avatar_url == "face"


def test_a_new_level_is_a_new_object():
    def leveled(level):
        badge = w.BadgeStruct(scene_type=8, privilege_log_extra=w.PrivilegeLogExtra(level=level))
        return read_user(badge_list=[badge]).find_level("gifter_level")

    assert (leveled("16"), leveled("17"), leveled("0"), leveled("x")) == (16, 17, 0, 0)


def test_the_same_badge_twice_is_one_badge_and_the_displayed_one_counts():
    picture = w.BadgeStruct(scene_type=6, display_type=1, image=w.ImageBadge(image=image("small")))
    text = w.BadgeText(key="pm_mt_badeg_notes_profile1", default_pattern="No. 1")
    both = w.BadgeStruct(
        scene_type=6,
        display_type=4,
        display=True,
        combine=w.CombineBadgeStruct(icon=image("new_top_gifter_version_2.png"), text=text),
    )
    badges = read_user(id=71, badge_list=[picture, both]).badges
    assert badges == (Badge("top_gifter", 1, "No. 1", "new_top_gifter_version_2.png"),)


def test_the_same_badge_as_text_and_combined_is_one_badge():
    text = w.BadgeText(key="pm_mt_live_ng_im", default_pattern="New gifter")
    plain = w.BadgeStruct(scene_type=16, display_type=2, text=w.TextBadge(key="pm_mt_live_ng_im"))
    both = w.BadgeStruct(
        scene_type=16,
        display=True,
        combine=w.CombineBadgeStruct(icon=image("new_gifter_badge_v3.png"), text=text),
    )
    badges = read_user(id=72, badge_list=[plain, both]).badges
    assert badges == (Badge("other", 0, "New gifter", "new_gifter_badge_v3.png"),)


@pytest.mark.parametrize(
    ("scene", "kind"),
    [
        (1, "moderator"),
        (4, "subscriber"),
        (7, "subscriber"),
        (8, "gifter_level"),
        (10, "fan_level"),
        (12, "host"),
        (2, "other"),
    ],
)
def test_kinds_of_badges(scene, kind):
    assert read_user(badge_list=[w.BadgeStruct(scene_type=scene)]).badges[0].kind == kind


def test_the_host_wears_a_label_without_a_scene():
    label = w.BadgeStruct(text=w.TextBadge(key="pm_mt_hostlabel"))
    assert (read_user(badge_list=[label]).badges[0].kind, read_user(badge_list=[label]).roles) == (
        "host",
        ("host",),
    )


@pytest.mark.parametrize(("status", "roles"), [(0, ()), (1, ("follower",)), (2, ("friend",)), (3, ())])
def test_follow_status(status, roles):
    assert read_user(follow_info=w.FollowInfo(follow_status=status)).roles == roles


def test_a_badge_makes_a_moderator_where_no_identity_is_sent():
    assert read_user(badge_list=[w.BadgeStruct(scene_type=1)]).roles == ("moderator",)


def test_roles_are_in_order_of_weight():
    identity = w.UserIdentity(is_anchor=True, is_follower_of_anchor=True, is_subscriber_of_anchor=True)
    comment = event_of(w.WebcastChatMessage(user=w.User(id=7), user_identity=identity))
    assert comment.user.roles == ("host", "subscriber", "follower")


def test_the_memory_of_people_is_bounded(monkeypatch):
    monkeypatch.setattr(people, "KEPT", 8)
    people._forms.clear()
    sizes = []
    for number in range(1, 100):
        read_user(id=number, nickname=f"one of many {number}")
        sizes.append(len(people._forms))
    assert max(sizes) == 8


def test_the_forms_of_a_person_are_bounded():
    for number in range(20):
        read_user(id=7070, nickname=f"renamed {number}")
    assert len(people._forms[7070]) == people.FORMS
