"""Which socket somebody may name, and who gets a log-in there."""

import asyncio
from dataclasses import replace

import httpx
import pytest

from app.access import Access, Login
from app.access.endpoints import Endpoints
from app.connector.routes.room import RoomReader, SocketPass
from app.connector.signer import Signer
from app.connector.url import check_socket, make_socket_url
from app.errors import NetworkError, ProtocolError, UsageError
from app.network.web import Web
from app.protocol import im
from app.protocol.fetch import FetchResult
from app.settings import DEFAULTS, SECRETS
from app.tiktok.lookup import Room

FAR, HERE = "https://sign.example", "http://127.0.0.1:9"
LOGIN = Login("0a1b2c3d", "useast5", frozenset({"sign.example", "127.0.0.1"}))


@pytest.mark.parametrize(
    ("named_by", "login", "address", "good"),
    [
        (FAR, False, "wss://webcast-ws.tiktok.com/", True),
        (FAR, False, "wss://ws.example/", True),
        (FAR, False, "wss://127.0.0.1:5/", False),
        (FAR, False, "ws://127.0.0.1:5/", False),
        (FAR, False, "ws://localhost:5/any/path", False),
        (FAR, False, "wss://[::1]/", False),
        (FAR, True, "wss://webcast-ws.tiktok.com/", True),
        (FAR, True, "wss://ws.example/", False),
        (FAR, True, "wss://nottiktok.com/", False),
        (FAR, True, "wss://tiktok.com.example/", False),
        (FAR, True, "wss://tiktok.com@ws.example/", False),
        (FAR, True, "ws://webcast-ws.tiktok.com/", False),
        (HERE, False, "ws://127.0.0.1:5/", True),
        (HERE, True, "ws://127.0.0.1:5/", True),
        (HERE, True, "wss://ws.example/", False),
        ("", False, "ws://127.0.0.1:5/", True),
        ("", True, "wss://ws.example/", False),
    ],
)
def test_who_may_name_which_socket(named_by, login, address, good):
    if good:
        check_socket(address, named_by, login=login)
        return
    with pytest.raises(ProtocolError):
        check_socket(address, named_by, login=login)


@pytest.mark.parametrize("person", ["user:pw@", "user@", "@", ":@"])
def test_no_name_and_password_come_along(person):
    with pytest.raises(ProtocolError) as raised:
        make_socket_url(FetchResult(push_server=f"wss://{person}webcast-ws.tiktok.com/"), 77)
    assert "pw" not in raised.value.line


@pytest.mark.parametrize(
    ("sign_url", "login", "push_server", "good"),
    [
        (FAR, None, "ws://127.0.0.1:5/any?any", False),
        (FAR, None, "wss://127.0.0.1:5/", False),
        (FAR, LOGIN, "wss://ws.example/", False),
        (FAR, LOGIN, "wss://webcast-ws.tiktok.com/", True),
        (FAR, Login("0a1b2c3d", "useast5"), "wss://ws.example/", True),  # it was signed without
        (HERE, LOGIN, "ws://127.0.0.1:5/", True),
    ],
)
def test_a_sign_provider_names_what_it_may(sign_url, login, push_server, good):
    result = im.ProtoMessageFetchResult(cursor="c", push_server=push_server, route_params={"wrss": "w"})
    answer = httpx.Response(200, content=bytes(result), headers={"X-Set-TT-Cookie": "ttwid=1"})

    async def sign():
        async with Web(transport=httpx.MockTransport(lambda _: answer)) as web:
            return await Signer(Access(Endpoints(sign_url=sign_url), login=login), lambda: 0.0).sign(web, 77)

    if good:
        assert asyncio.run(sign()).result.push_server == push_server
        return
    with pytest.raises(ProtocolError):
        asyncio.run(sign())


def test_nobody_is_asked_at_a_socket_that_was_named_from_elsewhere():
    met = []

    async def read():
        async def meet(_, writer):
            met.append(1)
            writer.close()

        server = await asyncio.start_server(meet, "127.0.0.1", 0)
        first = FetchResult(push_server=f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
        reader = RoomReader("signed", Access())
        for named_by in (FAR, HERE):
            way_in = SocketPass(first, {"ttwid": "x"}, "test", named_by)
            with pytest.raises((ProtocolError, NetworkError)):
                async with reader.open(Room(7, "demo"), way_in):
                    pass
        server.close()
        await server.wait_closed()

    asyncio.run(read())
    assert met == [1]


SECRET = {"X-Api-Key": "s3cret"}


def followed(asked, where, headers=None, access=None):
    """Where a redirect leads from an address, when it is followed."""
    seen = []

    def answer(request):
        seen.append(str(request.url))
        return httpx.Response(302 if len(seen) == 1 else 200, headers={"Location": where})

    async def fetch():
        async with Web(access, transport=httpx.MockTransport(answer)) as web:
            await web.get(asked, None, headers)

    asyncio.run(fetch())
    return seen[1]


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ("https://a.example/", "https://a.example:8443/"),
        ("https://a.example/", "https://b.example/"),
        ("https://a.example:8443/", "https://a.example/"),
        ("https://a.example/", "//a.example:1/"),
        ("http://127.0.0.1:5/", "http://127.0.0.1:6/"),
        ("http://127.0.0.1:5/", "http://localhost:5/"),
    ],
)
@pytest.mark.parametrize(
    ("headers", "query"),
    [(SECRET, ""), ({"x-cookie-header": "s"}, ""), ({"Cookie": "a=b"}, ""), (None, "?session_id=s")],
)
def test_what_is_the_users_stays_at_one_server(asked, where, headers, query):
    with pytest.raises(NetworkError, match="unsafe"):
        followed(asked + query, where, headers)


@pytest.mark.parametrize("where", ["https://a.example:443/b", "/b", "https://A.example/b"])
def test_the_same_server_by_another_spelling_is_the_same(where):
    assert followed("https://a.example/", where, SECRET) == "https://a.example/b"


def test_who_carries_nothing_may_be_sent_to_another_server():
    assert followed("https://a.example/", "https://b.example:8443/") == "https://b.example:8443/"
    assert followed("http://127.0.0.1:5/", "http://localhost:6/") == "http://localhost:6/"


@pytest.mark.parametrize("where", ["http://b.example/", "http://10.0.0.1/", "//b.example/"])
def test_this_machine_leads_plainly_nowhere_else(where):
    with pytest.raises(NetworkError, match="unsafe"):
        followed("http://127.0.0.1:5/", where)


def test_no_repr_holds_a_secret():
    ends = Endpoints(
        sign_url="https://me:s3cret@sign.example",
        sign_key="s3cret",
        socket_url="wss://me:s3cret@ws.example",
    )
    access = Access(
        ends,
        login=Login("s3cret", "useast5"),
        headers={"X-Mine": "s3cret"},
        params={"msToken": "s3cret"},
        web_proxy="http://me:s3cret@p.example:1",
        socket_proxy="http://me:s3cret@p.example:1",
        choices=replace(DEFAULTS, **dict.fromkeys(SECRETS, "s3cret"), euler_url="wss://me:s3cret@ws.example"),
    )
    result = FetchResult(
        push_server="wss://ws.example/?token=s3cret", route_params={"wrss": "s3cret"}, internal_ext="s3cret"
    )
    for value in (ends, access, result, SocketPass(result, {"sessionid": "s3cret"}, "agent")):
        assert "s3cret" not in repr(value)
    assert "sign.example" in repr(ends)


def test_an_address_with_a_name_and_a_password_may_be_chosen():
    assert Endpoints(sign_url="https://me:pw@sign.example").sign_url == "https://me:pw@sign.example"
    with pytest.raises(UsageError):
        Endpoints(sign_url="http://me:pw@sign.example")
