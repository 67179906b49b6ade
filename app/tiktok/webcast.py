"""Questions to TikTok's webcast host that are answered with JSON (protocol.md f)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.access.endpoints import Endpoints
from app.errors import AgeRestricted, Blocked, ProtocolError, SidestageError
from app.errors.reading import LoginNeeded, RoomRefused
from app.network.identity import WEB_PARAMS
from app.network.web import Web
from app.tiktok.pages import ADULTS_ONLY, OK, make_blocked_error, make_refusal_error
from app.tiktok.tree import fit_line, read_mapping, read_number
from app.words import errors as error_words
from app.words import tiktok as words

FORBIDDEN = 403
REQUEST_PARAMS_ERROR = 10011
LOGIN_CODES = {20003, 2483}


async def ask_webcast(
    web: Web, endpoints: Endpoints, path: str, params: Mapping[str, str], refused: type[Blocked] = Blocked
) -> dict[str, Any]:
    """Ask a question and give the whole answer, `data` and `extra`.

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
    answer = await web.get_tiktok(f"{endpoints.webcast_url}/webcast/{path}", WEB_PARAMS | dict(params))
    if answer.status == FORBIDDEN:
        raise refused(words.ANSWERED.fill(status=FORBIDDEN), hint=words.WANTS_SIGNATURE)
    if answer.status != OK:
        raise make_blocked_error(answer, hint=words.TRY_LATER)
    if not answer.body.strip():
        raise refused(words.ANSWERED_NOTHING, hint=words.WANTS_SIGNATURE)
    told = answer.json()
    if not isinstance(told, dict):
        raise ProtocolError(words.NO_OBJECT)
    if refusal := make_code_error(told, params.get("room_id", "")):
        raise refusal
    return told


def make_code_error(told: Mapping[str, Any], room_id: str) -> SidestageError | None:
    """Make the error that a code stands for; TikTok refuses with HTTP 200."""
    code, data = read_number(told.get("status_code")), read_mapping(told.get("data"))
    if code in LOGIN_CODES:
        return LoginNeeded(words.WANTS_LOG_IN, hint=error_words.LOG_IN_PLACE)
    if code == ADULTS_ONLY:
        return AgeRestricted(words.ROOM_18)
    if room_id and (code == REQUEST_PARAMS_ERROR or "prompts" in data):
        return RoomRefused(words.ROOM_18_OR_NONE.fill(number=room_id), hint=error_words.LOG_IN_PLACE)
    if code:
        return make_refusal_error(code, fit_line(data.get("message")))
    return None
