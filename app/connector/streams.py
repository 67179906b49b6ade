"""Stream addresses by quality, out of a room's `stream_url` (protocol.md f.3)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.errors import ProtocolError


@dataclass(frozen=True, slots=True)
class Stream:
    """One quality, such as `hd` or `origin`; an address that is not offered is empty."""

    quality: str
    flv: str
    hls: str


def streams_of(stream_url: object) -> tuple[Stream, ...]:
    """The streams, in TikTok's order; the older form only where the newer names none.

    Raises:
        ProtocolError: the JSON within the JSON is broken.
    """
    room = _mapping(stream_url)
    pulled = _mapping(_mapping(room.get("live_core_sdk_data")).get("pull_data"))
    newer = _named(_mapping(_mapping(_inner(pulled.get("stream_data"))).get("data")))
    return newer or _older(room)


def _named(qualities: Mapping[str, Any]) -> tuple[Stream, ...]:
    mains = {quality: _mapping(_mapping(told).get("main")) for quality, told in qualities.items()}
    found = (Stream(name, _text(main.get("flv")), _text(main.get("hls"))) for name, main in mains.items())
    return tuple(stream for stream in found if stream.flv or stream.hls)


def _older(room: Mapping[str, Any]) -> tuple[Stream, ...]:
    flv, hls = _mapping(room.get("flv_pull_url")), _mapping(room.get("hls_pull_url_map"))
    found = (Stream(name, _text(flv.get(name)), _text(hls.get(name))) for name in {**flv, **hls})
    return tuple(stream for stream in found if stream.flv or stream.hls)


def _inner(text: object) -> Any:
    if not isinstance(text, str) or not text:
        return {}
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ProtocolError("The stream addresses are not JSON.") from error


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
