"""From what was typed to the room: a name is looked up, a number is asked about."""

from __future__ import annotations

import json
import re
from typing import Any

from app.connector.endpoints import Endpoints
from app.connector.identity import WEB_PARAMS
from app.connector.lookup import Room, dig, find_room
from app.connector.target import Target
from app.connector.web import Web
from app.errors import Blocked, NoSuchUser, RoomEnded

PROFILE = re.compile(r'<script[^>]*\bid="__UNIVERSAL_DATA_FOR_REHYDRATION__"[^>]*>(.*?)</script>', re.DOTALL)


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
    """check_alive (protocol.md a.6); costs no signature.

    Raises:
        Blocked: TikTok refuses the question; ProtocolError, NetworkError: no answer that can be read.
    """
    url = f"{endpoints.webcast_url}/webcast/room/check_alive/"
    answer = await web.tiktok(url, WEB_PARAMS | {"room_ids": str(room_id)})
    if answer.status != 200:  # noqa: PLR2004
        raise Blocked(f"TikTok answered {answer.status}.")
    rooms = dig(answer.json(), "data")
    return any(dig(room, "alive") is True for room in rooms) if isinstance(rooms, list) else False


async def name_of(web: Web, endpoints: Endpoints, user_id: int) -> str:
    """The handle of a numeric user id, from the profile page (protocol.md a.1).

    Raises:
        NoSuchUser: nobody has that number, or the page hides it.
    """
    answer = await web.tiktok(f"{endpoints.app_url}/@{user_id}")
    found = PROFILE.search(answer.text)
    told = dig(
        _json(found[1]) if found else None,
        "__DEFAULT_SCOPE__",
        "webapp.user-detail",
        "userInfo",
        "user",
        "uniqueId",
    )
    if not isinstance(told, str) or not told:
        raise NoSuchUser(f"There is no room and no user with the number {user_id}.")
    return told


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
