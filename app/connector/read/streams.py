"""Where the video is, by quality, out of a room's `stream_url` or the live page (protocol.md f.3)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.connector.read.errors import NoStream
from app.connector.tree import listing, mapping, text
from app.errors import ProtocolError

AUDIO = "ao"
# Names of both forms from the smallest picture to the largest; the older form has those in capitals.
QUALITIES = ("ld", "SD1", "sd", "SD2", "hd", "HD1", "hd_60", "uhd", "FULL_HD1", "uhd_60", "origin")
# hd; where it is missing the smallest that is better, else the best that is smaller.
PREFERRED = (*QUALITIES[4:], *reversed(QUALITIES[:4]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """One quality. An address that is not offered is empty; each is good for some days and names the room.

    Attributes:
        quality: TikTok's key, such as `hd` or `origin`; `ao` is sound without a picture.
        name: what its page calls it, such as “720p”; possibly empty.
        resolution: width x height in pixels, such as “1280x720”, possibly empty.
        codec: of the picture, `h264` or `h265`; possibly empty.
    """

    quality: str
    flv: str = ""
    hls: str = ""
    cmaf: str = ""
    name: str = ""
    resolution: str = ""
    codec: str = ""

    @property
    def audio_only(self) -> bool:
        """Whether there is no picture."""
        return self.quality == AUDIO

    @property
    def address(self) -> str:
        """The address that ffmpeg reads best: FLV, but HLS where FLV would carry H.265, which it cannot.

        FLV has no number for H.265; TikTok uses 12, which is known in its own players only.
        """
        return (
            (self.hls or self.cmaf or self.flv) if self.codec == "h265" else self.flv or self.hls or self.cmaf
        )


def streams_of(stream_url: object) -> tuple[Stream, ...]:
    """The streams of room/info's `stream_url`, in TikTok's order; the older form where the newer names none.

    Raises:
        ProtocolError: the JSON within the JSON is broken.
    """
    room = mapping(stream_url)
    pulled = mapping(mapping(room.get("live_core_sdk_data")).get("pull_data"))
    return _pulled(pulled) or _older(room)


def streams_of_page(told: Mapping[str, Any]) -> tuple[Stream, ...]:
    """The streams of the live page: `streamData`, or `hevcStreamData` where that names none.

    Raises:
        ProtocolError: as `streams_of`.
    """
    live = mapping(told.get("liveRoom"))
    plain, hevc = (
        _pulled(mapping(mapping(live.get(name)).get("pull_data")))
        for name in ("streamData", "hevcStreamData")
    )
    return plain or hevc


def chosen(streams: Iterable[Stream], quality: str = "") -> Stream:
    """The stream of that quality or name; without one `hd` or the next best with a picture.

    Raises:
        NoStream: there is none; the sentence names those that are.
    """
    offered = tuple(streams)
    if not offered:
        raise NoStream("TikTok names no video for this room.", hint="Try again later.")
    if quality:
        return _named(offered, quality.casefold())
    seen = [stream for stream in offered if not stream.audio_only]
    if not seen:
        raise NoStream("The room has sound only.", hint=f"“{AUDIO}” is its quality.")
    return min(seen, key=_preference)


def _named(offered: Sequence[Stream], quality: str) -> Stream:
    for stream in offered:
        if quality in (stream.quality.casefold(), stream.name.casefold()):
            return stream
    names = ", ".join(stream.quality for stream in offered)
    raise NoStream(f"The quality “{quality[:20]}” is not offered.", hint=f"There are {names}.")


def _preference(stream: Stream) -> int:
    return PREFERRED.index(stream.quality) if stream.quality in PREFERRED else len(PREFERRED)


def _pulled(pulled: Mapping[str, Any]) -> tuple[Stream, ...]:
    """The newer form: addresses in JSON within the JSON, names in `options`."""
    data = mapping(mapping(_inner(pulled.get("stream_data"))).get("data"))
    told = listing(mapping(pulled.get("options")).get("qualities"))
    named = {text(mapping(row).get("sdk_key")): mapping(row) for row in told}
    streams = (
        _newer(name, mapping(mapping(one).get("main")), named.get(name, {})) for name, one in data.items()
    )
    return tuple(stream for stream in streams if stream.address)


def _newer(quality: str, main: Mapping[str, Any], named: Mapping[str, Any]) -> Stream:
    params = mapping(_inner(main.get("sdk_params")))
    return Stream(
        quality=quality,
        flv=text(main.get("flv")),
        hls=text(main.get("hls")),
        cmaf=text(main.get("cmaf")),
        name=text(named.get("name")),
        resolution=text(named.get("resolution")) or text(params.get("resolution")),
        codec=text(named.get("v_codec")) or text(params.get("VCodec")),
    )


def _older(room: Mapping[str, Any]) -> tuple[Stream, ...]:
    flv, hls = mapping(room.get("flv_pull_url")), mapping(room.get("hls_pull_url_map"))
    names, params = mapping(room.get("resolution_name")), mapping(room.get("flv_pull_url_params"))
    streams = (
        Stream(
            quality=quality,
            flv=text(flv.get(quality)),
            hls=text(hls.get(quality)),
            name=text(names.get(quality)),
            codec=text(mapping(_inner(params.get(quality))).get("VCodec")),
        )
        for quality in {**flv, **hls}
    )
    return tuple(stream for stream in streams if stream.address)


def _inner(told: object) -> Any:
    if not isinstance(told, str) or not told:
        return {}
    try:
        return json.loads(told)
    except (ValueError, RecursionError) as error:
        raise ProtocolError("The stream addresses are not JSON.") from error
