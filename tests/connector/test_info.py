import asyncio

import httpx
import pytest

from app.connector import Endpoints, GiftListRefused
from app.connector.info import gift_info, room_info
from app.connector.web import Web
from app.errors import AgeRestricted, Blocked, ProtocolError, RoomError


def read(reader, status, body):
    async def script():
        transport = httpx.MockTransport(lambda _: httpx.Response(status, json=body))
        async with Web(transport=transport) as web:
            return await reader(web, Endpoints(), 7)

    return asyncio.run(script())


def test_a_403_of_the_gift_list_has_a_name():
    with pytest.raises(GiftListRefused):
        read(gift_info, 403, {})


@pytest.mark.parametrize(("code", "error"), [(4003110, AgeRestricted), (10011, RoomError)])
def test_a_refused_room_info_says_why(code, error):
    with pytest.raises(error):
        read(room_info, 200, {"data": {"message": "Request params error"}, "status_code": code})


@pytest.mark.parametrize("body", [[], {}, {"data": []}, {"data": {"gifts": {}}}])
def test_an_answer_of_another_shape_is_a_protocol_error(body):
    with pytest.raises(ProtocolError):
        read(gift_info, 200, body)


def test_a_busy_server_blocks():
    with pytest.raises(Blocked, match="429"):
        read(room_info, 429, {})
