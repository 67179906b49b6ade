"""What can go wrong in commands that read TikTok's web; who follows a room meets none of it."""

from __future__ import annotations

from app.errors import Blocked, NetworkError, RoomError, SidestageError, TooSlow


class GiftListRefused(Blocked, code="gift_list_refused", helps="nothing"):
    """The gift list wants a signature (HTTP 403 without one since March 2026)."""


class LoginNeeded(RoomError, code="login_needed", helps="nothing"):
    """TikTok tells this to people with a log-in only (20003, 2483)."""


class RoomRefused(RoomError, code="room_refused", helps="nothing"):
    """10011 or `prompts`: the same answer for a room that is 18+ and for one that does not exist."""


class NoStream(RoomError, code="no_stream", helps="nothing"):
    """The room has no video in that quality, or none that may be fetched."""


class StreamSilent(TooSlow, code="stream_silent", helps="nothing"):
    """The playlist has nothing new for longer than a stream may be silent."""


class StreamBroken(NetworkError, code="stream_broken", helps="nothing"):
    """The video broke off; what was recorded until then is whole."""


class FfmpegMissing(SidestageError, code="ffmpeg_missing", helps="nothing"):
    """The program that copies the video is not installed."""


class FfmpegFailed(SidestageError, code="ffmpeg_failed", helps="nothing"):
    """ffmpeg was started and gave up."""
