"""The chat pane: the list, the pill that leads back to its end, and the page before the first row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.settings import DEFAULTS
from app.ui.card import Card
from app.ui.figures import group_digits
from app.ui.labels import NameLabel
from app.ui.look import CHAT_STEPS, GRID, Sizes, enlarge
from app.ui.panes.chat.empty import EmptyChat
from app.ui.panes.chat.filter_bar import FilterBar
from app.ui.panes.chat.filters import make_sieve
from app.ui.panes.chat.highlights import make_rules
from app.ui.panes.chat.model import SCROLLBACK, ChatModel
from app.ui.panes.chat.search import Search
from app.ui.panes.chat.situation import Situation
from app.ui.panes.chat.source import ChatFrame, ChatSource, Crowd
from app.ui.panes.chat.style import read_style
from app.ui.panes.chat.view import ChatView
from app.ui.text import NAME_LIMIT, clean
from app.words import chat as words
from app.words import show

if TYPE_CHECKING:
    from app.settings import Choices
    from app.ui.standing import Standing

PILL_MS = 200


class ChatPane(Card):
    """Shows chat frames; while there are no rows, the start page.

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
        self._choices, self._crowd = DEFAULTS, Crowd()
        self.filters, self.arrival = FilterBar(), NameLabel(size="caption", colour="muted")
        self.arrival.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self.arrival.hide()
        self.corner.addWidget(self.filters)
        self._standing: Standing | None = None
        self._pill_rests = QTimer(self, interval=PILL_MS, singleShot=True)
        self._pill_rests.timeout.connect(self._name_pill)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self.situation = Situation()
        self.search = Search(self.view, self)
        self.body.addWidget(self.search.bar)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.arrival)
        self.body.addWidget(self.situation)
        self._wire()

    def present(self, frame: ChatFrame) -> None:
        """Show rows, and how the connection stands: anew when the first row comes or the last goes."""
        had_rows = bool(self.model.log)
        if frame.crowd is not None:
            self._meet(frame.crowd)
        if frame.rows or frame.edits or frame.fresh:
            self.view.present(frame)
        self._choose_page()
        self._standing = frame.standing or self._standing
        if self._standing and (frame.standing or had_rows != bool(self.model.log)):
            self.present_standing(self._standing)

    def _choose_page(self) -> None:
        self._stack.setCurrentWidget(self.view if self.model.log else self.empty)

    def present_standing(self, standing: Standing) -> None:
        """Say what is going on: on the start page, or below the rows."""
        if self.model.log:
            self.situation.present(standing)
        else:
            self.situation.hide()
            self.empty.present(standing)

    def prefer(self, choices: Choices) -> None:
        """Take what the user chose of the chat."""
        self._choices = choices
        self.view.restyle(read_style(choices))
        self._sift()
        self._mark()

    def open_find(self) -> None:
        """Look for words."""
        self.search.open()

    def find_next(self) -> None:
        """Go to the next hit."""
        self.search.step(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self.search.step(-1)

    def show_next_filter(self) -> None:
        """Show the rows of the next filter."""
        self.filters.choose_next()

    def _sift(self, _name: str = "") -> None:
        self.view.sift(make_sieve(self._choices, self.filters.name, self._crowd.hidden))
        self._choose_page()
        if not self.search.bar.isHidden():
            self.search.look_again()

    def _mark(self) -> None:
        crowd = self._crowd
        self.view.mark(make_rules(self._choices, crowd.host, crowd.highlighted, crowd.best))

    def _meet(self, crowd: Crowd) -> None:
        """Who is who has changed."""
        before, self._crowd = self._crowd, crowd
        if crowd.hidden != before.hidden:
            self._sift()
        if (crowd.host, crowd.highlighted, crowd.best) != (before.host, before.highlighted, before.best):
            self._mark()
        self._present_arrival()

    def _present_arrival(self) -> None:
        latest = self._crowd.latest
        is_wished = self._choices.chat_joins and bool(latest.key)
        self.arrival.setVisible(is_wished)
        if is_wished:
            self.arrival.present(words.CAME_IN.fill(name=clean(latest.name, NAME_LIMIT)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Chips have room beside the title, or one button stands for them."""
        super().resizeEvent(event)
        self._fit_filters()

    def _fit_filters(self) -> None:
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        self.filters.fit(self.width() - title - enlarge(6 * GRID))

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll by rows, pages or to an end if the key says so; whether it did."""
        return self.view.scroll_by_key(event)

    def zoom(self, steps: int) -> None:
        """Larger or smaller text by steps; 0 gives the normal size."""
        at = CHAT_STEPS.index(self.view.text_pixels if steps else Sizes().chat) + steps
        self.view.zoom(CHAT_STEPS[min(max(at, 0), len(CHAT_STEPS) - 1)])

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fit_filters()
        self._place_pill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the pill in its place when the list changes size."""
        if event.type() == QEvent.Type.Resize:
            self._place_pill()
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        self.pill.clicked.connect(self.view.follow)
        self.filters.chosen.connect(self._sift)
        self.view.unread.connect(self._mark_unread)
        for page in (self.empty, self.situation):
            page.wish.connect(self.wish)
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
        self._unread = count
        self.pill.setVisible(paused)
        if paused and not self._pill_rests.isActive():
            self._name_pill()

    def _name_pill(self) -> None:
        """How many are new, a few times a second: each time it is measured and painted over the list."""
        unread, dropped = self._unread, self.model.dropped
        name = words.PAUSED_AND_NEW.fill(rows=group_digits(unread)) if unread else words.PAUSED
        if dropped:
            name = words.AND_DROPPED.fill(pill=name, count=dropped, rows=group_digits(dropped))
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
