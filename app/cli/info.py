"""`sidestage info`: what a room says about itself."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import Any

from app.cli.options import Options
from app.cli.output import put, put_json, show_cell, warn
from app.client.live_client import LiveClient
from app.events.describe.json_text import dump_json
from app.events.describe.local_time import write_clock_time
from app.events.describe.plain import make_plain
from app.tiktok.room import RoomSummary
from app.words import Phrase
from app.words import commands as words
from app.words.lists import COMMA, join_texts

WIDTH = 10  # of the names
INSTEAD = {
    "live_page": words.FROM_LIVE_PAGE,
    "api_live": words.FROM_API_LIVE,
}


async def run_info(options: Options) -> int:
    """Print title, host and figures.

    Raises:
        SidestageError: the room could not be read, or there is none now.
    """
    summary = await LiveClient(options.target, options.access).summary()
    now_ms = time.time_ns() // 1_000_000
    put_json(dump_json(make_summary_json(summary))) if options.json else put(write_room(summary, now_ms))
    if summary.source in INSTEAD and not options.json:
        warn(INSTEAD[summary.source])
    return 0


def make_summary_json(summary: RoomSummary) -> dict[str, Any]:
    """Stable names; ids are strings, as they are in events."""
    host = asdict(summary.host) | {"id": str(summary.host.id)}
    shown = {name: host[name] for name in ("id", "unique_id", "nickname", "avatar_url")}
    return asdict(summary) | {"room_id": str(summary.room_id), "host": shown}


def write_room(summary: RoomSummary, now_ms: int) -> str:
    """One line for each thing that was told."""
    host = summary.host
    rows = {
        words.HOST: f"{host.nickname} @{host.unique_id}" if host.unique_id else host.nickname,
        words.TITLE: summary.title,
        words.STATUS: join_texts(COMMA, summary.status, *_find_restrictions(summary)),
        words.STARTED: _tell_start(summary.started_ms, now_ms),
        words.VIEWERS: _write_figure(summary.viewers),
        words.ENTERED: _write_figure(summary.entered),
        words.LIKES: _write_figure(summary.likes),
        words.FOLLOWERS: _write_figure(summary.followers),
        words.CATEGORY: summary.category,
        words.ROOM_ID: str(summary.room_id or ""),
    }
    return "".join(
        f"{show_cell(name, WIDTH)} {make_plain(show_cell(value))}\n" for name, value in rows.items() if value
    )


def _find_restrictions(summary: RoomSummary) -> list[Phrase]:
    """For whom the room is, where it is not for everybody."""
    rows = (
        (summary.age_restricted, words.FOR_ADULTS),
        (summary.subscribers_only, words.FOR_SUBSCRIBERS),
        (summary.paid_event, words.PAID_EVENT),
    )
    return [restriction for is_so, restriction in rows if is_so]


def _write_figure(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _tell_start(started_ms: int, now_ms: int) -> str:
    """Local time, and how long ago; empty for a time that is not known or that no calendar has."""
    moment = write_clock_time(started_ms, "%Y-%m-%d %H:%M")
    minutes = max(0, now_ms - started_ms) // 60_000
    return words.STARTED_AGO.fill(moment=moment, hours=minutes // 60, minutes=minutes % 60) if moment else ""
