"""What stands in the chat's place before the first row: how to begin, or what is being waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import app_icon
from app.ui.labels import LABEL_LIMIT, Label
from app.ui.look import GRID, Role, Size, current, enlarge, set_gaps
from app.ui.phases import AT_REST, what_next
from app.ui.text import clean
from app.ui.wishes import WatchDemo
from app.words import chat as words
from app.words import show

if TYPE_CHECKING:
    from app.ui.standing import Standing

PICTURE_PX = 72


class EmptyChat(QWidget):
    """A friendly page; its wish is to watch the built-in room."""

    wish = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_rest = True
        self._picture = Label()
        self.title = _paragraph(words.WELCOME, "score", "text", bold=True)
        self.words = _paragraph(words.BEGIN, "body", "muted")
        self.button = QPushButton(show(words.WATCH_DEMO))
        self.button.setObjectName("primary")
        self.button.setAccessibleDescription(show(words.ABOUT_DEMO))
        self.button.clicked.connect(lambda: self.wish.emit(WatchDemo()))
        self.fine_print = _paragraph(words.UNOFFICIAL, "caption", "muted")
        self._lay_out()
        self.redress()

    def present(self, frame: Standing) -> None:
        """Say what fits the phase."""
        status = frame.status
        self._at_rest = status.phase in AT_REST
        self.button.setVisible(self._at_rest)
        title, text = _texts(frame)
        self.title.present(clean(show(title), LABEL_LIMIT))
        self.words.present(text)
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
        grid, sizes = enlarge(GRID), current().sizes
        large, small = (sizes.score, sizes.body), (sizes.heading, sizes.caption)
        for title_px, words_px in (large, (small[0], large[1]), small):  # some languages need more lines
            self.title.resize_text(title_px)
            self.words.resize_text(words_px)
            room = self._fit_paragraphs()
            if room >= 0:
                break
        fine = self.fine_print.minimumHeight() + 2 * grid
        self.fine_print.setVisible(self._at_rest and room >= fine)
        self._picture.setVisible(room - (fine if self._at_rest else 0) >= enlarge(PICTURE_PX) + 2 * grid)

    def _fit_paragraphs(self) -> int:
        """Make paragraphs as high as their words need; the height that is left for picture and fine print."""
        grid = enlarge(GRID)
        width = self.width() - 6 * grid
        for label in (self.title, self.words, self.fine_print):
            label.fit(width)
        button = 0 if self.button.isHidden() else self.button.sizeHint().height() + 2 * grid
        return self.height() - 5 * grid - self.title.minimumHeight() - self.words.minimumHeight() - button

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


def _texts(frame: Standing) -> tuple[str, str]:
    """Title and text for a phase."""
    status = frame.status
    if status.phase == "idle":
        return words.WELCOME, words.BEGIN
    if status.phase in ("live", "paused"):
        return words.QUIET, words.FIRST_COMMENT
    return status.sentence, clean(show(what_next(status, frame.now_ms)))


def _paragraph(text: str, size: Size, colour: Role, *, bold: bool = False) -> Label:
    label = Label(text, size=size, colour=colour, bold=bold)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
