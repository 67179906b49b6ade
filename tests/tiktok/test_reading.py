"""The reads of `LiveClient`, end to end against the built-in server."""

import pytest
from e2e.rooms import access_to, run, server
from jumping import JumpingClock

from app import events as ev
from app.client import LiveClient, Login, LoginNeeded, check_live
from app.errors import EmptyPage, NoSuchUser, RoomEnded, RoomOffline
from app.errors.reading import RoomRefused
from app.sim import site as site_module
from app.sim.web import answers, readings

LOGIN = Login("0a1b2c3d", "useast5")


def read(what, typed="@demo", room=None, **access):
    """The room and what a client says; `{0.room_id}` and `{1}` in the name are the ids of room and host."""

    async def asked():
        served = room or server(end_after_s=None)
        ends = await served.start()
        try:
            name = typed.format(served, served._site.read_facts().host_id)
            return served, await what(LiveClient(name, access_to(ends, **access), clock=JumpingClock()))
        finally:
            await served.stop()

    return run(asked())


def refusing(monkeypatch, *paths):
    """From now on servers refuse these as TikTok refuses an 18+ room, in that order before all else."""
    refused = [(path, lambda room, _: answers.make_answer(answers.make_params_error(room))) for path in paths]
    monkeypatch.setattr(site_module, "REPLIES", (*refused, *readings.REPLIES))


INFO = r"/webcast/room/info/?"


def test_a_summary_says_what_room_info_says():
    room, told = read(LiveClient.summary)
    facts = room._site.read_facts()
    assert (told.room_id, told.host.unique_id, told.status, told.source) == (
        room.room_id,
        "demo",
        "live",
        "room_info",
    )
    assert (told.viewers, told.likes, told.started_ms) == (facts.viewers, facts.likes, facts.started_s * 1000)


def test_room_info_is_asked_with_the_log_in(monkeypatch):
    def asked(room, request):
        heard.append(request.headers.get("Cookie", ""))
        return answers.answer_room_info(room, request)

    heard = []
    monkeypatch.setattr(site_module, "REPLIES", ((INFO, asked), *readings.REPLIES))
    read(LiveClient.summary, login=LOGIN)
    assert "sessionid=0a1b2c3d" in heard[0]


def test_where_room_info_refuses_the_live_page_says_it(monkeypatch):
    plain = read(LiveClient.summary)[1]
    refusing(monkeypatch, INFO)
    room, told = read(LiveClient.summary)
    assert (told.source, told.likes, told.category) == ("live_page", None, "")
    assert (told.title, told.viewers, told.followers) == (plain.title, plain.viewers, plain.followers)
    assert told.room_id == room.room_id


def test_a_room_without_a_name_has_no_page_to_ask(monkeypatch):
    refusing(monkeypatch, INFO)
    with pytest.raises(RoomRefused):
        read(LiveClient.summary, "room:{0.room_id}")


def test_who_is_not_live_has_no_summary():
    with pytest.raises(RoomOffline):
        read(LiveClient.summary, room=server(fault="not_live"))


@pytest.mark.parametrize("typed", ["@demo", "room:{0.room_id}", "{0.room_id}", "id:{1}", "{1}"])
def test_a_profile_by_every_way_to_name_somebody(typed):
    profile = read(LiveClient.user_info, typed)[1]
    assert (profile.unique_id, profile.followers, profile.likes) == ("demo", 24_905, 1_204_551)


def test_nobody_with_that_name_is_said_so():
    with pytest.raises(NoSuchUser, match=r"@nobody\.here"):
        read(LiveClient.user_info, "@nobody.here")


def test_an_empty_profile_page_is_told_from_nobody(monkeypatch):
    shell = (r"/@[^/]+/?", lambda *_: answers.ServedAnswer(b"<!DOCTYPE html><script></script>", "text/html"))
    monkeypatch.setattr(site_module, "REPLIES", (shell, *readings.REPLIES))
    with pytest.raises(EmptyPage):
        read(LiveClient.user_info)


@pytest.mark.parametrize("typed", ["id:{1}", "{1}"])
def test_a_room_is_entered_by_the_number_of_its_host(typed):
    async def entered(client):
        await client.connect()
        await client.disconnect()
        return client.unique_id, client.room_id

    room, told = read(entered, typed)
    assert told == ("demo", room.room_id)


def test_a_number_that_nobody_has_is_said_so():
    with pytest.raises(NoSuchUser, match="12345678"):
        read(LiveClient.summary, "id:12345678")


def test_several_rooms_are_asked_about_at_once():
    async def asked(client):
        return await check_live([client.target.room_id, 77, 78], client._access)

    room, told = read(asked, "room:{0.room_id}")
    assert told == {room.room_id: True, 77: False, 78: False}


def test_a_room_that_is_over_is_not_live():
    assert read(LiveClient.is_live, "room:7123456789012345678")[1] is False


def test_a_room_that_is_over_has_no_profile():
    with pytest.raises(RoomEnded):
        read(LiveClient.user_info, "room:7123456789012345678")


def test_top_viewers_want_a_log_in_before_anything_is_asked():
    with pytest.raises(LoginNeeded) as raised:
        read(LiveClient.top_viewers)
    assert "sidestage keys set session_id" in raised.value.hint


def test_with_a_log_in_the_top_viewers_are_ranked():
    async def told(client):
        gifts = 0
        async for event in client.events():
            gifts += isinstance(event, ev.Gift)
            if gifts == 20:
                break
        return await client.top_viewers()

    viewers = read(told, login=LOGIN)[1]
    assert [viewer.rank for viewer in viewers] == list(range(1, 21))
    assert viewers[0].coins > 0
    assert [viewer.coins for viewer in viewers] == sorted((viewer.coins for viewer in viewers), reverse=True)
    assert all(viewer.user.id and viewer.user.unique_id for viewer in viewers)


def test_a_log_in_that_tiktok_does_not_take_is_told(monkeypatch):
    gone = (r"/webcast/ranklist/.*", lambda *_: answers.make_answer({"data": {}, "status_code": 20003}))
    monkeypatch.setattr(site_module, "REPLIES", (gone, *readings.REPLIES))
    with pytest.raises(LoginNeeded):
        read(LiveClient.top_viewers, login=LOGIN)


def test_the_feed_is_read_page_by_page():
    async def told(client):
        pages = [await client.feed()]
        while pages[-1].has_more:
            pages.append(await client.feed(pages[-1].max_time))
        return [room for page in pages for room in page.rooms]

    rooms = read(told)[1]
    assert [room.host.unique_id for room in rooms] == ["demo", "dj.okapi", "tomi.guitar"]
    assert {room.source for room in rooms} == {"feed"}


def test_coins_are_priced_in_cents():
    assert [(one.coins, one.usd_cents) for one in read(LiveClient.coins)[1]][:2] == [
        (70, 99),
        (350, 499),
    ]


def test_the_video_is_named_by_quality():
    streams = {stream.quality: stream for stream in read(LiveClient.streams)[1]}
    assert list(streams) == ["origin", "hd", "sd", "ld", "ao"]
    assert (streams["hd"].name, streams["hd"].resolution, streams["hd"].codec) == ("720p", "64x112", "h264")


def test_where_room_info_refuses_the_page_names_the_video(monkeypatch):
    refusing(monkeypatch, INFO)
    assert len(read(LiveClient.streams)[1]) == 5


def test_gifts_of_somebody_who_is_not_live_are_those_of_the_country():
    assert read(LiveClient.gift_info, room=server(fault="not_live"))[1][0]["name"] == "Rose"
