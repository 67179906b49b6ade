import asyncio

import httpx
import pytest

from app.client import Endpoints, LoginNeeded
from app.errors import AgeRestricted, Blocked, ProtocolError, RoomError
from app.errors.reading import GiftListRefused, RoomRefused
from app.network.web import Web
from app.tiktok.gifts import read_gift_list
from app.tiktok.room import read_room_info

PARAMS_ERROR = {"message": "Request params error", "prompts": "Request params error"}


def read(reader, status, body):
    async def script():
        transport = httpx.MockTransport(lambda _: httpx.Response(status, json=body))
        async with Web(transport=transport) as web:
            return await reader(web, Endpoints(), 7)

    return asyncio.run(script())


def test_a_403_of_the_gift_list_has_a_name():
    with pytest.raises(GiftListRefused):
        read(read_gift_list, 403, {})


@pytest.mark.parametrize(
    ("code", "data", "error"),
    [
        (4003110, {"prompts": ""}, AgeRestricted),
        (10011, PARAMS_ERROR, RoomRefused),
        (0, {"prompts": "Log in"}, RoomRefused),
        (20003, {}, LoginNeeded),
        (2483, {}, LoginNeeded),
        (4, {"message": "busy"}, RoomError),
    ],
)
def test_a_refused_room_info_says_why(code, data, error):
    with pytest.raises(error) as raised:
        read(read_room_info, 200, {"data": data, "status_code": code})
    assert type(raised.value) is error


def test_the_answer_that_means_two_things_names_both():
    with pytest.raises(RoomRefused) as raised:
        read(read_room_info, 200, {"data": PARAMS_ERROR, "status_code": 10011})
    assert "18+ and needs a log-in, or there is no such room" in str(raised.value)
    assert "SIDESTAGE_SESSION_ID" in raised.value.hint


@pytest.mark.parametrize("body", [[], {}, {"data": []}, {"data": {"gifts": {}}}])
def test_an_answer_of_another_shape_is_a_protocol_error(body):
    with pytest.raises(ProtocolError):
        read(read_gift_list, 200, body)


def test_a_busy_server_blocks():
    with pytest.raises(Blocked, match="429"):
        read(read_room_info, 429, {})


def test_an_answer_of_nothing_wants_a_signature():
    async def script():
        transport = httpx.MockTransport(lambda _: httpx.Response(200))
        async with Web(transport=transport) as web:
            await read_room_info(web, Endpoints(), 7)

    with pytest.raises(Blocked, match="nothing"):
        asyncio.run(script())
