"""Bodies of HTTP answers and frames of JSON, damaged: every parser of the connector is a door."""

import json
import re
from functools import partial
from itertools import islice

from app.sim.managed.euler import make_greeting
from app.sim.managed.sockets import DIALECTS
from app.sim.options import SimOptions
from app.sim.room.script import Script
from app.sim.web import answers, readings
from app.sim.wire import encode, make

from .damage import TEXTS, damaged
from .damage_json import roughly, spoiled, written
from .parsers import FACTS, NOW_MS, answered, heard, listed, streamed, typed


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
    way = chance.choice(list(DIALECTS))
    frames = DIALECTS[way].make_frames([chance.choice(BY_METHOD[chance.choice(list(BY_METHOD))])], NOW_MS)
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
