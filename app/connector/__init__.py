"""Finds the room, opens the socket, keeps it alive, reconnects. For scripts: `LiveClient`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.connector.access import Access, Login
    from app.connector.client import LiveClient
    from app.connector.endpoints import Endpoints
    from app.connector.read.errors import LoginNeeded
    from app.connector.read.reading import are_live

__all__ = ["Access", "Endpoints", "LiveClient", "Login", "LoginNeeded", "are_live"]
HOMES = {
    "Access": "access",
    "Login": "access",
    "LiveClient": "client",
    "Endpoints": "endpoints",
    "LoginNeeded": "read.errors",
    "are_live": "read.reading",
}


def __getattr__(name: str) -> Any:
    """Scripts get their names from here; the command line does not load HTTP to answer --help."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"app.connector.{HOMES[name]}"), name)
