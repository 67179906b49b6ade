"""From a name to the room: live page, then api-live, then the sign provider (protocol.md a)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.connector.endpoints import Endpoints
from app.connector.identity import WEB_PARAMS, introduction
from app.connector.pages import ADULTS_ONLY, OK, adults_only, page_room, refusal
from app.connector.tree import mapping, number, page_person, text
from app.connector.web import Web
from app.errors import (
    AgeRestricted,
    Blocked,
    CaptchaPage,
    EmptyPage,
    NetworkError,
    NoNetwork,
    NoSuchUser,
    ProxyRefused,
    RoomError,
    RoomOffline,
    SidestageError,
)
from app.events import User

PAUSED, OFFLINE = 3, 4  # user.status and liveRoom.status: 2 live, 3 paused, 4 offline
NOT_FOUND = {19881007, 404000}
REFUSED = {401, 402, 403}


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is live.

    Attributes:
        room_id: its id; a new one for every stream.
        started_ms: when the stream began, ms since 1970, 0 when not told.
        paused: the host is away for a moment.
    """

    room_id: int
    unique_id: str
    host: User | None = None
    title: str = ""
    started_ms: int = 0
    paused: bool = False


Way = Callable[[Web, Endpoints, str], Awaitable[Room]]


async def find_room(web: Web, endpoints: Endpoints, unique_id: str, *, spend: bool = True) -> Room:
    """Ask one source after the other. “Offline” ends the search, “not found” is soft: the next is asked.

    Args:
        web: asks over HTTP.
        endpoints: whom.
        unique_id: handle without the @.
        spend: whether the sign provider may be asked, which counts against its quota.

    Raises:
        SidestageError: what all of them said; RoomOffline, AgeRestricted or NoSuchUser where they agree.
    """
    said: list[tuple[str, SidestageError]] = []
    for label, ask in (WAYS if spend else FREE_WAYS).items():
        try:
            return await ask(web, endpoints, unique_id)
        except (RoomOffline, AgeRestricted):
            raise
        except SidestageError as error:
            said.append((label, error))
    raise verdict(unique_id, said)


def verdict(unique_id: str, said: list[tuple[str, SidestageError]]) -> SidestageError:
    """One error for what several sources said: the kind they agree on, else that nobody could tell."""
    details = "; ".join(f"{label}: {str(error).rstrip('.')}" for label, error in said)
    errors = [error for _, error in said]
    if all(isinstance(error, NetworkError) for error in errors):
        first = errors[0]
        same = all(type(error) is type(first) for error in errors)
        kind = type(first) if same else NetworkError
        sentence = str(first) if same and isinstance(first, OURS) else "TikTok cannot be reached."
        return kind(sentence, hint=f"{first.hint} ({details})".strip())
    # Where TikTok says it twice, a provider that keeps its word to itself changes nothing.
    hidden = any(isinstance(error, Blocked | NetworkError) for label, error in said if label in FREE_WAYS)
    if not hidden and any(isinstance(error, NoSuchUser) for error in errors):
        sentence = f"@{unique_id} does not exist, or has never been live."
        agreed = all(isinstance(error, NoSuchUser) for error in errors)
        return NoSuchUser(sentence, hint="Check the spelling." + ("" if agreed else f" ({details})"))
    wall = next((type(error) for error in errors if type(error) in WALLS), Blocked)
    sentence = WALLS.get(wall, "The room of @{name} could not be found.")
    wait_s = max((error.retry_after for error in errors if error.retry_after), default=None)
    return wall(sentence.format(name=unique_id), hint=f"({details})", retry_after=wait_s)


OURS = (NoNetwork, ProxyRefused)  # whose fault it is does not depend on who was asked
WALLS: dict[type[SidestageError], str] = {
    CaptchaPage: "TikTok wants a captcha solved before it shows @{name}; this program solves none.",
    EmptyPage: "TikTok shows robots an empty page instead of @{name}.",
}


async def from_page(web: Web, endpoints: Endpoints, unique_id: str) -> Room:
    """The live page holds the room in a script element named SIGI_STATE."""
    return _room(await page_room(web, endpoints, unique_id), unique_id)


async def from_api(web: Web, endpoints: Endpoints, unique_id: str) -> Room:
    """The JSON that TikTok's page asks for; no signature needed."""
    params = WEB_PARAMS | {"uniqueId": unique_id, "sourceType": "54"}
    answer = await web.tiktok(f"{endpoints.app_url}/api-live/user/room/", params)
    if answer.status != OK:
        raise refusal(answer)
    told = mapping(answer.json())
    code, message = number(told.get("statusCode"), told.get("status_code")), text(told.get("message"))
    if code == ADULTS_ONLY:
        raise adults_only(unique_id)
    if code in NOT_FOUND or message == "user_not_found":
        raise NoSuchUser("user_not_found.")
    if code:
        raise RoomError(f"TikTok answered {code} {message}".strip() + ".")
    return _room(mapping(told.get("data")), unique_id)


async def from_provider(web: Web, endpoints: Endpoints, unique_id: str) -> Room:
    """The sign provider knows names too."""
    url = f"{endpoints.sign_url}/webcast/anchors/{unique_id}/room_id"
    answer = await web.get(url, {"creator_id_type": "unique_id"}, introduction(endpoints.sign_key))
    told = mapping(answer.json()) if answer.status == OK else {}
    if answer.status in REFUSED or number(told.get("code")) in REFUSED:
        raise Blocked("The sign provider does not allow this look-up.")
    if answer.status != OK:
        raise Blocked(f"The sign provider answered {answer.status}.")
    room_id = number(told.get("room_id"))
    if not room_id:
        raise NoSuchUser("no room.")
    if told.get("is_live") is False:
        raise _offline(unique_id)
    return Room(room_id, unique_id)


FREE_WAYS: dict[str, Way] = {"live page": from_page, "api-live": from_api}
WAYS: dict[str, Way] = FREE_WAYS | {"sign provider": from_provider}


def _room(told: Mapping[str, Any], unique_id: str) -> Room:
    """Page and API use the same two objects, `user` and `liveRoom`."""
    user, live = mapping(told.get("user")), mapping(told.get("liveRoom"))
    statuses = (number(user.get("status")), number(live.get("status")))
    if OFFLINE in statuses:
        raise _offline(unique_id)
    room_id = number(user.get("roomId"))
    if not room_id:
        raise RoomError("no room id.")
    host = page_person(user, unique_id)
    started_ms = number(live.get("startTime")) * 1000
    return Room(room_id, host.unique_id, host, text(live.get("title")), started_ms, PAUSED in statuses)


def _offline(unique_id: str) -> RoomOffline:
    return RoomOffline(f"@{unique_id} is not live.")
