"""Every parser of the connector, asked with any bytes; what it made of them must be printable, and plausible.

Whatever is raised but SidestageError, and whatever cannot be printed afterwards, is a find.
"""

import asyncio
import json
from contextlib import suppress
from dataclasses import replace
from pkgutil import resolve_name

import httpx

from app.access import Access
from app.access.endpoints import Endpoints
from app.cli.gifts import make_gift_json
from app.cli.info import make_summary_json, write_room
from app.cli.lines import write_event
from app.cli.video import write_streams as video_table
from app.connector.signer import Signer
from app.errors import ProtocolError, SidestageError, UsageError
from app.errors.reading import NoStream
from app.events import Event
from app.events.describe.as_json import dumps
from app.events.types.bounds import EARLIEST_MS, LATEST_MS
from app.network.web import Web
from app.settings import DEFAULTS, WAYS
from app.sim.managed.sockets import DIALECTS
from app.sim.web import answers
from app.state import RoomState
from app.tiktok.audience import list_top_viewers
from app.tiktok.coins import list_coin_packages
from app.tiktok.feed import read_feed_page
from app.tiktok.find import find, find_alive, find_handle
from app.tiktok.gifts import read_gift_list
from app.tiktok.lookup import Room, find_by_api, find_by_provider, find_on_page
from app.tiktok.profile import read_profile
from app.tiktok.sources import read_accounts
from app.tiktok.streams import read_streams
from app.tiktok.target import Target, parse_target
from app.video.playlist import read_playlist

NOW_MS = 1_790_000_000_000
LIMIT = 1 << 63
FACTS = answers.RoomFacts(
    name="demo",
    room_id=7300000000000000001,
    host_id=900,
    is_live=True,
    viewers=120,
    entered=4000,
    likes=5000,
    started_s=NOW_MS // 1000 - 60,
    now_ms=NOW_MS,
)
WAYS_IN = {name: resolve_name(WAYS[name].route) for name in DIALECTS}


def printable(words):
    words.encode()


def show_room(room):
    assert room is None or (0 <= room.room_id < LIMIT and is_moment(room.started_ms))


def is_moment(moment_ms):
    return moment_ms == 0 or moment_ms in range(EARLIEST_MS, LATEST_MS)


def show_summary(summary):
    assert is_moment(summary.started_ms), "a time that no calendar shows"
    figures = (summary.viewers, summary.entered, summary.likes, summary.followers)
    assert all(figure is None or 0 <= figure < LIMIT for figure in figures), "a figure that cannot be"
    printable(write_room(summary, NOW_MS))
    printable(json.dumps(make_summary_json(summary), ensure_ascii=False))


def show_streams(streams):
    with suppress(NoStream):
        printable(video_table(streams))
    for stream in streams:
        assert stream.address
        printable(repr(stream))


def show_rows(rows):
    for row in rows:
        assert all(value >= 0 for value in vars_of(row) if isinstance(value, int)), "less than nothing"
        printable(repr(row))


def vars_of(row):
    return [getattr(row, name) for name in row.__slots__]


def show_gifts(gifts):
    for gift in gifts:
        row = make_gift_json(gift)
        assert row["diamonds"] >= 0, "a price below nothing"
        printable(json.dumps(row, ensure_ascii=False))


async def accounts(web, ends):
    found = [account async for account in read_accounts(web, ends, Room(FACTS.room_id, "demo"))]
    for account in found:
        show_summary(account.summary)
        with suppress(ProtocolError):
            show_streams(account.streams)


async def find_by_number(web, ends):
    show_room(await find(web, ends, Target(room_id=FACTS.room_id, user_id=FACTS.room_id), spend=True))


async def feed(web, ends):
    for room in (await read_feed_page(web, ends)).rooms:
        show_summary(room)


async def sign(web, _):
    signer = Signer(Access(), lambda: NOW_MS / 1000)
    await signer.look(web)
    signed = await signer.sign(web, FACTS.room_id, "demo")
    printable(str(signed.room_id))


READERS = {
    "live page": lambda web, ends: find_on_page(web, ends, "demo"),
    "api-live": lambda web, ends: find_by_api(web, ends, "demo"),
    "provider": lambda web, ends: find_by_provider(web, ends, "demo"),
    "room info": accounts,
    "live page's account": accounts,
    "check_alive": lambda web, ends: find_alive(web, ends, [FACTS.room_id]),
    "number": find_by_number,
    "gift list": lambda web, ends: read_gift_list(web, ends, FACTS.room_id),
    "profile": lambda web, ends: read_profile(web, ends, "demo"),
    "profile of a number": lambda web, ends: find_handle(web, ends, 900),
    "audience": lambda web, ends: list_top_viewers(web, ends, FACTS.room_id, 900),
    "coins": list_coin_packages,
    "feed": feed,
    "signer": sign,
}
SHOWN = {
    "live page": show_room,
    "api-live": show_room,
    "provider": show_room,
    "gift list": show_gifts,
    "profile": lambda profile: show_rows([profile]),
    "audience": show_rows,
    "coins": show_rows,
}


def answered(case, status, data):
    """One parser of HTTP, where every question gets these bytes."""

    async def read():
        headers = {"X-Set-TT-Cookie": "ttwid=1", "X-Room-Id": "7"}
        transport = httpx.MockTransport(lambda _: httpx.Response(status, content=data, headers=headers))
        async with Web(transport=transport) as web:
            SHOWN.get(case, lambda _: None)(await READERS[case](web, Endpoints()))

    try:
        asyncio.run(read())
    except SidestageError as error:
        printable(error.line)
        return type(error).__name__
    return "read"


def listed(data):
    """A playlist out of any bytes."""
    try:
        playlist = read_playlist(data.decode("utf-8", "replace"), "https://pull.example.com/live.m3u8")
    except SidestageError as error:
        printable(error.line)
        return type(error).__name__
    assert all(piece.number >= 0 for piece in playlist.segments)
    return "playlist"


def streamed(data):
    """The JSON within the JSON that names the video."""
    try:
        inner = data.decode("utf-8", "surrogatepass")
        show_streams(read_streams({"live_core_sdk_data": {"pull_data": {"stream_data": inner}}}))
    except UnicodeDecodeError:
        return "no text"
    except ProtocolError:
        return "ProtocolError"
    return "streams"


def heard(way, data):
    """A frame of JSON, as events that are printed and folded into a room."""
    access = Access(way=way, choices=replace(DEFAULTS, studio_key="app:key:secret"))
    route, state = WAYS_IN[way](parse_target("demo"), access), RoomState()
    try:
        for told in route._make_events(data.decode("utf-8", "replace")):
            show_event(told, state)
    except SidestageError as error:
        printable(error.line)
        return type(error).__name__
    return "events"


def show_event(told, state):
    assert isinstance(told, Event)
    json.loads(dumps(told), parse_constant=no_constant)
    printable(dumps(told))
    write_event(told).encode()
    state.apply(told, NOW_MS)
    state.tick(NOW_MS + 60_000)


def no_constant(name):
    raise AssertionError(f"{name} is not JSON")


def typed(data):
    """What somebody pastes as a name."""
    try:
        target = parse_target(data.decode("utf-8", "replace"))
    except UsageError as error:
        printable(error.line)
        return "UsageError"
    assert parse_target(target.spelling) == target
    printable(str(target))
    return "target"
