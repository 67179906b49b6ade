"""Where the video is, by quality, out of a room's `stream_url` or the live page (protocol.md f.3)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.errors import ProtocolError, SidestageError
from app.errors.reading import NoStream
from app.tiktok.addresses import resolve_address
from app.tiktok.tree import fit_line, read_list, read_mapping, read_text
from app.words import video as words
from app.words.phrase import Phrase

if TYPE_CHECKING:
    from app.tiktok.room import RoomSummary

AUDIO = "ao"
# Names of both forms from the smallest picture to the largest; the older form has those in capitals.
QUALITIES = ("ld", "SD1", "sd", "SD2", "hd", "HD1", "hd_60", "uhd", "FULL_HD1", "uhd_60", "origin")
H265 = ("265", "hevc", "bytevc1", "hvc1", "hev1")  # what it goes by; bytevc1 is ByteDance's own encoder
# hd; where it is missing the smallest that is better, else the best that is smaller.
PREFERRED = (*QUALITIES[4:], *reversed(QUALITIES[:4]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """One quality. An address that is not offered is empty; each is good for some days and names the room.

    Attributes:
        quality: TikTok's key, such as `hd` or `origin`; `ao` is sound without a picture.
        name: what its page calls it, such as “720p”; possibly empty.
        resolution: width x height in pixels, such as “1280x720”, possibly empty.
        codec: of the picture, `h264`, `h265` or another word of TikTok's; possibly empty.
    """

    quality: str
    flv: str = ""
    hls: str = ""
    cmaf: str = ""
    name: str = ""
    resolution: str = ""
    codec: str = ""

    @property
    def has_sound_only(self) -> bool:
        """Whether there is no picture."""
        return self.quality == AUDIO

    @property
    def is_h265(self) -> bool:
        """Whether the picture is H.265, whatever TikTok calls it."""
        return is_h265(self.codec)

    @property
    def address(self) -> str:
        """The address that ffmpeg reads best: FLV, but HLS where FLV would carry H.265, which it cannot.

        FLV has no number for H.265; TikTok uses 12, which is known in its own players only.
        """
        flv, others = (self.flv,), (self.hls, self.cmaf)
        offered = [address for address in ((*others, *flv) if self.is_h265 else (*flv, *others)) if address]
        return next(filter(self._is_readable, offered), offered[0] if offered else "")

    @property
    def is_recordable(self) -> bool:
        """Whether the address can be fetched and read."""
        return bool(self.address) and self._is_readable(self.address)

    def _is_readable(self, address: str) -> bool:
        if address == self.flv and self.is_h265:
            return False
        try:
            return not urlsplit(resolve_address("", address)).path.endswith(".mpd")
        except SidestageError:
            return False


def is_h265(codec: str) -> bool:
    """Whether a codec is H.265, whatever it is called."""
    word = "".join(letter for letter in codec.casefold() if letter.isalnum())
    return any(name in word for name in H265)


def read_streams(stream_url: object) -> tuple[Stream, ...]:
    """The streams of room/info's `stream_url`, in TikTok's order; the older form where the newer names none.

    Raises:
        ProtocolError: the JSON within the JSON is broken, and there is no older form.
    """
    room = read_mapping(stream_url)
    pulled = read_mapping(read_mapping(room.get("live_core_sdk_data")).get("pull_data"))
    older = _read_older(room)
    try:
        return _read_newer(pulled) or older
    except ProtocolError:
        if older:
            return older
        raise


def list_page_streams(told: Mapping[str, Any]) -> tuple[Stream, ...]:
    """The streams of the live page: of `streamData` and of `hevcStreamData`, a quality of both in H.264.

    Raises:
        ProtocolError: as `streams_of`, where the other list names none either.
    """
    live = read_mapping(told.get("liveRoom"))
    found: dict[str, Stream] = {}
    broken: ProtocolError | None = None
    for name in ("streamData", "hevcStreamData"):
        try:
            streams = _read_newer(read_mapping(read_mapping(live.get(name)).get("pull_data")))
        except ProtocolError as error:
            broken = error
            continue
        for stream in streams:
            known = found.get(stream.quality)
            if known is None or _rank_stream(stream) < _rank_stream(known):
                found[stream.quality] = stream
    if broken and not found:
        raise broken
    return tuple(found.values())


def _rank_stream(stream: Stream) -> tuple[bool, bool]:
    """Less is better for a recording."""
    return not stream.is_recordable, stream.is_h265


def choose_preferred(streams: Iterable[Stream]) -> Stream | None:
    """Choose what is recorded by default: `hd` or the next best with a picture; None when none can be."""
    seen = [stream for stream in streams if stream.is_recordable and not stream.has_sound_only]
    return min(seen, key=_rank_quality, default=None)


def choose_stream(streams: Iterable[Stream], quality: str = "") -> Stream:
    """Choose the stream of that quality or name; without one the preferred.

    Raises:
        NoStream: there is none, or none that can be recorded; the sentence names those that are.
    """
    offered = tuple(streams)
    if not offered:
        raise NoStream(words.NO_VIDEO, hint=words.TRY_LATER)
    if quality:
        return _choose_named(offered, quality.casefold())
    if stream := choose_preferred(offered):
        return stream
    if all(stream.has_sound_only for stream in offered):
        raise NoStream(words.SOUND_ONLY, hint=words.SOUND_QUALITY.fill(quality=AUDIO))
    raise NoStream(words.NONE_RECORDABLE.fill(reason=words.UNREADABLE), hint=words.TRY_LATER)


def check_open(summaries: Iterable[RoomSummary]) -> None:
    """Say why a room that is live names no video.

    Raises:
        NoStream: it shows it to some people only.
    """
    rooms = tuple(summaries)
    if any(room.subscribers_only for room in rooms):
        raise NoStream(words.SUBSCRIBERS_ONLY, hint=words.SHOWN_TO_SUBSCRIBERS)
    if any(room.paid_event for room in rooms):
        raise NoStream(words.PAID_EVENT, hint=words.SHOWN_TO_BUYERS)


def _choose_named(offered: Sequence[Stream], quality: str) -> Stream:
    for stream in offered:
        if quality in (stream.quality.casefold(), stream.name.casefold()):
            if not stream.is_recordable:
                sentence = words.NOT_RECORDABLE.fill(quality=stream.quality, reason=words.UNREADABLE)
                raise NoStream(sentence, hint=_list_others(offered))
            return stream
    names = ", ".join(stream.quality for stream in offered)
    sentence = words.NO_SUCH_QUALITY.fill(quality=fit_line(quality[:20]))
    raise NoStream(sentence, hint=words.QUALITIES.fill(names=fit_line(names)))


def _list_others(offered: Sequence[Stream]) -> Phrase:
    names = ", ".join(stream.quality for stream in offered if stream.is_recordable)
    return words.QUALITIES.fill(names=fit_line(names)) if names else words.TRY_LATER


def _rank_quality(stream: Stream) -> int:
    return PREFERRED.index(stream.quality) if stream.quality in PREFERRED else len(PREFERRED)


def _read_newer(pulled: Mapping[str, Any]) -> tuple[Stream, ...]:
    """The newer form: addresses in JSON within the JSON, names in `options`."""
    data = read_mapping(read_mapping(_parse_inner(pulled.get("stream_data"))).get("data"))
    told = read_list(read_mapping(pulled.get("options")).get("qualities"))
    named = {read_text(read_mapping(row).get("sdk_key")): read_mapping(row) for row in told}
    streams = (
        _make_newer(read_text(name), read_mapping(read_mapping(one).get("main")), named.get(name, {}))
        for name, one in data.items()
    )
    return tuple(stream for stream in streams if stream.address)


def _make_newer(quality: str, main: Mapping[str, Any], named: Mapping[str, Any]) -> Stream:
    params = read_mapping(_try_inner(main.get("sdk_params")))
    return Stream(
        quality=quality,
        flv=read_text(main.get("flv")),
        hls=read_text(main.get("hls")),
        cmaf=read_text(main.get("cmaf")),
        name=read_text(named.get("name")),
        resolution=read_text(named.get("resolution")) or read_text(params.get("resolution")),
        codec=_name_codec(read_text(named.get("v_codec")) or read_text(params.get("VCodec"))),
    )


def _read_older(room: Mapping[str, Any]) -> tuple[Stream, ...]:
    flv, hls = read_mapping(room.get("flv_pull_url")), read_mapping(room.get("hls_pull_url_map"))
    names, params = read_mapping(room.get("resolution_name")), read_mapping(room.get("flv_pull_url_params"))
    streams = (
        Stream(
            quality=read_text(quality),
            flv=read_text(flv.get(quality)),
            hls=read_text(hls.get(quality)),
            name=read_text(names.get(quality)),
            codec=_name_codec(read_text(read_mapping(_try_inner(params.get(quality))).get("VCodec"))),
        )
        for quality in {**flv, **hls}
    )
    return tuple(stream for stream in streams if stream.address)


def _name_codec(word: str) -> str:
    return "h265" if is_h265(word) else word


def _try_inner(told: object) -> Any:
    """Read what only describes a stream; None when it is broken, since the stream itself may be whole."""
    try:
        return _parse_inner(told)
    except ProtocolError:
        return None


def _parse_inner(told: object) -> Any:
    if not isinstance(told, str) or not told:
        return {}
    try:
        return json.loads(told)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(words.ADDRESSES_NO_JSON) from error
