"""Every choice that the user has, once: a field of `Choices` is a row of OPTIONS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from app.settings import checks
from app.settings.address_kinds import SOCKET_ADDRESS, SOCKET_PROXY, WEB_ADDRESS, WEB_PROXY
from app.settings.codes import Language
from app.settings.kinds import Choice, Kind, Names, Pairs, Seconds, Secret
from app.settings.ways import USUAL, WAYS
from app.words import Phrase, sentence

THEME_WORDS = {
    "dark": sentence("light on dark"),
    "light": sentence("dark on light"),
    "contrast": sentence("the strongest contrast"),
    "system": sentence("as the system has it, also while it changes"),
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
        is_hidden: a field shows dots for what is typed into it.
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
    is_hidden: bool = False
    is_kept: bool = True
    needs_restart: bool = False


def _row(kind: Kind, default: Any, page: str, words: Phrase, *, variable: str = "", **more: Any) -> Any:
    """A field of `Choices`, with its row."""
    row = {"kind": kind, "default": default, "page": page, "words": words, **more}
    row["variable"] = f"{PREFIX}{variable}" if variable else ""
    return field(default=default, repr=not more.get("is_secret"), metadata=row)


def _secret_row(check: Any, page: str, words: Phrase, **more: Any) -> Any:
    return _row(Secret(check), "", page, words, **{"is_secret": True, "is_hidden": True, **more})


def _address_row(kind: Kind, default: str, words: Phrase, caption: Phrase, **more: Any) -> Any:
    return _row(kind, default, "addresses", words, caption=caption, **more)


def _timeout_row(seconds: float, words: Phrase, caption: Phrase, **more: Any) -> Any:
    return _row(Seconds(1, 600), seconds, "network", words, caption=caption, **more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What holds: for each option the flag, else the variable, else what was kept, else the default."""

    recent: tuple[str, ...] = _row(
        Names(), (), "memory", sentence("names that were followed, the last one first")
    )
    way: str = _row(
        Choice({name: way.words for name, way in WAYS.items()}, sentence("way in")),
        USUAL,
        sentence("way in"),
        sentence("how to get in"),
        variable="WAY",
        flag="--way",
    )
    sign_url: str = _address_row(
        WEB_ADDRESS,
        "https://api.eulerstream.com",
        sentence("instead of the sign provider"),
        sentence("Address of the sign provider"),
        variable="SIGN_URL",
        flag="--sign-url",
    )
    sign_key: str = _secret_row(
        checks.check_key,
        "keys",
        sentence("key for the sign provider; Euler Stream's cloud socket takes it too"),
        variable="SIGN_KEY",
        caption=sentence("Key for the sign provider"),
        empty=sentence("none: its limits without a key"),
    )
    tiktools_key: str = _secret_row(
        checks.check_key,
        "keys",
        sentence("key for tik.tools"),
        variable="TIKTOOLS_KEY",
        caption=sentence("Key for tik.tools"),
        empty=sentence("none: its limits without a key"),
    )
    studio_key: str = _secret_row(
        checks.check_studio_key,
        "keys",
        sentence("app_id:key_id:secret for TikTok LIVE Studio"),
        variable="STUDIO_KEY",
        caption=sentence("Key for LIVE Studio, issued by TikTok"),
        empty="app_id:key_id:secret",
    )
    session_id: str = _secret_row(
        checks.check_session_id,
        "log-in",
        sentence("cookie sessionid of your TikTok log-in"),
        variable="SESSION_ID",
        caption=sentence("Log-in for 18+ rooms: cookie sessionid"),
        empty=sentence("none: as a guest"),
    )
    target_idc: str = _secret_row(
        checks.check_target_idc,
        "log-in",
        sentence("cookie tt-target-idc of the same log-in"),
        variable="TARGET_IDC",
        caption=sentence("Its cookie tt-target-idc"),
        empty=sentence("such as useast5"),
        is_hidden=False,
    )
    session_hosts: tuple[str, ...] = _row(
        Names(),
        (),
        "log-in",
        sentence("hosts of sign providers that may get the log-in"),
        variable="SESSION_HOSTS",
    )
    web_proxy: str = _row(
        WEB_PROXY,
        "",
        "network",
        sentence("http://host:port or socks5://host:port, for everything"),
        caption=sentence("Proxy"),
        empty=sentence("none, or HTTPS_PROXY"),
        variable="PROXY",
        flag="--proxy",
    )
    socket_proxy: str = _row(
        SOCKET_PROXY,
        "",
        "network",
        sentence("another proxy for sockets"),
        caption=sentence("Another proxy for sockets"),
        empty=sentence("the same"),
        variable="SOCKET_PROXY",
        flag="--socket-proxy",
    )
    http_timeout_s: float = _timeout_row(
        10.0,
        sentence("for a whole HTTP answer"),
        sentence("Seconds for an answer"),
        variable="TIMEOUT",
        flag="--timeout",
    )
    open_timeout_s: float = _timeout_row(
        15.0,
        sentence("for opening a socket"),
        sentence("Seconds for opening a socket"),
        variable="OPEN_TIMEOUT",
        flag="--open-timeout",
    )
    stale_s: float = _timeout_row(
        60.0,
        sentence("silence after which a socket is given up"),
        sentence("Seconds of silence that end a socket"),
        variable="STALE",
        flag="--stale",
    )
    headers: tuple[tuple[str, str], ...] = _row(
        Pairs(),
        (),
        "network",
        sentence("sent with TikTok's web; can be given again"),
        flag="--header",
        is_kept=False,
    )
    params: tuple[tuple[str, str], ...] = _row(
        Pairs(),
        (),
        "network",
        sentence("sent with every query to TikTok; can be given again"),
        flag="--param",
        is_kept=False,
    )
    app_url: str = _address_row(
        WEB_ADDRESS,
        "https://www.tiktok.com",
        sentence("instead of TikTok's web site"),
        sentence("Instead of TikTok's web site"),
        variable="APP_URL",
        flag="--app-url",
    )
    webcast_url: str = _address_row(
        WEB_ADDRESS,
        "https://webcast.tiktok.com",
        sentence("instead of TikTok's webcast host"),
        sentence("Instead of TikTok's webcast host"),
        variable="WEBCAST_URL",
        flag="--webcast-url",
    )
    socket_url: str = _address_row(
        SOCKET_ADDRESS,
        "wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/",
        sentence("instead of TikTok's socket, for guests"),
        sentence("Instead of TikTok's socket for guests"),
        variable="SOCKET_URL",
        flag="--socket-url",
    )
    euler_url: str = _address_row(
        SOCKET_ADDRESS,
        "wss://ws.eulerstream.com",
        sentence("instead of Euler Stream's cloud socket"),
        sentence("Instead of Euler Stream's cloud socket"),
        variable="EULER_URL",
        flag="--euler-url",
    )
    tiktools_url: str = _address_row(
        SOCKET_ADDRESS,
        "wss://api.tik.tools",
        sentence("instead of tik.tools' managed socket"),
        sentence("Instead of tik.tools' managed socket"),
        variable="TIKTOOLS_URL",
        flag="--tiktools-url",
    )
    tikfinity_url: str = _address_row(
        SOCKET_ADDRESS,
        "ws://127.0.0.1:21213",
        sentence("instead of the socket of the TikFinity program"),
        sentence("Instead of TikFinity's socket"),
        variable="TIKFINITY_URL",
        flag="--tikfinity-url",
    )
    studio_url: str = _address_row(
        SOCKET_ADDRESS,
        "",
        sentence("instead of the data socket of TikTok LIVE Studio"),
        sentence("Instead of LIVE Studio's ports"),
        empty=sentence("its ports on this machine"),
        variable="STUDIO_URL",
        flag="--studio-url",
    )
    theme: str = _row(
        Choice(THEME_WORDS, sentence("theme")),
        "dark",
        "look",
        sentence("colours of the window"),
        variable="THEME",
        flag="--theme",
    )
    language: str = _row(
        Language(),
        "",
        "look",
        sentence("language of the window and of the command line"),
        caption=sentence("Language"),
        empty=sentence("what the system says"),
        variable="LANGUAGE",
        needs_restart=True,
    )


OPTIONS: Mapping[str, Option] = {one.name: Option(one.name, **one.metadata) for one in fields(Choices)}
DEFAULTS = Choices()
SECRETS: Mapping[str, Option] = {name: option for name, option in OPTIONS.items() if option.is_secret}
KEPT: Mapping[str, Option] = {
    name: option for name, option in OPTIONS.items() if option.is_kept and not option.is_secret
}
