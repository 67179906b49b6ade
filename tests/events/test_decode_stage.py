import pytest

from app import events as ev
from app.events.decode.table import decode
from app.protocol.message import Message
from app.protocol.schema import find_reader, list_methods
from tests.reference import webcast as w

from .wires import ANN, event_of

BOB = w.User(id=8, nickname="Bob")


def filled(wire, levels=7):
    """Every field set, the messages within too, down to so many levels."""
    for field in wire.DESCRIPTOR.fields:
        value = getattr(wire, field.name)
        if field.message_type is None:
            one = value[0:] if field.is_repeated else value
            sample = {str: "7", bytes: b"7", bool: True, float: 7.0}.get(type(field.default_value), 1)
            if field.is_repeated:
                one.append(sample if field.enum_type is None else 1)
            else:
                setattr(wire, field.name, sample)
        elif levels and not field.message_type.GetOptions().map_entry:
            filled(value.add() if field.is_repeated else value, levels - 1)
            if not field.is_repeated:
                value.SetInParent()
    return wire


@pytest.mark.parametrize("method", sorted(list_methods()))
def test_a_message_with_everything_in_it_is_read(method):
    payload = filled(find_reader(method)(), levels=4).SerializeToString()
    event = decode(Message(method, payload))
    assert not isinstance(event, ev.Undecodable), event.reason
    assert event.extras == {}


@pytest.mark.parametrize("method", ["WebcastLinkMessage", "WebcastLinkLayerMessage"])
@pytest.mark.parametrize("levels", [0, 1, 4])
def test_every_content_of_a_link_message_is_read_by_itself(method, levels):
    for field in find_reader(method).DESCRIPTOR.fields:
        if not field.name.endswith("_content"):
            continue
        wire = find_reader(method)()
        content = getattr(wire, field.name)
        filled(content.add() if field.is_repeated else content, levels)
        if not field.is_repeated:
            content.SetInParent()
        event = decode(Message(method, wire.SerializeToString()))
        assert isinstance(event, ev.LinkMic), (field.name, event)


def test_of_several_who_leave_the_first_is_the_user():
    leavers = [w.GroupPlayer(user=w.Player(user_id=7)), w.GroupPlayer(user=w.Player(user_id=8))]
    content = w.CancelJoinGroupContent(leaver=leavers)
    assert event_of(w.WebcastLinkLayerMessage(cancel_group_content=content)).user.id == 7


def test_who_is_linked_after_somebody_came():
    joined = w.LinkerEnterContent(linked_users=[w.ListUser(user=ANN), w.ListUser(user=BOB)])
    event = event_of(w.WebcastLinkMessage(message_type=6, scene=2, linker_id=5, enter_content=joined))
    assert (event.action, event.scene, event.channel_id) == ("enter", "co_host", 5)
    assert [guest.name for guest in event.guests] == ["Ann", "Bob"]


@pytest.mark.parametrize(
    ("message_type", "action"), [(2, "close"), (20, "waiting_list_change"), (999, "999")]
)
def test_the_number_of_a_link_message_has_a_word(message_type, action):
    assert event_of(w.WebcastLinkMessage(message_type=message_type)).action == action


def test_a_link_message_of_a_new_number_is_named_by_its_content():
    body = w.WebcastLinkMessage(message_type=999, mute_content=w.LinkerMuteContent(user_id=7))
    assert event_of(body).action == "mute"


def test_co_hosts_of_a_group_have_names_and_a_status_each():
    rooms = [
        w.GroupChannelUser(
            status=status,
            all_user=w.AllListUser(linked_list=[w.LinkLayerListUser(user=w.Player(user_id=user_id))]),
        )
        for user_id, status in ((7, w.GroupStatus.LINKED), (8, w.GroupStatus.WAITING))
    ]
    told = {7: w.CohostUserInfo(nickname="Ann", display_id="ann")}
    listed = w.ListChangeBizContent(user_infos=told)
    body = w.WebcastLinkLayerMessage(
        group_change_content=w.GroupChangeContent(group_user=w.GroupChannelAllUser(user=rooms)),
        business_content=w.BusinessContent(cohost_content=w.CohostContent(list_change_biz_content=listed)),
    )
    event = event_of(body)
    assert event.guests == (ev.User(id=7, unique_id="ann", nickname="Ann"),)
    assert event.waiting == (ev.User(id=8),)


def test_the_newer_link_message_has_words_and_ids():
    people = w.AllListUser(
        linked_list=[w.LinkLayerListUser(user=w.Player(user_id=7))],
        applied_list=[w.LinkLayerListUser(user=w.Player(user_id=8))],
    )
    body = w.WebcastLinkLayerMessage(
        message_type=w.LinkLayerMessageType.LIST_CHANGE,
        list_change_content=w.LinkListChangeContent(list=people),
    )
    event = event_of(body)
    assert event.action == "list_change"
    assert ([guest.id for guest in event.guests], [guest.id for guest in event.waiting]) == ([7], [8])


def test_who_leaves_is_the_user():
    content = w.LeaveContent(leaver=w.Player(user_id=9))
    assert event_of(w.WebcastLinkLayerMessage(leave_content=content)).user.id == 9


def test_the_oldest_link_message_tells_a_guests_coins():
    event = event_of(
        w.WebcastLinkMicMethod(message_type=8, user_id=7, fan_ticket=30, total_linkmic_fan_ticket=90)
    )
    assert (event.guests, event.total) == ((ev.GuestScore(7, 30),), 90)


@pytest.mark.parametrize(("message_type", "action"), [(4, "finish"), (101, "invite"), (104, "104")])
def test_the_number_of_the_oldest_link_message_has_a_word(message_type, action):
    assert event_of(w.WebcastLinkMicMethod(message_type=message_type)).action == action


def test_seats():
    seat = w.SpotInfo(spot_id=2, pos_identity=w.PosIdentity(value="77"))
    layout = w.LayoutState(layout_key="grid")
    event = event_of(w.WebcastLinkStateMessage(channel_id=5, layout=layout, spot_list=[seat]))
    assert (event.name, event.seats) == ("grid", (ev.Seat(2, "77"),))


def test_a_song_and_who_asked_for_it():
    song = w.KaraokeSong(id=3, title="Blue", display_artist="Band", singer=ANN)
    body = w.WebcastKaraokeReqMessage(song_list=[w.ReqSong(song=song, req_count=4)], total_req_count=9)
    event = event_of(body)
    assert (event.action, event.total) == ("request", 9)
    assert (event.songs[0].title, event.songs[0].requests, event.songs[0].singer.name) == ("Blue", 4, "Ann")


def test_a_creator_of_the_hour_is_named_in_the_sentence():
    text = w.Text(default_pattern="{0:string} won", pieces=[w.TextPiece(string_value="Ann")])
    notify = w.WebcastRoomNotifyMessage(common=w.CommonMessageData(display_text=text))
    winner = w.HourlyRankRewardInfo(user_id=7, notify=notify)
    event = event_of(w.WebcastHourlyRankRewardMessage(winners=[winner]))
    assert (event.user, event.text) == (ev.User(id=7, nickname="Ann"), "Ann won")


def test_every_creator_of_the_hour_has_a_sentence():
    winners = [
        w.HourlyRankRewardInfo(
            user_id=user_id,
            notify=w.WebcastRoomNotifyMessage(
                common=w.CommonMessageData(display_text=w.Text(default_pattern=sentence))
            ),
        )
        for user_id, sentence in ((7, "Ann is No. 1."), (8, "Bob is No. 2."))
    ]
    event = event_of(w.WebcastHourlyRankRewardMessage(winners=winners))
    assert (event.user.id, event.text) == (7, "Ann is No. 1. Bob is No. 2.")


@pytest.mark.parametrize(("code", "action"), [(1, "show"), (4, "hide"), (9, "")])
def test_a_product_is_shown_and_hidden(code, action):
    event = event_of(w.WebcastOecLiveShoppingMessage(action_type=code))
    assert (event.action, event.code) == (action, code)


def test_a_new_fan():
    event = event_of(
        w.WebcastFansEventMessage(
            user=ANN,
            event_type=w.WebcastFansEventMessageFansEventType.NEW_FANS,
            fans_level_info=w.FansLevelInfo(level=2),
        )
    )
    assert (event.user.name, event.action, event.level) == ("Ann", "new_fans", 2)


def test_a_challenge_of_a_battle():
    config = w.BattleBonusConfig(
        target_config=w.TaskPeriodConfig(duration=30, progress_target=7),
        reward_config=w.RewardPeriodConfig(duration=20, reward_multiple=2),
    )
    event = event_of(w.WebcastLinkmicBattleTaskMessage(start=w.BattleTaskStart(battle_bonus_config=config)))
    assert (event.phase, event.target, event.duration_s, event.multiplier, event.reward_s) == (
        "start",
        7,
        30,
        2,
        20,
    )


def test_how_a_viewer_came():
    event = event_of(
        w.WebcastMemberMessage(
            action=1,
            user=ANN,
            client_enter_source="homepage_hot-live_cell",
            client_enter_type="draw",
            client_live_reason="recommend",
        ),
        key="pm_mt_join_message_other_viewer",
    )
    assert (event.via, event.entry, event.reason, event.shared) == (
        "homepage_hot-live_cell",
        "draw",
        "recommend",
        True,
    )


@pytest.mark.parametrize(("action", "suspended"), [(3, False), (4, True)])
def test_who_ended_the_stream(action, suspended):
    assert event_of(w.WebcastControlMessage(action=action)).is_by_tiktok == suspended


def test_older_rooms_tell_the_product_in_a_snapshot():
    older = w.ProductSnapShot(product_id="5", title="Tea")
    event = event_of(w.WebcastOecLiveShoppingMessage(action_type=1, product_snap_shot=older))
    assert (event.code, event.product_id, event.title) == (1, "5", "Tea")
