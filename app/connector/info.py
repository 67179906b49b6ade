"""Two things a script may want to read over HTTP; connecting needs neither (protocol.md f)."""

from __future__ import annotations

from typing import Any, ClassVar

from app.connector.endpoints import Endpoints
from app.connector.identity import WEB_PARAMS
from app.connector.web import Web
from app.errors import AgeRestricted, Blocked, ProtocolError, RoomError

OK, FORBIDDEN = 200, 403
AGE_RESTRICTED = 4003110  # status_code of an 18+ room


class GiftListRefused(Blocked):
    """The gift list wants a signature (HTTP 403 without one since March 2026)."""

    code: ClassVar[str] = "gift_list_refused"


async def room_info(web: Web, endpoints: Endpoints, room_id: int) -> dict[str, Any]:
    """The `data` of room/info: title, owner, figures.

    Raises:
        SidestageError: AgeRestricted, RoomError, Blocked, ProtocolError or NetworkError.
    """
    return await _data(web, f"{endpoints.webcast_url}/webcast/room/info/", room_id)


async def gift_info(web: Web, endpoints: Endpoints, room_id: int) -> list[dict[str, Any]]:
    """The `data.gifts` of gift/list.

    Raises:
        SidestageError: GiftListRefused for a 403, else as `room_info`.
    """
    data = await _data(web, f"{endpoints.webcast_url}/webcast/gift/list/", room_id, GiftListRefused)
    gifts = [] if data.get("gifts") is None else data["gifts"]
    if not isinstance(gifts, list):
        raise ProtocolError("The gift list is not a list.")
    return gifts


async def _data(web: Web, url: str, room_id: int, refused: type[Blocked] = Blocked) -> dict[str, Any]:
    answer = await web.get(url, WEB_PARAMS | {"room_id": str(room_id)})
    if answer.status == FORBIDDEN:
        raise refused("TikTok answered 403.", hint="It wants a signature for this; following works without.")
    if answer.status != OK:
        raise Blocked(f"TikTok answered {answer.status}.", hint="Try again later.")
    told = answer.json()
    if not isinstance(told, dict) or not isinstance(told.get("data"), dict):
        raise ProtocolError("The answer has no data.")
    code, data = told.get("status_code") or 0, told["data"]
    if code == AGE_RESTRICTED:
        raise AgeRestricted("The room is 18+ and needs a log-in.")
    if code:
        raise RoomError(f"TikTok answered {code} {data.get('message') or ''}".strip() + ".")
    return dict(data)
