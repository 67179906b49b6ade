import pytest

from app.events import Comment, EmoteComment, Follow, Join, Like, Moderation, Other, Share, Viewers, Visitor
from tests.reference import webcast as w

from .wires import ANN, event_of


def test_comment():
    emote = w.EmoteModel(emote_id="e1", image=w.ImageModel(url_list=["u"]))
    body = w.WebcastChatMessage(
        user=ANN,
        content="<b>hi",
        content_language="en",
        emotes=[w.EmoteWithIndex(index=3, emote=emote)],
        at_user=w.User(id=8),
        user_identity=w.UserIdentity(is_moderator_of_anchor=True),
    )
    event = event_of(body, is_history=True)
    assert isinstance(event, Comment)
    assert (event.text, event.language, event.user.name, event.user.roles) == (
        "<b>hi",
        "en",
        "Ann",
        ("moderator",),
    )
    assert (event.emotes[0].index, event.emotes[0].image_url, event.mentions[0].id) == (3, "u", 8)
    assert event.is_history


def test_emote_comment():
    event = event_of(w.WebcastEmoteChatMessage(user=ANN, emote_list=[w.EmoteModel(emote_id="x")]))
    assert isinstance(event, EmoteComment)
    assert [emote.emote_id for emote in event.emotes] == ["x"]


def test_like():
    event = event_of(w.WebcastLikeMessage(user=ANN, count=15, total=807))
    assert isinstance(event, Like)
    assert (event.count, event.total) == (15, 807)


@pytest.mark.parametrize(
    ("key", "action", "kind"),
    [
        ("pm_main_follow_message_viewer_2", 1, Follow),
        ("PM_MAIN_FOLLOW_message_viewer_2", 0, Follow),
        ("", 1, Follow),
        ("pm_mt_guidance_share", 3, Share),
        ("pm_mt_guidance_share", 1, Share),
        ("", 3, Share),
        ("live_room_enter_toast", 9, Join),
        ("pm_mt_msg_viewer", 9, Like),
        ("something_new", 9, Other),
    ],
)
def test_the_key_tells_follow_and_share(key, action, kind):
    assert isinstance(event_of(w.WebcastSocialMessage(user=ANN, action=action), key=key), kind)


def test_nothing_of_another_social_message_is_lost():
    event = event_of(w.WebcastSocialMessage(user=ANN, action=9, share_target="x"), key="something_new")
    assert (event.name, event.fields["share_target"], event.fields["user"]["id"]) == ("social", "x", 7)


@pytest.mark.parametrize(
    ("key", "brought"),
    [("pm_mt_guidance_viewer_10_share", 10), ("pm_mt_guidance_host_5_share", 5), ("pm_mt_guidance_share", 0)],
)
def test_a_share_may_bring_viewers(key, brought):
    assert event_of(w.WebcastSocialMessage(user=ANN), key=key).brought == brought


def test_a_share_tells_the_shares_of_the_room():
    assert event_of(w.WebcastSocialMessage(user=ANN, share_count=99), key="pm_mt_guidance_share").shares == 99


def test_a_follow_tells_the_followers():
    body = w.WebcastSocialMessage(user=ANN, follow_count=99)
    assert event_of(body, key="pm_main_follow_message_viewer_2").followers == 99


def test_join():
    event = event_of(
        w.WebcastMemberMessage(
            user=ANN, action=1, member_count=55, client_enter_source="homepage_hot-live_cell"
        )
    )
    assert isinstance(event, Join)
    assert (event.viewers, event.via) == (55, "homepage_hot-live_cell")


@pytest.mark.parametrize(("code", "action"), [(3, "ban_talk"), (5, "admin"), (7, "kickout"), (999, "999")])
def test_other_member_actions_are_moderation(code, action):
    event = event_of(w.WebcastMemberMessage(user=ANN, action=code, operator=w.User(id=1)))
    assert isinstance(event, Moderation)
    assert (event.action, event.code, event.operator.id) == (action, code, 1)


@pytest.mark.parametrize(("code", "name"), [(2, "leave"), (0, "unknown"), (46, "new_viewer_not_following")])
def test_member_actions_that_touch_no_rights_are_no_moderation(code, name):
    event = event_of(w.WebcastMemberMessage(user=ANN, action=code, member_count=3))
    assert (type(event), event.name, event.fields["member_count"]) == (Other, name, 3)


@pytest.mark.parametrize(
    ("key", "shared"), [("live_room_enter_toast", False), ("PM_mt_join_message_other_viewer", True)]
)
def test_a_key_tells_a_join_where_no_action_does(key, shared):
    event = event_of(w.WebcastMemberMessage(user=ANN), key=key)
    assert (type(event), event.shared) == (Join, shared)


def test_viewers_now_and_all_so_far():
    ranks = [
        w.Contributor(score=65, rank=5, user=ANN),
        w.Contributor(score=3, user=w.User(id=8)),
        w.Contributor(rank=9, user=w.User(id=9, nickname="Ben")),
        w.Contributor(rank=10, user=w.User(id=10)),
    ]
    event = event_of(w.WebcastRoomUserSeqMessage(total=44, total_user=143, anonymous=3, ranks=ranks))
    assert isinstance(event, Viewers)
    assert (event.now, event.total, event.anonymous) == (44, 143, 3)
    assert [(row.user.id, row.score, row.rank) for row in event.top] == [(7, 65, 5), (8, 3, 2), (9, 0, 9)]


def test_visitor():
    prefix = w.Text(default_pattern="Viewer%s")
    event = event_of(w.WebcastUnauthorizedMemberMessage(nick_name="508131", nick_name_prefix=prefix))
    assert isinstance(event, Visitor)
    assert event.name == "Viewer508131"
