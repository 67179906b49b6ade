"""From a name to the room: live page, then api-live, then the sign provider (protocol.md a)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from app.access.endpoints import Endpoints
from app.errors import (
    AgeRestricted,
    Blocked,
    CaptchaPage,
    CountryPage,
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
from app.network.identity import WEB_PARAMS, make_provider_headers
from app.network.web import Web
from app.tiktok.country import find_country_error
from app.tiktok.pages import (
    ADULTS_ONLY,
    OK,
    make_adults_only_error,
    make_refusal_error,
    make_status_error,
    read_page_room,
)
from app.tiktok.room import read_room_info, summarize_info
from app.tiktok.tree import (
    fit_line,
    read_identity,
    read_mapping,
    read_moment_ms,
    read_number,
    read_page_person,
    read_text,
)
from app.words import errors as error_words
from app.words import tiktok as words
from app.words.phrase import Phrase

PAUSED, OFFLINE = 3, 4  # user.status and liveRoom.status: 2 live, 3 paused, 4 offline
NOT_FOUND = {19881007, 404000}
REFUSED = {401, 402, 403}


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is live.

    Attributes:
        room_id: its id; a new one for every stream.
        started_ms: when the stream began, ms since 1970, 0 when not told.
        is_paused: the host is away for a moment.
    """

    room_id: int
    unique_id: str
    host: User | None = None
    title: str = ""
    started_ms: int = 0
    is_paused: bool = False


Replies = list[tuple[str, SidestageError]]  # who was asked, and what came of it
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
    said: Replies = []
    for ways in (FREE_WAYS, PAID_WAYS) if spend else (FREE_WAYS,):
        if room := await _ask_ways(ways, web, endpoints, unique_id, said):
            return room
        for kind in FINAL:
            for _, error in said:
                if isinstance(error, kind):
                    raise error
    raise make_lookup_error(unique_id, said)


async def _ask_ways(
    ways: Mapping[str, Way], web: Web, endpoints: Endpoints, unique_id: str, said: Replies
) -> Room | None:
    """Ask until one knows the room; what the others say is put into `said`."""
    for label, ask in ways.items():
        try:
            room = await ask(web, endpoints, unique_id)
            if any(isinstance(error, RoomOffline) for _, error in said) and await is_over(
                web, endpoints, room.room_id
            ):
                raise make_offline_error(unique_id)
        except SidestageError as error:
            said.append((label, error))
        else:
            return room
    return None


async def is_over(web: Web, endpoints: Endpoints, room_id: int) -> bool:
    """Whether room/info says that the room has ended; it decides where others contradict each other."""
    try:
        return summarize_info(await read_room_info(web, endpoints, room_id)).status == "ended"
    except SidestageError:
        return False


def make_lookup_error(unique_id: str, said: Replies) -> SidestageError:
    """Make one error of what several sources said: the kind they agree on, else that none could tell."""
    details, errors = _join_details(said), [error for _, error in said]
    if all(isinstance(error, NetworkError) for error in errors):
        return _make_unreachable_error(errors, details)
    # Where TikTok says it twice, a provider that keeps its word to itself changes nothing.
    hidden = any(isinstance(error, Blocked | NetworkError) for label, error in said if label in FREE_WAYS)
    if not hidden and any(isinstance(error, NoSuchUser) for error in errors):
        has_agreed = all(isinstance(error, NoSuchUser) for error in errors)
        more = words.HINT_AND_DETAILS.fill(hint=words.CHECK_SPELLING, details=details)
        hint = words.CHECK_SPELLING if has_agreed else more
        return NoSuchUser(words.DOES_NOT_EXIST.fill(name=unique_id), hint=hint)
    wall = next((type(error) for error in errors if type(error) in WALLS), Blocked)
    sentence = WALLS.get(wall, words.NOT_FOUND).fill(name=unique_id)
    wait_s = max((error.retry_after for error in errors if error.retry_after), default=None)
    return wall(sentence, hint=words.DETAILS.fill(details=details), retry_after=wait_s)


def _make_unreachable_error(errors: Sequence[SidestageError], details: Phrase) -> SidestageError:
    """Make the error for sources that cannot be reached: of their kind where all failed alike."""
    first = errors[0]
    is_same = all(type(error) is type(first) for error in errors)
    kind = type(first) if is_same else NetworkError
    sentence = first.sentence if is_same and isinstance(first, OURS) else words.UNREACHABLE
    hint = words.HINT_AND_DETAILS if first.hint else words.DETAILS
    return kind(sentence, hint=hint.fill(hint=first.hint, details=details))


def _join_details(said: Replies) -> Phrase:
    """Put who said what into one phrase."""
    clauses = [words.SAID.fill(source=label, reason=error.sentence) for label, error in said]
    return reduce(lambda first, second: error_words.JOINED.fill(first=first, second=second), clauses)


OURS = (NoNetwork, ProxyRefused)  # whose fault it is does not depend on who was asked
WALLS: dict[type[SidestageError], Phrase] = {
    CaptchaPage: words.CAPTCHA_HIDES,
    CountryPage: words.COUNTRY_HIDES,
    EmptyPage: words.ROBOTS_HIDE,
}


async def find_on_page(web: Web, endpoints: Endpoints, unique_id: str) -> Room:
    """Find the room in the live page, in a script element named SIGI_STATE."""
    return _make_room(await read_page_room(web, endpoints, unique_id), unique_id)


async def find_by_api(web: Web, endpoints: Endpoints, unique_id: str) -> Room:
    """Find the room by api-live."""
    return _make_room(await ask_api_room(web, endpoints, unique_id), unique_id)


async def ask_api_room(web: Web, endpoints: Endpoints, unique_id: str) -> dict[str, Any]:
    """What api-live says, the JSON that TikTok's page asks for: the same objects, without a signature.

    Raises:
        SidestageError: AgeRestricted, NoSuchUser, RoomError, Blocked, ProtocolError or NetworkError.
    """
    params = WEB_PARAMS | {"uniqueId": unique_id, "sourceType": "54"}
    answer = await web.get_tiktok(f"{endpoints.app_url}/api-live/user/room/", params)
    if elsewhere := find_country_error(answer):
        raise elsewhere
    if answer.status != OK:
        raise make_status_error(answer)
    body = read_mapping(answer.json())
    code, message = (
        read_number(body.get("statusCode"), body.get("status_code")),
        fit_line(body.get("message")),
    )
    if code == ADULTS_ONLY:
        raise make_adults_only_error(unique_id)
    if code in NOT_FOUND or message == "user_not_found":
        raise NoSuchUser("user_not_found.")
    if code:
        raise make_refusal_error(code, message)
    return dict(read_mapping(body.get("data")))


async def find_by_provider(web: Web, endpoints: Endpoints, unique_id: str) -> Room:
    """Find the room by the sign provider, which knows names, too."""
    url = f"{endpoints.sign_url}/webcast/anchors/{unique_id}/room_id"
    answer = await web.get(url, {"creator_id_type": "unique_id"}, make_provider_headers(endpoints.sign_key))
    told = read_mapping(answer.json()) if answer.status == OK else {}
    if answer.status in REFUSED or read_number(told.get("code")) in REFUSED:
        raise Blocked(words.LOOKUP_REFUSED)
    if answer.status != OK:
        raise Blocked(words.PROVIDER_ANSWERED.fill(status=answer.status))
    room_id = read_identity(told.get("room_id"))
    if not room_id:
        raise NoSuchUser(words.NO_ROOM)
    if told.get("is_live") is False:
        raise make_offline_error(unique_id)
    return Room(room_id, unique_id)


FREE_WAYS: dict[str, Way] = {words.LIVE_PAGE: find_on_page, "api-live": find_by_api}
PAID_WAYS: dict[str, Way] = {words.SIGN_PROVIDER: find_by_provider}
FINAL = (
    RoomOffline,
    AgeRestricted,
)  # TikTok knows the room, so that nobody else is asked; the first counts more


def _make_room(told: Mapping[str, Any], unique_id: str) -> Room:
    """Make the room of `user` and `liveRoom`, two objects that page and API share."""
    user, live = read_mapping(told.get("user")), read_mapping(told.get("liveRoom"))
    statuses = (read_number(user.get("status")), read_number(live.get("status")))
    if OFFLINE in statuses:
        raise make_offline_error(unique_id)
    room_id = read_identity(user.get("roomId"))
    if not room_id:
        raise RoomError(words.NO_ROOM_ID)
    host = read_page_person(user, unique_id)
    started_ms = read_moment_ms(live.get("startTime"))
    return Room(room_id, host.unique_id, host, read_text(live.get("title")), started_ms, PAUSED in statuses)


def make_offline_error(unique_id: str) -> RoomOffline:
    """Make the error for a creator who is not live."""
    return RoomOffline(words.NOT_LIVE.fill(name=unique_id))
