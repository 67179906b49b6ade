import asyncio
import json

import httpx
import pytest

from app.access import Access, Login
from app.access.endpoints import Endpoints
from app.connector.quota import Period, check_quota, read_headers, read_periods
from app.connector.routes.room import SocketPass
from app.connector.signer import Signer, choose_login, make_refusal_error, parse_cookies, read_signature
from app.errors import Blocked, QuotaLow, SignerError, SignerLimited
from app.network.waits import read_wait_s
from app.network.web import Answer, Web
from app.protocol import im

COOKIE = {
    "X-Set-TT-Cookie": "ttwid=1%7Cabc; Path=/; Domain=tiktok.com; Max-Age=31536000; Secure, msToken=xyz"
}
RESULT = im.ProtoMessageFetchResult(
    cursor="c", internal_ext="e", push_server="wss://ws.example/", route_params={"wrss": "w"}
)

NO_SOCKET = bytes(im.ProtoMessageFetchResult(cursor="c"))
FALLBACK = bytes(
    im.ProtoMessageFetchResult(cursor="c", push_server="wss://ws-fallback.eulerstream.com/?token=t")
)


def signed(answer, key="s3cret"):
    asked = []

    def respond(request):
        asked.append(request)
        return answer

    async def ask():
        async with Web(transport=httpx.MockTransport(respond)) as web:
            return await Signer(Access(Endpoints(sign_key=key)), lambda: 0.0).sign(web, 77)

    return asyncio.run(ask()), asked[0]


def test_the_classic_contract():
    told, request = signed(httpx.Response(200, content=bytes(RESULT), headers=COOKIE))
    assert request.url.path == "/webcast/fetch"
    assert dict(request.url.params)["room_id"] == "77"
    assert dict(request.url.params)["user_agent"] == told.user_agent
    assert request.headers["X-Api-Key"] == "s3cret"
    assert told.cookies == {"ttwid": "1%7Cabc", "msToken": "xyz"}
    assert (told.result.cursor, dict(told.result.route_params)) == ("c", {"wrss": "w"})


def test_without_a_key_none_is_sent():
    _, request = signed(httpx.Response(200, content=bytes(RESULT), headers=COOKIE), key="")
    assert "X-Api-Key" not in request.headers


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (httpx.Response(200, content=b"", headers=COOKIE), SignerError, "empty"),
        (httpx.Response(200, content=bytes(RESULT)), SignerError, "no cookie"),
        (httpx.Response(200, content=b"\xff\xff\xff", headers=COOKIE), SignerError, "cannot be read"),
        (httpx.Response(401), SignerError, "key"),
        (httpx.Response(402), SignerError, "paid"),
        (httpx.Response(404), SignerError, "address"),
        (httpx.Response(503), SignerError, "agent"),
        (httpx.Response(418), SignerError, "418"),
        (httpx.Response(429, headers={"Retry-After": "75"}), SignerLimited, "limit is reached"),
        (httpx.Response(200, content=NO_SOCKET, headers=COOKIE), Blocked, "socket"),
        (httpx.Response(200, content=FALLBACK, headers=COOKIE), SignerError, "fallback"),
    ],
)
def test_every_answer_has_its_sentence(answer, kind, words):
    with pytest.raises(kind) as raised:
        signed(answer)
    assert words in raised.value.line
    assert "s3cret" not in raised.value.line


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "12", "RateLimit-Reset": "99"}, 12),
        ({"RateLimit-Reset": "99"}, 99),
        ({"RateLimit-Reset": "2000000100"}, 100),
        ({"X-RateLimit-Reset": "1999999999"}, 60),
        ({"RateLimit-Remaining": "0"}, 60),
        ({"Retry-After": "soon"}, 60),
        ({"Retry-After": "Wed, 18 May 2033 03:35:20 GMT"}, 120),
        ({"Retry-After": "Wed, 18 May 2033 03:30:00 GMT"}, 60),
        ({"Retry-After": "0.001"}, 1),
    ],
)
def test_when_to_come_back(headers, seconds):
    assert read_wait_s(Answer(429, headers, b"").headers, now=2_000_000_000) == seconds


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ({"day": {"max": 10, "remaining": 3, "reset_at": 90}}, [Period("day", 10, 3, 90.0)]),
        ({"day": {"max": 10, "remaining": 3}}, [Period("day", 10, 3, 86_400.0)]),
        ({"hour": {"max": 10, "remaining": 3, "reset_at": 10**400}}, [Period("hour", 10, 3, 86_400.0)]),
        ({"day": {"max": 10**400, "remaining": 1}}, []),
        ({"day": {"max": 10, "remaining": -(10**400)}}, []),
        ({"day": {"max": 0, "remaining": 0}}, []),
        ({"year": {"max": 10, "remaining": 3}}, []),
        ({"day": 5}, []),
        ([], []),
    ],
)
def test_what_is_left_of_a_quota_without_what_is_odd(told, left):
    assert read_periods(told, 0.0) == left


def test_a_header_of_400_digits_is_no_quota():
    check_quota(read_headers({"RateLimit-Limit": "9" * 400, "RateLimit-Remaining": "1"}, 0.0))


def test_a_provider_that_is_down_may_say_for_how_long():
    with pytest.raises(SignerError) as raised:
        signed(httpx.Response(503, headers={"Retry-After": "45"}))
    assert raised.value.retry_after == 45


def test_a_quota_that_only_headers_tell_is_kept_until_it_is_renewed():
    told = {"RateLimit-Limit": "10", "RateLimit-Remaining": "2", "RateLimit-Reset": "3000"}
    good = httpx.Response(200, content=bytes(RESULT), headers=COOKIE | told)

    def respond(request):
        return good if request.url.path == "/webcast/fetch" else httpx.Response(404)

    async def permitted_after(seconds):
        times = [0.0]
        async with Web(transport=httpx.MockTransport(respond)) as web:
            signer = Signer(Access(), lambda: times[-1])
            await signer.sign(web, 77)
            times.append(seconds)
            await signer.permit(web)

    with pytest.raises(QuotaLow) as low:
        asyncio.run(permitted_after(1000.0))
    assert low.value.retry_after == 2000
    asyncio.run(permitted_after(3001.0))


@pytest.mark.parametrize(
    ("host", "gets"),
    [("sign.example", True), ("other.example", False), ("example", False), ("sign.example.evil", False)],
)
def test_a_log_in_goes_to_no_other_host_than_the_one_that_was_allowed(host, gets):
    login = Login("0a1b2c3d", "useast5", frozenset({host}))
    assert (choose_login(login, "https://sign.example:8443/base") is login) is gets


@pytest.mark.parametrize(
    ("told", "room_id"), [("77", 77), ("", 0), ("x", 0), ("9" * 5_000, 0), ("-5", 0), ("-0", 0)]
)
def test_the_room_that_was_signed_for(told, room_id):
    answer = httpx.Response(200, content=bytes(RESULT), headers=COOKIE | {"X-Room-Id": told})
    assert signed(answer)[0].room_id == room_id


def test_cookies_of_a_log_in_are_in_no_repr():
    answer = Answer(200, COOKIE, bytes(RESULT))
    told = read_signature(answer, Login("0a1b2c3d", "useast5"))
    way_in = SocketPass(told.result, told.cookies, told.user_agent)
    assert told.cookies["sessionid"] == "0a1b2c3d"
    assert "0a1b2c3d" not in f"{told!r} {way_in!r}"


def test_attributes_and_dates_are_not_cookies():
    header = "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly; SameSite=None, b=2=3; path=/"
    assert parse_cookies(header) == {"a": "1", "b": "2=3"}


@pytest.mark.parametrize(
    ("headers", "body", "words"),
    [
        (
            {"RateLimit-Limit": "30", "RateLimit-Remaining": "0"},
            {"limit_label": "hour"},
            " (30 of 30 this hour).",
        ),
        ({"RateLimit-Limit": "2500", "RateLimit-Remaining": "1"}, {}, " (2,499 of 2,500)."),
        ({}, {"limit_label": "day"}, " (today)."),
        ({}, {"limit_label": ["day"]}, "."),
        ({}, [], "."),
    ],
)
def test_a_limit_is_told_as_far_as_it_is_known(headers, body, words):
    answer = Answer(429, headers, json.dumps(body).encode())
    assert str(make_refusal_error(answer, now=0.0)) == f"The sign provider's limit is reached{words}"


def test_a_name_that_the_provider_does_not_know_is_no_wrong_address():
    async def ask():
        async with Web(transport=httpx.MockTransport(lambda _: httpx.Response(404))) as web:
            await Signer(Access(Endpoints()), lambda: 0.0).sign(web, 0, "anna")

    with pytest.raises(Blocked, match="@anna"):
        asyncio.run(ask())
