"""From a name to the room: live page, then api-live, then the sign provider (protocol.md a)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.access.endpoints import Endpoints
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
from app.errors.reading import CountryPage
from app.events import User
from app.network.identity import WEB_PARAMS, introduction
from app.network.web import Web
from app.tiktok.country import country_error
from app.tiktok.pages import ADULTS_ONLY, OK, adults_only, page_room, refusal
from app.tiktok.room import room_info, summary_of_info
from app.tiktok.tree import identity, mapping, moment_ms, number, one_line, page_person, text

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


Said = list[tuple[str, SidestageError]]  # who was asked, and what came of it
Way = Callable[[Web, Endpoints, str], Awaitable[Room]]


async def find_room(web: Web, endpoints: Endpoints, unique_id: str, *, spend: bool = True) -> Room:
    """Ask one source after the other until one knows the room; what is free is asked before what costs.

    Where one of TikTok's own sources says “offline” or “18+”, the other is asked, too, and nobody else.

    Args:
        web: asks over HTTP.
        endpoints: whom.
        unique_id: handle without the @.
        spend: whether the sign provider may be asked, which counts against its quota.

    Raises:
        SidestageError: what all of them said; RoomOffline, AgeRestricted or NoSuchUser where they agree.
    """
    said: Said = []
    for ways in (FREE_WAYS, PAID_WAYS) if spend else (FREE_WAYS,):
        if room := await _first(ways, web, endpoints, unique_id, said):
            return room
        for kind in FINAL:
            for _, error in said:
                if isinstance(error, kind):
                    raise error
    raise verdict(unique_id, said)


async def _first(
    ways: Mapping[str, Way], web: Web, endpoints: Endpoints, unique_id: str, said: Said
) -> Room | None:
    """The first room that one of them knows; what the others say is put into `said`."""
    for label, ask in ways.items():
        try:
            room = await ask(web, endpoints, unique_id)
            if any(isinstance(error, RoomOffline) for _, error in said) and await is_over(
                web, endpoints, room.room_id
            ):
                raise offline_error(unique_id)
        except SidestageError as error:
            said.append((label, error))
        else:
            return room
    return None


async def is_over(web: Web, endpoints: Endpoints, room_id: int) -> bool:
    """Whether room/info says that the room has ended; it decides where others contradict each other."""
    try:
        return summary_of_info(await room_info(web, endpoints, room_id)).status == "ended"
    except SidestageError:
        return False


def verdict(unique_id: str, said: Said) -> SidestageError:
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
    CountryPage: "TikTok is not offered in the country or region that we come from, so it hides @{name}.",
    EmptyPage: "TikTok shows robots an empty page instead of @{name}.",
}


async def from_page(web: Web, endpoints: Endpoints, unique_id: str) -> Room:
    """The live page holds the room in a script element named SIGI_STATE."""
    return _room(await page_room(web, endpoints, unique_id), unique_id)


async def from_api(web: Web, endpoints: Endpoints, unique_id: str) -> Room:
    """The same out of api-live."""
    return _room(await api_room(web, endpoints, unique_id), unique_id)


async def api_room(web: Web, endpoints: Endpoints, unique_id: str) -> dict[str, Any]:
    """What api-live says, the JSON that TikTok's page asks for: the same objects, without a signature.

    Raises:
        SidestageError: AgeRestricted, NoSuchUser, RoomError, Blocked, ProtocolError or NetworkError.
    """
    params = WEB_PARAMS | {"uniqueId": unique_id, "sourceType": "54"}
    answer = await web.tiktok(f"{endpoints.app_url}/api-live/user/room/", params)
    if elsewhere := country_error(answer):
        raise elsewhere
    if answer.status != OK:
        raise refusal(answer)
    body = mapping(answer.json())
    code, message = number(body.get("statusCode"), body.get("status_code")), one_line(body.get("message"))
    if code == ADULTS_ONLY:
        raise adults_only(unique_id)
    if code in NOT_FOUND or message == "user_not_found":
        raise NoSuchUser("user_not_found.")
    if code:
        raise RoomError(f"TikTok answered {code} {message}".strip() + ".")
    return dict(mapping(body.get("data")))


async def from_provider(web: Web, endpoints: Endpoints, unique_id: str) -> Room:
    """The sign provider knows names too."""
    url = f"{endpoints.sign_url}/webcast/anchors/{unique_id}/room_id"
    answer = await web.get(url, {"creator_id_type": "unique_id"}, introduction(endpoints.sign_key))
    told = mapping(answer.json()) if answer.status == OK else {}
    if answer.status in REFUSED or number(told.get("code")) in REFUSED:
        raise Blocked("The sign provider does not allow this look-up.")
    if answer.status != OK:
        raise Blocked(f"The sign provider answered {answer.status}.")
    room_id = identity(told.get("room_id"))
    if not room_id:
        raise NoSuchUser("no room.")
    if told.get("is_live") is False:
        raise offline_error(unique_id)
    return Room(room_id, unique_id)


FREE_WAYS: dict[str, Way] = {"live page": from_page, "api-live": from_api}
PAID_WAYS: dict[str, Way] = {"sign provider": from_provider}
FINAL = (
    RoomOffline,
    AgeRestricted,
)  # TikTok knows the room, so that nobody else is asked; the first counts more


def _room(told: Mapping[str, Any], unique_id: str) -> Room:
    """Page and API use the same two objects, `user` and `liveRoom`."""
    user, live = mapping(told.get("user")), mapping(told.get("liveRoom"))
    statuses = (number(user.get("status")), number(live.get("status")))
    if OFFLINE in statuses:
        raise offline_error(unique_id)
    room_id = identity(user.get("roomId"))
    if not room_id:
        raise RoomError("no room id.")
    host = page_person(user, unique_id)
    started_ms = moment_ms(live.get("startTime"))
    return Room(room_id, host.unique_id, host, text(live.get("title")), started_ms, PAUSED in statuses)


def offline_error(unique_id: str) -> RoomOffline:
    """The creator is not live."""
    return RoomOffline(f"@{unique_id} is not live.")
