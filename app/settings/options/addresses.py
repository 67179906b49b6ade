"""Servers that can be others."""

from __future__ import annotations

from app.settings.address_kinds import SOCKET_ADDRESS, WEB_ADDRESS
from app.settings.options.row import make_address_row, subject
from app.words import sentence


@subject
class AddressChoices:
    """Choices of servers."""

    app_url: str = make_address_row(
        WEB_ADDRESS,
        "https://www.tiktok.com",
        sentence("instead of TikTok's web site"),
        sentence("Instead of TikTok's web site"),
        variable="APP_URL",
        flag="--app-url",
    )
    webcast_url: str = make_address_row(
        WEB_ADDRESS,
        "https://webcast.tiktok.com",
        sentence("instead of TikTok's webcast host"),
        sentence("Instead of TikTok's webcast host"),
        variable="WEBCAST_URL",
        flag="--webcast-url",
    )
    socket_url: str = make_address_row(
        SOCKET_ADDRESS,
        "wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/",
        sentence("instead of TikTok's socket, for guests"),
        sentence("Instead of TikTok's socket for guests"),
        variable="SOCKET_URL",
        flag="--socket-url",
    )
    euler_url: str = make_address_row(
        SOCKET_ADDRESS,
        "wss://ws.eulerstream.com",
        sentence("instead of Euler Stream's cloud socket"),
        sentence("Instead of Euler Stream's cloud socket"),
        variable="EULER_URL",
        flag="--euler-url",
    )
    tiktools_url: str = make_address_row(
        SOCKET_ADDRESS,
        "wss://api.tik.tools",
        sentence("instead of tik.tools' managed socket"),
        sentence("Instead of tik.tools' managed socket"),
        variable="TIKTOOLS_URL",
        flag="--tiktools-url",
    )
    tikfinity_url: str = make_address_row(
        SOCKET_ADDRESS,
        "ws://127.0.0.1:21213",
        sentence("instead of the socket of the TikFinity program"),
        sentence("Instead of TikFinity's socket"),
        variable="TIKFINITY_URL",
        flag="--tikfinity-url",
    )
    studio_url: str = make_address_row(
        SOCKET_ADDRESS,
        "",
        sentence("instead of the data socket of TikTok LIVE Studio"),
        sentence("Instead of LIVE Studio's ports"),
        empty=sentence("its ports on this machine"),
        variable="STUDIO_URL",
        flag="--studio-url",
    )
