"""Which look is chosen: a theme and a scale, which can change while the program runs."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QSize, Signal

from app.frozen import value
from app.ui.look.roles import Colours, Role
from app.ui.look.sizes import Size, Sizes, scale_sizes
from app.ui.look.system import read_system_theme
from app.ui.look.themes import LEAST_CONTRAST, THEMES

SYSTEM = "system"
THEME_NAMES = (*THEMES, SYSTEM)
LEAST_SCALE, MOST_SCALE = 0.5, 4.0


@value
class Look:
    """How everything looks now.

    Attributes:
        theme: the table that the colours are from.
        scale: what all sizes are multiplied with.
        least_contrast: what text needs in this theme.
    """

    theme: str
    scale: float
    colours: Colours
    sizes: Sizes
    least_contrast: float

    def find_colour(self, role: Role) -> str:
        """The colour of a role that is known by its name only, as `#rrggbb`."""
        return cast("str", getattr(self.colours, role))

    def find_pixels(self, size: Size) -> int:
        """The height of text of a size that is known by its name only."""
        return cast("int", getattr(self.sizes, size))


class Changes(QObject):
    """Tells that there is another look.

    Signals:
        changed: `find_look()` gives another look than before.
    """

    changed = Signal()


class ChosenLook:
    """What is chosen, and the look that it gives."""

    __slots__ = ("look", "theme")

    def __init__(self) -> None:
        self.theme = "dark"
        self.look = _make_look("dark", 1.0)


def change_look(*, theme: str | None = None, scale: float | None = None) -> None:
    """Change theme or scale; everything is dressed anew, unless it is the same look.

    Args:
        theme: one of THEME_NAMES; `system` follows the system from now on.
        scale: what all sizes are multiplied with.

    Raises:
        ValueError: there is no such theme or scale.
    """
    theme = _choice.theme if theme is None else theme
    scale = _choice.look.scale if scale is None else scale
    if theme not in THEME_NAMES or not LEAST_SCALE <= scale <= MOST_SCALE:
        raise ValueError(f"no such look: {theme} at {scale}")
    _choice.theme = theme
    look = _make_look(read_system_theme() if theme == SYSTEM else theme, scale)
    if look != _choice.look:
        _choice.look = look
        changes.changed.emit()


def follow_system() -> None:
    """Look like the system again, if that is chosen: it has changed."""
    change_look(theme=_choice.theme)


def find_look() -> Look:
    """Give the look of now; ask anew for each painting, it may be another one."""
    return _choice.look


def enlarge(pixels: float) -> int:
    """Give pixels of scale 1 at the scale of now."""
    return round(pixels * _choice.look.scale)


def enlarge_size(size: QSize) -> QSize:
    """Give a size of scale 1 at the scale of now."""
    return QSize(enlarge(size.width()), enlarge(size.height()))


def _make_look(theme: str, scale: float) -> Look:
    return Look(theme, scale, THEMES[theme], scale_sizes(scale), LEAST_CONTRAST[theme])


changes = Changes()
_choice = ChosenLook()
