"""Who can be asked about a room, one after the other: room/info, the live page, api-live."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from app.access.endpoints import Endpoints
from app.errors import RoomError, SidestageError
from app.network.web import Web
from app.tiktok.lookup import Room, ask_api_room
from app.tiktok.pages import read_page_room
from app.tiktok.room import RoomSource, RoomSummary, read_room_info, summarize_info, summarize_page
from app.tiktok.streams import Stream, list_page_streams, read_streams
from app.words import tiktok as words

Ask = Callable[[Web, Endpoints, Room], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Account:
    """What one of them says of a room.

    Attributes:
        fields: its own object.
    """

    source: RoomSource
    fields: dict[str, Any]

    @property
    def summary(self) -> RoomSummary:
        """The room in our words."""
        if self.source == "room_info":
            return summarize_info(self.fields)
        return summarize_page(self.fields, self.source)

    @property
    def streams(self) -> tuple[Stream, ...]:
        """The video by quality, possibly none.

        Raises:
            ProtocolError: as `streams_of`.
        """
        if self.source == "room_info":
            return read_streams(self.fields.get("stream_url"))
        return list_page_streams(self.fields)


async def read_accounts(web: Web, endpoints: Endpoints, room: Room) -> AsyncGenerator[Account]:
    """What each of them says, the best first; to be closed by who has heard enough.

    Raises:
        SidestageError: none says anything; the reason of the first.
    """
    refused: SidestageError | None = None
    is_silent = True
    for source, ask in SOURCES.items():
        try:
            fields = await ask(web, endpoints, room)
        except SidestageError as error:
            refused = refused or error
        else:
            is_silent = False
            yield Account(source, fields)
    if refused and is_silent:
        raise refused


async def _ask_info(web: Web, endpoints: Endpoints, room: Room) -> dict[str, Any]:
    return await read_room_info(web, endpoints, room.room_id)


async def _ask_page(web: Web, endpoints: Endpoints, room: Room) -> dict[str, Any]:
    return await read_page_room(web, endpoints, _make_name(room))


async def _ask_api(web: Web, endpoints: Endpoints, room: Room) -> dict[str, Any]:
    fields = await ask_api_room(web, endpoints, _make_name(room))
    if not fields:
        raise RoomError(words.API_SILENT)
    return fields


def _make_name(room: Room) -> str:
    if not room.unique_id:
        raise RoomError(words.NOBODY_SAID.fill(number=room.room_id))
    return room.unique_id


SOURCES: dict[RoomSource, Ask] = {"room_info": _ask_info, "live_page": _ask_page, "api_live": _ask_api}
