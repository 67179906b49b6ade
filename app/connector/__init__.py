"""Finds the room, opens the socket, keeps it alive, reconnects. For scripts: `LiveClient`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.connector.access import Access, Login
    from app.connector.client import LiveClient
    from app.connector.endpoints import Endpoints
    from app.connector.info import GiftListRefused

__all__ = ["Access", "Endpoints", "GiftListRefused", "LiveClient", "Login"]


def __getattr__(name: str) -> Any:
    """Scripts get their names from here; the command line does not load HTTP to answer --help."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from app.connector import access, client, endpoints, info  # noqa: PLC0415

    home = {
        "Access": access,
        "Login": access,
        "LiveClient": client,
        "Endpoints": endpoints,
        "GiftListRefused": info,
    }
    return getattr(home[name], name)
