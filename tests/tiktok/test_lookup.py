import asyncio
import json

import httpx
import pytest

from app.access.endpoints import Endpoints
from app.errors import AgeRestricted, Blocked, NetworkError, NoNetwork, NoSuchUser, RoomOffline, ServerRefused
from app.network.web import Web
from app.tiktok.lookup import find_room

USER = {
    "id": "99",
    "uniqueId": "anna",
    "nickname": "Anna",
    "roomId": "7123",
    "status": 2,
    "avatarThumb": "a.png",
}
LIVE = {"status": 2, "title": "Hello", "startTime": 1_700_000_000}
NOT_FOUND = {"statusCode": 19881007, "message": "user_not_found"}


def page(state):
    return httpx.Response(
        200, text=f'<html><script id="SIGI_STATE" type="application/json">{json.dumps(state)}</script></html>'
    )


def live_page(user=USER, live=LIVE, **more):
    return page({"LiveRoom": {"liveRoomUserInfo": {"user": user, "liveRoom": live}} | more})


def api_live(user=USER, live=LIVE):
    return httpx.Response(200, json={"statusCode": 0, "data": {"user": user, "liveRoom": live}})


def found_by(answers, info=None):
    """Look @anna up where the three sources give these answers, and room/info one of its own."""

    def answer(request):
        path = request.url.path
        if path == "/webcast/room/info/":
            return info or httpx.Response(200, json={"status_code": 10011})
        told = answers[0 if path.endswith("/live") else 1 if path.startswith("/api-live") else 2]
        if isinstance(told, Exception):
            raise told
        return told

    async def look():
        async with Web(transport=httpx.MockTransport(answer)) as web:
            return await find_room(web, Endpoints(), "anna")

    return asyncio.run(look())


EMPTY = httpx.Response(200, text="<html></html>")
UNKNOWN = httpx.Response(200, json=NOT_FOUND)
ADULTS_ONLY = httpx.Response(200, json={"statusCode": 4003110})
DOWN = httpx.ConnectError("All connection attempts failed")


def test_the_live_page_tells_room_host_title_and_start():
    room = found_by([live_page(), None, None])
    assert (room.room_id, room.host.id, room.host.name) == (7123, 99, "Anna")
    assert (room.title, room.started_ms) == ("Hello", 1_700_000_000_000)


def test_an_empty_page_is_soft_and_the_api_is_asked():
    api = httpx.Response(200, json={"statusCode": 0, "data": {"user": USER, "liveRoom": LIVE}})
    assert found_by([EMPTY, api, None]).room_id == 7123


def test_not_found_is_soft_and_the_provider_is_asked():
    provider = httpx.Response(200, json={"code": 200, "ok": True, "is_live": True, "room_id": "55"})
    assert found_by([page({}), UNKNOWN, provider]).room_id == 55


OFFLINE = live_page(user=USER | {"status": 4})


@pytest.mark.parametrize("api", [api_live(user=USER | {"status": 4}), UNKNOWN, EMPTY, DOWN, ADULTS_ONLY])
def test_offline_on_the_page_is_believed_where_api_live_does_not_know_better(api):
    with pytest.raises(RoomOffline, match="@anna is not live"):
        found_by([OFFLINE, api, None])


def test_offline_on_the_page_is_not_believed_against_api_live():
    assert found_by([OFFLINE, api_live(), None]).room_id == 7123


def test_where_page_and_api_live_contradict_each_other_room_info_decides():
    ended = httpx.Response(200, json={"data": {"id_str": "7123", "status": 4}, "status_code": 0})
    with pytest.raises(RoomOffline):
        found_by([OFFLINE, api_live(), None], info=ended)


def test_a_page_with_the_age_flag_is_read():
    assert found_by([live_page(isAgeGateRoom=True), None, None]).room_id == 7123


def test_an_adults_room_that_the_page_hides_is_found_by_api_live():
    assert found_by([page({"LiveRoom": {"isAgeGateRoom": True}}), api_live(), None]).room_id == 7123


def test_an_adults_room_that_nobody_shows_is_named():
    with pytest.raises(AgeRestricted):
        found_by([page({"LiveRoom": {"isAgeGateRoom": True}}), EMPTY, None])


def test_an_adults_room_is_named():
    with pytest.raises(AgeRestricted, match=r"18\+"):
        found_by([EMPTY, ADULTS_ONLY, None])


def test_when_all_say_not_found_there_is_no_such_user():
    with pytest.raises(NoSuchUser, match="does not exist") as error:
        found_by([page({}), UNKNOWN, httpx.Response(200, json={"code": 200, "room_id": ""})])
    assert error.value.line.endswith("Check the spelling.")


def test_when_some_are_blocked_nobody_claims_that_the_user_does_not_exist():
    with pytest.raises(Blocked) as error:
        found_by([EMPTY, UNKNOWN, httpx.Response(403, json={})])
    assert all(source in error.value.line for source in ("live page", "api-live", "sign provider"))


def test_two_of_tiktoks_own_answers_are_enough_where_the_provider_gives_none():
    with pytest.raises(NoSuchUser) as error:
        found_by([page({}), UNKNOWN, httpx.Response(403, json={})])
    assert "does not allow" in error.value.line


def test_without_a_network_that_is_said():
    with pytest.raises(NetworkError, match="cannot be reached"):
        found_by([DOWN, DOWN, DOWN])


NO_WAY = httpx.ConnectError("[Errno 101] Network is unreachable")
REFUSED = httpx.ConnectError("Connection refused")


@pytest.mark.parametrize(
    ("answers", "kind", "sentence"),
    [
        ([NO_WAY, NO_WAY, NO_WAY], NoNetwork, "There is no network."),
        ([REFUSED, REFUSED, REFUSED], ServerRefused, "TikTok cannot be reached."),
        ([NO_WAY, REFUSED, NO_WAY], NetworkError, "TikTok cannot be reached."),
        ([REFUSED, NO_WAY, NO_WAY], NetworkError, "TikTok cannot be reached."),
    ],
)
def test_without_an_answer_the_kind_is_the_one_they_agree_on(answers, kind, sentence):
    with pytest.raises(NetworkError) as error:
        found_by(answers)
    assert (type(error.value), str(error.value)) == (kind, sentence)
    first = "Check the cable" if answers[0] is NO_WAY else "It may be down"
    assert error.value.hint.startswith(first)
    assert error.value.hint.count("live page: ") == 1


def test_one_source_that_does_not_answer_says_nothing_of_the_others():
    with pytest.raises(Blocked, match="could not be found"):
        found_by([NO_WAY, httpx.Response(403), REFUSED])


def test_words_of_a_server_are_one_clean_line():
    odd = httpx.Response(200, json={"statusCode": 5, "message": "a\x1b[31m\u202eb\u2028c\x85" + "d" * 500})
    with pytest.raises(Blocked) as error:
        found_by([EMPTY, odd, httpx.Response(403)])
    assert error.value.line.isprintable()
    assert len(error.value.line) < 500


@pytest.mark.parametrize("started", [1_790_000_000_000_000, 10**30, -5, "x", 1e300, True, None, [], 86_400])
def test_a_start_that_no_calendar_holds_is_not_told(started):
    assert found_by([live_page(live=LIVE | {"startTime": started}), None, None]).started_ms == 0


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '"x"', '{"data": []}', '{"data": {"user": 5}}'])
def test_nonsense_from_the_api_is_an_error_of_ours(body):
    with pytest.raises((Blocked, NoSuchUser)):
        found_by([EMPTY, httpx.Response(200, text=body), httpx.Response(200, text=body)])


@pytest.mark.parametrize(
    ("asked", "wait_s"), [({"Retry-After": "90"}, 90), ({"Retry-After": "0"}, 60), ({}, None)]
)
def test_how_long_tiktok_wants_to_be_left_alone_is_kept(asked, wait_s):
    busy = httpx.Response(429, headers=asked)
    with pytest.raises(Blocked, match="could not be found") as error:
        found_by([busy, httpx.Response(403), httpx.Response(500)])
    assert error.value.retry_after == wait_s
