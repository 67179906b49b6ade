"""What the environment says about proxies, whatever it says."""

import httpx
import jumping
import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.proxy import parse_proxy

from app.access import Access
from app.access.proxies import find_socket_proxy, find_web_proxy, is_passed_over
from app.addresses import SOCKET_SCHEMES, WEB_SCHEMES, check_proxy, normalise_address
from app.cli import run_command
from app.connector.live import LiveSource
from app.connector.socket import upgrade
from app.errors import NameNotFound, UsageError
from app.network.web import Web

NAMES = ("HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "WSS_PROXY", "SOCKS_PROXY", "HTTP_PROXY")
UNUSABLE = [
    "socks://127.0.0.1:1",
    "nonsense://x",
    "http://127.0.0.1:port",
    "http://[::1",
    "http://u:pa#ss@127.0.0.1:1",
    "http://u:pa/ss@127.0.0.1:1",
    "http://u:p?ss@h:1",
    "http://",
    "http://:3128",
    "http://h:0",
    "http://h:65536",
    "http://a b:1",
    "http://h\x01:1",
    "http://a..b:1",
    f"http://{'a' * 64}:1",
    "http://999.1.1.1:1",
    "http://h:1/path",
    "http://h:1?query",
    "http://u:%ff@h:1",
    "[::1",
    "http://[fe80::1%25eth0]:1",
    "://",
    "http://-h:1",
]


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "ALL_PROXY"])
@pytest.mark.parametrize("value", UNUSABLE)
def test_a_proxy_of_the_environment_that_is_none_is_one_sentence(monkeypatch, capsys, variable, value):
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError, match=r"The proxy that HTTPS_PROXY or ALL_PROXY names cannot be used."):
        Web()
    with pytest.raises(UsageError, match="HTTPS_PROXY"):
        upgrade("wss://ws.example/", Access())
    with pytest.raises(UsageError, match="HTTPS_PROXY"):
        LiveSource("demo", Access(way="euler"))
    for command in (["info", "@demo"], ["tail", "@demo"]):
        assert run_command(command) == 2
        said = capsys.readouterr().err
        assert "HTTPS_PROXY" in said
        assert "ss@" not in said


def test_a_proxy_for_sockets_alone_keeps_nobody_from_the_web(monkeypatch):
    monkeypatch.setenv("WSS_PROXY", "nonsense://x")
    Web()
    with pytest.raises(UsageError, match="WSS_PROXY"):
        LiveSource("demo", Access())


def test_what_was_chosen_goes_before_the_environment(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:port")
    LiveSource("demo", Access(web_proxy="http://p.example:1", socket_proxy="socks4://p.example:2"))
    Web(Access(web_proxy="http://p.example:1"))


@pytest.mark.parametrize("value", [one for one in UNUSABLE if one] + ["p.example:1", "http://p.example"])
def test_a_proxy_that_is_chosen_must_be_one_too(value):
    for schemes in (WEB_SCHEMES, SOCKET_SCHEMES):
        with pytest.raises(UsageError):
            check_proxy(value, schemes)


def test_socks4_is_for_sockets_only():
    check_proxy("socks4://p.example:1", SOCKET_SCHEMES)
    with pytest.raises(UsageError):
        check_proxy("socks4://p.example:1", WEB_SCHEMES)


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("p.example:3128", "http://p.example:3128"),
        ("http://p.example", "http://p.example"),
        ("HTTP://P.example:1/", "http://p.example:1"),
        ("http://me@p.example:1", "http://me:@p.example:1"),
        ("http://me:a%40b@[::1]:1", "http://me:a%40b@[::1]:1"),
        ("https://münchen.example:1", "https://xn--mnchen-3ya.example:1"),
        ("socks5h://10.0.0.1:1080", "socks5h://10.0.0.1:1080"),
    ],
)
def test_one_form_that_all_libraries_read(named, meant):
    assert normalise_address(named, WEB_SCHEMES) == meant


@given(st.text(alphabet="http://socks5:@[]#?%.a1-é \x01\\", max_size=30).map("http://".__add__))
def test_what_is_taken_for_a_proxy_is_one_for_both_libraries(address):
    try:
        plain = normalise_address(address, WEB_SCHEMES)
    except ValueError:
        return
    assert httpx.Proxy(plain).url.raw_host.decode() == parse_proxy(plain).host


@pytest.mark.parametrize(
    ("no_proxy", "host", "passed"),
    [
        ("localhost,127.0.0.1,::1,[::1],tiktok.com", "www.tiktok.com", True),
        ("fe80::/10,::1/128,*.corp:abc,.tiktok.com", "www.tiktok.com", True),
        ("*.tiktok.com", "www.tiktok.com", True),
        ("tiktok.com:443", "www.tiktok.com", True),
        ("tiktok.com:8443", "www.tiktok.com", False),
        ("tok.com", "www.tiktok.com", False),
        ("TikTok.com", "www.tiktok.com", True),
        ("a b  tiktok.com", "www.tiktok.com", True),
        ("https://tiktok.com", "www.tiktok.com", True),
        ("*", "www.tiktok.com", True),
        ("10.0.0.0/8", "10.1.2.3", True),
        ("10.0.0.0/8", "11.1.2.3", False),
        ("0.0.1", "10.0.0.1", False),
        ("[2001:db8::1]:443", "2001:db8::1", True),
        ("2001:db8::/32", "2001:db8::1", True),
        ("[2001:db8::]/32", "2001:db8::1", True),
        ("[::1,::1/200,10.0.0.0/99,:,:80,.,*.,[],é,%", "www.tiktok.com", False),
        ("", "www.tiktok.com", False),
    ],
)
def test_who_is_passed_over(monkeypatch, no_proxy, host, passed):
    assert is_passed_over(host, None, no_proxy) is passed
    monkeypatch.setenv("HTTPS_PROXY", "http://p.example:1")
    monkeypatch.setenv("NO_PROXY", no_proxy)
    assert (
        find_web_proxy(host, None)
        == find_socket_proxy(host, None)
        == ("" if passed else "http://p.example:1")
    )


@given(st.text(max_size=40), st.sampled_from(["www.tiktok.com", "10.0.0.1", "2001:db8::1"]))
def test_no_text_in_no_proxy_is_an_error(no_proxy, host):
    assert is_passed_over(host, 443, no_proxy) in {True, False}


def test_this_machine_is_never_behind_a_proxy(monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "http://p.example:1")
    assert [find_web_proxy(host, 1) for host in ("127.0.0.1", "localhost", "::1", "p.example")] == [
        "",
        "",
        "",
        "http://p.example:1",
    ]


def test_a_socket_goes_where_the_system_says(monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "http://all.example:1")
    assert find_socket_proxy("ws.example", None) == "http://all.example:1"
    monkeypatch.setenv("SOCKS_PROXY", "http://s.example:2")
    assert find_socket_proxy("ws.example", None) == "socks5h://s.example:2"
    monkeypatch.setenv("WSS_PROXY", "http://w.example:3")
    assert find_socket_proxy("ws.example", None) == "http://w.example:3"
    assert find_web_proxy("ws.example", None) == "http://all.example:1"


def test_a_room_is_read_beside_a_proxy_that_passes_it_over(monkeypatch):
    """The web client asks the host itself, though a piece of NO_PROXY cannot be read."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "[::1],*.corp:abc,host.invalid")

    async def ask():
        async with Web() as web:
            await web.get("https://host.invalid/")

    with pytest.raises(NameNotFound):
        jumping.run(ask())
