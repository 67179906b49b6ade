"""What can go wrong when TikTok's web is read, beside what every way in meets."""

from __future__ import annotations

from app.errors import Blocked, NetworkError, RoomError, SidestageError, TooSlow

WHERE_A_LOGIN_GOES = (
    "Put the cookies of a log-in into the keyring (sidestage keys set session_id, then target_idc) or into "
    "SIDESTAGE_SESSION_ID and SIDESTAGE_TARGET_IDC."
)


class GiftListRefused(Blocked):
    """The gift list wants a signature (HTTP 403 without one since March 2026)."""

    code = "gift_list_refused"


class CountryPage(Blocked):
    """TikTok sent the page of a country or region where it is not offered."""

    code = "country"


class LoginNeeded(RoomError):
    """TikTok tells this to people with a log-in only (20003, 2483)."""

    code = "login_needed"


class RoomRefused(RoomError):
    """10011 or `prompts`: the same answer for a room that is 18+ and for one that does not exist."""

    code = "room_refused"


class NoStream(RoomError):
    """The room has no video in that quality, or none that may be fetched."""

    code = "no_stream"


class StreamSilent(TooSlow):
    """The playlist has nothing new for longer than a stream may be silent."""

    code = "stream_silent"


class StreamBroken(NetworkError):
    """The video came and then did not any more; what was recorded before is whole."""

    code = "stream_broken"


class FfmpegMissing(SidestageError):
    """The program that copies the video is not installed."""

    code = "ffmpeg_missing"


class FfmpegFailed(SidestageError):
    """It is, and gave up."""

    code = "ffmpeg_failed"
