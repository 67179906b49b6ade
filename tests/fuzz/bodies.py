"""Bodies of HTTP answers and frames of JSON, damaged: every parser of the connector is a door.

Whatever is raised but SidestageError, and whatever cannot be printed afterwards, is a find.
"""

import asyncio
import json
import re
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pkgutil import resolve_name

import httpx

from app.access import Access
from app.access.endpoints import Endpoints
from app.cli.gifts import make_row
from app.cli.info import make_json, write_table
from app.cli.lines import write_line
from app.cli.video import write_table as video_table
from app.connector.signer import Signer
from app.errors import ProtocolError, SidestageError, UsageError
from app.errors.reading import NoStream
from app.events import Event
from app.events.describe.as_json import dumps
from app.events.types.bounds import EARLIEST_MS, LATEST_MS
from app.network.web import Web
from app.settings import DEFAULTS, WAYS
from app.sim.managed.euler import make_greeting
from app.sim.managed.sockets import SPEECHES
from app.sim.options import SimOptions
from app.sim.room.script import Script
from app.sim.web import answers, readings
from app.sim.wire import encode, make
from app.state import RoomState
from app.tiktok.audience import list_top_viewers
from app.tiktok.coins import list_coin_packages
from app.tiktok.feed import read_feed_page
from app.tiktok.find import find, find_alive, find_name
from app.tiktok.gifts import read_gift_list
from app.tiktok.lookup import Room, find_by_api, find_by_provider, find_on_page
from app.tiktok.profile import read_profile
from app.tiktok.sources import read_accounts
from app.tiktok.streams import read_streams
from app.tiktok.target import Target, parse_target
from app.video.playlist import read_playlist

from .damage import TEXTS, WHOLE, damaged

NOW_MS = 1_790_000_000_000
LIMIT = 1 << 63
FACTS = answers.RoomFacts(
    name="demo",
    room_id=7300000000000000001,
    host_id=900,
    live=True,
    viewers=120,
    entered=4000,
    likes=5000,
    started_s=NOW_MS // 1000 - 60,
    now_ms=NOW_MS,
)
WAYS_IN = {name: resolve_name(WAYS[name].route) for name in SPEECHES}
ODD = (
    *(
        None,
        True,
        False,
        0,
        -1,
        -470,
        3,
        4,
        7.5,
        1e308,
        -(2**31),
        2**53 + 1,
        2**63 - 1,
        2**63,
        10**30,
        10**400,
    ),
    *(float("nan"), float("inf"), float("-inf"), NOW_MS, NOW_MS * 1000, NOW_MS * 1_000_000),
    *("", "0", "-5", "NaN", "cut \ud83d", "\udc00", "\x1b[31m\u202e\u2028\x85"),
    *([], {}, [[]], [None], {"": None}, [1, "a"]),
    *(words for words in TEXTS if len(words) < 10_000),
)
DEEP = 3000


# What a parser made of it must be printable, and plausible.


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
    printable(write_table(summary, NOW_MS))
    printable(json.dumps(make_json(summary), ensure_ascii=False))


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
        row = make_row(gift)
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
    "profile of a number": lambda web, ends: find_name(web, ends, 900),
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
    write_line(told).encode()
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


# Damage to JSON: a value, a key, the depth.


def places(value, path=()):
    """Where the values of a tree are, by keys and indexes."""
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in pairs:
        yield from places(one, (*path, key))


def changed(value, path, change):
    """A tree with what is at one place changed."""
    if not path:
        return change(value)
    key, *rest = path
    if isinstance(value, dict):
        return value | {key: changed(value[key], rest, change)}
    return [*value[:key], changed(value[key], rest, change), *value[key + 1 :]]


def another_value(chance, value):
    return chance.choice(ODD)


def another_type(chance, value):
    return chance.choice((str(value), [value], {"data": value}, {"0": value}, [value] * 3))


def without_something(chance, value):
    if isinstance(value, dict) and value:
        lost = chance.choice(list(value))
        return {key: one for key, one in value.items() if key != lost}
    return value[:-1] if isinstance(value, list | str) else None


def renamed(chance, value):
    if not (isinstance(value, dict) and value):
        return value
    old = chance.choice(list(value))
    return {
        (chance.choice(("", "\ud83d", "id", "a" * 99)) if key == old else key): one
        for key, one in value.items()
    }


def nested(chance, value):
    for _ in range(chance.choice((1, 70, 200))):
        value = [value] if chance.random() < 0.5 else {"data": value}
    return value


CHANGES = (another_value, another_value, another_value, another_type, without_something, renamed, nested)


def spoiled(chance, value):
    """The tree with one to six changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        path = chance.choice(list(places(value)))
        value = changed(value, path, partial(chance.choice(CHANGES), chance))
    return value


def written(value):
    return json.dumps(value).encode()


def roughly(chance, data):
    """Now and then damage to the bytes themselves, whatever they say."""
    while chance.random() < 0.15:
        data = chance.choice(WHOLE)(chance, data)
    return data if chance.random() < 0.99 else b"[" * DEEP * 100


# What is sound.


def sound(reply, name="demo", **params):
    asked = answers.WebRequest(
        {"name": name},
        {"room_id": str(FACTS.room_id), "anchor_id": "900"} | params,
        {"Host": "127.0.0.1:1", "Cookie": "sessionid=1"},
    )
    return reply(FACTS, asked).body


PLAYED = Script(SimOptions(rate=100, first_battle_s=2.0, battle_s=5.0, end_after_s=12.0), NOW_MS)
SCRIPTED = [*PLAYED.opening, *islice(PLAYED, 2_000)]
BY_METHOD = {one.method: [other for other in SCRIPTED if other.method == one.method] for one in SCRIPTED}
ROOMS = (
    '{"event": "connected", "data": {"roomId": "7", "roomInfo": {"title": "t", "owner": {"id_str": "900"}}}}',
    '{"event": "disconnected", "data": {}}',
    '{"event": "roomInfo", "roomId": "7", "data": {"user": {"userId": "900"}, "title": "t"}}',
    '{"event": "rate_limited", "message": "pay"}',
    '{"type": "DISCONNECT", "reason_code": 100}',
    *make_greeting(7, PLAYED.crowd.host, "demo", NOW_MS),
)
PAGES = {
    "live page": ("SIGI_STATE", answers.answer_live_page),
    "live page's account": ("SIGI_STATE", answers.answer_live_page),
    "profile": ("__UNIVERSAL_DATA_FOR_REHYDRATION__", readings.answer_profile),
    "profile of a number": ("__UNIVERSAL_DATA_FOR_REHYDRATION__", readings.answer_profile),
}
BODIES = {
    "api-live": answers.answer_api_live,
    "provider": answers.answer_room_id,
    "room info": answers.answer_room_info,
    "check_alive": answers.answer_check_alive,
    "number": answers.answer_room_info,
    "gift list": answers.answer_gift_list,
    "audience": readings.answer_audience,
    "coins": readings.answer_coins,
    "feed": readings.answer_feed,
}
PLAYLIST = """#EXTM3U
#EXT-X-TARGETDURATION:6
#EXT-X-MEDIA-SEQUENCE:41
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="sound.m3u8"
#EXT-X-STREAM-INF:CODECS="avc1,mp4a",BANDWIDTH=20,AUDIO="a"
mid.m3u8
#EXT-X-MAP:URI="init.mp4"
#EXTINF:5.9,
a.ts
#EXT-X-GAP
#EXT-X-KEY:METHOD=NONE
https://pull.example.com/b.ts?x=1
#EXT-X-ENDLIST"""
PASTED = (
    "@demo",
    "https://www.tiktok.com/de-DE/@demo/live?x=1",
    "https://vm.tiktok.com/ZMabc/",
    "room:7300000000000000001",
    "Look: https://m.tiktok.com/share/live/7300000000000000001/ now",
    "＠ｄｅｍｏ\u2069",
)
LIVE = json.loads(sound(answers.answer_api_live, uniqueId="demo"))["data"]["liveRoom"]
STREAM_DATA = LIVE["streamData"]["pull_data"]["stream_data"]
STATUSES = (200,) * 12 + (401, 403, 404, 429, 500, 503)


# Each draws what goes in: chance -> (name of the case, door, bytes).


def a_page(chance):
    case = chance.choice(list(PAGES))
    element, reply = PAGES[case]
    before, inner, after = re.split(r"(?<=json\">)(.*)(?=</script>)", sound(reply).decode(), maxsplit=1)
    assert element in before
    told = written(spoiled(chance, json.loads(inner))).decode()
    page = f"{before}{told}{after}".encode()
    return case, partial(answered, case, chance.choice(STATUSES)), roughly(chance, page)


def a_body(chance):
    case = chance.choice(list(BODIES))
    data = roughly(chance, written(spoiled(chance, json.loads(sound(BODIES[case], uniqueId="demo")))))
    return case, partial(answered, case, chance.choice(STATUSES)), data


def a_signature(chance):
    told = make(
        "ProtoMessageFetchResult", cursor="1", push_server="wss://x.example/", route_params={"wrss": "x"}
    )
    data = (
        damaged(chance, encode(told))
        if chance.random() < 0.6
        else roughly(chance, sound(answers.answer_rate_limits))
    )
    return "signer", partial(answered, "signer", chance.choice(STATUSES)), data


def a_playlist(chance):
    lines = PLAYLIST.split("\n")
    for _ in range(chance.choice((0, 1, 3))):
        at = chance.randrange(len(lines))
        lines[at] = chance.choice(
            (lines[at][:-2], f"{lines[at]}{chance.choice(TEXTS)}", "", chance.choice(lines))
        )
    return "playlist", listed, roughly(chance, "\n".join(lines).encode("utf-8", "surrogatepass"))


def a_list_of_streams(chance):
    return "streams", streamed, roughly(chance, written(spoiled(chance, json.loads(STREAM_DATA))))


def a_frame_of_json(chance):
    way = chance.choice(list(SPEECHES))
    frames = SPEECHES[way].make_frames([chance.choice(BY_METHOD[chance.choice(list(BY_METHOD))])], NOW_MS)
    frame = chance.choice(ROOMS) if chance.random() < 0.2 or not frames else chance.choice(frames)
    return way, partial(heard, way), roughly(chance, written(spoiled(chance, json.loads(frame))))


def a_name(chance):
    pasted = chance.choice(PASTED)
    for _ in range(chance.choice((0, 1, 2))):
        at = chance.randrange(len(pasted) + 1)
        pasted = (
            pasted[:at]
            + chance.choice((chance.choice(TEXTS)[:300], "\u200b", "/", "@", " ", "٣"))
            + pasted[at:]
        )
    return "name", typed, roughly(chance, pasted.encode("utf-8", "surrogatepass"))


DOORS = (
    a_page,
    a_body,
    a_body,
    a_signature,
    a_playlist,
    a_list_of_streams,
    a_frame_of_json,
    a_frame_of_json,
    a_name,
)
