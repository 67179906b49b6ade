"""Questions to TikTok's webcast host that are answered with JSON (protocol.md f)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.access.endpoints import Endpoints
from app.errors import AgeRestricted, Blocked, ProtocolError, RoomError, SidestageError
from app.errors.reading import WHERE_A_LOGIN_GOES, LoginNeeded, RoomRefused
from app.network.identity import WEB_PARAMS
from app.network.web import Web
from app.tiktok.pages import ADULTS_ONLY, OK, blocked
from app.tiktok.tree import mapping, number, one_line

FORBIDDEN = 403
REQUEST_PARAMS_ERROR = 10011
LOGIN_CODES = {20003, 2483}
SIGNATURE = "It wants a signature for this; following works without."


async def asked(
    web: Web, endpoints: Endpoints, path: str, params: Mapping[str, str], refused: type[Blocked] = Blocked
) -> dict[str, Any]:
    """The whole answer, `data` and `extra`, of a question that was not refused.

    Args:
        web: asks, with the user's log-in if there is one.
        endpoints: whom.
        path: below /webcast/.
        params: beside the browser's own.
        refused: what is raised when TikTok wants a signature.

    Raises:
        SidestageError: LoginNeeded, AgeRestricted, RoomRefused, RoomError, Blocked, ProtocolError or
            NetworkError.
    """
    answer = await web.tiktok(f"{endpoints.webcast_url}/webcast/{path}", WEB_PARAMS | dict(params))
    if answer.status == FORBIDDEN:
        raise refused("TikTok answered 403.", hint=SIGNATURE)
    if answer.status != OK:
        raise blocked(answer, hint="Try again later.")
    if not answer.body.strip():
        raise refused("TikTok answered with nothing.", hint=SIGNATURE)
    told = answer.json()
    if not isinstance(told, dict):
        raise ProtocolError("The answer is not a JSON object.")
    if refusal := refusal_of(told, params.get("room_id", "")):
        raise refusal
    return told


def refusal_of(told: Mapping[str, Any], room_id: str) -> SidestageError | None:
    """The error that a code stands for; TikTok refuses with HTTP 200."""
    code, data = number(told.get("status_code")), mapping(told.get("data"))
    if code in LOGIN_CODES:
        return LoginNeeded("TikTok wants a log-in for this.", hint=WHERE_A_LOGIN_GOES)
    if code == ADULTS_ONLY:
        return AgeRestricted("The room is 18+ and needs a log-in.")
    if room_id and (code == REQUEST_PARAMS_ERROR or "prompts" in data):
        either = f"Either room {room_id} is 18+ and needs a log-in, or there is no such room"
        return RoomRefused(f"{either}: TikTok's answer is the same for both.", hint=WHERE_A_LOGIN_GOES)
    if code:
        return RoomError(f"TikTok answered {code} {one_line(data.get('message'))}".strip() + ".")
    return None
