import asyncio
import json

import httpx
import pytest
from e2e.rooms import run, server

from app.sim.web.projector import UNREAD_AT_MOST

COOKIE = {"Cookie": "sessionid=0; tt-target-idc=useast5"}


def asked(path, headers=None, **params):
    """The answer; `{}` in the path is the host's number, the value “room” the room's."""

    async def ask():
        room = server()
        await room.start()
        try:
            async with httpx.AsyncClient(trust_env=False, headers=headers) as web:
                filled = {name: room.room_id if value == "room" else value for name, value in params.items()}
                return await web.get(
                    room.app_url + path.format(room.broadcast.script.crowd.host.id), params=filled
                )
        finally:
            await room.stop()

    return run(ask())


def profile(page):
    state = page.partition('id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">')[2]
    return json.loads(state.partition("</script>")[0])["__DEFAULT_SCOPE__"]["webapp.user-detail"]


@pytest.mark.parametrize("path", ["/@demo", "/@{}"])
def test_the_profile_is_there_by_name_and_by_number(path):
    assert profile(asked(path).text)["userInfo"]["user"]["uniqueId"] == "demo"


def test_nobody_else_has_a_profile():
    assert profile(asked("/@nobody").text)["statusCode"] == 10221


def test_the_audience_is_told_to_a_log_in_only():
    assert asked("/webcast/ranklist/online_audience/").json()["status_code"] == 20003
    assert asked("/webcast/ranklist/online_audience/", COOKIE, room_id="7").json()["status_code"] == 10011


def test_the_feed_has_a_second_page_and_no_third():
    first = asked("/webcast/feed/").json()
    second = asked("/webcast/feed/", max_time=first["extra"]["max_time"]).json()
    assert (first["extra"]["has_more"], second["extra"]["has_more"]) == (True, False)
    assert not {row["rid"] for row in first["data"]} & {row["rid"] for row in second["data"]}


def test_coins_have_prices():
    assert all(row["price"] for row in asked("/webcast/wallet_api/fs/diamond").json()["data"])


def test_room_info_names_films_at_the_server_itself():
    answer = asked("/webcast/room/info/", room_id="room")
    told = answer.json()["data"]["stream_url"]
    inner = json.loads(told["live_core_sdk_data"]["pull_data"]["stream_data"])
    assert inner["data"]["hd"]["main"]["flv"].startswith("http://127.0.0.1:")
    assert told["flv_pull_url"]["HD1"] == inner["data"]["hd"]["main"]["flv"]


def test_a_film_runs_until_its_viewer_leaves():
    async def watch():
        room = server(end_after_s=None)
        await room.start()
        try:
            async with httpx.AsyncClient(trust_env=False) as web:
                async with web.stream("GET", f"{room.app_url}/stream/ld.flv") as answer:
                    seen = 0
                    async for chunk in answer.aiter_bytes():
                        seen += len(chunk)
                        if seen > UNREAD_AT_MOST:
                            break
                async with asyncio.timeout(600):
                    while room._projector._shows:  # noqa: ASYNC110 - no event
                        await asyncio.sleep(1)
                return seen
        finally:
            await room.stop()

    assert run(watch()) > UNREAD_AT_MOST


def test_a_film_ends_with_its_server():
    async def watch():
        room = server(end_after_s=None)
        await room.start()
        async with (
            httpx.AsyncClient(trust_env=False) as web,
            web.stream("GET", f"{room.app_url}/stream/ld.flv") as answer,
        ):
            await room.stop()
            return await answer.aread()

    assert run(watch()).startswith(b"FLV")


def test_there_is_no_other_film():
    assert asked("/stream/8k.flv").status_code == 404
