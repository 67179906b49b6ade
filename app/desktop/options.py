"""What the window is started with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class WindowOptions:
    """How the window begins.

    Attributes:
        target: whom to follow at once; empty for the start page.
        demo: follow the invented room of the built-in server at once.
        seed: which invented room.
        rate: events a second of the demo; None for its own.
        screenshot: a file for a picture of the window, after which it closes.
        after: seconds until the picture; None for the usual time.
        size: of the window, px; None for its own.
        scene: which invented room that stands still is shown; empty for a real one.
        force: the picture's file may be there already.
        asked: what goes before environment and settings, by field of `Access`.
    """

    target: str = ""
    demo: bool = False
    seed: int = 1
    rate: float | None = None
    screenshot: Path | None = None
    after: float | None = None
    size: tuple[int, int] | None = None
    scene: str = ""
    force: bool = False
    asked: Mapping[str, Any] = field(default_factory=dict, repr=False)  # a proxy may hold a password
