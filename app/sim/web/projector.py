"""Plays the film to whoever asks for it, in real time, after some seconds at once as TikTok's caches do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from itertools import count
from typing import Any

from websockets.asyncio.server import ServerConnection

from app.sim.pace import Pace
from app.sim.web.film import FRAMES_PER_S, SIZES, Film

PATH = r"/stream/(?P<quality>origin|hd|sd|ld|ao)\.flv"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: video/x-flv\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
AT_ONCE = 6 * FRAMES_PER_S  # frames
UNREAD_AT_MOST = 1 << 20  # bytes; who is slower than the film misses frames
NAMES = {"origin": ("Original", 10), "hd": ("720p", 3), "sd": ("540p", 2), "ld": ("360p", 1)}


class Projector:
    """Plays films to their viewers."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._shows: dict[asyncio.Task[None], asyncio.WriteTransport] = {}

    async def show(self, viewer: ServerConnection, quality: str, on_air: Callable[[], bool]) -> None:
        """Play until the viewer leaves, the room ends or `stop`; the connection is closed then."""
        playing = asyncio.ensure_future(self._play(viewer.transport, Film(quality), on_air))
        self._shows[playing] = viewer.transport
        await asyncio.wait([playing])
        viewer.transport.close()
        await viewer.wait_closed()
        del self._shows[playing]

    def stop(self) -> None:
        """Cut every film."""
        for playing, transport in self._shows.items():
            playing.cancel()
            transport.abort()

    async def _play(self, screen: asyncio.WriteTransport, film: Film, on_air: Callable[[], bool]) -> None:
        screen.write(HEAD + film.make_opening())
        for number in count():
            if screen.is_closing() or not on_air():
                return
            frame = film.make_frame(number)
            if screen.get_write_buffer_size() < UNREAD_AT_MOST:
                screen.write(frame)
            if number >= AT_ONCE:
                await self._pace.sleep(1 / FRAMES_PER_S)


def make_pull_data(host: str) -> dict[str, Any]:
    """Addresses by quality as live page and room/info name them, JSON within the JSON (protocol.md f.3)."""
    qualities = [
        {
            "sdk_key": quality,
            "name": name,
            "level": level,
            "resolution": "",
            "v_codec": "",
            "icon_type": level,
        }
        for quality, (name, level) in NAMES.items()
    ]
    data = {quality: {"main": _describe_main(host, quality)} for quality in SIZES}
    return {
        "options": {"default_quality": qualities[2], "qualities": qualities, "show_quality_button": True},
        "stream_data": json.dumps({"common": {"session_id": "sim"}, "data": data}),
    }


def make_stream_url(host: str) -> dict[str, Any]:
    """The object of that name in room/info, with the older form beside the newer."""
    older = {"HD1": "hd", "SD2": "sd", "SD1": "ld"}
    return {
        "live_core_sdk_data": {"pull_data": make_pull_data(host)},
        "flv_pull_url": {name: make_address(host, quality) for name, quality in older.items()},
        "hls_pull_url": "",
        "hls_pull_url_map": {},
        "resolution_name": {"HD1": "720p", "SD2": "540p", "SD1": "360p"},
        "default_resolution": "SD2",
    }


def make_address(host: str, quality: str) -> str:
    """The address of one quality."""
    return f"http://{host}/stream/{quality}.flv"


def _describe_main(host: str, quality: str) -> dict[str, str]:
    width, height = SIZES[quality]
    told = {"VCodec": "h264", "resolution": f"{width * 16}x{height * 16}" if width else "", "gop": 1}
    return {"flv": make_address(host, quality), "hls": "", "cmaf": "", "sdk_params": json.dumps(told)}
