"""Peers that are slow to read, and readers that are slow: the connection is kept or given up, never hung."""

import asyncio
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from itertools import pairwise

from jumping import JumpingClock, now_s, run
from rooms import access_to
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed

from app import events as ev
from app.access import Access
from app.connector.live import LiveSource
from app.connector.routes.room import RoomReader, SocketPass
from app.errors import ConnectionLost, StalledSocket
from app.protocol.fetch import FetchResult
from app.protocol.schema import read
from app.sim import SimOptions, SimServer
from app.sim.frames import make_push_frame
from app.sim.wire import encode, make
from app.tiktok.lookup import Room

ROOM = Room(7300000000000000001, "demo")


async def read_from(handler, on_event):
    """Read the room that `handler` plays until it breaks; how it broke, and after how many seconds."""
    async with serve(handler, "127.0.0.1", 0, compression=None, ping_interval=None) as server:
        port = server.sockets[0].getsockname()[1]
        first = FetchResult(push_server=f"ws://127.0.0.1:{port}/", cursor="1")
        reader = RoomReader("signed", Access(), None, JumpingClock())
        began = now_s()
        try:
            async with reader.open(ROOM, SocketPass(first, {}, "test")) as stream:
                while (events := await stream.read_next_events()) is not None:
                    for event in events:
                        await on_event(event)
        except ConnectionLost as error:
            return error, now_s() - began
    return None, now_s() - began


def frame(**told):
    result = make("ProtoMessageFetchResult", cursor="2", **told)
    return make_push_frame("msg", result, 7, compressed=False)


def test_a_peer_that_never_reads_is_given_up():
    async def deaf(socket):
        socket.transport.pause_reading()
        big = frame(need_ack=True, internal_ext="x" * 1_000_000)
        try:
            for _ in range(40):
                await socket.send(big)
            await asyncio.sleep(600)
        except ConnectionClosed:
            pass

    error, after_s = run(asyncio.wait_for(read_from(deaf, nothing), 3600))
    assert isinstance(error, StalledSocket)
    assert after_s <= 130


def test_heartbeats_go_out_while_frames_never_pause():
    beats = []

    async def busy(socket):
        async def listen():
            async for said in socket:
                if read("WebcastPushFrame", said).payload_type == "hb":
                    beats.append(now_s())  # noqa: PERF401 - while the others talk

        listening = asyncio.create_task(listen())
        for number in range(1, 200):
            await socket.send(frame(messages=[chat(number)]))
        await asyncio.sleep(210)
        await socket.close()
        listening.cancel()

    async def slow(event):
        await asyncio.sleep(1 if isinstance(event, ev.Comment) else 0)

    run(read_from(busy, slow))
    assert len(beats) >= 15
    assert max(after - before for before, after in pairwise(beats)) <= 12


@asynccontextmanager
async def guest_of(handler):
    """A guest of the room whose socket `handler` plays; the built-in server answers everything else."""
    room = SimServer(SimOptions())
    async with serve(handler, "127.0.0.1", 0, compression=None, ping_interval=None) as server:
        access = access_to(await room.start(), way="anonymous")
        address = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        yield LiveSource("demo", replace(access, endpoints=replace(access.endpoints, socket_url=address)))
        await room.stop()


def test_others_have_their_turn_while_a_large_frame_is_decoded():
    turns = []

    async def count():
        while True:
            await asyncio.sleep(0)
            turns.append(len(seen))

    async def full(socket):
        await socket.send(frame(messages=[chat(number) for number in range(1, 4_000)]))
        await socket.close()

    async def follow():
        counting = asyncio.create_task(count())
        async with guest_of(full) as source, aclosing(source.events()) as events:
            async for event in events:
                if isinstance(event, ev.Reconnecting):
                    break
                seen.append(event)
        counting.cancel()

    seen = []
    asyncio.run(follow())
    assert sum(isinstance(event, ev.Comment) for event in seen) == 3_999
    assert len({seen_by_then for seen_by_then in turns if 0 < seen_by_then < len(seen)}) > 3


async def nothing(_):
    pass


def chat(number):
    common = {"msg_id": number, "method": "WebcastChatMessage"}
    payload = encode(make("WebcastChatMessage", common=common, content="hi"))
    return make("BaseProtoMessage", method="WebcastChatMessage", payload=payload, msg_id=number)
