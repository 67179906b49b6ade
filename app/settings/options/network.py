"""How requests leave this machine."""

from __future__ import annotations

from app.settings.address_kinds import SOCKET_PROXY, WEB_PROXY
from app.settings.checks import check_header
from app.settings.kinds import Pairs
from app.settings.options.row import make_row, make_subject, make_timeout_row
from app.words import sentence


@make_subject
class NetworkChoices:
    """Choices for everything that is sent."""

    web_proxy: str = make_row(
        WEB_PROXY,
        "",
        "network",
        sentence("for everything: http://host:port or socks5://host:port"),
        caption=sentence("Proxy"),
        empty=sentence("none, or HTTPS_PROXY"),
        variable="PROXY",
        flag="--proxy",
    )
    socket_proxy: str = make_row(
        SOCKET_PROXY,
        "",
        "network",
        sentence("another proxy for sockets"),
        caption=sentence("Another proxy for sockets"),
        empty=sentence("the same"),
        variable="SOCKET_PROXY",
        flag="--socket-proxy",
    )
    http_timeout_s: float = make_timeout_row(
        10.0,
        sentence("for a whole HTTP answer"),
        sentence("Seconds for an answer"),
        variable="TIMEOUT",
        flag="--timeout",
    )
    open_timeout_s: float = make_timeout_row(
        15.0,
        sentence("for opening a socket"),
        sentence("Seconds for opening a socket"),
        variable="OPEN_TIMEOUT",
        flag="--open-timeout",
    )
    stale_s: float = make_timeout_row(
        60.0,
        sentence("silence after which a socket is given up"),
        sentence("Seconds of silence that end a socket"),
        variable="STALE",
        flag="--stale",
    )
    headers: tuple[tuple[str, str], ...] = make_row(
        Pairs(check_header),
        (),
        "network",
        sentence("sent with TikTok's web, NAME=VALUE; the flag can be given again"),
        caption=sentence("Headers to TikTok's web, one a line"),
        flag="--header",
    )
    params: tuple[tuple[str, str], ...] = make_row(
        Pairs(),
        (),
        "network",
        sentence("sent with every query to TikTok, NAME=VALUE; the flag can be given again"),
        caption=sentence("Parameters of every query, one a line"),
        flag="--param",
    )
