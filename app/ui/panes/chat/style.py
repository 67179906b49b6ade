"""What a row shows beside name and words, and how near rows stand: what the user chose of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.frozen import value
from app.ui.figures import HOUR_MS, MINUTE_MS

if TYPE_CHECKING:
    from app.settings import Choices


class Density(NamedTuple):
    """How near rows stand.

    Attributes:
        text: height of the text, of what was chosen for it.
        line: height of a line, of that of the text.
        pad: px above and below a row, at scale 1.
    """

    text: float
    line: float
    pad: int


class Times(NamedTuple):
    """How times are shown.

    Attributes:
        form: as strftime takes it; empty shows none.
        widest: as wide as any of them.
        every_ms: rows of one such span show their time once.
    """

    form: str
    widest: str
    every_ms: int


DENSITIES = {"roomy": Density(1, 1.4, 4), "normal": Density(1, 1.24, 0), "compact": Density(0.76, 1.19, 0)}
TIMES = {
    "off": Times("", "", HOUR_MS),
    "minute": Times("%H:%M", "00:00", MINUTE_MS),
    "second": Times("%H:%M:%S", "00:00:00", 1_000),
}


@value
class RowStyle:
    """What rows look like.

    Attributes:
        times: a name of TIMES.
        density: a name of DENSITIES.
        has_avatars: whether people have their pictures.
        has_handles: whether handles stand beside the names.
        has_emotes: whether emotes are pictures in their places.
        family: of the font; empty for that of the window.
        lines: of what somebody says at most; 0 for all.
    """

    times: str = "minute"
    density: str = "normal"
    has_avatars: bool = True
    has_handles: bool = False
    has_emotes: bool = True
    family: str = ""
    lines: int = 0


USUAL_STYLE = RowStyle()


def read_style(choices: Choices) -> RowStyle:
    """The style that the user chose."""
    return RowStyle(
        choices.chat_time,
        choices.chat_density,
        choices.chat_avatars,
        choices.chat_handles,
        choices.pictures,
        choices.chat_font,
        choices.chat_lines,
    )
