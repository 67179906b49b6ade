"""The chat pane: the list, the pill that leads back to its end, and the words before the first row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.ui.card import Card
from app.ui.figures import group_digits
from app.ui.look import CHAT_STEPS, GRID, Sizes, enlarge
from app.ui.panes.chat.empty import EmptyChat
from app.ui.panes.chat.model import SCROLLBACK, ChatModel
from app.ui.panes.chat.source import ChatFrame, ChatSource
from app.ui.panes.chat.view import ChatView
from app.words import chat as words
from app.words import show

PILL_MS = 200


class ChatPane(Card):
    """Shows chat frames; while there are no rows, that nobody has written.

    Args:
        scrollback: rows to keep.
    """

    SOURCE = ChatSource

    def __init__(self, title: str = "", scrollback: int = SCROLLBACK, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.model = ChatModel(scrollback, self)
        self.view = ChatView(self.model)
        self.empty = EmptyChat()
        self.pill = QPushButton(self.view)
        self.pill.setObjectName("pill")
        self.pill.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pill.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pill.hide()
        self._unread: int | None = None
        self._pill_rests = QTimer(self, interval=PILL_MS, singleShot=True)
        self._pill_rests.timeout.connect(self._name_pill)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self.body.addWidget(self._stack, 1)
        self._wire()

    def present(self, frame: ChatFrame) -> None:
        """Show rows."""
        if frame.rows or frame.edits or frame.fresh:
            self.view.present(frame)
        self._stack.setCurrentWidget(self.view if self.model.rows else self.empty)

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll by rows, pages or to an end if the key says so; whether it did."""
        return self.view.scroll_by_key(event)

    def zoom(self, steps: int) -> None:
        """Larger or smaller text by steps; 0 gives the normal size."""
        at = CHAT_STEPS.index(self.view.text_pixels if steps else Sizes().chat) + steps
        self.view.zoom(CHAT_STEPS[min(max(at, 0), len(CHAT_STEPS) - 1)])

    def redress(self) -> None:
        """Take the sizes of now."""
        self._place_pill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the pill in its place when the list changes size."""
        if event.type() == QEvent.Type.Resize:
            self._place_pill()
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        self.pill.clicked.connect(self.view.follow)
        self.view.unread.connect(self._mark_unread)
        self.view.viewport().installEventFilter(self)  # the list tells its size before its content has it

    def scroll_to_top(self) -> None:
        """Read from the oldest row on."""
        self.view.scroll_to_top()

    def scroll_to_bottom(self) -> None:
        """Go along with the newest row."""
        self.view.follow()

    def copy_chosen(self) -> None:
        """Copy the chosen rows as lines of text."""
        QGuiApplication.clipboard().setText(self.view.chosen_text())

    def zoom_in(self) -> None:
        """Write larger."""
        self.zoom(1)

    def zoom_out(self) -> None:
        """Write smaller."""
        self.zoom(-1)

    def zoom_back(self) -> None:
        """Write in the usual size."""
        self.zoom(0)

    def _mark_unread(self, count: int | None) -> None:
        """A pill with the number and the word Paused while the reader is elsewhere."""
        paused = count is not None
        dropped = self.model.dropped
        note = (
            words.PAUSED_AND_DROPPED.fill(count=dropped, rows=group_digits(dropped))
            if dropped
            else words.PAUSED
        )
        self.note.present(note if paused else "")
        self.note.tint("wait" if paused else "muted")
        self._unread = count
        self.pill.setVisible(paused)
        if paused and not self._pill_rests.isActive():
            self._name_pill()

    def _name_pill(self) -> None:
        """How many are new, a few times a second: each time it is measured and painted over the list."""
        name = words.NEW_ROWS.fill(rows=group_digits(self._unread)) if self._unread else words.TO_NEWEST
        if self.pill.text() != show(name):
            self.pill.setText(show(name))
            self._place_pill()
            if self._unread:
                self._pill_rests.start()

    def _place_pill(self) -> None:
        self.pill.adjustSize()
        area = self.view.viewport().geometry()
        x = area.center().x() - self.pill.width() // 2
        self.pill.move(x, area.bottom() - self.pill.height() - enlarge(2 * GRID))
