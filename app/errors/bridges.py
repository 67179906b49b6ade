"""What can go wrong with a program on this machine that reads TikTok for us."""

from __future__ import annotations

from app.errors import NetworkError, SidestageError


class BridgeMissing(NetworkError, code="bridge_missing", helps="way"):
    """The program that should be read does not run here, or its socket is switched off."""


class BridgeRefused(SidestageError, code="bridge_refused", helps="way"):
    """The program is there and does not let us read."""
