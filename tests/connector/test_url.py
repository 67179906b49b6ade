from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.connector.url import make_socket_url
from app.errors import ProtocolError
from app.protocol.fetch import FetchResult


def result(push_server="wss://ws.example/path/", **route):
    return FetchResult(
        cursor="c|1 2", internal_ext="e:1|wss=a/b?c&d", push_server=push_server, route_params=route
    )


def query(url):
    return parse_qsl(urlsplit(url).query, keep_blank_values=True, strict_parsing=True)


def test_the_room_the_cursor_and_the_ext_are_sent():
    sent = dict(query(make_socket_url(result(wrss="w"), 77)))
    assert (sent["room_id"], sent["cursor"], sent["internal_ext"]) == ("77", "c|1 2", "e:1|wss=a/b?c&d")
    assert (sent["client_enter"], sent["compress"], sent["wrss"]) == ("1", "gzip", "w")


def test_version_code_stands_twice_as_the_browser_sends_it():
    url = make_socket_url(result(wrss="w"), 77)
    assert [value for name, value in query(url) if name == "version_code"] == ["180800", "270000"]
    assert url.endswith("&version_code=270000")


def test_route_params_win_over_ours_and_over_the_servers_query():
    sent = query(make_socket_url(result("wss://ws.example/?aid=5&token=a%2Fb", aid="9"), 77))
    assert [value for name, value in sent if name == "aid"] == ["9"]
    assert ("token", "a/b") in sent


def test_a_query_that_the_server_brings_is_kept_with_one_question_mark():
    url = make_socket_url(result("wss://ws.example/p?token=a%2Fb&flag"), 77)
    assert url.count("?") == 1
    assert url.startswith("wss://ws.example/p?token=a%2Fb&flag&")


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1), max_size=5))
def test_every_value_is_encoded_exactly_once(route):
    sent = dict(query(make_socket_url(result(**route), 77)))
    assert {name: sent[name] for name in route if name != "version_code"} == {
        name: value for name, value in route.items() if name != "version_code"
    }


@pytest.mark.parametrize("server", ["ws://ws.example/", "https://ws.example/", "", "ws.example"])
def test_a_server_that_is_not_encrypted_is_refused(server):
    with pytest.raises(ProtocolError):
        make_socket_url(result(server), 77)


def test_this_machine_may_be_plain():
    assert make_socket_url(result("ws://127.0.0.1:8/ws"), 77).startswith("ws://127.0.0.1:8/ws?")
