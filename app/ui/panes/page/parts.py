"""Parts of the page's column. Each says whether it is empty; then it takes no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui import figures
from app.ui.figure import Figure
from app.ui.flow import Flow
from app.ui.icons import draw_icon, make_app_icon
from app.ui.labels import Label
from app.ui.look import Role, Size, enlarge, find_look
from app.ui.name_box import NameBox
from app.ui.panes.page.texts import BREAK, write_paragraph
from app.words import page as words
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.panes.page.source import Sums
    from app.ui.phases import PhaseLook

EMBLEM_PX, TILE_PX = 72, 116
CENTRE = Qt.AlignmentFlag.AlignCenter


class Paragraph(Label):
    """A text of any origin in the middle, in as many lines as it needs."""

    def __init__(self, colour: Role, *, size: Size = "body", bold: bool = False) -> None:
        super().__init__(size=size, colour=colour, bold=bold)
        self.setWordWrap(True)
        self.setAlignment(CENTRE)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self.text()

    @property
    def widest_px(self) -> int:
        """How wide its widest word is."""
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(word) for word in self.text().replace(BREAK, " ").split(" "))

    def say(self, text: str) -> None:
        """Say something else."""
        self.present(write_paragraph(text))


class Emblem(Label):
    """The program's picture, or the shape of the phase."""

    def __init__(self) -> None:
        self._look: PhaseLook | None = None
        self.is_empty = False
        super().__init__()
        self.setAlignment(CENTRE)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as the picture."""
        return QSize(enlarge(EMBLEM_PX), enlarge(EMBLEM_PX))

    def present(self, look: PhaseLook | None) -> None:  # type: ignore[override]
        """Show the shape of a phase; None for the program's picture."""
        if look != self._look:
            self._look = look
            self._draw()

    def redress(self) -> None:
        """Take colours and size of now."""
        super().redress()
        self._draw()

    def _draw(self) -> None:
        side, look = enlarge(EMBLEM_PX), self._look
        if look is None:
            self.setPixmap(make_app_icon().pixmap(side))
        else:
            self.setPixmap(
                draw_icon(look.icon, find_look().find_colour(look.colour), side, self.devicePixelRatioF())
            )


class Countdown(QWidget):
    """A large number over what it is."""

    def __init__(self) -> None:
        super().__init__()
        self.number = Label(bold=True)
        self.caption = Paragraph("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.number, self.caption):
            label.setAlignment(CENTRE)
            column.addWidget(label)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is counted."""
        return not self.number.text()

    def present(self, number: str, caption: str, colour: Role) -> None:
        """Show a number."""
        self.number.present(number)
        self.number.tint(colour)
        self.caption.say(caption)
        self.setAccessibleName(f"{show(number)} {show(caption)}")

    def resize_text(self, number_px: int, caption_px: int) -> None:
        """Write in other sizes."""
        self.number.resize_text(number_px)
        self.caption.resize_text(caption_px)


class Tile(Figure):
    """A sum of the stream."""

    def __init__(self) -> None:
        super().__init__(size="score", is_centred=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for its words, and as wide as most others."""
        return super().sizeHint().expandedTo(QSize(enlarge(TILE_PX), 0))


class SumsBlock(Flow[Tile]):
    """How the stream was."""

    def __init__(self) -> None:
        super().__init__()
        self.is_empty = True
        self._tiles = [Tile() for _ in range(6)]

    def present(self, sums: Sums | None) -> None:
        """Show the sums; those that are not known or nothing are left out."""
        rows = _list_sums(sums) if sums else []
        self.is_empty = not rows
        for tile, (value, exact, name) in zip(self._tiles, rows, strict=False):
            tile.describe(name)
            tile.present(value, exact)
        self.hold(self._tiles[: len(rows)])


def _list_sums(sums: Sums) -> Sequence[tuple[str, str, str]]:
    """Each sum as it is written, in full, and its name."""
    length = [(figures.write_length(sums.length_ms), "", words.LENGTH)] if sums.length_ms else []
    counts = (
        (sums.peak, words.PEAK),
        (sums.diamonds, words.DIAMONDS),
        (sums.gifts, words.GIFTS.fill(count=sums.gifts)),
        (sums.comments, words.COMMENTS.fill(count=sums.comments)),
        (sums.follows, words.FOLLOWERS.fill(count=sums.follows)),
    )
    return length + [
        (figures.compact(number), figures.group_digits(number), name) for number, name in counts if number
    ]


class Box(NameBox):
    """The box for a name, as a part of the column."""

    is_empty = False


class Buttons(Flow[QPushButton]):
    """Buttons, in the order in which they are given."""

    @property
    def is_empty(self) -> bool:
        """Whether there are none."""
        return not self.parts


def name_style(button: QPushButton, name: str) -> None:
    """Give a button the look of a kind of buttons."""
    if button.objectName() != name:
        button.setObjectName(name)
        button.style().polish(button)
