"""For scripts: `LiveClient`, which follows a room and reads what TikTok tells about it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.access import Access, Login
    from app.access.endpoints import Endpoints
    from app.client.live_client import LiveClient
    from app.errors.reading import LoginNeeded
    from app.tiktok.reading import check_live

__all__ = ["Access", "Endpoints", "LiveClient", "Login", "LoginNeeded", "check_live"]
HOMES = {
    "Access": "app.access",
    "Login": "app.access",
    "LiveClient": "app.client.live_client",
    "Endpoints": "app.access.endpoints",
    "LoginNeeded": "app.errors.reading",
    "check_live": "app.tiktok.reading",
}


def __getattr__(name: str) -> Any:
    """Scripts get their names from here; the command line does not load HTTP to answer --help."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)
