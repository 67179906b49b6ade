"""What room/info, the feed and the page say of a room, in every shape they say it in."""

import pytest

from app.tiktok.room import summarize_info, summarize_page

SET, NOT_SET = [1, "1", True, "true", 2], [0, "0", False, "false", "", None, []]


def by_info(**fields):
    return summarize_info({"id_str": "7", "status": 2} | fields)


def by_page(**live):
    return summarize_page({"user": {"roomId": "7", "status": 2}, "liveRoom": {"status": 2} | live})


@pytest.mark.parametrize(
    ("told", "wanted"), [*[(one, True) for one in SET], *[(one, False) for one in NOT_SET]]
)
def test_for_whom_a_room_is(told, wanted):
    rooms = [by_info(live_sub_only=told), by_info(liveSubOnly=told), by_page(liveSubOnly=told)]
    assert [room.subscribers_only for room in rooms] == [wanted] * 3
    events = [{"event_id": 0, "paid_type": told}, {"paidType": told}, told]
    rooms = [by_info(paid_event=one) for one in events] + [by_page(paidEvent=one) for one in events]
    assert [room.paid_event for room in rooms] == [wanted] * 6
    assert not any(room.subscribers_only for room in rooms)


@pytest.mark.parametrize(("told", "wanted"), [(True, True), (1, True), (False, False), (None, False)])
def test_the_age_flag_of_either_source(told, wanted):
    page = {"user": {"roomId": "7"}, "isAgeGateRoom": told}
    assert summarize_page(page).age_restricted is wanted
    assert by_info(age_restricted={"restricted": told}).age_restricted is wanted


@pytest.mark.parametrize("odd", [-5, "-5", 2**63, 10**400, float("nan"), float("inf"), True, "many", [], {}])
def test_a_figure_that_cannot_be_is_not_told(odd):
    room = by_info(
        user_count=odd,
        like_count=odd,
        stats={"total_user": odd},
        create_time=odd,
        owner={"id": odd, "follow_info": {"follower_count": odd}},
    )
    assert (room.viewers, room.entered, room.likes, room.followers) == (None,) * 4
    assert (room.started_ms, room.host.id) == (0, 0)
    page = by_page(startTime=odd, liveRoomStats={"userCount": odd, "enterCount": odd})
    assert (page.viewers, page.entered, page.started_ms) == (None, None, 0)


def test_halves_of_characters_are_replaced():
    assert by_info(title="cut \ud83d", owner={"nickname": "\udc00"}).title == "cut ?"
    assert by_page(title="cut \ud83d", coverUrl="\ud800").cover_url == "?"
