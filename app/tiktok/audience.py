"""Who watches: the viewers that TikTok ranks by what they gave."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.endpoints import Endpoints
from app.events import User
from app.network.web import Web
from app.tiktok.tree import read_amount, read_list, read_mapping, read_person
from app.tiktok.webcast import ask_webcast


@dataclass(frozen=True, slots=True)
class TopViewer:
    """One of the ranked viewers.

    Attributes:
        rank: place, 1 is the best; 0 for those without one.
        coins: given in this stream (`score`).
    """

    rank: int
    coins: int
    user: User


async def list_top_viewers(
    web: Web, endpoints: Endpoints, room_id: int, host_id: int
) -> tuple[TopViewer, ...]:
    """ranklist/online_audience, in TikTok's order; it answers people with a log-in only.

    Raises:
        SidestageError: LoginNeeded, or as `ask_webcast`.
    """
    params = {"room_id": str(room_id), "anchor_id": str(host_id)}
    told = await ask_webcast(web, endpoints, "ranklist/online_audience/", params)
    rows = [read_mapping(row) for row in read_list(read_mapping(told.get("data")).get("ranks"))]
    return tuple(
        TopViewer(
            read_amount(row.get("rank")) or 0,
            read_amount(row.get("score")) or 0,
            read_person(row.get("user")),
        )
        for row in rows
    )
