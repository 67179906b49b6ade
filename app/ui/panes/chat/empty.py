"""What stands in the chat's place before the first row: how to begin, or what is being waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import app_icon
from app.ui.labels import LABEL_LIMIT, Label
from app.ui.look import GRID, Role, Size, enlarge, set_gaps
from app.ui.phases import AT_REST, what_next
from app.ui.text import clean
from app.ui.wishes import WatchDemo

if TYPE_CHECKING:
    from app.ui.standing import Standing

WELCOME = "See a TikTok LIVE at a glance"
BEGIN = "Type a creator's @name above and press Enter.\nChat, gifts, viewers and battles appear here."
FINE_PRINT = (
    "Sidestage is an unofficial program, not made or endorsed by TikTok. It only reads:"
    " it never posts, likes or gifts, and it needs no password."
)
QUIET = "Nobody has written yet"
PICTURE_PX = 72


class EmptyChat(QWidget):
    """A friendly page; its wish is to watch the built-in room."""

    wish = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_rest = True
        self._picture = Label()
        self.title = _paragraph(WELCOME, "score", "text", bold=True)
        self.words = _paragraph(BEGIN, "body", "muted")
        self.button = QPushButton("Watch the demo")
        self.button.setObjectName("primary")
        self.button.setAccessibleDescription("Opens a make-believe room that runs on this computer")
        self.button.clicked.connect(lambda: self.wish.emit(WatchDemo()))
        self.fine_print = _paragraph(FINE_PRINT, "caption", "muted")
        self._lay_out()
        self.redress()

    def present(self, frame: Standing) -> None:
        """Say what fits the phase."""
        status = frame.status
        self._at_rest = status.phase in AT_REST
        self.button.setVisible(self._at_rest)
        title, words = _words(frame)
        self.title.present(clean(title, LABEL_LIMIT))
        self.words.present(words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A low pane keeps its words whole and goes without the picture, then without the fine print."""
        super().resizeEvent(event)
        self._make_room()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._picture.setPixmap(app_icon().pixmap(enlarge(PICTURE_PX)))
        self._make_room()

    def _make_room(self) -> None:
        grid = enlarge(GRID)
        width = self.width() - 6 * grid
        room = self.height() - 3 * grid - self.title.heightForWidth(width) - self.words.heightForWidth(width)
        room -= self.button.sizeHint().height() + 4 * grid if not self.button.isHidden() else 2 * grid
        fine = self.fine_print.heightForWidth(width) + 2 * grid
        self.fine_print.setVisible(self._at_rest and room >= fine)
        self._picture.setVisible(room - (fine if self._at_rest else 0) >= enlarge(PICTURE_PX) + 2 * grid)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        set_gaps(column, 2 * GRID, 3 * GRID, GRID, 3 * GRID, 2 * GRID)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.button)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        column.addWidget(self.fine_print)


def _words(frame: Standing) -> tuple[str, str]:
    """Title and text for a phase."""
    status = frame.status
    if status.phase == "idle":
        return WELCOME, BEGIN
    if status.phase in ("live", "paused"):
        return QUIET, "The first comment appears here the moment it is written."
    return status.sentence, clean(what_next(status, frame.now_ms))


def _paragraph(words: str, size: Size, colour: Role, *, bold: bool = False) -> Label:
    label = Label(words, size=size, colour=colour, bold=bold)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
