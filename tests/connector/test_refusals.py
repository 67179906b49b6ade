"""What a provider's refusal says goes before its number."""

import asyncio
import json

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access import Access
from app.access.endpoints import Endpoints
from app.connector.managed import closing
from app.connector.refusals import find_refusal
from app.connector.signer import Signer, make_refusal_error
from app.errors import (
    AgeRestricted,
    NoSuchUser,
    RoomOffline,
    SidestageError,
    SignerDown,
    SignerEmpty,
    SignerError,
    SignerKeyRefused,
    SignerLimited,
    SignerMissing,
    SignerPaid,
)
from app.network.web import Answer, Web

NUMBERS = (200, 400, 401, 402, 403, 404, 409, 410, 418, 422, 429, 500, 502, 503, 504)
OFFLINE = [
    {"code": 404, "message": "User is not currently live"},
    {"message": "The requested user isn't live right now."},
    {"error": {"code": "USER_OFFLINE"}},
    {"error": "user_offline"},
    {"errors": [{"detail": "@demo is offline"}]},
    {"code": 404, "is_live": False, "message": "not found"},
    {"msg": "The LIVE has ended"},
    {"error": "ROOM_ENDED"},
    {"message": "No live stream found"},
    {"message": "There is no active livestream for this creator"},
    {"success": False, "isLive": False},
    {"live": False},
    {"message": "Could not find a live stream for this user"},
    {"reason": "NOT_LIVE"},
    "Creator is no longer streaming",
]
OTHERS = [
    ({"message": "user_not_found"}, NoSuchUser),
    ({"message": "User not found"}, NoSuchUser),
    ({"error": "The username demo does not exist"}, NoSuchUser),
    ({"message": "No such user."}, NoSuchUser),
    ({"message": "Unable to find user"}, NoSuchUser),
    ({"message": "Couldn't find that creator"}, NoSuchUser),
    ({"message": "This room is age restricted"}, AgeRestricted),
    ({"error": {"type": "AGE_RESTRICTED"}}, AgeRestricted),
    ({"message": "This LIVE is 18+"}, AgeRestricted),
    ({"message": "Rate limit exceeded, slow down"}, SignerLimited),
    ({"error": "RATE_LIMITED"}, SignerLimited),
    ({"message": "Daily quota has been exhausted"}, SignerLimited),
    ("Too many requests", SignerLimited),
    ({"message": "Invalid API key"}, SignerKeyRefused),
    ({"detail": "The api_key has expired"}, SignerKeyRefused),
    ({"message": "This is a premium endpoint"}, SignerPaid),
    ({"code": 500, "message": "Empty response payload received! (Internal Code: 200)"}, SignerEmpty),
]
SILENT = [
    b"",
    b"\xff\xfe",
    b"[" * 100_000,
    b"<html><h1>User is not live, rate limit, api key invalid</h1></html>",
    json.dumps({"code": 404, "message": "no such route"}).encode(),
    b"null",
    b"17",
    json.dumps({"message": "No agents are currently available"}).encode(),
    json.dumps({"message": "All agents are offline"}).encode(),
    json.dumps({"message": "This service is not live yet"}).encode(),
    json.dumps({"limit_label": "rate_limit_account_day", "docs": "user is not live"}).encode(),
]


def as_bytes(told):
    return told.encode() if isinstance(told, str) else json.dumps(told).encode()


def refused(status, body):
    return make_refusal_error(Answer(status, {}, body), now=0.0, name="@demo")


@pytest.mark.parametrize("told", OFFLINE)
@pytest.mark.parametrize("status", [one for one in NUMBERS if one != 429])
def test_a_creator_who_is_not_live_is_waited_for_whatever_the_number(status, told):
    error = refused(status, as_bytes(told))
    assert (type(error), str(error), error.remedy) == (RoomOffline, "@demo is not live.", "wait")


@pytest.mark.parametrize(("told", "kind"), OTHERS)
@pytest.mark.parametrize("status", [400, 404, 409, 418, 500])
def test_what_else_the_words_say(status, told, kind):
    assert type(refused(status, as_bytes(told))) is kind


@pytest.mark.parametrize("body", SILENT)
@pytest.mark.parametrize(
    ("status", "kind"), [(401, SignerKeyRefused), (404, SignerMissing), (503, SignerDown), (418, SignerError)]
)
def test_where_the_words_say_nothing_the_number_counts(status, kind, body):
    assert type(refused(status, body)) is kind


def test_a_limit_without_its_number_has_its_wait():
    answer = Answer(403, {"Retry-After": "12"}, b'{"message": "Rate limit reached"}')
    assert make_refusal_error(answer, now=0.0).retry_after == 12


@pytest.mark.parametrize(
    ("code", "kind"), [(404, SignerMissing), (401, SignerKeyRefused), (429, SignerLimited), (500, SignerDown)]
)
def test_json_with_the_number_200_says_its_own(code, kind):
    assert type(refused(200, json.dumps({"code": code}).encode())) is kind


@pytest.mark.parametrize(
    ("status", "told", "kind", "sentence"),
    [
        (404, {"message": "User is not live"}, RoomOffline, "The creator is not live."),
        (400, {"message": "user_not_found"}, NoSuchUser, "Euler Stream knows nobody of that name."),
        (403, {"error": "rate limit reached"}, SignerLimited, "Euler Stream: the limit is reached."),
        (404, {"message": "no such route"}, SignerMissing, "Euler Stream has no socket at that address."),
    ],
)
def test_so_it_is_with_a_refused_upgrade(status, told, kind, sentence):
    error = closing.make_refusal_error("Euler Stream", status, {}, now_s=0.0, body=as_bytes(told))
    assert (type(error), str(error)) == (kind, sentence)


def signing(*answers):
    asked, left = [], list(answers)

    def respond(request):
        asked.append(request.url.path)
        return left.pop(0) if len(left) > 1 else left[0]

    async def sign():
        async with Web(transport=httpx.MockTransport(respond)) as web:
            await Signer(Access(Endpoints()), lambda: 0.0).sign(web, 77, "demo")

    return asked, sign


@pytest.mark.parametrize("status", [200, 404, 500])
def test_a_provider_that_says_so_is_asked_once(status):
    asked, sign = signing(httpx.Response(status, json={"code": 404, "message": "User is not live"}))
    with pytest.raises(RoomOffline, match="@demo is not live"):
        asyncio.run(sign())
    assert asked == ["/webcast/fetch"]


def test_a_route_that_is_retired_leads_to_the_newer_one():
    asked, sign = signing(
        httpx.Response(404, text="Not found"), httpx.Response(404, json={"error": "not live"})
    )
    with pytest.raises(RoomOffline):
        asyncio.run(sign())
    assert asked == ["/webcast/fetch", "/webcast/rooms/77/connect"]


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=40),
    lambda one: st.lists(one) | st.dictionaries(st.sampled_from(["message", "code", "x", "is_live"]), one),
)


@given(st.binary(max_size=300) | TREES.map(lambda one: json.dumps(one).encode()), st.sampled_from(NUMBERS))
def test_no_body_is_an_error_of_another_kind(body, status):
    find_refusal(body)
    assert isinstance(refused(status, body), SidestageError)
