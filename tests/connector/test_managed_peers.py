import pytest

from app.connector.access import Access
from app.connector.endpoints import Endpoints
from app.connector.managed.closing import cleaned, closed, refused
from app.connector.managed.euler import Euler
from app.connector.managed.parts import Part
from app.connector.managed.studio import HELLO, Studio, StudioKey, candidates, is_hello, leaving
from app.connector.managed.tikfinity import TikFinity
from app.connector.managed.tiktools import TikTools
from app.connector.target import target_of
from app.errors import UsageError

ACCESS = Access(Endpoints(sign_key="a&b", tiktools_key="c"))


@pytest.mark.parametrize(
    ("way", "url"),
    [
        (Euler, "wss://ws.eulerstream.com/?uniqueId=ann&apiKey=a%26b"),
        (TikTools, "wss://api.tik.tools/?uniqueId=ann&apiKey=c"),
    ],
)
def test_the_name_and_the_key_are_in_the_query(way, url):
    assert way(target_of("@ann"), ACCESS)._url() == url


def test_without_a_key_none_is_sent():
    assert TikTools(target_of("ann"), Access())._url() == "wss://api.tik.tools/?uniqueId=ann"


@pytest.mark.parametrize("way", [Euler, TikTools])
def test_a_number_is_no_name(way):
    with pytest.raises(UsageError):
        way(target_of("7223940929482340343"), ACCESS)


@pytest.mark.parametrize("key", ["", "one", "one:two", ":two:three", "one::three"])
def test_studio_wants_three_words(key):
    with pytest.raises(UsageError):
        Studio(target_of("ann"), Access(Endpoints(studio_key=key)))


def test_the_key_of_studio_is_in_no_repr():
    key = StudioKey.of("app:key:sec:ret")
    assert repr(key) == "StudioKey()"
    assert '"secret": "sec:ret"' in key.frame


def test_studio_is_looked_for_at_its_ports():
    urls = candidates("")
    assert (urls[0], urls[-1]) == (
        "ws://127.0.0.1:30000/v1/third-party",
        "ws://127.0.0.1:30015/v1/third-party",
    )
    assert candidates("ws://127.0.0.1:9") == ("ws://127.0.0.1:9/v1/third-party",)


@pytest.mark.parametrize(
    ("changed", "sound"), [({}, True), ({"version": "2.0.0"}, False), ({"product": "x"}, False)]
)
def test_only_a_hello_that_we_know_gets_the_key(changed, sound):
    assert is_hello(Part(HELLO | changed)) is sound


@pytest.mark.parametrize(
    ("code", "remedy"), [(100, "stop"), (400, "stop"), (510, "stop"), (300, "retry"), (500, "retry")]
)
def test_why_studio_leaves(code, remedy):
    assert leaving(code).remedy == remedy


@pytest.mark.parametrize(
    ("status", "code"),
    [(401, "signer_key"), (402, "signer_paid"), (403, "signer_key"), (404, "signer_missing"),
     (429, "signer_limited"), (503, "signer_down"), (302, "network")],
)  # fmt: skip
def test_a_refused_upgrade(status, code):
    assert refused("X", status, {}, now_s=0).code == code


@pytest.mark.parametrize(
    ("told", "wait"), [("17", 17.0), ("soon", 60.0), ("0", 60.0), ("-5", 60.0), ("9" * 400, 86_400.0)]
)
def test_the_wait_they_ask_for(told, wait):
    assert refused("X", 429, {"Retry-After": told}, now_s=0).retry_after == wait


def test_a_provider_that_is_down_may_say_for_how_long_too():
    assert refused("X", 503, {"Retry-After": "45"}, now_s=0).retry_after == 45
    assert refused("X", 503, {}, now_s=0).retry_after is None


def test_a_close_that_ends_the_stream_is_no_error():
    assert closed("X", 4005) is None


def test_words_of_others_are_one_line_without_addresses_and_keys():
    said = cleaned("Pay\n KEY now\x1b[31m. Buy at https://x.test/?k=KEY or KEY. " + "x" * 500, "KEY")
    assert said.startswith("Pay … now [31m. xxx")
    assert len(said) <= 121


def test_battles_without_an_id_are_counted_by_their_ends():
    route = TikFinity(target_of("ann"), ACCESS)
    frames = [{"event": "linkMicArmies", "data": {"battleStatus": status}} for status in (1, 1, 2, 2, 1)]
    assert [event.battle_id for frame in frames for event in route._understood(frame, 1)] == [1, 1, 1, 1, 2]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Limit reached. Upgrade: https://x.test/", "Limit reached."), ("Buy at www.x.test now", ""),
        ("See https://x.test/a.b?c for more. Thanks!", "Thanks!"), ("No link here", "No link here"),
    ],
)  # fmt: skip
def test_an_advertisement_goes_as_a_whole_sentence(words, left):
    assert cleaned(words) == left


def test_a_flood_of_words_is_not_read_to_its_end():
    assert len(cleaned("x" * 16_000_000)) < 200
