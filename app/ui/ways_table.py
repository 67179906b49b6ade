"""What the dialog for the way in asks about, and which of it belongs to which way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from app.access import Access
from app.access.endpoints import Endpoints
from app.ui import ways_fields as check

DEFAULT, TIMES = Endpoints(), Access()
LOGIN = ("session_id", "target_idc")
PROXIES = ("web_proxy", "socket_proxy")
SECONDS = ("http_timeout_s", "open_timeout_s", "stale_s")
TIKTOK = ("app_url", "webcast_url")


class Asked(NamedTuple):
    """One thing to type: what it is, how it is checked, and what an empty field means."""

    caption: str
    check: Callable[[str], None]
    empty: str


class Shown(NamedTuple):
    """The fields of a way, and those that are folded away."""

    first: tuple[str, ...]
    more: tuple[str, ...]


_web = partial(check.address, secure="https", plain="http")
_socket = partial(check.address, secure="wss", plain="ws")
FIELDS: dict[str, Asked] = {
    "sign_url": Asked("Address of the sign provider", _web, DEFAULT.sign_url),
    "sign_key": Asked("Key for the sign provider", check.key, "none: its limits without a key"),
    "tiktools_key": Asked("Key for tik.tools", check.key, "none: its limits without a key"),
    "studio_key": Asked("Key for LIVE Studio, issued by TikTok", check.studio_key, "app_id:key_id:secret"),
    "session_id": Asked("Log-in for 18+ rooms: cookie sessionid", check.session_id, "none: as a guest"),
    "target_idc": Asked("Its cookie tt-target-idc", check.target_idc, "such as useast5"),
    "web_proxy": Asked("Proxy", check.proxy, "none, or HTTPS_PROXY"),
    "socket_proxy": Asked("Another proxy for sockets", check.proxy, "the same"),
    "http_timeout_s": Asked("Seconds for an answer", check.seconds, f"{TIMES.http_timeout_s:g}"),
    "open_timeout_s": Asked("Seconds for opening a socket", check.seconds, f"{TIMES.open_timeout_s:g}"),
    "stale_s": Asked("Seconds of silence that end a socket", check.seconds, f"{TIMES.stale_s:g}"),
    "app_url": Asked("Instead of TikTok's web site", _web, DEFAULT.app_url),
    "webcast_url": Asked("Instead of TikTok's webcast host", _web, DEFAULT.webcast_url),
    "socket_url": Asked("Instead of TikTok's socket for guests", _socket, DEFAULT.socket_url),
    "euler_url": Asked("Instead of Euler Stream's cloud socket", _socket, DEFAULT.euler_url),
    "tiktools_url": Asked("Instead of tik.tools' managed socket", _socket, DEFAULT.tiktools_url),
    "tikfinity_url": Asked("Instead of TikFinity's socket", _socket, DEFAULT.tikfinity_url),
    "studio_url": Asked("Instead of LIVE Studio's ports", _socket, "its ports on this machine"),
}
WAYS: dict[str, Shown] = {
    "signed": Shown(("sign_url", "sign_key", *LOGIN, *PROXIES), (*SECONDS, *TIKTOK)),
    "anonymous": Shown(PROXIES, (*SECONDS, *TIKTOK, "socket_url")),
    "polling": Shown((*LOGIN, *PROXIES), ("http_timeout_s", "stale_s", *TIKTOK)),
    "euler": Shown(("sign_key", *PROXIES), ("open_timeout_s", "stale_s", "euler_url")),
    "tiktools": Shown(("tiktools_key", *PROXIES), ("open_timeout_s", "stale_s", "tiktools_url")),
    "tikfinity": Shown(PROXIES, ("open_timeout_s", "tikfinity_url")),
    "studio": Shown(("studio_key", *PROXIES), ("open_timeout_s", "studio_url")),
}
