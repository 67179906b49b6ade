"""TikTok's pages: each holds what it shows as JSON in a script element (protocol.md a.1, a.2)."""

from __future__ import annotations

import json
from typing import Any

from app.access.endpoints import Endpoints
from app.clock import REAL
from app.errors import AgeRestricted, Blocked, CaptchaPage, EmptyPage, NoSuchUser, RoomError, SidestageError
from app.network.waits import find_retry_after
from app.network.web import Answer, Web
from app.tiktok.country import find_country_error
from app.tiktok.tree import is_true, read_identity, read_mapping
from app.words import tiktok as words

LIVE_STATE, PROFILE_STATE = "SIGI_STATE", "__UNIVERSAL_DATA_FOR_REHYDRATION__"
CAPTCHA = "tiktok-verify-page"  # in the page that asks for one (gotiktoklive, 2022)
OK, NOT_FOUND, TOO_MANY = 200, 404, 429
ADULTS_ONLY = 4003110  # status code of an 18+ room, wherever TikTok answers with JSON


async def read_page_room(web: Web, endpoints: Endpoints, unique_id: str) -> dict[str, Any]:
    """What the live page says: the objects `user`, `stats` and `liveRoom`, and whether the room is 18+.

    Raises:
        SidestageError: AgeRestricted where TikTok keeps an 18+ room to itself, NoSuchUser, or as
            `read_state`.
    """
    state = read_mapping(await read_state(web, f"{endpoints.app_url}/@{unique_id}/live", LIVE_STATE))
    live = read_mapping(state.get("LiveRoom"))
    info, age_gate = read_mapping(live.get("liveRoomUserInfo")), is_true(live.get("isAgeGateRoom"))
    if age_gate and not read_identity(read_mapping(info.get("user")).get("roomId")):
        raise make_adults_only_error(unique_id)
    if not info:
        raise NoSuchUser(words.NO_LIVE_PAGE.fill(name=unique_id))
    return {**info, "isAgeGateRoom": age_gate}


def make_adults_only_error(unique_id: str) -> AgeRestricted:
    """Make the error for an 18+ room."""
    return AgeRestricted(words.ROOM_18_OF.fill(name=unique_id))


async def read_state(web: Web, address: str, element: str) -> Any:
    """Read the JSON of a page's script element of that id.

    Raises:
        CountryPage: TikTok is not offered where we are.
        CaptchaPage: TikTok wants a captcha solved, or the JSON is broken.
        EmptyPage: the shell that robots get.
        NoSuchUser, Blocked, NetworkError: there is no page.
    """
    answer = await web.get_tiktok(address)
    if elsewhere := find_country_error(answer):
        raise elsewhere
    if answer.status != OK:
        raise make_status_error(answer)
    page = answer.text
    if CAPTCHA in page:
        raise CaptchaPage(words.CAPTCHA)
    found = find_script(page, element)
    if found is None:
        raise EmptyPage(words.EMPTY_PAGE)
    try:
        return json.loads(found)
    except (ValueError, RecursionError) as error:
        raise CaptchaPage(words.BROKEN_PAGE) from error


def find_script(page: str, element: str) -> str | None:
    """Find what stands in the first script element of that id; its time grows with the page's length only."""
    mark, start = f'id="{element}"', 0
    while (at := page.find(mark, start)) >= 0:
        if _is_attribute(page[max(page.rfind("<", start, at), start) : at]):
            begin = page.find(">", at) + 1
            end = page.find("</script>", begin) if begin else -1
            return page[begin:end] if end >= 0 else None  # nor has one of those that follow an end
        start = at + len(mark)
    return None


def _is_attribute(before: str) -> bool:
    """Whether an attribute of a script element may begin after this."""
    return before.startswith("<script") and ">" not in before and not before[-1].isalnum()


def make_status_error(answer: Answer) -> SidestageError:
    """Make the error for a page's HTTP status that is not 200."""
    if answer.status == NOT_FOUND:
        return NoSuchUser(words.ANSWERED.fill(status=answer.status))
    return make_blocked_error(answer)


def make_blocked_error(answer: Answer, hint: str = "") -> Blocked:
    """Make the error for a question that TikTok refuses, with the wait that it asks for."""
    wait_s = find_retry_after(answer.headers, now=REAL.now_ms() / 1000)
    sentence = words.TOO_MANY if answer.status == TOO_MANY else words.ANSWERED
    return Blocked(sentence.fill(status=answer.status), hint=hint, retry_after=wait_s)


def make_refusal_error(code: int, message: str) -> RoomError:
    """Make the error for a number of TikTok's own, perhaps with its message."""
    sentence = words.ANSWERED_WITH if message else words.ANSWERED
    return RoomError(sentence.fill(status=code, message=message))
