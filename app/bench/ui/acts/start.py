"""Nothing happens: for how long the start takes, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.bench.ui.program import Act

QUIET_MS = 300


def play(_window: Any) -> Act:
    """Wait a moment."""
    yield QUIET_MS
    return {}
