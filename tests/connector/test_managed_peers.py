import json
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from app import events as ev
from app.access import Access
from app.access.endpoints import Endpoints
from app.connector.managed.closing import clean_words, make_close_error, make_refusal_error
from app.connector.managed.euler import Euler
from app.connector.managed.parts import FramePart
from app.connector.managed.studio import (
    HELLO,
    Studio,
    StudioKey,
    describe_search,
    is_hello,
    list_addresses,
    make_leaving_error,
)
from app.connector.managed.tikfinity import TikFinity
from app.connector.managed.tiktools import TikTools
from app.errors import ConnectionLost, UsageError
from app.settings import DEFAULTS
from app.tiktok.target import parse_target


def make_access(way, key=""):
    own = {"tiktools_key": key, "studio_key": key}
    return Access(Endpoints(sign_key=key), way=way.source, choices=replace(DEFAULTS, **own))


@pytest.mark.parametrize(
    ("way", "url"),
    [
        (Euler, "wss://ws.eulerstream.com/?uniqueId=ann&apiKey=a%26b"),
        (TikTools, "wss://api.tik.tools/?uniqueId=ann&apiKey=a%26b"),
    ],
)
def test_the_name_and_the_key_are_in_the_query(way, url):
    assert way(parse_target("@ann"), make_access(way, "a&b"))._make_url() == url


def test_without_a_key_none_is_sent():
    assert (
        TikTools(parse_target("ann"), make_access(TikTools))._make_url()
        == "wss://api.tik.tools/?uniqueId=ann"
    )


@pytest.mark.parametrize("way", [Euler, TikTools])
def test_a_number_is_no_name(way):
    with pytest.raises(UsageError):
        way(parse_target("7223940929482340343"), make_access(way))


@pytest.mark.parametrize("key", ["", "one", "one:two", ":two:three", "one::three"])
def test_studio_wants_three_words(key):
    with pytest.raises(UsageError):
        Studio(parse_target("ann"), make_access(Studio, key))


def test_the_key_of_studio_is_in_no_repr():
    key = StudioKey.read("app:key:sec:ret")
    assert repr(key) == "StudioKey()"
    assert '"secret": "sec:ret"' in key.frame


def test_studio_is_looked_for_at_its_ports():
    ports = [urlsplit(url).port for url in list_addresses("")]
    assert ports == [*range(30_000, 30_016), *range(49_152, 65_536)]
    assert {urlsplit(url).hostname for url in list_addresses("")} == {"127.0.0.1"}
    assert list_addresses("ws://127.0.0.1:9") == ("ws://127.0.0.1:9/v1/third-party",)


def test_the_sentence_says_which_ports_were_tried():
    assert describe_search("") == "Ports 30000–30015 and 49152–65535 were tried."
    assert "30000" not in describe_search("ws://127.0.0.1:9")


@pytest.mark.parametrize(
    ("changed", "sound"), [({}, True), ({"version": "2.0.0"}, False), ({"product": "x"}, False)]
)
def test_only_a_hello_that_we_know_gets_the_key(changed, sound):
    assert is_hello(FramePart(HELLO | changed)) is sound


@pytest.mark.parametrize(
    ("code", "remedy"), [(100, "stop"), (400, "stop"), (510, "stop"), (300, "retry"), (500, "retry")]
)
def test_why_studio_leaves(code, remedy):
    assert make_leaving_error(code).remedy == remedy


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "signer_key"),
        (402, "signer_paid"),
        (403, "signer_key"),
        (404, "signer_missing"),
        (429, "signer_limited"),
        (503, "signer_down"),
        (302, "network"),
    ],
)
def test_a_refused_upgrade(status, code):
    assert make_refusal_error("X", status, {}, now_s=0).code == code


@pytest.mark.parametrize(
    ("told", "wait"), [("17", 17.0), ("soon", 60.0), ("0", 60.0), ("-5", 60.0), ("9" * 400, 86_400.0)]
)
def test_the_wait_they_ask_for(told, wait):
    assert make_refusal_error("X", 429, {"Retry-After": told}, now_s=0).retry_after == wait


def test_a_provider_that_is_down_may_say_for_how_long_too():
    assert make_refusal_error("X", 503, {"Retry-After": "45"}, now_s=0).retry_after == 45
    assert make_refusal_error("X", 503, {}, now_s=0).retry_after is None


def test_a_close_that_ends_the_stream_is_no_error():
    assert make_close_error("X", 4005) is None


def test_words_of_others_are_one_line_without_addresses_and_keys():
    said = clean_words("Pay\n KEY now\x1b[31m. Buy at https://x.test/?k=KEY or KEY. " + "x" * 500, "KEY")
    assert said.startswith("Pay … now [31m. xxx")
    assert len(said) <= 121


def test_battles_without_an_id_are_counted_by_their_ends():
    route = TikFinity(parse_target("ann"), make_access(TikFinity))
    frames = [{"event": "linkMicArmies", "data": {"battleStatus": status}} for status in (1, 1, 2, 2, 1)]
    assert [event.battle_id for frame in frames for event in route._read_events(frame, 1)] == [1, 1, 1, 1, 2]


OWNER = {"id": 6980000000000000000, "id_str": "6980000000000000007", "display_id": "host.x", "nickname": "X"}
ENTERED = {"roomId": "75", "roomInfo": {"title": "hello", "create_time": 1_790_000_000, "owner": OWNER}}


def told_by_tikfinity(*frames):
    route = TikFinity(parse_target("ann"), make_access(TikFinity))
    said = (None if frame is None else json.dumps(frame) for frame in frames)
    return [event for frame in said for event in route._make_events(frame)]


def test_tikfinity_waits_until_it_is_in_a_room_and_says_whose():
    waiting, room = told_by_tikfinity(None, {"event": "connected", "data": ENTERED})
    assert isinstance(waiting, ev.Connecting)
    assert (room.host, room.unique_id) == (ev.User(6980000000000000007, "host.x", "X"), "host.x")
    assert (room.room_id, room.title, room.started_ms) == (75, "hello", 1_790_000_000_000)
    assert room.source == "tikfinity"


@pytest.mark.parametrize("name", ["websocketConnected", "error", "disconnected"])
def test_what_tikfinity_says_of_its_own_connection_opens_no_room(name):
    assert told_by_tikfinity({"event": name, "data": {"message": "x"}}) == []


def test_who_comes_later_is_in_the_room_with_its_first_event():
    told = told_by_tikfinity(
        {"event": "chat", "data": {"comment": "x"}}, {"event": "connected", "data": ENTERED}
    )
    assert [event.type for event in told] == ["connected", "comment", "connected"]
    assert [event.unique_id for event in told[::2]] == ["ann", "host.x"]


def test_when_tikfinity_leaves_the_room_the_connection_is_lost():
    with pytest.raises(ConnectionLost, match="left the room"):
        told_by_tikfinity({"event": "connected", "data": ENTERED}, {"event": "disconnected"})


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Limit reached. Upgrade: https://x.test/", "Limit reached."),
        ("Buy at www.x.test now", ""),
        ("See https://x.test/a.b?c for more. Thanks!", "Thanks!"),
        ("No link here", "No link here"),
    ],
)
def test_an_advertisement_goes_as_a_whole_sentence(words, left):
    assert clean_words(words) == left


def test_a_flood_of_words_is_not_read_to_its_end():
    assert len(clean_words("x" * 16_000_000)) < 200
