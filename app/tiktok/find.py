"""Finds the room for what was typed: a name, a number or a short link."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from app.access.endpoints import Endpoints
from app.errors import NoSuchUser, RoomEnded, RoomError, SidestageError, UsageError
from app.network.identity import WEB_PARAMS
from app.network.web import Web
from app.tiktok.country import find_country_error
from app.tiktok.lookup import Room, find_room, make_offline_error
from app.tiktok.pages import OK, make_blocked_error
from app.tiktok.profile import read_profile
from app.tiktok.room import RoomSummary, read_room_info, summarize_info
from app.tiktok.target import Target, parse_target
from app.tiktok.tree import is_true, read_identity, read_list, read_mapping
from app.words import tiktok as words

ON_AIR = frozenset({"live", "paused"})
TIKTOK = Endpoints().app_url
AT_ONCE = 8  # rooms that are asked about at the same time


async def find(web: Web, endpoints: Endpoints, target: Target, *, spend: bool = True) -> Room:
    """Find the room of a name, a room id, a user id or a short link.

    A number that may be either is asked about as a room first.

    Raises:
        RoomEnded: no such room is live; otherwise as `find_room`.
    """
    target = await resolve_link(web, endpoints, target)
    if target.room_id and (room := await find_numbered(web, endpoints, target)):
        return room
    if not (target.unique_id or target.user_id):
        raise RoomEnded(words.ROOM_NOT_LIVE.fill(number=target.room_id), hint=words.NEW_ID)
    unique_id = target.unique_id or await find_handle(web, endpoints, target.user_id)
    room = await find_room(web, endpoints, unique_id, spend=spend)
    return room if room.host else await _confirm_room(web, endpoints, room)


async def resolve_link(web: Web, endpoints: Endpoints, target: Target) -> Target:
    """Find whom a short link leads to; any other target stays as it is.

    Raises:
        RoomError: it leads to nobody; NetworkError: TikTok does not answer.
    """
    if not target.link:
        return target
    answer = await web.get(_make_link_address(target.link, endpoints))
    if elsewhere := find_country_error(answer):
        raise elsewhere
    try:
        led_to = parse_target(_put_tiktok_host(answer.url, endpoints))
    except UsageError:
        led_to = target
    if led_to.link:
        raise RoomError(words.LINK_LEADS_NOWHERE.fill(link=target.link), hint=words.LINK_IS_OLD)
    return led_to


def _make_link_address(link: str, endpoints: Endpoints) -> str:
    """Where a link is asked for: at the address of TikTok's web site, which the user may have changed."""
    if endpoints.app_url == TIKTOK:
        return link
    return f"{endpoints.app_url}/t/{urlsplit(link).path.strip('/').rpartition('/')[2]}/"


def _put_tiktok_host(address: str, endpoints: Endpoints) -> str:
    return address.replace(endpoints.app_url, TIKTOK, 1)


async def find_numbered(web: Web, endpoints: Endpoints, target: Target) -> Room | None:
    """The room of that number, if it is live; None for a room that is not, and for what is no room.

    check_alive has called every number alive (July 2026), so that it is believed in “no” only: room/info
    decides, and where that refuses, whether a person has the number.

    Raises:
        SidestageError: nobody could tell what a number is that may be a person's.
    """
    if not (await ask_alive(web, endpoints, [target.room_id]))[target.room_id]:
        return None
    return await _judge_room(web, endpoints, target)


async def _judge_room(web: Web, endpoints: Endpoints, target: Target) -> Room | None:
    """Check a room that check_alive called alive; None where another source says that it is not."""
    room = Room(target.room_id, "")
    summary = await read_summary(web, endpoints, target.room_id)
    if summary is not None:
        return _fill_room(room, summary) if summary.status in ON_AIR else None
    return None if await _is_person(web, endpoints, target) else room


async def read_summary(web: Web, endpoints: Endpoints, room_id: int) -> RoomSummary | None:
    """Read what room/info says of a room; None when it does not say how the room is."""
    try:
        summary = summarize_info(await read_room_info(web, endpoints, room_id))
    except SidestageError:
        return None
    return summary if summary.room_id == room_id and summary.status != "unknown" else None


async def _is_person(web: Web, endpoints: Endpoints, target: Target) -> bool:
    """Whether somebody has that number. Where TikTok hides it, a number that was called a room is one."""
    try:
        await read_profile(web, endpoints, target.room_id)
    except NoSuchUser:
        return False
    except SidestageError as error:
        if not target.user_id:
            return False
        hint = words.SAY_WHICH.fill(number=target.room_id)
        sentence = words.ROOM_OR_USER.fill(number=target.room_id, reason=error.sentence)
        raise type(error)(sentence, hint=hint, retry_after=error.retry_after) from error
    return True


async def _confirm_room(web: Web, endpoints: Endpoints, room: Room) -> Room:
    """Ask room/info about a room that only the sign provider knows: who the host is, or that it has ended.

    Raises:
        RoomOffline: it has.
    """
    summary = await read_summary(web, endpoints, room.room_id)
    if summary is None:
        return room
    if summary.status not in ON_AIR:
        raise make_offline_error(room.unique_id)
    return _fill_room(room, summary)


def _fill_room(room: Room, summary: RoomSummary) -> Room:
    host = summary.host
    return replace(
        room,
        unique_id=room.unique_id or host.unique_id,
        host=host if host.id else None,
        title=summary.title,
        started_ms=summary.started_ms,
        is_paused=summary.status == "paused",
    )


async def find_alive(web: Web, endpoints: Endpoints, room_ids: Sequence[int]) -> dict[int, bool]:
    """Find for each room whether it is live: check_alive for all, then room/info for those it calls live.

    Raises:
        Blocked, ProtocolError, NetworkError: as `ask_alive`.
    """
    alive = await ask_alive(web, endpoints, room_ids)
    called = [room_id for room_id, said in alive.items() if said]
    for place in range(0, len(called), AT_ONCE):
        targets = [Target(room_id=room_id) for room_id in called[place : place + AT_ONCE]]
        rooms = await asyncio.gather(*(_judge_room(web, endpoints, target) for target in targets))
        alive |= {target.room_id: room is not None for target, room in zip(targets, rooms, strict=True)}
    return alive


async def ask_alive(web: Web, endpoints: Endpoints, room_ids: Sequence[int]) -> dict[int, bool]:
    """Ask check_alive about each room (protocol.md a.6); one request, no signature.

    Raises:
        Blocked: TikTok refuses the question; ProtocolError, NetworkError: no answer that can be read.
    """
    if not room_ids:
        return {}
    url = f"{endpoints.webcast_url}/webcast/room/check_alive/"
    answer = await web.get_tiktok(url, WEB_PARAMS | {"room_ids": ",".join(map(str, room_ids))})
    if answer.status != OK:
        raise make_blocked_error(answer)
    rows = [read_mapping(row) for row in read_list(read_mapping(answer.json()).get("data"))]
    live = {
        read_identity(row.get("room_id_str"), row.get("room_id")) for row in rows if is_true(row.get("alive"))
    }
    return {room_id: room_id in live for room_id in room_ids}


async def find_handle(web: Web, endpoints: Endpoints, user_id: int) -> str:
    """Find the handle of a numeric user id, from the profile page (protocol.md a.1).

    Raises:
        NoSuchUser: nobody has that number; otherwise as `read_profile`.
    """
    try:
        return (await read_profile(web, endpoints, user_id)).unique_id
    except NoSuchUser:
        raise NoSuchUser(words.NO_ROOM_NO_USER.fill(number=user_id)) from None
