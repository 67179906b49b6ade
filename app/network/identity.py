"""What we say about ourselves: to TikTok one fixed, plain browser-like set (protocol.md d.1, d.9).

TikTok's web socket is made for its own page and wants the parameters that the page sends. They are the
same for everybody and never change between attempts: nothing here is meant to look like somebody else.
"""

from __future__ import annotations

from websockets.typing import Origin

from app import __version__

BROWSER = (
    "5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36"
)
USER_AGENT = f"Mozilla/{BROWSER}"

WEB_PARAMS: dict[str, str] = {
    "aid": "1988",
    "app_name": "tiktok_web",
    "app_language": "en",
    "webcast_language": "en",
    "browser_language": "en-US",
    "browser_name": "Mozilla",
    "browser_version": BROWSER,
    "browser_platform": "Win32",
    "browser_online": "true",
    "cookie_enabled": "true",
    "device_platform": "web_pc",
    "tz_name": "Europe/London",
}

SOCKET_PARAMS: dict[str, str] = {
    **WEB_PARAMS,
    "version_code": "180800",
    "device_platform": "web",
    "identity": "audience",
    "live_id": "12",
    "sup_ws_ds_opt": "1",
    "update_version_code": "2.0.0",
    "did_rule": "3",
    "client_enter": "1",
    "ws_direct": "1",
    "screen_width": "1920",
    "screen_height": "1080",
    "resp_content_type": "protobuf",
    "history_comment_count": "6",
    "compress": "gzip",
}

WEB_HEADERS: dict[str, str] = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/json,application/protobuf",
    "Accept-Encoding": "gzip",  # the one that every server knows; more than one layer is refused
    "Accept-Language": "en-US,en;q=0.9",
    "Referer": "https://www.tiktok.com/",
}
ORIGIN = Origin("https://www.tiktok.com")


def make_provider_headers(key: str) -> dict[str, str]:
    """What a sign provider gets to see: our own name, and the user's key if there is one."""
    return {"User-Agent": f"Sidestage/{__version__}"} | ({"X-Api-Key": key} if key else {})
