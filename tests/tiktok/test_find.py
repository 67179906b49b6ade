"""Numbers, short links and the sources that may be wrong."""

import asyncio
import json

import httpx
import pytest

from app.access import Access
from app.access.endpoints import Endpoints
from app.client.live_client import LiveClient
from app.errors import Blocked, CountryPage, EmptyPage, NoSuchUser, RoomEnded, RoomError, RoomOffline
from app.errors.reading import RoomRefused
from app.network.web import Web
from app.tiktok import reading
from app.tiktok.find import find, find_handle
from app.tiktok.target import parse_target

ROOM, USER = 7300000000000000001, 6700000000000000013
HOST = {"id": "900", "uniqueId": "demo", "nickname": "D", "roomId": str(ROOM), "status": 2}
PAGE = {"user": HOST, "liveRoom": {"status": 2, "title": "a title"}}
OWNER = {"id_str": "900", "display_id": "demo", "nickname": "D"}
REFUSED = httpx.Response(200, json={"status_code": 10011, "data": {"prompts": "x"}})
SHELL = httpx.Response(200, text="<html></html>")
WAF = httpx.Response(200, text="<html><title>Please wait...</title><script>_wafchallengeid</script></html>")


def page_of(element, state):
    script = f'<script id="{element}" type="application/json">{json.dumps(state)}</script>'
    return httpx.Response(200, text=script)


def live_page(told=PAGE):
    return page_of("SIGI_STATE", {"LiveRoom": {"liveRoomUserInfo": told}})


def api_live(told=PAGE):
    return httpx.Response(200, json={"statusCode": 0, "data": told})


def profile(user_id=USER):
    detail = {"statusCode": 0, "userInfo": {"user": {"id": str(user_id), "uniqueId": "demo"}}}
    return page_of(
        "__UNIVERSAL_DATA_FOR_REHYDRATION__", {"__DEFAULT_SCOPE__": {"webapp.user-detail": detail}}
    )


NOBODY = page_of(
    "__UNIVERSAL_DATA_FOR_REHYDRATION__", {"__DEFAULT_SCOPE__": {"webapp.user-detail": {"statusCode": 10221}}}
)


def info(status=2, room_id=ROOM, **more):
    return httpx.Response(
        200,
        json={"status_code": 0, "data": {"id_str": str(room_id), "status": status, "owner": OWNER} | more},
    )


def alive(request):
    """check_alive of July 2026: everything is."""
    rooms = request.url.params["room_ids"].split(",")
    return httpx.Response(200, json={"data": [{"alive": True, "room_id_str": one} for one in rooms]})


class TikTok(httpx.MockTransport):
    """Answers by path, with 404 where nothing is told; notes who was asked."""

    def __init__(self, told):
        self.told = {"/webcast/room/check_alive/": alive} | told
        self.asked = []
        super().__init__(self.answer)

    def answer(self, request):
        self.asked.append(f"{request.url.host}{request.url.path}")
        found = self.told.get(request.url.path, httpx.Response(404))
        return found(request) if callable(found) else found


def found(typed, told, **options):
    async def look():
        async with Web(transport=TikTok(told)) as web:
            return await find(web, Endpoints(), parse_target(typed), **options)

    return asyncio.run(look())


@pytest.mark.parametrize("typed", [str(ROOM), f"room:{ROOM}"])
def test_a_room_by_number_has_its_host_from_room_info(typed):
    room = found(typed, {"/webcast/room/info/": info(3, title="hi", create_time=1_790_000_000)})
    assert (room.room_id, room.unique_id, room.host.id, room.title) == (ROOM, "demo", 900, "hi")
    assert (room.started_ms, room.is_paused) == (1_790_000_000_000, True)


def test_a_users_number_is_no_room_whatever_check_alive_says():
    told = {"/webcast/room/info/": REFUSED, f"/@{USER}": profile(), "/@demo/live": live_page()}
    assert found(str(USER), told).room_id == ROOM


def test_an_answer_about_another_room_says_nothing_of_this_one():
    told = {"/webcast/room/info/": info(4), f"/@{USER}": profile(), "/@demo/live": live_page()}
    assert found(str(USER), told).room_id == ROOM


@pytest.mark.parametrize("told", [{"/webcast/room/info/": info(4)}, {f"/@{ROOM}": profile(ROOM)}])
def test_a_room_that_has_ended_or_is_a_person_is_not_live(told):
    with pytest.raises(RoomEnded):
        found(f"room:{ROOM}", {"/webcast/room/info/": REFUSED} | told)


def test_an_adults_room_is_entered_by_its_number():
    room = found(str(ROOM), {"/webcast/room/info/": REFUSED, f"/@{ROOM}": NOBODY})
    assert (room.room_id, room.host) == (ROOM, None)


def test_a_number_that_nobody_explains_spends_no_signature():
    with pytest.raises(EmptyPage) as error:
        found(str(ROOM), {"/webcast/room/info/": REFUSED, f"/@{ROOM}": SHELL})
    assert f"room:{ROOM}" in error.value.hint
    assert found(f"room:{ROOM}", {"/webcast/room/info/": REFUSED, f"/@{ROOM}": SHELL}).room_id == ROOM


def test_a_number_of_nobody_is_said():
    with pytest.raises(NoSuchUser, match=str(USER)):
        asyncio.run(find_owner({f"/@{USER}": NOBODY}))


async def find_owner(told):
    async with Web(transport=TikTok(told)) as web:
        return await find_handle(web, Endpoints(), USER)


KNOWN = {
    "/webcast/anchors/demo/room_id": httpx.Response(
        200, json={"code": 200, "is_live": True, "room_id": str(ROOM)}
    )
}


def test_a_room_that_only_the_provider_knows_has_its_host_from_room_info():
    assert found("@demo", KNOWN | {"/webcast/room/info/": info()}).host.id == 900


def test_a_room_that_has_ended_is_not_live_whatever_the_provider_says():
    with pytest.raises(RoomOffline):
        found("@demo", KNOWN | {"/webcast/room/info/": info(4)})


def redirect(where):
    return httpx.Response(302, headers={"Location": where})


@pytest.mark.parametrize(
    "link", ["https://www.tiktok.com/t/ZTabc/", "https://vm.tiktok.com/ZTabc", "vt.tiktok.com/ZTabc/"]
)
def test_a_short_link_is_followed(link):
    told = dict.fromkeys(("/t/ZTabc/", "/ZTabc/"), redirect("https://www.tiktok.com/@Demo/live?_t=1"))
    assert found(link, told | {"/@Demo/live": live_page(), "/@demo/live": live_page()}).room_id == ROOM


def test_a_short_link_may_lead_to_a_room_without_a_name():
    told = {
        "/ZTabc/": redirect(f"https://m.tiktok.com/share/live/{ROOM}/"),
        "/webcast/room/info/": info(),
    }
    assert found("vm.tiktok.com/ZTabc", told).room_id == ROOM


@pytest.mark.parametrize(
    "where", ["https://www.tiktok.com/", "https://evil.example/@demo/live", "https://vm.tiktok.com/other/"]
)
def test_a_short_link_that_leads_nowhere_is_named(where):
    with pytest.raises(RoomError, match=r"https://vm\.tiktok\.com/ZTabc/ leads to no profile"):
        found("vm.tiktok.com/ZTabc", {"/ZTabc/": redirect(where)})


def test_who_stands_in_for_tiktok_is_asked_for_short_links():
    async def asked():
        ours = TikTok({"/t/ZTabc/": redirect("/@demo/live"), "/@demo/live": live_page()})
        async with Web(transport=ours) as web:
            await find(web, Endpoints(app_url="http://127.0.0.1:9"), parse_target("vm.tiktok.com/ZTabc"))
        return ours.asked

    assert asyncio.run(asked())[0] == "127.0.0.1/t/ZTabc/"


HONG_KONG = {
    "/@demo/live": redirect("/hk/notfound"),
    "/api-live/user/room/": redirect("/hk/notfound"),
    "/hk/notfound": SHELL,
}


@pytest.mark.parametrize("answer", [SHELL, httpx.Response(404), httpx.Response(200, json={})])
def test_a_page_of_a_country_is_told_from_one_for_robots(answer):
    with pytest.raises(CountryPage, match="not offered in the country"):
        found("@demo", HONG_KONG | {"/hk/notfound": answer}, spend=False)


def test_a_country_page_may_say_so_itself():
    gone = httpx.Response(200, text="<h1>TikTok is not available in your region</h1>")
    with pytest.raises(CountryPage):
        found("@demo", {"/@demo/live": gone}, spend=False)


def test_words_of_a_live_page_make_no_country_page():
    told = PAGE | {"liveRoom": {"status": 2, "title": "not available in your country"}}
    assert found("@demo", {"/@demo/live": live_page(told)}).room_id == ROOM


def test_a_shell_is_for_robots():
    with pytest.raises(EmptyPage, match="shows robots an empty page"):
        found("@demo", {"/@demo/live": SHELL, "/api-live/user/room/": httpx.Response(403)}, spend=False)


@pytest.fixture
def read(monkeypatch):
    """What a client reads where these are the answers."""

    def reading_of(what, told, typed="@demo"):
        monkeypatch.setattr(reading, "Web", lambda access: Web(access, transport=TikTok(told)))
        return asyncio.run(what(LiveClient(typed, Access())))

    return reading_of


STREAMS = {"pull_data": {"stream_data": json.dumps({"data": {"hd": {"main": {"flv": "https://a/hd.flv"}}}})}}
WITH_VIDEO = PAGE | {"liveRoom": PAGE["liveRoom"] | {"streamData": STREAMS}}


@pytest.mark.parametrize(
    "page", [WAF, httpx.Response(403), httpx.Response(200, text="tiktok-verify-page"), SHELL]
)
def test_where_room_info_and_page_refuse_api_live_says_it(read, page):
    told = {"/@demo/live": page, "/webcast/room/info/": REFUSED, "/api-live/user/room/": api_live(WITH_VIDEO)}
    summary = read(LiveClient.summary, told)
    assert (summary.source, summary.title, summary.room_id) == ("api_live", "a title", ROOM)
    assert [stream.quality for stream in read(LiveClient.streams, told)] == ["hd"]


def test_what_room_info_said_counts_where_nobody_knows_better(read):
    told = {"/webcast/room/info/": REFUSED, "/webcast/room/check_alive/": alive, f"/@{ROOM}": NOBODY}
    with pytest.raises(RoomRefused):
        read(LiveClient.summary, told, f"room:{ROOM}")
    with pytest.raises(RoomRefused):
        read(LiveClient.streams, told, f"room:{ROOM}")


def test_a_page_that_calls_a_live_room_ended_is_not_the_summary(read):
    old = live_page(PAGE | {"user": HOST | {"status": 4}})
    told = {"/@demo/live": old, "/webcast/room/info/": REFUSED, "/api-live/user/room/": api_live()}
    assert read(LiveClient.summary, told).status == "live"


def test_the_page_has_the_video_that_room_info_leaves_out(read):
    told = {"/@demo/live": live_page(WITH_VIDEO), "/webcast/room/info/": info()}
    assert len(read(LiveClient.streams, told)) == 1


def test_is_live_is_not_deceived_by_check_alive(read):
    assert read(LiveClient.is_live, {"/webcast/room/info/": info(4)}, f"room:{ROOM}") is False
    assert read(LiveClient.is_live, {"/webcast/room/info/": info(2)}, f"room:{ROOM}") is True


def test_check_live_is_not_deceived_either(read):
    def told_of(request):
        room_id = int(request.url.params["room_id"])
        return {ROOM: info(), ROOM + 1: info(4, ROOM + 1)}.get(room_id, REFUSED)

    told = {"/webcast/room/info/": told_of, f"/@{USER}": profile(), f"/@{ROOM + 2}": NOBODY}
    rooms = [ROOM, ROOM + 1, ROOM + 2, USER]
    answers = read(lambda client: reading.check_live(rooms, client._access), told)
    assert answers == {ROOM: True, ROOM + 1: False, ROOM + 2: True, USER: False}


def test_the_profile_of_a_short_link_is_that_of_its_creator(read):
    told = {"/ZTabc/": redirect("https://www.tiktok.com/@demo"), "/@demo": profile()}
    assert read(LiveClient.user_info, told, "vm.tiktok.com/ZTabc").unique_id == "demo"


def test_a_blocked_check_alive_is_said():
    with pytest.raises(Blocked):
        found(f"room:{ROOM}", {"/webcast/room/check_alive/": httpx.Response(403)})
