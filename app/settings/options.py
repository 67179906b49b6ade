"""Every choice that the user has, once: a field of `Choices` is a row of OPTIONS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from app.settings import checks
from app.settings.kinds import (
    SOCKET_ADDRESS,
    SOCKET_PROXY,
    WEB_ADDRESS,
    WEB_PROXY,
    Choice,
    Kind,
    Names,
    Pairs,
    Seconds,
    Secret,
)
from app.settings.ways import USUAL, WAYS

TIMEOUT = Seconds(1, 600)
THEMES = {
    "dark": "light on dark",
    "light": "dark on light",
    "contrast": "the strongest contrast",
    "system": "as the system has it, also while it changes",
}
PREFIX = "SIDESTAGE_"


@dataclass(frozen=True, slots=True)
class Option:
    """A row of OPTIONS.

    Attributes:
        name: in the file, in `sidestage settings`, and as a field of `Choices`.
        kind: what its values are like.
        default: its value when nobody chose one.
        page: of the settings dialog and of docs/settings.md.
        words: what it is.
        caption: over its field in a dialog; empty where it has none.
        empty: what an empty field means.
        variable: the environment variable; empty for none.
        flag: on the command line; empty for none.
        is_secret: it lives in the keyring and is never shown.
        is_kept: it may be kept for the next time.
        needs_restart: it holds from the next start.
    """

    name: str
    kind: Kind
    default: Any
    page: str
    words: str
    caption: str = ""
    empty: str = ""
    variable: str = ""
    flag: str = ""
    is_secret: bool = False
    is_kept: bool = True
    needs_restart: bool = False


def _row(kind: Kind, default: Any, page: str, words: str, *, variable: str = "", **more: Any) -> Any:
    """A field of `Choices`, with its row."""
    row = {"kind": kind, "default": default, "page": page, "words": words, **more}
    row["variable"] = f"{PREFIX}{variable}" if variable else ""
    return field(default=default, repr=not more.get("is_secret"), metadata=row)


def _secret(check: Any, page: str, words: str, **more: Any) -> Any:
    return _row(Secret(check), "", page, words, is_secret=True, **more)


def _address(kind: Kind, default: str, what: str, caption: str, **more: Any) -> Any:
    return _row(kind, default, "addresses", f"instead of {what}", caption=f"Instead of {caption}", **more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What holds: for each option the flag, else the variable, else what was kept, else the default."""

    recent: tuple[str, ...] = _row(Names(), (), "memory", "names that were followed, the last one first")
    way: str = _row(
        Choice({name: way.words for name, way in WAYS.items()}, "way in"), USUAL, "way in", "how to get in",
        variable="WAY", flag="--way",
    )  # fmt: skip
    sign_url: str = _row(
        WEB_ADDRESS, "https://api.eulerstream.com", "addresses", "instead of the sign provider",
        caption="Address of the sign provider", variable="SIGN_URL", flag="--sign-url",
    )  # fmt: skip
    sign_key: str = _secret(
        checks.check_key, "keys", "key for the sign provider; Euler Stream's cloud socket takes it too",
        variable="SIGN_KEY", caption="Key for the sign provider",
        empty="none: its limits without a key",
    )  # fmt: skip
    tiktools_key: str = _secret(
        checks.check_key, "keys", "key for tik.tools",
        variable="TIKTOOLS_KEY", caption="Key for tik.tools",
        empty="none: its limits without a key",
    )  # fmt: skip
    studio_key: str = _secret(
        checks.check_studio_key, "keys", "app_id:key_id:secret for TikTok LIVE Studio",
        variable="STUDIO_KEY", caption="Key for LIVE Studio, issued by TikTok", empty="app_id:key_id:secret",
    )  # fmt: skip
    session_id: str = _secret(
        checks.check_session_id, "log-in", "cookie sessionid of your TikTok log-in",
        variable="SESSION_ID", caption="Log-in for 18+ rooms: cookie sessionid", empty="none: as a guest",
    )  # fmt: skip
    target_idc: str = _secret(
        checks.check_target_idc, "log-in", "cookie tt-target-idc of the same log-in",
        variable="TARGET_IDC", caption="Its cookie tt-target-idc", empty="such as useast5",
    )  # fmt: skip
    session_hosts: tuple[str, ...] = _row(
        Names(), (), "log-in", "hosts of sign providers that may get the log-in", variable="SESSION_HOSTS"
    )
    web_proxy: str = _row(
        WEB_PROXY, "", "network", "http://host:port or socks5://host:port, for everything",
        caption="Proxy", empty="none, or HTTPS_PROXY", variable="PROXY", flag="--proxy",
    )  # fmt: skip
    socket_proxy: str = _row(
        SOCKET_PROXY, "", "network", "another proxy for sockets",
        caption="Another proxy for sockets", empty="the same", variable="SOCKET_PROXY", flag="--socket-proxy",
    )  # fmt: skip
    http_timeout_s: float = _row(
        TIMEOUT, 10.0, "network", "for a whole HTTP answer",
        caption="Seconds for an answer", variable="TIMEOUT", flag="--timeout",
    )  # fmt: skip
    open_timeout_s: float = _row(
        TIMEOUT, 15.0, "network", "for opening a socket",
        caption="Seconds for opening a socket", variable="OPEN_TIMEOUT", flag="--open-timeout",
    )  # fmt: skip
    stale_s: float = _row(
        TIMEOUT, 60.0, "network", "silence after which a socket is given up",
        caption="Seconds of silence that end a socket", variable="STALE", flag="--stale",
    )  # fmt: skip
    headers: tuple[tuple[str, str], ...] = _row(
        Pairs(), (), "network", "sent with TikTok's web; can be given again", flag="--header", is_kept=False
    )
    params: tuple[tuple[str, str], ...] = _row(
        Pairs(), (), "network", "sent with every query to TikTok; can be given again",
        flag="--param", is_kept=False,
    )  # fmt: skip
    app_url: str = _address(
        WEB_ADDRESS, "https://www.tiktok.com", "TikTok's web site", "TikTok's web site",
        variable="APP_URL", flag="--app-url",
    )  # fmt: skip
    webcast_url: str = _address(
        WEB_ADDRESS, "https://webcast.tiktok.com", "TikTok's webcast host", "TikTok's webcast host",
        variable="WEBCAST_URL", flag="--webcast-url",
    )  # fmt: skip
    socket_url: str = _address(
        SOCKET_ADDRESS, "wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/",
        "TikTok's socket, for guests", "TikTok's socket for guests",
        variable="SOCKET_URL", flag="--socket-url",
    )  # fmt: skip
    euler_url: str = _address(
        SOCKET_ADDRESS, "wss://ws.eulerstream.com", "Euler Stream's cloud socket",
        "Euler Stream's cloud socket", variable="EULER_URL", flag="--euler-url",
    )  # fmt: skip
    tiktools_url: str = _address(
        SOCKET_ADDRESS, "wss://api.tik.tools", "tik.tools' managed socket", "tik.tools' managed socket",
        variable="TIKTOOLS_URL", flag="--tiktools-url",
    )  # fmt: skip
    tikfinity_url: str = _address(
        SOCKET_ADDRESS, "ws://127.0.0.1:21213", "the socket of the TikFinity program", "TikFinity's socket",
        variable="TIKFINITY_URL", flag="--tikfinity-url",
    )  # fmt: skip
    studio_url: str = _address(
        SOCKET_ADDRESS, "", "the data socket of TikTok LIVE Studio", "LIVE Studio's ports",
        empty="its ports on this machine", variable="STUDIO_URL", flag="--studio-url",
    )  # fmt: skip
    theme: str = _row(
        Choice(THEMES, "theme"), "dark", "look", "colours of the window", variable="THEME", flag="--theme"
    )


OPTIONS: Mapping[str, Option] = {one.name: Option(one.name, **one.metadata) for one in fields(Choices)}
DEFAULTS = Choices()
SECRETS: Mapping[str, Option] = {name: option for name, option in OPTIONS.items() if option.is_secret}
KEPT: Mapping[str, Option] = {
    name: option for name, option in OPTIONS.items() if option.is_kept and not option.is_secret
}
