"""`sidestage info`: what a room says about itself."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import Any

from app.cli.options import Options
from app.cli.output import put, put_json, tell
from app.client.live_client import LiveClient
from app.events.describe.json_text import dump_json
from app.events.describe.local_time import clock_time
from app.events.describe.plain import plain
from app.tiktok.room import RoomSummary

INSTEAD = {
    "live_page": "Room info was refused, so this is what the live page says.",
    "api_live": "Room info and the live page were refused, so this is what api-live says.",
}


async def info(options: Options) -> int:
    """Print title, host and figures.

    Raises:
        SidestageError: the room could not be read, or there is none now.
    """
    summary = await LiveClient(options.target, options.access).summary()
    now_ms = time.time_ns() // 1_000_000
    put_json(dump_json(as_json(summary))) if options.json else put(table(summary, now_ms))
    if summary.source in INSTEAD and not options.json:
        tell(f"sidestage: {INSTEAD[summary.source]}")
    return 0


def as_json(summary: RoomSummary) -> dict[str, Any]:
    """Stable names; ids are strings, as they are in events."""
    host = asdict(summary.host) | {"id": str(summary.host.id)}
    shown = {name: host[name] for name in ("id", "unique_id", "nickname", "avatar_url")}
    return asdict(summary) | {"room_id": str(summary.room_id), "host": shown}


def table(summary: RoomSummary, now_ms: int) -> str:
    """One line for each thing that was told."""
    host = summary.host
    rows = {
        "host": f"{host.nickname} @{host.unique_id}" if host.unique_id else host.nickname,
        "title": summary.title,
        "status": ", ".join([summary.status, *_restrictions(summary)]),
        "started": _started(summary.started_ms, now_ms),
        "viewers": _figure(summary.viewers),
        "entered": _figure(summary.entered),
        "likes": _figure(summary.likes),
        "followers": _figure(summary.followers),
        "category": summary.category,
        "room id": str(summary.room_id or ""),
    }
    return "".join(f"{name:<10} {plain(value)}\n" for name, value in rows.items() if value)


def _restrictions(summary: RoomSummary) -> list[str]:
    """For whom the room is, where it is not for everybody."""
    rows = (
        (summary.age_restricted, "18+"),
        (summary.subscribers_only, "for subscribers only"),
        (summary.paid_event, "a paid event"),
    )
    return [words for is_so, words in rows if is_so]


def _figure(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _started(started_ms: int, now_ms: int) -> str:
    """Local time, and how long ago; empty for a time that is not known or that no calendar has."""
    moment = clock_time(started_ms, "%Y-%m-%d %H:%M")
    minutes = max(0, now_ms - started_ms) // 60_000
    return f"{moment}, {minutes // 60} h {minutes % 60:02} min ago" if moment else ""
