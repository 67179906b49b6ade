"""From what was typed to the room: a name is looked up, a number is asked about."""

from __future__ import annotations

from collections.abc import Sequence

from app.connector.endpoints import Endpoints
from app.connector.identity import WEB_PARAMS
from app.connector.lookup import Room, find_room
from app.connector.pages import OK, blocked
from app.connector.read.profile import profile_of
from app.connector.target import Target
from app.connector.tree import listing, mapping, number
from app.connector.web import Web
from app.errors import NoSuchUser, RoomEnded


async def find(web: Web, endpoints: Endpoints, target: Target, *, spend: bool = True) -> Room:
    """The room of a name, a room id or a user id. A number that may be either is asked about as a room first.

    Raises:
        RoomEnded: no such room is live; otherwise as `find_room`.
    """
    if target.unique_id:
        return await find_room(web, endpoints, target.unique_id, spend=spend)
    if target.room_id and await is_alive(web, endpoints, target.room_id):
        return Room(target.room_id, "")
    if not target.user_id:
        raise RoomEnded(f"Room {target.room_id} is not live.", hint="A new stream has a new id.")
    return await find_room(web, endpoints, await name_of(web, endpoints, target.user_id), spend=spend)


async def is_alive(web: Web, endpoints: Endpoints, room_id: int) -> bool:
    """check_alive for one room.

    Raises:
        Blocked, ProtocolError, NetworkError: as `alive_of`.
    """
    return (await alive_of(web, endpoints, [room_id]))[room_id]


async def alive_of(web: Web, endpoints: Endpoints, room_ids: Sequence[int]) -> dict[int, bool]:
    """check_alive (protocol.md a.6): for each room whether it is live; one request, no signature.

    Raises:
        Blocked: TikTok refuses the question; ProtocolError, NetworkError: no answer that can be read.
    """
    if not room_ids:
        return {}
    url = f"{endpoints.webcast_url}/webcast/room/check_alive/"
    answer = await web.tiktok(url, WEB_PARAMS | {"room_ids": ",".join(map(str, room_ids))})
    if answer.status != OK:
        raise blocked(answer)
    rows = [mapping(row) for row in listing(mapping(answer.json()).get("data"))]
    live = {number(row.get("room_id_str"), row.get("room_id")) for row in rows if row.get("alive") is True}
    return {room_id: room_id in live for room_id in room_ids}


async def name_of(web: Web, endpoints: Endpoints, user_id: int) -> str:
    """The handle of a numeric user id, from the profile page (protocol.md a.1).

    Raises:
        NoSuchUser: nobody has that number; otherwise as `profile_of`.
    """
    try:
        return (await profile_of(web, endpoints, user_id)).unique_id
    except NoSuchUser:
        raise NoSuchUser(f"There is no room and no user with the number {user_id}.") from None
