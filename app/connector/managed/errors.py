"""What can go wrong with a program on this machine that reads TikTok for us."""

from __future__ import annotations

from app.errors import NetworkError, SidestageError


class BridgeMissing(NetworkError):
    """The program that should be read does not run here, or its socket is switched off."""

    code = "bridge_missing"


class BridgeRefused(SidestageError):
    """The program is there and does not let us read."""

    code = "bridge_refused"
