"""Servers that can be others, whatever the way in."""

from __future__ import annotations

from app.settings.address_kinds import SOCKET_ADDRESS, WEB_ADDRESS
from app.settings.options.row import make_address_row, make_subject
from app.words import sentence


@make_subject
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
