"""How large the pixels of a screen really are: as it says, or as somebody measured it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.ui.optics import find_pitch_mm

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

LEAST_MM, MOST_MM = 0.03, 2.0


def name_screen(screen: QScreen) -> str:
    """A name that a screen keeps: what it is called, and its size."""
    size = screen.size()
    return f"{screen.name()} {size.width()}×{size.height()}"


def find_pixel_mm(screen: QScreen, rulers: Mapping[str, Any] | None) -> float:
    """From one pixel of the window to the next.

    Args:
        screen: what it stands on.
        rulers: by the name of a screen what was measured there.
    """
    measure = (rulers or {}).get(name_screen(screen))
    is_sound = isinstance(measure, int | float) and LEAST_MM <= measure <= MOST_MM
    return float(measure) if is_sound and measure else find_pitch_mm(screen.physicalDotsPerInch())
