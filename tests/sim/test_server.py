import asyncio
import json

import httpx
import pytest
from played import AGENT, PLAIN, Client, fetched, received, run, serving, turned
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app.sim.frames import HEARTBEAT_MS
from app.sim.socket.viewer import SILENT_S, UNACKED_AT_MOST

GET = {
    "/api-live/user/room/": ({"uniqueId": "demo"}, ("data", "user", "status"), 2),
    "/webcast/rate_limits": ({}, ("minute", "remaining"), 2499),
    "/webcast/anchors/demo/room_id": ({}, ("is_live",), True),
    "/webcast/gift/list/": ({}, ("data", "gifts", 0, "name"), "Rose"),
}


def dug(tree, path):
    for key in path:
        tree = tree[key]
    return tree


@pytest.mark.parametrize("path", GET)
def test_json_answers(path):
    params, where, wanted = GET[path]

    async def ask():
        async with serving() as server:
            return (await fetched(server, path, **params)).json()

    assert dug(run(ask()), where) == wanted


def test_the_live_page_holds_the_room():
    async def ask():
        async with serving() as server:
            return server.room_id, (await fetched(server, "/@demo/live")).text

    room_id, page = run(ask())
    state = json.loads(
        page.partition('id="SIGI_STATE" type="application/json">')[2].partition("</script>")[0]
    )
    assert dug(state, ("LiveRoom", "liveRoomUserInfo", "user", "roomId")) == str(room_id)


def test_nobody_has_another_name():
    async def ask():
        async with serving() as server:
            page = await fetched(server, "/@nobody/live")
            return page.text, (await fetched(server, "/api-live/user/room/", uniqueId="nobody")).json()

    page, answer = run(ask())
    assert ("LiveRoom" in page, answer["message"]) == (False, "user_not_found")


def test_check_alive_knows_its_room_only():
    async def ask():
        async with serving() as server:
            answer = await fetched(server, "/webcast/room/check_alive/", room_ids=f"{server.room_id},77")
            return [row["alive"] for row in answer.json()["data"]]

    assert run(ask()) == [True, False]


@pytest.mark.parametrize(
    "path", ["/webcast/fetch", "/webcast/rooms/{}/connect", "/webcast/anchors/demo/connect"]
)
def test_signatures_by_every_way(path):
    async def ask():
        async with serving() as server:
            return await fetched(
                server, path.format(server.room_id), room_id=server.room_id, user_agent=AGENT
            )

    answer = run(ask())
    assert answer.headers["X-Set-TT-Cookie"].startswith("ttwid=")
    assert answer.content


def refusal(**attempt):
    async def ask():
        async with serving() as server:
            client = await Client(server).signed()
            await client.open(**attempt)

    with pytest.raises(InvalidStatus) as refused:
        run(ask())
    headers = refused.value.response.headers
    return refused.value.response.status_code, headers["Handshake-Status"], headers["Handshake-Msg"]


@pytest.mark.parametrize(
    ("attempt", "status", "message"),
    [
        ({"agent": "another"}, "415", "DEVICE_BLOCKED"),
        ({"agent": None}, "415", "DEVICE_BLOCKED"),
        ({"cookie": ""}, "417", "http: named cookie not present"),
        ({"cookie": "ttwid=other"}, "417", "illegal secret key"),
        ({"wrss": "forged"}, "417", "illegal secret key"),
        ({"room_id": "77"}, "417", "illegal secret key"),
        ({"aid": "1"}, "417", "illegal app_id"),
    ],
)
def test_refused_as_by_tiktok(attempt, status, message):
    assert refusal(**attempt) == (200, status, message)


def test_a_signature_is_good_once():
    async def twice():
        async with serving() as server:
            client = await Client(server).signed()
            async with client.open():
                await client.open()

    with pytest.raises(InvalidStatus):
        run(twice())


def test_a_signature_is_good_for_thirty_seconds():
    async def late():
        async with serving() as server:
            client = await Client(server).signed()
            server._pace.advance(31)
            await client.open()

    with pytest.raises(InvalidStatus):
        run(late())


def test_entering_gives_the_first_messages_compressed():
    async def enter():
        async with serving() as server:
            client = await Client(server).signed()
            async with client.open() as socket:
                await socket.send(client.enter())
                return await received(socket), [message.msg_id for message in client.first.messages]

    (payload_type, ids, packed), first = run(enter())
    assert (payload_type, packed, ids) == ("im_enter_room_resp", True, first)


def test_another_room_cannot_be_entered():
    async def stray():
        async with serving() as server:
            client = await Client(server).signed()
            async with client.open() as socket:
                await socket.send(client.heartbeat().replace(b"hb", b"xx"))
                await socket.recv()

    with pytest.raises(ConnectionClosed):
        run(stray())


def test_plain_frames_for_those_who_do_not_ask_for_gzip():
    async def enter():
        async with serving() as server:
            client = await Client(server).signed()
            async with client.open(compress="", client_enter="") as socket:
                return (await received(socket))[2]

    assert run(enter()) is False


def test_everything_is_delivered_once_to_the_end():
    async def watch():
        async with serving(rate=50, end_after_s=10.0) as server:
            client, seen = await Client(server).signed(), []
            async with client.open() as socket:
                await socket.send(client.enter())
                seen += (await received(socket))[1]
                await turned(server, 12)
                while len(seen) < len(server.broadcast.script.opening) + server.broadcast.played:
                    seen += (await received(socket))[1]
            return seen, server.deliveries, server.broadcast.is_live

    seen, delivered, live = run(watch())
    assert len(seen) == len(set(seen))
    assert (set(seen), live) == (set(delivered), False)


def test_a_second_connection_gets_the_last_messages_again():
    async def twice():
        async with serving(rate=5) as server:
            got = []
            for _ in range(2):
                client = await Client(server).signed()
                async with client.open() as socket:
                    await socket.send(client.enter())
                    got.append((await received(socket))[1])
                    await turned(server, 3)
                    got.append((await received(socket))[1])
            return got

    _, pushed, again, _ = run(twice())
    assert pushed[-1] in again


def test_without_acknowledgements_nothing_more_is_pushed():
    async def mute():
        async with serving(rate=50) as server:
            client = await Client(server).signed()
            async with client.open() as socket:
                await socket.send(client.enter())
                for _ in range(UNACKED_AT_MOST):
                    await turned(server, 1)
                    await received(socket, ack=False)
                await turned(server, 1)
                with pytest.raises(TimeoutError):
                    await asyncio.wait_for(socket.recv(), 0.05)

    run(mute())


def test_who_is_silent_for_three_heartbeats_is_dropped():
    async def silent():
        async with serving(rate=1) as server:
            client = await Client(server).signed()
            async with client.open() as socket:
                await socket.send(client.enter())
                await received(socket)
                server._pace.advance(SILENT_S + HEARTBEAT_MS / 1000)
                while True:
                    await received(socket)

    with pytest.raises(ConnectionClosed):
        run(silent())


def test_a_cut_comes_without_a_closing_frame_and_after_what_was_sent():
    async def cut():
        async with serving() as server:
            client = await Client(server).signed()
            async with client.open() as socket:
                await socket.send(client.enter())
                first = await received(socket, ack=False)
                await server.drop()
                with pytest.raises(ConnectionClosed) as closed:
                    await socket.recv()
                return first[0], closed.value.rcvd

    assert run(cut()) == ("im_enter_room_resp", None)


def test_diamonds_are_those_of_the_script():
    async def watch():
        async with serving(rate=50, end_after_s=10.0) as server:
            client = await Client(server).signed()
            async with client.open() as socket:
                await socket.send(client.enter())
                await turned(server, 12)
                while len(server.deliveries) < len(server.broadcast.script.opening) + server.broadcast.played:
                    await received(socket)
            return server.diamonds, server.broadcast.script.stage.score

    diamonds, score = run(watch())
    assert diamonds == sum(score.values())


@pytest.mark.parametrize("cursor", ["5-x", "5-²", "-", "", "0"])
def test_a_poll_with_an_odd_cursor_begins_at_the_beginning(cursor):
    async def poll():
        async with serving(guests=True) as server, httpx.AsyncClient(trust_env=False, verify=PLAIN) as web:
            url, cookie = f"{server.webcast_url}/webcast/im/fetch/", {"Cookie": "ttwid=1"}
            return (await web.get(url, params={"cursor": cursor}, headers=cookie)).status_code

    assert run(poll()) == 200
